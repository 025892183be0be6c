package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.duibiao.markup.Html;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Text;
import org.duibiao.model.Benchmark;
import org.duibiao.model.code.Polarity;
import org.duibiao.report.findings.Caveats;
import org.duibiao.report.findings.CityFinding;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.Model;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.References;
import org.duibiao.report.model.Vintages;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.HindsightRow;
import org.duibiao.tables.VintageRow;

/**
 * What one would have said of a city then, and what one says now: on populations that were revised
 * since, and, in a release as of a day, with all that was published after that day.
 */
final class ThenAndNow {

  /** How many rows a table has room for. */
  private static final int ROWS = 24;

  /** How many the tables of all cities have, so that the page of a whole country stays small. */
  private static final int IN_ALL = 600;

  private final Model model;
  private final CityRows city;
  private final Text name;
  private final Text reference;
  private final List<Vintages.Pair> pairs;
  private final List<HindsightRow> hindsight;
  private final int rows;

  ThenAndNow(Model model, CityRows city) {
    this.model = model;
    this.city = city;
    this.name = model.area(city.code());
    this.reference = model.area(model.reference().code());
    this.rows = (int) Math.max(1, Math.min(ROWS, IN_ALL / Math.max(1, cities(model))));
    this.pairs =
        Vintages.pairs(city.vintages()).stream()
            .filter(pair -> model.benchmarkOrNull(pair.before().benchmark()) != null)
            .sorted(Comparator.comparing((Vintages.Pair pair) -> !isTurned(pair)))
            .toList();
    this.hindsight =
        city.hindsight().stream()
            .filter(row -> model.benchmarkOrNull(row.benchmark()) != null)
            .sorted(
                Comparator.comparing((HindsightRow row) -> !Boolean.TRUE.equals(row.changed()))
                    .thenComparing(HindsightRow::year, Comparator.reverseOrder())
                    .thenComparing(HindsightRow::benchmark))
            .toList();
  }

  private static long cities(Model model) {
    return model.cities().stream()
        .filter(each -> !each.vintages().isEmpty() || !each.hindsight().isEmpty())
        .count();
  }

  private static boolean isTurned(Vintages.Pair pair) {
    return !Objects.equals(pair.before().side(), pair.after().side())
        || !Objects.equals(pair.before().standing(), pair.after().standing());
  }

  private static boolean isShort(VintageRow row) {
    return Model.up(row.neededToMatch()) > 0;
  }

  /** The figures behind what is shown. */
  Set<String> ids() {
    Set<String> ids = new LinkedHashSet<>();
    for (Vintages.Pair pair : shown(pairs)) {
      for (VintageRow row : List.of(pair.before(), pair.after())) {
        Stream.of(
                count(row),
                row.denominatorObservationId(),
                referenceCount(row),
                row.referenceDenominatorObservationId())
            .filter(Objects::nonNull)
            .forEach(ids::add);
      }
    }
    return ids;
  }

  private <R> List<R> shown(List<R> all) {
    return all.subList(0, Math.min(rows, all.size()));
  }

  /** The observation of what is counted: that of the comparison in use, if it has that count. */
  private String count(VintageRow row) {
    BenchmarkRow used = used(row);
    return used != null
            && used.numerator() != null
            && used.numerator().compareTo(row.numerator()) == 0
        ? used.numeratorObservationId()
        : null;
  }

  private String referenceCount(VintageRow row) {
    BenchmarkRow used = used(row);
    return used != null
            && used.referenceNumerator() != null
            && used.referenceNumerator().compareTo(row.referenceNumerator()) == 0
        ? used.referenceNumeratorObservationId()
        : null;
  }

  private BenchmarkRow used(VintageRow row) {
    return city.rows().containsKey(row.benchmark())
        ? city.rows().get(row.benchmark()).get(row.year())
        : null;
  }

  Html render(References references) {
    if (pairs.isEmpty() && hindsight.isEmpty()) {
      return Html.EMPTY;
    }
    return Html.of(
        "<section aria-labelledby=\"then-h\"><h3 id=\"then-h\">{}</h3>\n{}{}</section>\n",
        Text.plain("当时与现在", "Then and now"),
        pairs.isEmpty() ? Html.EMPTY : revised(references),
        hindsight.isEmpty() ? Html.EMPTY : asOf());
  }

