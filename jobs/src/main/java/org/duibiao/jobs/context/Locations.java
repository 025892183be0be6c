package org.duibiao.jobs.context;

import picocli.CommandLine.Option;

/** The options that say where things are: any Hadoop path. */
public final class Locations {

  @Option(names = "--landing", paramLabel = "DIR")
  private String landing = "data/landing";

  @Option(names = "--catalogue", paramLabel = "DIR")
  private String catalogue = "data/catalogue";

  @Option(names = "--warehouse", paramLabel = "DIR|URI")
  private String warehouse = "warehouse";

  @Option(names = "--reports", paramLabel = "DIR")
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
