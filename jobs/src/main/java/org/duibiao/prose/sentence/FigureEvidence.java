package org.duibiao.prose.sentence;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.duibiao.catalogue.Catalogue.Meaning;
import org.duibiao.catalogue.EvidenceKind;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.catalogue.Terms;
import org.duibiao.model.Period;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Status;
import org.duibiao.prose.document.DocumentContext;
import org.duibiao.prose.document.Evidence;
import org.duibiao.prose.document.FigureSubject;
import org.duibiao.prose.document.SectionTracker;
import org.duibiao.prose.document.SectionTracker.Modality;
import org.duibiao.prose.sentence.AreaAttribution.SubjectMatch;
import org.duibiao.prose.sentence.ChangeClassifier.Change;
import org.duibiao.prose.sentence.StatusClassifier.StatusMatch;
import org.duibiao.prose.sentence.TimeResolver.ResolvedTime;
import org.duibiao.prose.words.Characters;
import org.duibiao.prose.words.DocumentVocabulary;
import org.duibiao.prose.words.TimeExpressions.TimeExpression;

/** Collects what the attributes of one figure of a sentence rest on, and its circumstances. */
final class FigureEvidence {

  /** The fourth figure of a sentence stands far from what opens it. */
  private static final int MANY_FIGURES = 3;

  private static final Pattern FIGURE = Pattern.compile("(?<![.\\d])\\d");

  /** What may stand before a figure whose noun is left out. */
  private static final WordClass[] WORDS_WITHOUT_NOUN = {
    WordClass.RISE, WordClass.FALL, WordClass.GROWTH, WordClass.DECLINE,
    WordClass.EXTENT, WordClass.ADDED, WordClass.COMPARED_TO, WordClass.COMPARATOR,
    WordClass.ANAPHOR, WordClass.DONE, WordClass.TARGET, WordClass.PLAN,
    WordClass.NATION, WordClass.PROVINCE, WordClass.AVERAGE, WordClass.LINK
  };

  /** What intentions do: they add, aim, plan, raise or lower. */
  private static final WordClass[] AIMS = {
    WordClass.ADDED, WordClass.TARGET, WordClass.PLAN, WordClass.RISE, WordClass.FALL
  };

  private final DocumentVocabulary words;
  private final DocumentContext document;
  private final Sentence sentence;
  private final NumberToken token;
  private final String text;
  private final int number;
  private final int clause;
  private final Set<EvidenceKind> kinds = EnumSet.noneOf(EvidenceKind.class);

  FigureEvidence(
      DocumentVocabulary words,
      DocumentContext document,
      SectionTracker sections,
      Sentence sentence,
      NumberToken token) {
    this.words = words;
    this.document = document;
    this.sentence = sentence;
    this.token = token;
    this.text = sentence.text();
    this.number = token.quantityFrom;
    this.clause = sentence.clauseStart(number);
    int open = text.lastIndexOf('(', number);
    addIf(open >= sentence.from() && text.indexOf(')', open) > number, EvidenceKind.IN_BRACKETS);
    addIf(token.listSize > 0, EvidenceKind.IN_LIST);
    addIf(sections.modality() == Modality.PLANNED, EvidenceKind.IN_PLANS);
    addIf(token.isElided(), EvidenceKind.ELIDED);
    addIf(!Character.isDigit(text.charAt(token.from)), EvidenceKind.NUMBER_IN_WORDS);
    addIf(
        sentence.isAnyBetween(
            sentence.start(number, "。;；"), number, WordClass.COMPARATOR, WordClass.COMPARED_TO),
        EvidenceKind.COMPARED);
    // How many numbers with digits stand before it in its sentence, those of times aside.
    int before =
        (int) FIGURE.matcher(sentence.withoutTimes(sentence.from(), number)).results().count();
    addIf(before == 0, EvidenceKind.FIRST_OF_SENTENCE);
    addIf(before >= MANY_FIGURES, EvidenceKind.LATE_IN_SENTENCE);
    boolean bounded = token.number.bound() != Bound.EQ;
    kinds.add(bounded ? EvidenceKind.BOUND_WORD : EvidenceKind.BOUND_NONE);
  }

