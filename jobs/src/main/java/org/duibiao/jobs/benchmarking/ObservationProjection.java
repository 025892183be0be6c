package org.duibiao.jobs.benchmarking;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.PeriodType;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.model.code.SourceClass;
import org.duibiao.model.code.Status;
import org.duibiao.tables.Figure;
import org.duibiao.tables.FigureBuilder;

/** The columns of silver.readings that benchmarks are made of. */
@Table(name = "silver.readings", comment = "Of each reading, what benchmarks are made of")
record ObservationProjection(
    @Column("") ReadingKind kind,
    @Column("") String observationId,
    @Column("") String cityCode,
    @Column("") String indicator,
    @Column("") BigDecimal value,
    @Column("") BigDecimal valueHigh,
    @Column("") String unit,
    @Column("") BigDecimal resolution,
    @Column("") Bound bound,
    @Column("") Status status,
    @Column("") Measure measure,
    @Column("") LocalDate periodStart,
    @Column("") LocalDate periodEnd,
    @Column("") PeriodType periodType,
    @Column("") String scope,
    @Column("") PopulationBasis populationBasis,
    @Column("") String sourceId,
    @Column("") String publisher,
    @Column(value = "", name = "class") SourceClass sourceClass,
    @Column("") LocalDate published,
    @Column("") String path,
    @Column("") String locator,
    @Column("") String field,
    @Column("") String quote,
    @Column("") List<Flag> flags,
    @Column("") LocalDate superseded,
    @Column("") Instant knownTo) {

  /**
   * Whether the figure counts.
   *
   * @param asOf only what was published by that day and not yet replaced then, or null for what is
   *     current
   */
  boolean countsAsOf(LocalDate asOf) {
    if (kind != ReadingKind.OBSERVATION) {
      return false;
    } else if (asOf == null) {
      return knownTo == null;
    }
    return published != null
        && !published.isAfter(asOf)
        && (knownTo == null || (superseded != null && superseded.isAfter(asOf)));
  }

  Figure toFigure() {
    return FigureBuilder.builder()
        .observationId(observationId)
        .cityCode(cityCode)
        .indicator(indicator)
        .value(value)
        .valueHigh(valueHigh)
        .unit(unit)
        .resolution(resolution)
        .bound(bound)
        .periodStart(periodStart)
        .periodEnd(periodEnd)
        .periodType(periodType)
        .populationBasis(populationBasis)
        .sourceId(sourceId)
        .publisher(publisher)
        .sourceClass(sourceClass)
        .published(published)
        .path(path)
        .locator(locator)
        .field(field)
        .quote(quote)
        .flags(flags)
        .build();
  }
}
