package org.duibiao.normalize.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duibiao.catalogue.Terms;
import org.duibiao.ingest.sidecar.Correction;
import org.duibiao.ingest.table.ColumnMapping;
import org.duibiao.ingest.table.FileRecord;

/** The corrections that a sidecar gives for values of its table. */
public final class Corrections {

  private final Map<String, List<Correction>> byLocator = new HashMap<>();
  private final Set<Correction> unused = new LinkedHashSet<>();

  public Corrections(List<Correction> corrections) {
    for (Correction correction : corrections) {
      byLocator.computeIfAbsent(correction.at(), at -> new ArrayList<>()).add(correction);
      unused.add(correction);
    }
  }

  /** The correction of a value, or null. */
  public Correction find(FileRecord row, ColumnMapping.ValueColumn column) {
    if (byLocator.isEmpty()) {
      return null;
    }
    for (Correction each : byLocator.getOrDefault(row.locator(column.ordinal()), List.of())) {
      if (each.column() == null || Terms.key(each.column()).equals(Terms.key(column.name()))) {
        unused.remove(each);
        return each;
      }
    }
    return null;
  }

  /** The corrections of places that the file does not have, each with what to do. */
  public List<String> unused() {
    return unused.stream()
        .map(
            each ->
                each.at()
                    + (each.column() == null ? "" : ", column '" + each.column() + "'")
                    + " is corrected ('"
                    + each.expect()
                    + "'), but no value stands there: correct `at` and `column`, or remove it")
        .toList();
  }
}
