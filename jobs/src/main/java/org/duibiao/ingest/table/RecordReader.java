package org.duibiao.ingest.table;

import java.io.IOException;
import java.util.function.Consumer;
import org.duibiao.ingest.file.UnreadableFileException;

/**
 * Reads one file of one kind. A file is checked from its start to its end before its first record
 * is passed on: it is read whole or not at all.
 */
public interface RecordReader {

  /**
   * Reads the file through.
   *
   * @throws UnreadableFileException if it cannot be read as its sidecar says
   */
  FileSummary check() throws IOException, UnreadableFileException;

  /** Passes on the records, in order; only after {@link #check}. */
  void records(Consumer<FileRecord> records) throws IOException, UnreadableFileException;
}
