package org.duibiao.jobs.context;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
  private final ObjectNode status = JsonNodeFactory.instance.objectNode();

  /**
   * Starts with state {@code running}.
   *
   * @param path where, or null for nowhere
   */
  public StatusFile(String path, String job) {
    this.path = path == null ? null : Path.of(path).toAbsolutePath();
    status.put("job", job).putNull("run_id").putNull("run_name").put("stage", "start");
    status.put("files_done", 0).put("files_total", 0).put("state", "running").putNull("exit_code");
    write();
  }

  public synchronized void run(String id, String name) {
    status.put("run_id", id).put("run_name", name);
    write();
  }

  public synchronized void stage(String name) {
    status.put("stage", name);
    write();
  }

  public synchronized void files(int done, int total) {
    status.put("files_done", done).put("files_total", total);
    write();
  }

  public synchronized void end(int exitCode) {
    String state =
        switch (exitCode) {
          case ExitCode.DONE -> "done";
          case ExitCode.NOT_PUBLISHED -> "not_published";
          case ExitCode.LOCKED -> "held";
          default -> "failed";
        };
    status.put("state", state).put("exit_code", exitCode);
    write();
  }

  private void write() {
    if (path == null) {
      return;
    }
    Path draft = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.writeString(draft, status.toString());
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
