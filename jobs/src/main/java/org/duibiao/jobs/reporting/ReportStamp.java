package org.duibiao.jobs.reporting;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.model.Digest;

/**
 * What a report was made from and what its files are, in a file beside its folder: a report that is
 * there as it would be written is not made again.
 *
 * @param system where both are
 * @param folder the report's folder
 * @param source an id of everything that the report follows from; a release's id is one of its
 *     content
 */
record ReportStamp(FileSystem system, Path folder, String source) {

  private Path path() {
    return new Path(folder.getParent(), "." + folder.getName() + ".stamp");
  }

  private byte[] bytes() throws IOException {
    List<String> parts = new ArrayList<>(List.of(source));
    for (FileStatus file : system.listStatus(folder)) {
      parts.add(file.getPath().getName());
      parts.add(Digest.of(RunContext.bytes(system, file.getPath())));
    }
    return Digest.id(parts.toArray()).getBytes(US_ASCII);
  }

  /** Whether the report was made from the same and is there as it was written. */
  boolean fits() throws IOException {
    return system.exists(path())
        && system.exists(folder)
        && Arrays.equals(RunContext.bytes(system, path()), bytes());
  }

  /** Notes what was written. */
  void write() throws IOException {
    Reporting.writeIfChanged(system, path(), bytes());
  }
}
