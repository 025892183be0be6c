package org.duibiao.jobs.reporting;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.report.model.ReviewSummary;
import org.duibiao.report.model.ReviewSummary.Example;
import org.duibiao.report.model.ReviewSummary.ExcludedValues;
import org.duibiao.report.model.ReviewSummary.PendingTerm;
import org.duibiao.tables.Reading;
import org.duibiao.tables.Release;
import org.duibiao.tables.SourceFile;
import org.duibiao.warehouse.DataFile;
import org.duibiao.warehouse.Warehouse;

/** What was read and did not become a figure, as a release knows it: counts and an example each. */
final class SkippedValues {

  /** More than that is not gone through for a report; the counts by file are known anyway. */
  private static final long MAX_BYTES = 48L << 20;

  /** Total, so that it does not matter in which order the rows come. */
  private static final Comparator<Example> EXAMPLE_ORDER =
      Comparator.comparing(Example::path)
          .thenComparing(Example::locator)
          .thenComparing(Example::quote, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Example::detail, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final Map<List<Object>, PendingTerm> candidates = new HashMap<>();
  private final Map<List<Object>, ExcludedValues> rejects = new HashMap<>();

  /** The columns of a reading that are asked for. */
  private static final Set<String> COLUMNS =
      Set.of("kind path locator quote term missing reason disposition detail known_to".split(" "));

  /** What a release left out. */
  static ReviewSummary of(Warehouse warehouse, Configuration configuration, Release release) {
    List<DataFile> scans = warehouse.scans(Reading.class, release);
    SkippedValues leftOut = new SkippedValues();
    boolean readable = scans.stream().mapToLong(DataFile::size).sum() <= MAX_BYTES;
    if (readable) {
      scans.forEach(scan -> scan.forEach(Reading.class, COLUMNS, configuration, leftOut::add));
    }
    return leftOut.review(rejectedFiles(warehouse, release), readable);
  }

  /**
   * What was added, the most frequent first.
   *
   * @param files those that could not be read
   * @param complete whether all rows were added
   */
  ReviewSummary review(List<ReviewSummary.RejectedFile> files, boolean complete) {
    return new ReviewSummary(
        candidates.values().stream()
            .sorted(
                Comparator.comparing(PendingTerm::count)
                    .reversed()
                    .thenComparing(PendingTerm::term)
                    .thenComparing(each -> each.missing().toString()))
            .toList(),
        rejects.values().stream()
            .sorted(
                Comparator.comparing(ExcludedValues::disposition)
                    .reversed()
                    .thenComparing(Comparator.comparing(ExcludedValues::count).reversed())
                    .thenComparing(ExcludedValues::reason))
            .toList(),
        files,
        complete);
  }

  void add(Reading row) {
    if (row.knownTo() != null) {
      return;
    }
    Example example = new Example(row.path(), row.locator(), row.quote(), row.detail());
    if (row.kind() == ReadingKind.CANDIDATE) {
      String term = row.term() == null ? "" : row.term();
      List<String> missing = row.missing() == null ? List.of() : row.missing();
      candidates.merge(
          List.of(term, missing),
          new PendingTerm(term, missing, 1, example),
          (one, other) ->
              new PendingTerm(term, missing, one.count() + 1, first(one.example(), example)));
    } else if (row.kind() == ReadingKind.REJECT) {
      String reason = String.valueOf(row.reason());
      String disposition = row.disposition() == null ? "" : row.disposition().id();
      rejects.merge(
          List.of(reason, disposition),
          new ExcludedValues(reason, disposition, 1, example),
          (one, other) ->
              new ExcludedValues(
                  reason, disposition, one.count() + 1, first(one.example(), example)));
    }
  }

  private static Example first(Example one, Example other) {
    return EXAMPLE_ORDER.compare(other, one) < 0 ? other : one;
  }

  private static List<ReviewSummary.RejectedFile> rejectedFiles(
      Warehouse warehouse, Release release) {
    return warehouse.read(SourceFile.class, release).stream()
        .filter(file -> file.current() && file.isRejected())
        .map(file -> new ReviewSummary.RejectedFile(file.path(), file.reason(), file.detail()))
        .sorted(Comparator.comparing(ReviewSummary.RejectedFile::path))
        .toList();
  }
}
