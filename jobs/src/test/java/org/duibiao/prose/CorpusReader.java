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
import org.duibiao.normalize.reading.ReadingDraft;
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
            catalogue,
            new ReadingDraft.Origin(sidecar.source("id", "text"), "sha", "run", Instant.EPOCH),
            sidecar,
            (mention, reading) -> found.add(reading));
    ProseTexts.paragraphs(new StringReader(text), normalizer::normalize);
    normalizer.finish();
    return found;
  }

  public static Catalogue catalogue() throws IOException {
    return Catalogue.load("data/catalogue", catalogueFiles());
  }

  /** The catalogue as if nothing had been measured: every figure is believed. */
  public static Catalogue believingCatalogue() throws IOException {
    Map<String, byte[]> files = catalogueFiles();
    files.remove("reliability.csv");
    return Catalogue.load("data/catalogue", files);
  }

  /** The catalogue with another text in one of its files. */
  static Catalogue catalogueWith(String name, String text) throws IOException {
    Map<String, byte[]> files = catalogueFiles();
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
    return Catalogue.load("data/catalogue", files);
  }

  private static Map<String, byte[]> catalogueFiles() throws IOException {
    Path folder = Path.of("../data/catalogue");
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> list = Files.list(folder)) {
      for (Path file : list.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
