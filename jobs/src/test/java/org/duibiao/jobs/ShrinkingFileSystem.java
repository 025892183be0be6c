package org.duibiao.jobs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PositionedReadable;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.Seekable;

/**
 * The local files under {@code shrinking:///}, of which one loses its last line while it is being
 * read: whoever opens it often enough no longer sees it whole. Found by Hadoop as a service.
 */
public final class ShrinkingFileSystem extends RawLocalFileSystem {

  static final String SCHEME = "shrinking";

  private static final Map<String, Integer> OPENED = new ConcurrentHashMap<>();
  private static String shrinking;
  private static int wholeFor;

  /** That file is whole for so many openings, and has lost its last line from then on. */
  static void shrink(String name, int openings) {
    OPENED.clear();
    shrinking = name;
    wholeFor = openings;
  }

  /** How often a file was opened since. */
  static int opened(String name) {
    return OPENED.getOrDefault(name, 0);
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public URI getUri() {
    return URI.create(SCHEME + ":///");
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    FSDataInputStream whole = super.open(path, bufferSize);
    int openings = OPENED.merge(path.getName(), 1, Integer::sum);
    if (!path.getName().equals(shrinking) || openings <= wholeFor) {
      return whole;
    }
    try (InputStream in = whole) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String shorter = text.substring(0, text.stripTrailing().lastIndexOf('\n') + 1);
      return new FSDataInputStream(new Bytes(shorter.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static final class Bytes extends ByteArrayInputStream
      implements Seekable, PositionedReadable {

    private Bytes(byte[] bytes) {
      super(bytes);
    }

    @Override
    public void seek(long position) {
      pos = (int) position;
    }

    @Override
    public long getPos() {
      return pos;
    }

    @Override
    public boolean seekToNewSource(long target) {
      return false;
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) {
      byte[] part =
          Arrays.copyOfRange(buf, (int) position, Math.min(count, (int) position + length));
      System.arraycopy(part, 0, into, offset, part.length);
      return part.length;
    }

    @Override
    public void readFully(long position, byte[] into, int offset, int length) {
      read(position, into, offset, length);
    }

    @Override
    public void readFully(long position, byte[] into) {
      read(position, into, 0, into.length);
    }
  }
}
