package org.duibiao.ingest.file;

import java.util.Locale;
import java.util.ResourceBundle;

/** A file that cannot be read: it is rejected whole, and the batch goes on. */
public final class UnreadableFileException extends Exception {

  private static final ResourceBundle PROBLEMS =
      ResourceBundle.getBundle("org.duibiao.ingest.file.problems", Locale.ROOT);

  private final String reason;

  /**
   * An unreadable file.
   *
   * @param problem a key of {@code problems.properties}: the reason, perhaps with a point and more
   * @param args what the problem's text names: the place in the file, the value
   */
  public UnreadableFileException(String problem, Object... args) {
    super(String.format(Locale.ROOT, PROBLEMS.getString(problem), args));
    this.reason = problem.split("[.]")[0];
  }

  /** Why, in one word. */
  public String reason() {
    return reason;
  }
}
