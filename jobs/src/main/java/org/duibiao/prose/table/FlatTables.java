package org.duibiao.prose.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.duibiao.prose.document.Document;
import org.duibiao.prose.document.Mention;
import org.duibiao.prose.document.Sections;
import org.duibiao.prose.words.Synonyms;
import org.duibiao.prose.words.Times;
import org.duibiao.prose.words.Vocabulary;

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
public final class FlatTables {

  private static final int MOST_LINES = 4_000;
  private static final int MOST_CHARACTERS = 1 << 16;

  private final TableWords words;
  private final TableHeader headers;
  private final FlatTableFinder finder;
  private final FlatTableReader reader;
  private final Synonyms synonyms;
  private final BiConsumer<Integer, String> others;
  private final Runnable before;
  private final List<TableLine> lines = new ArrayList<>();
  private int characters;
  private FlatTable open;
  private TableCaption openCaption;

  /**
   * Finds the tables of one document.
   *
   * @param others takes the lines that belong to no table
   * @param before is run before the mentions of a table are passed on
   */
  public FlatTables(
      Vocabulary vocabulary,
      Times times,
      Document document,
      Sections sections,
      Synonyms synonyms,
      Consumer<Mention> mentions,
      BiConsumer<Integer, String> others,
      Runnable before) {
    this.words = new TableWords(vocabulary);
    this.headers = new TableHeader(words, times, document);
    this.finder = new FlatTableFinder(words, headers);
    this.reader = new FlatTableReader(words, headers, document, sections, mentions);
    this.synonyms = synonyms;
    this.others = others;
    this.before = before;
  }

  /** Takes the next line. */
  public void line(int start, String text) {
    if (!TableLine.mayBelong(text)) {
      finish();
      others.accept(start, text);
      return;
    }
    lines.add(new TableLine(start, text, synonyms));
    characters += text.length();
    if (lines.size() >= MOST_LINES || characters >= MOST_CHARACTERS) {
      boolean goesOn = resolve();
      open = goesOn ? open : null;
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
    List<FlatTable> tables =
        lines.size() < 2 && open == null ? List.of() : finder.find(lines, open);
    for (FlatTable table : tables) {
      TableCaption caption =
          table.header.isEmpty() && table.from == 0 && open != null
              ? openCaption
              : TableCaption.of(lines, at, table.from, headers, words);
      pass(at, table.from);
      before.run();
      reader.read(table, lines, caption);
      at = table.to;
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
      others.accept(line.start(), line.text());
    }
  }
}
