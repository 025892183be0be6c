package org.duibiao.ingest.sidecar;

import java.util.List;

/** A sidecar is wrong; its file is not read. */
public final class SidecarException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  SidecarException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** Everything that is wrong, a line each: the file, the line, the value and what to do. */
  public List<String> problems() {
    return problems;
  }
}
