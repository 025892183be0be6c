package org.duibiao.jobs.reporting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.model.Digest;

/**
 * What a report was made from and what its files are, in a file beside its folder: a report that is
 * there as it would be written is not made again.
 *
 * @param folder the report's folder
 * @param source an id of everything that the report follows from
 */
record ReportStamp(Path folder, String source) {

  private Path path() {
    return new Path(folder.getParent(), "." + folder.getName() + ".stamp");
  }

  /** Whether the report was made from the same, and every file of it is there as it was written. */
  boolean fits(FileSystem system) throws IOException {
    if (!system.exists(path())) {
      return false;
    }
    String[] lines =
        new String(RunContext.bytes(system, path()), StandardCharsets.UTF_8).split("\n");
    for (int i = 1; i < lines.length; i++) {
      String[] file = lines[i].split(" ", 2);
      Path there = new Path(folder, file[1]);
      if (!system.exists(there) || !Digest.of(RunContext.bytes(system, there)).equals(file[0])) {
        return false;
      }
    }
    return lines[0].equals(source);
  }

  /** Notes what was written. */
  void write(FileSystem system, Map<String, byte[]> files) throws IOException {
    StringBuilder text = new StringBuilder(source).append('\n');
    new TreeMap<>(files)
        .forEach(
            (name, bytes) -> text.append(Digest.of(bytes)).append(' ').append(name).append('\n'));
    Reporting.writeIfChanged(system, path(), text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
