package org.duibiao.jobs.context;

/** How a command ends. */
public final class ExitCode {

  /** Done; rejected files are counted, not fatal. */
  public static final int DONE = 0;

  /** Failed, nothing half-published. */
  public static final int FAILED = 1;

  /** Wrong usage, configuration or catalogue. */
  public static final int USAGE = 2;

  /** Complete but not published, because a gate did not hold. */
  public static final int NOT_PUBLISHED = 3;

  /** Another run holds the warehouse. */
  public static final int LOCKED = 4;

  private ExitCode() {}
}
