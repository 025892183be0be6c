package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Reliability;
import org.duibiao.model.Benchmark;
import org.duibiao.model.code.Polarity;
import org.duibiao.report.chart.ChartRole;
import org.duibiao.report.chart.RankingChart;
import org.duibiao.report.findings.Caveats;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.BenchmarkRow;

/**
 * A benchmark over all cities: their ranking as a picture, and a row a city. What a row rests on
 * stands in the part of its city, which its name opens.
 */
final class BenchmarkSection {

  private final ReportIndex model;
  private final BenchmarkView view;
  private final Benchmark benchmark;
  private final Bilingual reference;
  private final boolean computed;
  private final boolean judged;
  private final boolean ranked;

  /** Why a row is not simply comparable, each reason once, by number. */
  private final Map<Bilingual, Integer> notes = new LinkedHashMap<>();

  private BenchmarkSection(ReportIndex model, BenchmarkView view) {
    this.model = model;
    this.view = view;
    this.benchmark = view.benchmark();
    this.reference = model.areaName(model.reference().code());
    this.computed = view.isComputed();
    this.judged = benchmark.polarity() != Polarity.NONE;
    this.ranked = view.rows().stream().anyMatch(row -> row.rank() != null);
  }

  /** At most so many rows of it: where there are more, the picture shows all of them. */
  static Html render(ReportIndex model, BenchmarkView view, int rows) {
    return new BenchmarkSection(model, view).section(rows);
  }

  /** The id of a benchmark's section. */
  static String anchor(Benchmark benchmark) {
    return "b-" + ReportIndex.htmlId(benchmark.id());
  }

  /** The id of a city's row in it. */
  static String anchor(Benchmark benchmark, String cityCode) {
    return anchor(benchmark) + "-" + ReportIndex.htmlId(cityCode);
  }

  private Html section(int most) {
    List<Html> main = new ArrayList<>();
    List<Html> older = new ArrayList<>();
    List<Html> others = new ArrayList<>();
    boolean placed = view.year() == null;
    for (BenchmarkRow row : view.rows()) {
      if (!model.isCity(row.cityCode())) {
        others.add(line(row));
      } else if (!BenchmarkView.isOfYear(row, view.year())) {
        older.add(line(row));
      } else {
        if (!placed && isBehind(row)) {
          main.add(referenceLine());
          placed = true;
        }
        main.add(line(row));
      }
    }
    if (!placed) {
      main.add(referenceLine());
    }
    int all = main.size() + older.size() + others.size();
    if (all > most) {
      cut(main, Math.max(1, most - others.size()));
      cut(older, Math.max(0, most - others.size() - main.size()));
    }
    int left = all - main.size() - older.size() - others.size();
    String id = anchor(benchmark);
    return Html.of(
        "<section id=\"{0}\" class=\"benchmark\" aria-labelledby=\"{0}-h\"><h3"
            + " id=\"{0}-h\">{1}</h3>\n"
            + "<p class=\"unit\">{2} · {3}{4}</p>\n"
            + "{5}{6}{7}{8}</section>\n",
        id,
        model.benchmarkName(benchmark.id()),
        Bilingual.of("单位：{}", "Unit: {}", ReportIndex.rateUnit(benchmark)),
        HighlightsSection.judgement(benchmark),
        formula(),
        view.year() == null ? noYear() : picture(),
        table(main, older, others),
        left == 0 ? Html.EMPTY : more(left),
        notes());
  }

  private static void cut(List<Html> lines, int most) {
    if (lines.size() > most) {
      lines.subList(most, lines.size()).clear();
    }
  }

  private Bilingual formula() {
    if (!computed) {
      return Bilingual.plain(" · 各市公布的比率，未经换算", " · rates as published");
    }
    return Bilingual.of(
        " · {0} ÷ {1}",
        " · {0} ÷ {1}",
        model.indicatorName(benchmark.numerator().id()),
        model.indicatorName(benchmark.denominator().id()));
  }

