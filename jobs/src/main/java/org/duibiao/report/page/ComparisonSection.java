package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Reliability;
import org.duibiao.model.Benchmark;
import org.duibiao.report.chart.GapChart;
import org.duibiao.report.chart.RatioChart;
import org.duibiao.report.findings.ComparisonFindings;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.BenchmarkRow;

/** A city beside the reference: across the benchmarks, what is missing in plain quantities, all. */
final class ComparisonSection {

  /** How many benchmarks a picture shows; all are in the table. */
  private static final int RATIOS = 16;

  /** How many shortages a picture shows. */
  private static final int SHORT = 6;

  private final ReportIndex model;
  private final CityRows city;
  private final Map<BenchmarkView, BenchmarkRow> rows;
  private final Bilingual name;
  private final Bilingual reference;
  private final boolean isReference;

  ComparisonSection(ReportIndex model, CityRows city, Map<BenchmarkView, BenchmarkRow> rows) {
    this.model = model;
    this.city = city;
    this.rows = rows;
    this.name = model.areaName(city.code());
    this.reference = model.areaName(model.reference().code());
    this.isReference = city.code().equals(model.reference().code());
  }

  /** The id of a city's row of a benchmark. */
  static String anchor(Benchmark benchmark, String cityCode) {
    return "v-" + ReportIndex.htmlId(benchmark.id()) + "-" + ReportIndex.htmlId(cityCode);
  }

  /** The pictures and the table. */
  List<Html> render(Citations references) {
    if (rows.isEmpty()) {
      return List.of(Html.EMPTY, Html.EMPTY, Html.EMPTY);
    }
    return List.of(
        Html.of(
            "<section aria-labelledby=\"against-h\"><h3 id=\"against-h\">{}</h3>\n"
                + "<div class=\"plots\">{}",
            isReference
                ? Bilingual.plain("各项指标", "Benchmark by benchmark")
                : Bilingual.of("与{}对照", "Against {}", reference),
            ratios()),
        Html.of("{}</div>\n", gaps()),
        Html.of("{}</section>\n", table(references)));
  }

  private Html ratios() {
    List<RatioChart.Row> drawn = new ArrayList<>();
    rows.forEach(
        (view, row) -> {
          if (row.ratio() != null && !row.comparability().equals("not_comparable")) {
            drawn.add(
                new RatioChart.Row(
                    model.benchmarkName(view.benchmark().id()),
                    ReportIndex.rateUnit(view.benchmark(), row.basis()),
                    row.year(),
                    brief(row.rate(), row.basis()),
                    brief(row.referenceRate(), row.basis()),
                    row.ratio(),
                    row.ratioLow(),
                    row.ratioHigh(),
                    RatioChart.Verdict.of(row.standing()),
                    Reliability.of(row.comparability())));
          }
        });
    if (drawn.isEmpty() || isReference) {
      return Html.EMPTY;
    }
    drawn.sort(Comparator.comparing(row -> row.verdict() == RatioChart.Verdict.NOT_JUDGED));
    long better = count("better");
    long worse = count("worse");
    Bilingual title =
        better + worse == 0
            ? Bilingual.of(
                "{0}与{1}可以相比的 {2} 项指标，都不评优劣或没有可证实的差异",
                "{0} and {1} can be compared in {2} benchmarks; none of them has a verdict",
                name,
                reference,
                drawn.size())
            : Bilingual.of(
                "{0}与{1}可以相比的 {2} 项指标中，{3} 项较好，{4} 项较差，其余不评优劣或没有可证实的差异",
                "Of {2} benchmarks in which {0} can be compared with {1}, {3} are better, {4}"
                    + " worse",
                name,
                reference,
                drawn.size(),
                better,
                worse);
    return new RatioChart(title, name, reference, drawn.subList(0, Math.min(RATIOS, drawn.size())))
        .drawBesideTable();
  }

