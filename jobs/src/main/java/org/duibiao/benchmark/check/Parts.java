package org.duibiao.benchmark.check;

import java.util.List;
import org.duibiao.model.Indicator;
import org.duibiao.model.code.FindingKind;
import org.duibiao.tables.Figure;
import org.duibiao.tables.IndicatorValue;

/**
 * Finds parts that are greater than their wholes ({@code part_of} in the catalogue), of one
 * publisher, city and day, by more than half the sum of their resolutions. One of the two is wrong,
 * and nothing says which.
 */
final class Parts {

  private final CheckedSeries series;
  private final ConsistencyFindings collector;

  Parts(CheckedSeries series, ConsistencyFindings collector) {
    this.series = series;
    this.collector = collector;
  }

  void check() {
    for (IndicatorValue part : series.values()) {
      Indicator indicator = series.indicator(part);
      if (indicator != null && CheckedSeries.isExact(part)) {
        indicator.partOf().forEach(whole -> check(part, series.valueOfSameDay(part, whole)));
      }
    }
  }

  private void check(IndicatorValue part, IndicatorValue whole) {
    if (whole == null
        || collector.isDoubted(part)
        || collector.isDoubted(whole)
        || !haveOneUnit(part, whole)
        || !haveSamePublisher(part, whole)) {
      return;
    }
    if (part.value()
            .subtract(whole.value())
            .compareTo(series.halfResolution(part).add(series.halfResolution(whole)))
        > 0) {
      collector.doubt(
          FindingKind.PARTS_DO_NOT_ADD_UP,
          part,
          List.of(whole, part),
          whole.value(),
          "%s is a part of %s, but is greater: neither is used; look which of them is called"
              + " wrongly",
          ConsistencyFindings.describe(part),
          ConsistencyFindings.describe(whole));
      collector.doubted().add(whole.observationId());
    }
  }

  /** Hospitals are counted as institutions are: the unit of a counted thing is the thing. */
  private boolean haveOneUnit(IndicatorValue part, IndicatorValue whole) {
    return whole.unit().equals(part.unit()) || isCounted(part) && isCounted(whole);
  }

  private boolean isCounted(IndicatorValue value) {
    Indicator indicator = series.indicator(value);
    return indicator != null && indicator.unit().id().equals(indicator.unit().dimension());
  }

  private boolean haveSamePublisher(IndicatorValue one, IndicatorValue other) {
    Figure first = series.figure(one);
    Figure second = series.figure(other);
    return first != null && second != null && first.publisher().equals(second.publisher());
  }
}
