package org.duibiao.tables;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.PeriodType;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.SourceClass;

/** A figure that a gold row rests on or disagrees with: where it stands and in which words. */
@RecordBuilder
@Table(name = "gold.figures", key = "observation_id")
public record Figure(
    @Column(required = true) String observationId,
    @Column(required = true) String cityCode,
    @Column(required = true) String indicator,
    @Column(required = true) BigDecimal value,
    BigDecimal valueHigh,
    @Column(required = true) String unit,
    BigDecimal resolution,
    @Column(required = true) Bound bound,
    @Column(required = true) LocalDate periodStart,
    @Column(required = true) LocalDate periodEnd,
    @Column(required = true) PeriodType periodType,
    PopulationBasis populationBasis,
    @Column(required = true) String sourceId,
    @Column(required = true) String publisher,
    @Column(name = "class", required = true) SourceClass sourceClass,
    LocalDate published,
    @Column(required = true) String path,
    @Column(required = true) String locator,
    String field,
    String quote,
    List<Flag> flags)
    implements Serializable {

  /** One unit of the last printed digit; 0 where that is not known. */
  public BigDecimal unitOfLastDigit() {
    return resolution == null ? BigDecimal.ZERO : resolution;
  }
}
