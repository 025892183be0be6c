package org.duibiao.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** SHA-256, in hex: of bytes, and of the parts that an identity is made of. */
public final class Digest {

  private static final HexFormat HEX = HexFormat.of();
  private static final int ID_BYTES = 16;

  private final MessageDigest digest = sha256();

  /** SHA-256 of these bytes. */
  public static String of(byte[] bytes) {
    return HEX.formatHex(sha256().digest(bytes));
  }

  /** SHA-256 of what the stream holds from here on. */
  public static String of(InputStream in) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      digest.update(buffer, 0, read);
    }
    return HEX.formatHex(digest.digest());
  }

  /**
   * The first 128 bits of SHA-256 over these parts, null among them: {@code ["a", "b"]} and {@code
   * ["ab", ""]} differ.
   */
  public static String id(Object... parts) {
    return new Digest().nextId(parts);
  }

  /** The same, from an instance that is used again and again. */
  public String nextId(Object... parts) {
    StringBuilder text = new StringBuilder(160);
    for (Object part : parts) {
      // A unit separator cannot be confused with what parts are made of.
      text.append(part == null ? "\u0000" : part.toString()).append('\u001f');
    }
    byte[] hash = digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
    return HEX.formatHex(hash, 0, ID_BYTES);
  }

  /**
   * The first 128 bits of SHA-256 over the words of all these, in order, one after the other: for
   * more than fits in memory as text.
   */
  public static String ofAll(Stream<?> parts) {
    MessageDigest digest = sha256();
    parts.forEach(part -> digest.update((part + "\u001f").getBytes(StandardCharsets.UTF_8)));
    return HEX.formatHex(digest.digest(), 0, ID_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
