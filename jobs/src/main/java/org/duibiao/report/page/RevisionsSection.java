package org.duibiao.report.page;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Texts;
import org.duibiao.model.Benchmark;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.Side;
import org.duibiao.model.code.Standing;
import org.duibiao.report.findings.CityFinding;
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.report.model.VintageRows;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.HindsightRow;
import org.duibiao.tables.VintageRow;

/**
 * The comparisons of a city then and now: on populations before and after a revision, and, in a
 * release as of a day, with and without what was published after that day.
 */
final class RevisionsSection extends Section {

  /** The most rows of a table. */
  private static final int ROWS = 24;

  /** The most rows of the tables of all cities, so that the page of a whole country stays small. */
  private static final int IN_ALL = 600;

  private final CityRows city;
  private final Bilingual name;
  private final Bilingual reference;
  private final List<VintageRows.Pair> pairs;
  private final List<HindsightRow> hindsight;
  private final int rows;

  RevisionsSection(ReportIndex model, CityRows city) {
    super(model, "then", Bilingual.plain("当时与现在", "Then and now"));
    this.city = city;
    this.name = model.areaName(city.code());
    this.reference = model.referenceName();
    this.rows = (int) Math.max(1, Math.min(ROWS, IN_ALL / Math.max(1, cities(model))));
    this.pairs =
        VintageRows.pairs(city.vintages()).stream()
            .filter(pair -> model.benchmarkOrNull(pair.before().benchmark()) != null)
            .sorted(Comparator.comparing((VintageRows.Pair pair) -> !isTurned(pair)))
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

  private static long cities(ReportIndex model) {
    return model.cities().stream()
        .filter(each -> !each.vintages().isEmpty() || !each.hindsight().isEmpty())
        .count();
  }

  private static boolean isTurned(VintageRows.Pair pair) {
    return pair.before().side() != pair.after().side()
        || pair.before().standing() != pair.after().standing();
  }

  private static boolean isShort(VintageRow row) {
    return ReportIndex.roundedUp(row.neededToMatch()) > 0;
  }

  @Override
  Set<String> observationIds() {
    Set<String> ids = new LinkedHashSet<>();
    for (VintageRows.Pair pair : shown(pairs)) {
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

  /** The observation behind the numerator, if the current comparison has the same numerator. */
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

  @Override
  Html body(Citations citations) {
    return Html.all(
        pairs.isEmpty() ? Html.EMPTY : revised(citations),
        hindsight.isEmpty() ? Html.EMPTY : asOf());
  }

  private Html revised(Citations citations) {
    DataTable table =
        table(
            Texts.of("revisions.population-as-published-then"),
            Texts.of("revisions.population-as-revised"));
    for (VintageRows.Pair pair : shown(pairs)) {
      VintageRow before = pair.before();
      VintageRow after = pair.after();
      Benchmark benchmark = model.benchmarkOrNull(before.benchmark());
      table.row(
          BenchmarkSection.link(model, benchmark, ReportIndex.rateUnit(benchmark)),
          before.year(),
          quotient(benchmark, before, citations),
          orDash(needed(benchmark, before.neededToMatch())),
          quotient(benchmark, after, citations),
          orDash(needed(benchmark, after.neededToMatch())),
          verdict(
              isTurned(pair),
              verdict(before.side(), before.standing()),
              verdict(after.side(), after.standing())),
          caveat(pair));
    }
    return Html.all(
        Paragraph.lead(lead()),
        Paragraph.of(Texts.of("revisions.after-a-census-the")),
        table.render(),
        rest(pairs.size(), "vintages.csv"));
  }

  /** The sentence on the revision that changes most: a verdict before a shortage before a rate. */
  private Bilingual lead() {
    VintageRows.Pair most =
        pairs.stream()
            .max(
                Comparator.comparing(RevisionsSection::isTurned)
                    .thenComparing(pair -> isShort(pair.before()) || isShort(pair.after()))
                    .thenComparing(RevisionsSection::shift))
            .orElseThrow();
    Benchmark benchmark = model.benchmarkOrNull(most.before().benchmark());
    Bilingual count =
        Texts.of(
            "revisions.of-comparisons-with-on",
            reference,
            pairs.size(),
            pairs.stream().filter(RevisionsSection::isTurned).count());
    Bilingual example =
        Texts.of(
            "revisions.with-the-population-as",
            most.before().year(),
            name,
            model.benchmarkName(benchmark.id()),
            answer(benchmark, most.before()),
            answer(benchmark, most.after()));
    Bilingual caveat = caveat(most);
    return Bilingual.both(
        "{0}{1}",
        count,
        CityFinding.sentence(
            example, caveat.isEmpty() ? caveat : Bilingual.of("须慎用：{}", "with care: {}", caveat)));
  }

  private static double shift(VintageRows.Pair pair) {
    double before = pair.before().rate() / pair.before().referenceRate();
    double after = pair.after().rate() / pair.after().referenceRate();
    double shift = Math.abs(Math.log(before / after));
    return Double.isNaN(shift) ? 0 : shift;
  }

  private Bilingual answer(Benchmark benchmark, VintageRow row) {
    Bilingual rates = rates(row.rate(), row.referenceRate(), RateOrigin.COMPUTED);
    Bilingual needed = needed(benchmark, row.neededToMatch());
    return needed.isEmpty()
        ? rates
        : Bilingual.of(
            isShort(row) ? "{1}，还差 {0}" : "{1}，{0}",
            isShort(row) ? "{1}, {0} short" : "{1}, {0}",
            needed,
            rates);
  }

  /** What is needed to match; empty where less is better. */
  private Bilingual needed(Benchmark benchmark, Double needed) {
    if (needed == null || !benchmark.isComputed() || benchmark.polarity() == Polarity.LOW) {
      return Bilingual.EMPTY;
    }
    return ReportIndex.roundedUp(needed) <= 0
        ? Bilingual.plain("已达到", "already there")
        : model.neededText(benchmark, needed);
  }

  private static Bilingual rates(double rate, double reference, RateOrigin basis) {
    return Texts.of("revisions.against", Numbers.rate(rate, basis), Numbers.rate(reference, basis));
  }

  private Html quotient(Benchmark benchmark, VintageRow row, Citations citations) {
    return Html.of(
        "<b>{}</b><br/><small>{}{} ÷ {}{}</small><br/><small>{} {}{} ÷ {}{}</small>",
        rates(row.rate(), row.referenceRate(), RateOrigin.COMPUTED),
        model.numeratorText(benchmark, row.numerator()),
        citations.links(count(row)),
        model.denominatorText(benchmark, row.denominator()),
        citations.links(row.denominatorObservationId()),
        reference,
        model.numeratorText(benchmark, row.referenceNumerator()),
        citations.links(referenceCount(row)),
        model.denominatorText(benchmark, row.referenceDenominator()),
        citations.links(row.referenceDenominatorObservationId()));
  }

  /** The caveats of both rows, each once. */
  private static Bilingual caveat(VintageRows.Pair pair) {
    return Phrases.flags(
        Stream.of(pair.before(), pair.after())
            .flatMap(row -> row.flags().stream())
            .filter(flag -> !flag.isHarmless())
            .distinct()
            .sorted()
            .toList());
  }

  private Html asOf() {
    DataTable table =
        table(
            Texts.of("revisions.published-by", hindsight.get(0).asOf()),
            Bilingual.plain("现在", "Now"));
    for (HindsightRow row : shown(hindsight)) {
      Benchmark benchmark = model.benchmarkOrNull(row.benchmark());
      table.row(
          BenchmarkSection.link(model, benchmark, ReportIndex.rateUnit(benchmark)),
          row.year(),
          known(benchmark, row.rateThen(), row.referenceRateThen()),
          orDash(needed(benchmark, row.neededToMatchThen())),
          known(benchmark, row.rateNow(), row.referenceRateNow()),
          orDash(needed(benchmark, row.neededToMatchNow())),
          row.changed() == null
              ? null
              : verdict(
                  row.changed(),
                  verdict(row.sideThen(), row.standingThen()),
                  verdict(row.sideNow(), row.standingNow())),
          Phrases.flags(row.flags().stream().filter(flag -> !flag.isHarmless()).toList()));
    }
    return Html.all(
        Paragraph.lead(
            Texts.of(
                "revisions.of-comparisons-that-could",
                hindsight.get(0).asOf(),
                hindsight.stream().filter(row -> row.rateThen() != null).count(),
                hindsight.stream().filter(row -> Boolean.TRUE.equals(row.changed())).count())),
        table.render(),
        rest(hindsight.size(), "hindsight.csv"));
  }

  private static Html known(Benchmark benchmark, Double rate, Double reference) {
    if (rate == null) {
      return Html.of("{}", Bilingual.plain("没有公布", "not published"));
    }
    RateOrigin basis = benchmark.isComputed() ? RateOrigin.COMPUTED : RateOrigin.PUBLISHED;
    return Html.of(
        "<b>{}</b>", reference == null ? Numbers.rate(rate, basis) : rates(rate, reference, basis));
  }

  private static Bilingual verdict(boolean changed, Bilingual then, Bilingual now) {
    return changed
        ? Texts.of("revisions.changed", then, now)
        : Bilingual.of("没变：{0}", "the same: {0}", now);
  }

  private static Bilingual verdict(Side side, Standing standing) {
    Bilingual where =
        switch (side) {
          case ABOVE -> Bilingual.plain("较高", "higher");
          case BELOW -> Bilingual.plain("较低", "lower");
          case LEVEL -> Bilingual.plain("相近", "close");
        };
    return standing == Standing.NOT_JUDGED || standing == Standing.SIMILAR
        ? where
        : Texts.of("revisions.side-and-standing", where, Phrases.of("standing", standing));
  }

  private static Object orDash(Bilingual text) {
    return text.isEmpty() ? null : text;
  }

  private static DataTable table(Bilingual then, Bilingual now) {
    return new DataTable("then-h", "compared", then, now);
  }

  private Html rest(int all, String file) {
    return all <= rows
        ? Html.EMPTY
        : Paragraph.note(Texts.of("revisions.more-are-in", Numbers.count(all - rows), file));
  }
}
