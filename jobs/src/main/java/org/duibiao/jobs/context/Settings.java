package org.duibiao.jobs.context;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;

/**
 * What a run is told. In rising order settings come from the defaults, a configuration file, the
 * environment ({@code DUIBIAO_LANDING} for {@code --landing}) and options.
 *
 * @param landing the folder of source files
 * @param catalogue the folder of the catalogue
 * @param warehouse the folder of the tables
 * @param reports the folder that reports are written to
 * @param reference the code of the city that others are compared with
 * @param cities the cities to compare; empty for all
 * @param asOf compute from what was published by that day, or null
 * @param releaseId read that release, or null for the current one
 * @param unreleased read the newest versions, released or not
 * @param runId the run's name, or null to make one
 * @param dryRun say what would be done, and do nothing
 * @param strict end with 3 if a file was rejected
 * @param logFormat how lines are written to standard error
 * @param statusFile the file that says how far the job is, or null
 */
@RecordBuilder
public record Settings(
    String landing,
    String catalogue,
    String warehouse,
    String reports,
    String reference,
    List<String> cities,
    LocalDate asOf,
    String releaseId,
    boolean unreleased,
    String runId,
    boolean dryRun,
    boolean strict,
    Console.LogFormat logFormat,
    String statusFile) {

  /** The reference that is published under the label {@code current}. */
  public static final String CONFIGURED_REFERENCE = "440300";

  /** Whether a run with these settings is what readers see without asking. */
  public boolean publishesAsCurrent() {
    return reference.equals(CONFIGURED_REFERENCE) && cities.isEmpty() && asOf == null;
  }
}
