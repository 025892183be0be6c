package org.duibiao.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.ingest.text.FoldedText;
import org.duibiao.prose.document.DocumentContext;
import org.duibiao.prose.document.DocumentContextResolver;
import org.duibiao.prose.document.DocumentMetadata;
import org.duibiao.prose.document.Mention;
import org.duibiao.prose.document.SectionTracker;
import org.duibiao.prose.sentence.Passage;
import org.duibiao.prose.sentence.SentenceReader;
import org.duibiao.prose.table.TableScanner;
import org.duibiao.prose.words.DocumentVocabulary;
import org.duibiao.prose.words.NormalizedText;
import org.duibiao.prose.words.Synonyms;
import org.duibiao.prose.words.TimeExpressions;

/**
 * Reads a document of running text, paragraph by paragraph: every number of it becomes one mention,
 * a figure or the reason why it is not one.
 *
 * <pre>
 * 全市共有三级医院22家,其中三甲医院9家。 → 22 家, term 三级医院; 9 家, term 三甲医院
 * </pre>
 *
 * <p>What a document is about (its year, whether it reports or plans) is decided by its letterhead
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

  private final DocumentVocabulary words;
  private final TimeExpressions times;
  private final DocumentMetadata metadata;
  private final Consumer<Mention> mentions;

  private final List<SourceParagraph> head = new ArrayList<>();
  private int headLength;
  private DocumentContext document;
  private Synonyms synonyms;
  private SectionTracker sections;
  private SentenceReader sentences;
  private TableScanner tables;
  private NormalizedText open = new NormalizedText();
  private final StringBuilder published = new StringBuilder();
  private int publishedStart;

  private record SourceParagraph(int start, String text) {}

  /**
   * A reader of one document.
   *
   * @param mentions takes what was understood of each number, in order
   */
  public ProseReader(Catalogue catalogue, DocumentMetadata letterhead, Consumer<Mention> mentions) {
    this.words = new DocumentVocabulary(catalogue);
    this.times = new TimeExpressions(words);
    this.metadata = letterhead;
    this.mentions = mentions;
  }

  /**
   * Reads the next paragraph.
   *
   * @param start its place in the document, in code points
   */
  public void paragraph(int start, String text) {
    if (document == null) {
      head.add(new SourceParagraph(start, text));
      headLength += text.length();
      if (headLength >= HEAD) {
        begin();
      }
    } else {
      tables.addLine(start, text);
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
    boolean respun = sure.isParaphrased(text.toString());
    synonyms = respun ? Synonyms.all(words.catalogue().lexicon()) : sure;
    List<String> lines = head.stream().map(SourceParagraph::text).toList();
    DocumentContext resolved = new DocumentContextResolver(words, metadata, lines).resolve();
    document = respun ? resolved.asRespun() : resolved;
    if (document.area() != null) {
      words.localizeTo(document.area());
    }
    int year = document.reportPeriod() == null ? 0 : document.reportPeriod().end().getYear();
    sections = new SectionTracker(words, document.modality(), year);
    sentences = new SentenceReader(words, times, document, sections, mentions);
    tables =
        new TableScanner(
            words, times, document, sections, synonyms, mentions, this::read, this::flush);
    for (SourceParagraph paragraph : head) {
      tables.addLine(paragraph.start(), paragraph.text());
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
      sentences.read(new Passage(open, published.toString(), publishedStart));
    }
    open = new NormalizedText();
    published.setLength(0);
  }

  /** Whether a line goes on with the sentence that the text before it left open. */
  private boolean continues(CharSequence before, String line) {
    String text = before.toString().stripTrailing();
    int lineStart = text.lastIndexOf('\n') + 1;
    int length = text.length() - lineStart;
    boolean cells = line.indexOf('\t') >= 0 || before.toString().indexOf('\t', lineStart) >= 0;
    if (length < SHORTEST_BROKEN_LINE || line.isBlank() || cells) {
      return false;
    }
    if ("。；;！!？?：:…”》".indexOf(text.charAt(text.length() - 1)) >= 0) {
      return false;
    }
    String heading = FoldedText.of(text.substring(lineStart), 0).chars();
    // Lines that are broken are as long as the next.
    boolean whole =
        SectionTracker.isNumbered(heading)
            && line.strip().length() > length
            && heading.chars().noneMatch(c -> c == ',' || c == '，' || c == ';');
    if (whole || SectionTracker.isCaption(heading)) {
      return false;
    }
    String next = FoldedText.of(line, 0).chars();
    return BULLETS.indexOf(line.strip().charAt(0)) < 0
        && !SectionTracker.isNumbered(next)
        && !words.list(WordClass.CHROME).occursIn(next)
        && !Character.isWhitespace(line.charAt(0))
        && line.charAt(0) != '\u3000';
  }
}
