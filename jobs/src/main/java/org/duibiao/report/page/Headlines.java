package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.duibiao.markup.Clean;
import org.duibiao.markup.Html;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Text;
import org.duibiao.model.Benchmark;
import org.duibiao.model.code.Polarity;
import org.duibiao.report.findings.Comparisons;
import org.duibiao.report.model.Disagreement;
import org.duibiao.report.model.Model;
import org.duibiao.report.model.Periods;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.View;
import org.duibiao.report.model.Vintages;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.Figure;
import org.duibiao.tables.VintageRow;

/** What matters first: sentences made by rule, ready to quote, and all benchmarks at a glance. */
public final class Headlines {

  /** How many cities a sentence names on each side. */
  private static final int NAMED = 20;

  private static final int NAMED_WITH_CARE = 4;

  private final Model model;
  private final Text reference;

  private Headlines(Model model) {
    this.model = model;
    this.reference = model.area(model.reference().code());
  }

  static Html render(Model model) {
    return new Headlines(model).section();
  }

  private Html section() {
    List<Html> cards = new ArrayList<>();
    Optional<View> leading = model.views().stream().filter(v -> v.year() != null).findFirst();
    leading.ifPresent(
        view -> {
          cards.add(standing(view));
          farthest(view).map(row -> farthest(view, row)).ifPresent(cards::add);
        });
    vintages().ifPresent(cards::add);
    disagreement().ifPresent(cards::add);
    if (cards.isEmpty()) {
      cards.add(
          Html.of(
              "<p>{}</p>",
              Text.of(
                  "还没有一项指标，{0}与另一个城市在同一年都有数字。",
                  "There is no benchmark yet with figures of {0} and of another city for the same"
                      + " year.",
                  reference)));
    }
    return Html.of(
        "<section id=\"first\"><h2>{}</h2>\n<div class=\"cards\">{}</div>\n{}</section>\n",
        Text.plain("各市一览", "All cities"),
        cards,
        Overview.render(model));
  }

  /** How many cities are above and below, and which. */
  private Html standing(View view) {
    List<Html> lists = new ArrayList<>();
    list(view, 1, "高于{0}：{1}", "Above {0}: {1}").ifPresent(lists::add);
    list(view, 0, "与{0}相同：{1}", "The same as {0}: {1}").ifPresent(lists::add);
    list(view, -1, "低于{0}：{1}", "Below {0}: {1}").ifPresent(lists::add);
    near(view).ifPresent(lists::add);
    return Html.of(
        "<article class=\"card\"><p class=\"lead\">{}</p>{}<p"
            + " class=\"note\">{}{}</p>{}</article>\n",
        Text.of("{}{}", "{} {}", level(model, view), sides(model, view)),
        lists,
        judgement(view.benchmark()),
        Html.of(
            " <a href=\"#{}\">{}</a>",
            BenchmarkSection.anchor(view.benchmark()),
            Text.plain("各市数字与出处", "All figures and their sources")),
        caveat(view.compared()));
  }

  /** Where the reference stands: {@code 2025年，每百万…：深圳市 31.78 家/百万 [1][2]。} */
  static Text level(Model model, View view) {
    View.ReferencePoint point = view.reference();
    return Text.of(
        "{0}年，{1}：{2} {3}{4}。",
        "{1}, {0}: {2} {3}{4}.",
        view.year(),
        model.benchmark(view.benchmark().id()),
        model.area(model.reference().code()),
        Numbers.withUnit(
            Numbers.rate(point.rate(), point.basis()), Model.rateUnit(view.benchmark())),
        model.references().links(point.ids().toArray(String[]::new)));
  }

  /** How many cities are above and below it. */
  static Text sides(Model model, View view) {
    long above = count(view, 1);
    long below = count(view, -1);
    long same = count(view, 0);
    Text equal = same == 0 ? Text.EMPTY : Text.of("，{} 个与之相同", ", {} the same as printed", same);
    return Text.of(
        "同年可比的其他 {0} 个城市中，{1} 个高于{3}，{2} 个低于{3}{4}。",
        "Of {0} other cities that can be compared in that year, {1} are above {3} and {2}"
            + " below{4}.",
        view.compared().size(),
        above,
        below,
        model.area(model.reference().code()),
        equal);
  }

  private Optional<Html> list(View view, int side, String zh, String en) {
    List<BenchmarkRow> rows = side(view, side).toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<Text> names =
        rows.stream()
            .limit(NAMED)
            .map(
                row ->
                    Text.of(
                        "{0} {1}",
                        "{0} {1}",
                        model.area(row.cityCode()),
                        Html.of(
                            "<a href=\"#{}\">{}</a>",
                            BenchmarkSection.anchor(view.benchmark(), row.cityCode()),
                            Numbers.rate(row.rate(), row.basis()))))
            .toList();
    Text list = Text.list(names);
    if (rows.size() > NAMED) {
      list = Text.of("{0}，等 {1} 个", "{0} and {2} more", list, rows.size(), rows.size() - NAMED);
    }
    return Optional.of(Html.of("<p>{}</p>", Text.of(zh, en, reference, list)));
  }

