package org.duibiao.jobs.benchmarking;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.duibiao.columns.ColumnType;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.tables.Figure;
import org.duibiao.tables.FigureBuilder;
import org.duibiao.tables.Reading;

/** Observations on their way from silver to the choice of values. */
public final class FigureMapper {

  private FigureMapper() {}

  /**
   * Whether a reading that is current counts.
   *
   * @param asOf only what was published by that day, or null
   */
  public static boolean countsAsOf(Reading reading, LocalDate asOf) {
    return reading.kind() == ReadingKind.OBSERVATION
        && (asOf == null || (reading.published() != null && !reading.published().isAfter(asOf)));
  }

  /** The figure, to the digit what it is when it is read back from the table. */
  public static Figure toFigure(Reading reading) {
    return FigureBuilder.builder()
        .observationId(reading.observationId())
        .cityCode(reading.cityCode())
        .indicator(reading.indicator())
        .value(stored(reading.value()))
        .valueHigh(stored(reading.valueHigh()))
        .unit(reading.unit())
        .resolution(stored(reading.resolution()))
        .bound(reading.bound())
        .periodStart(reading.periodStart())
        .periodEnd(reading.periodEnd())
        .periodType(reading.periodType())
        .populationBasis(reading.populationBasis())
        .sourceId(reading.sourceId())
        .publisher(reading.publisher())
        .sourceClass(reading.sourceClass())
        .published(reading.published())
        .path(reading.path())
        .locator(reading.locator())
        .field(reading.field())
        .quote(reading.quote())
        .flags(reading.flags())
        .build();
  }

  private static BigDecimal stored(BigDecimal value) {
    return value == null ? null : ColumnType.plain(value);
  }
}
