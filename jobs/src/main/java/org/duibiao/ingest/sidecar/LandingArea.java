package org.duibiao.ingest.sidecar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.duibiao.model.Digest;

/** The folder where files are put as published, each with its sidecar. */
public final class LandingArea {

  private static final String SIDECAR = ".yaml";

  /** Ends the name of the corrections of a file, after its whole name. */
  static final String CORRECTIONS = ".corrections.yaml";

  private static final String FOLDER_SIDECAR = "_source.yaml";

  private final List<LandingFile> files;
  private final List<String> orphans;

  private LandingArea(List<LandingFile> files, List<String> orphans) {
    this.files = List.copyOf(files);
    this.orphans = List.copyOf(orphans);
  }

  /** The files, by path. */
  public List<LandingFile> files() {
    return files;
  }

  /** Sidecars without their file. */
  public List<String> orphans() {
    return orphans;
  }

  /**
   * Finds the files and takes their fingerprints. What starts with a dot or an underscore is not
   * looked at, nor is a README.
   *
   * @throws IOException if the folder cannot be read
   */
  public static LandingArea scan(String folder, Configuration configuration) throws IOException {
    Path root = new Path(folder);
    FileSystem system = root.getFileSystem(configuration);
    Map<String, FileStatus> found = new TreeMap<>();
    list(system, root, "", found);
    TreeSet<String> unused = new TreeSet<>();
    found.keySet().stream().filter(path -> path.endsWith(SIDECAR)).forEach(unused::add);
    Map<String, byte[]> sidecars = new HashMap<>();
    List<FileStatus> statuses = new ArrayList<>();
    List<LandingFile> bare = new ArrayList<>();
    for (Map.Entry<String, FileStatus> entry : found.entrySet()) {
      String path = entry.getKey();
      String name = path.substring(path.lastIndexOf('/') + 1);
      if (!isSource(name)) {
        continue;
      }
      String sidecar = path + SIDECAR;
      if (!found.containsKey(sidecar)) {
        sidecar = path.substring(0, path.lastIndexOf('/') + 1) + FOLDER_SIDECAR;
      }
      byte[] bytes = null;
      if (found.containsKey(sidecar)) {
        unused.remove(sidecar);
        bytes = sidecars.get(sidecar);
        if (bytes == null) {
          bytes = bytes(system, found.get(sidecar).getPath());
          sidecars.put(sidecar, bytes);
        }
      }
      byte[] corrections = null;
      if (found.containsKey(path + CORRECTIONS)) {
        unused.remove(path + CORRECTIONS);
        corrections = bytes(system, found.get(path + CORRECTIONS).getPath());
      }
      statuses.add(entry.getValue());
      bare.add(
          new LandingFile(
              path,
              entry.getValue().getPath().toString(),
              entry.getValue().getLen(),
              "",
              bytes == null ? null : sidecar,
              bytes,
              bytes == null ? "" : sha256(bytes, corrections),
              corrections));
    }
    unused.removeIf(path -> path.endsWith(FOLDER_SIDECAR));
    List<LandingFile> files =
        bare.parallelStream().map(file -> withFingerprint(file, system)).toList();
    return new LandingArea(files, List.copyOf(unused));
  }

  /** Whether a file of that name is a source: no sidecar, no README, nothing hidden. */
  public static boolean isSource(String name) {
    return !name.endsWith(SIDECAR)
        && !name.startsWith(".")
        && !name.startsWith("_")
        && !name.regionMatches(true, 0, "README", 0, 6);
  }

  private static void list(
      FileSystem system, Path folder, String prefix, Map<String, FileStatus> found)
      throws IOException {
    for (FileStatus status : system.listStatus(folder)) {
      String name = status.getPath().getName();
      if (name.startsWith(".") || (name.startsWith("_") && !name.equals(FOLDER_SIDECAR))) {
        continue;
      }
      if (status.isDirectory()) {
        list(system, status.getPath(), prefix + name + "/", found);
      } else {
        found.put(prefix + name, status);
      }
    }
  }

  private static LandingFile withFingerprint(LandingFile file, FileSystem system) {
    try (InputStream in = system.open(new Path(file.location()))) {
      return new LandingFile(
          file.path(),
          file.location(),
          file.byteSize(),
          Digest.of(in),
          file.sidecarPath(),
          file.sidecar(),
          file.sidecarSha256(),
          file.corrections());
    } catch (IOException e) {
      throw new UncheckedIOException(file.path() + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static String sha256(byte[] sidecar, byte[] corrections) {
    return corrections == null
        ? Digest.of(sidecar)
        : Digest.of((Digest.of(sidecar) + Digest.of(corrections)).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(FileSystem system, Path path) throws IOException {
    try (InputStream in = system.open(path)) {
      return in.readAllBytes();
    }
  }
}
