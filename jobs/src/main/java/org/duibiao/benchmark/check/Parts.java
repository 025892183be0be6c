package org.duibiao.benchmark.check;

import static org.duibiao.benchmark.check.CheckedSeries.describe;
import static org.duibiao.benchmark.check.CheckedSeries.isExact;

import java.math.BigDecimal;
import java.util.List;
import org.duibiao.model.Indicator;
import org.duibiao.model.Message;
import org.duibiao.model.code.FindingKind;
import org.duibiao.tables.IndicatorValue;

/**
 * Finds parts that are greater than their wholes ({@code part_of} in the catalogue), of one
 * publisher, city and day, by more than half the sum of their resolutions. One of the two is wrong,
 * and nothing says which.
 */
record Parts(CheckedSeries series) {

  void check() {
    for (IndicatorValue part : series.values) {
      Indicator indicator = series.indicator(part.indicator());
      if (indicator != null && isExact(part)) {
        indicator.partOf().forEach(whole -> check(part, series.valueOfSameDay(part, whole)));
      }
    }
  }

  private void check(IndicatorValue part, IndicatorValue whole) {
    if (whole == null
        || series.isDoubted(part)
        || series.isDoubted(whole)
        || !haveOneUnit(part, whole)
        || !publisher(part).equals(publisher(whole))) {
      return;
    }
    BigDecimal allowed = series.halfResolution(part).add(series.halfResolution(whole));
    if (part.value().subtract(whole.value()).compareTo(allowed) > 0) {
      String detail =
          Message.of(
              "%s is a part of %s, but is greater: neither is used; look which of them is called"
                  + " wrongly",
              describe(part), describe(whole));
      List<IndicatorValue> both = List.of(whole, part);
      series.doubt(FindingKind.PARTS_DO_NOT_ADD_UP, part, both, whole.value(), detail);
      series.doubted().add(whole.observationId());
    }
  }

  /** Hospitals are counted as institutions are: the unit of a counted thing is the thing. */
  private boolean haveOneUnit(IndicatorValue part, IndicatorValue whole) {
    return whole.unit().equals(part.unit()) || isCounted(part) && isCounted(whole);
  }

  private boolean isCounted(IndicatorValue value) {
    Indicator indicator = series.indicator(value.indicator());
    return indicator != null && indicator.unit().id().equals(indicator.unit().dimension());
  }

  private String publisher(IndicatorValue value) {
    return series.selected.figure(value).publisher();
  }
}
