package org.duibiao.jobs.benchmarking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.duibiao.benchmark.selection.FigureAccumulators;
import org.duibiao.columns.ColumnType;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.tables.Figure;
import org.duibiao.tables.FigureBuilder;
import org.duibiao.tables.Reading;

/** Observations on their way from silver to the choice of values. */
public final class FigureMapper {

  /** The columns of a reading that are looked at here. */
  static final Set<String> COLUMNS =
      Set.of(
          ("kind observation_id city_code indicator value value_high unit resolution bound status"
                  + " measure period_start period_end period_type scope population_basis source_id"
                  + " publisher class published path locator field quote flags superseded known_to")
              .split(" "));

  private FigureMapper() {}

  /**
   * Adds a reading to what is gathered, if it is a figure that counts.
   *
   * @param asOf only what was published by that day and not yet replaced then, or null for what is
   *     current
   */
  public static void add(Reading reading, LocalDate asOf, FigureAccumulators gathered) {
    if (countsAsOf(reading, asOf)) {
      gathered.add(toFigure(reading), reading.status(), reading.measure(), reading.scope());
    }
  }

  private static boolean countsAsOf(Reading reading, LocalDate asOf) {
    boolean current = reading.knownTo() == null;
    if (reading.kind() != ReadingKind.OBSERVATION || asOf == null) {
      return reading.kind() == ReadingKind.OBSERVATION && current;
    }
    return reading.published() != null
        && !reading.published().isAfter(asOf)
        && (current || reading.superseded() != null && reading.superseded().isAfter(asOf));
  }

  /** The figure, to the digit what it is when it is read back from the table. */
  private static Figure toFigure(Reading reading) {
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
