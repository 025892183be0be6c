package org.duibiao.normalize.describe;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.duibiao.ingest.FilePreview;
import org.duibiao.normalize.cell.AddressReader;
import org.duibiao.normalize.cell.CellClassifier;

/** Finds lists: a row for each hospital, with its name, its address or city, perhaps its grade. */
final class ListFinder {

  private static final double MOST_SHARE = 0.7;
  private static final int MIN_ROWS = 3;
  private static final int HEADER_LOOKED_FOR = 8;

  private final CellClassifier classifier;
  private final AddressReader addresses;
  private final FilePreview.PreviewTable table;

  ListFinder(CellClassifier classifier, FilePreview.PreviewTable table) {
    this.classifier = classifier;
    this.addresses = new AddressReader(classifier.catalogue());
    this.table = table;
  }

  Optional<LayoutDraft> find(String path) {
    List<Integer> rows = List.copyOf(table.rows().keySet());
    for (int i = 0; i < Math.min(rows.size(), HEADER_LOOKED_FOR); i++) {
      List<String> header = table.rows().get(rows.get(i));
      int name = column(header, "role/name", rows.get(i) + 1);
      int grade = column(header, "role/grade", rows.get(i) + 1);
      if (name < 0 || rows.size() - i <= MIN_ROWS) {
        continue;
      }
      int address = address(header, rows.get(i) + 1, name);
      if (address >= 0) {
        List<String> titles =
            rows.subList(0, i).stream()
                .flatMap(row -> table.rows().get(row).stream())
                .filter(cell -> !cell.isBlank())
                .toList();
        TableFinder.FoundTable found =
            new TableFinder.FoundTable(
                rows.get(i),
                1,
                rows.get(rows.size() - 1),
                0,
                header.size() - 1,
                List.of(),
                titles,
                List.of());
        return Optional.of(
            new LayoutDraft(classifier, table, found, true, List.of())
                .asList(new SourceDraft(classifier, path, titles), name, address, grade));
      }
    }
    return Optional.empty();
  }

  private int column(List<String> header, String id, int from) {
    for (int i = 0; i < header.size(); i++) {
      if (classifier.matchesWords(id, header.get(i))
          && TableFinder.shareMatching(table.rows().tailMap(from), i, classifier::isNumber)
              < 1 - MOST_SHARE) {
        return i;
      }
    }
    return -1;
  }

  private int address(List<String> header, int from, int name) {
    Predicate<String> test = cell -> addresses.city(cell).isPresent();
    return ColumnRoles.best(
        IntStream.range(0, header.size()).filter(i -> i != name).boxed().toList(),
        column -> {
          double share = TableFinder.shareMatching(table.rows().tailMap(from), column, test);
          return share < MOST_SHARE ? 0 : share;
        });
  }
}
