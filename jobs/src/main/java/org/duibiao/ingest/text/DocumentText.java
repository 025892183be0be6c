package org.duibiao.ingest.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.duibiao.ingest.file.CharsetDetector;
import org.duibiao.ingest.file.FileFormat;
import org.duibiao.ingest.file.OoxmlArchive;
import org.duibiao.ingest.file.ReadLimits;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.table.HtmlPage;
import org.duibiao.ingest.table.XlsxWorkbook;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The running text of a file, told by its bytes: plain text as it is, without its byte order mark;
 * of a page, a .docx or a PDF one line a paragraph, and the cells of a table's row on one line with
 * tabs between them.
 *
 * @param text the text; what places in a file count in
 * @param mediaType such as application/pdf
 * @param charset how plain text and pages are encoded, else null
 */
public record DocumentText(String text, String mediaType, String charset) {

  private static final int MAX_PDF_BYTES = 64 << 20;
  private static final int MAX_PAGES = 5_000;
  private static final int MAX_CHARACTERS = 64 << 20;

  /** Between the lines of one paragraph of a PDF, until it is known what stands on both sides. */
  private static final String WRAP = "\u000B";

  private static final Pattern WRAPPED_WORDS =
      Pattern.compile("(?<=[\\x21-\\x7E])" + WRAP + "+(?=[\\x21-\\x7E])");

  /**
   * Reads the text of a file.
   *
   * @param charsetLabel how the sidecar says that it is encoded, or null
   * @throws UnreadableFileException if it has none, is damaged, under a password or too large
   */
  public static DocumentText of(byte[] bytes, String charsetLabel)
      throws IOException, UnreadableFileException {
    FileFormat format = FileFormat.of(() -> new ByteArrayInputStream(bytes));
    DocumentText document =
        switch (format) {
          case TEXT -> plain(bytes, charsetLabel);
          case HTML -> page(new HtmlPage(bytes, charsetLabel));
          case DOCX ->
              new DocumentText(
                  docx(bytes),
                  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                  null);
          case PDF -> new DocumentText(pdf(bytes), "application/pdf", null);
          case XLSX, XLS, OTHER ->
              throw new UnreadableFileException(
                  "no_layout",
                  "the file is "
                      + format.words()
                      + ", not running text: describe its tables under `layout` in the sidecar");
        };
    if (document.text.isBlank()) {
      throw new UnreadableFileException(
          "no_text",
          "the file holds no text: if its pages are pictures, publish the text, or a table typed"
              + " from them");
    }
    return document;
  }

  private static DocumentText plain(byte[] bytes, String charsetLabel)
      throws IOException, UnreadableFileException {
    CharsetDetector.DetectedCharset charset =
        CharsetDetector.detect(() -> new ByteArrayInputStream(bytes), charsetLabel);
    int mark = charset.bomLength();
    Charset of = charset.charset();
    return new DocumentText(
        new String(bytes, mark, bytes.length - mark, of), "text/plain", charset.label());
  }

  private static DocumentText page(HtmlPage page) {
    Document document = page.page();
    document.select("script, style, noscript, template, head, select, button").remove();
    StringBuilder text = new StringBuilder();
    document.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
              String plain = words.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " ");
              boolean fresh = text.isEmpty() || "\n\t".indexOf(text.charAt(text.length() - 1)) >= 0;
              text.append(fresh ? plain.stripLeading() : plain);
            } else if (node instanceof Element element) {
              if (element.nameIs("br") || isBlock(element)) {
                endLine(text);
              }
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element element) {
              if (element.nameIs("td") || element.nameIs("th")) {
                text.append('\t');
              } else if (isBlock(element)) {
                endLine(text);
              }
            }
          }
        });
    return new DocumentText(text.toString(), page.mediaType(), page.charset());
  }

  private static boolean isBlock(Element element) {
    return element.isBlock()
        && !element.nameIs("td")
        && !element.nameIs("th")
        && element.closest("td, th") == null;
  }

  private static void endLine(StringBuilder text) {
    while (!text.isEmpty() && " \t".indexOf(text.charAt(text.length() - 1)) >= 0) {
      text.setLength(text.length() - 1);
    }
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }

  private static String docx(byte[] bytes) throws UnreadableFileException {
    try {
      return docx(new OoxmlArchive(bytes));
    } catch (IOException | XMLStreamException | RuntimeException e) {
      ReadLimits.LimitExceededException beyond = ReadLimits.LimitExceededException.in(e);
      if (beyond != null) {
        throw ReadLimits.tooLarge(beyond.getMessage());
      }
      throw OoxmlArchive.damaged("the document cannot be read (" + e.getMessage() + ")");
    }
  }

  private static String docx(OoxmlArchive archive)
      throws IOException, XMLStreamException, UnreadableFileException {
    StringBuilder text = new StringBuilder();
    int cells = 0;
    int replaced = 0;
    try (InputStream in = archive.open("word/document.xml", ReadLimits.HELD_BYTES)) {
      if (in == null) {
        throw OoxmlArchive.damaged("it has no word/document.xml");
      }
      XMLStreamReader xml = XlsxWorkbook.XML.createXMLStreamReader(in);
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            // What old readers are shown instead of what stands before it.
            case "Fallback" -> replaced++;
            case "tc" -> cells++;
            case "t" -> {
              String words = xml.getElementText();
              text.append(replaced == 0 ? words : "");
            }
            case "tab" -> text.append('\t');
            case "br", "cr" -> text.append(cells == 0 ? '\n' : ' ');
            default -> {}
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          switch (xml.getLocalName()) {
            case "Fallback" -> replaced--;
            case "tc" -> {
              cells--;
              text.append('\t');
            }
            case "tr" -> endLine(text);
            case "p" -> {
              if (cells == 0) {
                text.append('\n');
              }
            }
            default -> {}
          }
        }
        if (text.length() > MAX_CHARACTERS) {
          throw ReadLimits.tooLarge("the document has more than " + MAX_CHARACTERS + " characters");
        }
      }
    }
    return text.toString();
  }

  private static String pdf(byte[] bytes) throws UnreadableFileException {
    if (bytes.length > MAX_PDF_BYTES) {
      throw ReadLimits.tooLarge("the document has more than " + (MAX_PDF_BYTES >> 20) + " MiB");
    }
    try (PDDocument document = Loader.loadPDF(bytes)) {
      if (document.getNumberOfPages() > MAX_PAGES) {
        throw ReadLimits.tooLarge("the document has " + document.getNumberOfPages() + " pages");
      }
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setLineSeparator(WRAP);
      stripper.setParagraphEnd("\n");
      stripper.setPageEnd("\n");
      StringBuilder text = new StringBuilder();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        text.append(stripper.getText(document));
        if (text.length() > MAX_CHARACTERS) {
          throw ReadLimits.tooLarge("the document has more than " + MAX_CHARACTERS + " characters");
        }
      }
      // Chinese lines are broken anywhere; words in Latin letters are not run together.
      return WRAPPED_WORDS
          .matcher(text)
          .replaceAll(" ")
          .replace(WRAP, "")
          .replaceAll("[ \\t]*\\n[ \\t]*(\\n[ \\t]*)*", "\n");
    } catch (InvalidPasswordException e) {
      throw new UnreadableFileException(
          "encrypted", "the document is under a password: save it without one");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw OoxmlArchive.damaged("the document cannot be read (" + e.getMessage() + ")");
    }
  }
}
