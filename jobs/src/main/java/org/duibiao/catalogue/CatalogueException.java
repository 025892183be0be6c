package org.duibiao.catalogue;

import java.util.List;

/** The catalogue is wrong; nothing runs with a catalogue that is half valid. */
public final class CatalogueException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  CatalogueException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** Everything that is wrong, a line each: the file, the line, the value and what to do. */
  public List<String> problems() {
    return problems;
  }
}
