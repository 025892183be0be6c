package org.duibiao.normalize.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.ShippedCatalogue;
import org.duibiao.ingest.TestTable;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.normalize.reading.FileFinding;
import org.duibiao.normalize.reading.ReadingDraft;
import org.duibiao.normalize.reading.RecordNormalizer;
import org.duibiao.tables.Reading;
import org.duibiao.tables.Source;

/**
 * A table that was read and normalized with the shipped catalogue.
 *
 * @param table the table
 * @param readings what was made of its values
 * @param sources its publications
 * @param doubts what a person should look at
 */
public record NormalizedTable(
    TestTable table, List<Reading> readings, List<Source> sources, List<FileFinding> doubts) {

  public static final Catalogue CATALOGUE = ShippedCatalogue.load();

  /** Rows under the header of {@link TestTable#LONG}. */
  static NormalizedTable rows(String... rows) {
    return of(TestTable.LONG, "城市,指标,年份,数值,单位", rows);
  }

  static NormalizedTable of(String sidecar, String header, String... rows) {
    try {
      return of(
          TestTable.read(header + "\n" + String.join("\n", rows) + "\n", sidecar),
          "a/b.csv",
          "sha");
    } catch (UnreadableFileException e) {
      throw new AssertionError(e.reason() + ": " + e.getMessage(), e);
    }
  }

  public static NormalizedTable of(TestTable table, String path, String sha256) {
    List<Reading> readings = new ArrayList<>();
    TableNormalizer normalizer =
        new TableNormalizer(
            CATALOGUE,
            new ReadingDraft.Origin(
                table.sidecar().source("a/b", path), sha256, "run", Instant.EPOCH),
            table.sidecar(),
            table.mappings(),
            readings::add);
    for (FileRecord row : table.rows()) {
      normalizer.normalize(row);
    }
    RecordNormalizer.Outcome outcome = normalizer.finish();
    return new NormalizedTable(table, readings, outcome.sources(), outcome.findings());
  }

  /** The only reading. */
  Reading only() {
    if (readings.size() != 1) {
      throw new AssertionError(readings.size() + " readings: " + readings);
    }
    return readings.get(0);
  }

  List<String> ids() {
    return readings.stream().map(Reading::observationId).collect(Collectors.toList());
  }
}
