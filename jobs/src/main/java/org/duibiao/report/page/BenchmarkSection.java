package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Texts;
import org.duibiao.model.Benchmark;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.Side;
import org.duibiao.model.code.Standing;
import org.duibiao.report.chart.ChartRole;
import org.duibiao.report.chart.RankingChart;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.BenchmarkRowBuilder;

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

  /** The numbers of the notes that say why rows are to be compared with care. */
  private final Map<Bilingual, Integer> notes = new LinkedHashMap<>();

  private BenchmarkSection(ReportIndex model, BenchmarkView view) {
    this.model = model;
    this.view = view;
    this.benchmark = view.benchmark();
    this.reference = model.referenceName();
    this.computed = view.isComputed();
  }

  /** The section with at most that number of rows; the chart shows all cities. */
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
    List<BenchmarkRow> main = new ArrayList<>();
    List<BenchmarkRow> older = new ArrayList<>();
    List<BenchmarkRow> others = new ArrayList<>();
    for (BenchmarkRow row : view.rows()) {
      if (!model.isCity(row.cityCode())) {
        others.add(row);
      } else {
        (BenchmarkView.isOfYear(row, view.year()) ? main : older).add(row);
      }
    }
    int reference = view.year() == null ? 0 : 1;
    int all = main.size() + reference + older.size() + others.size();
    if (all > most) {
      cut(main, Math.max(1, most - others.size() - reference));
      cut(older, Math.max(0, most - others.size() - main.size() - reference));
    }
    int left = all - main.size() - reference - older.size() - others.size();
    return Html.of(
        "<section id=\"{0}\" class=\"benchmark\" aria-labelledby=\"{0}-h\"><h3"
            + " id=\"{0}-h\">{1}</h3>\n"
            + "<p class=\"unit\">{2} · {3}{4}</p>\n"
            + "{5}{6}{7}{8}</section>\n",
        anchor(benchmark),
        model.benchmarkName(benchmark.id()),
        Texts.of("benchmark.unit", ReportIndex.rateUnit(benchmark)),
        HighlightsSection.judgement(benchmark),
        formula(),
        view.year() == null ? noYear() : picture(),
        table(main, older, others),
        left == 0 ? Html.EMPTY : more(left),
        notes());
  }

  private static void cut(List<BenchmarkRow> lines, int most) {
    if (lines.size() > most) {
      lines.subList(most, lines.size()).clear();
    }
  }

  private Bilingual formula() {
    if (!computed) {
      return Texts.of("benchmark.rates-as-published");
    }
    return Bilingual.both(
        " · {0} ÷ {1}",
        model.indicatorName(benchmark.numerator().id()),
        model.indicatorName(benchmark.denominator().id()));
  }

  private Html noYear() {
    return Paragraph.note(Texts.of("benchmark.there-is-no-figure", reference));
  }

  private Html picture() {
    List<RankingChart.RankedArea> places = new ArrayList<>();
    BenchmarkRow own = view.reference();
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
      places.add(new RankingChart.RankedArea(model.areaName(row.cityCode()), ChartRole.OTHER, row));
    }
    if (!placed) {
      places.add(referencePlace(own));
    }
    return Html.all(
        Paragraph.lead(
            Bilingual.both(
                "{}{}",
                HighlightsSection.level(model, view),
                HighlightsSection.sides(model, view))),
        new RankingChart(
                Texts.of(
                    "benchmark.cities",
                    view.year(),
                    model.benchmarkName(benchmark.id()),
                    places.size()),
                ReportIndex.rateUnit(benchmark, own.basis()),
                view.year(),
                places)
            .draw());
  }

  private RankingChart.RankedArea referencePlace(BenchmarkRow own) {
    // It is what others are compared with: its interval and the range of its ranks do not count.
    BenchmarkRow exact =
        BenchmarkRowBuilder.builder(own)
            .rateLow(null)
            .rankLow(null)
            .comparability(Comparability.COMPARABLE)
            .build();
    return new RankingChart.RankedArea(reference, ChartRole.REFERENCE, exact);
  }

  private boolean isBehind(BenchmarkRow row) {
    double rate = view.reference().rate();
    return benchmark.polarity() == Polarity.LOW ? row.rate() > rate : row.rate() <= rate;
  }

  private Html table(List<BenchmarkRow> main, List<BenchmarkRow> older, List<BenchmarkRow> others) {
    DataTable table =
        new DataTable(
                "ranking",
                "ranking",
                reference,
                ReportIndex.rateUnit(benchmark),
                computed ? model.unitOf(benchmark.numerator().id()) : null,
                view.year())
            .under(anchor(benchmark) + "-h");
    if (!computed) {
      table.without("needed");
    }
    if (benchmark.polarity() == Polarity.NONE) {
      table.without("standing");
    }
    if (view.rows().stream().allMatch(row -> rank(row) == null)) {
      table.without("rank");
    }
    boolean placed = view.year() == null;
    for (BenchmarkRow row : main) {
      if (!placed && isBehind(row)) {
        addReference(table);
        placed = true;
      }
      addRow(table, row);
    }
    if (!placed) {
      addReference(table);
    }
    table.group(
        view.year() == null ? null : Texts.of("benchmark.cities-without-a-figure", view.year()));
    older.forEach(row -> addRow(table, row));
    table.group(Texts.of("benchmark.provinces-nation-not-ranked"));
    others.forEach(row -> addRow(table, row));
    return table.render();
  }

  private void addRow(DataTable table, BenchmarkRow row) {
    table.rowWith(
        Html.of(" id=\"{}\"", anchor(benchmark, row.cityCode())),
        model.isCity(row.cityCode())
            ? cityLink(row.cityCode(), "", model.areaName(row.cityCode()))
            : model.areaName(row.cityCode()),
        row.year(),
        List.of(
            Numbers.rate(row.rate(), row.basis()),
            computed && row.basis() == RateOrigin.PUBLISHED
                ? Texts.of("benchmark.as-published")
                : Bilingual.EMPTY),
        row.difference() == null
            ? null
            : List.of(
                Numbers.difference(row.difference(), row.referenceRate(), row.basis()),
                otherYear(row.referenceYear(), row.year())),
        row.neededToMatch() == null
            ? null
            : Numbers.count(Math.max(0, ReportIndex.roundedUp(row.neededToMatch()))),
        row.standing() == Standing.NOT_JUDGED ? null : Phrases.of("standing", row.standing()),
        rank(row),
        brief(row));
  }

  /** Its rank in the main year, or null: ranks of other years are not of the same column. */
  private Bilingual rank(BenchmarkRow row) {
    return row.rank() == null || !BenchmarkView.isOfYear(row, view.year())
        ? null
        : rank(row.rank(), row.cities());
  }

  private static Html cityLink(String code, String mark, Bilingual name) {
    return Html.of(
        "<a href=\"#{}\" data-city=\"{}\">{}{}</a>", CityArticle.anchor(code), code, mark, name);
  }

  /** The comparability of a row with the numbers of its notes. */
  private Html brief(BenchmarkRow row) {
    List<Html> numbers = new ArrayList<>();
    for (Flag reason : BenchmarkView.reasons(row)) {
      if (!reason.isHarmless()) {
        Integer number = notes.computeIfAbsent(Phrases.flag(reason), each -> notes.size() + 1);
        numbers.add(Html.text(number));
      }
    }
    boolean plain = row.comparability() == Comparability.COMPARABLE;
    return Html.all(
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
    return Paragraph.note(Texts.of("benchmark.more-cities-are-not", Numbers.count(count)));
  }

  private void addReference(DataTable table) {
    BenchmarkRow own = view.reference();
    String code = model.input().reference().code();
    boolean known = model.isCity(code) && !model.city(code).values().isEmpty();
    table.rowWith(
        Html.of(" class=\"reference\" id=\"{}\"", anchor(benchmark, code)),
        known ? cityLink(code, "◆ ", reference) : Html.of("◆ {}", reference),
        own.year(),
        List.of(
            Numbers.rate(own.rate(), own.basis()),
            model.citations().links(BenchmarkView.rateIds(own).toArray(String[]::new))),
        own.rank() == null
            ? Bilingual.plain("参照城市", "the reference")
            : Texts.of("benchmark.the-reference-rank", rank(own.rank(), own.cities())));
  }

  /** A rank among so many cities, if that is known. */
  static Bilingual rank(Integer rank, Integer cities) {
    return Bilingual.same(cities == null ? rank : rank + "/" + cities);
  }

  /** A benchmark's name, which leads to its section, and the unit of a rate. */
  static Html link(ReportIndex model, Benchmark benchmark, Bilingual unit) {
    return Html.of(
        "<a href=\"#{}\">{}</a> <small>{}</small>",
        anchor(benchmark),
        model.benchmarkName(benchmark.id()),
        unit);
  }

  /** A year that differs from the expected one; otherwise empty. */
  static Bilingual otherYear(Integer year, int expected) {
    return year == null || year == expected
        ? Bilingual.EMPTY
        : Bilingual.of("（{}年）", " ({})", year);
  }

  /** Above or below, and whether that is good. */
  static Bilingual standing(Benchmark benchmark, BenchmarkRow row) {
    List<Bilingual> parts = new ArrayList<>();
    if (row.side() != null) {
      parts.add(side(benchmark, row));
    }
    if (row.standing() != Standing.NOT_JUDGED) {
      parts.add(Phrases.of("standing", row.standing()));
    } else if (parts.isEmpty() || benchmark.polarity() != Polarity.NONE) {
      parts.add(
          Phrases.of(
              benchmark.polarity() == Polarity.NONE ? "resource" : "standing", row.standing()));
    }
    return Bilingual.join("，", ", ", parts);
  }

  private static Bilingual side(Benchmark benchmark, BenchmarkRow row) {
    return row.side() == Side.LEVEL
        ? Texts.of("benchmark.less-than-from-the", BenchmarkView.marginText(benchmark))
        : Phrases.of("side", row.side());
  }

  /** The comparability of a row with its reasons. */
  static Bilingual comparability(BenchmarkRow row) {
    Bilingual verdict = Phrases.of("comparability", row.comparability());
    List<Flag> reasons =
        BenchmarkView.reasons(row).stream().filter(reason -> !reason.isHarmless()).toList();
    return reasons.isEmpty()
        ? verdict
        : Texts.of("benchmark.comparability-and-reasons", verdict, Phrases.flags(reasons));
  }
}
