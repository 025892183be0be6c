package org.duibiao.prose.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.Lexicon.Role;
import org.duibiao.ingest.text.NumberSpans;
import org.duibiao.model.Area;
import org.duibiao.model.Period;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Status;
import org.duibiao.prose.document.Document;
import org.duibiao.prose.document.Mention;
import org.duibiao.prose.document.Reasons;
import org.duibiao.prose.document.Sections;
import org.duibiao.prose.document.Whose;
import org.duibiao.prose.words.Times;
import org.duibiao.prose.words.Vocabulary;

/** Reads paragraphs, sentence by sentence. */
public final class Sentences {

  private static final int LONGEST_SENTENCE = 1_000;

  private final Vocabulary words;
  private final Document document;
  private final Sections sections;
  private final Consumer<Mention> mentions;
  private final Place place;
  private final Dating dating;
  private final Changes changes;
  private final Recall recall;
  private final Programmes programmes;
  private final Meanings meanings;
  private final Pattern madeInto;

  // What is being read.
  private Passage passage;
  private String text;
  private Sentence sentence;
  private Statuses statuses;
  private Whose whose = Whose.CITY;

  /** Whose the figures of the paragraph are, where nothing else is said. */
  private Whose base = Whose.CITY;

  public Sentences(
      Vocabulary words,
      Times times,
      Document document,
      Sections sections,
      Consumer<Mention> mentions) {
    this.words = words;
    this.document = document;
    this.sections = sections;
    this.mentions = mentions;
    this.place = new Place(words, document.area());
    this.dating = new Dating(times, document, sections);
    this.changes = new Changes(words);
    this.recall = new Recall(words);
    this.programmes = new Programmes(words);
    this.meanings = new Meanings(words, sections);
    this.madeInto =
        Pattern.compile(
            "^[^,，。;；0-9]{0,12}?(?:"
                + String.join("|", words.catalogue().lexicon().words(Role.MADE_INTO))
                + ")([^,，。;；]{2,20})");
  }

  public void read(Passage next) {
    passage = next;
    text = next.text();
    base = place.begin(text, document.whose());
    whose = base;
    dating.begin(text);
    recall.begin();
    meanings.begin(text);
    sections.paragraph(text);
    int from = 0;
    int at = 0;
    List<NumberSpans.Span> numbers = next.read().numbers();
    while (from < text.length()) {
      int to = sentenceEnd(from);
      List<NumberSpans.Span> here = new ArrayList<>();
      while (at < numbers.size() && numbers.get(at).from() < to) {
        NumberSpans.Span span = numbers.get(at++);
        here.add(span);
        to = Math.max(to, span.to());
      }
      sentence(from, to, here);
      from = to;
    }
    dating.endParagraph();
    sentence = new Sentence(text, 0, text.length(), List.of());
    for (NumberSpans.Span second : next.read().continued()) {
      none(new Token(second.from(), second.to()).no("continued", Reasons.of("continued")));
    }
  }

  private int sentenceEnd(int from) {
    int i = from;
    while (i < text.length() && i - from < LONGEST_SENTENCE) {
      if (Sentence.ENDS.indexOf(text.charAt(i++)) >= 0) {
        return i;
      }
    }
    return i;
  }

  private void sentence(int from, int to, List<NumberSpans.Span> spans) {
    sentence = dating.begin(from, to);
    if (!spans.isEmpty()) {
      changes.begin(sentence);
      statuses = new Statuses(words, document, sections, dating, sentence);
      List<Token> tokens = new Tokens(words, sentence).of(spans);
      new Nouns(words, recall, sentence, tokens).find();
      figures(tokens);
    }
    dating.endSentence();
    Whose last = place.of(text, from, new Token(to, to), whose).whose();
    whose = last.institution() ? last : base;
  }

  private void figures(List<Token> tokens) {
    int from = sentence.from();
    boolean goesOn = whose.equals(base) || place.goesOn(whose, text.substring(from, sentence.to()));
    Whose before = goesOn ? whose : base;
    Whose last = before;
    int lastEnd = from;
    for (Token token : tokens) {
      if (token.isFigure()) {
        Place.Found own = place.of(text, from, token, before);
        last = token.elided && own.at() < lastEnd ? last : own.whose();
        lastEnd = token.cellTo;
        figure(token, last);
      } else {
        none(token);
      }
    }
  }

  private void none(Token token) {
    mentions.accept(
        Mention.none(
            passage.read().start(token.from),
            passage.read().end(token.to - 1),
            passage.asPublished(token.from, token.to),
            passage.quote(token, sentence),
            token.no,
            token.detail,
            token.unreadable));
  }

  private void figure(Token token, Whose said) {
    int clause = sentence.clause(token.cellFrom);
    String unit = meanings.unit(token, clause);
    // No institution has residents.
    boolean ofResidents = said.institution() && unit != null && unit.startsWith("/");
    Whose whoseIsIt = ofResidents ? Whose.CITY : said;
    Catalogue.Meaning meaning = meanings.of(token, clause, unit, whoseIsIt);
    token.meaning = meaning;
    recall.keep(token);
    Changes.Change change = changes.of(token, clause);
    Measure measure = change.measure();
    if (meaning != null && meaning.measure() != Measure.LEVEL && measure == Measure.LEVEL) {
      measure = meaning.measure();
    }
    List<String> why = new ArrayList<>();
    Dating.When when = dating.of(token);
    Status status = statuses.of(token, clause, when, change, why);
    dating.carry(when, status);
    Period period = when.period();
    if (period != null && meaning != null && measure == Measure.LEVEL) {
      // A stock is of a day, a flow of a time.
      period = period.of(meaning.indicator().kind());
    }
    String programme =
        meaning == null && whoseIsIt.equals(Whose.CITY) ? programmes.of(sentence, token) : null;
    boolean inferred = when.inferred() || period != null && !period.equals(when.period());
    // A comparison with another city is one's own.
    boolean own = whoseIsIt.area() == null || status == Status.COMPARISON;
    Area area = own ? document.area() : whoseIsIt.area();
    boolean quoted = !own;
    why.add((token.elided ? "noun from the figure before: " : "noun: ") + token.term);
    why.add("time: " + when.why());
    Mention mention =
        new Mention(
            passage.read().start(token.cellFrom),
            passage.read().end(token.cellTo - 1),
            passage.asPublished(token.cellFrom, token.cellTo),
            passage.quote(token, sentence),
            null,
            null,
            false,
            false,
            token.figure,
            unit,
            token.term == null || token.term.isEmpty() ? null : token.term,
            meaning,
            area,
            quoted,
            programme == null ? whoseIsIt.scope() : "programme:" + programme,
            period,
            inferred,
            status,
            measure,
            change.down(),
            why);
    mentions.accept(mention);
    derive(mention, token);
  }

  /** 把13家医院建设成为高水平医院 tells of 13 hospitals, and promises as many of another kind. */
  private void derive(Mention mention, Token token) {
    Matcher made = madeInto.matcher(text.substring(token.cellTo, sentence.to()));
    int lead =
        Math.max(text.lastIndexOf('将', token.cellFrom), text.lastIndexOf('把', token.cellFrom));
    if (lead < sentence.from() || !token.termAfter || !made.find()) {
      return;
    }
    String term = made.group(1);
    mentions.accept(mention.asTarget(term, words.meaning(term, "")));
  }
}