  /** Who is above or below by so little that it is not judged a difference. */
  private Optional<Html> near(View view) {
    List<Text> names =
        view.compared().stream()
            .filter(row -> View.side(row) != 0 && View.isNear(view.benchmark(), row))
            .map(row -> model.area(row.cityCode()))
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Html.of(
                "<p>{}</p>",
                Text.of(
                    names.size() > NAMED ? "其中 {2} 个城市与之相差不到 {1}。" : "其中与之相差不到 {1} 的：{0}",
                    names.size() > NAMED
                        ? "{2} of them are less than {1} away from it."
                        : "Of these less than {1} away from it: {0}",
                    Text.list(names),
                    View.margin(view.benchmark()),
                    names.size())));
  }

  private static Stream<BenchmarkRow> side(View view, int side) {
    return view.compared().stream().filter(row -> View.side(row) == side);
  }

  static long count(View view, int side) {
    return side(view, side).count();
  }

  /** The city that is farthest below the reference; where low is good, above it. */
  public static Optional<BenchmarkRow> farthest(View view) {
    return view.benchmark().polarity() == Polarity.LOW
        ? side(view, 1).findFirst()
        : side(view, -1).reduce((a, b) -> b);
  }

  private Html farthest(View view, BenchmarkRow row) {
    Benchmark benchmark = view.benchmark();
    double difference = row.rate() - row.referenceRate();
    Text parts = Text.EMPTY;
    if (row.numerator() != null && row.denominator() != null && benchmark.isComputed()) {
      parts =
          Text.of(
              "{0} {1}{2}、{3} {4}{5}，即",
              "{1}{2} for {4}{5} residents, that is ",
              model.indicator(benchmark.numerator().id()),
              model.numerator(benchmark, row.numerator()),
              model.references().links(row.numeratorObservationId()),
              model.indicator(benchmark.denominator().id()),
              model.denominator(benchmark, row.denominator()),
              model.references().links(Comparisons.residents(row)));
    }
    Text lead =
        Text.of(
            difference < 0
                ? "低于{0}最多的是{1}：{2}{3} {4}，比{0}的 {5}{8} 低 {6}（{7}年）。"
                : "高于{0}最多的是{1}：{2}{3} {4}，比{0}的 {5}{8} 高 {6}（{7}年）。",
            difference < 0
                ? "{9}, {7}: {1} is farthest below {0}: {2}{4} {3}, {6} below {0}’s {5}{8}."
                : "{9}, {7}: {1} is farthest above {0}: {2}{4} {3}, {6} above {0}’s {5}{8}.",
            reference,
            model.area(row.cityCode()),
            parts,
            new Text(model.benchmark(benchmark.id()).zh(), Model.rateUnit(benchmark).en()),
            Numbers.rate(row.rate(), row.basis()),
            Numbers.rate(row.referenceRate(), row.basis()),
            Numbers.distance(difference, row.referenceRate(), row.basis()),
            row.year(),
            model.references().links(Comparisons.reference(row)),
            model.benchmark(benchmark.id()));
    Text needed = Text.EMPTY;
    if (row.neededToMatch() != null
        && Model.up(row.neededToMatch()) > 0
        && benchmark.isComputed()) {
      needed =
          Text.of(
              "按其{2}年的人口，再有 {0}才与{1}持平。",
              "With its population of {2} it would take another {0} to match {1}.",
              model.needed(benchmark, row.neededToMatch()),
              reference,
              row.denominatorYear() == null ? row.year() : row.denominatorYear());
    }
    return Html.of(
        "<article class=\"card\"><p class=\"lead\">{}</p>{}{}</article>\n",
        lead,
        needed.isEmpty() ? Html.EMPTY : Html.of("<p>{}</p>", needed),
        caveat(List.of(row)));
  }

  /** What the revision of a population changes: both answers, side by side. */
  private Optional<Html> vintages() {
    return Vintages.pairs(model.vintages().shown()).stream()
        .filter(pair -> model.benchmarkOrNull(pair.before().benchmark()) != null)
        .min(
            Comparator.comparing((Vintages.Pair pair) -> !isLeading(pair))
                .thenComparing(pair -> -pair.before().year())
                .thenComparing(pair -> -pair.change())
                .thenComparing(pair -> pair.before().cityCode()))
        .map(this::vintages);
  }

  private boolean isLeading(Vintages.Pair pair) {
    return model.views().stream()
        .findFirst()
        .filter(view -> view.benchmark().id().equals(pair.before().benchmark()))
        .isPresent();
  }

  private Html vintages(Vintages.Pair pair) {
    VintageRow before = pair.before();
    VintageRow after = pair.after();
    Benchmark benchmark = model.benchmarkOrNull(before.benchmark());
    Text lead =
        Text.of(
            "{0}年的{1}，{2}与{3}相比有两个答案：按当时公布的人口，{4}；按修订后的人口，{5}。",
            "{1}, {0}: {2} against {3} has two answers. With the population published then, {4};"
                + " with the revised one, {5}.",
            before.year(),
            model.benchmark(benchmark.id()),
            model.area(before.cityCode()),
            reference,
            answer(benchmark, before),
            answer(benchmark, after));
    Text detail =
        Text.of(
            "{0} {1}，{2} {3}。人口：当时公布 {4} 与 {5}，修订后 {6} 与 {7}。",
            "{0} {1}, {2} {3}. Population: as published then {4} and {5}; as revised {6} and {7}.",
            model.area(before.cityCode()),
            model.numerator(benchmark, before.numerator()),
            reference,
            model.numerator(benchmark, before.referenceNumerator()),
            population(benchmark, before, Side.CITY),
            population(benchmark, before, Side.REFERENCE),
            population(benchmark, after, Side.CITY),
            population(benchmark, after, Side.REFERENCE));
    List<String> flags =
        Stream.concat(Model.orEmpty(before.flags()).stream(), Model.orEmpty(after.flags()).stream())
            .toList();
    return Html.of(
        "<article class=\"card\"><p class=\"lead\">{}</p><p>{} <a href=\"#breaks\">{}</a></p>{}"
            + "</article>\n",
        lead,
        detail,
        Text.plain("各种组合见“口径变化”", "All combinations"),
        warning(flags));
  }

  private enum Side {
    CITY,
    REFERENCE
  }

  private Text population(Benchmark benchmark, VintageRow row, Side side) {
    boolean city = side == Side.CITY;
    return Text.of(
        "{}{}",
        "{}{}",
        model.denominator(benchmark, city ? row.denominator() : row.referenceDenominator()),
        city
            ? model
                .references()
                .links(row.earlierDenominatorObservationId(), row.denominatorObservationId())
            : model
                .references()
                .links(
                    row.referenceEarlierDenominatorObservationId(),
                    row.referenceDenominatorObservationId()));
  }

  private Text answer(Benchmark benchmark, VintageRow row) {
    String rates = Numbers.rate(row.rate());
    String others = Numbers.rate(row.referenceRate());
    return Model.up(row.neededToMatch()) > 0
        ? Text.of(
            "还差 {0}才持平（{1} 对 {2}）",
            "it would take another {0} to match ({1} against {2})",
            model.needed(benchmark, row.neededToMatch()),
            rates,
            others)
        : Text.of("已达到（{0} 对 {1}）", "it is already there ({0} against {1})", rates, others);
  }

  /** How much of what is shown is contested. */
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
        Html.of(
            "<article class=\"card\"><p class=\"lead\">{}</p><p>{} <a"
                + " href=\"#disagreements\">{}</a></p></article>\n",
            Text.of(
                "本页所用的数字中，{} 处有不同来源给出不同的值。",
                "For {} of the figures used here sources give different values.",
                all.size()),
            Text.of(
                "相差最大的一处：{0}{1}（{2}），采用 {3}{4}（{5}），另有 {6}{7}（{8}）{9}。",
                "The greatest difference: {0}, {1} ({2}): used {3}{4} ({5}), besides {6}{7}"
                    + " ({8}){9}.",
                model.area(chosen.cityCode()),
                model.indicator(chosen.indicator()),
                Periods.of(chosen),
                model.value(chosen),
                model.references().links(chosen.observationId()),
                Clean.shortened(chosen.publisher(), 60),
                model.value(other),
                model.references().links(other.observationId()),
                Clean.shortened(other.publisher(), 60),
                percent == null
                    ? Text.EMPTY
                    : Text.of("，相差 {}%", ", a difference of {}%", Numbers.signed(percent, 1))),
            Text.plain("全部分歧", "All disagreements")));
  }

  /** What must be known before the rows of a sentence are quoted. */
  private Html caveat(List<BenchmarkRow> rows) {
    List<BenchmarkRow> withCare =
        rows.stream().filter(row -> row.comparability().equals("with_care")).toList();
    if (withCare.isEmpty()) {
      return Html.EMPTY;
    }
    List<String> reasons =
        withCare.stream().flatMap(row -> View.reasons(row).stream()).distinct().sorted().toList();
    Text which = Text.plain("须慎用：", "With care: ");
    if (rows.size() > 1) {
      which =
          withCare.size() <= NAMED_WITH_CARE
              ? Text.of(
                  "{}须慎用：",
                  "{}: with care: ",
                  Text.list(withCare.stream().map(row -> model.area(row.cityCode())).toList()))
              : Text.of("其中 {} 个城市须慎用：", "With care for {} of them: ", withCare.size());
    }
    return Html.of("<p class=\"caveat\">{}{}</p>", which, Phrases.flags(reasons));
  }

  private static Html warning(List<String> flags) {
    return flags.isEmpty()
        ? Html.EMPTY
        : Html.of(
            "<p class=\"caveat\">{}{}</p>",
            Text.plain("须慎用：", "With care: "),
            Phrases.flags(flags));
  }

  /** Whether more is better. */
  static Text judgement(Benchmark benchmark) {
    return Phrases.of("polarity", benchmark.polarity().id());
  }
}
