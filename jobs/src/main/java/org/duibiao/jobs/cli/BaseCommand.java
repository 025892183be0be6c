package org.duibiao.jobs.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.duibiao.catalogue.InvalidFileException;
import org.duibiao.jobs.context.Console;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.Locations;
import org.duibiao.jobs.context.MessageOptions;
import org.duibiao.jobs.context.NotPublishedException;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.SparkSessions;
import org.duibiao.jobs.context.StatusFile;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.model.Message;
import org.duibiao.warehouse.RunJournal;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * What all commands over a warehouse have: the options that say where things are and how the
 * command reports, and the way to an exit code. A command has further options as fields or mixins;
 * those that it does not have it refuses.
 */
abstract class BaseCommand implements Callable<Integer> {

  @ParentCommand private RootCommand root;
  @Spec private CommandSpec spec;
  @Mixin private Locations locations;
  @Mixin private MessageOptions messages;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and end.")
  private boolean help;

  private StatusFile status;
  private SparkSession spark;
  private boolean sparkIsBorrowed;

  @Override
  public final Integer call() {
    console().configure(messages.logFormat(), root.clock());
    try {
      status = new StatusFile(messages.statusFile(), name());
    } catch (UncheckedIOException e) {
      console().error(e.getMessage());
      return ExitCode.USAGE;
    }
    try {
      int exitCode = exitCode();
      status.end(exitCode);
      return exitCode;
    } finally {
      root.out().flush();
    }
  }

  private int exitCode() {
    try {
      return start();
    } catch (InvalidFileException e) {
      console().error("The catalogue has errors; nothing was done:");
      e.problems().forEach(problem -> console().error("  " + problem));
      return ExitCode.USAGE;
    } catch (UsageException | NotPublishedException e) {
      console().error(e.getMessage());
      return e instanceof UsageException ? ExitCode.USAGE : ExitCode.NOT_PUBLISHED;
    } catch (OutOfMemoryError e) {
      console().error("Failed: not enough memory; DUIBIAO_JAVA_OPTS=-Xmx8g gives more");
      return ExitCode.FAILED;
    } catch (Exception e) {
      console().error("Failed: %s", e.getMessage());
      if (Boolean.getBoolean("duibiao.debug")) {
        e.printStackTrace();
      }
      return ExitCode.FAILED;
    } finally {
      if (spark != null && !sparkIsBorrowed) {
        spark.stop();
      }
    }
  }

  /** Begins a run and does it: as a reader, unless a subclass writes. */
  int start() throws IOException {
    return execute(newContext());
  }

  /**
   * Does what the command is for.
   *
   * @return its exit code
   */
  abstract int execute(RunContext run) throws IOException;

  /** Every attempt has an id of its own, whatever name the user gives to the run. */
  final RunContext newContext() throws IOException {
    String name = runName();
    Instant now = now();
    String runId = RunJournal.newRunId(now);
    status.run(runId, name);
    return RunContext.open(locations, runId, now, console(), status, this::spark);
  }

  /** A Spark that runs already is used, and left running: who started it stops it. */
  private SparkSession spark() {
    if (spark == null) {
      Optional<SparkSession> running = SparkSessions.running();
      sparkIsBorrowed = running.isPresent();
      String progress = Boolean.toString(console().isWatched());
      Map<String, String> settings = Map.of("spark.ui.showConsoleProgress", progress);
      spark =
          running
              .map(SparkSession::newSession)
              .orElseGet(() -> SparkSessions.getOrCreate(settings));
    }
    return spark;
  }

  final Instant now() {
    return root.clock().instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Prints a line of the result: a template with its arguments, or a text as it is. */
  final void print(String template, Object... arguments) {
    out().println(Message.of(template, arguments));
  }

  /** Where the result goes. */
  final PrintStream out() {
    return root.out();
  }

  final Console console() {
    return root.console();
  }

  final String name() {
    return spec.name();
  }

  final Locations locations() {
    return locations;
  }

  /**
   * The name that the user gives to the run, or null.
   *
   * @throws UsageException if it can be none
   */
  String runName() {
    return null;
  }

  /** All options but these with their values, as one text. */
  final String settings(Set<String> others) {
    return spec.options().stream()
        .filter(option -> !others.contains(option.longestName()))
        .sorted(Comparator.comparing(OptionSpec::longestName))
        .map(option -> option.longestName() + "=" + option.getValue())
        .collect(Collectors.joining(" "));
  }
}
