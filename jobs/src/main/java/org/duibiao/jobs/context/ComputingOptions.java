package org.duibiao.jobs.context;

import java.time.LocalDate;
import picocli.CommandLine.Option;

/** The options that say what is computed: compared with whom, of which cities, as of which day. */
public final class ComputingOptions extends CityOption {

  /** The reference that is published under the label {@code current}. */
  private static final String CONFIGURED_REFERENCE = "440300";

  @Option(names = "--reference", paramLabel = "CODE")
  private String reference = CONFIGURED_REFERENCE;

  @Option(names = "--as-of", paramLabel = "DATE")
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
