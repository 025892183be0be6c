package org.duibiao.jobs.ingestion;

import java.io.Serializable;
import org.duibiao.ingest.sidecar.LandingFile;
import org.duibiao.tables.SourceFile;

/**
 * What is to be done with one file of the landing area.
 *
 * @param file the file
 * @param recordsId the set of records that it is, or will be, read into
 * @param sourceId the id of the source that it is
 * @param inBronze the row of the file that was read into those records; null if none was, so that
 *     the file is to be read
 * @param mayReplaceReadings whether readings of this file or source may be in the warehouse already
 */
record PlannedFile(
    LandingFile file,
    String recordsId,
    String sourceId,
    SourceFile inBronze,
    boolean mayReplaceReadings)
    implements Serializable {

  String path() {
    return file.path();
  }
}
