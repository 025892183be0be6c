package org.duibiao.prose.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.catalogue.Catalogue.Meaning;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.ingest.text.NumberSpans.Span;
import org.duibiao.model.Area;
import org.duibiao.model.Period;
import org.duibiao.model.code.AreaLevel;
import org.duibiao.model.code.Disposition;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Status;
import org.duibiao.prose.document.DocumentContext;
import org.duibiao.prose.document.FigureSubject;
import org.duibiao.prose.document.Mention;
import org.duibiao.prose.document.MentionBuilder;
import org.duibiao.prose.document.SectionTracker;
import org.duibiao.prose.sentence.AreaAttribution.SubjectMatch;
import org.duibiao.prose.sentence.ChangeClassifier.Change;
import org.duibiao.prose.sentence.StatusClassifier.StatusMatch;
import org.duibiao.prose.sentence.TimeResolver.ResolvedTime;
import org.duibiao.prose.words.DocumentVocabulary;
import org.duibiao.prose.words.NormalizedText;
import org.duibiao.prose.words.TimeExpressions;
import org.duibiao.prose.words.WordList;

/** Reads paragraphs, sentence by sentence. */
public final class SentenceReader {

  private static final int LONGEST_SENTENCE = 1_000;
  private static final int LONGEST_PROGRAMME = 18;
  private static final String MADE_INTO = "[^,，。;；！!？?\\n0-9]{0,12}?<MADE_INTO>";
  private static final Pattern QUOTED = Pattern.compile("“([^”]*)”");

  private final DocumentVocabulary words;
  private final DocumentContext document;
  private final SectionTracker sections;
  private final Consumer<Mention> mentions;
  private final AreaAttribution areas;
  private final DocumentTime documentTime;
  private final TimeResolver timeResolver;
  private final AnaphoraMemory anaphora;
  private final IndicatorResolver indicators;

  // What is being read.
  private Passage passage;
  private String text;
  private Sentence sentence;
  private ChangeClassifier changes;
  private StatusClassifier statuses;
  private FigureSubject subject = FigureSubject.CITY;

  /** The subject of the paragraph, where nothing else is said. */
  private FigureSubject paragraphSubject = FigureSubject.CITY;

  public SentenceReader(
      DocumentVocabulary words,
      TimeExpressions times,
      DocumentContext document,
      SectionTracker sections,
      Consumer<Mention> mentions) {
    this.words = words;
    this.document = document;
    this.sections = sections;
    this.mentions = mentions;
    this.areas = new AreaAttribution(words, document.area());
    this.documentTime = new DocumentTime(document, sections);
    this.timeResolver = new TimeResolver(words, times, document, sections, documentTime);
    this.anaphora = new AnaphoraMemory(words);
    this.indicators = new IndicatorResolver(words, sections);
  }

  public void read(Passage next) {
    passage = next;
    text = next.text();
    paragraphSubject = areas.beginParagraph(text, document.subject());
    subject = paragraphSubject;
    timeResolver.beginParagraph(text);
    anaphora.beginParagraph();
    indicators.beginParagraph(text);
    sections.beginParagraph(text);
    int from = 0;
    int at = 0;
    List<Span> numbers = next.normalized().numbers();
    while (from < text.length()) {
      int to = sentenceEnd(from);
      List<Span> here = new ArrayList<>();
      while (at < numbers.size() && numbers.get(at).from() < to) {
        Span span = numbers.get(at++);
        here.add(span);
        to = Math.max(to, span.to());
      }
      sentence(from, to, here);
      from = to;
    }
    timeResolver.endParagraph();
    sentence = new Sentence(words, text, 0, text.length(), List.of());
    for (Span second : next.normalized().brokenParts()) {
      reject(new NumberToken(second.from(), second.to()).reject("continued"));
    }
  }

