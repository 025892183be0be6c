package org.duibiao.prose.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.duibiao.ingest.text.FoldedText;
import org.duibiao.prose.words.NormalizedText;
import org.duibiao.prose.words.Synonyms;

/** A line of a text, and the cells that it may consist of. */
final class TableLine {

  /** What parts the cells of a line. */
  enum CellSeparator {
    /** {@code 市 | 床位数 | 12} */
    PIPES,
    /** Tabs. */
    TABS,
    /** Tabs, wide spaces, two spaces and more. */
    GAPS,
    /** Single spaces. */
    SPACES;

    /** Whether each mark ends a cell, so that blank cells can be told. */
    boolean isMark() {
      return this == PIPES || this == TABS;
    }
  }

  private static final String PIPES = "|｜│┃¦┆┊";
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
    boolean parted = plain.indexOf('\t') >= 0 || hasPipe(plain);
    return plain.length() <= (parted ? LONGEST_PARTED : LONGEST)
        && ENDS.indexOf(plain.charAt(plain.length() - 1)) < 0;
  }

  private static boolean hasPipe(String text) {
    return text.chars().anyMatch(c -> PIPES.indexOf(c) >= 0);
  }

  /** A line of nothing but pipes. */
  boolean isLonePipe() {
    String plain = text.strip();
    return !plain.isEmpty() && plain.chars().allMatch(c -> PIPES.indexOf(c) >= 0);
  }

  /** A line that only rules off, such as {@code |---|---|}. */
  boolean isRule() {
    return text.chars().allMatch(c -> RULES.indexOf(c) >= 0);
  }

  /** By what its cells are parted, the surest first. */
  List<CellSeparator> separators() {
    if (hasPipe(text)) {
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
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1)) && form != CellSeparator.TABS) {
      end--;
    }
    int at = 0;
    while (at < end
        && isSpace(text.charAt(at))
        && (form != CellSeparator.TABS || text.charAt(at) != '\t')) {
      at++;
    }
    if (form == CellSeparator.PIPES && end > at && PIPES.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    List<TableCell> parts = new ArrayList<>();
    int from = at;
    while (at < end) {
      int next = parted(form, at, end);
      if (next > at) {
        parts.add(cell(from, at));
        from = next;
        at = next;
      } else {
        at++;
      }
    }
    parts.add(cell(from, end));
    return form.isMark() ? parts : joined(parts);
  }

  /** Where the cell after a mark begins, if a mark starts there; else there. */
  private int parted(CellSeparator form, int at, int end) {
    char c = text.charAt(at);
    if (form == CellSeparator.PIPES) {
      return PIPES.indexOf(c) >= 0 ? at + 1 : at;
    }
    if (form == CellSeparator.TABS) {
      return c == '\t' ? at + 1 : at;
    }
    int next = at;
    boolean wide = false;
    while (next < end && isSpace(text.charAt(next))) {
      wide |= text.charAt(next) == '\t' || text.charAt(next) == '\u3000';
      next++;
    }
    return form == CellSeparator.SPACES || wide || next - at > 1 ? next : at;
  }

  /** 总　计: the characters of the first word, set apart, are one cell. */
  private static List<TableCell> joined(List<TableCell> parts) {
    int apart = 0;
    while (apart < parts.size()
        && parts.get(apart).text().length() == 1
        && parts.get(apart).hasWord()) {
      apart++;
    }
    if (apart < 2 || apart > 4) {
      return parts;
    }
    TableCell first = parts.get(0);
    for (TableCell next : parts.subList(1, apart)) {
      first = first.join(next);
    }
    List<TableCell> cells = new ArrayList<>(List.of(first));
    cells.addAll(parts.subList(apart, parts.size()));
    return cells;
  }

  private TableCell cell(int from, int to) {
    int first = from;
    int last = to;
    while (first < last && isSpace(text.charAt(first))) {
      first++;
    }
    while (last > first && isSpace(text.charAt(last - 1))) {
      last--;
    }
    int place = start + text.codePointCount(0, first);
    NormalizedText read = new NormalizedText();
    read.append(FoldedText.of(text.substring(first, last), place), synonyms);
    return new TableCell(place, place + text.codePointCount(first, last), read.chars());
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
