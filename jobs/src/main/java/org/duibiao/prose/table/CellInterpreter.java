package org.duibiao.prose.table;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duibiao.catalogue.Catalogue.Meaning;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.catalogue.Terms;
import org.duibiao.model.Area;
import org.duibiao.model.code.AreaLevel;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Status;
import org.duibiao.normalize.cell.UnitConversion;
import org.duibiao.normalize.cell.UnitReader;
import org.duibiao.normalize.cell.UnitReader.PrintedUnit;
import org.duibiao.normalize.number.NumberReader;
import org.duibiao.normalize.number.ParsedNumber;
import org.duibiao.normalize.number.ParsedNumber.Amount;
import org.duibiao.prose.table.TableColumn.TableArea;
import org.duibiao.prose.words.DocumentVocabulary;

/** What single cells of a table mean by the catalogue. */
final class CellInterpreter {

  private static final int LONGEST_VALUE = 24;
  private static final int LONGEST_UNIT = 12;
  private static final Set<String> MISSING =
      Set.of("", "/", "\\", "*", ".", "..", "...", "——", "--");

  private static final List<WordClass> LINKS =
      List.of(WordClass.LINK, WordClass.TARGET, WordClass.RISE, WordClass.FALL);

  private final DocumentVocabulary words;
  private final UnitReader units;
  private final Map<String, Set<String>> sets = new HashMap<>();
  private Map<String, List<Meaning>> withoutFillers;

  CellInterpreter(DocumentVocabulary words) {
    this.words = words;
    this.units = new UnitReader(words.catalogue());
  }

  DocumentVocabulary vocabulary() {
    return words;
  }

  /** Whether a text is one of the words of the catalogue that say something. */
  boolean isListed(String id, String text) {
    return set(id).contains(Terms.key(text));
  }

  private Set<String> set(String id) {
    return sets.computeIfAbsent(
        id, each -> words.catalogue().words(each).stream().map(Terms::key).collect(toSet()));
  }

  /** The rest of a text after the longest of the words that it starts with; null if none does. */
  String withoutPrefix(String id, String text) {
    return set(id).stream()
        .filter(text::startsWith)
        .max(Comparator.comparingInt(String::length))
        .map(longest -> text.substring(longest.length()))
        .orElse(null);
  }

  // Units and values.

  boolean isUnit(String text) {
    PrintedUnit unit = text.length() > LONGEST_UNIT ? null : units.read(text);
    return unit != null && (unit.isKnown() || unit.isMultiplied())
        || words.catalogue().lexicon().words(WordClass.COUNTER).contains(text);
  }

  /** Whether a figure in a unit can be of an indicator; without a unit it can. */
  boolean fits(String unit, Meaning meaning, Measure measure) {
    PrintedUnit printed = units.read(unit);
    return printed == null
        || UnitConversion.of(
                printed, meaning.indicator(), measure, Status.ACTUAL, words.catalogue())
            != null;
  }

  /** Whether a cell says that there is no figure. */
  boolean isMissing(String text) {
    return MISSING.contains(text) || NumberReader.read(text) instanceof ParsedNumber.Missing;
  }

  /** The figure of a cell, or null. */
  Amount number(String text) {
    if (text.isEmpty() || text.length() > LONGEST_VALUE) {
      return null;
    }
    String plain = isBracketed(text) ? text.substring(1, text.length() - 1) : text;
    for (; ; ) {
      ParsedNumber reading = NumberReader.read(plain);
      if (reading instanceof Amount figure) {
        return figure.unit().isEmpty() || isUnit(figure.unit()) ? figure : null;
      }
      String link = words.firstAt(plain, LINKS);
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

  /** The area of the figures of a row or column of that name; null if it names no area. */
  TableArea area(String text, Area document, Area province) {
    String key = Terms.key(text);
    String average = words.list(WordClass.AVERAGE).before(key, key.length(), 2);
    String name = average == null ? key : key.substring(0, key.length() - average.length());
    if (isWord(WordClass.SELF, name) || isTotalOf(WordClass.SELF, name)) {
      return new TableArea(document, "city");
    }
    if (isWord(WordClass.NATION, name)) {
      return new TableArea(words.nation(), "city");
    }
    if (isWord(WordClass.PROVINCE, name) || isTotalOf(WordClass.PROVINCE, name)) {
      return new TableArea(province, "city");
    }
    if (isWord(WordClass.URBAN_CORE, name) || isListed("area/core", name)) {
      return new TableArea(document, "urban_core");
    }
    if (words.catalogue().isTotal(name)) {
      return new TableArea(document == null ? province : document, "city");
    }
    String district = words.fullDistrictName(name);
    if (district != null) {
      return new TableArea(document, "district:" + district);
    }
    Area area = words.area(name);
    if (area == null) {
      area = words.catalogue().area(name).filter(a -> a.level() != AreaLevel.COUNTY).orElse(null);
    }
    return area == null ? null : new TableArea(area, "city");
  }

  private boolean isWord(WordClass role, String name) {
    return name.equals(words.list(role).at(name, 0));
  }

  /** Whether a name is a word of a class and then one for a total: 全市合计. */
  private boolean isTotalOf(WordClass role, String name) {
    String word = words.list(role).at(name, 0);
    return word != null && words.catalogue().isTotal(name.substring(word.length()));
  }

  // Terms.

  /**
   * What a term means: as it stands, without a counting suffix, without the words in which two
   * terms for one thing may differ. Unlike in a sentence nothing of it may be left out: 公立医院床位数 is
   * not 床位数.
   */
  Meaning meaning(String text) {
    String term = Terms.key(text);
    for (String self = words.list(WordClass.SELF).at(term, 0);
        self != null && self.length() < term.length();
        self = words.list(WordClass.SELF).at(term, 0)) {
      term = term.substring(self.length());
    }
    Meaning exact = exact(term);
    if (exact != null || term.length() < 2) {
      return exact;
    }
    if (withoutFillers == null) {
      withoutFillers =
          words.catalogue().meanings().entrySet().stream()
              .collect(
                  groupingBy(
                      alias -> words.withoutFillers(alias.getKey()),
                      mapping(Map.Entry::getValue, toList())));
    }
    List<Meaning> found = withoutFillers.getOrDefault(words.withoutFillers(term), List.of());
    return found.stream().map(each -> each.indicator().id() + each.measure()).distinct().count()
            == 1
        ? found.get(0)
        : null;
  }

  private Meaning exact(String term) {
    Map<String, Meaning> meanings = words.catalogue().meanings();
    Meaning meaning = meanings.get(term);
    String suffix = words.list(WordClass.SUFFIX).before(term, term.length(), 2);
    return meaning != null || suffix == null
        ? meaning
        : meanings.get(term.substring(0, term.length() - suffix.length()));
  }
}
