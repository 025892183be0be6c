package org.duibiao.catalogue;

import java.util.List;

/** A sidecar or the catalogue is wrong; nothing is done with what is half valid. */
public final class InvalidFileException extends RuntimeException {

  private final List<String> problems;

  InvalidFileException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** Everything that is wrong, a line each: the file, the line, the value and what to do. */
  public List<String> problems() {
    return problems;
  }
}
