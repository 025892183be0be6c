package org.duibiao.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system, but for permissions: where Hadoop's native library is missing it
 * starts a {@code chmod} for every file, and a {@code readlink} for every commit; some hundred
 * processes took half the time of a small run.
 */
public final class QuickLocalFileSystem extends LocalFileSystem {

  private static final String IMPLEMENTATION = "fs.file.impl";
  private static final String LOG_STORE = "io.delta.kernel.logStore.file.impl";

  /** As Hadoop creates it. */
  public QuickLocalFileSystem() {
    super(new Raw());
  }

  private static final class Raw extends RawLocalFileSystem {
    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      java.nio.file.Path file = pathToFile(path).toPath();
      if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        super.setPermission(path, permission);
        return;
      }
      // Without the bits beyond these: Java knows none.
      String text = new FsPermission((short) (permission.toShort() & 0777)).toString();
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(text));
    }
  }

  /** Hadoop's settings with this file system in them, where they name no other. */
  public static Configuration configuration() {
    Configuration configuration = new Configuration();
    if (configuration.get(IMPLEMENTATION, "").isEmpty()) { // As Hadoop ships it.
      configuration.set(IMPLEMENTATION, QuickLocalFileSystem.class.getName());
    }
    configuration.setIfUnset(LOG_STORE, "io.delta.storage.LocalLogStore");
    return configuration;
  }
}
