package org.duibiao.report.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.duibiao.tables.Figure;
import org.duibiao.tables.Finding;

/**
 * Figures of the same city, indicator and period that disagree.
 *
 * @param finding what was found
 * @param chosen the figure that is used, or null if it is not known
 * @param others other values of the same figure; none where the finding is about other indicators
 *     or years
 */
public record Disagreement(Finding finding, Figure chosen, List<Figure> others) {

  /** Of a finding, given the figures by observation and the observations that are used. */
  static Disagreement of(Finding finding, Map<String, Figure> figures, Set<String> used) {
    List<Figure> all =
        ids(finding).stream()
            .distinct()
            .map(figures::get)
            .filter(Objects::nonNull)
            .sorted(Comparator.comparing(Figure::observationId))
            .toList();
    Figure chosen =
        all.stream()
            .filter(figure -> used.contains(figure.observationId()))
            .findFirst()
            .or(() -> all.stream().filter(figure -> isExpected(figure, finding)).findFirst())
            .or(() -> all.stream().findFirst())
            .orElse(null);
    return new Disagreement(
        finding,
        chosen,
        all.stream().filter(figure -> figure != chosen && isOtherValueOf(chosen, figure)).toList());
  }

  private static boolean isOtherValueOf(Figure chosen, Figure figure) {
    return figure.cityCode().equals(chosen.cityCode())
        && figure.indicator().equals(chosen.indicator())
        && figure.periodEnd().getYear() == chosen.periodEnd().getYear()
        && figure.value().compareTo(chosen.value()) != 0;
  }

  /** By how much the other differs from the chosen one, in percent of it; null if that is 0. */
  public Double percent(Figure other) {
    double value = chosen.value().doubleValue();
    return value == 0 ? null : (other.value().doubleValue() - value) / value * 100;
  }

  /** The greatest such difference, whatever its sign. */
  double greatest() {
    return others.stream()
        .map(this::percent)
        .filter(Objects::nonNull)
        .mapToDouble(Math::abs)
        .max()
        .orElse(0);
  }

  /** The figures that disagree. */
  Stream<Figure> figures() {
    return Stream.concat(Stream.of(chosen), others.stream());
  }

  /** The observations that a finding names. */
  static List<String> ids(Finding finding) {
    return finding.observationIds() == null ? List.of() : finding.observationIds();
  }

  private static boolean isExpected(Figure figure, Finding finding) {
    return finding.expected() != null && figure.value().compareTo(finding.expected()) == 0;
  }
}
