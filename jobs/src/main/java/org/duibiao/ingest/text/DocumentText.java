package org.duibiao.ingest.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.duibiao.ingest.file.CharsetDetector;
import org.duibiao.ingest.file.UnreadableFileException;

/**
 * The running text of a file: plain text as it is, without its byte order mark; of a page, a .docx
 * or a PDF one line a paragraph, and the cells of a table's row on one line with tabs between them.
 *
 * @param text the text; the places in a file are counted in it
 * @param mediaType such as application/pdf
 * @param charset how plain text and pages are encoded, else null
 */
public record DocumentText(String text, String mediaType, String charset) {

  /** More is not taken out of a document. */
  private static final int MAX_CHARACTERS = 64 << 20;

  /**
   * Reads plain text.
   *
   * @param charsetLabel how the sidecar says that it is encoded, or null
   */
  public static DocumentText plain(byte[] bytes, String charsetLabel)
      throws IOException, UnreadableFileException {
    CharsetDetector.DetectedCharset detected =
        CharsetDetector.detect(() -> new ByteArrayInputStream(bytes), charsetLabel);
    return new DocumentText(detected.decode(bytes), "text/plain", detected.label());
  }

  /**
   * Checks that what is taken out of a document so far is not more than can be held.
   *
   * @throws UnreadableFileException if it is
   */
  public static void checkLength(CharSequence text) throws UnreadableFileException {
    if (text.length() > MAX_CHARACTERS) {
      throw new UnreadableFileException(
          "too_large", "the document has more than " + MAX_CHARACTERS + " characters");
    }
  }

  /**
   * Ends the line that a document's text is on, without blanks at its end and without an empty
   * line.
   */
  public static void endLine(StringBuilder text) {
    while (!text.isEmpty() && " \t".indexOf(text.charAt(text.length() - 1)) >= 0) {
      text.setLength(text.length() - 1);
    }
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }
}
