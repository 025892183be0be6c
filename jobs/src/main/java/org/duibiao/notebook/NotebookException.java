package org.duibiao.notebook;

import java.util.Locale;

/** A notebook, a cell of it or a query in a cell that cannot be run: what is wrong, what to do. */
public final class NotebookException extends RuntimeException {

  /** With that message, in which {@code %s} stands for each value if there are any. */
  public NotebookException(String template, Object... values) {
    super(values.length == 0 ? template : String.format(Locale.ROOT, template, values));
  }

  /** With its cause. */
  public NotebookException(String message, Throwable cause) {
    super(message, cause);
  }
}
