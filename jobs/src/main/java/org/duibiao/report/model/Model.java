package org.duibiao.report.model;

import java.math.BigDecimal;
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
import java.util.stream.Stream;
import org.duibiao.markup.Clean;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Text;
import org.duibiao.model.Area;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Indicator;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.Unit;
import org.duibiao.report.findings.Comparisons;
import org.duibiao.report.page.Headlines;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.Figure;
import org.duibiao.tables.Source;

/** The input, sorted and looked up: what the page shows of it, under which names and numbers. */
public final class Model {

  /** The benchmark that the page begins with, if there is anything of it. */
  private static final String LEADING = "tertiary_hospitals_per_million";

  /** How much is shown of a name that may be anything. */
  private static final int NAME = 60;

  private final ReportInput input;
  private final Map<String, Area> areas = new HashMap<>();
  private final Map<String, Indicator> indicators = new HashMap<>();
  private final Map<String, Unit> units = new HashMap<>();
  private final Map<String, Benchmark> benchmarks = new LinkedHashMap<>();
  private final Map<String, Figure> figures = new HashMap<>();
  private final Set<String> populations = new HashSet<>();
  private final Sources sources;
  private final List<View> views = new ArrayList<>();
  private final Vintages vintages;
  private final Disagreements disagreements;
  private final References references;
  private final Map<String, CityRows> cities;
  private final Map<String, String> rules = new HashMap<>();

  /** The publications. */
  public static final class Sources {

    private final Map<List<String>, Source> byKey = new HashMap<>();

    private Sources(List<Source> sources) {
      sources.forEach(source -> byKey.put(List.of(source.sourceId(), source.path()), source));
    }

    /** The publication of a figure. */
    public Optional<Source> of(Figure figure) {
      return Optional.ofNullable(byKey.get(List.of(figure.sourceId(), figure.path())));
    }
  }

  public Model(ReportInput input) {
    this.input = input;
    input.areas().forEach(area -> areas.put(area.code(), area));
    areas.putIfAbsent(input.reference().code(), input.reference());
    input.indicators().forEach(indicator -> indicators.put(indicator.id(), indicator));
    input.units().forEach(unit -> units.put(unit.id(), unit));
    input.figures().forEach(figure -> figures.put(figure.observationId(), figure));
    sources = new Sources(input.sources());
    input.benchmarks().stream()
        .sorted(Comparator.comparing(benchmark -> !benchmark.id().equals(LEADING)))
        .forEach(benchmark -> benchmarks.put(benchmark.id(), benchmark));
    for (Benchmark benchmark : benchmarks.values()) {
      if (benchmark.denominator() != null) {
        populations.add(benchmark.denominator().id());
      }
    }

    Map<String, List<BenchmarkRow>> rows = new HashMap<>();
    for (BenchmarkRow row : input.rows()) {
      if (row.referenceCode().equals(input.reference().code())) {
        rows.computeIfAbsent(row.benchmark(), id -> new ArrayList<>()).add(row);
      }
    }
    for (Benchmark benchmark : benchmarks.values()) {
      List<BenchmarkRow> own = rows.get(benchmark.id());
      if (own != null) {
        own.sort(
            Comparator.comparing(BenchmarkRow::cityCode)
                .thenComparing(BenchmarkRow::year)
                .thenComparing(BenchmarkRow::basis));
        views.add(View.of(benchmark, own, input.reference(), this::isCity));
      }
    }

    vintages = new Vintages(input, benchmarks.keySet());
    Set<String> shown = new LinkedHashSet<>();
    views.stream().flatMap(View::observationIds).forEach(shown::add);
    shown.addAll(vintages.shownIds());
    disagreements = new Disagreements(input, figures, shown);
    cities = CityRows.of(input, vintages.all(), disagreements.all());
    input.values().forEach(value -> rules.put(value.observationId(), value.rule()));
    references = new References(common(), figures, sources);
  }

