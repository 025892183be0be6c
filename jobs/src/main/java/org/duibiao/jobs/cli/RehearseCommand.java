package org.duibiao.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.duibiao.jobs.context.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Unmatched;

/** {@code duibiao rehearse}: loads the classes that the launcher archives for faster starts. */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {

  @ParentCommand private RootCommand root;
  @Unmatched private List<String> options = new ArrayList<>();

  @Override
  public Integer call() {
    int exitCode = execute("run");
    for (SqlCommand.ResultFormat format : SqlCommand.ResultFormat.values()) {
      if (exitCode == ExitCode.DONE) {
        exitCode =
            execute("sql", "--format", format.name(), "SELECT count(*) FROM gold.benchmarks");
      }
    }
    return exitCode;
  }

  private int execute(String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(options);
    return root.execute(arguments.toArray(String[]::new));
  }
}
