package org.duibiao.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.duibiao.ingest.file.CharsetDetector;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.format.DocxDocument;
import org.duibiao.ingest.format.HtmlPage;
import org.duibiao.ingest.format.PdfDocument;
import org.duibiao.ingest.format.XlsWorkbook;
import org.duibiao.ingest.format.XlsxWorkbook;
import org.duibiao.ingest.table.JsonTables;
import org.duibiao.ingest.table.Workbook;
import org.duibiao.ingest.text.DocumentText;

/**
 * What the bytes of a file are, and what reads them: a workbook's tables, running text, or both.
 * File names are ignored: web pages are published as .xls.
 *
 * <p>Another format takes three steps: its reader in {@code ingest.format}, its constant here, and
 * how {@link #of} tells it by its bytes.
 */
enum FileFormat {
  /** Delimited text, which is read as a stream and not as a workbook, or running text. */
  TEXT("text", null, DocumentText::plain),
  /** A page with markup. */
  HTML(
      "a web page",
      (bytes, charset) -> new HtmlPage(bytes, charset).tables(),
      (bytes, charset) -> new HtmlPage(bytes, charset).text()),
  /** JSON, whose lists and objects are tables. */
  JSON(
      "JSON",
      (bytes, charset) -> {
        DocumentText json = DocumentText.plain(bytes, charset);
        return JsonTables.read(json.text(), json.charset());
      },
      null),
  /** An Office Open XML workbook. */
  XLSX("an .xlsx workbook", (bytes, charset) -> XlsxWorkbook.read(bytes), null),
  /** A workbook of Excel 97 to 2003, or a workbook under a password. */
  XLS("an .xls workbook", (bytes, charset) -> XlsWorkbook.read(bytes), null),
  /** An Office Open XML document. */
  DOCX("a .docx document", null, (bytes, charset) -> DocxDocument.read(bytes)),
  /** Portable Document Format. */
  PDF("a PDF document", null, (bytes, charset) -> PdfDocument.read(bytes)),
  /** An archive or document that is none of these. */
  OTHER("an archive that is neither a workbook nor a document", null, null);

  private static final int SNIFFED = 1 << 13;
  private static final int MAX_ENTRIES = 1000;
  private static final long MAX_UNPACKED = 16 << 20;

  private static final Pattern MARKUP =
      Pattern.compile(
          "^\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*<(!doctype\\s+html|html|head|body|table|meta|div|style)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern JSON_START =
      Pattern.compile("^(\\xEF\\xBB\\xBF|\\uFEFF)?\\s*(\\[\\s*[\\[{]\\s*[\"{\\[\\d]|\\{\\s*\")");

  private final String words;
  private final Reader<Workbook> tables;
  private final Reader<DocumentText> text;

  /** Reads the bytes of a file; the charset is what its sidecar says, or null. */
  private interface Reader<T> {
    T read(byte[] bytes, String charsetLabel) throws IOException, UnreadableFileException;
  }

  FileFormat(String words, Reader<Workbook> tables, Reader<DocumentText> text) {
    this.words = words;
    this.tables = tables;
    this.text = text;
  }

  /** Whether the tables of such files are read as grids. */
  boolean hasTables() {
    return tables != null;
  }

  /** Whether the running text of such files is read. */
  boolean hasText() {
    return text != null;
  }

  /**
   * Reads the tables of a file.
   *
   * @param charsetLabel how the sidecar says that it is encoded, or null
   * @throws UnreadableFileException if the tables of such files are not read, or this one cannot be
   */
  Workbook tables(byte[] bytes, String charsetLabel) throws IOException, UnreadableFileException {
    return known(tables, "media_type_not_supported.tables").read(bytes, charsetLabel);
  }

  /**
   * Reads the running text of a file.
   *
   * @param charsetLabel how the sidecar says that it is encoded, or null
   * @throws UnreadableFileException if it has none, is damaged, under a password or too large
   */
  DocumentText text(byte[] bytes, String charsetLabel) throws IOException, UnreadableFileException {
    DocumentText document = known(text, "no_layout.no_text").read(bytes, charsetLabel);
    if (document.text().isBlank()) {
      throw new UnreadableFileException("no_text");
    }
    return document;
  }

  private <T> Reader<T> known(Reader<T> reader, String problem) throws UnreadableFileException {
    if (reader == null) {
      boolean unknown = tables == null && text == null;
      throw new UnreadableFileException(unknown ? "unknown_format" : problem, words);
    }
    return reader;
  }

  /** Looks at the first bytes, and at the names in an archive. */
  static FileFormat of(CharsetDetector.ByteSource bytes) throws IOException {
    byte[] head;
    try (InputStream in = bytes.open()) {
      head = in.readNBytes(SNIFFED);
    }
    return switch (FileMagic.valueOf(head)) {
      case OOXML -> inArchive(bytes);
      case OLE2 -> XLS;
      case PDF -> PDF;
      default -> {
        String start = text(head);
        yield MARKUP.matcher(start).find() ? HTML : JSON_START.matcher(start).find() ? JSON : TEXT;
      }
    };
  }

  /** The first characters; without a mark as ASCII, which markup is in any charset. */
  private static String text(byte[] head) {
    CharsetDetector.DetectedCharset marked = CharsetDetector.byteOrderMark(head);
    return marked == null ? new String(head, StandardCharsets.ISO_8859_1) : marked.decode(head);
  }

  private static FileFormat inArchive(CharsetDetector.ByteSource bytes) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(bytes.open())) {
      ZipEntry entry = zip.getNextEntry();
      for (int entries = 0; entry != null && entries < MAX_ENTRIES; entries++) {
        String name = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
        if (name.startsWith("xl/")) {
          return XLSX;
        } else if (name.startsWith("word/")) {
          return DOCX;
        }
        // The parts before those that tell are small.
        entry = zip.skip(MAX_UNPACKED + 1) > MAX_UNPACKED ? null : zip.getNextEntry();
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      // Damaged: whether it was a workbook cannot be told.
      return OTHER;
    }
    return OTHER;
  }
}
