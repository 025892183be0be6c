package org.duibiao.ingest.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** What the bytes of a file are. Names are not asked: web pages are published as .xls. */
public enum FileFormat {
  /** Delimited or running text. */
  TEXT("text"),
  /** A page with markup. */
  HTML("a web page"),
  /** An Office Open XML workbook. */
  XLSX("an .xlsx workbook"),
  /** A workbook of Excel 97 to 2003, or a workbook under a password. */
  XLS("an .xls workbook"),
  /** An Office Open XML document. */
  DOCX("a .docx document"),
  /** Portable Document Format. */
  PDF("a PDF document"),
  /** An archive or document that is none of these. */
  OTHER("an archive that is no workbook and no document");

  private static final int SNIFFED = 1 << 13;
  private static final int MAX_ENTRIES = 1000;
  private static final long MAX_UNPACKED = 16 << 20;

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE2 = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };
  private static final byte[] PDF_HEADER = {'%', 'P', 'D', 'F', '-'};

  private static final Pattern MARKUP =
      Pattern.compile(
          "^\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*<(!doctype\\s+html|html|head|body|table|meta|div|style)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final String words;

  FileFormat(String words) {
    this.words = words;
  }

  /** For messages, such as {@code a web page}. */
  public String words() {
    return words;
  }

  /** Looks at the first bytes, and at the names in an archive. */
  public static FileFormat of(CharsetDetector.ByteSource bytes) throws IOException {
    byte[] head;
    try (InputStream in = bytes.open()) {
      head = in.readNBytes(SNIFFED);
    }
    if (startsWith(head, ZIP)) {
      return inArchive(bytes);
    } else if (startsWith(head, OLE2)) {
      return XLS;
    } else if (startsWith(head, PDF_HEADER)) {
      return PDF;
    }
    return MARKUP.matcher(text(head)).find() ? HTML : TEXT;
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  /** The first characters, whatever the charset: markup is ASCII. */
  private static String text(byte[] head) throws IOException {
    Charset charset = StandardCharsets.ISO_8859_1;
    int from = 0;
    if (startsWith(head, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
      from = 3;
    } else if (startsWith(head, new byte[] {(byte) 0xFF, (byte) 0xFE})) {
      charset = StandardCharsets.UTF_16LE;
      from = 2;
    } else if (startsWith(head, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
      charset = StandardCharsets.UTF_16BE;
      from = 2;
    }
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .decode(ByteBuffer.wrap(head, from, head.length - from))
        .toString();
  }

  private static FileFormat inArchive(CharsetDetector.ByteSource bytes) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(bytes.open())) {
      int entries = 0;
      for (ZipEntry entry = zip.getNextEntry();
          entry != null && entries < MAX_ENTRIES;
          entry = zip.getNextEntry()) {
        entries++;
        String name = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
        if (name.startsWith("xl/")) {
          return XLSX;
        } else if (name.startsWith("word/")) {
          return DOCX;
        } else if (zip.skip(MAX_UNPACKED + 1) > MAX_UNPACKED) {
          // The parts before those that tell are small.
          return OTHER;
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      // Damaged: whether it was a workbook cannot be told.
      return OTHER;
    }
    return OTHER;
  }
}
