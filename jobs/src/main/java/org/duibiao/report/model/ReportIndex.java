package org.duibiao.report.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Sanitizer;
import org.duibiao.model.Area;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Indicator;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.Unit;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.Figure;
import org.duibiao.tables.Source;

/** The input of a report, indexed: what the page shows of it, under which names and numbers. */
public final class ReportIndex {

  /** The most characters that are shown of a name from a source. */
  private static final int NAME = 60;

  private final ReportInput input;
  private final Map<String, Area> areas = new HashMap<>();
  private final Map<String, Indicator> indicators = new HashMap<>();
  private final Map<String, Unit> units = new HashMap<>();
  private final Map<String, Benchmark> benchmarks = new LinkedHashMap<>();
  private final Map<String, Figure> figures = new HashMap<>();
  private final Set<String> populations = new HashSet<>();
  private final Map<List<String>, Source> sources = new HashMap<>();
  private final List<BenchmarkView> views = new ArrayList<>();
  private final VintageRows vintages;
  private final Disagreements disagreements;
  private final Citations citations;
  private final Map<String, CityRows> cities;
  private final Map<String, String> rules = new HashMap<>();

  /**
   * Indexes a release.
   *
   * @param cited the observations that the page cites whichever city is shown, found in the index
   *     while it has no citations yet
   */
  public ReportIndex(ReportInput input, Function<ReportIndex, Set<String>> cited) {
    this.input = input;
    input.areas().forEach(area -> areas.put(area.code(), area));
    areas.putIfAbsent(input.reference().code(), input.reference());
    input.indicators().forEach(indicator -> indicators.put(indicator.id(), indicator));
    input.units().forEach(unit -> units.put(unit.id(), unit));
    input.figures().forEach(figure -> figures.put(figure.observationId(), figure));
    input.sources().forEach(each -> sources.put(List.of(each.sourceId(), each.path()), each));
    input.benchmarks().stream()
        .sorted(Comparator.comparing(benchmark -> !benchmark.leading()))
        .forEach(benchmark -> benchmarks.put(benchmark.id(), benchmark));
    benchmarks.values().stream()
        .map(Benchmark::denominator)
        .filter(Objects::nonNull)
        .forEach(denominator -> populations.add(denominator.id()));
    Map<String, List<BenchmarkRow>> rows =
        input.rows().stream()
            .filter(row -> isReference(row.referenceCode()))
            .sorted(
                Comparator.comparing(BenchmarkRow::cityCode)
                    .thenComparing(BenchmarkRow::year)
                    .thenComparing(BenchmarkRow::basis))
            .collect(Collectors.groupingBy(BenchmarkRow::benchmark));
    benchmarks.values().stream()
        .filter(benchmark -> rows.containsKey(benchmark.id()))
        .map(each -> BenchmarkView.of(each, rows.get(each.id()), input.reference(), this::isCity))
        .forEach(views::add);
    vintages = VintageRows.of(input, List.copyOf(benchmarks.keySet()));
    Set<String> shown = new LinkedHashSet<>();
    views.stream().flatMap(BenchmarkView::observationIds).forEach(shown::add);
    shown.addAll(vintages.shownIds());
    disagreements = Disagreements.of(input, figures, shown);
    cities = CityRows.of(input, vintages.all(), disagreements.all());
    input.values().forEach(value -> rules.put(value.observationId(), value.rule()));
    citations = new Citations(this, null, cited.apply(this));
  }

  /** Why that figure was selected; empty if there was no choice. */
  public Bilingual selectionRule(String observationId) {
    String rule = rules.get(observationId);
    return rule != null && Phrases.has("chosen", rule)
        ? Phrases.of("chosen", rule)
        : Bilingual.EMPTY;
  }

  public ReportInput input() {
    return input;
  }

  public Bilingual referenceName() {
    return areaName(input.reference().code());
  }

  public boolean isReference(String code) {
    return input.reference().code().equals(code);
  }

  public Collection<Benchmark> benchmarks() {
    return benchmarks.values();
  }

  /** The benchmarks that have rows, the leading one first. */
  public List<BenchmarkView> views() {
    return views;
  }

  /** The figures that the page shows. */
  public Citations citations() {
    return citations;
  }

  /** The publication of a figure. */
  public Optional<Source> source(Figure figure) {
    return Optional.ofNullable(sources.get(List.of(figure.sourceId(), figure.path())));
  }

  /** The figures by observation. */
  public Map<String, Figure> figures() {
    return figures;
  }

  /** Comparisons on populations that were revised. */
  public VintageRows vintages() {
    return vintages;
  }

  /** The findings. */
  public Disagreements disagreements() {
    return disagreements;
  }

