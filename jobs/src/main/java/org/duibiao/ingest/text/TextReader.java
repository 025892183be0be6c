package org.duibiao.ingest.text;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.duibiao.ingest.file.CharsetDetector;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.ingest.table.FileSummary;
import org.duibiao.ingest.table.RecordReader;

/**
 * Reads running text: a record is a paragraph, its place counts code points of the decoded text
 * without its byte order mark. Very long lines are cut into several records.
 */
public final class TextReader implements RecordReader {

  private static final int MAX_LENGTH = 4_000;
  private static final String PLAIN = "text/plain";
  private static final String ENDS = "。！？!?；;，,、 ";

  private final TextSource text;
  private final String mediaType;
  private final String charset;
  private final Predicate<String> leftOut;

  /** A text that can be read again. */
  private interface TextSource {
    Reader open() throws IOException;
  }

  /** Reads a file that is text itself. */
  public TextReader(CharsetDetector.ByteSource bytes, String charsetLabel)
      throws IOException, UnreadableFileException {
    CharsetDetector.DetectedCharset detected = CharsetDetector.detect(bytes, charsetLabel);
    this.text = () -> detected.open(bytes);
    this.mediaType = PLAIN;
    this.charset = detected.label();
    this.leftOut = paragraph -> false;
  }

  /**
   * Reads the text that was taken out of a document.
   *
   * @param leftOut whether a paragraph is a row of a table that is read as such
   */
  public TextReader(DocumentText document, Predicate<String> leftOut) {
    this.text = () -> new StringReader(document.text());
    this.mediaType = document.mediaType();
    this.charset = document.charset();
    this.leftOut = leftOut;
  }

  @Override
  public FileSummary check() throws IOException, UnreadableFileException {
    long[] counts = new long[2];
    records(
        paragraph -> {
          counts[0]++;
          counts[1] += NumberSpans.of(FoldedText.of(paragraph.text(), 0)).size();
        });
    // A page may hold nothing beside its tables.
    if (counts[0] == 0 && mediaType.equals(PLAIN)) {
      throw new UnreadableFileException("empty.text");
    }
    return new FileSummary(mediaType, charset, null, counts[0], counts[1]);
  }

  @Override
  public void records(Consumer<FileRecord> records) throws IOException {
    try (Reader in = text.open()) {
      paragraphs(
          in,
          paragraph -> {
            if (!leftOut.test(paragraph.text())) {
              records.accept(paragraph);
            }
          });
    }
  }

  /** Passes on the paragraphs of a text. */
  static void paragraphs(Reader text, Consumer<FileRecord> records) throws IOException {
    StringBuilder line = new StringBuilder();
    long start = 0;
    for (int c = text.read(); ; c = text.read()) {
      boolean ends = c < 0 || c == '\n' || c == '\r';
      if (!ends) {
        line.append((char) c);
      }
      boolean cut = line.length() > MAX_LENGTH && !ends && isCut(line);
      if (ends || cut) {
        int length = line.codePointCount(0, line.length());
        if (!line.toString().isBlank()) {
          records.accept(
              FileRecord.ofText("char:" + start + "-" + (start + length), line.toString()));
        }
        start += length + (cut ? 0 : 1);
        line.setLength(0);
      }
      if (c < 0) {
        return;
      }
    }
  }

  /** Whether a long line may be cut after its last character: at a mark, in need anywhere. */
  private static boolean isCut(StringBuilder line) {
    char last = line.charAt(line.length() - 1);
    return ENDS.indexOf(last) >= 0
        || line.length() > 2 * MAX_LENGTH && !Character.isHighSurrogate(last);
  }
}
