package org.duibiao.jobs.context;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.duibiao.model.Message;

/** Messages to the person at the terminal: on standard error, so that results can be piped. */
public final class Console {

  /** How lines are written. */
  public enum LogFormat {
    /** As they are. */
    TEXT,
    /** One JSON object a line: time, level, logger, message. */
    JSON
  }

  private final PrintStream out;
  private Clock clock;
  private LogFormat format = LogFormat.TEXT;

  public Console(PrintStream out) {
    this.out = out;
  }

  /** From here on, writes lines in that format, with times by that clock. */
  public synchronized void configure(LogFormat lines, Clock times) {
    format = lines;
    clock = times;
  }

  /** A line: a template with {@code %s} for each argument, or a text as it is. */
  public synchronized void info(String template, Object... arguments) {
    write("INFO", template, arguments);
  }

  /** Why the job ends without having done its work. */
  public synchronized void error(String template, Object... arguments) {
    write("ERROR", template, arguments);
  }

  private void write(String level, String template, Object... arguments) {
    String line = Message.of(template, arguments);
    out.println(format == LogFormat.TEXT ? line : json(level, line));
  }

  private String json(String level, String line) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
        .put("level", level)
        .put("logger", "org.duibiao")
        .put("message", line)
        .toString();
  }

  /** Shows how far a long job is, in a line that is written over, if a person is watching. */
  public synchronized void progress(int done, int total) {
    if (isWatched()) {
      out.print(Message.of("\r%d of %d files%s", done, total, done < total ? " " : "\r\033[K"));
      out.flush();
    }
  }

  /** Whether a person is watching, who wants to see how far a long job is. */
  public boolean isWatched() {
    return System.console() != null && format == LogFormat.TEXT;
  }
}
