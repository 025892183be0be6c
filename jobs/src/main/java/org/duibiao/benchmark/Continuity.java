package org.duibiao.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.duibiao.model.SeriesBreak;

/** Where a series of values or rates goes on, and where it becomes another one. */
final class Continuity {

  private static final String DEFINITION_DIFFERS = "definition_differs";

  private final Choices choices;
  private final List<SeriesBreak> breaks;

  Continuity(Choices choices, List<SeriesBreak> breaks) {
    this.choices = choices;
    this.breaks = breaks;
  }

  /** Whether a series break, or another definition, lies between two values of one indicator. */
  boolean isBroken(IndicatorValue earlier, IndicatorValue later) {
    if (earlier.flags().contains(DEFINITION_DIFFERS)
        != later.flags().contains(DEFINITION_DIFFERS)) {
      return true;
    }
    for (SeriesBreak each : breaks) {
      Vintage one = choices.vintage(earlier, each);
      Vintage other = choices.vintage(later, each);
      if (one != other && one != Vintage.UNAFFECTED && other != Vintage.UNAFFECTED) {
        return true;
      }
    }
    return false;
  }

  /**
   * Likewise between two rates of one benchmark: in what is counted or in what it is divided by.
   */
  boolean isBroken(Rate earlier, Rate later) {
    boolean otherResidents =
        earlier.residents() != null
            && later.residents() != null
            && earlier.residents() != later.residents();
    if (otherResidents || isBroken(earlier.value(), later.value())) {
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
  boolean isAcrossBoundaries(Rate rate) {
    if (rate.denominator() == null) {
      return false;
    }
    IndicatorValue above = rate.value();
    for (SeriesBreak each : breaks) {
      if (each.concerns(above.indicator(), above.cityCode())) {
        for (IndicatorValue below : rate.denominator().parts()) {
          if (each.concerns(below.indicator(), below.cityCode())
              && above.periodEnd().isBefore(each.date())
                  != below.periodEnd().isBefore(each.date())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The parts of a series, which is in the order of time, that go on without a break. */
  <T> List<List<T>> parts(List<T> series, Link<T> link) {
    List<List<T>> parts = new ArrayList<>();
    T before = null;
    for (T each : series) {
      if (before == null || link.isBroken(before, each)) {
        parts.add(new ArrayList<>());
      }
      parts.get(parts.size() - 1).add(each);
      before = each;
    }
    return parts;
  }

  /** Says whether the series is broken between two of its members. */
  @FunctionalInterface
  interface Link<T> {
    boolean isBroken(T earlier, T later);
  }
}
