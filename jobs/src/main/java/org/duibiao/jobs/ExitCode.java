package org.duibiao.jobs;

/** How a command ends. */
final class ExitCode {

  /** Done; rejected files are counted, not fatal. */
  static final int DONE = 0;

  /** Failed, nothing half-published. */
  static final int FAILED = 1;

  /** Wrong usage, configuration or catalogue. */
  static final int USAGE = 2;

  /** Complete but not published, because a gate did not hold. */
  static final int NOT_PUBLISHED = 3;

  /** Another run holds the warehouse. */
  static final int HELD = 4;

  private ExitCode() {}
}
