package org.duibiao.jobs.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.jobs.context.ComputingOptions;
import org.duibiao.jobs.context.Console;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.jobs.context.Version;
import org.duibiao.model.Message;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * {@code duibiao}: the command that all others belong to, for one call.
 *
 * @param console where messages go
 * @param out where results go
 * @param clock tells the time of a run
 */
@Command(
    name = "duibiao",
    resourceBundle = "org.duibiao.jobs.cli.Help",
    mixinStandardHelpOptions = true,
    versionProvider = RootCommand.VersionProvider.class,
    subcommands = {
      RunCommand.class, IngestCommand.class, NormalizeCommand.class, BenchmarkCommand.class,
      ReportCommand.class, RetireCommand.class, NotebooksCommand.class, SqlCommand.class,
      ExportCommand.class, DescribeCommand.class, ExplainCommand.class, ReviewCommand.class,
      StatusCommand.class, FloorCommand.class, RehearseCommand.class, HelpCommand.class
    })
public record RootCommand(Console console, PrintStream out, Clock clock) {

  /** Runs a command with defaults from the configuration and environment; returns its exit code. */
  public int execute(String... arguments) {
    CommandLine line = commandLine();
    try {
      line.setDefaultValueProvider(new ConfiguredDefaults());
    } catch (UsageException e) {
      console.info(e.getMessage());
      return ExitCode.USAGE;
    }
    if (arguments.length == 0) {
      line.usage(System.err);
      return ExitCode.USAGE;
    }
    return line.execute(arguments);
  }

  /** The commands with their declared defaults. */
  CommandLine commandLine() {
    CommandLine line = new CommandLine(this);
    line.getSubcommands()
        .get("sql")
        .getHelpSectionMap()
        .put(
            UsageMessageSpec.SECTION_KEY_FOOTER,
            help -> {
              help.commandSpec().usageMessage().footer(SqlCommand.tables());
              return help.footer();
            });
    line.getSubcommands().values().forEach(command -> addExitCodes(command.getCommandSpec()));
    addExitCodes(line.getCommandSpec());
    line.setUsageHelpAutoWidth(true);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(out, true));
    line.setParameterExceptionHandler(this::refuse);
    line.setExecutionExceptionHandler(
        (problem, command, parsed) -> {
          if (problem instanceof UsageException) {
            console.info(problem.getMessage());
            return ExitCode.USAGE;
          }
          throw problem;
        });
    return line;
  }

  private static void addExitCodes(CommandSpec command) {
    Map<String, String> codes = new LinkedHashMap<>(ExitCode.MEANINGS);
    if (command.parent() != null && !isWriting(command)) {
      codes.keySet().retainAll(List.of("0", "1", "2"));
    }
    command.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(codes);
  }

  /** Says what is wrong with the arguments: above all, that an option is one of other commands. */
  private int refuse(ParameterException problem, String[] arguments) {
    CommandSpec command = problem.getCommandLine().getCommandSpec();
    for (int i = 0; i < arguments.length; i++) {
      String option = arguments[i].split("=", 2)[0];
      List<String> users = users(command.root(), option);
      if (!users.isEmpty() && command.findOption(option) == null) {
        boolean alone = option.equals(arguments[i]) && i + 1 < arguments.length;
        console.info(
            refusal(command, option, users, arguments[i] + (alone ? " " + arguments[i + 1] : "")));
        return ExitCode.USAGE;
      }
    }
    console.info(problem.getMessage());
    StringWriter suggestions = new StringWriter();
    if (UnmatchedArgumentException.printSuggestions(problem, new PrintWriter(suggestions, true))) {
      console.info(suggestions.toString().strip());
    }
    console.info("`" + command.qualifiedName() + " --help` shows what can be given");
    return ExitCode.USAGE;
  }

  /** The commands that use an option, but for those that users do not see. */
  private static List<String> users(CommandSpec root, String option) {
    return root.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(spec -> !spec.usageMessage().hidden())
        .filter(spec -> spec.findOption(option) != null && !spec.findOption(option).hidden())
        .map(CommandSpec::name)
        .toList();
  }

  private static String refusal(
      CommandSpec command, String option, List<String> users, String given) {
    if (command.parent() == null) {
      return option + " belongs behind the command, as in `duibiao run " + given + "`";
    }
    String refusal =
        command.name() + " does not use " + option + "; it is for " + String.join(", ", users);
    boolean computes =
        CommandSpec.forAnnotatedObject(new ComputingOptions()).findOption(option) != null;
    return computes && command.findOption("--release") != null && !isWriting(command)
        ? Message.of(
            "%s: %s reads what was computed and does not compute. `./duibiao run %s` publishes a"
                + " release, and `./duibiao %s --release ID` reads it",
            refusal, command.name(), given, command.name())
        : refusal;
  }

  private static boolean isWriting(CommandSpec command) {
    return command.userObject() instanceof WritingCommand;
  }

  static final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"duibiao " + Version.current()};
    }
  }
}
