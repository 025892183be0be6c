package org.duibiao.jobs.ingestion;

import java.io.Serializable;
import java.util.List;
import org.duibiao.benchmark.selection.FigureAccumulators;
import org.duibiao.ingest.sidecar.LandingFile;
import org.duibiao.tables.Finding;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.Source;
import org.duibiao.tables.SourceFile;
import org.duibiao.warehouse.DataFile;

/**
 * What is to be done with one file of the landing area.
 *
 * @param file the file
 * @param recordsId the set of records that it is, or will be, read into
 * @param sourceId the id of the source that it is
 * @param recordOrigin whether its records are read from the file or from bronze
 * @param columns the columns of its records, where they are in bronze
 * @param valuesFound the values found, where they are in bronze
 * @param mayReplaceReadings whether readings of this file or source may be in the warehouse already
 */
record PlannedFile(
    LandingFile file,
    String recordsId,
    String sourceId,
    RecordOrigin recordOrigin,
    List<String> columns,
    long valuesFound,
    boolean mayReplaceReadings)
    implements Serializable {

  /** Where records come from. */
  enum RecordOrigin {
    LANDING,
    BRONZE
  }

  /**
   * What came of it.
   *
   * @param sourceFile the file's row, where it was read from the landing area
   * @param normalized its balance, where it was normalized
   * @param sources the publications in it
   * @param findings what a person should look at
   */
  record FileResult(
      SourceFile sourceFile,
      NormalizedFile normalized,
      List<Source> sources,
      List<Finding> findings)
      implements Serializable {

    /** Of a file that was read and not normalized, or could not be read. */
    static FileResult of(SourceFile sourceFile) {
      return new FileResult(sourceFile, null, List.of(), List.of());
    }
  }

  /**
   * What a task wrote.
   *
   * @param fileResults of its files
   * @param records the file of records, if any
   * @param fresh the file of readings that nothing can be in the way of, if any
   * @param staged the file of readings that must be compared with those in the warehouse, if any
   * @param accumulators what the fresh readings say for the choice of values, where that was asked
   *     for
   */
  record TaskOutput(
      List<FileResult> fileResults,
      DataFile records,
      DataFile fresh,
      DataFile staged,
      FigureAccumulators accumulators)
      implements Serializable {}
}
