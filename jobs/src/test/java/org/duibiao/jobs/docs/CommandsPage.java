package org.duibiao.jobs.docs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;

/** The reference of the commands: what their declarations say, and nothing besides. */
public final class CommandsPage {

  private static final int WIDTH = 100;

  private CommandsPage() {}

  /** The page as Markdown: what all commands share, which option is for which, each one's help. */
  public static String markdown(CommandLine root) {
    StringBuilder text = new StringBuilder(Documents.template("commands.md"));
    List<CommandLine> commands =
        root.getSubcommands().values().stream()
            .filter(command -> !List.of("help", "rehearse").contains(command.getCommandName()))
            .toList();
    Map<String, OptionSpec> options = new TreeMap<>();
    for (CommandLine command : commands) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        if (!option.hidden() && !option.usageHelp() && !option.versionHelp()) {
          options.putIfAbsent(option.longestName(), option);
        }
      }
    }
    options.forEach(
        (name, option) ->
            Documents.row(
                text,
                "`" + name + (option.arity().max() > 0 ? " " + option.paramLabel() : "") + "`",
                users(commands, name),
                String.join(" ", option.description())));
    for (CommandLine command : commands) {
      command.setUsageHelpAutoWidth(false).setUsageHelpWidth(WIDTH);
      text.append("\n## ").append(command.getCommandName());
      text.append("\n\n```text\n");
      command
          .getUsageMessage(Help.Ansi.OFF)
          .lines()
          .forEach(line -> text.append(line.stripTrailing()).append('\n'));
      text.append("```\n");
    }
    return text.toString();
  }

  private static boolean uses(CommandLine command, String name) {
    OptionSpec option = command.getCommandSpec().findOption(name);
    return option != null && !option.hidden();
  }

  private static String users(List<CommandLine> commands, String option) {
    List<String> users =
        commands.stream()
            .filter(command -> uses(command, option))
            .map(CommandLine::getCommandName)
            .toList();
    return users.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