  /** The figures that are referred to whichever city is shown. */
  private Set<String> common() {
    Set<String> common = new LinkedHashSet<>();
    for (View view : views) {
      if (view.year() != null) {
        common.addAll(view.reference().ids());
      }
    }
    views.stream()
        .filter(view -> view.year() != null)
        .findFirst()
        .flatMap(Headlines::farthest)
        .ifPresent(row -> common.addAll(Comparisons.observations(row)));
    common.addAll(vintages.shownIds());
    common.addAll(disagreements.shownIds());
    return common;
  }

  /** Why that figure is the one to use; nothing where there was no choice. */
  public Text rule(String observationId) {
    String rule = rules.get(observationId);
    return rule != null && Phrases.has("chosen", rule) ? Phrases.of("chosen", rule) : Text.EMPTY;
  }

  public ReportInput input() {
    return input;
  }

  public Area reference() {
    return input.reference();
  }

  public Collection<Benchmark> benchmarks() {
    return benchmarks.values();
  }

  /** The benchmarks of which there is something, the leading one first. */
  public List<View> views() {
    return views;
  }

  /** The figures that the page shows. */
  public References references() {
    return references;
  }

  public Sources sources() {
    return sources;
  }

  /** The figures by observation. */
  public Map<String, Figure> figures() {
    return figures;
  }

  /** Comparisons on populations that were revised. */
  public Vintages vintages() {
    return vintages;
  }

  /** What does not agree. */
  public Disagreements disagreements() {
    return disagreements;
  }

  /** The breaks that concern a figure of the page. */
  public List<SeriesBreak> breaks() {
    return input.breaks().stream()
        .filter(
            seriesBreak ->
                references.entries().stream()
                    .map(References.Entry::figure)
                    .anyMatch(f -> seriesBreak.concerns(f.indicator(), f.cityCode())))
        .toList();
  }

  /** The indicators that the page shows figures of, in the catalogue's order. */
  public List<Indicator> shownIndicators() {
    Set<String> shown = new HashSet<>();
    references.entries().forEach(entry -> shown.add(entry.figure().indicator()));
    return input.indicators().stream().filter(i -> shown.contains(i.id())).toList();
  }

