package org.duibiao.ingest.file;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The parts of an Office Open XML file, found by the archive's own directory; a part is unpacked
 * while it is read, up to a limit.
 */
public final class OoxmlArchive {

  private static final int END = 0x06054b50;
  private static final int ENTRY = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int END_BYTES = 22;
  private static final int ENTRY_BYTES = 46;
  private static final int LOCAL_BYTES = 30;
  private static final int DEFLATED = 8;
  private static final int ENCRYPTED = 1;

  private final ByteBuffer bytes;
  private final Map<String, ArchivePart> parts = new HashMap<>();

  private record ArchivePart(int method, int packed, int offset) {}

  /**
   * Reads the directory.
   *
   * @throws UnreadableFileException if it is damaged or has too many entries
   */
  public OoxmlArchive(byte[] content) throws UnreadableFileException {
    this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    try {
      readDirectory();
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw damaged("its directory points beyond its end");
    }
  }

  private void readDirectory() throws UnreadableFileException {
    int end = bytes.limit() - END_BYTES;
    while (end >= 0 && bytes.getInt(end) != END) {
      end--;
    }
    if (end < 0) {
      throw damaged("its directory is missing: it is cut short");
    }
    int entries = Short.toUnsignedInt(bytes.getShort(end + 10));
    if (entries > ReadLimits.ENTRIES) {
      throw ReadLimits.tooLarge("the archive has " + entries + " entries");
    }
    int at = bytes.getInt(end + 16);
    for (int i = 0; i < entries; i++) {
      if (bytes.getInt(at) != ENTRY) {
        throw damaged("entry " + (i + 1) + " of its directory is none");
      }
      int nameBytes = Short.toUnsignedInt(bytes.getShort(at + 28));
      byte[] name = new byte[nameBytes];
      bytes.get(at + ENTRY_BYTES, name);
      if ((bytes.getShort(at + 8) & ENCRYPTED) != 0) {
        throw new UnreadableFileException(
            "encrypted", "the file is under a password: save it without one");
      }
      parts.put(
          key(new String(name, StandardCharsets.UTF_8)),
          new ArchivePart(
              Short.toUnsignedInt(bytes.getShort(at + 10)),
              bytes.getInt(at + 20),
              bytes.getInt(at + 42)));
      at +=
          ENTRY_BYTES
              + nameBytes
              + Short.toUnsignedInt(bytes.getShort(at + 30))
              + Short.toUnsignedInt(bytes.getShort(at + 32));
    }
  }

  /** Part names are compared without regard to case, and some writers use backslashes. */
  private static String key(String name) {
    String plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
    return plain.startsWith("/") ? plain.substring(1) : plain;
  }

  public static UnreadableFileException damaged(String what) {
    return new UnreadableFileException(
        "damaged", "the file is damaged, " + what + ": publish it again, or open and save it");
  }

  public boolean has(String name) {
    return parts.containsKey(key(name));
  }

  /** Opens a part; null if there is none. */
  InputStream open(String name) throws IOException {
    return open(name, ReadLimits.PART_BYTES);
  }

  public InputStream open(String name, long limit) throws IOException {
    ArchivePart part = parts.get(key(name));
    if (part == null) {
      return null;
    }
    try {
      if (part.packed < 0 || bytes.getInt(part.offset) != LOCAL) {
        throw new EOFException(name + " is not where the directory says");
      }
      int from =
          part.offset
              + LOCAL_BYTES
              + Short.toUnsignedInt(bytes.getShort(part.offset + 26))
              + Short.toUnsignedInt(bytes.getShort(part.offset + 28));
      if (part.packed > bytes.limit() - from) {
        throw new EOFException(name + " is cut short");
      }
      InputStream packed = new ByteArrayInputStream(bytes.array(), from, part.packed);
      InputStream in = part.method == DEFLATED ? inflated(packed) : packed;
      return ReadLimits.bounded(in, name, part.packed, limit);
    } catch (IndexOutOfBoundsException e) {
      throw new EOFException(name + " is not where the directory says");
    }
  }

  private static InputStream inflated(InputStream packed) {
    Inflater inflater = new Inflater(true);
    return new InflaterInputStream(packed, inflater, 1 << 14) {
      @Override
      public void close() throws IOException {
        super.close();
        inflater.end();
      }
    };
  }
}
