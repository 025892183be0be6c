package org.duibiao.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duibiao.columns.Schema;
import org.duibiao.jobs.context.Console;
import org.duibiao.tables.Tables;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/** What the commands take, what they refuse, and their help; nothing here starts Spark. */
class CommandsTest {

  private static final String LOCATIONS = "--landing --catalogue --warehouse --reports ";
  private static final String MESSAGES = "--log-format --status-file ";
  private static final String JOB = LOCATIONS + MESSAGES + "--run-id --release ";

  /** The options of each command, as its users know them. */
  private static final Map<String, String> OPTIONS =
      Map.ofEntries(
          Map.entry("run", JOB + "--reference --city --as-of --dry-run --strict"),
          Map.entry("ingest", JOB + "--dry-run --strict"),
          Map.entry("normalize", JOB + "--dry-run --strict"),
          Map.entry("benchmark", JOB + "--reference --city --as-of"),
          Map.entry("report", JOB + "--city"),
          Map.entry("retire", JOB + "--reference --city --as-of --dry-run --strict --because"),
          Map.entry(
              "notebooks",
              JOB + "--unreleased --notebooks --exports --param --timeout --show-rows"),
          Map.entry(
              "sql", LOCATIONS + MESSAGES + "--release --unreleased --format --timeout --max-rows"),
          Map.entry("export", LOCATIONS + MESSAGES + "--release --unreleased --format --table"),
          Map.entry("status", LOCATIONS + MESSAGES + "--aliases"),
          Map.entry("describe", LOCATIONS + MESSAGES),
          Map.entry("explain", LOCATIONS + MESSAGES + "--all"),
          Map.entry("review", LOCATIONS + MESSAGES + "--accept --as --id --en --unit --kind"),
          Map.entry("floor", ""));

  /** They take --release as all jobs do, but read no release. */
  private static final Set<String> WRITING =
      Set.of("run", "ingest", "normalize", "benchmark", "retire");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private RootCommand root() {
    return new RootCommand(
        new Console(new PrintStream(said, true, StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));
  }

  private int execute(String... arguments) {
    return root().commandLine().execute(arguments);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private static Set<String> options(String command) {
    return new TreeSet<>(List.of(OPTIONS.get(command).trim().split(" ")));
  }

  private static Set<String> allOptions() {
    Set<String> all = new TreeSet<>();
    OPTIONS.keySet().forEach(command -> all.addAll(options(command)));
    all.remove("");
    return all;
  }

  @Test
  void everyCommandIsListedHereWithItsOptions() {
    Map<String, CommandLine> commands = root().commandLine().getSubcommands();
    assertThat(commands.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(OPTIONS.keySet().stream(), Stream.of("help", "rehearse")).toList());
    for (String name : OPTIONS.keySet()) {
      Set<String> declared =
          new TreeSet<>(commands.get(name).getCommandSpec().optionsMap().keySet());
      declared.removeAll(Set.of("-h", "--help", "-V", "--version"));
      assertThat(String.join(" ", declared)).as(name).isEqualTo(String.join(" ", options(name)));
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCommandRefusesAnOptionThatItDoesNotUse() {
    return OPTIONS.keySet().stream()
        .flatMap(
            command ->
                allOptions().stream()
                    .filter(option -> !options(command).contains(option))
                    .map(
                        option ->
                            DynamicTest.dynamicTest(
                                command + " " + option, () -> refuses(command, option))));
  }

  private void refuses(String command, String option) {
    said.reset();
    assertThat(execute(command, option, "x")).isEqualTo(2);
    assertThat(out.size()).isZero();
    assertThat(said().lines()).as("one sentence").hasSize(1);
    String users =
        root().commandLine().getSubcommands().values().stream()
            .filter(other -> !other.getCommandSpec().usageMessage().hidden())
            .map(CommandLine::getCommandName)
            .filter(other -> OPTIONS.containsKey(other) && options(other).contains(option))
            .filter(other -> !option.equals("--release") || !WRITING.contains(other))
            .collect(Collectors.joining(", "));
    assertThat(said()).startsWith(command + " does not use " + option + "; it is for " + users);
  }

  @Test
  void aCommandThatReadsSaysHowToReadWhatIsComputedOtherwise() {
    assertThat(execute("sql", "--as-of", "2020-12-31", "SELECT 1")).isEqualTo(2);
    assertThat(said())
        .isEqualTo(
            "sql does not use --as-of; it is for run, benchmark, retire: sql reads what was"
                + " computed and does not compute. `./duibiao run --as-of 2020-12-31` publishes a"
                + " release, and `./duibiao sql --release ID` reads it\n");
  }

  @Test
  void anOptionBeforeTheCommandIsShownItsPlace() {
    assertThat(execute("--as-of", "2020-12-31", "run")).isEqualTo(2);
    assertThat(said())
        .isEqualTo("--as-of belongs behind the command, as in `duibiao run --as-of 2020-12-31`\n");
  }

  @TestFactory
  Stream<DynamicTest> theHelpOfEveryCommandBeginsWithAnExample() {
    return OPTIONS.keySet().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      out.reset();
                      assertThat(execute(name, "--help")).isZero();
                      assertThat(out.toString(StandardCharsets.UTF_8))
                          .startsWith("Example: duibiao " + name)
                          .contains("Exit codes:");
                    }));
  }

  /** Arguments of an example that were never parsed would go stale. */
  @Test
  void everyExampleIsUnderstood() {
    CommandLine line = root().commandLine();
    for (CommandLine command : line.getSubcommands().values()) {
      String heading = command.getCommandSpec().usageMessage().headerHeading();
      if (heading.startsWith("Example: duibiao ")) {
        String example = heading.substring("Example: duibiao ".length()).replace("%n", "");
        String[] arguments =
            Pattern.compile("\"[^\"]*\"|\\S+")
                .matcher(example)
                .results()
                .map(match -> match.group().replace("\"", ""))
                .toArray(String[]::new);
        assertThat(line.parseArgs(arguments).subcommand().commandSpec().name())
            .isEqualTo(command.getCommandName());
      }
    }
  }

  @Test
  void theHelpOfSqlListsEveryTable() {
    assertThat(execute("sql", "--help")).isZero();
    for (Class<? extends Record> table : Tables.ALL) {
      assertThat(out.toString(StandardCharsets.UTF_8)).contains("  " + Schema.of(table).name());
    }
  }
}