  private Html noYear() {
    return Html.of(
        "<p class=\"note\">{}</p>\n",
        Bilingual.of(
            "{0}在各市有数字的年份没有数字，不作对照，只列出各市的数字。",
            "There is no figure of {0} for a year in which another city has one: the figures are"
                + " listed without a comparison.",
            reference));
  }

  private Html picture() {
    List<RankingChart.RankedArea> places = new ArrayList<>();
    BenchmarkView.ReferenceValue own = view.reference();
    boolean placed = false;
    List<BenchmarkRow> sorted = new ArrayList<>(view.compared());
    if (benchmark.polarity() == Polarity.LOW) {
      Collections.reverse(sorted);
    }
    for (BenchmarkRow row : sorted) {
      if (!placed && isBehind(row)) {
        places.add(referencePlace(own));
        placed = true;
      }
      places.add(
          new RankingChart.RankedArea(
              model.areaName(row.cityCode()),
              ChartRole.OTHER,
              row.rate(),
              Numbers.rate(row.rate(), row.basis()),
              row.rateLow(),
              row.rateHigh(),
              row.rank(),
              row.rankLow(),
              row.rankHigh(),
              Reliability.of(row.comparability())));
    }
    if (!placed) {
      places.add(referencePlace(own));
    }
    return Html.of(
        "<p class=\"lead\">{}{}</p>\n{}",
        HighlightsSection.level(model, view),
        HighlightsSection.sides(model, view),
        new RankingChart(
                Bilingual.of(
                    "{0}年，{1}：{2} 个城市",
                    "{1}, {0}: {2} cities",
                    view.year(),
                    model.benchmarkName(benchmark.id()),
                    places.size()),
                ReportIndex.rateUnit(benchmark, own.basis()),
                view.year(),
                places)
            .drawBesideTable());
  }

  private RankingChart.RankedArea referencePlace(BenchmarkView.ReferenceValue own) {
    return new RankingChart.RankedArea(
        reference,
        ChartRole.REFERENCE,
        own.rate(),
        Numbers.rate(own.rate(), own.basis()),
        null,
        null,
        own.rank(),
        null,
        null,
        Reliability.COMPARABLE);
  }

  private boolean isBehind(BenchmarkRow row) {
    double rate = view.reference().rate();
    return benchmark.polarity() == Polarity.LOW ? row.rate() > rate : row.rate() <= rate;
  }

  private Html table(List<Html> main, List<Html> older, List<Html> others) {
    List<Html> head = new ArrayList<>();
    head.add(ComparisonSection.headerCell(Bilingual.plain("城市", "City"), ""));
    head.add(ComparisonSection.headerCell(Bilingual.plain("年份", "Year"), "n"));
    head.add(
        ComparisonSection.headerCell(
            Bilingual.of(
                "比率 <small>{0}</small>",
                "Rate <small>{0}</small>", ReportIndex.rateUnit(benchmark)),
            "n"));
    head.add(
        ComparisonSection.headerCell(Bilingual.of("与{}相差", "Difference from {}", reference), "n"));
    if (computed) {
      head.add(
          ComparisonSection.headerCell(
              Bilingual.of(
                  "持平还需 <small>{0}，0：已达到</small>",
                  "Needed to match <small>{1}, 0: already there</small>",
                  benchmark.numerator().unit().zh(),
                  benchmark.numerator().unit().enPlural()),
              "n"));
    }
    if (judged) {
      head.add(ComparisonSection.headerCell(Bilingual.plain("评价", "Verdict"), ""));
    }
    if (ranked) {
      head.add(ComparisonSection.headerCell(Bilingual.plain("位次", "Rank"), "n"));
    }
    head.add(ComparisonSection.headerCell(Bilingual.plain("可比性", "Comparability"), ""));
    int columns = head.size();
    return Html.of(
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"{0}-h\">"
            + "<table class=\"ranking\"><thead><tr>{1}</tr></thead>\n{2}{3}{4}</table></div>\n",
        anchor(benchmark),
        head,
        group(main, null, columns),
        group(
            older,
            view.year() == null
                ? null
                : Bilingual.of(
                    "{}年没有可对照数字的城市：最近一年",
                    "Cities without a figure to compare in {}: their newest year",
                    view.year()),
            columns),
        group(others, Bilingual.plain("省与全国（不与城市排名）", "Provinces, nation (not ranked)"), columns));
  }