  /** The breaks that concern a figure of the page. */
  public List<SeriesBreak> breaks() {
    return input.breaks().stream()
        .filter(
            seriesBreak ->
                citations.own().stream()
                    .map(Citations.Citation::figure)
                    .anyMatch(f -> seriesBreak.concerns(f.indicator(), f.cityCode())))
        .toList();
  }

  /** The indicators that the page shows figures of, in the catalogue's order. */
  public List<Indicator> shownIndicators() {
    Set<String> shown = new HashSet<>();
    citations.own().forEach(entry -> shown.add(entry.figure().indicator()));
    return input.indicators().stream().filter(i -> shown.contains(i.id())).toList();
  }

  /** The newest day on which a figure was published. */
  public Optional<LocalDate> newestPublicationDate() {
    return input.figures().stream()
        .map(Figure::published)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  public Bilingual areaName(String code) {
    return areaName(code, NAME, NAME);
  }

  /** An area's name, cut where there is no room for more characters of either language. */
  public Bilingual areaName(String code, int zh, int en) {
    Area area = areas.get(code);
    return area == null
        ? Bilingual.same(Sanitizer.shorten(code, zh))
        : Bilingual.plain(Sanitizer.shorten(area.zh(), zh), Sanitizer.shorten(area.en(), en));
  }

  /** Whether it is a city, or not known to be none. */
  public boolean isCity(String code) {
    Area area = areas.get(code);
    return area == null || area.isCity();
  }

  public Area areaOrNull(String code) {
    return areas.get(code);
  }

  public Bilingual indicatorName(String id) {
    Indicator indicator = indicators.get(id);
    return indicator == null ? unknown(id) : Bilingual.plain(indicator.zh(), indicator.en());
  }

  public Indicator indicatorOrNull(String id) {
    return indicators.get(id);
  }

  public Bilingual benchmarkName(String id) {
    Benchmark benchmark = benchmarks.get(id);
    return benchmark == null ? unknown(id) : Bilingual.plain(benchmark.zh(), benchmark.en());
  }

  public Benchmark benchmarkOrNull(String id) {
    return benchmarks.get(id);
  }

  /** The rows of a city, which may be none. */
  public CityRows city(String code) {
    return cities.getOrDefault(code, CityRows.none(code));
  }

  /** A benchmark's name, or an indicator's. */
  public Bilingual seriesName(String id) {
    return benchmarks.containsKey(id) ? benchmarkName(id) : indicatorName(id);
  }

  /** Whether it is a benchmark, or what one counts or publishes. */
  public boolean isCompared(String id) {
    return benchmarks.containsKey(id)
        || benchmarks.values().stream()
            .flatMap(each -> Stream.of(each.numerator(), each.published()))
            .anyMatch(indicator -> indicator != null && indicator.id().equals(id));
  }

  /** The unit of an indicator. */
  public Bilingual unitOf(String indicator) {
    Indicator known = indicators.get(indicator);
    return known == null
        ? Bilingual.EMPTY
        : Bilingual.plain(known.unit().zh(), known.unit().enPlural());
  }

  /** The cities that have rows, by code. */
  public Collection<CityRows> cities() {
    return cities.values();
  }

  /** The breaks that concern an indicator in a city. */
  public Stream<SeriesBreak> breaks(String indicator, String city) {
    return input.breaks().stream()
        .filter(each -> each.concerns(indicator, city))
        .sorted(Comparator.comparing(SeriesBreak::date).thenComparing(SeriesBreak::id));
  }

  /** The benchmark that computes what an indicator publishes. */
  public Optional<Benchmark> benchmarkPublishedAs(String indicator) {
    return benchmarks.values().stream()
        .filter(each -> each.isComputed() && each.published() != null)
        .filter(each -> each.published().id().equals(indicator))
        .findFirst();
  }

  /** An amount of an indicator, with its unit. */
  public Bilingual amountText(String indicator, BigDecimal value) {
    Indicator known = indicators.get(indicator);
    if (known == null) {
      return Bilingual.same(Numbers.decimal(value, 6));
    }
    Optional<Unit> published =
        benchmarkPublishedAs(indicator).map(each -> unit(each, RateOrigin.PUBLISHED));
    return quantity(indicator, value, published.orElse(known.unit()));
  }

  /** An amount that follows from figures, to the last digit that all of them have. */
  public Bilingual derivedText(String indicator, BigDecimal amount, List<String> observationIds) {
    BigDecimal step =
        observationIds.stream()
            .map(figures::get)
            .filter(Objects::nonNull)
            .map(Figure::unitOfLastDigit)
            .max(Comparator.naturalOrder())
            .orElse(BigDecimal.ZERO);
    BigDecimal exact = amount.setScale(4, RoundingMode.HALF_UP);
    BigDecimal rounded =
        step.signum() == 0
            ? BigDecimal.ZERO
            : exact.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
    return rounded.signum() == 0 || rounded.compareTo(exact) == 0
        ? amountText(indicator, exact)
        : Bilingual.of("约 {}", "about {}", amountText(indicator, rounded));
  }

  /** A figure's value with its unit and bound. */
  public Bilingual valueText(Figure figure) {
    Unit unit = unit(figure.unit());
    Bilingual value = quantity(figure.indicator(), figure.value(), unit);
    if (figure.valueHigh() != null) {
      value =
          Bilingual.both("{}–{}", value, quantity(figure.indicator(), figure.valueHigh(), unit));
    }
    return Phrases.bounded(value, figure.bound());
  }

  /** What is counted by a benchmark, with its unit. */
  public Bilingual numeratorText(Benchmark benchmark, BigDecimal value) {
    return quantity(benchmark.numerator().id(), value, benchmark.numerator().unit());
  }

  /** The residents that a benchmark divides by. */
  public Bilingual denominatorText(Benchmark benchmark, BigDecimal value) {
    return quantity(benchmark.denominator().id(), value, benchmark.denominator().unit());
  }

  /** How many more would be needed, rounded up. */
  public Bilingual neededText(Benchmark benchmark, double needed) {
    return numeratorText(benchmark, BigDecimal.valueOf(roundedUp(needed)));
  }

  /**
   * Rounded up, as half a hospital cannot be built; a rounding error of binary fractions is not
   * rounded up.
   */
  public static long roundedUp(double needed) {
    return (long) Math.ceil(needed - 1e-9);
  }

  /** A benchmark's unit: {@code 家/百万}, {@code hospitals per million}. */
  public static Bilingual rateUnit(Benchmark benchmark) {
    return rateUnit(benchmark, RateOrigin.COMPUTED);
  }

  /** The unit of a rate of that basis. */
  public static Bilingual rateUnit(Benchmark benchmark, RateOrigin basis) {
    Unit unit = unit(benchmark, basis);
    return Bilingual.plain(unit.zh(), unit.enPlural());
  }

  /** The unit with what is counted, and of births what it is a rate of. */
  private static Unit unit(Benchmark benchmark, RateOrigin basis) {
    boolean published = basis == RateOrigin.PUBLISHED && benchmark.published() != null;
    Unit unit = published ? benchmark.published().unit() : benchmark.unit();
    if (!benchmark.isComputed() || !unit.dimension().equals("proportion")) {
      return unit;
    }
    Unit counted = benchmark.numerator().unit();
    boolean isPer = unit.zh().startsWith("/") || unit.en().startsWith("per ");
    String zh = isPer ? counted.zh() + unit.zh() : unit.zh();
    String en = isPer ? counted.enPlural() + " " + unit.en() : unit.enPlural();
    if (Phrases.has("per", benchmark.denominator().id())) {
      Bilingual per = Phrases.of("per", benchmark.denominator().id());
      zh += isPer ? per.zh() : "（每千" + per.zh() + "）";
      en += (isPer ? " " : " of ") + per.en();
    }
    return new Unit(unit.id(), zh, en, en, unit.dimension(), unit.per(), unit.forms(), null);
  }

  /** The unit of a difference of such rates: two percentages are percentage points apart. */
  private static Bilingual differenceUnit(Benchmark benchmark, RateOrigin basis) {
    Bilingual unit = rateUnit(benchmark, basis);
    return unit.zh().plainText().equals("%") ? Bilingual.plain("个百分点", "percentage points") : unit;
  }

  /** How far a rate is from another, without its sign, to the decimals of the two. */
  public static Bilingual differenceText(
      Benchmark benchmark, double difference, double from, RateOrigin basis) {
    return Numbers.withUnit(
        Numbers.absoluteDifference(difference, from, basis), differenceUnit(benchmark, basis));
  }

  /** A rate with its unit. */
  public static Bilingual rateText(Benchmark benchmark, double rate, RateOrigin basis) {
    return Numbers.withUnit(Numbers.rate(rate, basis), rateUnit(benchmark, basis));
  }

  /** The text with only characters that an id and a link to it can hold. */
  public static String htmlId(String text) {
    return text.replaceAll("[^A-Za-z0-9_]", "-");
  }

  private Bilingual quantity(String indicator, BigDecimal value, Unit unit) {
    return populations.contains(indicator) || indicator.endsWith("_population")
        ? Numbers.population(value, unit)
        : Numbers.quantity(value, unit);
  }

  private static Bilingual unknown(String id) {
    return Bilingual.same(Sanitizer.shorten(id, NAME));
  }

  private Unit unit(String id) {
    String name = Sanitizer.shorten(id, NAME);
    return units.getOrDefault(id, new Unit(id, name, name, name, id, 1, List.of(), null));
  }
}
