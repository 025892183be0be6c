package org.duibiao.jobs.context;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** How a command ends. */
public final class ExitCode {

  public static final int DONE = 0;
  public static final int FAILED = 1;
  public static final int USAGE = 2;
  public static final int NOT_PUBLISHED = 3;
  public static final int LOCKED = 4;

  /** What each code means, in their order. */
  public static final Map<String, String> MEANINGS =
      Collections.unmodifiableMap(
          new TreeMap<>(
              Map.of(
                  "0", "done; rejected files are counted, not fatal",
                  "1", "failed, nothing half-published",
                  "2", "wrong usage, configuration or catalogue",
                  "3",
                      "complete but not published: values were lost, or --strict and a file was"
                          + " rejected",
                  "4", "another run holds the warehouse")));

  private ExitCode() {}
}
