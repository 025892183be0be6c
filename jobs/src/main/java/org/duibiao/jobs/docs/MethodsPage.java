package org.duibiao.jobs.docs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.columns.Schema;
import org.duibiao.model.Benchmark;
import org.duibiao.model.DecimalText;
import org.duibiao.model.Indicator;
import org.duibiao.model.SeriesBreak;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.CoverageRow;
import org.duibiao.tables.HindsightRow;
import org.duibiao.tables.TargetRow;
import org.duibiao.tables.TrendRow;
import org.duibiao.tables.VintageRow;

/** The methods page: what is compared and how, from the catalogue and the tables' declarations. */
public final class MethodsPage {

  private static final List<Class<? extends Record>> TABLES =
      List.of(
          BenchmarkRow.class,
          VintageRow.class,
          HindsightRow.class,
          TargetRow.class,
          TrendRow.class,
          CoverageRow.class);

  private static final String HEAD =
      """
      # Methods

      Printed from the catalogue and the declarations of the tables by a test that fails when this
      page is stale. The formulas stand, with their sources, in the Javadoc of
      `org.duibiao.benchmark.Intervals`, which is also where they can be tried.

      ## How sure a rate is, and how two are compared

      The method follows from what an indicator's figures are as data (`uncertainty` in
      `data/catalogue/indicators.yaml`). Intervals are two-sided, at 95 % and at 99.8 %.

      | figures | the rate's interval | against one city | standing |
      |---|---|---|---|
      | `events`: counts of random events, such as deaths | Byar; exact Poisson (Garwood) below ten events | ratio by the exact conditional method (Clopper–Pearson); difference by MOVER on Byar's limits | by the test of the ratio at 95 % |
      | `sample`: shares found by a survey of known size | Wilson | difference by Newcombe's method 10 | by the interval of the difference at 95 % |
      | `stock`: complete counts, such as hospitals, beds, doctors | none that is random: rounding, bounds and competing publishers of both parts | no test (`not_tested`) | by the margin of the benchmark; `similar` too where the two intervals overlap |

      A published rate of events or of a sample is taken back to its count where the number it is a
      rate of (`bases`) is known for the same city and year (flag `numerator_reconstructed`); where it
      is not, the rate is judged like a stock (reason `no_count_known`). Against a province, the nation,
      the median or the best of the other cities nothing is tested (`reference_not_a_city`).

      `similar` means that no difference can be demonstrated, not that there is none. Of many
      comparisons at 95 % some differ by chance alone: look at `significance_998` before a difference
      among many is given a meaning. A survey that is not a simple random sample has wider intervals
      than these (flag `simple_sample_assumed`).

      - **Ranks** are within one year and one origin of the rate, from ten cities on. `rank_low` and
        `rank_high` follow from intervals that do not overlap (Klein, Wright and Wieczorek 2020), for
        one city at a time. `percentile` is the share of the ranked cities with a lower rate;
        `z_score` uses the standard deviation with n − 1.
      - **Years behind**: since the first year in which the reference had the city's present rate,
        within its series since the last break; `series_too_short` where it does not reach back.
      - **Trends**: Theil–Sen slopes with the interval from Kendall's rank correlation (Sen 1968), from
        six points on and never across a series break.
      - **Age structure**: where a benchmark names `ages`, shares of the nearest year within five that
        are more than five points apart make `age_structure_differs`.
      - **Targets**: `gold.targets` says what came of a promise; `cannot_be_checked` where no figure was
        published. Nothing depends on today's date: the time gone by is that of the latest figure.
      - **As of a day**: a release with `--as-of` computes from what was published by then, and
        `gold.hindsight` puts that beside what is computed now.

      ## Benchmarks

      | benchmark | 名称 | what is divided by what | figures | good | margin | bases | ages |
      |---|---|---|---|---|---|---|---|
      """;

  private MethodsPage() {}

  /** The page as Markdown. */
  public static String markdown(Catalogue catalogue) {
    StringBuilder text = new StringBuilder(HEAD);
    for (Benchmark each : catalogue.benchmarks()) {
      row(
          text,
          each.id(),
          each.zh(),
          definition(each),
          each.uncertainty().id(),
          each.polarity().id(),
          margin(each),
          String.join(", ", each.bases().stream().map(Indicator::id).toList()),
          each.ages() == null ? "" : each.ages().id());
    }
    text.append("\n## Series breaks\n\n| break | from | revised years | what happened |\n");
    text.append("|---|---|---|---|\n");
    for (SeriesBreak each : catalogue.seriesBreaks()) {
      row(text, each.id(), each.date().toString(), revised(each), each.en());
    }
    for (Class<? extends Record> table : TABLES) {
      Schema<?> schema = Schema.of(table);
      text.append("\n## ").append(schema.name()).append("\n\n").append(schema.comment());
      text.append("\n\n| column | meaning |\n|---|---|\n");
      for (Schema.Field field : schema.fields()) {
        row(text, field.name(), field.comment());
      }
    }
    return text.toString();
  }

  private static String definition(Benchmark benchmark) {
    String published = benchmark.published() == null ? null : benchmark.published().id();
    if (!benchmark.isComputed()) {
      return "as published: " + published;
    }
    String computed =
        benchmark.numerator().id()
            + " / "
            + benchmark.denominator().id()
            + (benchmark.per() == 1 ? "" : " × " + benchmark.per());
    return published == null ? computed : computed + "; else as published: " + published;
  }

  private static String margin(Benchmark benchmark) {
    BigDecimal percent =
        BigDecimal.valueOf(benchmark.margin() * 100).setScale(1, RoundingMode.HALF_UP);
    return DecimalText.plain(percent) + " %";
  }

  private static String revised(SeriesBreak seriesBreak) {
    return seriesBreak.revisedFrom() == null
        ? ""
        : seriesBreak.revisedFrom()
            + "–"
            + (seriesBreak.revisedTo() == null ? "" : seriesBreak.revisedTo());
  }

  private static void row(StringBuilder text, String... cells) {
    for (String cell : cells) {
      text.append("| ").append(cell.replace("|", "\\|")).append(' ');
    }
    text.append("|\n");
  }
}
