package org.duibiao.report.brief;

import java.util.List;
import java.util.Optional;
import org.duibiao.markup.Numbers;
import org.duibiao.model.Benchmark;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Side;
import org.duibiao.model.code.Standing;
import org.duibiao.report.findings.ComparisonFindings;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.BenchmarkRow;

/**
 * A benchmark in the one-page brief: the city's rate and the rate that it is compared with.
 *
 * @param benchmark the rate
 * @param years the year, or the city's and the other's
 * @param rate the city's, as printed
 * @param other the reference's, or for the reference itself the median of the others
 * @param percent how many percent of it the city has; null if it is 0
 * @param side on which side of it the city is
 * @param standing how the city stands against it
 * @param last what stands in the last column
 * @param reasons why it is to be used with care; empty if it is not
 * @param observationIds the figures that it rests on
 */
record BriefRow(
    Benchmark benchmark,
    String years,
    String rate,
    String other,
    Double percent,
    Side side,
    Standing standing,
    String last,
    List<Flag> reasons,
    List<String> observationIds) {

  /** With fewer other cities no median is given. */
  private static final int FEWEST_CITIES = 3;

  private static final String NONE = "—";

  /** All rows of a city, in the order of the report. */
  static List<BriefRow> of(ReportIndex model, String city) {
    if (model.isReference(city)) {
      return model.views().stream().flatMap(view -> amongOthers(view).stream()).toList();
    }
    CityRows rows = model.city(city);
    return model.benchmarks().stream()
        .flatMap(
            benchmark ->
                rows.newestCompared(benchmark.id()).stream()
                    .map(row -> againstReference(model, benchmark, row)))
        .toList();
  }

  private static BriefRow againstReference(
      ReportIndex model, Benchmark benchmark, BenchmarkRow row) {
    boolean sameYear = row.referenceYear() == null || row.referenceYear() == row.year();
    Double needed = benchmark.isComputed() ? row.neededToMatch() : null;
    return new BriefRow(
        benchmark,
        sameYear ? String.valueOf(row.year()) : row.year() + "/" + row.referenceYear(),
        Numbers.rate(row.rate(), row.basis()),
        Numbers.rate(row.referenceRate(), row.basis()),
        percent(row.rate(), row.referenceRate()),
        row.side(),
        row.standing(),
        needed == null
            ? NONE
            : ReportIndex.roundedUp(needed) > 0
                ? model.neededText(benchmark, needed).zh().plainText()
                : "已达到",
        row.comparability() == Comparability.WITH_CARE ? BenchmarkView.reasons(row) : List.of(),
        BenchmarkView.observationIds(row));
  }

  private static Optional<BriefRow> amongOthers(BenchmarkView view) {
    List<BenchmarkRow> others = view.compared();
    if (view.year() == null || others.size() < FEWEST_CITIES) {
      return Optional.empty();
    }
    BenchmarkRow own = view.reference();
    double middle = ComparisonFindings.median(others);
    return Optional.of(
        new BriefRow(
            view.benchmark(),
            String.valueOf(view.year()),
            Numbers.rate(own.rate(), own.basis()),
            Numbers.rate(middle, own.basis()),
            percent(own.rate(), middle),
            view.benchmark().side(own.rate(), middle),
            Standing.NOT_JUDGED,
            others.size() + " 个",
            others.stream()
                .filter(row -> row.comparability() == Comparability.WITH_CARE)
                .flatMap(row -> BenchmarkView.reasons(row).stream())
                .distinct()
                .toList(),
            BenchmarkView.rateIds(own)));
  }

  private static Double percent(double rate, double other) {
    return other > 0 ? (Double) (rate / other * 100) : null;
  }
}
