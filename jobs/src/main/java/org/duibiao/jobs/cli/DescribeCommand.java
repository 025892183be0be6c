package org.duibiao.jobs.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.sidecar.LandingArea;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.normalize.describe.DraftTrial;
import org.duibiao.normalize.describe.SidecarDrafter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code duibiao describe}: drafts sidecars; what is there is never overwritten. */
@Command(name = "describe")
final class DescribeCommand extends BaseCommand {

  private static final String SIDECAR = ".yaml";
  private static final String PLACEHOLDER = "\"?\"";

  @Parameters(
      paramLabel = "PATH",
      description = "A file or folder, as it is or in the landing area.")
  private String path;

  private SidecarDrafter drafter;
  private DraftTrial trial;
  private int drafted;
  private int unreadable;

  @Override
  int execute(RunContext run) throws IOException {
    drafter = new SidecarDrafter(run.catalogue());
    trial = new DraftTrial(run.catalogue());
    FileStatus status = InputPath.resolve(run, path);
    FileSystem system = status.getPath().getFileSystem(run.configuration());
    List<Path> files = new ArrayList<>();
    if (status.isDirectory()) {
      collect(system, status.getPath(), files);
    } else {
      files.add(status.getPath());
    }
    int described = 0;
    for (Path file : files) {
      Path sidecar = file.suffix(SIDECAR);
      if (system.exists(sidecar)
          || status.isDirectory() && system.exists(new Path(file.getParent(), "_source.yaml"))) {
        described++;
        if (!status.isDirectory()) {
          print("%s is there already: remove it to have a new draft", sidecar);
        }
        continue;
      }
      draft(system, file, sidecar);
    }
    print("%d drafted, %d described already, %d unreadable", drafted, described, unreadable);
    return ExitCode.DONE;
  }

  private static void collect(FileSystem system, Path folder, List<Path> files) throws IOException {
    List<FileStatus> entries = new ArrayList<>(List.of(system.listStatus(folder)));
    entries.sort(Comparator.comparing(entry -> entry.getPath().getName()));
    for (FileStatus entry : entries) {
      String name = entry.getPath().getName();
      if (entry.isDirectory() && !name.startsWith(".") && !name.startsWith("_")) {
        collect(system, entry.getPath(), files);
      } else if (entry.isFile() && LandingArea.isSource(name)) {
        files.add(entry.getPath());
      }
    }
  }

  private void draft(FileSystem system, Path file, Path sidecar) throws IOException {
    byte[] bytes = RunContext.bytes(system, file);
    String name = file.toUri().getPath();
    String text;
    List<String> outcome;
    try {
      text = drafter.draft(name, bytes);
      outcome = trial.lines(name, bytes, text);
    } catch (UnreadableFileException e) {
      unreadable++;
      print("%s: %s: %s", file.getName(), e.reason(), e.getMessage());
      return;
    } catch (RuntimeException e) {
      // A fault of the drafter must not keep the other files of a folder from theirs.
      unreadable++;
      print("%s: it cannot be described (%s): write its sidecar by hand", file.getName(), e);
      return;
    }
    // With a checksum file beside it, every edit of the draft would be reported as damage.
    FileSystem plain = system instanceof LocalFileSystem local ? local.getRawFileSystem() : system;
    try (OutputStream stream = plain.create(sidecar, false)) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
    drafted++;
    boolean complete = !text.contains(PLACEHOLDER);
    print("%s: drafted%s", sidecar.getName(), complete ? "" : "; fill in what is '?'");
    outcome.forEach(line -> print("  %s", line));
  }
}
