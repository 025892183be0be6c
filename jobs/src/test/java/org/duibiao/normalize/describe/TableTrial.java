package org.duibiao.normalize.describe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.duibiao.ingest.TestTable;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.sidecar.SidecarException;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.normalize.table.NormalizedTable;
import org.duibiao.tables.Reading;

/**
 * Tries the drafter and the readers of tables on files that do not come with the project, see
 * {@code bench/tables}: each is drafted, given a publisher, and read.
 */
final class TableTrial {

  private TableTrial() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(f -> f.toString().matches(".*\\.(csv|xlsx?)")).sorted().toList();
    }
    for (Path file : files) {
      System.out.println(folder.relativize(file) + ": " + outcome(file));
    }
  }

  private static String outcome(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      String draft =
          new SidecarDrafter(NormalizedTable.CATALOGUE)
              .draft(file.toString(), bytes)
              .replace("publisher: \"?\"", "publisher: 甲");
      if (!draft.contains("layout:")) {
        return "no table";
      }
      TestTable table = TestTable.read(file.toString(), bytes, draft);
      List<Reading> readings = NormalizedTable.of(table, file.toString(), "sha").readings();
      long made = readings.stream().filter(r -> !r.isDerived()).count();
      return "%d values = %d observations + %d candidates + %d rejects%s"
          .formatted(
              table.valuesFound(),
              count(readings, ReadingKind.OBSERVATION),
              count(readings, ReadingKind.CANDIDATE),
              count(readings, ReadingKind.REJECT),
              made == table.valuesFound() ? "" : ": " + made + " READINGS, A FAULT");
    } catch (UnreadableFileException e) {
      return e.reason() + ": " + e.getMessage();
    } catch (SidecarException e) {
      return e.problems().toString();
    }
  }

  private static long count(List<Reading> readings, ReadingKind kind) {
    return readings.stream().filter(r -> r.kind() == kind && !r.isDerived()).count();
  }
}
