package org.duibiao.jobs.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.duibiao.jobs.context.Console;
import org.duibiao.jobs.context.Settings;
import org.duibiao.jobs.context.SettingsBuilder;
import org.duibiao.jobs.context.UsageException;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** The options that all commands share. */
public final class CommonOptions {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and end.")
  private boolean help;

  @Option(
      names = "--landing",
      paramLabel = "DIR",
      defaultValue = "data/landing",
      description = "Source files with their sidecars (default: ${DEFAULT-VALUE}).")
  private String landing;

  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      defaultValue = "data/catalogue",
      description = "Areas, indicators, units, benchmarks (default: ${DEFAULT-VALUE}).")
  private String catalogue;

  @Option(
      names = "--warehouse",
      paramLabel = "DIR|URI",
      defaultValue = "warehouse",
      description = "The Delta tables (default: ${DEFAULT-VALUE}).")
  private String warehouse;

  @Option(
      names = "--reports",
      paramLabel = "DIR",
      defaultValue = "reports",
      description = "Where reports are written (default: ${DEFAULT-VALUE}).")
  private String reports;

  @Option(
      names = "--reference",
      paramLabel = "CODE",
      defaultValue = Settings.CONFIGURED_REFERENCE,
      description =
          "What cities are compared with: a city's code, a province's or 000000 for the nation,"
              + " median or best (default: ${DEFAULT-VALUE}, Shenzhen).")
  private String reference;

  @Option(
      names = "--city",
      paramLabel = "CODE",
      split = ",",
      description = "Only these cities, by GB/T 2260 code; 370200 is Qingdao.")
  private List<String> cities = List.of();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Compute from what was published by that day, such as 2020-12-31.")
  private LocalDate asOf;

  @Option(
      names = "--release",
      paramLabel = "ID",
      description = "Read that release as it was; see gold.releases.")
  private String release;

  @Option(
      names = "--unreleased",
      description = "Read the newest versions of the tables, released or not.")
  private boolean unreleased;

  @Option(names = "--run-id", paramLabel = "ID", description = "The run's name in ops.runs.")
  private String runId;

  @Option(
      names = "--dry-run",
      description = "Say what would be read and rejected, and change nothing.")
  private boolean dryRun;

  @Option(names = "--strict", description = "End with 3 if a file was rejected.")
  private boolean strict;

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      defaultValue = "TEXT",
      description = "text, or json: one object a line on standard error (default: text).")
  private Console.LogFormat logFormat = Console.LogFormat.TEXT;

  @Option(
      names = "--status-file",
      paramLabel = "FILE",
      description = "Keep a small JSON file up to date with how far the job is.")
  private String statusFile;

  public Settings settings() {
    if (runId != null && !runId.matches("[A-Za-z0-9_.]{1,64}")) {
      throw new UsageException(
          "--run-id " + runId + " must be letters, digits, dots and underscores, 64 at most");
    }
    return SettingsBuilder.builder()
        .landing(landing)
        .catalogue(catalogue)
        .warehouse(warehouse)
        .reports(reports)
        .reference(reference)
        .cities(List.copyOf(cities))
        .asOf(asOf)
        .releaseId(release)
        .unreleased(unreleased)
        .runId(runId)
        .dryRun(dryRun)
        .strict(strict)
        .logFormat(logFormat)
        .statusFile(statusFile)
        .build();
  }

  /**
   * Defaults from a configuration file ({@code duibiao.properties} here, or where {@code
   * DUIBIAO_CONFIG} says: {@code landing=…}) and from the environment ({@code DUIBIAO_LANDING=…}).
   */
  public static final class Defaults implements CommandLine.IDefaultValueProvider {

    private final Properties file = new Properties();

    public Defaults() {
      String named = System.getenv("DUIBIAO_CONFIG");
      Path path = Path.of(named == null ? "duibiao.properties" : named);
      if (Files.exists(path)) {
        try (InputStream in = Files.newInputStream(path)) {
          file.load(in);
        } catch (IOException e) {
          throw new UncheckedIOException(path + ": cannot be read: " + e.getMessage(), e);
        }
      } else if (named != null) {
        throw new UsageException("DUIBIAO_CONFIG names " + named + ", which does not exist");
      }
    }

    @Override
    public String defaultValue(ArgSpec argument) {
      if (!(argument instanceof OptionSpec option) || !option.longestName().startsWith("--")) {
        return null;
      }
      String name = option.longestName().substring(2);
      String variable = "DUIBIAO_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
      String set = System.getenv(variable);
      return set != null ? set : file.getProperty(name);
    }
  }
}
