package org.duibiao.benchmark.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duibiao.model.DecimalText;
import org.duibiao.model.Digest;
import org.duibiao.model.Message;
import org.duibiao.model.code.FindingKind;
import org.duibiao.tables.Finding;
import org.duibiao.tables.FindingBuilder;
import org.duibiao.tables.IndicatorValue;

/** The findings of one run about the values that are used. */
final class ConsistencyFindings {

  private final String runId;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> doubted = new HashSet<>();

  ConsistencyFindings(String runId) {
    this.runId = runId;
  }

  /** In an order that depends on nothing but the values. */
  List<Finding> sorted() {
    findings.sort(
        Comparator.comparing(Finding::kind)
            .thenComparing(finding -> String.valueOf(finding.cityCode()))
            .thenComparing(Finding::indicator)
            .thenComparing(Finding::periodEnd)
            .thenComparing(Finding::findingId));
    return List.copyOf(findings);
  }

  /** About one city's value. */
  void add(
      FindingKind kind,
      IndicatorValue about,
      List<IndicatorValue> concerned,
      BigDecimal expected,
      BigDecimal found,
      String template,
      Object... arguments) {
    String detail = Message.of(template, arguments);
    add(kind, about.cityCode(), about, concerned, expected, found, detail);
  }

  /** About one city's value, which is not to be used; of several reasons the first is said. */
  void doubt(
      FindingKind kind,
      IndicatorValue about,
      List<IndicatorValue> concerned,
      BigDecimal expected,
      String template,
      Object... arguments) {
    if (doubted.add(about.observationId())) {
      String detail = Message.of(template, arguments);
      add(kind, about.cityCode(), about, concerned, expected, about.value(), detail);
    }
  }

  boolean isDoubted(IndicatorValue value) {
    return doubted.contains(value.observationId());
  }

  /** The observations that are not to be used. */
  Set<String> doubted() {
    return doubted;
  }

  /** About the values of several cities, the first of which is given. */
  void addOfCities(
      FindingKind kind, IndicatorValue about, List<IndicatorValue> concerned, String detail) {
    add(kind, null, about, concerned, null, null, detail);
  }

  private void add(
      FindingKind kind,
      String city,
      IndicatorValue about,
      List<IndicatorValue> concerned,
      BigDecimal expected,
      BigDecimal found,
      String detail) {
    List<String> ids =
        concerned.stream().map(IndicatorValue::observationId).distinct().sorted().toList();
    List<String> what =
        concerned.stream()
            .map(v -> v.observationId() + "=" + DecimalText.plain(v.value()))
            .sorted()
            .toList();
    findings.add(
        FindingBuilder.builder()
            .findingId(Digest.id(kind.id(), city, about.indicator(), about.periodEnd(), what))
            .kind(kind)
            .cityCode(city)
            .indicator(about.indicator())
            .periodEnd(about.periodEnd())
            .observationIds(ids)
            .expected(expected)
            .found(found)
            .detail(detail)
            .runId(runId)
            .build());
  }

  /** Such as {@code beds 5000 bed}. */
  static String describe(IndicatorValue value) {
    return value.indicator() + " " + DecimalText.plain(value.value()) + " " + value.unit();
  }
}
