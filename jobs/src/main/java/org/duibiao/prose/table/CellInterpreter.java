package org.duibiao.prose.table;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duibiao.catalogue.Catalogue.Meaning;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.catalogue.Terms;
import org.duibiao.model.Area;
import org.duibiao.model.Scope;
import org.duibiao.model.code.AreaLevel;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Status;
import org.duibiao.normalize.cell.HeaderReader;
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

  final DocumentVocabulary vocabulary;
  private final UnitReader units;
  final HeaderReader headers;

  CellInterpreter(DocumentVocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.units = new UnitReader(vocabulary.catalogue());
    this.headers = new HeaderReader(vocabulary.catalogue());
  }

  /** The rest of a text after the longest of the words that it starts with; null if none does. */
  String withoutPrefix(String id, String text) {
    return vocabulary.catalogue().words(id).stream()
        .map(Terms::key)
        .filter(text::startsWith)
        .max(Comparator.comparingInt(String::length))
        .map(longest -> text.substring(longest.length()))
        .orElse(null);
  }

  // Units and values.

  boolean isUnit(String text) {
    PrintedUnit unit = text.length() > LONGEST_UNIT ? null : units.read(text);
    return unit != null && (unit.isKnown() || unit.isMultiplied())
        || vocabulary.catalogue().lexicon().words(WordClass.COUNTER).contains(text);
  }

  /** Whether a figure in a unit can be of an indicator; without a unit it can. */
  boolean fits(String unit, Meaning meaning, Measure measure) {
    PrintedUnit printed = units.read(unit);
    return printed == null
        || UnitConversion.of(
                printed, meaning.indicator(), measure, Status.ACTUAL, vocabulary.catalogue())
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
      String link = vocabulary.at("<LINK>|<TARGET>|<RISE>|<FALL>", plain, 0);
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
    String average = vocabulary.list(WordClass.AVERAGE).before(key, key.length(), 2);
    String name = average == null ? key : key.substring(0, key.length() - average.length());
    if (isNamed(WordClass.SELF, name)) {
      return new TableArea(document, Scope.CITY);
    }
    if (isNamed(WordClass.NATION, name)) {
      return new TableArea(vocabulary.nation(), Scope.CITY);
    }
    if (isNamed(WordClass.PROVINCE, name)) {
      return new TableArea(province, Scope.CITY);
    }
    if (isNamed(WordClass.URBAN_CORE, name) || headers.is("area/core", name)) {
      return new TableArea(document, "urban_core");
    }
    if (vocabulary.catalogue().isTotal(name)) {
      return new TableArea(document == null ? province : document, Scope.CITY);
    }
    String district = vocabulary.fullDistrictName(name);
    if (district != null) {
      return new TableArea(document, "district:" + district);
    }
    return Optional.ofNullable(vocabulary.area(name))
        .or(() -> vocabulary.catalogue().area(name).filter(a -> a.level() != AreaLevel.COUNTY))
        .map(named -> new TableArea(named, Scope.CITY))
        .orElse(null);
  }

  /** Whether a name is a word of a class, or one and then one for a total: 全市合计. */
  private boolean isNamed(WordClass role, String name) {
    String word = vocabulary.list(role).at(name, 0);
    return word != null
        && (word.equals(name) || vocabulary.catalogue().isTotal(name.substring(word.length())));
  }

  // Terms.

  /**
   * What a term means: as it stands, without a counting suffix, without the words in which two
   * terms for one thing may differ. Unlike in a sentence nothing of it may be left out: 公立医院床位数 is
   * not 床位数.
   */
  Meaning meaning(String text) {
    String term = Terms.key(text);
    for (String self = vocabulary.list(WordClass.SELF).at(term, 0);
        self != null && self.length() < term.length();
        self = vocabulary.list(WordClass.SELF).at(term, 0)) {
      term = term.substring(self.length());
    }
    Meaning exact = exact(term);
    return exact != null || term.length() < 2 ? exact : vocabulary.meaningWithoutFillers(term);
  }

  private Meaning exact(String term) {
    Map<String, Meaning> meanings = vocabulary.catalogue().meanings();
    Meaning meaning = meanings.get(term);
    String suffix = vocabulary.list(WordClass.SUFFIX).before(term, term.length(), 2);
    return meaning != null || suffix == null
        ? meaning
        : meanings.get(term.substring(0, term.length() - suffix.length()));
  }
}
