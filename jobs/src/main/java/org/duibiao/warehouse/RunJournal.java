package org.duibiao.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.duibiao.tables.Run;

/**
 * A note that a run is about to change several tables, each in a commit of its own. While it
 * stands, the run was killed or is under way; the next run puts right what it left half done.
 */
public final class RunJournal {

  private static final String FILE = "_intent";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern RUN_ID = Pattern.compile("[0-9]{8}T[0-9]{6}_[0-9a-f]{6,12}");

  private final Warehouse warehouse;
  private final Path path;
  private final FileSystem system;

  /** The note of a warehouse. */
  public RunJournal(Warehouse warehouse, Configuration configuration) throws IOException {
    this.warehouse = warehouse;
    this.path = new Path(warehouse.root(), FILE);
    this.system = path.getFileSystem(configuration);
  }

  /** An id for an attempt to run a job: no other attempt has it, whenever it is made. */
  public static String newRunId(Instant now) {
    String random = UUID.randomUUID().toString().replace("-", "");
    return MOMENT.format(now) + "_" + random.substring(0, 12);
  }

  /**
   * The run that left the note; empty if there is none, or if the run had not begun to write it.
   *
   * @throws IllegalStateException if the note does not name a run that this warehouse can have been
   *     left by: what it names is taken out of tables and folders
   */
  public Optional<String> unfinishedRun() throws IOException {
    if (!system.exists(path)) {
      return Optional.empty();
    }
    String runId;
    try (InputStream in = system.open(path)) {
      runId = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (runId.isEmpty()) {
      return Optional.empty();
    }
    boolean done =
        warehouse.read(Run.class).stream()
            .anyMatch(run -> run.runId().equals(runId) && !run.status().equals(Run.FAILED));
    if (done || !RUN_ID.matcher(runId).matches()) {
      throw new IllegalStateException(
          path
              + " should name a run of this warehouse that was cut short, but says '"
              + runId.strip().substring(0, Math.min(80, runId.strip().length()))
              + "': nothing was done; remove the file if you know where it comes from");
    }
    return Optional.of(runId);
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