  private static Html group(List<Html> lines, Bilingual title, int columns) {
    if (lines.isEmpty()) {
      return Html.EMPTY;
    }
    Html heading =
        title == null
            ? Html.EMPTY
            : Html.of(
                "<tr class=\"group\"><th colspan=\"{}\" scope=\"rowgroup\">{}</th></tr>\n",
                columns,
                title);
    return Html.of("<tbody>{}{}</tbody>\n", heading, lines);
  }

  private Html line(BenchmarkRow row) {
    List<Html> cells = new ArrayList<>();
    cells.add(number(row.year()));
    cells.add(
        Html.of(
            "<td class=\"n\">{}{}</td>",
            Numbers.rate(row.rate(), row.basis()),
            computed && row.basis().equals("published")
                ? Bilingual.of(" <small>公布值</small>", " <small>as published</small>")
                : Bilingual.EMPTY));
    cells.add(
        row.difference() == null
            ? number("—")
            : Html.of(
                "<td class=\"n\">{}{}</td>",
                Numbers.difference(row.difference(), row.referenceRate(), row.basis()),
                otherYear(row.referenceYear(), row.year())));
    if (computed) {
      cells.add(
          number(
              row.neededToMatch() == null
                  ? "—"
                  : Numbers.count(Math.max(0, ReportIndex.roundedUp(row.neededToMatch())))));
    }
    if (judged) {
      cells.add(
          Html.of(
              "<td>{}</td>",
              row.standing().equals("not_judged")
                  ? Bilingual.same("—")
                  : Phrases.of("standing", row.standing())));
    }
    if (ranked) {
      cells.add(number(row.rank() == null ? "—" : row.rank()));
    }
    cells.add(Html.of("<td>{}</td>", brief(row)));
    return Html.of(
        "<tr><th scope=\"row\" id=\"{}\">{}</th>{}</tr>\n",
        anchor(benchmark, row.cityCode()),
        model.isCity(row.cityCode())
            ? Html.of(
                "<a href=\"#{}\" data-city=\"{}\">{}</a>",
                CitySection.anchor(row.cityCode()),
                row.cityCode(),
                model.areaName(row.cityCode()))
            : model.areaName(row.cityCode()),
        cells);
  }

  /** Whether it is comparable, and the numbers of the notes that say why not simply. */
  private Html brief(BenchmarkRow row) {
    List<Html> numbers = new ArrayList<>();
    for (String reason : BenchmarkView.reasons(row)) {
      if (!Caveats.isHarmless(reason)) {
        Integer number = notes.computeIfAbsent(Phrases.flag(reason), each -> notes.size() + 1);
        numbers.add(Html.text(number));
      }
    }
    boolean plain = row.comparability().equals("comparable");
    return Html.of(
        "{}{}",
        plain ? Html.EMPTY : Html.text(Phrases.of("comparability", row.comparability())),
        numbers.isEmpty() ? Html.EMPTY : Html.of("<sup>{}</sup>", Html.join(",", numbers)));
  }

  private Html notes() {
    if (notes.isEmpty()) {
      return Html.EMPTY;
    }
    List<Html> parts = new ArrayList<>();
    notes.forEach((text, number) -> parts.add(Html.of("<sup>{}</sup> {}", number, text)));
    return Html.of("<p class=\"note\">{}</p>\n", Html.join("　", parts));
  }