  private void addIf(boolean holds, EvidenceKind kind) {
    if (holds) {
      kinds.add(kind);
    }
  }

  /** All that the attributes rest on, as they were understood. */
  Evidence of(
      String unit,
      ResolvedTime when,
      SubjectMatch area,
      StatusMatch status,
      Change change,
      Measure measure) {
    noun(token.meaning);
    kinds.add(
        unit == null
            ? EvidenceKind.UNIT_NONE
            : unit.equals(token.unit) ? EvidenceKind.UNIT_PRINTED : EvidenceKind.UNIT_DIVIDED);
    time(when);
    area(area);
    status(status, when.period());
    measure(change, measure);
    return document.evidence().with(kinds);
  }

  private void noun(Meaning meaning) {
    addIf(token.termAfter, EvidenceKind.NOUN_AFTER);
    if (token.isElided()) {
      kinds.add(hasOwnWords() ? EvidenceKind.NOUN_ELIDED_AMONG_WORDS : EvidenceKind.NOUN_ELIDED);
      return;
    }
    if (meaning == null || !token.hasTerm()) {
      return;
    }
    String term = Terms.key(token.term);
    String alias = Terms.key(meaning.alias());
    kinds.add(
        term.equals(alias)
            ? EvidenceKind.NOUN_EXACT
            : term.endsWith(alias)
                ? EvidenceKind.NOUN_ENDING
                : words.withoutFillers(term).endsWith(words.withoutFillers(alias))
                    ? EvidenceKind.NOUN_LOOSE
                    : EvidenceKind.NOUN_COMPLETED);
    int at = text.lastIndexOf(token.term, number);
    int phrase = sentence.phraseStart(number);
    if (!token.termAfter && at > phrase) {
      String rest = sentence.withoutTimes(phrase, at);
      boolean apart =
          words.ownAreaWords().ends(rest)
              || words.list(WordClass.LINK).ends(rest) && !rest.endsWith("的");
      addIf(words.fits("(?<=<HAN>)\\z", rest, rest.length()) && !apart, EvidenceKind.NOUN_CUT);
    }
  }

  /** Whether its phrase has words that neither link nor change nor name a place or a time. */
  private boolean hasOwnWords() {
    String phrase = sentence.withoutTimes(sentence.phraseStart(number), number);
    int own = 0;
    for (int i = 0; i < phrase.length(); ) {
      String known = words.placeAt(phrase, i);
      known = known == null ? words.firstAt(phrase, i, WORDS_WITHOUT_NOUN) : known;
      known = known == null ? words.ownAreaWords().at(phrase, i) : known;
      own += known == null && Characters.isChinese(phrase.charAt(i)) ? 1 : 0;
      i += known == null ? 1 : known.length();
    }
    return own > 1;
  }

  private void time(ResolvedTime when) {
    kinds.add(when.evidence());
    long several =
        sentence.times().stream()
            .map(TimeExpression::period)
            .filter(Objects::nonNull)
            .map(period -> period.end().getYear())
            .distinct()
            .count();
    addIf(several > 1, EvidenceKind.TIME_SEVERAL);
    Period now = document.reportPeriod();
    if (now != null && when.period() != null) {
      int year = when.period().end().getYear();
      addIf(year < now.end().getYear(), EvidenceKind.TIME_OLD);
      addIf(year > now.end().getYear(), EvidenceKind.TIME_AHEAD);
    }
    addIf(
        sentence.isOneOf("由从", number - 1) && when.evidence() != EvidenceKind.TIME_BASE,
        EvidenceKind.TIME_OF_BASE_UNSAID);
    addIf(
        sentence.isBetween(WordClass.VAGUE_TIME, sentence.from(), number), EvidenceKind.TIME_VAGUE);
    boolean ofSentence =
        when.evidence() == EvidenceKind.TIME_CLAUSE
            || when.evidence() == EvidenceKind.TIME_SENTENCE;
    addIf(ofSentence && !when.explanation().matches(".*\\d{4}.*"), EvidenceKind.TIME_RELATIVE);
  }

