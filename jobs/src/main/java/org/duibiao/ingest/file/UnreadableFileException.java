package org.duibiao.ingest.file;

import java.util.Locale;

/** A file that cannot be read: it is rejected whole, and the batch goes on. */
public final class UnreadableFileException extends Exception {

  private final String reason;

  /**
   * An unreadable file.
   *
   * @param reason one word, such as {@code unclosed_quote}
   * @param detail the place in the file, the value, and what to do; with {@code %s} for each
   *     argument
   */
  public UnreadableFileException(String reason, String detail, Object... args) {
    super(args.length == 0 ? detail : String.format(Locale.ROOT, detail, args));
    this.reason = reason;
  }

  /** The bytes are not what the file's format requires. */
  public static UnreadableFileException damaged(String what) {
    return new UnreadableFileException(
        "damaged", "the file is damaged, " + what + ": publish it again, or open and save it");
  }

  /** A password is needed. */
  public static UnreadableFileException encrypted(String what) {
    return new UnreadableFileException(
        "encrypted", what + " is under a password: save it without one");
  }

  /** More than is read of a file. */
  public static UnreadableFileException tooLarge(String what) {
    return new UnreadableFileException(
        "too_large", what + ": that is too much to read; split the file, or save the table as CSV");
  }

  /** Why, in one word. */
  public String reason() {
    return reason;
  }
}
