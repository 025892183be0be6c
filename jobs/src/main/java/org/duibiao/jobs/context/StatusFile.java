package org.duibiao.jobs.context;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * How far a job is, for schedulers: a small JSON file that is replaced as a whole, so that who
 * reads it sees one moment or the one before.
 *
 * <pre>
 * {"job":"run","run_id":"…","run_name":null,"stage":"benchmark","files_done":15,"files_total":15,
 * "state":"running","exit_code":null}</pre>
 *
 * <p>{@code state} is {@code running}, then {@code done}, {@code not_published}, {@code held} or
 * {@code failed}, as the exit code says.
 */
public final class StatusFile {

  private final Path path;
  private final String job;
  private String runId;
  private String runName;
  private String stage = "start";
  private int filesDone;
  private int filesTotal;

  /**
   * Starts with state {@code running}.
   *
   * @param path where, or null for nowhere
   */
  public StatusFile(String path, String job) {
    this.path = path == null ? null : Path.of(path).toAbsolutePath();
    this.job = job;
    write("running", null);
  }

  public synchronized void run(String id, String name) {
    runId = id;
    runName = name;
    write("running", null);
  }

  public synchronized void stage(String name) {
    stage = name;
    write("running", null);
  }

  public synchronized void files(int done, int total) {
    filesDone = done;
    filesTotal = total;
    write("running", null);
  }

  public synchronized void end(int exitCode) {
    String state =
        switch (exitCode) {
          case ExitCode.DONE -> "done";
          case ExitCode.NOT_PUBLISHED -> "not_published";
          case ExitCode.LOCKED -> "held";
          default -> "failed";
        };
    write(state, exitCode);
  }

  private void write(String state, Integer exitCode) {
    if (path == null) {
      return;
    }
    String status =
        JsonNodeFactory.instance
            .objectNode()
            .put("job", job)
            .put("run_id", runId)
            .put("run_name", runName)
            .put("stage", stage)
            .put("files_done", filesDone)
            .put("files_total", filesTotal)
            .put("state", state)
            .put("exit_code", exitCode)
            .toString();
    Path draft = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.writeString(draft, status);
      try {
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("--status-file " + path + " cannot be written: " + e, e);
    }
  }
}