  private int sentenceEnd(int from) {
    int last = Math.min(text.length(), from + LONGEST_SENTENCE);
    int i = from;
    while (i < last && Sentence.TERMINATORS.indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return Math.min(last, i + 1);
  }

  private void sentence(int from, int to, List<Span> spans) {
    sentence = timeResolver.beginSentence(from, to);
    areas.beginSentence(sentence);
    if (!spans.isEmpty()) {
      changes = new ChangeClassifier(sentence);
      statuses = new StatusClassifier(document, sections, timeResolver, sentence);
      List<NumberToken> tokens = new NumberClassifier(sentence).classifyAll(spans);
      new NounPhraseFinder(anaphora, sentence, tokens).find();
      new OwnerResolver(sentence).resolve(tokens);
      figures(tokens);
    }
    timeResolver.endSentence();
    FigureSubject last = areas.attribute(new NumberToken(to, to), subject).subject();
    subject = last.institution() ? last : paragraphSubject;
  }

  private void figures(List<NumberToken> tokens) {
    boolean goesOn = subject.equals(paragraphSubject) || areas.continues(subject);
    FigureSubject before = goesOn ? subject : paragraphSubject;
    SubjectMatch last = new SubjectMatch(before, -1);
    int lastEnd = sentence.from();
    for (NumberToken token : tokens) {
      if (token.isStatistic()) {
        SubjectMatch own = areas.attribute(token, before);
        last = token.isElided() && own.at() < lastEnd ? last : own;
        lastEnd = token.quantityTo;
        accept(token, last);
      } else {
        reject(token);
      }
    }
  }

  private void reject(NumberToken token) {
    NormalizedText places = passage.normalized();
    mentions.accept(
        Mention.rejected(
            places.start(token.from),
            places.end(token.to - 1),
            passage.asPublished(token.from, token.to),
            passage.quote(token, sentence),
            token.rejectReason,
            token.detail,
            token.unreadable ? Disposition.REJECTED : Disposition.IGNORED));
  }

  private void accept(NumberToken token, SubjectMatch subjectMatch) {
    FigureSubject said = subjectMatch.subject();
    int clause = sentence.clauseStart(token.quantityFrom);
    String unit = indicators.unitWithDenominator(token, clause);
    // An institution has no residents.
    boolean ofResidents = said.institution() && unit != null && unit.startsWith("/");
    FigureSubject owner = ofResidents ? FigureSubject.CITY : said;
    Meaning meaning = indicators.resolve(token, clause, unit, owner);
    token.meaning = meaning;
    anaphora.remember(token);
    Change change = changes.classify(token, clause);
    Measure measure = change.measure();
    if (meaning != null && measure == Measure.LEVEL) {
      measure = meaning.measure();
    }
    List<String> why = new ArrayList<>();
    ResolvedTime when =
        timeResolver.resolve(token, measure != Measure.LEVEL && measure != Measure.NEW);
    StatusMatch judged = statuses.classify(token, clause, when, change, why);
    Status status = judged.status();
    when = documentTime.promised(when, judged).ofKnownYear();
    documentTime.remember(when, status);
    // A stock is of a day, a flow of a time.
    boolean level = when.period() != null && meaning != null && measure == Measure.LEVEL;
    Period period = level ? when.period().forKind(meaning.indicator().datedAs()) : when.period();
    String programme =
        meaning == null && owner.equals(FigureSubject.CITY) ? programme(token) : null;
    // A comparison with another city belongs to the document's.
    boolean own = owner.area() == null || status == Status.COMPARISON;
    why.add((token.isElided() ? "noun from the figure before: " : "noun: ") + token.term);
    why.add("time: " + when.explanation());
    Mention mention =
        MentionBuilder.builder()
            .start(passage.normalized().start(token.quantityFrom))
            .end(passage.normalized().end(token.quantityTo - 1))
            .printed(passage.asPublished(token.quantityFrom, token.quantityTo))
            .quote(passage.quote(token, sentence))
            .number(token.number)
            .unit(unit)
            .term(token.hasTerm() ? token.term : null)
            .meaning(meaning)
            .area(own ? document.area() : owner.area())
            .quoted(!own)
            .scope(programme == null ? scope(owner) : "programme:" + programme)
            .period(period)
            .inferred(when.inferred() || !Objects.equals(period, when.period()))
            .status(status)
            .measure(measure)
            .negative(change.decrease())
            .explanation(why)
            .evidence(
                new FigureEvidence(words, document, sections, sentence, token)
                    .of(unit, when, subjectMatch, judged, change, measure))
            .build();
    mentions.accept(mention);
    derive(mention, token);
  }

  /** The part of the city that a figure is of; a county's own figures are of a part of its city. */
  private String scope(FigureSubject owner) {
    Area own = document.area();
    return owner.equals(FigureSubject.CITY) && own != null && own.level() == AreaLevel.COUNTY
        ? "district:" + own.zh()
        : owner.scope();
  }

  /** 把13家医院建设成为高水平医院 counts 13 hospitals, and targets as many of another kind. */
  private void derive(Mention mention, NumberToken token) {
    int number = token.quantityFrom;
    int lead = Math.max(text.lastIndexOf('将', number), text.lastIndexOf('把', number));
    String verb = words.at(MADE_INTO, text, token.quantityTo);
    if (lead >= sentence.from() && token.termAfter && verb != null) {
      String term = words.at("[^,，。;；！!？?\\n]{2,20}", text, token.quantityTo + verb.length());
      if (term != null) {
        mentions.accept(mention.asTarget(term, words.meaning(term, "")));
      }
    }
  }

  /**
   * The programme that the phrase before a figure names: 接入“健康通”平台的医院达60家, 开展“优质服务基层行”活动. It has a
   * name in quotation marks that says what it is, or is followed by what it is; slogans are not
   * programmes. Null if there is none.
   */
  private String programme(NumberToken token) {
    WordList kinds = words.list(WordClass.PROGRAMME);
    String name = null;
    Matcher quoted =
        QUOTED.matcher(text).region(sentence.phraseStart(token.quantityFrom), token.quantityFrom);
    while (quoted.find()) {
      String said = quoted.group(1);
      String kind = kinds.at(text, quoted.end());
      boolean says = kinds.isBefore(said, said.length(), 1);
      if (said.length() <= LONGEST_PROGRAMME && (says || kind != null)) {
        name = says ? said : said + kind;
      }
    }
    return name;
  }
}
