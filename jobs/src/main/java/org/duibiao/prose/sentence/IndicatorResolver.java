package org.duibiao.prose.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.duibiao.catalogue.Catalogue.Meaning;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.model.Indicator;
import org.duibiao.model.Unit;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.Status;
import org.duibiao.normalize.cell.UnitConversion;
import org.duibiao.normalize.cell.UnitReader;
import org.duibiao.normalize.cell.UnitReader.PrintedUnit;
import org.duibiao.prose.document.FigureSubject;
import org.duibiao.prose.document.SectionTracker;
import org.duibiao.prose.words.DocumentVocabulary;

/**
 * Finds the indicators of figures: what their nouns mean by the catalogue together with their
 * units. The denominator of a unit may stand before the noun.
 */
final class IndicatorResolver {

  private static final Map<String, String> DENOMINATORS =
      Map.of("per_1000", "/千人", "per_10000", "/万人", "per_100000", "/十万人");

  private static final int CONTEXT = 120;

  /** A printed unit that stands for more says nothing of what is counted. */
  private static final int MOST_UNITS = 3;

  private final DocumentVocabulary words;
  private final SectionTracker sections;
  private final UnitReader units;
  private String text;

  /** Whether the paragraphs before were about health, by the last word that says a sector. */
  private boolean wasOfHealth;

  /** The denominator that was said last. */
  private String lastDenominator;

  IndicatorResolver(DocumentVocabulary words, SectionTracker sections) {
    this.words = words;
    this.sections = sections;
    this.units = new UnitReader(words.catalogue());
  }

  /** Begins a paragraph. */
  void beginParagraph(String paragraph) {
    if (text != null) {
      int health = last(WordClass.SECTOR_HEALTH, 0, text.length());
      int other = last(WordClass.SECTOR_OTHER, 0, text.length());
      wasOfHealth = health == other ? wasOfHealth : health > other;
    }
    text = paragraph;
    lastDenominator = null;
  }

  /**
   * What a figure is of, or null if the catalogue does not know it.
   *
   * @param clause where its clause begins
   * @param unit its unit, with the denominator
   */
  Meaning resolve(NumberToken token, int clause, String unit, FigureSubject subject) {
    if (token.owned) {
      return token.ambiguous ? null : words.meaning(token.term, "");
    }
    if (token.hasTerm() && isOfOtherSector(token)) {
      return null;
    }
    Meaning meaning = find(token, clause, unit, subject);
    return meaning == null ? null : ofResidents(token, meaning);
  }

  /**
   * A part of the residents is one of the registered if the last word that tells them says so; null
   * if its name says that they live there.
   */
  private Meaning ofResidents(NumberToken token, Meaning meaning) {
    Indicator of = meaning.indicator();
    int number = token.quantityFrom;
    boolean registered =
        meaning.basis() == PopulationBasis.PERMANENT
            && of.partOf().contains("permanent_population")
            && text.lastIndexOf("户籍", number) > text.lastIndexOf("常住", number);
    PopulationBasis basis = registered ? PopulationBasis.REGISTERED : meaning.basis();
    return registered && of.zh().contains("常住")
        ? null
        : new Meaning(of, basis, meaning.measure(), meaning.flags(), meaning.alias());
  }

  /**
   * Whether a noun that says no sector itself is of another one than health, by the last word
   * before it that says one: beds of welfare homes, staff of schools.
   */
  private boolean isOfOtherSector(NumberToken token) {
    String term = token.term;
    boolean bare = words.isBareHead(term) || words.isBareHead(words.withoutLeads(term));
    boolean silent =
        (bare || words.list(WordClass.RESOURCE).occursIn(term))
            && !words.list(WordClass.SECTOR_HEALTH).occursIn(term);
    if (!silent) {
      return false;
    }
    int from = Math.max(0, token.quantityFrom - CONTEXT);
    int other = last(WordClass.SECTOR_OTHER, from, token.quantityFrom);
    int health = last(WordClass.SECTOR_HEALTH, from, token.quantityFrom);
    if (other >= 0 || health >= 0) {
      return other > health;
    }
    String heading = sections.heading();
    boolean ofHealth = words.list(WordClass.SECTOR_HEALTH).occursIn(heading);
    return bare
        ? !ofHealth && !wasOfHealth
        : !ofHealth && words.list(WordClass.SECTOR_OTHER).occursIn(heading);
  }

  private int last(WordClass role, int from, int to) {
    return words.list(role).lastIndex(text, from, to);
  }

