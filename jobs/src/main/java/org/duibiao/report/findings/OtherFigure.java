package org.duibiao.report.findings;

import java.util.Objects;
import java.util.stream.Stream;
import org.duibiao.model.code.Side;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.Figure;

/**
 * A figure of another source, in place of one that a comparison rests on.
 *
 * @param row the comparison
 * @param chosen the figure of it that another source contradicts
 * @param other what that source says
 */
record OtherFigure(BenchmarkRow row, Figure chosen, Figure other) {

  /** All of a comparison, those of the city first. */
  static Stream<OtherFigure> of(ReportIndex model, BenchmarkRow row) {
    return Stream.of(
            row.numeratorObservationId(),
            row.denominatorObservationId(),
            row.referenceNumeratorObservationId(),
            row.referenceDenominatorObservationId())
        .filter(Objects::nonNull)
        .flatMap(
            id ->
                model.disagreements().of(id).stream()
                    .filter(each -> each.chosen().observationId().equals(id))
                    .filter(each -> each.chosen().value().signum() > 0)
                    .flatMap(
                        each ->
                            each.others().stream()
                                .filter(other -> other.value().signum() > 0)
                                .map(other -> new OtherFigure(row, each.chosen(), other))))
        .distinct();
  }

  boolean isOfCity() {
    return chosen.cityCode().equals(row.cityCode());
  }

  /** The city's rate with it. */
  double rate() {
    return isOfCity() ? with(row.rate(), row.numeratorObservationId()) : row.rate();
  }

  /** Whether it puts the city on the other side of the reference, by more than the margin. */
  boolean reverses(ReportIndex model) {
    double reference =
        isOfCity()
            ? row.referenceRate()
            : with(row.referenceRate(), row.referenceNumeratorObservationId());
    Side side = model.benchmarkOrNull(row.benchmark()).side(rate(), reference);
    return side != row.side() && side != Side.LEVEL && row.side() != Side.LEVEL;
  }

  private double with(double rate, String numeratorId) {
    double times = other.value().doubleValue() / chosen.value().doubleValue();
    return chosen.observationId().equals(numeratorId) ? rate * times : rate / times;
  }
}
