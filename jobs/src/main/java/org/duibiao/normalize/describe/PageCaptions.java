package org.duibiao.normalize.describe;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duibiao.catalogue.Terms;
import org.duibiao.ingest.FilePreview;

/** What stands in a page above each of its tables, and beside them. */
final class PageCaptions {

  private static final int MOST_LINES = 4;
  private static final int MAX_LENGTH = 60;
  private static final int FEWEST_SENTENCES = 2;

  private final Map<String, List<String>> captions = new HashMap<>();
  private int sentences;

  PageCaptions(FilePreview preview) {
    if (preview.text() == null || preview.tables().isEmpty()) {
      return;
    }
    List<String> lines = List.of(preview.text().split("\\R"));
    List<String> keys = lines.stream().map(Terms::visible).toList();
    Set<String> rows = new HashSet<>();
    int from = 0;
    for (FilePreview.PreviewTable table : preview.tables()) {
      List<String> ofTable = table.rows().values().stream().map(PageCaptions::key).toList();
      rows.addAll(ofTable);
      int at = ofTable.isEmpty() ? -1 : keys.subList(from, keys.size()).indexOf(ofTable.get(0));
      if (at >= 0) {
        captions.put(table.name(), above(lines.subList(from, from + at)));
        from = Math.min(from + at + ofTable.size(), keys.size());
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      if (!rows.contains(keys.get(i)) && lines.get(i).matches(".*[0-9].*。.*")) {
        sentences++;
      }
    }
  }

  private static String key(List<String> row) {
    return Terms.visible(String.join("", row));
  }

  /** The short lines at the end of some, from top to bottom. */
  private static List<String> above(List<String> lines) {
    LinkedList<String> above = new LinkedList<>();
    for (int i = lines.size() - 1; i >= 0 && above.size() < MOST_LINES; i--) {
      String line = lines.get(i).strip();
      if (line.length() > MAX_LENGTH || line.endsWith("。") || lines.get(i).contains("\t")) {
        break;
      }
      if (!line.isEmpty()) {
        above.addFirst(line);
      }
    }
    return above;
  }

  /** The lines right above a table of the page, from top to bottom. */
  List<String> above(FilePreview.PreviewTable table) {
    return captions.getOrDefault(table.name(), List.of());
  }

  /** Whether sentences with figures stand beside the tables. */
  boolean hasText() {
    return sentences >= FEWEST_SENTENCES;
  }
}
