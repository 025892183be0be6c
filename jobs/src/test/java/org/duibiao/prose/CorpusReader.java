package org.duibiao.prose;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.ingest.text.ProseTexts;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.tables.Reading;

/** Reads every text of a folder, without Spark: for scoring against annotations. */
public final class CorpusReader {

  private CorpusReader() {}

  /** The readings of each text, by file name. */
  static Map<String, List<Reading>> read(Path folder, Catalogue catalogue) throws IOException {
    Map<String, List<Reading>> readings = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        Path beside = file.resolveSibling(file.getFileName() + ".yaml");
        Sidecar sidecar = Sidecar.parse(beside.toString(), Files.readAllBytes(beside));
        readings.put(
            file.getFileName().toString(),
            read(catalogue, sidecar, Files.readString(file, StandardCharsets.UTF_8)));
      }
    }
    return readings;
  }

  public static List<Reading> read(Catalogue catalogue, Sidecar sidecar, String text)
      throws IOException {
    List<Reading> found = new ArrayList<>();
    ProseNormalizer normalizer =
        new ProseNormalizer(
            catalogue, "run", Instant.EPOCH, "text", "sha", "id", sidecar, found::add);
    ProseTexts.paragraphs(new StringReader(text), normalizer::normalize);
    normalizer.finish();
    return found;
  }

  public static Catalogue catalogue() throws IOException {
    Path folder = Path.of("../data/catalogue");
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> list = Files.list(folder)) {
      for (Path file : list.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return Catalogue.load("data/catalogue", files);
  }

  /**
   * Prints what {@code score.py} reads; the reasons of numbers that are no statistic, as errors.
   */
  public static void main(String[] args) throws IOException {
    Map<String, List<Reading>> readings = read(Path.of(args[0]), catalogue());
    System.out.print(csv(readings));
    readings.forEach(
        (name, all) ->
            all.stream()
                .filter(r -> r.kind() == ReadingKind.REJECT)
                .forEach(r -> System.err.println(name + "\t" + r.locator() + "\t" + r.reason())));
  }

  /** Observations and candidates as {@code score.py} reads them. */
  static String csv(Map<String, List<Reading>> readings) {
    StringBuilder csv =
        new StringBuilder(
            "path,locator,city_code,indicator,term,value,value_high,unit,bound,status,measure,"
                + "scope,period_start,period_end,kind\n");
    readings.forEach(
        (name, all) ->
            all.stream()
                .filter(r -> r.kind() != ReadingKind.REJECT)
                .forEach(r -> csv.append(row(name, r)).append('\n')));
    return csv.toString();
  }

  private static String row(String name, Reading r) {
    Object[] cells = {
      name,
      r.locator(),
      r.cityCode(),
      r.indicator(),
      r.term(),
      r.value().toPlainString(),
      r.valueHigh(),
      r.unit(),
      r.bound().id(),
      r.status().id(),
      r.measure().id(),
      r.scope(),
      r.periodStart(),
      r.periodEnd(),
      r.kind().id()
    };
    StringBuilder row = new StringBuilder();
    for (Object cell : cells) {
      row.append(row.isEmpty() ? "" : ",")
          .append(cell == null ? "" : "\"" + cell.toString().replace("\"", "\"\"") + "\"");
    }
    return row.toString();
  }
}
