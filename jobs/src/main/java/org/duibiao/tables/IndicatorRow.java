package org.duibiao.tables;

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
@Table(
    name = "silver.indicators",
    comment = "What cities publish figures about",
    key = {"indicator"})
public record IndicatorRow(
    @Column(value = "the field's English term", required = true) String indicator,
    @Column(value = "name in Chinese", required = true) String nameZh,
    @Column(value = "name in English", required = true) String nameEn,
    @Column(value = "canonical unit", required = true) String unit,
    @Column(value = "stock, flow or rate", required = true) IndicatorKind kind,
    @Column(value = "high or low is good, or none", required = true) Polarity polarity,
    @Column(value = "events, sample, stock or none", required = true) Uncertainty uncertainty,
    @Column("the population that it implies") PopulationBasis populationBasis,
    @Column("least plausible value for one city") BigDecimal min,
    @Column("greatest plausible value for one city") BigDecimal max,
    @Column("the indicators that it is a part of") List<String> partOf,
    @Column("definition in Chinese") String definitionZh,
    @Column("definition in English") String definitionEn,
    @Column("where the definition is published") String definitionSource) {

  /** The row of an indicator. */
  public static IndicatorRow of(Indicator indicator) {
    return new IndicatorRow(
        indicator.id(),
        indicator.zh(),
        indicator.en(),
        indicator.unit().id(),
        indicator.kind(),
        indicator.polarity(),
        indicator.uncertainty(),
        indicator.populationBasis(),
        indicator.min(),
        indicator.max(),
        indicator.partOf(),
        indicator.definitionZh(),
        indicator.definitionEn(),
        indicator.definitionSource());
  }
}
