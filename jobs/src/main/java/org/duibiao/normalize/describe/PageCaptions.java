package org.duibiao.normalize.describe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
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
    List<String> lines = Arrays.stream(preview.text().split("\\R")).toList();
    List<String> keys = lines.stream().map(Terms::visible).toList();
    Set<String> rows = new HashSet<>();
    int from = 0;
    for (FilePreview.PreviewTable table : preview.tables()) {
      table.rows().values().forEach(row -> rows.add(key(row)));
      int at =
          table.rows().isEmpty()
              ? -1
              : indexOf(keys, key(table.rows().get(table.rows().firstKey())), from);
      if (at >= 0) {
        captions.put(table.name(), above(lines, from, at));
        from = at + table.rows().size();
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

  private static int indexOf(List<String> keys, String key, int from) {
    for (int i = from; i < keys.size(); i++) {
      if (keys.get(i).equals(key)) {
        return i;
      }
    }
    return -1;
  }

  /** The short lines right above a place, from top to bottom. */
  private static List<String> above(List<String> lines, int from, int at) {
    List<String> above = new ArrayList<>();
    for (int i = at - 1; i >= from && above.size() < MOST_LINES; i--) {
      String line = lines.get(i).strip();
      if (line.length() > MAX_LENGTH || line.endsWith("。") || lines.get(i).contains("\t")) {
        break;
      }
      if (!line.isEmpty()) {
        above.add(line);
      }
    }
    Collections.reverse(above);
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
