package org.duibiao.prose.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.Lexicon.Role;
import org.duibiao.catalogue.Terms;
import org.duibiao.model.Area;
import org.duibiao.model.code.Level;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Status;
import org.duibiao.normalize.cell.Scale;
import org.duibiao.normalize.cell.UnitReader;
import org.duibiao.normalize.number.NumberReader;
import org.duibiao.normalize.number.NumberReading;
import org.duibiao.prose.words.Vocabulary;

/** What single cells of a table mean by the catalogue. */
final class TableWords {

  private static final int LONGEST_VALUE = 24;
  private static final int LONGEST_UNIT = 12;
  private static final Set<String> MISSING =
      Set.of("", "/", "\\", "*", ".", "..", "...", "——", "--");

  private final Vocabulary words;
  private final UnitReader units;
  private final Map<String, Set<String>> sets = new HashMap<>();
  private Map<String, Catalogue.Meaning> loose;

  TableWords(Vocabulary words) {
    this.words = words;
    this.units = new UnitReader(words.catalogue());
  }

  Vocabulary vocabulary() {
    return words;
  }

  /** Whether a text is one of the words of the catalogue that say something. */
  boolean says(String id, String text) {
    return set(id).contains(Terms.key(text));
  }

  private Set<String> set(String id) {
    return sets.computeIfAbsent(
        id,
        each -> {
          Set<String> keys = new HashSet<>();
          words.catalogue().words(each).forEach(word -> keys.add(Terms.key(word)));
          return keys;
        });
  }

  /** The rest of a text after the longest of the words that it starts with; null if none does. */
  String after(String id, String text) {
    String longest = null;
    for (String word : set(id)) {
      if (text.startsWith(word) && (longest == null || word.length() > longest.length())) {
        longest = word;
      }
    }
    return longest == null ? null : text.substring(longest.length());
  }

  // Units and values.

  UnitReader.Printed unit(String text) {
    return text == null ? null : units.read(text);
  }

  boolean isUnit(String text) {
    UnitReader.Printed unit = text.length() > LONGEST_UNIT ? null : units.read(text);
    return unit != null && (unit.isKnown() || unit.isMultiplied())
        || words.catalogue().lexicon().words(Role.COUNTER).contains(text);
  }

  /** Whether a figure in a unit can be of an indicator; without a unit it can. */
  boolean fits(String unit, Catalogue.Meaning meaning, Measure measure) {
    UnitReader.Printed printed = units.read(unit);
    return printed == null
        || Scale.of(printed, meaning.indicator(), measure, Status.ACTUAL, words.catalogue())
            != null;
  }

  /** Whether a cell says that there is no figure. */
  boolean isMissing(String text) {
    return MISSING.contains(text) || NumberReader.read(text) instanceof NumberReading.Missing;
  }

  /** The figure of a cell, or null. */
  NumberReading.Figure figure(String text) {
    if (text.isEmpty() || text.length() > LONGEST_VALUE) {
      return null;
    }
    String plain = isBracketed(text) ? text.substring(1, text.length() - 1) : text;
    for (; ; ) {
      NumberReading reading = NumberReader.read(plain);
      if (reading instanceof NumberReading.Figure figure) {
        return figure.unit().isEmpty() || isUnit(figure.unit()) ? figure : null;
      }
      String link = words.list(Role.LINK).at(plain, 0);
      link = link == null ? words.list(Role.TARGET).at(plain, 0) : link;
      link = link == null ? words.list(Role.RISE).at(plain, 0) : link;
      link = link == null ? words.list(Role.FALL).at(plain, 0) : link;
      if (link == null || link.length() >= plain.length()) {
        return null;
      }
      plain = plain.substring(link.length());
    }
  }

  /** [25]: a figure that adds up the years of a plan. */
  static boolean isBracketed(String text) {
    return text.length() > 2 && text.charAt(0) == '[' && text.charAt(text.length() - 1) == ']';
  }

  // Areas.

