package org.duibiao.jobs.context;

import java.time.LocalDate;
import picocli.CommandLine.Option;

/** The options that say what is computed: compared with whom, of which cities, as of which day. */
public final class ComputingOptions extends CityOption {

  /** The reference that is published under the label {@code current}. */
  private static final String CONFIGURED_REFERENCE = "440300";

  @Option(
      names = "--reference",
      paramLabel = "CODE",
      description =
          "What cities are compared with: a city's code, a province's or 000000 for the nation,"
              + " median or best (default: ${DEFAULT-VALUE}, Shenzhen).")
  private String reference = CONFIGURED_REFERENCE;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Compute from what was published by that day, such as 2020-12-31.")
  private LocalDate asOf;

  /** The code of the area that others are compared with, or {@code median} or {@code best}. */
  public String reference() {
    return reference;
  }

  /** The last day of publication that counts, or null for all. */
  public LocalDate asOf() {
    return asOf;
  }

  /** Whether a run with these options is what readers see without asking. */
  public boolean publishesAsCurrent() {
    return reference.equals(CONFIGURED_REFERENCE) && cities().isEmpty() && asOf == null;
  }
}
