package org.duibiao.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The parts of an Office Open XML file, found by the archive's own directory; a part is unpacked
 * while it is read, up to a limit.
 */
public final class OoxmlArchive {

  private final ZipFile zip;
  private final int fileBytes;
  private final Map<String, ZipArchiveEntry> parts = new HashMap<>();

  /**
   * Reads the directory.
   *
   * @throws UnreadableFileException if it is damaged, under a password or has too many entries
   */
  public OoxmlArchive(byte[] content) throws UnreadableFileException {
    this.fileBytes = content.length;
    List<ZipArchiveEntry> entries;
    try {
      this.zip =
          ZipFile.builder()
              .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
              .setIgnoreLocalFileHeader(true)
              .get();
      entries = Collections.list(zip.getEntries());
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFileException(
          "damaged", "its directory is missing: it is cut short (" + e.getMessage() + ")");
    }
    if (entries.size() > ReadLimits.ENTRIES) {
      throw new UnreadableFileException(
          "too_large", "the archive has " + entries.size() + " entries");
    }
    for (ZipArchiveEntry entry : entries) {
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw new UnreadableFileException("encrypted", "the file");
      }
      parts.put(key(entry.getName()), entry);
    }
  }

  /** Part names are compared without regard to case, and some writers use backslashes. */
  private static String key(String name) {
    String plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
    return plain.startsWith("/") ? plain.substring(1) : plain;
  }

  /** Whether the archive has a part of that name. */
  public boolean has(String name) {
    return parts.containsKey(key(name));
  }

  /**
   * Opens a part; null if there is none.
   *
   * @param limit how many bytes it may unpack to
   */
  public InputStream open(String name, long limit) throws IOException {
    ZipArchiveEntry part = parts.get(key(name));
    // The directory may state any size; no part is packed in more bytes than the file has.
    return part == null
        ? null
        : ReadLimits.bounded(
            zip.getInputStream(part), name, Math.min(part.getCompressedSize(), fileBytes), limit);
  }
}
