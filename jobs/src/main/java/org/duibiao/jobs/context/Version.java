package org.duibiao.jobs.context;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.duibiao.model.Digest;

/** The program's version: what was built, so that another build computes again. */
public final class Version {

  private static final String CURRENT = read();

  private Version() {}

  public static String current() {
    return CURRENT;
  }

  private static String read() {
    String version = Version.class.getPackage().getImplementationVersion();
    try {
      Path jar = Path.of(Version.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!Files.isRegularFile(jar)) {
        return "development";
      }
      try (ZipFile content = new ZipFile(jar.toFile())) {
        String id = Digest.ofAll(content.stream().map(entry -> entry.getName() + entry.getCrc()));
        return version + "+" + id.substring(0, 8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the program's own jar: " + e.getMessage(), e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The program's own jar has no path", e);
    }
  }
}
