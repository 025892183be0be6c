package org.duibiao.normalize.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duibiao.catalogue.Terms;
import org.duibiao.ingest.sidecar.Correction;
import org.duibiao.ingest.table.ColumnMapping;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.model.code.Flag;
import org.duibiao.normalize.number.NumberReader;
import org.duibiao.normalize.number.ParsedNumber;

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

  /**
   * Whether a correction is about what is printed: the same words, or a number that is the same
   * ({@code 50000}, {@code 50,000} and {@code 5万}).
   *
   * @param values what is printed as numbers, such as with and without the factor of its unit; null
   *     for none
   */
  public static boolean isAbout(Correction correction, String printed, BigDecimal... values) {
    if (correction.expect().strip().equals(printed.strip())) {
      return true;
    }
    return NumberReader.read(correction.expect()) instanceof ParsedNumber.Amount expected
        && expected.high() == null
        && Arrays.stream(values)
            .anyMatch(value -> value != null && value.compareTo(expected.value()) == 0);
  }

  /** Says of a value as published that its correction expects another one. */
  public static void keepAsPublished(ReadingDraft draft, Correction correction, String printed) {
    draft.flags.add(Flag.CORRECTION_OUTDATED);
    draft.addDetail(
        "its correction expects '%s', but '%s' is published and stays: if the publisher has"
            + " corrected it, remove the correction; else correct `expect`",
        correction.expect(), printed.strip());
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
