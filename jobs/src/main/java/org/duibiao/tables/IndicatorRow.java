package org.duibiao.tables;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;
import org.duibiao.model.Indicator;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.Uncertainty;

/** An indicator of the catalogue. */
@RecordBuilder
@Table(
    name = "silver.indicators",
    comment = "What cities publish figures about",
    key = {"indicator"})
public record IndicatorRow(
    @Column(value = "the field's English term", required = true) String indicator,
    @Column(value = "name in Chinese", required = true) String nameZh,
    @Column(value = "name in English", required = true) String nameEn,
    @Column(value = "canonical unit", required = true) String unit,
    @Column(value = "what its figures are in time", required = true) IndicatorKind kind,
    @Column(value = "which direction is good", required = true) Polarity polarity,
    @Column(value = "what its figures are as data", required = true) Uncertainty uncertainty,
    @Column("the population that it implies") PopulationBasis populationBasis,
    @Column("least plausible value for one city") BigDecimal min,
    @Column("greatest plausible value for one city") BigDecimal max,
    @Column("the indicators that it is a part of") List<String> partOf,
    @Column("definition in Chinese") String definitionZh,
    @Column("definition in English") String definitionEn,
    @Column("where the definition is published") String definitionSource) {

  /** The row of an indicator. */
  public static IndicatorRow of(Indicator indicator) {
    return IndicatorRowBuilder.builder()
        .indicator(indicator.id())
        .nameZh(indicator.zh())
        .nameEn(indicator.en())
        .unit(indicator.unit().id())
        .kind(indicator.kind())
        .polarity(indicator.polarity())
        .uncertainty(indicator.uncertainty())
        .populationBasis(indicator.populationBasis())
        .min(indicator.min())
        .max(indicator.max())
        .partOf(indicator.partOf())
        .definitionZh(indicator.definitionZh())
        .definitionEn(indicator.definitionEn())
        .definitionSource(indicator.definitionSource())
        .build();
  }
}
