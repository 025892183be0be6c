package org.duibiao.report.model;

import java.util.List;

/**
 * What was read and did not become an observation: candidates that wait for review, and rejects.
 *
 * @param pendingTerms candidates by term, the most frequent first
 * @param excludedValues rejects by reason, the most frequent first
 * @param rejectedFiles files that could not be read
 * @param complete whether all were looked at; where there are too many, only counts by file are
 *     known, and {@code waiting} and {@code refused} are empty
 */
public record ReviewSummary(
    List<PendingTerm> pendingTerms,
    List<ExcludedValues> excludedValues,
    List<RejectedFile> rejectedFiles,
    boolean complete) {

  /** One of them, and where it stands in its file. */
  public record Example(String path, String locator, String quote, String detail) {}

  /**
   * Candidates that the catalogue does not know.
   *
   * @param term the noun phrase as published, or null
   * @param missing what is not known: indicator, city, period, unit
   * @param count how many
   * @param example one of them
   */
  public record PendingTerm(String term, List<String> missing, long count, Example example) {}

  /**
   * Rejects for one reason.
   *
   * @param reason why, in one word
   * @param disposition {@code rejected}: a person must correct it; {@code ignored}: not a statistic
   * @param count how many
   * @param example one of them
   */
  public record ExcludedValues(String reason, String disposition, long count, Example example) {}

  /** A file that could not be read. */
  public record RejectedFile(String path, String reason, String detail) {}
}
