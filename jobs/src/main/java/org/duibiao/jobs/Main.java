package org.duibiao.jobs;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.stream.Stream;
import org.duibiao.jobs.cli.RootCommand;
import org.duibiao.jobs.context.Console;
import org.duibiao.jobs.context.ExitCode;

/** The command line: {@code duibiao run}, {@code duibiao sql "SELECT …"} … */
public final class Main {

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(new Console(System.err), Clock.systemUTC(), arguments));
  }

  /** Runs a command; returns its exit code. */
  static int run(Console console, Clock clock, String... arguments) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    return new RootCommand(console, out, clock).execute(arguments);
  }

  /** Runs the job of a main class for spark-submit: only failures end the process early. */
  static void submit(String job, String[] arguments) {
    String[] all = Stream.concat(Stream.of(job), Stream.of(arguments)).toArray(String[]::new);
    int code = run(new Console(System.err), Clock.systemUTC(), all);
    if (code != ExitCode.DONE) {
      System.exit(code);
    }
  }
}