  private Html revised(References references) {
    List<Html> lines = new ArrayList<>();
    for (Vintages.Pair pair : shown(pairs)) {
      Benchmark benchmark = model.benchmarkOrNull(pair.before().benchmark());
      lines.add(
          line(
              benchmark,
              pair.before().year(),
              quotient(benchmark, pair.before(), references),
              needed(benchmark, pair.before().neededToMatch()),
              quotient(benchmark, pair.after(), references),
              needed(benchmark, pair.after().neededToMatch()),
              verdict(
                  isTurned(pair),
                  verdict(pair.before().side(), pair.before().standing()),
                  verdict(pair.after().side(), pair.after().standing())),
              caveat(pair)));
    }
    return Html.of(
        "<p class=\"lead\">{}</p>\n<p>{}</p>\n{}{}",
        lead(),
        Text.plain(
            "人口普查以后，普查前各年的常住人口作了修订。同一比较，左边用当时公布的人口，右边用修订后的人口。",
            "After a census the populations of the years before it were revised. Each comparison is"
                + " made with the populations as they were published then, and as they were"
                + " revised."),
        table(
            Text.plain("按当时公布的人口", "Population as published then"),
            Text.plain("按修订后的人口", "Population as revised"),
            lines),
        rest(pairs.size(), "vintages.csv"));
  }

  /** The one that the revision changes most: a verdict before a shortage before a rate. */
  private Text lead() {
    Vintages.Pair most =
        pairs.stream()
            .max(
                Comparator.comparing(ThenAndNow::isTurned)
                    .thenComparing(pair -> isShort(pair.before()) || isShort(pair.after()))
                    .thenComparing(ThenAndNow::shift))
            .orElseThrow();
    Benchmark benchmark = model.benchmarkOrNull(most.before().benchmark());
    Text count =
        Text.of(
            "人口修订前后都能与{0}相比的 {1} 项中，{2} 项的结论变了。",
            "Of {1} comparisons with {0} on populations before and after their revision, {2} read"
                + " differently now. ",
            reference,
            pairs.size(),
            pairs.stream().filter(ThenAndNow::isTurned).count());
    Text example =
        Text.of(
            "{0}年，{1}的{2}：按当时公布的人口，{3}；按修订后的人口，{4}",
            "{2}, {0}: with the population as published then, {1} had {3}; with the revised one,"
                + " {4}",
            most.before().year(),
            name,
            model.benchmark(benchmark.id()),
            answer(benchmark, most.before()),
            answer(benchmark, most.after()));
    Text caveat = caveat(most);
    return Text.of(
        "{0}{1}",
        "{0}{1}",
        count,
        CityFinding.sentence(
            example, caveat.isEmpty() ? caveat : Text.of("须慎用：{}", "with care: {}", caveat)));
  }

  private static double shift(Vintages.Pair pair) {
    double before = pair.before().rate() / pair.before().referenceRate();
    double after = pair.after().rate() / pair.after().referenceRate();
    double shift = Math.abs(Math.log(before / after));
    return Double.isNaN(shift) ? 0 : shift;
  }

  private Text answer(Benchmark benchmark, VintageRow row) {
    Text rates = rates(row.rate(), row.referenceRate(), "computed");
    Text needed = needed(benchmark, row.neededToMatch());
    return needed.isEmpty()
        ? rates
        : Text.of(
            isShort(row) ? "{1}，还差 {0}" : "{1}，{0}",
            isShort(row) ? "{1}, {0} short" : "{1}, {0}",
            needed,
            rates);
  }

  /** Nothing where fewer are better: nobody needs more of them. */
  private Text needed(Benchmark benchmark, Double needed) {
    if (needed == null || !benchmark.isComputed() || benchmark.polarity() == Polarity.LOW) {
      return Text.EMPTY;
    }
    return Model.up(needed) <= 0
        ? Text.plain("已达到", "already there")
        : model.needed(benchmark, needed);
  }

  private static Text rates(double rate, double reference, String basis) {
    return Text.of(
        "{0} 对 {1}", "{0} against {1}", Numbers.rate(rate, basis), Numbers.rate(reference, basis));
  }

  private Html quotient(Benchmark benchmark, VintageRow row, References references) {
    return Html.of(
        "<b>{}</b><br/><small>{}{} ÷ {}{}</small><br/><small>{} {}{} ÷ {}{}</small>",
        rates(row.rate(), row.referenceRate(), "computed"),
        model.numerator(benchmark, row.numerator()),
        references.links(count(row)),
        model.denominator(benchmark, row.denominator()),
        references.links(row.denominatorObservationId()),
        reference,
        model.numerator(benchmark, row.referenceNumerator()),
        references.links(referenceCount(row)),
        model.denominator(benchmark, row.referenceDenominator()),
        references.links(row.referenceDenominatorObservationId()));
  }

