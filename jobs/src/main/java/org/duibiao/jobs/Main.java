package org.duibiao.jobs;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.duibiao.jobs.cli.AcceptOptions;
import org.duibiao.jobs.cli.CommonOptions;
import org.duibiao.jobs.cli.DescribeCommand;
import org.duibiao.jobs.cli.ExplainCommand;
import org.duibiao.jobs.cli.JobRunner;
import org.duibiao.jobs.cli.NotebookOptions;
import org.duibiao.jobs.cli.NotebooksCommand;
import org.duibiao.jobs.cli.Pipeline;
import org.duibiao.jobs.cli.ReviewCommand;
import org.duibiao.jobs.cli.SqlCommand;
import org.duibiao.jobs.cli.StatusCommand;
import org.duibiao.jobs.context.Console;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.SparkSessions;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.jobs.context.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line: {@code duibiao run}, {@code duibiao sql "SELECT …"} … */
@Command(
    name = "duibiao",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionProvider.class,
    subcommands = HelpCommand.class,
    description = {
      "Duibiao (对标) reads what cities publish about their health services and shows how each stands"
          + " against another, every figure with its source.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  duibiao run                                 read the shipped files, compare all cities"
          + " with Shenzhen, write the report",
      "  duibiao run --landing my/files --dry-run    say what would be read, change nothing",
      "  duibiao run --as-of 2020-12-31              what was known by the end of 2020",
      "  duibiao sql \"SELECT * FROM gold.benchmarks LIMIT 10\"",
      "  duibiao sql --format csv \"SELECT path, status, reason FROM bronze.source_files\"",
      "  duibiao notebooks --param city=370200       execute the notebooks in notebooks-export",
      "  duibiao describe my/files                   draft the sidecar of every file that has none",
      "  duibiao explain my/files/bulletin.txt       a text with what was read from it, and why",
      "  duibiao review                              the terms that wait for a catalogue entry",
      "  duibiao status                              runs, growth, what waits",
      "",
      "Exit codes: 0 done; 1 failed, nothing half-published; 2 wrong usage, configuration or"
          + " catalogue; 3 complete but not published; 4 another run holds the warehouse."
    })
public final class Main {

  private final JobRunner execution;
  private final Console console;

  private Main(Console console, Clock clock) {
    this.console = console;
    this.execution = new JobRunner(console, clock);
  }

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command; returns its exit code. */
  static int run(String... arguments) {
    return run(new Console(System.err), Clock.systemUTC(), arguments);
  }

