package org.duibiao.report.model;

import java.util.List;

/**
 * What was read and did not become a figure: what waits for a person, and what was left out.
 *
 * @param pendingTerms figures that wait, by term; the most frequent first
 * @param excludedValues values that are no figures, by reason; the most frequent first
 * @param rejectedFiles files that could not be read
 * @param complete whether all were looked at; where there are too many, only counts by file are
 *     known, and {@code waiting} and {@code refused} are empty
 */
public record ReviewSummary(
    List<PendingTerm> pendingTerms,
    List<ExcludedValues> excludedValues,
    List<RejectedFile> rejectedFiles,
    boolean complete) {

  /** Nothing was left out. */
  public static final ReviewSummary NONE = new ReviewSummary(List.of(), List.of(), List.of(), true);

  /** One of many, and where it stands. */
  public record Example(String path, String locator, String quote, String detail) {}

  /**
   * Figures that the catalogue cannot place.
   *
   * @param term the noun phrase as published, or null
   * @param missing what is not known: indicator, city, period, unit
   * @param count how many
   * @param example one of them
   */
  public record PendingTerm(String term, List<String> missing, long count, Example example) {}

  /**
   * Values that are no figures.
   *
   * @param reason why, in one word
   * @param disposition {@code rejected}: somebody must mend it; {@code ignored}: no statistic
   * @param count how many
   * @param example one of them
   */
  public record ExcludedValues(String reason, String disposition, long count, Example example) {}

  /** A file that could not be read. */
  public record RejectedFile(String path, String reason, String detail) {}
}
