package org.duibiao.jobs.context;

import picocli.CommandLine.Option;

/** The options that say where things are: any Hadoop path. */
public final class Locations {

  @Option(
      names = "--landing",
      paramLabel = "DIR",
      description = "Source files with their sidecars (default: ${DEFAULT-VALUE}).")
  private String landing = "data/landing";

  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      description = "Areas, indicators, units, benchmarks (default: ${DEFAULT-VALUE}).")
  private String catalogue = "data/catalogue";

  @Option(
      names = "--warehouse",
      paramLabel = "DIR|URI",
      description = "The Delta tables (default: ${DEFAULT-VALUE}).")
  private String warehouse = "warehouse";

  @Option(
      names = "--reports",
      paramLabel = "DIR",
      description = "Where reports are written (default: ${DEFAULT-VALUE}).")
  private String reports = "reports";

  public String landing() {
    return landing;
  }

  public String catalogue() {
    return catalogue;
  }

  public String warehouse() {
    return warehouse;
  }

  public String reports() {
    return reports;
  }
}