  /** A picture has no room for the decimals of a great number. */
  private static String brief(double rate, String basis) {
    return Numbers.decimals(rate) == 0 ? Numbers.fixed(rate, 0) : Numbers.rate(rate, basis);
  }

  private long count(String standing) {
    return rows.values().stream()
        .filter(row -> !row.comparability().equals("not_comparable"))
        .filter(row -> row.ratio() != null && row.standing().equals(standing))
        .count();
  }

  /** Of what is short, the greatest shares first: the rest is in the table. */
  private Html gaps() {
    if (isReference) {
      return Html.EMPTY;
    }
    List<Map.Entry<BenchmarkView, BenchmarkRow>> counted =
        rows.entrySet().stream()
            .filter(
                entry ->
                    entry.getValue().neededToMatch() != null
                        && entry.getValue().numerator() != null
                        && entry.getKey().benchmark().isComputed()
                        && !entry.getValue().comparability().equals("not_comparable"))
            .toList();
    List<GapChart.Row> drawn =
        counted.stream()
            .filter(entry -> ReportIndex.roundedUp(entry.getValue().neededToMatch()) > 0)
            .sorted(Comparator.comparing(entry -> entry.getValue().ratio()))
            .limit(SHORT)
            .map(entry -> gap(entry.getKey().benchmark(), entry.getValue()))
            .toList();
    long behind =
        counted.stream()
            .filter(entry -> ReportIndex.roundedUp(entry.getValue().neededToMatch()) > 0)
            .count();
    if (counted.isEmpty()) {
      return Html.EMPTY;
    } else if (drawn.isEmpty()) {
      return Html.of(
          "<p class=\"lead\">{}</p>\n",
          Bilingual.of(
              "按{1}的比率，{0}在这 {2} 项资源上都不缺",
              "At {1}’s rates {0} lacks none of these {2} resources",
              name,
              reference,
              counted.size()));
    }
    Bilingual title =
        Bilingual.of(
            "按{1}的比率，{0}的 {2} 项资源中有 {3} 项还差",
            "At {1}’s rates {0} is short of {3} of {2} resources",
            name,
            reference,
            counted.size(),
            behind);
    return new GapChart(title, reference, drawn).drawBesideTable();
  }

  private GapChart.Row gap(Benchmark benchmark, BenchmarkRow row) {
    return new GapChart.Row(
        model.benchmarkName(benchmark.id()),
        row.year(),
        row.numerator().doubleValue(),
        row.neededToMatch(),
        Bilingual.of("现有 {}", "{} now", model.numeratorText(benchmark, row.numerator())),
        Bilingual.of("还差 {}", "{} short", ComparisonFindings.gap(model, benchmark, row)),
        Reliability.of(row.comparability()));
  }

  static Html headerCell(Bilingual name, String look) {
    return look.isEmpty()
        ? Html.of("<th scope=\"col\">{}</th>", name)
        : Html.of("<th scope=\"col\" class=\"{}\">{}</th>", look, name);
  }

  private Html table(Citations references) {
    List<Html> head = new ArrayList<>();
    head.add(headerCell(Bilingual.plain("指标", "Benchmark"), ""));
    head.add(headerCell(Bilingual.plain("年份", "Year"), "n"));
    head.add(headerCell(name, "n"));
    if (!isReference) {
      head.add(headerCell(reference, "n"));
      head.add(headerCell(Bilingual.plain("相差", "Difference"), "n"));
      head.add(headerCell(Bilingual.plain("持平还需", "Needed to match"), "n"));
      head.add(headerCell(Bilingual.plain("高低与评价", "Standing"), ""));
    }
    head.add(headerCell(Bilingual.plain("位次", "Rank"), "n"));
    head.add(headerCell(Bilingual.plain("可比性", "Comparability"), ""));
    List<Html> lines = new ArrayList<>();
    rows.forEach((view, row) -> lines.add(line(view, row, references)));
    return Html.of(
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"against-h\"><table"
            + " class=\"compared\"><thead><tr>{}</tr></thead>\n"
            + "<tbody>{}</tbody></table></div>\n",
        head,
        lines);
  }

