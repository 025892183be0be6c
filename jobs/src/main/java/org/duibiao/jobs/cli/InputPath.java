package org.duibiao.jobs.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.duibiao.jobs.context.FileNames;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.UsageException;

/** A file or folder that a command is given: as it is, else in the landing area. */
final class InputPath {

  private InputPath() {}

  /**
   * Finds it.
   *
   * @throws UsageException if it is in neither place
   */
  static FileStatus resolve(RunContext run, String path) throws IOException {
    FileNames.check(path, run.configuration());
    Path asIs = new Path(path);
    try {
      return asIs.getFileSystem(run.configuration()).getFileStatus(asIs);
    } catch (FileNotFoundException e) {
      Path landed = new Path(run.locations().landing(), path);
      try {
        return landed.getFileSystem(run.configuration()).getFileStatus(landed);
      } catch (FileNotFoundException again) {
        throw new UsageException(
            "%s: there is no such file or folder, nor in %s", path, run.locations().landing());
      }
    }
  }
}
