package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Sanitizer;
import org.duibiao.markup.Texts;
import org.duibiao.model.Benchmark;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.Side;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.Disagreement;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.report.model.VintageRows;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.Figure;
import org.duibiao.tables.VintageRow;

/**
 * The highlights of all cities: sentences made by rule, ready to quote, and an overview of the
 * benchmarks.
 */
final class HighlightsSection extends Section {

  /** How many cities a sentence names on each side. */
  private static final int NAMED = 20;

  private static final int NAMED_WITH_CARE = 4;

  private final Bilingual reference;

  HighlightsSection(ReportIndex model) {
    super(model, "first", Bilingual.plain("各市一览", "All cities"));
    this.reference = model.referenceName();
  }

  @Override
  Set<String> observationIds() {
    Set<String> ids = new HashSet<>(model.vintages().shownIds());
    ids.addAll(model.disagreements().shownIds());
    leading()
        .flatMap(BenchmarkView::farthestBehind)
        .ifPresent(row -> ids.addAll(BenchmarkView.observationIds(row)));
    return ids;
  }

  /** The first benchmark in which the reference can be compared. */
  private Optional<BenchmarkView> leading() {
    return model.views().stream().filter(view -> view.year() != null).findFirst();
  }

  @Override
  Html body(Citations citations) {
    List<Html> cards = new ArrayList<>();
    leading()
        .ifPresent(
            view -> {
              cards.add(standing(view));
              view.farthestBehind().map(row -> farthest(view, row)).ifPresent(cards::add);
            });
    vintages().ifPresent(cards::add);
    disagreement().ifPresent(cards::add);
    if (cards.isEmpty()) {
      cards.add(Paragraph.of(Texts.of("highlights.there-is-no-benchmark", reference)));
    }
    return Html.of("<div class=\"cards\">{}</div>\n{}", cards, overview());
  }

  /** How many cities are above and below, and which. */
  private Html standing(BenchmarkView view) {
    List<Html> lists = new ArrayList<>();
    list(view, Side.ABOVE, "高于{0}：{1}", "Above {0}: {1}").ifPresent(lists::add);
    list(view, Side.LEVEL, "与{0}相差不到 {2}：{1}", "Less than {2} away from {0}: {1}")
        .ifPresent(lists::add);
    list(view, Side.BELOW, "低于{0}：{1}", "Below {0}: {1}").ifPresent(lists::add);
    return Paragraph.card(
        Texts.of("highlights.level-and-sides", level(model, view), sides(model, view)),
        lists,
        Html.of(
            "<p class=\"note\">{} {}</p>",
            judgement(view.benchmark()),
            link(
                BenchmarkSection.anchor(view.benchmark()),
                Texts.of("highlights.all-figures-and-their"))),
        caveat(view.compared()));
  }

  /** Where the reference stands: {@code 2025年，每百万…：深圳市 31.78 家/百万 [1][2]。} */
  static Bilingual level(ReportIndex model, BenchmarkView view) {
    BenchmarkRow point = view.reference();
    return Texts.of(
        "highlights.rate-of-the-reference",
        view.year(),
        model.benchmarkName(view.benchmark().id()),
        model.referenceName(),
        Numbers.withUnit(
            Numbers.rate(point.rate(), point.basis()), ReportIndex.rateUnit(view.benchmark())),
        model.citations().links(BenchmarkView.rateIds(point).toArray(String[]::new)));
  }

  /** How many cities are above and below it, and how many nearer than the margin. */
  static Bilingual sides(ReportIndex model, BenchmarkView view) {
    long near = count(view, Side.LEVEL);
    Bilingual level =
        near == 0
            ? Bilingual.EMPTY
            : Texts.of(
                "highlights.less-than-away", near, BenchmarkView.marginText(view.benchmark()));
    return Texts.of(
        "highlights.of-other-cities-that",
        view.compared().size(),
        count(view, Side.ABOVE),
        count(view, Side.BELOW),
        model.referenceName(),
        level);
  }

  private Optional<Html> list(BenchmarkView view, Side side, String zh, String en) {
    List<BenchmarkRow> rows = view.onSide(side).toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<Bilingual> names =
        rows.stream()
            .limit(NAMED)
            .map(
                row ->
                    Bilingual.both(
                        "{0} {1}",
                        model.areaName(row.cityCode()),
                        Html.of(
                            "<a href=\"#{}\">{}</a>",
                            BenchmarkSection.anchor(view.benchmark(), row.cityCode()),
                            Numbers.rate(row.rate(), row.basis()))))
            .toList();
    Bilingual list = Bilingual.list(names);
    if (rows.size() > NAMED) {
      list = Texts.of("highlights.and-more", list, rows.size(), rows.size() - NAMED);
    }
    return Optional.of(
        Paragraph.of(
            Bilingual.of(zh, en, reference, list, BenchmarkView.marginText(view.benchmark()))));
  }

