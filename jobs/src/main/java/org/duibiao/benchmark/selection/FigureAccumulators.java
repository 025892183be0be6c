package org.duibiao.benchmark.selection;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duibiao.columns.ColumnType;
import org.duibiao.columns.Schema;
import org.duibiao.model.Indicator;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.model.code.Status;
import org.duibiao.tables.Figure;
import org.duibiao.tables.Reading;

/**
 * All that the gold tables need of the observations, collected in one pass.
 *
 * @param values the values to use
 * @param targets the targets and what came of them
 */
public record FigureAccumulators(ValueSelector values, TargetFigures targets)
    implements Serializable {

  private static final Schema<Reading> READING = Schema.of(Reading.class);
  private static final Schema<Figure> FIGURE = Schema.of(Figure.class);

  /** The places of a figure's columns in a reading. */
  private static final int[] PLACES =
      FIGURE.fields().stream()
          .mapToInt(field -> names(READING).toList().indexOf(field.name()))
          .toArray();

  /** The columns of a reading that are looked at here. */
  public static final Set<String> COLUMNS =
      Stream.concat(
              names(FIGURE),
              Stream.of("kind", "status", "measure", "scope", "superseded", "known_to"))
          .collect(Collectors.toUnmodifiableSet());

  /** Starts without any figure. */
  public static FigureAccumulators of(List<SeriesBreak> breaks, List<Indicator> indicators) {
    return new FigureAccumulators(new ValueSelector(breaks), new TargetFigures(indicators));
  }

  /**
   * Adds a reading if it is a figure that counts.
   *
   * @param asOf only what was published by that day and not yet replaced then, or null for what is
   *     current
   */
  public void add(Reading reading, LocalDate asOf) {
    if (countsAsOf(reading, asOf)) {
      add(figure(reading), reading.status(), reading.measure(), reading.scope());
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
  private static Figure figure(Reading reading) {
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

  /**
   * Adds a current observation; one that was doubted when its file was read is left out.
   *
   * @param scope the part of the area, or null for the whole
   */
  public void add(Figure figure, Status status, Measure measure, String scope) {
    if (!figure.flags().contains(Flag.DOUBTED)) {
      values.add(figure, status, measure, scope);
      targets.add(figure, status, measure, scope);
    }
  }

  /**
   * Takes in what another one has seen, which stays as it is.
   *
   * @return this
   */
  public FigureAccumulators merge(FigureAccumulators other) {
    values.merge(other.values);
    targets.merge(other.targets);
    return this;
  }
}
