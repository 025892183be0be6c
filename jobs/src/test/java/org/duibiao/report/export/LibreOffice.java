package org.duibiao.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** LibreOffice, where it is installed. */
public final class LibreOffice {

  private LibreOffice() {}

  /** What it makes of a file, by name; the test is skipped where there is no LibreOffice. */
  public static Map<String, byte[]> convert(byte[] file, String name, String to, Path folder)
      throws Exception {
    assumeTrue(
        runs("soffice", "--version"), "LibreOffice (soffice) is not installed: not opened with it");
    Path in = Files.write(folder.resolve(name), file);
    Path out = Files.createDirectory(folder.resolve("out"));
    Process process =
        new ProcessBuilder(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                to,
                "--outdir",
                out.toString(),
                in.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    Map<String, byte[]> made = new TreeMap<>();
    try (Stream<Path> files = Files.list(out)) {
      for (Path each : files.toList()) {
        made.put(each.getFileName().toString(), Files.readAllBytes(each));
      }
    }
    return made;
  }

  private static boolean runs(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(1, TimeUnit.MINUTES);
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
