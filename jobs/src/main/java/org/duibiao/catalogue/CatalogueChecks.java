package org.duibiao.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks what must hold in a catalogue beyond the schemas of its files. */
final class CatalogueChecks {

  private static final Pattern NUMERAL = Pattern.compile("[0-9〇零○一二两三四五六七八九十百千万亿廿]");
  private static final Pattern MULTIPLIED = Pattern.compile("[十百千万亿]+(.+)");
  private static final String PROPORTION = "proportion";
  private static final String ALL = "all";

  private final AreasFile areas;
  private final YamlList units;
  private final YamlList indicators;
  private final Map<String, YamlList> lists;

  CatalogueChecks(AreasFile areas, Map<String, YamlList> lists) {
    this.areas = areas;
    this.units = lists.get("units");
    this.indicators = lists.get("indicators");
    this.lists = lists;
  }

  /** Reports what is wrong at its place. */
  void run() {
    checkUnits();
    checkIndicators();
    checkNatures();
    checkBenchmarks();
    checkBreaks();
    checkSynonyms();
    checkSums();
  }

  private void checkUnits() {
    for (YamlEntry unit : units.list) {
      unit.checkReferences(indicators, "counts");
      if (unit.has("per") && !unit.text("dimension").equals(PROPORTION)) {
        unit.reportAt(
            "per", "per is for the dimension proportion only; remove it or change the dimension");
      }
      Map<String, YamlEntry> forms = new HashMap<>();
      for (YamlEntry form : unit.list("forms")) {
        YamlEntry taken = forms.putIfAbsent(Terms.key(form.text()), form);
        // Variants in full width are listed for the reader: ％ beside %.
        if (taken != null && taken.text().equals(form.text())) {
          form.report("form '" + form.text() + "' stands twice; remove one");
        }
      }
      for (YamlEntry form : unit.list("forms")) {
        Matcher multiplied = MULTIPLIED.matcher(Terms.key(form.text()));
        if (multiplied.matches() && forms.containsKey(multiplied.group(1))) {
          form.report(
              "form '%s' is '%s' with a multiplier, which is read anyway; remove it",
              form.text(), multiplied.group(1));
        }
      }
    }
  }

  private void checkIndicators() {
    checkTerms();
    for (YamlEntry indicator : indicators.list) {
      indicator.checkReferences(units, "unit");
      indicator.checkReferences(indicators, "part_of", "completes", "substitute");
      checkOrder(indicator, "range", "min", "is more than", "max");
    }
    indicators.reportCycles("part_of");
  }

  private void checkTerms() {
    Map<String, YamlEntry> owners = new HashMap<>();
    Map<String, YamlEntry> places = new HashMap<>();
    for (YamlEntry indicator : indicators.list) {
      List<YamlEntry> terms = new ArrayList<>();
      terms.addAll(indicator.list("id"));
      terms.addAll(indicator.list("zh"));
      terms.addAll(indicator.list("aliases"));
      for (YamlEntry term : terms) {
        String text = term.term();
        if (text.isEmpty()) {
          continue;
        }
        String key = Terms.key(text);
        YamlEntry owner = owners.putIfAbsent(key, indicator);
        YamlEntry place = places.putIfAbsent(key, term);
        if (owner == indicator) {
          // Another spelling of the same is listed for the reader: Hospitals beside hospitals.
          if (place.term().equals(text) || !place.qualifiers().equals(term.qualifiers())) {
            term.report("term '" + text + "' is there already, in line " + place.line());
          }
        } else if (owner != null) {
          term.report(
              "term '%s' means %s already, in line %s; a term may belong to one indicator",
              text, owner.id(), place.line());
        }
      }
    }
  }

  private void checkNatures() {
    Map<String, YamlEntry> places = new HashMap<>();
    for (YamlEntry nature : lists.get("natures").list) {
      for (YamlEntry term : nature.list("terms")) {
        YamlEntry place = places.putIfAbsent(Terms.key(term.text()), term);
        if (place != null) {
          term.report("term '" + term.text() + "' is there already, in line " + place.line());
        }
      }
    }
  }

  private void checkBenchmarks() {
    for (YamlEntry benchmark : lists.get("benchmarks").list) {
      benchmark.checkReferences(
          indicators, "numerator", "denominator", "published", "bases", "ages");
      benchmark.checkReferences(units, "unit");
      YamlEntry unit = units.byId.get(benchmark.text("unit"));
      if (unit == null) {
        continue;
      }
      if (benchmark.has("per")
          && unit.has("per")
          && benchmark.number("per") != unit.number("per")) {
        benchmark.reportAt(
            "per",
            "per %s does not fit the unit %s, which is per %s",
            benchmark.text("per"),
            unit.id(),
            unit.text("per"));
      }
      YamlEntry published = indicators.byId.get(benchmark.text("published"));
      if (published != null && published.has("unit") && !published.text("unit").equals(unit.id())) {
        benchmark.reportAt(
            "unit",
            "unit %s differs from that of the published indicator, %s",
            unit.id(),
            published.text("unit"));
      }
    }
  }

  private void checkBreaks() {
    for (YamlEntry entry : lists.get("breaks").list) {
      if (!entry.text("indicator").equals(ALL)) {
        entry.checkReferences(indicators, "indicator");
      }
      for (YamlEntry city : entry.isList("cities") ? entry.list("cities") : List.<YamlEntry>of()) {
        if (areas != null && areas.codes() != null && !areas.codes().contains(city.text())) {
          city.report("code '" + city.text() + "' is not in areas.csv; add it or correct it");
        }
      }
      entry.checkDate("date");
      entry.checkDate("announced");
      checkOrder(entry, "revises", "from", "is after", "to");
    }
  }

  private static void checkOrder(
      YamlEntry entry, String key, String first, String words, String last) {
    BigDecimal low = entry.decimal(key, first);
    BigDecimal high = entry.decimal(key, last);
    if (low != null && high != null && low.compareTo(high) > 0) {
      entry.reportAt(
          key, "%s %s %s %s %s", first, low.toPlainString(), words, last, high.toPlainString());
    }
  }

  private void checkSynonyms() {
    for (YamlEntry entry : lists.get("synonyms").list) {
      for (Map.Entry<String, JsonNode> pair : entry.node.path("pairs").properties()) {
        if (NUMERAL.matcher(pair.getKey() + pair.getValue().asText()).find()) {
          entry.reportAt(
              "pairs",
              "'%s' holds a numeral: the numbers of a text are found before its synonyms",
              pair.getKey());
        }
      }
    }
  }

  private void checkSums() {
    for (YamlEntry sum : lists.get("sums").list) {
      sum.checkReferences(indicators, "whole", "parts");
    }
  }
}