  static int run(Console console, Clock clock, String... arguments) {
    Main main = new Main(console, clock);
    CommandLine line = new CommandLine(main);
    try {
      line.setDefaultValueProvider(new CommonOptions.Defaults());
    } catch (UsageException e) {
      console.info(e.getMessage());
      return ExitCode.USAGE;
    }
    line.setUsageHelpAutoWidth(true);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (problem, command, parsed) -> {
          if (problem instanceof UsageException) {
            console.info(problem.getMessage());
            return ExitCode.USAGE;
          }
          throw problem;
        });
    if (arguments.length == 0) {
      line.usage(System.err);
      return ExitCode.USAGE;
    }
    return line.execute(arguments);
  }

  /** Runs the job of a main class for spark-submit: only failures end the process early. */
  static void submit(String job, String[] arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = job;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    int code = run(all);
    if (code != ExitCode.DONE) {
      System.exit(code);
    }
  }

  static final class VersionProvider implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"duibiao " + Version.current()};
    }
  }

  @Command(
      name = "run",
      description = "Ingest, normalize, benchmark and report; prints where the report is.",
      footerHeading = "%nExamples:%n",
      footer = {
        "  duibiao run                                 the shipped files, compared with Shenzhen",
        "  duibiao run --landing my/files --dry-run    what would be read; nothing changes",
        "  duibiao run --landing my/files --warehouse my/warehouse --reports my/reports",
        "  duibiao run --reference 370200 --city 370100,370300    two cities against Qingdao",
        "  duibiao run --as-of 2020-12-31              what was published by the end of 2020",
        "  duibiao run --strict --log-format json --status-file run.json    for a scheduler"
      })
  int run(@Mixin CommonOptions options) {
    return execution.runExclusively("run", options.settings(), Pipeline::run);
  }

  @Command(name = "ingest", description = "Read new and changed files into bronze.")
  int ingest(@Mixin CommonOptions options) {
    return execution.runExclusively("ingest", options.settings(), Pipeline::ingest);
  }

  @Command(
      name = "normalize",
      description = "Make observations, candidates and rejects of what was read.")
  int normalize(@Mixin CommonOptions options) {
    return execution.runExclusively("normalize", options.settings(), Pipeline::normalize);
  }

  @Command(name = "benchmark", description = "Choose values, compute rates, publish a release.")
  int benchmark(@Mixin CommonOptions options) {
    return execution.runExclusively("benchmark", options.settings(), Pipeline::benchmark);
  }

  @Command(name = "report", description = "Write the report of a release.")
  int report(@Mixin CommonOptions options) {
    return execution.runReadOnly("report", options.settings(), Pipeline::report);
  }

  @Command(
      name = "sql",
      description = {
        "Query the tables, read-only: the result goes to standard output, nothing else does.",
        "Tables: bronze.source_files, bronze.source_records, silver.observations,"
            + " silver.candidates, silver.rejects, silver.findings, silver.cities,"
            + " silver.indicators, silver.sources, silver.normalized_files,"
            + " silver.catalogue_files, gold.indicator_values, gold.benchmarks,"
            + " gold.benchmark_vintages, gold.figures, gold.releases, ops.runs."
      })
  int sql(
      @Mixin CommonOptions options,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "TABLE",
              description = "table, csv or json (default: table).")
          SqlCommand.ResultFormat format,
      @Parameters(paramLabel = "QUERY", description = "A SELECT in Spark SQL.") String query) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try {
      return execution.runReadOnly(
          "sql", options.settings(), run -> SqlCommand.execute(run, query, format, out));
    } finally {
      out.flush();
    }
  }

  @Command(
      name = "notebooks",
      description = {
        "Execute the SQL notebooks of a folder and write each as .ipynb and .html beside it.",
        "Read-only, on the current release or the one of --release. A failing cell ends its"
            + " notebook, not the others, and the command ends with 1."
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  duibiao notebooks                                    all, as they are",
        "  duibiao notebooks --param city=370100 --exports build/jinan",
        "  duibiao notebooks 02_targets_and_pace                one of them",
        "  duibiao notebooks --notebooks my/notebooks           one's own"
      })
  int notebooks(@Mixin CommonOptions options, @Mixin NotebookOptions notebooks) {
    return execution.runReadOnly(
        "notebooks", options.settings(), run -> NotebooksCommand.execute(run, notebooks));
  }

  @Command(
      name = "floor",
      hidden = true,
      description = "Start Spark, run one empty job, stop: what any run costs at least.")
  int floor() {
    SparkSession spark = SparkSessions.getOrCreate();
    try {
      JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(List.of(1), 1).count();
    } finally {
      spark.stop();
    }
    return ExitCode.DONE;
  }

  @Command(
      name = "rehearse",
      hidden = true,
      description = "A run and a query, so that the launcher can archive the classes they load.")
  int rehearse(@Mixin CommonOptions options) {
    int ran = execution.runExclusively("run", options.settings(), Pipeline::run);
    if (ran != ExitCode.DONE) {
      return ran;
    }
    for (SqlCommand.ResultFormat format : SqlCommand.ResultFormat.values()) {
      ran = Math.max(ran, sql(options, format, "SELECT count(*) FROM gold.benchmarks"));
    }
    return ran;
  }

  @Command(name = "status", description = "Show runs, growth and what waits.")
  int status(
      @Mixin CommonOptions options,
      @Option(names = "--aliases", description = "List the aliases that never matched.")
          boolean aliases) {
    StatusCommand.Listing listing =
        aliases ? StatusCommand.Listing.UNUSED_ALIASES : StatusCommand.Listing.SUMMARY;
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try {
      return execution.runReadOnly(
          "status", options.settings(), run -> StatusCommand.execute(run, out, listing));
    } finally {
      out.flush();
    }
  }

  @Command(
      name = "describe",
      description = {
        "Draft the sidecar of a file, or of every file of a folder that has none.",
        "Every line of a draft is a guess with its reason; what the file does not say is left as"
            + " '?', which a run refuses."
      })
  int describe(
      @Mixin CommonOptions options,
      @Parameters(
              paramLabel = "PATH",
              description = "A file or folder, as it is or in the landing area.")
          String path) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try {
      return execution.runReadOnly(
          "describe", options.settings(), run -> DescribeCommand.execute(run, path, out));
    } finally {
      out.flush();
    }
  }

  @Command(
      name = "explain",
      description = {
        "Show a text, paragraph by paragraph, with what was read from each and why.",
        "A line a figure: place, words, value, indicator or the term that waits, area, scope,"
            + " period, status, measure, and in brackets the reasons."
      })
  int explain(
      @Mixin CommonOptions options,
      @Option(
              names = "--all",
              description = "Show the numbers that are no statistics too, each with its reason.")
          boolean all,
      @Parameters(paramLabel = "FILE", description = "A text, as it is or in the landing area.")
          String path) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    ExplainCommand.ShownNumbers shown =
        all ? ExplainCommand.ShownNumbers.ALL : ExplainCommand.ShownNumbers.STATISTICS;
    try {
      return execution.runReadOnly(
          "explain", options.settings(), run -> ExplainCommand.execute(run, path, shown, out));
    } finally {
      out.flush();
    }
  }

  @Command(
      name = "review",
      description = {
        "Show the figures that wait for a catalogue entry, by term, and propose an entry for each.",
        "--accept TERM writes it into indicators.yaml; the next run places the figures from what"
            + " was kept, without reading the files again."
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  duibiao review --accept TERM                        as proposed",
        "  duibiao review --accept TERM --as hospitals         as an alias of that indicator",
        "  duibiao review --accept TERM --id school_clinics --en \"School clinics\""
      })
  int review(@Mixin CommonOptions options, @Mixin AcceptOptions entry) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try {
      return execution.runReadOnly(
          "review", options.settings(), run -> ReviewCommand.execute(run, entry, out));
    } finally {
      out.flush();
    }
  }
}
