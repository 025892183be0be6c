package org.duibiao.warehouse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;

/**
 * The right to write to a warehouse: one run at a time. On a local file system it is a lock that
 * the operating system gives back when the run dies; elsewhere Delta's own optimistic commits are
 * the only guard.
 */
public final class WarehouseLock implements AutoCloseable {

  private static final String FILE = "_lease";

  private final FileChannel channel;

  private WarehouseLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Another run holds the warehouse. */
  public static final class LockedException extends Exception {
    private LockedException(String message) {
      super(message);
    }
  }

  /**
   * Takes the lease.
   *
   * @throws LockedException if another run has it
   */
  public static WarehouseLock acquire(String root, Configuration configuration)
      throws IOException, LockedException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(root, FILE);
    FileSystem system = path.getFileSystem(configuration);
    if (!(system instanceof LocalFileSystem local)) {
      return new WarehouseLock(null);
    }
    Path file = local.pathToFile(path).toPath();
    Files.createDirectories(file.getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new LockedException(
          "Another run holds the warehouse " + root + ": wait until it has ended, then run again");
    }
    return new WarehouseLock(channel);
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