  /** The newest day on which a figure was published. */
  public Optional<LocalDate> date() {
    return input.figures().stream()
        .map(Figure::published)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  public Text area(String code) {
    return area(code, NAME, NAME);
  }

  /** An area's name, cut where there is no room for more characters of either language. */
  public Text area(String code, int zh, int en) {
    Area area = areas.get(code);
    return area == null
        ? Text.same(Clean.shortened(code, zh))
        : Text.plain(Clean.shortened(area.zh(), zh), Clean.shortened(area.en(), en));
  }

  /** Whether it is a city, or not known to be none. */
  public boolean isCity(String code) {
    Area area = areas.get(code);
    return area == null || area.isCity();
  }

  public Area areaOrNull(String code) {
    return areas.get(code);
  }

  public Text indicator(String id) {
    Indicator indicator = indicators.get(id);
    return indicator == null ? unknown(id) : Text.plain(indicator.zh(), indicator.en());
  }

  public Indicator indicatorOrNull(String id) {
    return indicators.get(id);
  }

  public Text benchmark(String id) {
    Benchmark benchmark = benchmarks.get(id);
    return benchmark == null ? unknown(id) : Text.plain(benchmark.zh(), benchmark.en());
  }

  public Benchmark benchmarkOrNull(String id) {
    return benchmarks.get(id);
  }

  /** What is known of a city; nothing, if nothing is. */
  public CityRows city(String code) {
    CityRows rows = cities.get(code);
    return rows == null ? CityRows.none(code) : rows;
  }

  /** A benchmark's name, or an indicator's. */
  public Text series(String id) {
    return benchmarks.containsKey(id) ? benchmark(id) : indicator(id);
  }

  /** Whether it is a benchmark, or what one counts or publishes. */
  public boolean isCompared(String id) {
    return benchmarks.values().stream()
        .anyMatch(
            each ->
                each.id().equals(id)
                    || each.numerator() != null && each.numerator().id().equals(id)
                    || each.published() != null && each.published().id().equals(id));
  }

  /** The unit of an indicator. */
  public Text unitOf(String indicator) {
    Indicator known = indicators.get(indicator);
    return known == null ? Text.EMPTY : Text.plain(known.unit().zh(), known.unit().enPlural());
  }

  /** The cities that something is known of, by code. */
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
  public Optional<Benchmark> computing(String indicator) {
    return benchmarks.values().stream()
        .filter(each -> each.isComputed() && each.published() != null)
        .filter(each -> each.published().id().equals(indicator))
        .findFirst();
  }

  /** So much of an indicator, in its unit. */
  public Text amount(String indicator, BigDecimal value) {
    Indicator known = indicators.get(indicator);
    return known == null
        ? Text.same(Numbers.decimal(value, 6))
        : quantity(indicator, value, known.unit());
  }

  /** A figure's value with its unit and bound. */
  public Text value(Figure figure) {
    Unit unit = unit(figure.unit());
    Text value = quantity(figure.indicator(), figure.value(), unit);
    if (figure.valueHigh() != null) {
      value =
          Text.of("{}–{}", "{}–{}", value, quantity(figure.indicator(), figure.valueHigh(), unit));
    }
    return Numbers.bounded(value, figure.bound());
  }

  /** What is counted by a benchmark, with its unit. */
  public Text numerator(Benchmark benchmark, BigDecimal value) {
    return quantity(benchmark.numerator().id(), value, benchmark.numerator().unit());
  }

  /** The residents that a benchmark divides by. */
  public Text denominator(Benchmark benchmark, BigDecimal value) {
    return quantity(benchmark.denominator().id(), value, benchmark.denominator().unit());
  }

  /** How many more would be needed, rounded up. */
  public Text needed(Benchmark benchmark, double needed) {
    return numerator(benchmark, BigDecimal.valueOf(up(needed)));
  }

  /**
   * Rounded up, as no half hospital can be built; what is only the binary fraction's dust is not.
   */
  public static long up(double needed) {
    return (long) Math.ceil(needed - 1e-9);
  }

  /** A benchmark's unit: {@code 家/百万}, {@code hospitals per million}. */
  public static Text rateUnit(Benchmark benchmark) {
    Unit unit = benchmark.unit();
    if (benchmark.isComputed()
        && unit.dimension().equals("proportion")
        && (unit.zh().startsWith("/") || unit.en().startsWith("per "))) {
      Unit counted = benchmark.numerator().unit();
      return Text.plain(counted.zh() + unit.zh(), counted.enPlural() + " " + unit.en());
    }
    return Text.plain(unit.zh(), unit.enPlural());
  }

  /** The unit of a rate of that basis: what is counted is named only where it was counted here. */
  public static Text rateUnit(Benchmark benchmark, String basis) {
    if (basis.equals("published") && benchmark.isComputed()) {
      Unit unit = benchmark.published() == null ? benchmark.unit() : benchmark.published().unit();
      return Text.plain(unit.zh(), unit.enPlural());
    }
    return rateUnit(benchmark);
  }

  /** The unit of a difference of such rates: two percentages are percentage points apart. */
  public static Text differenceUnit(Benchmark benchmark, String basis) {
    Text unit = rateUnit(benchmark, basis);
    return unit.zh().words().equals("%") ? Text.plain("个百分点", "percentage points") : unit;
  }

  /** A rate with its unit. */
  public static Text rate(Benchmark benchmark, double rate, String basis) {
    return Numbers.withUnit(Numbers.rate(rate, basis), rateUnit(benchmark, basis));
  }

  /** Something that can stand in an id and in a link to it. */
  public static String identifier(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
      out.append(plain ? c : '-');
    }
    return out.toString();
  }

  public static List<String> orEmpty(List<String> list) {
    return list == null ? List.of() : list;
  }

  private Text quantity(String indicator, BigDecimal value, Unit unit) {
    return populations.contains(indicator) || indicator.endsWith("_population")
        ? Numbers.population(value, unit)
        : Numbers.quantity(value, unit);
  }

  private static Text unknown(String id) {
    return Text.same(Clean.shortened(id, NAME));
  }

  private Unit unit(String id) {
    Unit unit = units.get(id);
    if (unit != null) {
      return unit;
    }
    String name = Clean.shortened(id, NAME);
    return new Unit(id, name, name, name, id, 1, List.of());
  }
}
