package org.duibiao.benchmark.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.duibiao.benchmark.rate.SeriesContinuity;
import org.duibiao.benchmark.selection.FigureFinding;
import org.duibiao.benchmark.selection.SelectedValues;
import org.duibiao.model.DecimalText;
import org.duibiao.model.Indicator;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.FindingKind;
import org.duibiao.tables.Finding;
import org.duibiao.tables.IndicatorValue;

/** The values that are looked at, what is known of them, and what is found among them. */
final class CheckedSeries {

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  final SelectedValues selected;
  final List<IndicatorValue> values;
  final FigureGates.Rules rules;
  final SeriesContinuity continuity;

  /** The exact values of the cities that are compared, by indicator. */
  final SortedMap<String, List<IndicatorValue>> ofCities;

  /** What is in the catalogue, by id. */
  final Map<String, Indicator> indicators = new HashMap<>();

  /** The observations that are not to be used. */
  final Set<String> doubted = new HashSet<>();

  private final String runId;
  private final List<Finding> findings = new ArrayList<>();

  CheckedSeries(SelectedValues selected, FigureGates.Rules rules, String runId) {
    this.selected = selected;
    this.values = selected.values();
    this.rules = rules;
    this.runId = runId;
    this.continuity = new SeriesContinuity(selected);
    this.ofCities =
        values.stream()
            .filter(value -> isExact(value) && rules.cities().contains(value.cityCode()))
            .collect(groupingBy(IndicatorValue::indicator, TreeMap::new, toList()));
    rules.indicators().forEach(indicator -> indicators.put(indicator.id(), indicator));
  }

  static boolean isExact(IndicatorValue value) {
    return value != null && value.bound() == Bound.EQ;
  }

  BigDecimal halfResolution(IndicatorValue value) {
    return selected.figure(value).unitOfLastDigit().divide(TWO, MathContext.DECIMAL128);
  }

  /** The value of the year before, if it is exact; else null. */
  IndicatorValue valueBefore(IndicatorValue value) {
    return valueOf(value, value.year() - 1);
  }

  /** The value of the year after, if it is exact; else null. */
  IndicatorValue valueAfter(IndicatorValue value) {
    return valueOf(value, value.year() + 1);
  }

  private IndicatorValue valueOf(IndicatorValue value, int year) {
    IndicatorValue other = selected.value(value.cityCode(), value.indicator(), year);
    return isExact(other) ? other : null;
  }

  /** The value of another indicator for the same city and day, if it is exact; else null. */
  IndicatorValue valueOfSameDay(IndicatorValue value, String indicator) {
    IndicatorValue other = selected.value(value.cityCode(), indicator, value.year());
    return isExact(other) && other.periodEnd().equals(value.periodEnd()) ? other : null;
  }

  /** Says of one city's value what is expected instead, given the values concerned. */
  void add(
      FindingKind kind,
      IndicatorValue about,
      BigDecimal expected,
      String detail,
      IndicatorValue... concerned) {
    add(kind, about, about.cityCode(), List.of(concerned), expected, about.value(), detail);
  }

  /** Says it of a value that is not to be used; of several reasons the first is said. */
  void doubt(
      FindingKind kind,
      IndicatorValue about,
      BigDecimal expected,
      String detail,
      IndicatorValue... concerned) {
    if (doubted.add(about.observationId())) {
      add(kind, about, expected, detail, concerned);
    }
  }

  /**
   * Says something of values of one indicator and day.
   *
   * @param city the code of their city, or null if they are of several
   */
  void add(
      FindingKind kind,
      IndicatorValue about,
      String city,
      List<IndicatorValue> concerned,
      BigDecimal expected,
      BigDecimal found,
      String detail) {
    SortedMap<String, BigDecimal> observations = new TreeMap<>();
    concerned.forEach(each -> observations.put(each.observationId(), each.value()));
    findings.add(
        FigureFinding.about(kind, city, about.indicator(), about.periodEnd(), observations)
            .expected(expected)
            .found(found)
            .detail(detail)
            .runId(runId)
            .build());
  }

  boolean isDoubted(IndicatorValue value) {
    return doubted.contains(value.observationId());
  }

  /** What was found, in an order that depends on nothing but the values. */
  List<Finding> findings() {
    findings.sort(
        Comparator.comparing(Finding::kind)
            .thenComparing(finding -> String.valueOf(finding.cityCode()))
            .thenComparing(Finding::indicator)
            .thenComparing(Finding::periodEnd)
            .thenComparing(Finding::findingId));
    return findings;
  }

  /** Such as {@code beds 5000 bed}. */
  static String describe(IndicatorValue value) {
    return value.indicator() + " " + DecimalText.plain(value.value()) + " " + value.unit();
  }
}
