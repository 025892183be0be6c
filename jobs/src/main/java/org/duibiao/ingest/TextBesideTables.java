package org.duibiao.ingest;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.duibiao.catalogue.Terms;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.ingest.table.FileSummary;
import org.duibiao.ingest.table.Grid;
import org.duibiao.ingest.table.RecordReader;
import org.duibiao.ingest.table.TableLayout;
import org.duibiao.ingest.table.Workbook;
import org.duibiao.ingest.text.DocumentText;
import org.duibiao.ingest.text.FoldedText;
import org.duibiao.ingest.text.NumberSpans;
import org.duibiao.ingest.text.TextReader;

/** Reads the running text of a page without the rows of the tables that are read as tables. */
final class TextBesideTables implements RecordReader {

  private final DocumentText document;
  private final TextReader text;
  private final Set<String> rows = new HashSet<>();

  TextBesideTables(DocumentText document, Workbook workbook, Iterable<TableLayout> layouts)
      throws IOException, UnreadableFileException {
    this.document = document;
    this.text = new TextReader(document);
    for (TableLayout layout : layouts) {
      Grid grid = workbook.grid(layout);
      grid.content().read((number, cells) -> rows.add(Terms.visible(String.join("", cells))));
    }
  }

  @Override
  public FileSummary check() throws IOException {
    long[] counts = new long[2];
    records(
        paragraph -> {
          counts[0]++;
          counts[1] += NumberSpans.of(FoldedText.of(paragraph.text(), 0)).size();
        });
    return new FileSummary(document.mediaType(), document.charset(), null, counts[0], counts[1]);
  }

  @Override
  public void records(Consumer<FileRecord> records) throws IOException {
    text.records(
        paragraph -> {
          if (!rows.contains(Terms.visible(paragraph.text()))) {
            records.accept(paragraph);
          }
        });
  }
}
