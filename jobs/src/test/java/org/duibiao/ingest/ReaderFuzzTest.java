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
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.table.FileRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Damaged files of every kind, from seeds: each is read whole or rejected with a reason; none
 * crashes, hangs, or loses what it said it had.
 */
class ReaderFuzzTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

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

  /** A whole file, of which damaged ones are made. */
  private record Seed(String name, byte[] bytes, String sidecar) {}

  private static List<Seed> written() {
    StringBuilder csv = new StringBuilder("城市,医院,床位\n,2023年,2024年\n");
    for (int i = 0; i < 30; i++) {
      csv.append("泰安市,").append(i).append(",\"1,0").append(i).append("\"\n");
    }
    return List.of(
        new Seed("book.xlsx", book().xlsx(), SIDECAR),
        new Seed("book.xls", book().xls(), SIDECAR),
        new Seed("page.html", page().getBytes(StandardCharsets.UTF_8), SIDECAR),
        new Seed("table.csv", csv.toString().getBytes(StandardCharsets.UTF_8), SIDECAR));
  }

  /** The smaller tables that are shipped, with their sidecars. */
  private static List<Seed> shipped() throws IOException {
    List<Seed> seeds = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("../data/landing"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
        if (Files.size(file) < 20_000) {
          Path sidecar = file.resolveSibling(file.getFileName() + ".yaml");
          seeds.add(
              new Seed(
                  file.getFileName().toString(),
                  Files.readAllBytes(file),
                  Files.readString(sidecar)));
        }
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
  private static String outcome(Seed file) {
    try {
      TestTable table = TestTable.read(file.name(), file.bytes(), file.sidecar());
      long values = table.rows().size() * (long) table.mapping().values().size();
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

  /** Reads what becomes of each seed from one round to another; why files could not be read. */
  private static List<String> fuzz(List<Seed> seeds, int from, int to) {
    List<String> reasons = new ArrayList<>();
    for (Seed seed : seeds) {
      for (int round = from; round < to; round++) {
        byte[] bytes = mutated(seed.bytes(), new Random(31L * round + seed.name().hashCode()));
        if (bytes.length == 0) {
          continue;
        }
        Seed damaged = new Seed(seed.name(), bytes, seed.sidecar());
        String which = seed.name() + " round " + round;
        try {
          reasons.add(
              String.valueOf(assertTimeoutPreemptively(PATIENCE, () -> outcome(damaged), which)));
          assertTimeoutPreemptively(PATIENCE, () -> preview(bytes), which);
        } catch (RuntimeException | Error e) {
          throw new AssertionError(which + ": " + e, e);
        }
      }
    }
    return reasons;
  }

  private static void preview(byte[] bytes) throws IOException {
    try {
      assertThat(FilePreview.of(bytes).tables())
          .allMatch(table -> table.rows().isEmpty() || table.rows().firstKey() > 0);
    } catch (UnreadableFileException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  @Test
  void damagedFilesAreReadWholeOrRejected() {
    for (Seed seed : written()) {
      assertThat(outcome(seed)).as(seed.name()).isNull();
    }
    assertThat(fuzz(written(), 0, 40))
        .as("the seeds still lead somewhere")
        .contains("null", "damaged");
  }

  @Test
  @Tag("long")
  void manyMoreDamagedFilesToo() {
    assertThat(fuzz(written(), 40, 1_500)).contains("null", "damaged");
  }

  @Test
  void damagedShippedFilesToo() throws IOException {
    assertThat(fuzz(shipped(), 0, 6)).contains("null");
  }

  @Test
  @Tag("long")
  void manyMoreDamagedShippedFilesToo() throws IOException {
    assertThat(fuzz(shipped(), 6, 200)).contains("null");
  }
}