  /** Whose figures a row or column of that name has; null if it is no name of an area. */
  TableColumn.TableArea area(String text, Area document, Area province) {
    String name = Terms.key(text);
    for (Role role : List.of(Role.AVERAGE)) {
      String average = words.list(role).before(name, name.length(), 2);
      name = average == null ? name : name.substring(0, name.length() - average.length());
    }
    if (words.list(Role.SELF).at(name, 0) != null
        && words.catalogue().isTotal(name.substring(words.list(Role.SELF).at(name, 0).length()))) {
      return new TableColumn.TableArea(document, "city");
    }
    if (isWord(Role.SELF, name)) {
      return new TableColumn.TableArea(document, "city");
    }
    if (isWord(Role.NATION, name)) {
      return new TableColumn.TableArea(nation(), "city");
    }
    String whole = words.list(Role.PROVINCE).at(name, 0);
    if (whole != null
        && (whole.equals(name) || words.catalogue().isTotal(name.substring(whole.length())))) {
      return new TableColumn.TableArea(province, "city");
    }
    if (isWord(Role.URBAN_CORE, name) || says("area/core", name)) {
      return new TableColumn.TableArea(document, "urban_core");
    }
    if (words.catalogue().isTotal(name)) {
      return new TableColumn.TableArea(document == null ? province : document, "city");
    }
    String district = words.district(name);
    if (district != null) {
      return new TableColumn.TableArea(document, "district:" + district);
    }
    Area area = words.area(name);
    if (area == null) {
      area = words.catalogue().area(name).filter(a -> a.level() != Level.COUNTY).orElse(null);
    }
    return area == null ? null : new TableColumn.TableArea(area, "city");
  }

  private boolean isWord(Role role, String name) {
    return name.equals(words.list(role).at(name, 0));
  }

  private Area nation() {
    return words.catalogue().areas().stream()
        .filter(area -> area.level() == Level.NATION)
        .findFirst()
        .orElse(null);
  }

  // Terms.

  /**
   * What a term means: as it stands, without a counting suffix, without the words in which two
   * terms for one thing may differ. Unlike in a sentence nothing of it may be left out: 公立医院床位数 is
   * not 床位数.
   */
  Catalogue.Meaning meaning(String text) {
    String term = Terms.key(text);
    for (String self = words.list(Role.SELF).at(term, 0);
        self != null && self.length() < term.length();
        self = words.list(Role.SELF).at(term, 0)) {
      term = term.substring(self.length());
    }
    Catalogue.Meaning exact = exact(term);
    if (exact != null || term.length() < 2) {
      return exact;
    }
    if (loose == null) {
      loose = new HashMap<>();
      words
          .catalogue()
          .meanings()
          .forEach(
              (alias, meaning) -> {
                Catalogue.Meaning other = loose.putIfAbsent(loose(alias), meaning);
                if (other != null && !same(other, meaning)) {
                  loose.put(loose(alias), AMBIGUOUS);
                }
              });
    }
    Catalogue.Meaning found = loose.get(loose(term));
    return found == AMBIGUOUS ? null : found;
  }

  private static final Catalogue.Meaning AMBIGUOUS =
      new Catalogue.Meaning(null, null, null, List.of(), "");

  private static boolean same(Catalogue.Meaning one, Catalogue.Meaning other) {
    return one.indicator() != null
        && one.indicator().id().equals(other.indicator().id())
        && one.measure() == other.measure();
  }

  private Catalogue.Meaning exact(String term) {
    Map<String, Catalogue.Meaning> meanings = words.catalogue().meanings();
    Catalogue.Meaning meaning = meanings.get(term);
    String suffix = words.list(Role.SUFFIX).before(term, term.length(), 2);
    return meaning != null || suffix == null
        ? meaning
        : meanings.get(term.substring(0, term.length() - suffix.length()));
  }

  private String loose(String term) {
    String rest = term;
    for (String filler : words.catalogue().lexicon().words(Role.FILLER)) {
      rest = rest.replace(filler, "");
    }
    return rest.length() < 2 ? term : rest;
  }
}
