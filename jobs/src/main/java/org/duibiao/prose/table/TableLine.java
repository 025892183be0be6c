package org.duibiao.prose.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duibiao.ingest.text.FoldedText;
import org.duibiao.prose.words.NormalizedText;
import org.duibiao.prose.words.Synonyms;

/** A line of a text, and the cells that it may consist of. */
final class TableLine {

  /** What parts the cells of a line. */
  enum CellSeparator {
    /** {@code 市 | 床位数 | 12} */
    PIPES("[|｜│┃¦┆┊]"),
    /** Tabs. */
    TABS("\t"),
    /** Tabs, wide spaces, two spaces and more. */
    GAPS("S*[\t\u3000]S*|SS+"),
    /** Single spaces. */
    SPACES("S+");

    private final Pattern mark;

    CellSeparator(String mark) {
      this.mark = Pattern.compile(mark.replace("S", SPACE));
    }

    /** Whether each mark ends a cell, so that blank cells can be told. */
    boolean isMark() {
      return this == PIPES || this == TABS;
    }
  }

  private static final String SPACE = "[\\p{Z}\\p{javaWhitespace}]";
  private static final Pattern BETWEEN_SPACES =
      Pattern.compile(SPACE + "*+(.*?)" + SPACE + "*", Pattern.DOTALL);
  private static final Pattern PIPES = Pattern.compile("[|｜│┃¦┆┊]+");
  private static final String RULES = "-=:+—─━═┄┈┼├┤┌┐└┘ |｜│┃";
  private static final String ENDS = "。；;！!？?，,、";
  private static final int LONGEST = 160;
  private static final int LONGEST_PARTED = 2_000;

  private final int start;
  private final String text;
  private final Synonyms synonyms;
  private final Map<CellSeparator, List<TableCell>> cells = new EnumMap<>(CellSeparator.class);

  TableLine(int start, String text, Synonyms synonyms) {
    this.start = start;
    this.text = text;
    this.synonyms = synonyms;
  }

  int start() {
    return start;
  }

  /** The line as published. */
  String text() {
    return text;
  }

  /** What of the line stands between two places of the document. */
  String between(int from, int to) {
    int length = text.codePointCount(0, text.length());
    int first = Math.min(length, Math.max(0, from - start));
    int last = Math.max(first, Math.min(length, to - start));
    return text.substring(text.offsetByCodePoints(0, first), text.offsetByCodePoints(0, last));
  }

  /** Whether a line of a table may look like it: no sentence, and not long. */
  static boolean mayBeTableRow(String text) {
    String plain = text.strip();
    if (plain.isEmpty() || plain.indexOf('。') >= 0) {
      return false;
    }
    boolean parted = plain.indexOf('\t') >= 0 || PIPES.matcher(plain).find();
    return plain.length() <= (parted ? LONGEST_PARTED : LONGEST)
        && ENDS.indexOf(plain.charAt(plain.length() - 1)) < 0;
  }

  /** A line of nothing but pipes. */
  boolean isLonePipe() {
    return PIPES.matcher(text.strip()).matches();
  }

  /** A line that only rules off, such as {@code |---|---|}. */
  boolean isRule() {
    return text.chars().allMatch(c -> RULES.indexOf(c) >= 0);
  }

  /** By what its cells are parted, the surest first. */
  List<CellSeparator> separators() {
    if (PIPES.matcher(text).find()) {
      return isLonePipe() ? List.of() : List.of(CellSeparator.PIPES);
    }
    return text.strip().indexOf('\t') >= 0
        ? List.of(CellSeparator.TABS, CellSeparator.GAPS, CellSeparator.SPACES)
        : List.of(CellSeparator.GAPS, CellSeparator.SPACES);
  }

  /** The whole line as one cell. */
  TableCell asCell() {
    return cell(0, text.length());
  }

  /** Its cells; a pipe at its end closes the last one. */
  List<TableCell> cells(CellSeparator form) {
    return cells.computeIfAbsent(form, this::split);
  }

  private List<TableCell> split(CellSeparator form) {
    Matcher inner = BETWEEN_SPACES.matcher(text);
    inner.matches();
    int from = form.isMark() ? 0 : inner.start(1);
    int end = form == CellSeparator.TABS ? text.length() : inner.end(1);
    Matcher mark = form.mark.matcher(text);
    if (form == CellSeparator.PIPES && end > 0 && mark.region(end - 1, end).matches()) {
      end--;
    }
    List<TableCell> parts = new ArrayList<>();
    mark.region(from, end);
    while (mark.find()) {
      parts.add(cell(from, mark.start()));
      from = mark.end();
    }
    parts.add(cell(from, end));
    return form.isMark() ? parts : joined(parts);
  }

  /** 总　计: the characters of the first word, set apart, are one cell. */
  private static List<TableCell> joined(List<TableCell> parts) {
    List<TableCell> apart =
        parts.stream().takeWhile(part -> part.text().length() == 1 && part.hasWord()).toList();
    if (apart.size() < 2 || apart.size() > 4) {
      return parts;
    }
    Stream<TableCell> word = apart.stream().reduce(TableCell::join).stream();
    return Stream.concat(word, parts.stream().skip(apart.size())).toList();
  }

  private TableCell cell(int from, int to) {
    Matcher inner = BETWEEN_SPACES.matcher(text).region(from, to);
    inner.matches();
    int place = start + text.codePointCount(0, inner.start(1));
    String words = inner.group(1);
    NormalizedText read = new NormalizedText();
    read.append(FoldedText.of(words, place), synonyms);
    return new TableCell(place, place + words.codePointCount(0, words.length()), read.chars());
  }
}
