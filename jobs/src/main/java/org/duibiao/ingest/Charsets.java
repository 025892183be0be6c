package org.duibiao.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Which charset bytes are written in: found out from the bytes, never assumed. Chinese publications
 * come in UTF-8, with and without a byte order mark, in UTF-16 with one, and in GB18030, which
 * contains GBK and GB2312 and is often labelled so.
 */
final class Charsets {

  private static final Charset GB18030 = Charset.forName("GB18030");

  private Charsets() {}

  /**
   * A charset and how many bytes of mark stand before the text.
   *
   * @param charset the charset
   * @param markBytes the length of the byte order mark
   */
  record Detected(Charset charset, int markBytes) {

    /** The name in tables: {@code UTF-8}, {@code UTF-8-BOM}, {@code UTF-16LE}, {@code GB18030}. */
    String label() {
      return charset == StandardCharsets.UTF_8 && markBytes > 0 ? "UTF-8-BOM" : charset.name();
    }
  }

  /** Opens the same bytes again. */
  interface Bytes {
    InputStream open() throws IOException;
  }

  /**
   * Finds the charset.
   *
   * @param label what the sidecar says, or null; checked against the bytes, not believed
   * @throws UnreadableException if the bytes are text in none of the charsets, or not in the
   *     labelled
   */
  static Detected detect(Bytes bytes, String label) throws IOException, UnreadableException {
    Detected marked = mark(bytes);
    if (label != null) {
      Charset charset = labelled(label);
      Detected stated =
          marked != null && marked.charset().equals(charset) ? marked : new Detected(charset, 0);
      long error = firstError(bytes, stated);
      if (error >= 0) {
        throw new UnreadableException(
            "charset_differs",
            "byte "
                + error
                + " is not "
                + label
                + ", as the sidecar says: remove `charset` from the"
                + " sidecar, or name the right one");
      }
      return stated;
    }
    if (marked != null) {
      long error = firstError(bytes, marked);
      if (error >= 0) {
        throw notText(marked.label(), error);
      }
      return marked;
    }
    Detected utf8 = new Detected(StandardCharsets.UTF_8, 0);
    long error = firstError(bytes, utf8);
    if (error < 0) {
      return utf8;
    }
    Detected chinese = new Detected(GB18030, 0);
    long other = firstError(bytes, chinese);
    if (other < 0) {
      return chinese;
    }
    throw new UnreadableException(
        "not_text",
        "the bytes are no text: byte "
            + error
            + " is not UTF-8 and byte "
            + other
            + " is not GB18030. Save the file as UTF-8, or remove it from the landing area");
  }

  private static UnreadableException notText(String charset, long error) {
    return new UnreadableException(
        "not_text",
        "byte "
            + error
            + " is not "
            + charset
            + ", as the byte order mark says. Save the file as"
            + " UTF-8");
  }

  private static Charset labelled(String label) throws UnreadableException {
    return switch (label.toLowerCase(Locale.ROOT)) {
      case "gb2312", "gbk", "gb18030", "cp936" -> GB18030;
      default -> {
        try {
          yield Charset.forName(label);
        } catch (IllegalArgumentException e) {
          throw new UnreadableException(
              "unknown_charset",
              "no charset is called '"
                  + label
                  + "': remove `charset` from the sidecar, it is"
                  + " detected");
        }
      }
    };
  }

  private static Detected mark(Bytes bytes) throws IOException {
    byte[] start;
    try (InputStream in = bytes.open()) {
      start = in.readNBytes(3);
    }
    if (start.length >= 3
        && start[0] == (byte) 0xEF
        && start[1] == (byte) 0xBB
        && start[2] == (byte) 0xBF) {
      return new Detected(StandardCharsets.UTF_8, 3);
    } else if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
      return new Detected(StandardCharsets.UTF_16LE, 2);
    } else if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
      return new Detected(StandardCharsets.UTF_16BE, 2);
    }
    return null;
  }

  /** The first byte that is no text in that charset, or -1. Text has no NUL. */
  private static long firstError(Bytes bytes, Detected detected) throws IOException {
    CharsetDecoder decoder =
        detected
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.allocate(1 << 16);
    CharBuffer out = CharBuffer.allocate(1 << 16);
    long before = detected.markBytes();
    try (InputStream stream = bytes.open()) {
      stream.skipNBytes(detected.markBytes());
      boolean end = false;
      while (!end) {
        int read = stream.read(in.array(), in.position(), in.remaining());
        end = read < 0;
        in.position(in.position() + Math.max(read, 0)).flip();
        CoderResult result;
        do {
          result = decoder.decode(in, out, end);
          for (int i = 0; i < out.position(); i++) {
            if (out.get(i) == 0) {
              return before + in.position();
            }
          }
          out.clear();
          if (result.isError()) {
            return before + in.position();
          }
        } while (result.isOverflow());
        before += in.position();
        in.compact();
      }
    }
    return -1;
  }
}
