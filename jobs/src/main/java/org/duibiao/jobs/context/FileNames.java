package org.duibiao.jobs.context;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** Whether this Java can hold the names of files. */
public final class FileNames {

  private FileNames() {}

  /**
   * Refuses a local folder where Java does not hold names in UTF-8: it would not see the files
   * whose names its own encoding does not have.
   *
   * @throws UsageException if names would be lost
   */
  public static void check(String folder, Configuration configuration) throws IOException {
    String encoding = System.getProperty("sun.jnu.encoding");
    if (!encoding.equals("UTF-8")
        && new Path(folder).getFileSystem(configuration) instanceof LocalFileSystem) {
      throw new UsageException(
          "Java holds file names in %s here and would not see every file of %s: set LC_ALL=C.UTF-8,"
              + " or another UTF-8 locale of `locale -a`, and start again",
          encoding, folder);
    }
  }
}
