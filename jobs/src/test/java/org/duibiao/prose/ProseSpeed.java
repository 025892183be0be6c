package org.duibiao.prose;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.model.code.SourceClass;
import org.duibiao.prose.document.DocumentMetadata;

/** How fast running text is read on one core: the example texts over and over, see bench/prose. */
final class ProseSpeed {

  private ProseSpeed() {}

  public static void main(String[] args) throws IOException {
    long wanted = Long.parseLong(args[0]);
    Catalogue catalogue = CorpusReader.catalogue();
    List<String> lines;
    try (Stream<Path> files = Files.list(Path.of("..", "data", "examples"))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        all.append(Files.readString(file, StandardCharsets.UTF_8)).append('\n');
      }
      lines = all.toString().lines().toList();
    }
    read(catalogue, lines, 200_000);
    long start = System.nanoTime();
    long[] done = read(catalogue, lines, wanted);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.println(
        String.format(
            Locale.ROOT,
            "%,d characters, %,d numbers in %.1f s: %,.0f characters a second; heap at most %d MB",
            done[0],
            done[1],
            seconds,
            done[0] / seconds,
            Runtime.getRuntime().maxMemory() >> 20));
  }

  private static long[] read(Catalogue catalogue, List<String> lines, long wanted) {
    long[] done = new long[2];
    ProseReader reader =
        new ProseReader(
            catalogue,
            new DocumentMetadata(
                "工作总结", "卫生健康委员会", LocalDate.of(2023, 3, 1), null, SourceClass.REPORT),
            mention -> done[1]++);
    int place = 0;
    for (int i = 0; done[0] < wanted; i = (i + 1) % lines.size()) {
      String line = lines.get(i);
      reader.paragraph(place, line);
      place += line.codePointCount(0, line.length()) + 1;
      done[0] += line.length() + 1;
    }
    reader.finish();
    return done;
  }
}
