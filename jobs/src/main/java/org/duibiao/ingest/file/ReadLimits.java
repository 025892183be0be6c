package org.duibiao.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.io.input.ProxyInputStream;

/**
 * How much is taken from a file that is unpacked or built up in memory: more is an accident or an
 * attack, not a publication.
 */
public final class ReadLimits {

  /** The largest file that is held in memory. */
  static final long FILE_BYTES = 128L << 20;

  /** What one part of an archive may unpack to. */
  public static final long PART_BYTES = 1L << 30;

  /** What may be held of an archive's parts, such as the texts of all cells. */
  public static final long HELD_BYTES = 256L << 20;

  /** How often a part may be larger than it is packed, beyond the first MiB. */
  static final long MAX_COMPRESSION_RATIO = 250;

  private static final long ALWAYS_ALLOWED = 1L << 20;

  /** How many entries an archive may have. */
  public static final int ENTRIES = 10_000;

  /** How many cells a grid in memory may have. */
  public static final int CELLS = 5_000_000;

  private ReadLimits() {}

  /** Reads a file whole. */
  public static byte[] bytes(CharsetDetector.ByteSource bytes)
      throws IOException, UnreadableFileException {
    try (InputStream in = bytes.open()) {
      byte[] all = in.readNBytes((int) FILE_BYTES + 1);
      if (all.length > FILE_BYTES) {
        throw new UnreadableFileException(
            "too_large", "the file has more than " + (FILE_BYTES >> 20) + " MiB");
      }
      return all;
    }
  }

  /**
   * A stream that ends with an error where a part unpacks to too much.
   *
   * @param packed the bytes that it is unpacked from
   */
  public static InputStream bounded(InputStream in, String name, long packed, long limit) {
    long most = Math.min(limit, ALWAYS_ALLOWED + packed * MAX_COMPRESSION_RATIO);
    return new ProxyInputStream(in) {
      private long read;

      @Override
      protected void afterRead(int count) throws IOException {
        read += Math.max(count, 0);
        if (read > most) {
          String problem = "%s unpacks from %d bytes to more than %d, as packing bombs do";
          throw new LimitExceededException(String.format(Locale.ROOT, problem, name, packed, most));
        }
      }
    };
  }

  /** A limit was reached, deep in a parser. */
  public static final class LimitExceededException extends IOException {
    LimitExceededException(String message) {
      super(message);
    }

    /** The one that is the cause of something, or null. */
    public static LimitExceededException in(Throwable problem) {
      Throwable cause = problem;
      while (cause != null && !(cause instanceof LimitExceededException)) {
        // The parser of XML does not tell its cause in the usual way.
        cause =
            cause.getCause() == null && cause instanceof XMLStreamException xml
                ? xml.getNestedException()
                : cause.getCause();
      }
      return (LimitExceededException) cause;
    }
  }
}