  static long count(BenchmarkView view, Side side) {
    return view.onSide(side).count();
  }

  private Html farthest(BenchmarkView view, BenchmarkRow row) {
    Benchmark benchmark = view.benchmark();
    double difference = row.rate() - row.referenceRate();
    Bilingual parts = Bilingual.EMPTY;
    if (row.numerator() != null && row.denominator() != null && benchmark.isComputed()) {
      parts =
          Texts.of(
              "highlights.for-residents-that-is",
              model.indicatorName(benchmark.numerator().id()),
              model.numeratorText(benchmark, row.numerator()),
              model.citations().links(row.numeratorObservationId()),
              model.indicatorName(benchmark.denominator().id()),
              model.denominatorText(benchmark, row.denominator()),
              model.citations().links(BenchmarkView.denominatorIds(row)));
    }
    Bilingual lead =
        Bilingual.of(
            difference < 0
                ? "低于{0}最多的是{1}：{2}{3} {4}，比{0}的 {5}{8} 低 {6}（{7}年）。"
                : "高于{0}最多的是{1}：{2}{3} {4}，比{0}的 {5}{8} 高 {6}（{7}年）。",
            difference < 0
                ? "{3}, {7}: {1} is farthest below {0}: {2}{4}, {6} below {0}’s {5}{8}."
                : "{3}, {7}: {1} is farthest above {0}: {2}{4}, {6} above {0}’s {5}{8}.",
            reference,
            model.areaName(row.cityCode()),
            parts,
            model.benchmarkName(benchmark.id()),
            ReportIndex.rateText(benchmark, row.rate(), row.basis()),
            ReportIndex.rateText(benchmark, row.referenceRate(), row.basis()),
            ReportIndex.differenceText(benchmark, difference, row.referenceRate(), row.basis()),
            row.year(),
            model.citations().links(BenchmarkView.referenceIds(row)));
    Bilingual needed = Bilingual.EMPTY;
    if (row.neededToMatch() != null
        && ReportIndex.roundedUp(row.neededToMatch()) > 0
        && benchmark.isComputed()) {
      needed =
          Texts.of(
              "highlights.with-its-population-of",
              model.neededText(benchmark, row.neededToMatch()),
              reference,
              row.denominatorYear() == null ? row.year() : row.denominatorYear());
    }
    return Paragraph.card(lead, Paragraph.of(needed), caveat(List.of(row)));
  }

  /** How the revision of a population changes a comparison. */
  private Optional<Html> vintages() {
    return VintageRows.pairs(model.vintages().shown()).stream()
        .filter(pair -> model.benchmarkOrNull(pair.before().benchmark()) != null)
        .min(
            Comparator.comparing((VintageRows.Pair pair) -> !isLeading(pair))
                .thenComparing(pair -> -pair.before().year())
                .thenComparing(pair -> -pair.change())
                .thenComparing(pair -> pair.before().cityCode()))
        .map(this::vintages);
  }

  private boolean isLeading(VintageRows.Pair pair) {
    return model.views().stream()
        .findFirst()
        .filter(view -> view.benchmark().id().equals(pair.before().benchmark()))
        .isPresent();
  }

  private Html vintages(VintageRows.Pair pair) {
    VintageRow before = pair.before();
    VintageRow after = pair.after();
    Benchmark benchmark = model.benchmarkOrNull(before.benchmark());
    Bilingual lead =
        Texts.of(
            "highlights.against-has-two-answers",
            before.year(),
            model.benchmarkName(benchmark.id()),
            model.areaName(before.cityCode()),
            reference,
            answer(benchmark, before),
            answer(benchmark, after));
    Bilingual detail =
        Texts.of(
            "highlights.population-as-published-then",
            model.areaName(before.cityCode()),
            model.numeratorText(benchmark, before.numerator()),
            reference,
            model.numeratorText(benchmark, before.referenceNumerator()),
            population(benchmark, before),
            referencePopulation(benchmark, before),
            population(benchmark, after),
            referencePopulation(benchmark, after));
    List<Flag> flags = Stream.concat(before.flags().stream(), after.flags().stream()).toList();
    return Paragraph.card(
        lead,
        Html.of("<p>{} {}</p>", detail, link("breaks", Texts.of("highlights.all-combinations"))),
        caveat(Bilingual.plain("须慎用：", "With care: "), flags));
  }

  private Bilingual population(Benchmark benchmark, VintageRow row) {
    return Bilingual.both(
        "{}{}",
        model.denominatorText(benchmark, row.denominator()),
        model
            .citations()
            .links(row.earlierDenominatorObservationId(), row.denominatorObservationId()));
  }

  private Bilingual referencePopulation(Benchmark benchmark, VintageRow row) {
    return Bilingual.both(
        "{}{}",
        model.denominatorText(benchmark, row.referenceDenominator()),
        model
            .citations()
            .links(
                row.referenceEarlierDenominatorObservationId(),
                row.referenceDenominatorObservationId()));
  }