  private void area(SubjectMatch match) {
    FigureSubject subject = match.subject();
    boolean plain = subject.equals(FigureSubject.CITY);
    int at = match.at();
    kinds.add(
        at < 0
            ? plain ? EvidenceKind.AREA_DEFAULT : EvidenceKind.AREA_BEFORE
            : at == number
                ? EvidenceKind.AREA_BESIDE
                : at >= clause ? EvidenceKind.AREA_CLAUSE : EvidenceKind.AREA_SENTENCE);
    addIf(subject.area() != null, EvidenceKind.AREA_OTHER);
    addIf(!subject.scope().equals("city"), EvidenceKind.AREA_PART);
    int named = 0;
    boolean passed = false;
    for (int i = sentence.from(); i < sentence.to(); i++) {
      String self = words.ownAreaWords().at(text, i);
      String other = self == null ? otherArea(i) : null;
      if (self != null || other != null) {
        named++;
        passed |= other != null && i < number && at != number && i > at && isApart(i);
        i += (self == null ? other : self).length() - 1;
      }
    }
    addIf(named > 1, EvidenceKind.AREAS_SEVERAL);
    addIf(passed, EvidenceKind.AREA_PASSED);
  }

  /** The name of another area than the document's that starts at a place, or null. */
  private String otherArea(int at) {
    String name = words.areaNames().at(text, at);
    if (name != null) {
      boolean own = document.area() != null && document.area().equals(words.area(name));
      return own ? null : name;
    }
    return words.wholes().at(text, at);
  }

  /** Whether an area is neither what is compared with nor inside another word, as in 其中卫生. */
  private boolean isApart(int at) {
    boolean inside = sentence.fits("(?<=(?![年月日末底期的在到和与及看而])<HAN>)", at);
    return (at == sentence.from() || !inside) && !sentence.isBefore(WordClass.COMPARATOR, at);
  }

  /** Whether the figure's time had passed when the document was published. */
  private boolean isOver(Period period) {
    Period now = document.reportPeriod();
    LocalDate known =
        document.published() != null || now == null ? document.published() : now.end();
    return period != null && known != null && period.end().isBefore(known);
  }

  /** Whether its clause reaches, bounds, adds or makes something, as intentions do. */
  private boolean aims() {
    return token.number.bound() != Bound.EQ
        || token.termAfter
        || sentence.isOneOf("到至", number - 1)
        || sentence.isAnyBetween(clause, number, AIMS);
  }

  private void status(StatusMatch status, Period period) {
    kinds.add(status.evidence());
    boolean intended = status.status() == Status.TARGET || status.status() == Status.PLAN;
    addIf(intended && isOver(period), EvidenceKind.TIME_OF_TARGET_OVER);
    addIf(
        status.evidence() == EvidenceKind.STATUS_SECTION && !aims(),
        EvidenceKind.STATUS_SECTION_ALONE);
    boolean actual = status.status() == Status.ACTUAL;
    boolean ahead = kinds.contains(EvidenceKind.TIME_AHEAD);
    addIf(actual, ahead ? EvidenceKind.STATUS_ACTUAL_AHEAD : EvidenceKind.STATUS_ACTUAL);
  }

  private void measure(Change change, Measure measure) {
    boolean plain = change.measure() == Measure.LEVEL;
    boolean added = change.measure() == Measure.NEW;
    kinds.add(
        change.comparison()
            ? EvidenceKind.MEASURE_COMPARISON
            : added
                ? EvidenceKind.MEASURE_ADDED
                : !plain
                    ? EvidenceKind.MEASURE_CHANGE
                    : measure != Measure.LEVEL
                        ? EvidenceKind.MEASURE_TERM
                        : EvidenceKind.MEASURE_PLAIN);
    boolean changes = sentence.isAnyBetween(clause, number, WordClass.RISE, WordClass.FALL);
    addIf(plain && changes, EvidenceKind.MEASURE_REACHED);
    addIf(
        plain
            && !kinds.contains(EvidenceKind.TIME_BESIDE)
            && sentence.times().stream().anyMatch(time -> time.compared() && time.from() < number),
        EvidenceKind.TIME_COMPARED);
  }
}
