package org.duibiao.prose.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.duibiao.prose.document.DocumentContext;
import org.duibiao.prose.document.Mention;
import org.duibiao.prose.document.SectionTracker;
import org.duibiao.prose.words.DocumentVocabulary;
import org.duibiao.prose.words.Synonyms;
import org.duibiao.prose.words.TimeExpressions;

/**
 * Finds the tables among the lines of a document, and reads them; all other lines are passed on as
 * they came.
 *
 * <pre>
 * 指标 单位 2020年 2025年
 * 人均预期寿命 岁 77.8 78.5
 * 孕产妇死亡率 1/10万 6.9 &lt;9
 * </pre>
 *
 * <p>Lines that may belong to a table are kept until one comes that cannot, or until there are too
 * many: a table may go on after that.
 */
public final class TableScanner {

  private static final int MOST_LINES = 4_000;
  private static final int MOST_CHARACTERS = 1 << 16;

  private final CellInterpreter words;
  private final TableHeaderReader headers;
  private final FlattenedTableFinder finder;
  private final FlattenedTableReader reader;
  private final Synonyms synonyms;
  private final BiConsumer<Integer, String> otherLines;
  private final Runnable beforeTable;
  private final List<TableLine> lines = new ArrayList<>();
  private int characters;
  private FlattenedTable open;
  private TableCaption openCaption;

  /**
   * Finds the tables of one document.
   *
   * @param others takes the lines that belong to no table
   * @param before is run before the mentions of a table are passed on
   */
  public TableScanner(
      DocumentVocabulary vocabulary,
      TimeExpressions times,
      DocumentContext document,
      SectionTracker sections,
      Synonyms synonyms,
      Consumer<Mention> mentions,
      BiConsumer<Integer, String> others,
      Runnable before) {
    this.words = new CellInterpreter(vocabulary);
    this.headers = new TableHeaderReader(words, times, document);
    this.finder = new FlattenedTableFinder(words, headers);
    this.reader = new FlattenedTableReader(words, headers, document, sections, mentions);
    this.synonyms = synonyms;
    this.otherLines = others;
    this.beforeTable = before;
  }

  /** Takes the next line. */
  public void addLine(int start, String text) {
    if (!TableLine.mayBeTableRow(text)) {
      finish();
      otherLines.accept(start, text);
      return;
    }
    lines.add(new TableLine(start, text, synonyms));
    characters += text.length();
    if (lines.size() >= MOST_LINES || characters >= MOST_CHARACTERS) {
      open = resolve() ? open : null;
    }
  }

  /** Reads or passes on what is kept. */
  public void finish() {
    resolve();
    open = null;
  }

  /** Reads or passes on what is kept; whether a table reached its end. */
  private boolean resolve() {
    int at = 0;
    List<FlattenedTable> tables =
        lines.size() < 2 && open == null ? List.of() : finder.find(lines, open);
    for (FlattenedTable table : tables) {
      TableCaption caption =
          table.header.isEmpty() && table.firstLine == 0 && open != null
              ? openCaption
              : TableCaption.of(lines, at, table.firstLine, headers, words);
      pass(at, table.firstLine);
      beforeTable.run();
      reader.read(table, lines, caption);
      at = table.endLine;
      open = table;
      openCaption = caption;
    }
    boolean goesOn = !tables.isEmpty() && at == lines.size();
    pass(at, lines.size());
    lines.clear();
    characters = 0;
    return goesOn;
  }

  private void pass(int from, int to) {
    for (TableLine line : lines.subList(from, to)) {
      otherLines.accept(line.start(), line.text());
    }
  }
}
