package org.duibiao.normalize.reading;

import java.util.List;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.tables.Source;

/** Makes readings of the records of one file, in their order. */
public interface RecordNormalizer {

  /**
   * What a file gives besides its readings.
   *
   * @param sources the publications that the figures come from
   * @param findings what a person should look at
   * @param unusedCorrections the corrections of places that the file does not have, each with what
   *     to do
   * @param usedAliases the aliases of the catalogue that were used, sorted
   */
  record Outcome(
      List<Source> sources,
      List<FileFinding> findings,
      List<String> unusedCorrections,
      List<String> usedAliases) {}

  /** Takes the next record. */
  void normalize(FileRecord row);

  /** Makes what is left after the last record. */
  Outcome finish();
}
