package org.duibiao.normalize.table;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.LocalDate;
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
import java.util.TreeSet;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.Catalogue.Meaning;
import org.duibiao.catalogue.Terms;
import org.duibiao.model.Area;
import org.duibiao.model.Indicator;
import org.duibiao.model.Period;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.ReadingMethod;
import org.duibiao.normalize.cell.AddressReader;
import org.duibiao.normalize.cell.PeriodReader.ParsedPeriod;
import org.duibiao.normalize.reading.ReadingDraft;

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
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<String> places = new ArrayList<>();
    private long unnamed;
  }

  /**
   * How many there are.
   *
   * @param draft what they are, where and when
   * @param locator the rows that were counted
   * @param quote the first names
   */
  record ListCount(ReadingDraft draft, String locator, String quote) {}

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
    if (noun != null) {
      terms.add(id(noun).orElse(noun));
      id(noun).ifPresent(listedIndicators::add);
    }
    if (grade != null && !grade.isBlank()) {
      String indicator = indicator(grade.strip(), noun);
      terms.add(indicator == null ? grade.strip() : indicator);
      if (indicator != null) {
        indicators.add(indicator);
        // The wider grades between a grade and what is listed.
        catalogue.wholesOf(indicator).stream().filter(grades::containsValue).forEach(terms::add);
      }
    }
    if (terms.isEmpty()) {
      terms.add(null);
    }
    terms.forEach(term -> count(new CountedGroup(code, term), place, name));
  }

  private String indicator(String grade, String noun) {
    return Optional.ofNullable(grades.get(Terms.key(grade)))
        .or(() -> id(grade))
        .or(() -> noun == null ? Optional.empty() : id(grade + noun))
        .orElse(null);
  }

  private Optional<String> id(String term) {
    return catalogue.meaning(term).map(meaning -> meaning.indicator().id());
  }

  private void count(CountedGroup group, String place, String name) {
    ListedRows rows = groups.computeIfAbsent(group, key -> new ListedRows());
    rows.places.add(place);
    if (name == null || name.isBlank()) {
      rows.unnamed++;
    } else {
      rows.names.putIfAbsent(Terms.key(name), name.strip());
    }
  }

  /**
   * The counts, by city.
   *
   * @param period when the list says it is of, or neither a period nor a problem
   * @param published when it was published, or null
   * @param usedAliases collects the aliases that the things are listed under
   */
  List<ListCount> counts(ParsedPeriod period, LocalDate published, Set<String> usedAliases) {
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
          ReadingDraft draft = new ReadingDraft();
          draft
              .row
              .method(ReadingMethod.COUNT)
              .value(BigDecimal.valueOf(rows.names.size() + rows.unnamed))
              .resolution(BigDecimal.ONE)
              .bound(Bound.EQ);
          draft.flags.add(Flag.DERIVED);
          addThing(group.term, meaning, draft, usedAliases);
          if (group.city == null) {
            draft.addMissing("city");
            draft.addDetail(
                "the city is not clear from these rows: write it into their column of cities");
          } else {
            draft.area = catalogue.areaByCode(group.city).orElseThrow();
          }
          addTime(period, published, draft);
          counts.put(
              (group.city == null ? "~" : group.city)
                  + " "
                  + (indicator == null ? "~" + group.term : indicator),
              new ListCount(
                  draft,
                  locator(rows.places),
                  rows.names.values().stream().limit(NAMES_QUOTED).collect(joining("、"))
                      + (rows.names.size() > NAMES_QUOTED ? " …" : "")));
        });
    return List.copyOf(counts.values());
  }

  private static void addThing(
      String term, Meaning meaning, ReadingDraft draft, Set<String> usedAliases) {
    if (meaning != null) {
      ValueInterpreter.apply(meaning, draft, usedAliases);
      draft.row.term(draft.indicator.zh());
      draft.row.unit(draft.indicator.unit().id());
      return;
    }
    draft.row.term(term);
    draft.addMissing("indicator");
    draft.addDetail(
        term == null
            ? "what is listed is not said: set `indicator` under `constants`, such as 三级甲等医院"
            : "the catalogue does not know '" + term + "': add it to indicators.yaml");
  }

  private static void addTime(ParsedPeriod period, LocalDate published, ReadingDraft draft) {
    if (period.period() != null) {
      ValueInterpreter.apply(period, draft);
    } else if (published != null) {
      // A list is as of the day on which it is published.
      draft.period = Period.instant(published);
      draft.flags.add(Flag.DATE_INFERRED);
    } else {
      draft.addMissing("period");
      draft.addDetail("no period is given: set it under `constants`, or `published`");
    }
  }

  /** Whether the list has more than one grade within a wider one. */
  private boolean isCovered(String wider) {
    return indicators.stream().filter(each -> catalogue.wholesOf(each).contains(wider)).count() > 1;
  }

  /** The rows in one text: {@code row:2-5,9}. */
  static String locator(List<String> places) {
    Map<String, TreeSet<Integer>> bySheet = new LinkedHashMap<>();
    for (String place : places) {
      String prefix = place.replaceFirst("[0-9]+$", "");
      bySheet
          .computeIfAbsent(prefix, key -> new TreeSet<>())
          .add(Integer.parseInt(place.substring(prefix.length())));
    }
    return bySheet.entrySet().stream()
        .map(sheet -> sheet.getKey() + String.join(",", ranges(sheet.getValue())))
        .collect(joining(";"));
  }

  private static List<String> ranges(TreeSet<Integer> rows) {
    List<String> ranges = new ArrayList<>();
    for (Integer first = rows.first(); first != null; ) {
      int last = first;
      while (rows.contains(last + 1)) {
        last++;
      }
      ranges.add(first == last ? "" + last : first + "-" + last);
      first = rows.higher(last);
    }
    return ranges;
  }
}
