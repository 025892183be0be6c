package org.duibiao.report.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.duibiao.columns.Schema;
import org.duibiao.model.Area;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Digest;
import org.duibiao.model.Indicator;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.Unit;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.CoverageRow;
import org.duibiao.tables.Figure;
import org.duibiao.tables.Finding;
import org.duibiao.tables.HindsightRow;
import org.duibiao.tables.IndicatorValue;
import org.duibiao.tables.Source;
import org.duibiao.tables.TargetRow;
import org.duibiao.tables.TrendRow;
import org.duibiao.tables.VintageRow;

/**
 * What a report is made of: a release's tables and the catalogue that explains them. The order of
 * the tables' rows has no meaning; that of the benchmarks is their order in the report.
 *
 * @param releaseId the release
 * @param asOf computed from what was published by that day, or null for all
 * @param reference the area that others are compared with
 * @param areas the areas
 * @param indicators the indicators
 * @param units the units
 * @param benchmarks the rates that are compared, in the order of the report
 * @param breaks where series changed their meaning
 * @param rows {@code gold.benchmarks}
 * @param vintages {@code gold.benchmark_vintages}
 * @param values {@code gold.indicator_values}
 * @param figures {@code gold.figures}
 * @param sources {@code silver.sources}
 * @param findings {@code silver.findings}
 * @param counts what was read
 * @param trends {@code gold.trends}
 * @param targets {@code gold.targets}
 * @param coverage {@code gold.coverage}
 * @param hindsight {@code gold.hindsight}
 * @param review what was read and did not become a figure
 * @param changes what is not as it was in the release before
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true)
public record ReportInput(
    String releaseId,
    LocalDate asOf,
    Area reference,
    List<Area> areas,
    List<Indicator> indicators,
    List<Unit> units,
    List<Benchmark> benchmarks,
    List<SeriesBreak> breaks,
    List<BenchmarkRow> rows,
    List<VintageRow> vintages,
    List<IndicatorValue> values,
    List<Figure> figures,
    List<Source> sources,
    List<Finding> findings,
    Counts counts,
    List<TrendRow> trends,
    List<TargetRow> targets,
    List<CoverageRow> coverage,
    List<HindsightRow> hindsight,
    ReviewSummary review,
    ReleaseChanges changes) {

  public ReportInput {
    Objects.requireNonNull(releaseId, "releaseId");
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(review, "review");
    Objects.requireNonNull(changes, "changes");
  }

  /**
   * A hash of all that a report shows but the release's own id. Neither the order of a table's rows
   * counts nor which run wrote them.
   *
   * @param catalogueSha256 of the catalogue that the areas, indicators, units, benchmarks and
   *     breaks are of
   */
  public String contentSha256(String catalogueSha256) {
    Digest digest = new Digest();
    Stream<List<String>> tables =
        Stream.of(
                rows, vintages, values, figures, sources, findings, trends, targets, coverage,
                hindsight)
            .map(
                table ->
                    table.stream()
                        .map(row -> digest.nextId(Schema.text(row, "run_id")))
                        .sorted()
                        .toList());
    // What has changed follows from both releases.
    return Digest.ofAll(
        Stream.concat(
            Stream.of(catalogueSha256, reference.code(), asOf, counts, review, changes.since()),
            tables));
  }

  /**
   * What was read.
   *
   * @param files files of the landing area
   * @param rejectedFiles files that could not be read
   * @param observations figures that were understood and placed
   * @param candidates figures that wait for a person to say where they belong
   * @param rejects values that a person must correct
   * @param ignored values that are not statistics
   */
  public record Counts(
      long files,
      long rejectedFiles,
      long observations,
      long candidates,
      long rejects,
      long ignored) {}
}
