package org.duibiao.benchmark.rate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.duibiao.benchmark.selection.SelectedValues;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Vintage;
import org.duibiao.tables.Figure;
import org.duibiao.tables.IndicatorValue;

/** Where a series of values or rates goes on, and where it becomes another one. */
public final class SeriesContinuity {

  /** Publishers who differ by more than this share of a figure do not count the same. */
  private static final BigDecimal DIVERGENCE = new BigDecimal("0.1");

  private final SelectedValues choices;
  private final Set<PublisherPair> divergingPublishers = new HashSet<>();

  /** The breaks that concern an indicator and a city. */
  private final Map<List<String>, List<SeriesBreak>> breaks = new HashMap<>();

  /** Two publishers whose figures of one indicator are not the same thing. */
  private record PublisherPair(String city, String indicator, Set<String> publishers) {

    static PublisherPair of(Figure figure, Figure other) {
      Set<String> both = Set.copyOf(List.of(figure.publisher(), other.publisher()));
      return new PublisherPair(figure.cityCode(), figure.indicator(), both);
    }
  }

  public SeriesContinuity(SelectedValues choices) {
    this.choices = choices;
    for (IndicatorValue value : choices.values()) {
      List<Figure> figures = new ArrayList<>(choices.conflicting(value));
      figures.add(choices.figure(value));
      for (Figure one : figures) {
        figures.stream()
            .filter(other -> divergesFrom(one, other))
            .forEach(other -> divergingPublishers.add(PublisherPair.of(one, other)));
      }
    }
  }

  private static boolean divergesFrom(Figure one, Figure other) {
    BigDecimal apart = other.value().subtract(one.value()).abs();
    return !one.publisher().equals(other.publisher())
        && apart.compareTo(one.value().abs().multiply(DIVERGENCE)) > 0;
  }

  /**
   * Whether a series break, another definition, or a change to a publisher whose figures are known
   * to be far from those before lies between two values of one indicator.
   */
  public boolean isBroken(IndicatorValue earlier, IndicatorValue later) {
    if (earlier.flags().contains(Flag.DEFINITION_DIFFERS)
        != later.flags().contains(Flag.DEFINITION_DIFFERS)) {
      return true;
    }
    PublisherPair publishers = PublisherPair.of(choices.figure(earlier), choices.figure(later));
    return divergingPublishers.contains(publishers)
        || breaks(earlier).stream()
            .anyMatch(
                each -> contradict(choices.vintage(earlier, each), choices.vintage(later, each)));
  }

  private List<SeriesBreak> breaks(IndicatorValue value) {
    return breaks.computeIfAbsent(
        List.of(value.indicator(), value.cityCode()),
        key ->
            choices.breaks().stream()
                .filter(each -> each.concerns(value.indicator(), value.cityCode()))
                .toList());
  }

  static boolean contradict(Vintage one, Vintage other) {
    return one != other && one != Vintage.UNAFFECTED && other != Vintage.UNAFFECTED;
  }

  /** Whether one lies between two rates of one benchmark, in their numerators or denominators. */
  public boolean isBroken(Rate earlier, Rate later) {
    if (earlier.populationBasis() != later.populationBasis()
        || isBroken(earlier.value(), later.value())) {
      return true;
    }
    if (earlier.denominator() == null || later.denominator() == null) {
      return earlier.origin() != later.origin();
    }
    return isBroken(earlier.denominator().last(), later.denominator().last());
  }

  /**
   * Whether a break that concerns what is counted and what it is divided by, such as a change of
   * boundaries, lies between the two, so that they are not about the same area.
   */
  public boolean crossesBoundaryChange(Rate rate) {
    List<IndicatorValue> parts =
        rate.denominator() == null ? List.of() : rate.denominator().parts();
    IndicatorValue above = rate.value();
    return breaks(above).stream()
        .anyMatch(
            each ->
                parts.stream()
                    .filter(below -> each.concerns(below.indicator(), below.cityCode()))
                    .map(IndicatorValue::periodEnd)
                    .anyMatch(
                        day ->
                            day.isBefore(each.date()) != above.periodEnd().isBefore(each.date())));
  }

  /**
   * The parts of a series, which is in the order of time, that go on without a break.
   *
   * @param isBroken whether the series is broken between two of its members
   */
  public static <T> List<List<T>> segments(List<T> series, BiPredicate<T, T> isBroken) {
    List<List<T>> parts = new ArrayList<>();
    T before = null;
    for (T each : series) {
      if (before == null || isBroken.test(before, each)) {
        parts.add(new ArrayList<>());
      }
      parts.get(parts.size() - 1).add(each);
      before = each;
    }
    return parts;
  }
}
