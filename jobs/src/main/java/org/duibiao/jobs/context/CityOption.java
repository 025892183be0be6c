package org.duibiao.jobs.context;

import java.util.List;
import picocli.CommandLine.Option;

/** The option that says which cities are wanted. */
public class CityOption {

  @Option(names = "--city", paramLabel = "CODE", split = ",")
  private List<String> cities = List.of();

  /** The codes of the cities; empty for all. */
  public List<String> cities() {
    return List.copyOf(cities);
  }
}
