package org.duibiao.ingest.sidecar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.duibiao.model.Digest;

/**
 * The folder where files are put as published, each with its sidecar.
 *
 * @param files the files, by path
 * @param orphans sidecars without their file
 */
public record LandingArea(List<LandingFile> files, List<String> orphans) {

  private static final String SIDECAR = ".yaml";

  /** Ends the name of the corrections of a file, after its whole name. */
  static final String CORRECTIONS = ".corrections.yaml";

  private static final String FOLDER_SIDECAR = "_source.yaml";

  /**
   * Finds the files and takes their fingerprints. What starts with a dot or an underscore is not
   * looked at, nor is a README. What cannot be opened is listed with the obstacle.
   *
   * @throws IOException if the folder cannot be read
   */
  public static LandingArea scan(String folder, Configuration configuration) throws IOException {
    Path root = new Path(folder);
    FileSystem system = root.getFileSystem(configuration);
    Map<String, Entry> found = new TreeMap<>();
    list(system, root, "", found);
    List<String> sources =
        found.keySet().stream()
            .filter(path -> isSource(path.substring(path.lastIndexOf('/') + 1)))
            .toList();
    Set<String> used = new HashSet<>();
    for (String path : sources) {
      used.add(sidecarOf(path, found));
      used.add(path + CORRECTIONS);
    }
    List<String> unused =
        found.keySet().stream()
            .filter(path -> path.endsWith(SIDECAR) && !path.endsWith(FOLDER_SIDECAR))
            .filter(path -> !used.contains(path))
            .toList();
    Map<String, byte[]> sidecars = new ConcurrentHashMap<>();
    return new LandingArea(
        sources.parallelStream().map(path -> file(path, found, sidecars, system)).toList(), unused);
  }

  /**
   * What a listing shows.
   *
   * @param status where it is, or null if it cannot be opened
   * @param obstacle why it cannot, or null
   */
  private record Entry(FileStatus status, LandingFile.Obstacle obstacle) {

    static Entry unreadable(String detail) {
      return new Entry(null, new LandingFile.Obstacle("unreadable_file", detail));
    }

    static Entry closed(String what, IOException e) {
      return unreadable(
          what + " cannot be opened (" + e.getMessage() + "): see that it may be read");
    }
  }

  /** The sidecar that speaks for a file, or else would. */
  private static String sidecarOf(String path, Map<String, Entry> found) {
    return found.containsKey(path + SIDECAR)
        ? path + SIDECAR
        : path.substring(0, path.lastIndexOf('/') + 1) + FOLDER_SIDECAR;
  }

  private static LandingFile file(
      String path, Map<String, Entry> found, Map<String, byte[]> sidecars, FileSystem system) {
    Entry entry = found.get(path);
    LandingFileBuilder file =
        LandingFileBuilder.builder()
            .path(path)
            .fileSha256("")
            .sidecarSha256("")
            .obstacle(entry.obstacle());
    if (entry.obstacle() != null) {
      return file.build();
    }
    file.location(entry.status().getPath().toString()).byteSize(entry.status().getLen());
    String at = path;
    try (InputStream in = system.open(entry.status().getPath())) {
      file.fileSha256(Digest.of(in));
      at = sidecarOf(path, found);
      byte[] sidecar = sidecars.containsKey(at) ? sidecars.get(at) : bytes(at, found, system);
      if (sidecar != null) {
        sidecars.put(at, sidecar);
        file.sidecarPath(at).sidecar(sidecar);
        at = path + CORRECTIONS;
        byte[] corrections = bytes(at, found, system);
        file.corrections(corrections).sidecarSha256(sha256(sidecar, corrections));
      }
    } catch (IOException e) {
      file.obstacle(Entry.closed(at, e).obstacle());
    }
    return file.build();
  }

  /** Whether a file of that name is a source: no sidecar, no README, nothing hidden. */
  public static boolean isSource(String name) {
    return !name.endsWith(SIDECAR)
        && !name.startsWith(".")
        && !name.startsWith("_")
        && !name.regionMatches(true, 0, "README", 0, 6);
  }

  private static void list(FileSystem system, Path folder, String prefix, Map<String, Entry> found)
      throws IOException {
    for (FileStatus status : system.listStatus(folder)) {
      String name = status.getPath().getName();
      if (isHidden(name)) {
        continue;
      }
      if (status.isDirectory()) {
        try {
          list(system, status.getPath(), prefix + name + "/", found);
        } catch (IOException e) {
          found.put(prefix + name, Entry.closed("the folder", e));
        }
      } else {
        found.put(prefix + name, new Entry(status, null));
      }
    }
    if (system instanceof LocalFileSystem local) {
      listUnopenable(local.pathToFile(folder).toPath(), prefix, found);
    }
  }

  /**
   * What Hadoop's listing of a local folder leaves out: names that are not UTF-8, for which Java
   * has no text that leads back to the file, and links that lead nowhere.
   */
  private static void listUnopenable(
      java.nio.file.Path folder, String prefix, Map<String, Entry> found) throws IOException {
    try (DirectoryStream<java.nio.file.Path> entries = Files.newDirectoryStream(folder)) {
      for (java.nio.file.Path entry : entries) {
        String name = entry.getFileName().toString();
        java.nio.file.Path byName = folder.resolve(name);
        if (isHidden(name) || Files.exists(byName)) {
          continue;
        }
        if (Files.exists(byName, LinkOption.NOFOLLOW_LINKS)) {
          found.put(
              prefix + name,
              Entry.unreadable(
                  "it is a link to "
                      + Files.readSymbolicLink(byName)
                      + ", where nothing is: put the file there, or remove the link"));
        } else {
          String[] bytes = entry.toUri().getRawPath().split("/");
          found.put(
              prefix + bytes[bytes.length - 1],
              new Entry(
                  null,
                  new LandingFile.Obstacle(
                      "unreadable_name",
                      "its name is not UTF-8 (its bytes are written with % here), so that it cannot"
                          + " be opened: rename it, for example with `convmv -f GBK -t UTF-8"
                          + " --notest -r` on "
                          + folder)));
        }
      }
    }
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || (name.startsWith("_") && !name.equals(FOLDER_SIDECAR));
  }

  private static String sha256(byte[] sidecar, byte[] corrections) {
    return corrections == null
        ? Digest.of(sidecar)
        : Digest.of((Digest.of(sidecar) + Digest.of(corrections)).getBytes(StandardCharsets.UTF_8));
  }

  /** What a file says; null if there is none. */
  private static byte[] bytes(String path, Map<String, Entry> found, FileSystem system)
      throws IOException {
    Entry entry = found.get(path);
    if (entry == null) {
      return null;
    }
    if (entry.obstacle() != null) {
      throw new IOException(entry.obstacle().detail());
    }
    try (InputStream in = system.open(entry.status().getPath())) {
      return in.readAllBytes();
    }
  }
}
