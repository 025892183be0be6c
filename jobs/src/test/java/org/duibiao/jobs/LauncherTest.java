package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in the locales of schedulers and slim containers, in a process of its own. */
@Tag("spark")
class LauncherTest {

  private static final Path LAUNCHER = Path.of("..", "duibiao");

  @TempDir private Path folder;
  private Workbench bench;

  /** A copy of the launcher beside what it would have built: it runs the classes of this test. */
  @BeforeEach
  void build() throws IOException {
    Path target = Files.createDirectories(folder.resolve("jobs/target"));
    Files.createDirectories(folder.resolve("jobs/src/main"));
    Files.createFile(folder.resolve("pom.xml"));
    Files.createFile(folder.resolve("jobs/pom.xml"));
    Files.copy(LAUNCHER, folder.resolve("duibiao"));
    Files.createFile(target.resolve("duibiao.jar"));
    Files.createFile(target.resolve("duibiao.jsa"));
    Files.writeString(target.resolve("classpath.txt"), System.getProperty("java.class.path"));
    bench = Workbench.in(folder.resolve("bench"));
    for (String name : List.of("深圳/公报.csv", "医院😀.csv", "plain.csv")) {
      bench.put(name, Workbench.HEADER + name + "\n", Workbench.bulletin("2021-04-20"));
    }
    Files.createFile(Path.of(URI.create(bench.landing().toUri() + "/%C9%EE%DB%DA.csv")));
  }

  private String dryRun(Map<String, String> locale) throws IOException, InterruptedException {
    ProcessBuilder process =
        new ProcessBuilder(
                "bash",
                folder.resolve("duibiao").toString(),
                "run",
                "--dry-run",
                "--landing",
                bench.landing().toString(),
                "--catalogue",
                Workbench.DATA.resolve("catalogue").toString(),
                "--warehouse",
                folder.resolve("warehouse").toString())
            .redirectErrorStream(true);
    process.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    process.environment().putAll(locale);
    Process started = process.start();
    String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(started.waitFor()).as(said).isEqualTo(0);
    return said;
  }

  @Test
  void everyFileIsSeenInEveryLocale() throws IOException, InterruptedException {
    String seen = dryRun(Map.of("LC_ALL", "C.UTF-8"));
    assertThat(seen)
        .contains("4 files, 4 new or changed")
        .contains("  would read 深圳/公报.csv\n")
        .contains("  would read 医院😀.csv\n")
        .contains("  would reject %C9%EE%DB%DA.csv (unreadable_name): its name is not UTF-8");
    assertThat(dryRun(Map.of("LC_ALL", "C"))).isEqualTo(seen);
    assertThat(dryRun(Map.of("LANG", "POSIX"))).isEqualTo(seen);
    assertThat(dryRun(Map.of())).isEqualTo(seen);
    assertThat(dryRun(Map.of("LC_ALL", "xx_XX.UTF-8"))).as("not installed").endsWith(seen);
  }

  @Test
  void everyFileIsSeenInALocaleOfGbk() throws IOException, InterruptedException {
    Process made =
        new ProcessBuilder(
                "sh",
                "-c",
                "localedef -i zh_CN -f GBK \"$0\"",
                folder.resolve("zh_CN.GBK").toString())
            .redirectErrorStream(true)
            .start();
    made.getInputStream().readAllBytes();
    made.waitFor();
    assumeTrue(
        Files.exists(folder.resolve("zh_CN.GBK/LC_CTYPE")), "the locale cannot be made here");
    Map<String, String> gbk = Map.of("LC_ALL", "zh_CN.GBK", "LOCPATH", folder.toString());
    assertThat(dryRun(gbk)).isEqualTo(dryRun(Map.of("LC_ALL", "C.UTF-8")));
  }
}
