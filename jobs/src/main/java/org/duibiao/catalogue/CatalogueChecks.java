package org.duibiao.catalogue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks what must hold in a catalogue beyond the schemas of its files. */
final class CatalogueChecks {

  private static final Pattern NUMERAL = Pattern.compile("[0-9〇零○一二两三四五六七八九十百千万亿廿]");
  private static final Pattern MULTIPLIED = Pattern.compile("[十百千万亿]+(.+)");

  private final Set<String> areas;
  private final YamlList units;
  private final YamlList indicators;
  private final Map<String, YamlList> lists;

  /**
   * The checks of these lists.
   *
   * @param areas the codes of the areas, or null if they are not known
   */
  CatalogueChecks(Set<String> areas, Map<String, YamlList> lists) {
    this.areas = areas;
    this.units = lists.get("units");
    this.indicators = lists.get("indicators");
    this.lists = lists;
  }

  /** Reports what is wrong at its place. */
  void run() {
    units.list.forEach(this::checkUnit);
    checkIndicators();
    checkNatures();
    lists.get("benchmarks").list.forEach(this::checkBenchmark);
    lists.get("breaks").list.forEach(this::checkBreak);
    lists.get("synonyms").list.forEach(CatalogueChecks::checkSynonyms);
    lists.get("sums").list.forEach(sum -> sum.checkReferences(indicators, "whole", "parts"));
  }

  private void checkUnit(CheckedEntry unit) {
    unit.checkReferences(indicators, "counts");
    if (unit.has("per") && !unit.text("dimension").equals("proportion")) {
      unit.reportAt(
          "per", "per is for the dimension proportion only; remove it or change the dimension");
    }
    Map<String, CheckedEntry> forms = new HashMap<>();
    for (CheckedEntry form : unit.list("forms")) {
      CheckedEntry taken = forms.putIfAbsent(Terms.key(form.text()), form);
      // Variants in full width are listed for the reader: ％ beside %.
      if (taken != null && taken.text().equals(form.text())) {
        form.report("form '%s' stands twice; remove one", form.text());
      }
    }
    for (CheckedEntry form : unit.list("forms")) {
      Matcher multiplied = MULTIPLIED.matcher(Terms.key(form.text()));
      if (multiplied.matches() && forms.containsKey(multiplied.group(1))) {
        form.report(
            "form '%s' is '%s' with a multiplier, which is read anyway; remove it",
            form.text(), multiplied.group(1));
      }
    }
  }

  private void checkIndicators() {
    checkTerms();
    for (CheckedEntry indicator : indicators.list) {
      indicator.checkReferences(units, "unit");
      indicator.checkReferences(indicators, "part_of", "completes", "substitute");
      checkOrder(indicator, "range", "min", "is more than", "max");
    }
    indicators.reportCycles("part_of");
  }

  private void checkTerms() {
    Map<String, CheckedEntry> owners = new HashMap<>();
    Map<String, CheckedEntry> places = new HashMap<>();
    for (CheckedEntry indicator : indicators.list) {
      List<CheckedEntry> terms =
          Stream.of("id", "zh", "aliases").flatMap(key -> indicator.list(key).stream()).toList();
      for (CheckedEntry term : terms) {
        String text = term.text();
        if (text.isEmpty()) {
          continue;
        }
        CheckedEntry owner = owners.putIfAbsent(Terms.key(text), indicator);
        CheckedEntry place = places.putIfAbsent(Terms.key(text), term);
        if (owner == indicator) {
          // Another spelling of the same is listed for the reader: Hospitals beside hospitals.
          if (place.text().equals(text) || !qualifiers(place).equals(qualifiers(term))) {
            reportTaken(term, place);
          }
        } else if (owner != null) {
          term.report(
              "term '%s' means %s already, in line %s; a term may belong to one indicator",
              text, owner.id(), place.line());
        }
      }
    }
  }

  /** Of an alias: what it says besides the indicator. */
  private static List<String> qualifiers(CheckedEntry alias) {
    return List.of(alias.text("basis"), alias.text("measure"), alias.texts("flags").toString());
  }

  private static void reportTaken(CheckedEntry term, CheckedEntry place) {
    term.report("term '%s' is there already, in line %s", term.text(), place.line());
  }

  private void checkNatures() {
    Map<String, CheckedEntry> places = new HashMap<>();
    for (CheckedEntry nature : lists.get("natures").list) {
      for (CheckedEntry term : nature.list("terms")) {
        CheckedEntry place = places.putIfAbsent(Terms.key(term.text()), term);
        if (place != null) {
          reportTaken(term, place);
        }
      }
    }
  }

  private void checkBenchmark(CheckedEntry benchmark) {
    benchmark.checkReferences(
        indicators, "numerator", "denominator", "published", "bases", "bounded_by", "ages");
    benchmark.checkReferences(units, "unit");
    CheckedEntry unit = units.byId.get(benchmark.text("unit"));
    if (unit == null) {
      return;
    }
    if (benchmark.has("per") && unit.has("per") && benchmark.number("per") != unit.number("per")) {
      String problem = "per %s does not fit the unit %s, which is per %s";
      benchmark.reportAt("per", problem, benchmark.text("per"), unit.id(), unit.text("per"));
    }
    CheckedEntry published = indicators.byId.get(benchmark.text("published"));
    if (published != null && published.has("unit") && !published.text("unit").equals(unit.id())) {
      String problem = "unit %s differs from that of the published indicator, %s";
      benchmark.reportAt("unit", problem, unit.id(), published.text("unit"));
    }
  }

  private void checkBreak(CheckedEntry entry) {
    if (!entry.text("indicator").equals(CatalogueReader.ALL)) {
      entry.checkReferences(indicators, "indicator");
    }
    if (entry.isList("cities") && areas != null) {
      for (CheckedEntry city : entry.list("cities")) {
        if (!areas.contains(city.text())) {
          city.report("code '%s' is not in areas.csv; add it or correct it", city.text());
        }
      }
    }
    entry.checkDates("date", "announced");
    checkOrder(entry, "revises", "from", "is after", "to");
  }

  private static void checkOrder(
      CheckedEntry entry, String key, String first, String words, String last) {
    BigDecimal low = entry.decimal(key, first);
    BigDecimal high = entry.decimal(key, last);
    if (low != null && high != null && low.compareTo(high) > 0) {
      entry.reportAt(
          key, "%s %s %s %s %s", first, low.toPlainString(), words, last, high.toPlainString());
    }
  }

  private static void checkSynonyms(CheckedEntry entry) {
    String problem = "'%s' holds a numeral: the numbers of a text are found before its synonyms";
    for (Map.Entry<String, String> pair : entry.at("pairs").pairs().entrySet()) {
      if (NUMERAL.matcher(pair.getKey() + pair.getValue()).find()) {
        entry.reportAt("pairs", problem, pair.getKey());
      }
    }
  }
}
