package org.duibiao.jobs.ingestion;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import org.duibiao.ingest.sidecar.LandingArea;
import org.duibiao.jobs.context.FileNames;
import org.duibiao.jobs.context.NotPublishedException;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.SourceFile;

/**
 * What lies in the landing area, and what the warehouse knows of it.
 *
 * @param area the landing area as it is
 * @param known the files of earlier runs
 */
record LandingState(LandingArea area, KnownFiles known) {

  /**
   * Looks at both.
   *
   * @param retirement a file that is gone for good, or null
   * @throws UsageException if there is no such folder, or Java cannot hold its names
   * @throws NotPublishedException if it cannot be read, or is empty though files were read from it
   */
  static LandingState of(RunContext run, Retirement retirement) throws IOException {
    LandingArea area = scan(run);
    List<SourceFile> rows = run.warehouse().read(SourceFile.class);
    if (retirement != null) {
      rows = retirement.of(rows, area, run);
    }
    KnownFiles known = new KnownFiles(rows, run.warehouse().read(NormalizedFile.class));
    long held = rows.stream().filter(SourceFile::current).count();
    if (area.files().isEmpty() && held > 0) {
      throw new NotPublishedException(
          "The landing area %s is empty, but %s files were read from it: no figure was closed, and"
              + " nothing is published. See that it is the right folder and that it is mounted",
          run.locations().landing(), held);
    }
    return new LandingState(area, known);
  }

  static LandingArea scan(RunContext run) throws IOException {
    String folder = run.locations().landing();
    FileNames.check(folder, run.configuration());
    try {
      return LandingArea.scan(folder, run.configuration());
    } catch (FileNotFoundException e) {
      throw new UsageException(
          "There is no landing area at " + folder + ": name its folder with --landing");
    } catch (IOException e) {
      throw new NotPublishedException(
          "The landing area %s cannot be read (%s): no figure was closed, and nothing is published",
          folder, e.getMessage());
    }
  }
}
