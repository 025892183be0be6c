package org.duibiao.ingest.format;

import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.text.DocumentText;

/** Reads the running text of a PDF document. */
public final class PdfDocument {

  private static final int MAX_BYTES = 64 << 20;
  private static final int MAX_PAGES = 5_000;

  /** Between the lines of one paragraph, until it is known what stands on both sides. */
  private static final String WRAP = "\u000B";

  private static final Pattern WRAPPED_WORDS =
      Pattern.compile("(?<=[\\x21-\\x7E])" + WRAP + "+(?=[\\x21-\\x7E])");

  private PdfDocument() {}

  /** Reads a document. */
  public static DocumentText read(byte[] bytes) throws UnreadableFileException {
    if (bytes.length > MAX_BYTES) {
      throw new UnreadableFileException(
          "too_large", "the document has more than " + (MAX_BYTES >> 20) + " MiB");
    }
    try (PDDocument document = Loader.loadPDF(bytes)) {
      if (document.getNumberOfPages() > MAX_PAGES) {
        throw new UnreadableFileException(
            "too_large", "the document has " + document.getNumberOfPages() + " pages");
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
        DocumentText.checkLength(text);
      }
      // Chinese lines are broken anywhere; words in Latin letters are not run together.
      String joined =
          WRAPPED_WORDS
              .matcher(text)
              .replaceAll(" ")
              .replace(WRAP, "")
              .replaceAll("[ \\t]*\\n[ \\t]*(\\n[ \\t]*)*", "\n");
      return new DocumentText(joined, "application/pdf", null);
    } catch (InvalidPasswordException e) {
      throw new UnreadableFileException("encrypted", "the document");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new UnreadableFileException(
          "damaged", "the document cannot be read (" + e.getMessage() + ")");
    }
  }
}
