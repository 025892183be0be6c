package org.duibiao.catalogue;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Bytes as text, if they are UTF-8; a byte order mark is skipped. */
final class Utf8 {

  private Utf8() {}

  /**
   * The text of these bytes.
   *
   * @throws NotUtf8Exception at the first byte that is not UTF-8
   */
  static String decode(byte[] bytes) throws NotUtf8Exception {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    if (result.isError()) {
      int at = in.position();
      int line = 1;
      for (int i = 0; i < at; i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new NotUtf8Exception(line, bytes[at] & 0xFF);
    }
    out.flip();
    return out.length() > 0 && out.charAt(0) == '\uFEFF'
        ? out.subSequence(1, out.length()).toString()
        : out.toString();
  }

  /** Says where bytes cease to be UTF-8. */
  static final class NotUtf8Exception extends Exception {
    private final int line;

    NotUtf8Exception(int line, int octet) {
      super(String.format(Locale.ROOT, "byte 0x%02X is not UTF-8; save the file as UTF-8", octet));
      this.line = line;
    }

    int line() {
      return line;
    }
  }
}
