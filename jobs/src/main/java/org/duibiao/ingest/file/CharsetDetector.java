package org.duibiao.ingest.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;

/**
 * Which charset bytes are written in: found out from the bytes, never assumed. Chinese publications
 * come in UTF-8, with and without a byte order mark, in UTF-16 with one, and in GB18030, which
 * contains GBK and GB2312 and is often labelled so.
 */
public final class CharsetDetector {

  private static final Charset GB18030 = Charset.forName("GB18030");

  /** GB2312 with its alias EUC-CN, GBK, and Windows's code page 936, by Java's names. */
  private static final Set<String> PARTS_OF_GB18030 = Set.of("GB2312", "GBK", "x-mswin-936");

  /** By chance a text in GB18030 does not start with so many characters of UTF-8. */
  private static final int SURELY_UTF8 = 4;

  private CharsetDetector() {}

  /**
   * A charset and how many bytes of mark stand before the text.
   *
   * @param charset the charset
   * @param bomLength the length of the byte order mark
   */
  public record DetectedCharset(Charset charset, int bomLength) {

    /** The text of bytes in this charset, without their mark. */
    public String decode(byte[] bytes) {
      return new String(bytes, bomLength, bytes.length - bomLength, charset);
    }

    /** Opens bytes in this charset as text, without their mark. */
    public Reader open(ByteSource bytes) throws IOException {
      InputStream in = bytes.open();
      in.skipNBytes(bomLength);
      return new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
    }

    /** The name in tables: {@code UTF-8}, {@code UTF-8-BOM}, {@code UTF-16LE}, {@code GB18030}. */
    public String label() {
      return charset == StandardCharsets.UTF_8 && bomLength > 0 ? "UTF-8-BOM" : charset.name();
    }
  }

  /** Opens the same bytes again. */
  public interface ByteSource {
    InputStream open() throws IOException;
  }

  /**
   * Finds the charset.
   *
   * @param label what the sidecar says, or null; checked against the bytes, not believed
   * @throws UnreadableFileException if the bytes are text in none of the charsets, or not in the
   *     labelled
   */
  public static DetectedCharset detect(ByteSource bytes, String label)
      throws IOException, UnreadableFileException {
    DetectedCharset marked;
    try (InputStream in = bytes.open()) {
      marked = byteOrderMark(in.readNBytes(3));
    }
    if (label != null) {
      Charset charset = labelled(label);
      boolean asMarked =
          marked != null
              && (marked.charset().equals(charset)
                  || charset.equals(StandardCharsets.UTF_16)
                      && marked.charset().name().startsWith("UTF-16"));
      if (marked != null && !asMarked) {
        throw labelMismatch(marked, label, "the byte order mark says");
      }
      if (marked == null && isSurelyUtf8(bytes, charset)) {
        throw labelMismatch(new DetectedCharset(StandardCharsets.UTF_8, 0), label, "the bytes say");
      }
      DetectedCharset stated = asMarked ? marked : new DetectedCharset(charset, 0);
      return checked(bytes, stated, "charset_differs.bytes", label);
    }
    if (marked != null) {
      return checked(bytes, marked, "not_text.marked", marked.label());
    }
    DetectedCharset utf8 = new DetectedCharset(StandardCharsets.UTF_8, 0);
    Scan scan = scan(bytes, utf8);
    if (scan.error < 0) {
      return utf8;
    }
    if (scan.wide >= SURELY_UTF8) {
      throw new UnreadableFileException("not_text.cut_short", scan.error);
    }
    return checked(bytes, new DetectedCharset(GB18030, 0), "not_text", scan.error);
  }

  /** A charset that all bytes are in; the problem names the first byte that is not, and more. */
  private static DetectedCharset checked(
      ByteSource bytes, DetectedCharset stated, String problem, Object more)
      throws IOException, UnreadableFileException {
    long error = scan(bytes, stated).error;
    if (error >= 0) {
      throw new UnreadableFileException(problem, error, more);
    }
    return stated;
  }

  private static UnreadableFileException labelMismatch(
      DetectedCharset found, String label, String evidence) {
    return new UnreadableFileException("charset_differs", found.label(), evidence, label);
  }

  /**
   * Whether bytes that can be read as the labelled charset are UTF-8 nevertheless: GB18030, UTF-16
   * and the Latin charsets take nearly any bytes for text, UTF-8 hardly any. Where only characters
   * of two bytes indicate UTF-8, the label decides.
   */
  private static boolean isSurelyUtf8(ByteSource bytes, Charset labelled) throws IOException {
    if (labelled.equals(StandardCharsets.UTF_8)) {
      return false;
    }
    Scan scan = scan(bytes, new DetectedCharset(StandardCharsets.UTF_8, 0));
    boolean anyBytes = labelled.name().matches("UTF-(16|32).*");
    return scan.error < 0 && (anyBytes || scan.wide > 0);
  }

  private static Charset labelled(String label) throws UnreadableFileException {
    try {
      Charset charset = Charset.forName(label);
      return PARTS_OF_GB18030.contains(charset.name()) ? GB18030 : charset;
    } catch (IllegalArgumentException e) {
      throw new UnreadableFileException("unknown_charset", label);
    }
  }

  /** The charset that the first bytes of a text state by their byte order mark, or null. */
  public static DetectedCharset byteOrderMark(byte[] start) {
    String mark = HexFormat.of().formatHex(start, 0, Math.min(3, start.length));
    return mark.equals("efbbbf")
        ? new DetectedCharset(StandardCharsets.UTF_8, 3)
        : mark.startsWith("fffe")
            ? new DetectedCharset(StandardCharsets.UTF_16LE, 2)
            : mark.startsWith("feff") ? new DetectedCharset(StandardCharsets.UTF_16BE, 2) : null;
  }

  /**
   * What was found on the way through bytes.
   *
   * @param error the first byte that is not text in that charset, or -1; text contains no NUL
   * @param wide how many characters before it are beyond those that UTF-8 writes in two bytes
   */
  private record Scan(long error, long wide) {}

  private static Scan scan(ByteSource bytes, DetectedCharset detected) throws IOException {
    CharsetDecoder decoder =
        detected
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.allocate(1 << 16);
    CharBuffer out = CharBuffer.allocate(1 << 16);
    long wide = 0;
    long before = detected.bomLength();
    try (InputStream stream = bytes.open();
        ReadableByteChannel channel = Channels.newChannel(stream)) {
      stream.skipNBytes(detected.bomLength());
      while (true) {
        boolean end = channel.read(in) < 0;
        CoderResult result = decoder.decode(in.flip(), out, end);
        String text = out.flip().toString();
        int zero = text.indexOf(0);
        if (zero >= 0) {
          decoder.decode(in.rewind(), out.clear().limit(zero), false);
        }
        before += in.position();
        wide += text.chars().limit(zero < 0 ? text.length() : zero).filter(c -> c >= 0x800).count();
        if (zero >= 0 || result.isError()) {
          return new Scan(before, wide);
        } else if (end && result.isUnderflow()) {
          return new Scan(-1, wide);
        }
        in.compact();
        out.clear();
      }
    }
  }
}