  private Html line(BenchmarkView view, BenchmarkRow row, Citations references) {
    Benchmark benchmark = view.benchmark();
    List<Html> cells = new ArrayList<>();
    cells.add(Html.of("<td class=\"n\">{}</td>", row.year()));
    cells.add(
        rate(
            benchmark,
            row.rate(),
            row.basis(),
            parts(benchmark, row, references),
            Bilingual.EMPTY,
            references.links(row.numeratorObservationId(), row.denominatorObservationId())));
    if (!isReference) {
      cells.addAll(other(benchmark, row, references));
    }
    cells.add(
        Html.of(
            "<td class=\"n\">{}</td>",
            row.rank() == null
                ? Bilingual.same("—")
                : row.cities() == null
                    ? Bilingual.same(row.rank())
                    : Bilingual.of("{0}/{1}", "{0} of {1}", row.rank(), row.cities())));
    cells.add(Html.of("<td class=\"why\">{}</td>", BenchmarkSection.comparability(row)));
    return Html.of(
        "<tr id=\"{}\"><th scope=\"row\"><a href=\"#{}\">{}</a> <small>{}</small></th>{}</tr>\n",
        anchor(benchmark, city.code()),
        BenchmarkSection.anchor(benchmark),
        model.benchmarkName(benchmark.id()),
        ReportIndex.rateUnit(benchmark, row.basis()),
        cells);
  }

  private List<Html> other(Benchmark benchmark, BenchmarkRow row, Citations references) {
    List<Html> cells = new ArrayList<>();
    if (row.referenceRate() == null) {
      cells.add(dash());
      cells.add(dash());
      cells.add(dash());
    } else {
      cells.add(
          rate(
              benchmark,
              row.referenceRate(),
              row.basis(),
              Html.EMPTY,
              BenchmarkSection.otherYear(row.referenceYear(), row.year()),
              references.links(BenchmarkView.referenceIds(row))));
      cells.add(
          row.difference() == null
              ? dash()
              : Html.of(
                  "<td class=\"n\">{}</td>",
                  Numbers.difference(row.difference(), row.referenceRate(), row.basis())));
      cells.add(
          row.neededToMatch() == null || !benchmark.isComputed()
              ? dash()
              : Html.of(
                  "<td class=\"n\">{}</td>",
                  ReportIndex.roundedUp(row.neededToMatch()) <= 0
                      ? Bilingual.plain("已达到", "already there")
                      : model.neededText(benchmark, row.neededToMatch())));
    }
    cells.add(Html.of("<td class=\"standing\">{}</td>", BenchmarkSection.standing(benchmark, row)));
    return cells;
  }

  private static Html rate(
      Benchmark benchmark, double rate, String basis, Html parts, Bilingual year, Html links) {
    return Html.of(
        "<td class=\"n\"><b>{}</b>{}{}{}</td>",
        Numbers.rate(rate, basis),
        year,
        parts.isEmpty() ? links : Html.EMPTY,
        parts);
  }

  /** What it was computed from, each with its source. */
  private Html parts(Benchmark benchmark, BenchmarkRow row, Citations references) {
    if (row.numerator() == null
        || row.denominator() == null
        || !benchmark.isComputed()
        || !Objects.equals(row.basis(), "computed")) {
      return Html.EMPTY;
    }
    return Html.of(
        "<br/><small>{}{} ÷ {}{}{}</small>",
        model.numeratorText(benchmark, row.numerator()),
        references.links(row.numeratorObservationId()),
        model.denominatorText(benchmark, row.denominator()),
        row.earlierDenominatorObservationId() == null
            ? BenchmarkSection.otherYear(row.denominatorYear(), row.year())
            : Html.of("<br/>{}", Bilingual.plain("（年初年末平均）", "(mean of the year’s two ends)")),
        references.links(BenchmarkView.denominatorIds(row)));
  }

  private static Html dash() {
    return Html.of("<td class=\"n\">—</td>");
  }
}
