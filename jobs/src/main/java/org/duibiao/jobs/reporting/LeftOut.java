package org.duibiao.jobs.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.duibiao.columns.Column;
import org.duibiao.columns.Schema;
import org.duibiao.columns.Table;
import org.duibiao.jobs.ingestion.Sources;
import org.duibiao.report.model.Review;
import org.duibiao.tables.Disposition;
import org.duibiao.tables.Reading;
import org.duibiao.tables.ReadingKind;
import org.duibiao.tables.Release;
import org.duibiao.tables.SourceFile;
import org.duibiao.warehouse.DataScan;
import org.duibiao.warehouse.Warehouse;

/** What was read and did not become a figure, as a release knows it: counts and an example each. */
final class LeftOut {

  /** More than that is not gone through for a report; the counts by file are known anyway. */
  private static final long READABLE = 48L << 20;

  /** Total, so that it does not matter in which order the rows come. */
  private static final Comparator<Review.Example> FIRST =
      Comparator.comparing(Review.Example::path)
          .thenComparing(Review.Example::locator)
          .thenComparing(Review.Example::quote, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Review.Example::detail, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final Map<List<Object>, Same> waiting = new HashMap<>();
  private final Map<List<Object>, Same> refused = new HashMap<>();

  /** The columns of a reading that are asked for. */
  @Table(
      name = "silver.readings",
      comment = "What was read, as far as it is left out",
      key = {"path", "locator"})
  record Row(
      @Column(value = "observation, candidate or reject", required = true) ReadingKind kind,
      @Column(value = "the file", required = true) String path,
      @Column(value = "the place in it", required = true) String locator,
      @Column("the words") String quote,
      @Column("candidates: the noun phrase as published") String term,
      @Column("candidates: what is not known") List<String> missing,
      @Column("rejects: why") String reason,
      @Column("rejects: rejected or ignored") Disposition disposition,
      @Column("what is wrong and what to do") String detail,
      @Column("when it ceased to hold") Instant knownTo) {}

  private static final class Same {
    private long count;
    private Review.Example example;

    private void add(Row row) {
      count++;
      Review.Example other =
          new Review.Example(row.path(), row.locator(), row.quote(), row.detail());
      if (example == null || FIRST.compare(other, example) < 0) {
        example = other;
      }
    }
  }

  /** What a release left out. */
  static Review of(Warehouse warehouse, Configuration configuration, Release release) {
    List<DataScan> scans =
        warehouse.scans(
            Reading.class, release.tableVersions().get(Schema.of(Reading.class).name()));
    LeftOut leftOut = new LeftOut();
    boolean readable = scans.stream().mapToLong(DataScan::size).sum() <= READABLE;
    if (readable) {
      scans.forEach(scan -> scan.forEach(Row.class, configuration, leftOut::add));
    }
    return leftOut.review(files(warehouse, release), readable);
  }

  /**
   * What was added, the most frequent first.
   *
   * @param files those that could not be read
   * @param complete whether all rows were added
   */
  Review review(List<Review.RejectedFile> files, boolean complete) {
    return new Review(
        waiting.entrySet().stream()
            .map(
                entry ->
                    new Review.Waiting(
                        (String) entry.getKey().get(0),
                        entry.getKey().stream().skip(1).map(String::valueOf).toList(),
                        entry.getValue().count,
                        entry.getValue().example))
            .sorted(
                Comparator.comparing(Review.Waiting::count)
                    .reversed()
                    .thenComparing(Review.Waiting::term)
                    .thenComparing(each -> each.missing().toString()))
            .toList(),
        refused.entrySet().stream()
            .map(
                entry ->
                    new Review.Refused(
                        (String) entry.getKey().get(0),
                        (String) entry.getKey().get(1),
                        entry.getValue().count,
                        entry.getValue().example))
            .sorted(
                Comparator.comparing(Review.Refused::disposition)
                    .reversed()
                    .thenComparing(Comparator.comparing(Review.Refused::count).reversed())
                    .thenComparing(Review.Refused::reason))
            .toList(),
        files,
        complete);
  }

  void add(Row row) {
    if (row.knownTo() != null) {
      return;
    }
    if (row.kind() == ReadingKind.CANDIDATE) {
      List<Object> key = new ArrayList<>();
      key.add(row.term() == null ? "" : row.term());
      key.addAll(row.missing() == null ? List.of() : row.missing());
      waiting.computeIfAbsent(key, each -> new Same()).add(row);
    } else if (row.kind() == ReadingKind.REJECT) {
      refused
          .computeIfAbsent(
              List.of(
                  String.valueOf(row.reason()),
                  row.disposition() == null ? "" : row.disposition().id()),
              each -> new Same())
          .add(row);
    }
  }

  private static List<Review.RejectedFile> files(Warehouse warehouse, Release release) {
    return warehouse
        .read(SourceFile.class, release.tableVersions().get(Schema.of(SourceFile.class).name()))
        .stream()
        .filter(file -> file.current() && file.status().equals(Sources.REJECTED))
        .map(file -> new Review.RejectedFile(file.path(), file.reason(), file.detail()))
        .sorted(Comparator.comparing(Review.RejectedFile::path))
        .toList();
  }
}
