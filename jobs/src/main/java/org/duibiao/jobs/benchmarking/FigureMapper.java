package org.duibiao.jobs.benchmarking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duibiao.benchmark.selection.FigureAccumulators;
import org.duibiao.columns.ColumnType;
import org.duibiao.columns.Schema;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.tables.Figure;
import org.duibiao.tables.Reading;

/** Observations on their way from silver to the choice of values. */
public final class FigureMapper {

  private static final Schema<Reading> READING = Schema.of(Reading.class);
  private static final Schema<Figure> FIGURE = Schema.of(Figure.class);

  /** The places of a figure's columns in a reading. */
  private static final int[] PLACES =
      FIGURE.fields().stream()
          .mapToInt(field -> names(READING).toList().indexOf(field.name()))
          .toArray();

  /** The columns of a reading that are looked at here. */
  static final Set<String> COLUMNS =
      Stream.concat(
              names(FIGURE),
              Stream.of("kind", "status", "measure", "scope", "superseded", "known_to"))
          .collect(Collectors.toUnmodifiableSet());

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
    Object[] values = new Object[PLACES.length];
    for (int i = 0; i < values.length; i++) {
      Object value = READING.value(reading, PLACES[i]);
      values[i] = value instanceof BigDecimal decimal ? ColumnType.plain(decimal) : value;
    }
    return FIGURE.row(values);
  }

  private static Stream<String> names(Schema<?> schema) {
    return schema.fields().stream().map(Schema.Field::name);
  }
}
