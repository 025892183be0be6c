package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Texts;
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

  /** The list of cities, which the script makes visible. */
  Html render(String shown) {
    List<Html> groups = new ArrayList<>();
    if (requested.size() > 1) {
      groups.add(group("所选 · asked for", requested, shown));
    }
    Map<String, List<String>> provinces = new TreeMap<>();
    codes.stream()
        .filter(code -> requested.size() < 2 || !requested.contains(code))
        .forEach(
            code -> provinces.computeIfAbsent(province(code), each -> new ArrayList<>()).add(code));
    provinces.forEach((province, cities) -> groups.add(group(name(province), cities, shown)));
    return Html.of(
        "<p id=\"chooser\" hidden=\"hidden\"><label for=\"city-choice\">{}</label> <select"
            + " id=\"city-choice\">{}</select> <span id=\"city-state\""
            + " role=\"status\"></span></p>\n"
            + "<noscript><p class=\"note\">{}</p></noscript>\n",
        Bilingual.plain("选择城市", "City"),
        groups,
        Texts.of("city-picker.without-scripts-this-page", model.areaName(shown)));
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

  private Html group(String name, List<String> cities, String shown) {
    List<Html> options = new ArrayList<>();
    for (String code : cities) {
      Bilingual area = model.areaName(code);
      options.add(
          Html.of(
              "<option value=\"{}\"{}>{}{}</option>",
              code,
              Html.trusted(code.equals(shown) ? " selected=\"selected\"" : ""),
              area.zh(),
              area.zh().equals(area.en()) ? Html.EMPTY : Html.of(" {}", area.en())));
    }
    return Html.of("<optgroup label=\"{}\">{}</optgroup>", name, options);
  }
}
