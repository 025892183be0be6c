package org.duibiao.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.table.FileRecord;
import org.junit.jupiter.api.Test;

/**
 * Damaged files of every kind, from seeds: each is read whole or rejected with a reason; none
 * crashes, hangs, or loses what it said it had.
 */
class ReaderFuzzTest {

  private static final int ROUNDS = 150;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String SIDECAR =
      TestTable.SOURCE
          + "layout: {kind: wide, header_rows: 2, columns: {city: 城市}, across: indicator}\n";

  private static TestBook book() {
    TestBook book = new TestBook().sheet("表1").row("城市", "医院", "", "床位");
    book.row("", "2023年", "2024年", "2024年").merge("A1:A2").merge("B1:C1");
    for (int i = 0; i < 30; i++) {
      book.row(i % 2 == 0 ? "泰安市" : "", "" + i, "'1 " + (100 + i), i + ".5|0.0%");
    }
    return book.merge("A3:A4").row("注:略");
  }

  private static String page() {
    StringBuilder page = new StringBuilder("<html><table><tr><th rowspan=2>城市<th colspan=2>医院");
    page.append("<tr><th>2023年<th>2024年");
    for (int i = 0; i < 30; i++) {
      page.append("<tr><td>泰安市<td>").append(i).append("<td rowspan='1'>1&nbsp;0").append(i);
    }
    return page + "</table>";
  }

  private static Map<String, byte[]> seeds() {
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    seeds.put("book.xlsx", book().xlsx());
    seeds.put("book.xls", book().xls());
    seeds.put("page.html", page().getBytes(StandardCharsets.UTF_8));
    StringBuilder csv = new StringBuilder("城市,医院,床位\n,2023年,2024年\n");
    for (int i = 0; i < 30; i++) {
      csv.append("泰安市,").append(i).append(",\"1,0").append(i).append("\"\n");
    }
    seeds.put("table.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
    return seeds;
  }

  /** Small real files too, where they lie beside the project. */
  private static Map<String, byte[]> realSeeds() throws IOException {
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    for (Path at = Path.of("").toAbsolutePath(); at.getParent() != null; at = at.getParent()) {
      Path real = at.resolveSibling("shared").resolve("data/real");
      if (Files.isDirectory(real)) {
        try (Stream<Path> files = Files.walk(real)) {
          for (Path file :
              files.filter(f -> f.toString().matches(".*\\.(xlsx|xls|csv)")).sorted().toList()) {
            if (Files.size(file) < 20_000) {
              seeds.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
          }
        }
        break;
      }
    }
    return seeds;
  }

  private static byte[] mutated(byte[] seed, Random random) {
    byte[] bytes = seed.clone();
    int kind = random.nextInt(5);
    if (kind == 0) {
      return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
    if (kind == 1) {
      int from = random.nextInt(bytes.length);
      int length = Math.min(random.nextInt(400), bytes.length - from);
      byte[] shorter = new byte[bytes.length - length];
      System.arraycopy(bytes, 0, shorter, 0, from);
      System.arraycopy(bytes, from + length, shorter, from, shorter.length - from);
      return shorter;
    }
    if (kind == 2) {
      int from = random.nextInt(bytes.length);
      int length = Math.min(random.nextInt(400), bytes.length - from);
      byte[] longer = new byte[bytes.length + length];
      System.arraycopy(bytes, 0, longer, 0, from + length);
      System.arraycopy(bytes, from, longer, from + length, bytes.length - from);
      return longer;
    }
    for (int i = 1 + random.nextInt(kind == 3 ? 4 : 60); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  /** Reads a file; what it says it has must come. Null, or why it cannot be read. */
  private static String outcome(String name, byte[] bytes) {
    try {
      TestTable table = TestTable.read(name, bytes, SIDECAR);
      long values = table.rows().size() * (long) table.binding().values().size();
      assertThat(table.valuesFound()).isEqualTo(values);
      List<String> places = table.rows().stream().map(FileRecord::locator).toList();
      assertThat(places).doesNotHaveDuplicates();
      return null;
    } catch (UnreadableFileException e) {
      assertThat(e.reason()).matches("[a-z_]+");
      assertThat(e.getMessage()).isNotBlank();
      return e.reason();
    }
  }

  private static void fuzz(Map<String, byte[]> seeds, int rounds, List<String> reasons) {
    for (Map.Entry<String, byte[]> seed : seeds.entrySet()) {
      for (int round = 0; round < rounds; round++) {
        byte[] bytes = mutated(seed.getValue(), new Random(31L * round + seed.getKey().hashCode()));
        if (bytes.length == 0) {
          continue;
        }
        String which = seed.getKey() + " round " + round;
        try {
          reasons.add(
              String.valueOf(
                  assertTimeoutPreemptively(PATIENCE, () -> outcome(seed.getKey(), bytes), which)));
          assertTimeoutPreemptively(PATIENCE, () -> preview(seed.getKey(), bytes), which);
        } catch (RuntimeException | Error e) {
          throw new AssertionError(which + ": " + e, e);
        }
      }
    }
  }

  private static void preview(String name, byte[] bytes) throws IOException {
    try {
      assertThat(FilePreview.of(bytes).mediaType()).isNotBlank();
    } catch (UnreadableFileException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  @Test
  void damagedFilesAreReadWholeOrRejected() {
    seeds().forEach((name, bytes) -> assertThat(outcome(name, bytes)).as(name).isNull());
    List<String> reasons = new ArrayList<>();
    fuzz(seeds(), ROUNDS, reasons);
    assertThat(reasons).as("the seeds still lead somewhere").contains("null", "damaged");
  }

  @Test
  void damagedRealFilesToo() throws IOException {
    fuzz(realSeeds(), 6, new ArrayList<>());
  }
}
