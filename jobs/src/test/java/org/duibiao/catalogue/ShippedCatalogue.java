package org.duibiao.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The catalogue that the project ships. */
public final class ShippedCatalogue {

  private static final Path FOLDER = Path.of("../data/catalogue");

  private ShippedCatalogue() {}

  /** Reads it. */
  public static Catalogue load() {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(FOLDER)) {
      for (Path path : paths.toList()) {
        files.put(path.getFileName().toString(), Files.readAllBytes(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Catalogue.load("data/catalogue", files);
  }
}