  private Meaning find(NumberToken token, int clause, String unit, FigureSubject subject) {
    String before = text.substring(Math.max(0, token.quantityFrom - CONTEXT), token.quantityFrom);
    Meaning meaning =
        !token.hasTerm() || token.ambiguous
            ? null
            : words.meaning(withoutPlace(token.term, subject), sections.heading() + "\n" + before);
    // It is a change of the one before it.
    if (token.antecedent != null
        && token.antecedent.meaning != null
        && (last(WordClass.RISE, clause, token.quantityFrom) >= 0
            || last(WordClass.FALL, clause, token.quantityFrom) >= 0
            || token.listSize > 0)) {
      meaning = token.antecedent.meaning;
    }
    if (meaning == null && token.term != null && unit != null) {
      meaning = counted(token, unit);
    }
    if (meaning == null
        && token.term != null
        && words.denominators().startOfTrailing(token.term) > 0) {
      // 全科医生每万人3名
      int at = words.denominators().startOfTrailing(token.term);
      meaning = words.meaning(token.term.substring(at) + token.term.substring(0, at), "");
    }
    if (unit != null && unit.startsWith("/") && !unit.equals(token.unit) && token.term != null) {
      Meaning divided = divided(token.term);
      meaning = divided == null ? meaning : divided;
    }
    if (meaning != null && token.termWithHead != null && unit != null) {
      PrintedUnit printed = units.read(unit);
      Meaning headed = words.meaning(token.termWithHead, "");
      if (headed != null && !fits(printed, meaning) && fits(printed, headed)) {
        meaning = headed;
      }
    }
    if (meaning != null && unit != null && isOfCauses(unit, meaning.indicator())) {
      return null;
    }
    if (meaning != null && token.unit != null && !token.unit.startsWith("/")) {
      // 千人口床位、医师分别增至6.8张、3.2人: the denominator of the first is that of the second.
      lastDenominator = DENOMINATORS.getOrDefault(meaning.indicator().unit().id(), lastDenominator);
    }
    return meaning;
  }

  /**
   * Whether a rate is printed per 100,000 that is usually told in thousandths or hundredths: it is
   * one of single causes or diseases, which a sentence before named.
   */
  private boolean isOfCauses(String unit, Indicator indicator) {
    int per = indicator.unit().per();
    return units.read(unit).units().stream().anyMatch(of -> of.per() == 100_000)
        && per > 1
        && per <= 1_000;
  }

  /** The printed unit, with the denominator that stands before the noun: 每千人口…6.5张. */
  String unitWithDenominator(NumberToken token, int clause) {
    String unit = unit(token, clause);
    token.divided = unit != null && unit.startsWith("/") ? unit : null;
    return unit;
  }

  private String unit(NumberToken token, int clause) {
    if (token.measurement && token.unit != null && !token.unit.equals("人")) {
      return token.unit;
    }
    boolean divided = token.isFraction();
    int start = clause;
    while (divided
        && start > Math.max(0, clause - 40)
        && Sentence.TERMINATORS.indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    if (isLikeAntecedent(token)
        && words.denominators().lastUnit(text, clause, token.quantityFrom) == null) {
      lastDenominator = token.antecedent.divided;
      return lastDenominator;
    }
    // Rates have no 万.
    boolean scaled = token.number.scaled();
    String said = scaled ? null : words.denominators().lastUnit(text, start, token.quantityFrom);
    if (said != null) {
      lastDenominator = said;
      return said;
    }
    // 每千人床位5.25张,比全省的5.66张少0.41张: things are counted in whole numbers.
    boolean other = text.lastIndexOf('每', token.quantityFrom) >= clause;
    return divided && lastDenominator != null && token.unit != null && !other
        ? lastDenominator
        : token.unit;
  }

  /** 每万人3.4名,而目标是3名: the denominator is not repeated. */
  private static boolean isLikeAntecedent(NumberToken token) {
    NumberToken first = token.antecedent;
    return first != null
        && first.divided != null
        && Objects.equals(first.unit, token.unit)
        && !token.number.scaled()
        && token.number.value().compareTo(first.number.value().multiply(BigDecimal.TEN)) < 0;
  }

  /** 每千常住人口5.3张: the unit says what is counted. */
  private Meaning counted(NumberToken token, String unit) {
    if (token.unit == null
        || !words.denominators().isDenominator(token.term)
        || !unit.startsWith("/")) {
      return null;
    }
    List<Unit> units = words.catalogue().unitsOf(token.unit);
    if (units.size() > MOST_UNITS) {
      // 个 counts anything.
      return null;
    }
    return units.stream()
        .filter(of -> of.counts() != null)
        .flatMap(of -> words.catalogue().indicator(of.counts()).stream())
        .map(things -> words.meaning(token.term + things.zh(), ""))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The noun without the district that it begins with. */
  private static String withoutPlace(String term, FigureSubject subject) {
    String name = subject.scope().substring(subject.scope().indexOf(':') + 1);
    return term.startsWith(name) && term.length() > name.length() + 1
        ? term.substring(name.length())
        : term;
  }

  private boolean fits(PrintedUnit printed, Meaning meaning) {
    return UnitConversion.of(
            printed, meaning.indicator(), Measure.LEVEL, Status.ACTUAL, words.catalogue())
        != null;
  }

  /** What a noun means as a rate: 执业医师, after 每千人口床位. */
  private Meaning divided(String term) {
    String per = lastDenominator.substring(1, lastDenominator.length() - 1);
    String noun = words.denominators().without(term);
    return Stream.of("人口", "常住人口", "人")
        .map(people -> words.meaning("每" + per + people + noun, ""))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