  /** What is to be said of both; the word for what was noted of one of them stands once. */
  private static Text caveat(Vintages.Pair pair) {
    return Phrases.flags(
        Stream.of(pair.before(), pair.after())
            .flatMap(row -> Model.orEmpty(row.flags()).stream())
            .filter(flag -> !Caveats.isHarmless(flag))
            .distinct()
            .sorted()
            .toList());
  }

  private Html asOf() {
    List<Html> lines = new ArrayList<>();
    for (HindsightRow row : shown(hindsight)) {
      Benchmark benchmark = model.benchmarkOrNull(row.benchmark());
      lines.add(
          line(
              benchmark,
              row.year(),
              known(benchmark, row.rateThen(), row.referenceRateThen()),
              needed(benchmark, row.neededToMatchThen()),
              known(benchmark, row.rateNow(), row.referenceRateNow()),
              needed(benchmark, row.neededToMatchNow()),
              row.changed() == null
                  ? Text.same("—")
                  : verdict(
                      row.changed(),
                      verdict(row.sideThen(), row.standingThen()),
                      verdict(row.sideNow(), row.standingNow())),
              Phrases.flags(
                  Model.orEmpty(row.flags()).stream()
                      .filter(flag -> !Caveats.isHarmless(flag))
                      .toList())));
    }
    return Html.of(
        "<p class=\"lead\">{}</p>\n{}{}",
        Text.of(
            "{0}能做的 {1} 项比较，今天看来有 {2} 项结论变了。",
            "Of {1} comparisons that could be made on {0}, {2} read differently today.",
            hindsight.get(0).asOf(),
            hindsight.stream().filter(row -> row.rateThen() != null).count(),
            hindsight.stream().filter(row -> Boolean.TRUE.equals(row.changed())).count()),
        table(
            Text.of("{}已公布的", "Published by {}", hindsight.get(0).asOf()),
            Text.plain("现在", "Now"),
            lines),
        rest(hindsight.size(), "hindsight.csv"));
  }

  private static Html known(Benchmark benchmark, Double rate, Double reference) {
    if (rate == null) {
      return Html.of("{}", Text.plain("没有公布", "not published"));
    }
    String basis = benchmark.isComputed() ? "computed" : "published";
    return Html.of(
        "<b>{}</b>", reference == null ? Numbers.rate(rate, basis) : rates(rate, reference, basis));
  }

  private static Text verdict(boolean changed, Text then, Text now) {
    return changed
        ? Text.of("变了：{0} → {1}", "changed: {0} → {1}", then, now)
        : Text.of("没变：{0}", "the same: {0}", now);
  }

  private static Text verdict(String side, String standing) {
    Text where =
        switch (side == null ? "" : side) {
          case "above" -> Text.plain("较高", "higher");
          case "below" -> Text.plain("较低", "lower");
          case "similar" -> Text.plain("相近", "close");
          default -> Text.same("—");
        };
    return standing == null || standing.equals("not_judged") || standing.equals("similar")
        ? where
        : Text.of("{0}，{1}", "{0}, {1}", where, Phrases.of("standing", standing));
  }

  private Html line(
      Benchmark benchmark,
      int year,
      Html then,
      Text neededThen,
      Html now,
      Text neededNow,
      Text verdict,
      Text caveat) {
    return Html.of(
        "<tr><th scope=\"row\"><a href=\"#{}\">{}</a> <small>{}</small></th><td"
            + " class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td"
            + " class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"standing\">{}</td><td"
            + " class=\"why\">{}</td></tr>\n",
        BenchmarkSection.anchor(benchmark),
        model.benchmark(benchmark.id()),
        Model.rateUnit(benchmark),
        year,
        then,
        orDash(neededThen),
        now,
        orDash(neededNow),
        verdict,
        caveat);
  }

  private static Text orDash(Text text) {
    return text.isEmpty() ? Text.same("—") : text;
  }

  private Html table(Text then, Text now, List<Html> lines) {
    Text needed = Text.plain("持平还需", "Needed to match");
    return Tables.scrolled(
        "then-h",
        "compared",
        List.of(
            Tables.words(Text.plain("指标", "Benchmark")),
            Tables.numbers(Text.plain("年份", "Year")),
            Tables.numbers(then),
            Tables.numbers(needed),
            Tables.numbers(now),
            Tables.numbers(needed),
            Tables.words(Text.plain("结论", "Verdict")),
            Tables.words(Text.plain("说明", "Remarks"))),
        lines);
  }

  private Html rest(int all, String file) {
    return all <= rows
        ? Html.EMPTY
        : Html.of(
            "<p class=\"note\">{}</p>\n",
            Text.of("另有 {0} 项见 {1}。", "{0} more are in {1}.", Numbers.count(all - rows), file));
  }
}
