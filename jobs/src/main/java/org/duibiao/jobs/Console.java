package org.duibiao.jobs;

import java.io.PrintStream;

/** What a person at the terminal is told: on standard error, so that results can be piped. */
final class Console {

  private final PrintStream out;
  private final boolean terminal;
  private boolean open;

  Console(PrintStream out) {
    this.out = out;
    this.terminal = System.console() != null;
  }

  /** A line. */
  synchronized void say(String line) {
    endProgress();
    out.println(line);
  }

  /** A line that the next one overwrites; nothing unless a person is watching. */
  synchronized void progress(String line) {
    if (terminal) {
      out.print("\r\u001b[K" + line);
      out.flush();
      open = true;
    }
  }

  private void endProgress() {
    if (open) {
      out.print("\r\u001b[K");
      open = false;
    }
  }
}
