package org.duibiao.notebook;

/** A notebook, a cell of it or a query in a cell that cannot be run: what is wrong, what to do. */
public final class NotebookException extends RuntimeException {

  /** With that message. */
  public NotebookException(String message) {
    super(message);
  }

  /** With its cause. */
  public NotebookException(String message, Throwable cause) {
    super(message, cause);
  }
}
