package org.duibiao.ingest.file;

/** A file that cannot be read: it is rejected whole, and the batch goes on. */
public final class UnreadableFileException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * An unreadable file.
   *
   * @param reason one word, such as {@code unclosed_quote}
   * @param detail the place in the file, the value, and what to do
   */
  public UnreadableFileException(String reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  /** Why, in one word. */
  public String reason() {
    return reason;
  }
}
