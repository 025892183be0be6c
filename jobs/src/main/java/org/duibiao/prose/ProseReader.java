package org.duibiao.prose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.Lexicon.Role;
import org.duibiao.ingest.FoldedText;
import org.duibiao.model.Area;
import org.duibiao.model.Period;

/**
 * Reads a document of running text, paragraph by paragraph: every number of it becomes one mention,
 * a figure or the reason why it is none.
 *
 * <pre>
 * 全市共有三级医院22家,其中三甲医院9家。 → 22 家, term 三级医院; 9 家, term 三甲医院
 * </pre>
 *
 * <p>What a document is about (its year, whether it tells or promises) is decided by its letterhead
 * and its first {@value #HEAD} characters; after that the memory it needs does not grow with it.
 *
 * <p>Not safe for use by several threads.
 */
public final class ProseReader {

  static final int HEAD = 1 << 16;

  /** A line that is broken within a sentence is at least so long. */
  private static final int SHORTEST_BROKEN_LINE = 18;

  private static final String BULLETS = "■□◆◇●○★☆▲△▶※→√•·-—";
  private static final int LONGEST_JOINED = 2_000;
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})年");
  private static final Pattern HALF = Pattern.compile("上半年|1-6月|1—6月|1至6月");

  private final Vocabulary words;
  private final Times times;
  private final Letterhead letterhead;
  private final Consumer<Mention> mentions;

  private final List<Paragraph> head = new ArrayList<>();
  private int headLength;
  private Document document;
  private Synonyms synonyms;
  private Sections sections;
  private Sentences sentences;
  private FlatTables tables;
  private ReadText open = new ReadText();
  private final StringBuilder published = new StringBuilder();
  private int publishedStart;

  private record Paragraph(int start, String text) {}

  /**
   * A reader of one document.
   *
   * @param mentions takes what was understood of each number, in order
   */
  public ProseReader(Catalogue catalogue, Letterhead letterhead, Consumer<Mention> mentions) {
    this.words = new Vocabulary(catalogue);
    this.times = new Times(catalogue.lexicon());
    this.letterhead = letterhead;
    this.mentions = mentions;
  }

  /**
   * Reads the next paragraph.
   *
   * @param start its place in the document, in code points
   */
  public void paragraph(int start, String text) {
    if (document == null) {
      head.add(new Paragraph(start, text));
      headLength += text.length();
      if (headLength >= HEAD) {
        begin();
      }
    } else {
      tables.line(start, text);
    }
  }

  /** Reads what is left. */
  public void finish() {
    if (document == null) {
      begin();
    }
    tables.finish();
    flush();
  }

  private void begin() {
    Synonyms sure = Synonyms.sure(words.catalogue().lexicon());
    StringBuilder text = new StringBuilder();
    head.forEach(paragraph -> text.append(paragraph.text()).append('\n'));
    boolean respun = sure.giveAway(text.toString());
    synonyms = respun ? Synonyms.all(words.catalogue().lexicon()) : sure;
    List<String> lines = head.stream().map(Paragraph::text).toList();
    document = document(lines);
    if (document.area() != null) {
      words.city(document.area());
    }
    int year = document.now() == null ? 0 : document.now().end().getYear();
    sections = new Sections(words, document.mood(), year);
    sentences = new Sentences(words, times, document, sections, mentions);
    tables =
        new FlatTables(
            words, times, document, sections, synonyms, mentions, this::read, this::flush);
    for (Paragraph paragraph : head) {
      tables.line(paragraph.start(), paragraph.text());
    }
    head.clear();
  }

  private void read(int start, String text) {
    if (!published.isEmpty() && !continues(published, text)) {
      flush();
    }
    if (published.isEmpty()) {
      publishedStart = start;
    }
    while (publishedStart + published.codePointCount(0, published.length()) < start) {
      published.append('\n');
    }
    published.append(text);
    open.append(FoldedText.of(text, start), synonyms);
    if (published.length() > LONGEST_JOINED) {
      flush();
    }
  }

  private void flush() {
    if (!open.isEmpty()) {
      sentences.read(open, published.toString(), publishedStart);
    }
    open = new ReadText();
    published.setLength(0);
  }

  /** Whether a line goes on with the sentence that the text before it left open. */
  private boolean continues(CharSequence before, String line) {
    int end = before.length();
    while (end > 0 && Character.isWhitespace(before.charAt(end - 1))) {
      end--;
    }
    int lineStart = end;
    while (lineStart > 0 && before.charAt(lineStart - 1) != '\n') {
      lineStart--;
    }
    if (end - lineStart < SHORTEST_BROKEN_LINE || line.isBlank()) {
      return false;
    }
    char last = before.charAt(end - 1);
    if ("。；;！!？?：:…”》".indexOf(last) >= 0) {
      return false;
    }
    return BULLETS.indexOf(line.strip().charAt(0)) < 0
        && !Sections.isNumbered(FoldedText.of(line, 0).chars())
        && !Character.isWhitespace(line.charAt(0))
        && line.charAt(0) != '\u3000';
  }

  // What the document is about.

  private Document document(List<String> lines) {
    String title = letterhead.title() == null ? "" : letterhead.title();
    String first = lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
    Area area = letterhead.area();
    if (area == null) {
      List<String> said = new ArrayList<>();
      said.add(letterhead.publisher());
      said.add(title);
      said.addAll(lines.subList(0, Math.min(lines.size(), 20)));
      area = Place.firstOf(words, said);
      if (area == null && said.stream().anyMatch(words::saysNation)) {
        area = words.catalogue().areaOf("000000").orElse(null);
      }
    }
    Sections.Mood mood = Sections.ofTitle(words, title);
    if (mood == null && first.length() < 40) {
      mood = Sections.ofTitle(words, first);
    }
    boolean plans = mood == Sections.Mood.PLAN;
    String titles = title + "\n" + (first.length() < 60 ? first : "");
    Period plan = Times.planned(titles);
    Place.Whose whose = new Place(words, area).titled(title);
    if (plans && plan != null) {
      Period before = Period.year(plan.start().getYear() - 1);
      return new Document(
          area,
          letterhead.published(),
          before,
          plan,
          Sections.Mood.PLAN,
          today(before, lines),
          whose);
    }
    Period now = now(titles, lines, plans);
    return new Document(
        area,
        letterhead.published(),
        now,
        null,
        plans ? Sections.Mood.PLAN : Sections.Mood.DONE,
        today(now, lines),
        whose);
  }

  /** The year of its publication; of a text that was published some day, the last one it is in. */
  private int today(Period now, List<String> lines) {
    if (letterhead.published() != null) {
      return letterhead.published().getYear();
    }
    if (now == null) {
      return 2000;
    }
    int year = now.end().getYear();
    Pattern next = Pattern.compile("(?<![到至\\d])" + (year + 1) + "年");
    boolean begun = lines.stream().anyMatch(l -> next.matcher(FoldedText.of(l, 0).chars()).find());
    return begun ? year + 1 : year;
  }

  private Period now(String title, List<String> lines, boolean plans) {
    LocalDate day = letterhead.published();
    Integer titled = null;
    Matcher year = YEAR.matcher(FoldedText.of(title, 0).chars());
    while (year.find()) {
      int named = Integer.parseInt(year.group(1));
      titled = titled == null || !plans && named < titled ? Integer.valueOf(named) : titled;
    }
    if (titled == null && day == null) {
      titled = mostNamed(lines, null);
      if (titled == null) {
        return null;
      }
    }
    boolean half =
        HALF.matcher(title).find()
            || (day == null || day.getMonthValue() >= 6 && day.getMonthValue() <= 10)
                && lines.stream().limit(12).anyMatch(line -> HALF.matcher(line).find());
    if (titled != null) {
      if (half && !plans) {
        return Times.half(titled, 1);
      }
      boolean runs = day != null && day.getYear() == titled && !plans;
      return runs ? Period.instant(day) : Period.year(titled);
    }
    if (half && !plans) {
      return Times.half(day.getYear(), 1);
    }
    if (plans) {
      return Period.year(day.getYear());
    }
    Integer named = day.getMonthValue() <= 4 ? mostNamed(lines, day.getYear()) : null;
    return named != null && named == day.getYear() - 1 ? Period.year(named) : Period.instant(day);
  }

  /** The year that is named most often; of those of the publication and before, if it is known. */
  private Integer mostNamed(List<String> lines, Integer published) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (String line : lines) {
      String text = FoldedText.of(line, 0).chars();
      Matcher year = YEAR.matcher(text);
      while (year.find()) {
        int named = Integer.parseInt(year.group(1));
        // 2022年该市将: not yet.
        int near = Math.min(text.length(), year.end() + 8);
        if (words.list(Role.PLAN).first(text, year.end(), near) >= 0) {
          continue;
        }
        if (published == null || named == published || named == published - 1) {
          counts.merge(named, 1, Integer::sum);
        }
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /**
   * What is known of the document.
   *
   * @param area the area that it is about, or null
   * @param published when it was published, or null
   * @param now the time that it reports on, or null
   * @param plan the years that it plans, for a plan of several years, or null
   * @param mood whether it tells or promises
   * @param today the year in which it was written, for 今年 and 去年
   * @param whose whose its figures are unless it says so: the area's, or one institution's
   */
  record Document(
      Area area,
      LocalDate published,
      Period now,
      Period plan,
      Sections.Mood mood,
      int today,
      Place.Whose whose) {

    /** Whether the time that it reports on is more than the day of its publication. */
    boolean titled() {
      return now != null && !now.equals(Period.instant(published == null ? now.end() : published));
    }
  }
}
