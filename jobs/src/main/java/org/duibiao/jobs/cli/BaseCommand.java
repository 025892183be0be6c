package org.duibiao.jobs.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.duibiao.jobs.context.Locations;
import org.duibiao.jobs.context.MessageOptions;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.model.Message;
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

  @Override
  public final Integer call() {
    try {
      return start(new JobRunner(this, root.console(), root.clock()));
    } finally {
      root.out().flush();
    }
  }

  /** Hands itself to the runner: as a reader, unless a subclass writes. */
  int start(JobRunner runner) {
    return runner.read(this::execute);
  }

  /**
   * Does what the command is for.
   *
   * @return its exit code
   */
  abstract int execute(RunContext run) throws IOException;

  /** Prints a line of the result: a template with its arguments, or a text as it is. */
  void print(String template, Object... arguments) {
    out().println(Message.of(template, arguments));
  }

  /** Where the result goes. */
  PrintStream out() {
    return root.out();
  }

  String name() {
    return spec.name();
  }

  Locations locations() {
    return locations;
  }

  MessageOptions messages() {
    return messages;
  }

  /** The name that the user gives to the run, or null. */
  String runName() {
    return null;
  }

  /** All options but these with their values, as one text. */
  String settings(Set<String> others) {
    return spec.options().stream()
        .filter(option -> !others.contains(option.longestName()))
        .sorted(Comparator.comparing(OptionSpec::longestName))
        .map(option -> option.longestName() + "=" + option.getValue())
        .collect(Collectors.joining(" "));
  }
}
