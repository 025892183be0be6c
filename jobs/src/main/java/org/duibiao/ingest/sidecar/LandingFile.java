package org.duibiao.ingest.sidecar;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;

/**
 * A file of the landing area, with the sidecar that describes it.
 *
 * @param path its path in the landing area, with /
 * @param location its full path
 * @param byteSize its size in bytes
 * @param fileSha256 SHA-256 of its bytes, in hex
 * @param sidecarPath the sidecar's path in the landing area, or null without one
 * @param sidecar the sidecar's bytes, or null
 * @param sidecarSha256 SHA-256 of them, in hex, and of the corrections if there are any; empty
 *     without a sidecar
 * @param corrections the bytes of the corrections beside it, or null
 * @param obstacle why it cannot be opened, or null
 */
@RecordBuilder
public record LandingFile(
    String path,
    String location,
    long byteSize,
    String fileSha256,
    String sidecarPath,
    byte[] sidecar,
    String sidecarSha256,
    byte[] corrections,
    Obstacle obstacle)
    implements Serializable {

  /**
   * Why a file cannot be opened.
   *
   * @param reason in one word
   * @param detail what is wrong and what to do
   */
  public record Obstacle(String reason, String detail) implements Serializable {}

  /** The corrections' path in the landing area, whether or not there are any. */
  public String correctionsPath() {
    return path + LandingArea.CORRECTIONS;
  }

  /** The path without its extension: the default id of the source. */
  public String stem() {
    return stem(path);
  }

  /** A path without its extension. */
  public static String stem(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
  }
}
