package org.duibiao.jobs.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
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
    String landing = run.locations().landing();
    for (Path place : List.of(new Path(path), new Path(landing, path))) {
      try {
        return place.getFileSystem(run.configuration()).getFileStatus(place);
      } catch (FileNotFoundException e) {
        // It may be in the next place.
      }
    }
    throw new UsageException("%s: there is no such file or folder, nor in %s", path, landing);
  }
}
