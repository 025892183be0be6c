package org.duibiao.jobs.benchmarking;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.duibiao.columns.ColumnType;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.tables.Figure;
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
    return new Figure(
        reading.observationId(),
        reading.cityCode(),
        reading.indicator(),
        stored(reading.value()),
        stored(reading.valueHigh()),
        reading.unit(),
        stored(reading.resolution()),
        reading.bound(),
        reading.periodStart(),
        reading.periodEnd(),
        reading.periodType(),
        reading.populationBasis(),
        reading.sourceId(),
        reading.publisher(),
        reading.sourceClass(),
        reading.published(),
        reading.path(),
        reading.locator(),
        reading.field(),
        reading.quote(),
        reading.flags());
  }

  private static BigDecimal stored(BigDecimal value) {
    return value == null ? null : ColumnType.plain(value);
  }
}
