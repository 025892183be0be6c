package org.duibiao.ingest.text;

import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;
import org.duibiao.ingest.table.FileRecord;

/** The paragraphs of a text, for tests of other packages. */
public final class ProseTexts {

  private ProseTexts() {}

  /** Passes on the paragraphs. */
  public static void paragraphs(Reader text, Consumer<FileRecord> records) throws IOException {
    TextReader.paragraphs(text, records);
  }
}
