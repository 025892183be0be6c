package org.duibiao.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A note that a run is about to change several tables, each in a commit of its own. While it
 * stands, the run was killed or is under way; the next run puts right what it left half done.
 */
public final class RunJournal {

  private static final String FILE = "_intent";

  private final Path path;
  private final FileSystem system;

  /** The note of a warehouse. */
  public RunJournal(String root, Configuration configuration) throws IOException {
    this.path = new Path(root, FILE);
    this.system = path.getFileSystem(configuration);
  }

  /** The run that left the note. */
  public Optional<String> unfinishedRun() throws IOException {
    if (!system.exists(path)) {
      return Optional.empty();
    }
    try (InputStream in = system.open(path)) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Leaves the note. */
  public void begin(String runId) throws IOException {
    try (OutputStream out = system.create(path, true)) {
      out.write(runId.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Takes the note away: everything is done. */
  public void complete() throws IOException {
    system.delete(path, false);
  }
}
