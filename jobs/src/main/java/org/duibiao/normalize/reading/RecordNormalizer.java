package org.duibiao.normalize.reading;

import java.util.List;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.tables.Source;

/** Makes readings of the records of one file, in their order. */
public interface RecordNormalizer {

  /** Takes the next record. */
  void normalize(FileRecord row);

  /** Makes what is left after the last record. */
  default void finish() {}

  /** The publications that the figures come from. */
  List<Source> sources();

  /** What a person should look at. */
  default List<FileFinding> findings() {
    return List.of();
  }

  /** The corrections of places that the file does not have, each with what to do. */
  List<String> unusedCorrections();

  /** The aliases of the catalogue that were used. */
  List<String> usedAliases();
}