  private static Html more(int count) {
    return Html.of(
        "<p class=\"note\">{}</p>\n",
        Bilingual.of(
            "另有 {} 个城市没有列出：图中有它们，选城市可看各自的位次，全部在 benchmarks.csv。",
            "{} more cities are not listed: the picture has them, each city’s part says its rank,"
                + " and all are in benchmarks.csv.",
            Numbers.count(count)));
  }

  private Html referenceLine() {
    BenchmarkView.ReferenceValue point = view.reference();
    List<Html> cells = new ArrayList<>();
    cells.add(number(point.year()));
    cells.add(
        Html.of(
            "<td class=\"n\">{}{}</td>",
            Numbers.rate(point.rate(), point.basis()),
            model.citations().links(point.ids().toArray(String[]::new))));
    String code = model.reference().code();
    boolean known = model.isCity(code) && !model.city(code).values().isEmpty();
    return Html.of(
        "<tr class=\"reference\"><th scope=\"row\" id=\"{}\">{}</th>{}<td colspan=\"{}\">{}</td>"
            + "</tr>\n",
        anchor(benchmark, code),
        known
            ? Html.of(
                "<a href=\"#{}\" data-city=\"{}\">◆ {}</a>",
                CitySection.anchor(code),
                code,
                reference)
            : Html.of("◆ {}", reference),
        cells,
        2 + (computed ? 1 : 0) + (judged ? 1 : 0) + (ranked ? 1 : 0),
        point.rank() == null
            ? Bilingual.plain("参照城市", "the reference")
            : Bilingual.of(
                "参照城市，位次 {}",
                "the reference, rank {}",
                point.cities() == null
                    ? Bilingual.same(point.rank())
                    : Bilingual.of("{0}/{1}", "{0} of {1}", point.rank(), point.cities())));
  }

  /** A year that is not the one that is expected. */
  static Bilingual otherYear(Integer year, int expected) {
    return year == null || year == expected
        ? Bilingual.EMPTY
        : Bilingual.of("（{}年）", " ({})", year);
  }

  /** Above or below, and whether that is good. */
  static Bilingual standing(Benchmark benchmark, BenchmarkRow row) {
    List<Bilingual> parts = new ArrayList<>();
    if (row.referenceRate() != null && !row.comparability().equals("not_comparable")) {
      parts.add(side(benchmark, row));
    }
    if (!row.standing().equals("not_judged")) {
      parts.add(Phrases.of("standing", row.standing()));
    } else if (parts.isEmpty() || benchmark.polarity() != Polarity.NONE) {
      parts.add(
          Phrases.of(
              "standing",
              benchmark.polarity() == Polarity.NONE ? "not_judged_resource" : "not_judged"));
    }
    return Bilingual.join("，", ", ", parts);
  }

  private static Bilingual side(Benchmark benchmark, BenchmarkRow row) {
    int side = BenchmarkView.side(row);
    Bilingual where = Phrases.of("side", side > 0 ? "above" : side < 0 ? "below" : "equal");
    return side != 0 && BenchmarkView.isWithinMargin(benchmark, row)
        ? Bilingual.of(
            "{}，相差不到 {}", "{}, by less than {}", where, BenchmarkView.marginText(benchmark))
        : where;
  }

  /** Whether a row can be compared, and what must be known of it. */
  static Bilingual comparability(BenchmarkRow row) {
    Bilingual verdict = Phrases.of("comparability", row.comparability());
    List<String> reasons =
        Stream.of(BenchmarkView.reasons(row))
            .flatMap(List::stream)
            .filter(reason -> !Caveats.isHarmless(reason))
            .toList();
    return reasons.isEmpty()
        ? verdict
        : Bilingual.of("{}：{}", "{}: {}", verdict, Phrases.flags(reasons));
  }

  private static Html number(Object value) {
    return Html.of("<td class=\"n\">{}</td>", value);
  }
}
