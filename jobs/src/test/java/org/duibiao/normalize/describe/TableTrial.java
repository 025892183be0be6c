package org.duibiao.normalize.describe;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.duibiao.catalogue.InvalidFileException;
import org.duibiao.ingest.TestTable;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.normalize.table.NormalizedTable;
import org.duibiao.tables.Reading;

/**
 * Tries the drafter and the readers of tables on files that do not come with the project, see
 * {@code bench/tables}: each is drafted, given a publisher, and read. Values that somebody has
 * written down before in {@code spots.tsv} of the folder are looked up in what was read.
 */
final class TableTrial {

  private TableTrial() {}

  /** What became of a value that was written down. */
  private enum Fate {
    RIGHT,
    WAITS,
    WRONG,
    LOST
  }

  /** A value: file, cell as printed, city, indicator, year, unit, scope, value. */
  private record Spot(List<String> cells) {

    boolean is(Reading reading) {
      return reading.quote() != null && reading.quote().strip().equals(cells.get(1));
    }

    Fate fate(List<Reading> readings) {
      List<Reading> found = readings.stream().filter(this::is).toList();
      if (found.stream().anyMatch(this::isRight)) {
        return Fate.RIGHT;
      } else if (found.stream().anyMatch(each -> each.kind() == ReadingKind.OBSERVATION)) {
        return Fate.WRONG;
      }
      return found.stream().anyMatch(each -> each.kind() == ReadingKind.CANDIDATE)
          ? Fate.WAITS
          : Fate.LOST;
    }

    private boolean isRight(Reading reading) {
      return reading.kind() == ReadingKind.OBSERVATION
          && cells.get(2).equals(reading.cityCode())
          && cells.get(3).equals(reading.indicator())
          && cells.get(4).equals(Integer.toString(reading.periodEnd().getYear()))
          && cells.get(5).equals(reading.unit())
          && cells.get(6).equals(reading.scope())
          && new BigDecimal(cells.get(7)).compareTo(reading.value()) == 0;
    }
  }

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files =
          walk.filter(f -> f.toString().matches(".*\\.(csv|txt|json|html?|xlsx?)"))
              .sorted()
              .toList();
    }
    Path written = folder.resolve("spots.tsv");
    List<Spot> spots =
        Files.exists(written)
            ? Files.readAllLines(written).stream()
                .map(line -> new Spot(List.of(line.split("\t", -1))))
                .toList()
            : List.of();
    Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
    for (Path file : files) {
      String name = folder.relativize(file).toString();
      List<Spot> own = spots.stream().filter(spot -> spot.cells().get(0).equals(name)).toList();
      System.out.println(name + ": " + outcome(file, own, fates));
    }
    System.out.println(fates);
  }

  private static String outcome(Path file, List<Spot> spots, Map<Fate, Integer> all)
      throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      String draft =
          new SidecarDrafter(NormalizedTable.CATALOGUE)
              .draft(file.toString(), bytes)
              .replace("publisher: \"?\"", "publisher: 甲")
              .replaceFirst("(?m)^text: true.*$", "");
      if (!draft.contains("layout:")) {
        return "no table";
      }
      TestTable table = TestTable.read(file.toString(), bytes, draft);
      List<Reading> readings = NormalizedTable.of(table, file.toString(), "sha").readings();
      Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
      for (Spot spot : spots) {
        Fate fate = spot.fate(readings);
        fates.merge(fate, 1, Integer::sum);
        all.merge(fate, 1, Integer::sum);
      }
      long made = readings.stream().filter(r -> !r.isDerived()).count();
      return "%d values = %d observations + %d candidates + %d rejects%s %s"
          .formatted(
              table.valuesFound(),
              count(readings, ReadingKind.OBSERVATION),
              count(readings, ReadingKind.CANDIDATE),
              count(readings, ReadingKind.REJECT),
              made == table.valuesFound() ? "" : ": " + made + " READINGS, A FAULT",
              fates.isEmpty() ? "" : fates);
    } catch (UnreadableFileException e) {
      return e.reason() + ": " + e.getMessage();
    } catch (InvalidFileException e) {
      return e.problems().toString();
    }
  }

  private static long count(List<Reading> readings, ReadingKind kind) {
    return readings.stream().filter(r -> r.kind() == kind && !r.isDerived()).count();
  }
}
