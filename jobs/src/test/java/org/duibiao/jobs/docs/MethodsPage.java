package org.duibiao.jobs.docs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.duibiao.benchmark.stats.BenchmarkMethod;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.model.Benchmark;
import org.duibiao.model.DecimalText;
import org.duibiao.model.Indicator;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.Uncertainty;

/** The methods page: what is compared and how, from the catalogue. */
public final class MethodsPage {

  private MethodsPage() {}

  /** A row for each kind of data with a method that has a name. */
  private static String methods() {
    StringBuilder rows = new StringBuilder();
    for (Uncertainty data : Uncertainty.values()) {
      List<String> words = BenchmarkMethod.of(data).description();
      if (!words.isEmpty()) {
        Documents.row(
            rows, "`" + data.id() + "`: " + words.get(0), words.get(1), words.get(2), words.get(3));
      }
    }
    return rows + "\n";
  }

  /** The page as Markdown. */
  public static String markdown(Catalogue catalogue) {
    StringBuilder text =
        new StringBuilder(Documents.template("methods.md").replace("{methods}\n", methods()));
    for (Benchmark each : catalogue.benchmarks()) {
      Documents.row(
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
      Documents.row(text, each.id(), each.date().toString(), revised(each), each.en());
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
}
