package org.duibiao.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.duibiao.ingest.file.ReadLimits;
import org.duibiao.ingest.file.UnreadableFileException;

/**
 * The parts of an Office Open XML file, found by the archive's own directory; a part is unpacked
 * while it is read, up to a limit.
 */
final class OoxmlArchive {

  static final XMLInputFactory XML = factory();

  private final ZipFile zip;
  private final int fileBytes;
  private final Map<String, ZipArchiveEntry> parts = new HashMap<>();

  /**
   * Reads the directory.
   *
   * @throws UnreadableFileException if it is damaged, under a password or has too many entries
   */
  OoxmlArchive(byte[] content) throws UnreadableFileException {
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
  boolean has(String name) {
    return parts.containsKey(key(name));
  }

  /**
   * Opens a part; null if there is none.
   *
   * @param limit how many bytes it may unpack to
   */
  InputStream open(String name, long limit) throws IOException {
    ZipArchiveEntry part = parts.get(key(name));
    // The directory may state any size; no part is packed in more bytes than the file has.
    return part == null
        ? null
        : ReadLimits.bounded(
            zip.getInputStream(part), name, Math.min(part.getCompressedSize(), fileBytes), limit);
  }

  private static XMLInputFactory factory() {
    // Not what happens to be on the class path.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // Errors are thrown; the parser would print them too.
    factory.setXMLReporter((message, type, related, location) -> {});
    return factory;
  }

  /** Reads a part. */
  interface PartReader {
    void read() throws IOException, XMLStreamException, UnreadableFileException;
  }

  /**
   * Reads a part, and says of whatever goes wrong in it that the file is too large or damaged.
   *
   * @param what the part, for messages
   */
  static void guarded(String what, PartReader reader) throws UnreadableFileException {
    try {
      reader.read();
    } catch (IOException | XMLStreamException | RuntimeException e) {
      ReadLimits.LimitExceededException beyond = ReadLimits.LimitExceededException.in(e);
      if (beyond != null) {
        throw new UnreadableFileException("too_large", beyond.getMessage());
      }
      String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new UnreadableFileException("damaged", what + " cannot be read (" + message + ")");
    }
  }
}