  private Bilingual answer(Benchmark benchmark, VintageRow row) {
    Bilingual rates = ReportIndex.rateText(benchmark, row.rate(), RateOrigin.COMPUTED);
    Bilingual others = ReportIndex.rateText(benchmark, row.referenceRate(), RateOrigin.COMPUTED);
    return ReportIndex.roundedUp(row.neededToMatch()) > 0
        ? Texts.of(
            "highlights.it-would-take-another",
            model.neededText(benchmark, row.neededToMatch()),
            rates,
            others)
        : Texts.of("highlights.it-is-already-there", rates, others);
  }

  /** How many of the figures that are shown have competing sources. */
  private Optional<Html> disagreement() {
    List<Disagreement> all = model.disagreements().relevant();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Disagreement worst = all.get(0);
    Figure chosen = worst.chosen();
    Figure other =
        worst.others().stream()
            .filter(o -> worst.percent(o) != null)
            .max(Comparator.comparing(o -> Math.abs(worst.percent(o))))
            .orElse(worst.others().get(0));
    Double percent = worst.percent(other);
    return Optional.of(
        Paragraph.card(
            Texts.of("highlights.for-of-the-figures", all.size()),
            Html.of(
                "<p>{} {}</p>",
                Texts.of(
                    "highlights.the-greatest-difference-used",
                    model.areaName(chosen.cityCode()),
                    model.indicatorName(chosen.indicator()),
                    Phrases.period(chosen),
                    model.valueText(chosen),
                    model.citations().links(chosen.observationId()),
                    Sanitizer.shorten(chosen.publisher(), 60),
                    model.valueText(other),
                    model.citations().links(other.observationId()),
                    Sanitizer.shorten(other.publisher(), 60),
                    percent == null
                        ? Bilingual.EMPTY
                        : Texts.of("highlights.a-difference-of", Numbers.signed(percent, 1))),
                link("disagreements", Bilingual.plain("全部分歧", "All disagreements")))));
  }

  /** The caveats of the rows that a sentence is about. */
  private Html caveat(List<BenchmarkRow> rows) {
    List<BenchmarkRow> withCare =
        rows.stream().filter(row -> row.comparability() == Comparability.WITH_CARE).toList();
    if (withCare.isEmpty()) {
      return Html.EMPTY;
    }
    List<Flag> reasons =
        withCare.stream()
            .flatMap(row -> BenchmarkView.reasons(row).stream())
            .distinct()
            .sorted()
            .toList();
    Bilingual which = Bilingual.plain("须慎用：", "With care: ");
    if (rows.size() > 1) {
      which =
          withCare.size() <= NAMED_WITH_CARE
              ? Texts.of(
                  "highlights.with-care",
                  Bilingual.list(
                      withCare.stream().map(row -> model.areaName(row.cityCode())).toList()))
              : Texts.of("highlights.with-care-for-of", withCare.size());
    }
    return caveat(which, reasons);
  }

  private static Html caveat(Bilingual which, List<Flag> flags) {
    return flags.isEmpty()
        ? Html.EMPTY
        : Paragraph.caveat(Bilingual.both("{}{}", which, Phrases.flags(flags)));
  }

  /** What the polarity of a benchmark means. */
  static Bilingual judgement(Benchmark benchmark) {
    return Phrases.of("polarity", benchmark.polarity());
  }

  /** A table of all benchmarks: how many cities are above and below the reference. */
  private Html overview() {
    DataTable table = new DataTable("overview", "overview", reference);
    for (BenchmarkView view : model.views()) {
      Bilingual polarity = Phrases.of("polarity_short", view.benchmark().polarity());
      Html name = BenchmarkSection.link(model, view.benchmark(), polarity);
      if (view.year() == null) {
        table.row(name, Texts.of("benchmark-overview.no-figure-of-for", reference));
        continue;
      }
      List<BenchmarkRow> rows = view.compared();
      table.row(
          name,
          view.year(),
          Bilingual.both(
              "{} <small>{}</small>",
              Numbers.rate(view.reference().rate(), view.reference().basis()),
              ReportIndex.rateUnit(view.benchmark())),
          count(view, Side.ABOVE),
          count(view, Side.BELOW),
          rows.isEmpty() ? Bilingual.EMPTY : named(rows.get(0)),
          rows.isEmpty() ? Bilingual.EMPTY : named(rows.get(rows.size() - 1)));
    }
    return model.views().isEmpty()
        ? Html.EMPTY
        : Html.of(
            "<h3 id=\"overview\">{}</h3>\n{}{}",
            Texts.of("benchmark-overview.all-benchmarks-at-a"),
            table.render(),
            Paragraph.note(Texts.of("benchmark-overview.cities-nearer-than-the")));
  }

  private Bilingual named(BenchmarkRow row) {
    return Bilingual.both(
        "{} {}", model.areaName(row.cityCode()), Numbers.rate(row.rate(), row.basis()));
  }
}
