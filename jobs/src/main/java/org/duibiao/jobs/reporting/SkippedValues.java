package org.duibiao.jobs.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.duibiao.jobs.ingestion.SourceFileRows;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.report.model.ReviewSummary;
import org.duibiao.tables.Reading;
import org.duibiao.tables.Release;
import org.duibiao.tables.SourceFile;
import org.duibiao.warehouse.DataScan;
import org.duibiao.warehouse.Warehouse;

/** What was read and did not become a figure, as a release knows it: counts and an example each. */
final class SkippedValues {

  /** More than that is not gone through for a report; the counts by file are known anyway. */
  private static final long MAX_BYTES = 48L << 20;

  /** Total, so that it does not matter in which order the rows come. */
  private static final Comparator<ReviewSummary.Example> EXAMPLE_ORDER =
      Comparator.comparing(ReviewSummary.Example::path)
          .thenComparing(ReviewSummary.Example::locator)
          .thenComparing(
              ReviewSummary.Example::quote, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(
              ReviewSummary.Example::detail, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final Map<List<Object>, Tally> candidates = new HashMap<>();
  private final Map<List<Object>, Tally> rejects = new HashMap<>();

  /** The columns of a reading that are asked for. */
  private static final Set<String> COLUMNS =
      Set.of("kind path locator quote term missing reason disposition detail known_to".split(" "));

  private static final class Tally {
    private long count;
    private ReviewSummary.Example example;

    private void add(Reading row) {
      count++;
      ReviewSummary.Example other =
          new ReviewSummary.Example(row.path(), row.locator(), row.quote(), row.detail());
      if (example == null || EXAMPLE_ORDER.compare(other, example) < 0) {
        example = other;
      }
    }
  }

  /** What a release left out. */
  static ReviewSummary of(Warehouse warehouse, Configuration configuration, Release release) {
    List<DataScan> scans = warehouse.scans(Reading.class, release);
    SkippedValues leftOut = new SkippedValues();
    boolean readable = scans.stream().mapToLong(DataScan::size).sum() <= MAX_BYTES;
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
        candidates.entrySet().stream()
            .map(
                entry ->
                    new ReviewSummary.PendingTerm(
                        (String) entry.getKey().get(0),
                        entry.getKey().stream().skip(1).map(String::valueOf).toList(),
                        entry.getValue().count,
                        entry.getValue().example))
            .sorted(
                Comparator.comparing(ReviewSummary.PendingTerm::count)
                    .reversed()
                    .thenComparing(ReviewSummary.PendingTerm::term)
                    .thenComparing(each -> each.missing().toString()))
            .toList(),
        rejects.entrySet().stream()
            .map(
                entry ->
                    new ReviewSummary.ExcludedValues(
                        (String) entry.getKey().get(0),
                        (String) entry.getKey().get(1),
                        entry.getValue().count,
                        entry.getValue().example))
            .sorted(
                Comparator.comparing(ReviewSummary.ExcludedValues::disposition)
                    .reversed()
                    .thenComparing(
                        Comparator.comparing(ReviewSummary.ExcludedValues::count).reversed())
                    .thenComparing(ReviewSummary.ExcludedValues::reason))
            .toList(),
        files,
        complete);
  }

  void add(Reading row) {
    if (row.knownTo() != null) {
      return;
    }
    if (row.kind() == ReadingKind.CANDIDATE) {
      List<Object> key = new ArrayList<>();
      key.add(row.term() == null ? "" : row.term());
      key.addAll(row.missing() == null ? List.of() : row.missing());
      candidates.computeIfAbsent(key, each -> new Tally()).add(row);
    } else if (row.kind() == ReadingKind.REJECT) {
      rejects
          .computeIfAbsent(
              List.of(
                  String.valueOf(row.reason()),
                  row.disposition() == null ? "" : row.disposition().id()),
              each -> new Tally())
          .add(row);
    }
  }

  private static List<ReviewSummary.RejectedFile> rejectedFiles(
      Warehouse warehouse, Release release) {
    return warehouse.read(SourceFile.class, release).stream()
        .filter(file -> file.current() && file.status().equals(SourceFileRows.REJECTED))
        .map(file -> new ReviewSummary.RejectedFile(file.path(), file.reason(), file.detail()))
        .sorted(Comparator.comparing(ReviewSummary.RejectedFile::path))
        .toList();
  }
}
