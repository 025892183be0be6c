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
@Table(name = "silver.indicators", key = "indicator")
public record IndicatorRow(
    @Column(required = true) String indicator,
    @Column(required = true) String nameZh,
    @Column(required = true) String nameEn,
    @Column(required = true) String unit,
    @Column(required = true) IndicatorKind kind,
    @Column(required = true) Polarity polarity,
    @Column(required = true) Uncertainty uncertainty,
    PopulationBasis populationBasis,
    BigDecimal min,
    BigDecimal max,
    List<String> partOf,
    String definitionZh,
    String definitionEn,
    String definitionSource) {

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
