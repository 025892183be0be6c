package org.duibiao.normalize.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.Catalogue.Meaning;
import org.duibiao.catalogue.Terms;
import org.duibiao.model.Area;
import org.duibiao.model.Indicator;
import org.duibiao.normalize.cell.AddressReader;

/**
 * Counts the rows of a list by city and grade.
 *
 * <p>What a grade means, the catalogue says of its words, alone or before the noun that the sidecar
 * gives for all: 三级甲等 before 医院 is 三级甲等医院. A wider grade is counted too where the list shows that
 * it covers it: with 三级甲等 and 三级乙等 beside each other, 三级医院 is their sum. A thing that is listed
 * twice under one name is counted once, with both of its rows.
 */
final class ListCounter {

  private static final int NAMES_QUOTED = 5;

  private final Catalogue catalogue;
  private final AddressReader addresses;
  private final Map<String, Optional<Area>> cities = new HashMap<>();
  private final Map<CountedGroup, ListedRows> groups = new LinkedHashMap<>();
  private final Set<String> indicators = new HashSet<>();
  private final Set<String> listedIndicators = new HashSet<>();
  private final Map<String, String> grades = new HashMap<>();

  /** Things of one kind in one city; what is not known is null. */
  private record CountedGroup(String city, String term) {}

  private static final class ListedRows {
    private final Set<String> names = new HashSet<>();
    private final List<String> first = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private long unnamed;
  }

  /**
   * How many there are.
   *
   * @param area the city, or null if the rows do not say it
   * @param meaning what was counted, or null if the catalogue does not know it
   * @param term its words
   * @param count how many
   * @param locator the rows that were counted
   * @param quote the first names
   */
  record ListCount(
      Area area, Meaning meaning, String term, long count, String locator, String quote) {}

  ListCounter(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.addresses = new AddressReader(catalogue);
    for (Indicator indicator : catalogue.indicators()) {
      for (String word : catalogue.words("grade/" + indicator.id())) {
        grades.put(Terms.key(word), indicator.id());
      }
    }
  }

  /**
   * Takes a row.
   *
   * @param noun what is listed, by the sidecar, or null
   */
  void add(String place, String city, String name, String grade, String noun) {
    Optional<Area> area =
        city == null
            ? Optional.empty()
            : cities.computeIfAbsent(
                city,
                text -> catalogue.area(text).filter(Area::isCity).or(() -> addresses.city(text)));
    String code = area.map(Area::code).orElse(null);
    Set<String> terms = new LinkedHashSet<>();
    String top = null;
    if (noun != null) {
      top = catalogue.meaning(noun).map(meaning -> meaning.indicator().id()).orElse(null);
      terms.add(top == null ? noun : top);
      listedIndicators.add(String.valueOf(top));
    }
    if (grade != null && !grade.isBlank()) {
      String indicator = indicator(grade.strip(), noun);
      terms.add(indicator == null ? grade.strip() : indicator);
      if (indicator != null) {
        indicators.add(indicator);
        // The wider grades between a grade and what is listed.
        for (String wider : ancestors(indicator)) {
          if (!wider.equals(top) && grades.containsValue(wider)) {
            terms.add(wider);
          }
        }
      }
    }
    if (terms.isEmpty()) {
      terms.add(null);
    }
    terms.forEach(term -> count(new CountedGroup(code, term), place, name));
  }

  private String indicator(String grade, String noun) {
    String known = grades.get(Terms.key(grade));
    if (known != null) {
      return known;
    }
    return catalogue
        .meaning(grade)
        .or(() -> noun == null ? Optional.empty() : catalogue.meaning(grade + noun))
        .map(meaning -> meaning.indicator().id())
        .orElse(null);
  }

  /** What an indicator is a part of, and what that is a part of. */
  private Set<String> ancestors(String indicator) {
    Set<String> all = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(List.of(indicator));
    while (!open.isEmpty()) {
      catalogue
          .indicator(open.remove(open.size() - 1))
          .map(Indicator::partOf)
          .orElse(List.of())
          .stream()
          .filter(all::add)
          .forEach(open::add);
    }
    return all;
  }

  private void count(CountedGroup group, String place, String name) {
    ListedRows rows = groups.computeIfAbsent(group, key -> new ListedRows());
    rows.places.add(place);
    if (name == null || name.isBlank()) {
      rows.unnamed++;
    } else if (rows.names.add(Terms.key(name)) && rows.first.size() < NAMES_QUOTED) {
      rows.first.add(name.strip());
    }
  }

  /** The counts, by city. */
  List<ListCount> counts() {
    Map<String, ListCount> counts = new TreeMap<>();
    groups.forEach(
        (group, rows) -> {
          Meaning meaning = group.term == null ? null : catalogue.meaning(group.term).orElse(null);
          String indicator = meaning == null ? null : meaning.indicator().id();
          if (grades.containsValue(indicator)
              && !indicators.contains(indicator)
              && !listedIndicators.contains(indicator)
              && !isCovered(indicator)) {
            return;
          }
          counts.put(
              (group.city == null ? "~" : group.city)
                  + " "
                  + (indicator == null ? "~" + group.term : indicator),
              new ListCount(
                  group.city == null ? null : catalogue.areaByCode(group.city).orElse(null),
                  meaning,
                  meaning == null ? group.term : meaning.indicator().zh(),
                  rows.names.size() + rows.unnamed,
                  locator(rows.places),
                  String.join("、", rows.first) + (rows.names.size() > NAMES_QUOTED ? " …" : "")));
        });
    return List.copyOf(counts.values());
  }

  /** Whether the list has more than one grade within a wider one. */
  private boolean isCovered(String wider) {
    return indicators.stream().filter(each -> ancestors(each).contains(wider)).count() > 1;
  }

  /** The rows in one text: {@code row:2-5,9}. */
  static String locator(List<String> places) {
    Map<String, List<Integer>> bySheet = new LinkedHashMap<>();
    for (String place : places) {
      int end = place.length();
      while (end > 0 && Character.isDigit(place.charAt(end - 1))) {
        end--;
      }
      bySheet
          .computeIfAbsent(place.substring(0, end), key -> new ArrayList<>())
          .add(Integer.parseInt(place.substring(end)));
    }
    List<String> parts = new ArrayList<>();
    bySheet.forEach(
        (prefix, rows) -> {
          List<Integer> sorted = rows.stream().distinct().sorted().toList();
          List<String> ranges = new ArrayList<>();
          for (int i = 0; i < sorted.size(); ) {
            int j = i;
            while (j + 1 < sorted.size() && sorted.get(j + 1) == sorted.get(j) + 1) {
              j++;
            }
            ranges.add(i == j ? "" + sorted.get(i) : sorted.get(i) + "-" + sorted.get(j));
            i = j + 1;
          }
          parts.add(prefix + String.join(",", ranges));
        });
    return String.join(";", parts);
  }
}
