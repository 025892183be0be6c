package org.duibiao.report.page;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duibiao.model.Area;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.ReportIndex;

/** The cities that can be shown, and which of them is shown first. */
final class CityPicker {

  private final ReportIndex model;
  private final List<String> requested;
  private final List<String> codes;

  /**
   * Offers all cities that have rows.
   *
   * @param asked the cities that are offered first; the first of them is shown
   */
  CityPicker(ReportIndex model, List<String> asked) {
    this.model = model;
    this.codes =
        model.cities().stream()
            .map(CityRows::code)
            .filter(model::isCity)
            .filter(code -> !isEmpty(code))
            .sorted()
            .toList();
    this.requested = asked.stream().distinct().filter(codes::contains).toList();
  }

  private boolean isEmpty(String code) {
    CityRows city = model.city(code);
    return city.rows().isEmpty() && city.values().isEmpty() && city.targets().isEmpty();
  }

  /** All of them, by code. */
  List<String> codes() {
    return codes;
  }

  /**
   * The city that the page shows first: the first requested one, else the one with the most
   * comparisons.
   */
  String first() {
    if (!requested.isEmpty()) {
      return requested.get(0);
    }
    return codes.stream()
        .filter(code -> !model.isReference(code))
        .min(
            Comparator.comparing((String code) -> -compared(code))
                .thenComparing(Comparator.naturalOrder()))
        .orElse(codes.isEmpty() ? null : codes.get(0));
  }

  private long compared(String code) {
    return model.views().stream()
        .filter(view -> model.city(code).newestCompared(view.benchmark().id()).isPresent())
        .count();
  }

  /** The cities by the title under which the list shows them: those asked for, then provinces. */
  Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    if (requested.size() > 1) {
      groups.put("所选 · asked for", requested);
    }
    codes.stream()
        .filter(code -> requested.size() < 2 || !requested.contains(code))
        .collect(Collectors.groupingBy(this::province, TreeMap::new, Collectors.toList()))
        .forEach((province, cities) -> groups.put(name(province), cities));
    return groups;
  }

  private String province(String code) {
    Area area = model.areaOrNull(code);
    return area == null || area.parent() == null || area.parent().equals("000000")
        ? code.substring(0, Math.min(2, code.length())) + "0000"
        : area.parent();
  }

  private String name(String province) {
    Area area = model.areaOrNull(province);
    return area == null ? province : area.zh() + " " + area.en();
  }
}
