package org.duibiao.normalize.describe;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.duibiao.ingest.FilePreview;
import org.duibiao.ingest.table.ColumnNames;
import org.duibiao.normalize.cell.CellClassifier;

/** The columns of a table that was found: their headers, names and cells. */
final class TableColumns {

  private final CellClassifier classifier;

  /** The rows under the headers, by their number. */
  final SortedMap<Integer, List<String>> body;

  private final List<List<String>> headers;
  private final List<String> names;
  private final int first;
  private final BitSet filledColumns = new BitSet();

  TableColumns(
      CellClassifier classifier,
      FilePreview.PreviewTable table,
      TableFinder.FoundTable found,
      boolean alone) {
    this.classifier = classifier;
    this.body = table.rows().subMap(found.dataRow(), found.lastRow() + 1);
    this.first = found.firstColumn();
    int width = found.lastColumn() + 1;
    List<List<String>> above =
        IntStream.range(found.headerRow(), found.dataRow())
            .mapToObj(row -> table.rows().getOrDefault(row, List.of()))
            .toList();
    this.headers =
        ColumnNames.paths(above, found.headerRow(), table.merges(), width, found.series());
    // Another table's; the range leaves it out.
    Collections.fill(headers.subList(0, first), List.of());
    for (List<String> cells : body.values()) {
      IntStream.range(first, Math.min(cells.size(), width))
          .filter(i -> !cells.get(i).isBlank())
          .forEach(filledColumns::set);
    }
    this.names =
        alone && table.kind().equals("text")
            ? ColumnNames.names(headers)
            : ColumnNames.names(headers, filledColumns, table.merges(), found.dataRow() - 1);
  }

  /** The columns with a header or anything below it. */
  List<Integer> used() {
    return IntStream.range(first, headers.size())
        .filter(i -> isFilled(i) || !header(i).isEmpty())
        .boxed()
        .toList();
  }

  /** The cells of a column that say something. */
  List<String> cells(int column) {
    return body.values().stream()
        .map(cells -> TableFinder.cell(cells, column))
        .filter(cell -> !cell.isBlank())
        .toList();
  }

  /** How many of its cells pass a test. */
  long count(int column, Predicate<String> test) {
    return cells(column).stream().filter(test).count();
  }

  /** The headers over a column, from above. */
  List<String> header(int column) {
    return headers.get(column);
  }

  /** Whether a cell of it says something. */
  boolean isFilled(int column) {
    return filledColumns.get(column);
  }

  /** The name by which a layout calls it. */
  String name(int column) {
    return names.get(column);
  }

  /** The name without the broken lines of its header. */
  String shownName(int column) {
    return names.get(column).replaceAll("\\s+", " ").strip();
  }

  /** Which share of its cells passes a test. */
  double shareMatching(int column, Predicate<String> test) {
    return TableFinder.shareMatching(body, column, test);
  }

  /** The header right over its cells; empty without one. */
  String lastHeader(int column) {
    List<String> path = headers.get(column);
    return path.isEmpty() ? "" : path.get(path.size() - 1);
  }

  /** Whether one of its headers is among words of the catalogue. */
  boolean matchesWords(String id, int column) {
    return headers.get(column).stream().anyMatch(header -> classifier.matchesWords(id, header));
  }
}
