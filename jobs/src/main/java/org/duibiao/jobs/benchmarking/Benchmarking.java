package org.duibiao.jobs.benchmarking;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.util.SerializableConfiguration;
import org.duibiao.benchmark.check.FigureGates;
import org.duibiao.benchmark.check.FigureGates.CheckedValues;
import org.duibiao.benchmark.comparison.BenchmarkTable;
import org.duibiao.benchmark.comparison.HindsightTable;
import org.duibiao.benchmark.progress.CoverageTable;
import org.duibiao.benchmark.progress.TargetTable;
import org.duibiao.benchmark.progress.TrendTable;
import org.duibiao.benchmark.selection.FigureAccumulators;
import org.duibiao.benchmark.selection.SelectedValues;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.jobs.context.ComputingOptions;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.model.Area;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Indicator;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.FindingKind;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.CoverageRow;
import org.duibiao.tables.Figure;
import org.duibiao.tables.Finding;
import org.duibiao.tables.HindsightRow;
import org.duibiao.tables.IndicatorValue;
import org.duibiao.tables.Reading;
import org.duibiao.tables.TargetRow;
import org.duibiao.tables.TrendRow;
import org.duibiao.tables.VintageRow;
import org.duibiao.warehouse.DataFile;
import org.duibiao.warehouse.Warehouse;

/**
 * From silver to gold: the value to use, the rates, what was promised and what came. What every
 * partition of the observations says is gathered here; from there on the data is small by nature
 * (cities × indicators × years).
 */
public final class Benchmarking {

  private final RunContext run;
  private final ComputingOptions options;
  private final Warehouse warehouse;
  private final TaskAggregates taskAggregates;

  /**
   * Checks what is asked for.
   *
   * @throws UsageException if it cannot be computed
   */
  public Benchmarking(RunContext run, ComputingOptions options, TaskAggregates gathered) {
    this.run = run;
    this.options = options;
    this.taskAggregates = gathered;
    this.warehouse = run.warehouse();
    String asked = options.reference();
    if (!BenchmarkTable.AGGREGATE_REFERENCES.contains(asked)
        && run.catalogue().areaByCode(asked).isEmpty()) {
      throw new UsageException(
          "--reference %s is neither median nor best nor the code of an area: see silver.cities",
          asked);
    }
    if (warehouse.version(Reading.class).isEmpty()) {
      throw new UsageException(
          "There is nothing to compare in %s: `./duibiao run` reads files first", warehouse.root());
    }
  }

  /** Computes and writes the gold tables. */
  public void execute() {
    Catalogue catalogue = run.catalogue();
    List<Benchmark> benchmarks = catalogue.benchmarks();
    LocalDate asOf = options.asOf();
    FigureAccumulators gathering = accumulate(asOf);
    CheckedValues checked = choose(gathering);
    SelectedValues choices = checked.values();
    // What follows from the choices alone is computed beside the comparisons.
    ForkJoinTask<List<TrendRow>> trends =
        ForkJoinPool.commonPool()
            .submit(() -> TrendTable.compute(benchmarks, catalogue.indicators(), choices));
    BenchmarkTable.Result result = compare(choices);
    List<HindsightRow> hindsight =
        asOf == null
            ? List.of()
            : HindsightTable.compute(
                asOf, result.rows(), compare(choose(accumulate(null)).values()).rows());
    List<TargetRow> targets =
        TargetTable.compute(catalogue.indicators(), benchmarks, gathering.targets(), choices);
    List<CoverageRow> coverage = CoverageTable.compute(benchmarks, choices);
    List<Figure> figures = referencedFigures(gathering, checked, result.vintages(), targets);
    // Readers see the tables of a release, so the order in which they are written does not count.
    Stream.<Runnable>of(
            () -> warehouse.replace(Figure.class, figures),
            () -> warehouse.replace(CoverageRow.class, coverage),
            () -> warehouse.replace(BenchmarkRow.class, result.rows()),
            () -> warehouse.replace(IndicatorValue.class, choices.values()),
            () -> warehouse.replace(VintageRow.class, result.vintages()),
            () -> warehouse.replace(HindsightRow.class, hindsight),
            () -> warehouse.replace(TargetRow.class, targets),
            () -> warehouse.replace(TrendRow.class, trends.join()))
        .parallel()
        .forEach(Runnable::run);
    // What was found in single files stays true.
    replaceFindings(warehouse, finding -> finding.path() != null, checked.findings());
  }

  /** Two figures of one file that contradict each other are both doubted. */
  private CheckedValues choose(FigureAccumulators gathered) {
    Catalogue catalogue = run.catalogue();
    Set<String> contradicted =
        warehouse.read(Finding.class).stream()
            .filter(finding -> finding.kind() == FindingKind.ROWS_CONTRADICT)
            .flatMap(finding -> finding.observationIds().stream())
            .collect(Collectors.toSet());
    FigureGates.Rules rules =
        new FigureGates.Rules(
            catalogue.indicators(), catalogue.sums(), catalogue.benchmarks(), ranked());
    return FigureGates.choose(gathered.values(), rules, contradicted, run.runId());
  }

  private BenchmarkTable.Result compare(SelectedValues choices) {
    String reference = options.reference();
    BenchmarkTable.Result result =
        BenchmarkTable.compute(run.catalogue().benchmarks(), choices, ranked(), reference);
    Set<String> asked = new HashSet<>(options.cities());
    asked.add(reference);
    return new BenchmarkTable.Result(
        result.rows().stream()
            .filter(row -> options.cities().isEmpty() || asked.contains(row.cityCode()))
            .toList(),
        result.vintages());
  }

  private Set<String> ranked() {
    return run.catalogue().areas().stream()
        .filter(Area::isCity)
        .map(Area::code)
        .collect(Collectors.toSet());
  }

  private FigureAccumulators accumulate(LocalDate asOf) {
    List<DataFile> all = warehouse.scans(Reading.class);
    // What the tasks gathered as they wrote is of the day that the run was asked for.
    boolean asked = Objects.equals(asOf, options.asOf());
    Optional<FigureAccumulators> known = asked ? taskAggregates.ifCurrent(all) : Optional.empty();
    List<DataFile> scans = known.isPresent() ? taskAggregates.filesToRead(all) : all;
    List<SeriesBreak> breaks = run.catalogue().seriesBreaks();
    List<Indicator> indicators = run.catalogue().indicators();
    SerializableConfiguration configuration = new SerializableConfiguration(run.configuration());
    return Stream.concat(
            run
                .tasks()
                .shared(
                    "choose the values to use",
                    scans,
                    share -> {
                      FigureAccumulators gathered = FigureAccumulators.of(breaks, indicators);
                      share.forEach(
                          scan ->
                              scan.forEach(
                                  Reading.class,
                                  FigureAccumulators.COLUMNS,
                                  configuration.value(),
                                  row -> gathered.add(row, asOf)));
                      return gathered;
                    })
                .stream(),
            known.stream())
        .reduce(FigureAccumulators::merge)
        .orElseGet(() -> FigureAccumulators.of(breaks, indicators));
  }

  /**
   * The figures behind the gold rows: every value to use, and with it all rates, trends and what is
   * covered; the populations of each vintage; what was promised and what came; what disagrees.
   */
  private static List<Figure> referencedFigures(
      FigureAccumulators gathering,
      CheckedValues checked,
      List<VintageRow> vintages,
      List<TargetRow> targets) {
    Set<String> ids = new HashSet<>();
    SelectedValues choices = checked.values();
    choices.values().forEach(value -> ids.add(value.observationId()));
    for (VintageRow row : vintages) {
      ids.add(row.denominatorObservationId());
      ids.add(row.referenceDenominatorObservationId());
      ids.add(row.earlierDenominatorObservationId());
      ids.add(row.referenceEarlierDenominatorObservationId());
    }
    for (TargetRow row : targets) {
      ids.add(row.observationId());
      ids.add(row.latestObservationId());
      ids.add(row.baseObservationId());
    }
    checked.findings().forEach(finding -> ids.addAll(finding.observationIds()));
    Map<String, Figure> used = new TreeMap<>();
    Stream.concat(
            choices.figures().values().stream(), gathering.targets().figures().values().stream())
        .filter(figure -> ids.contains(figure.observationId()))
        .forEach(figure -> used.putIfAbsent(figure.observationId(), figure));
    return List.copyOf(used.values());
  }

  /**
   * Makes these the findings of a warehouse, beside those that stay; one that was found before
   * keeps the run that found it.
   *
   * @param stays which of those that are there stay
   */
  public static void replaceFindings(
      Warehouse warehouse, Predicate<Finding> stays, List<Finding> found) {
    Map<String, Finding> earlier = new HashMap<>();
    warehouse.read(Finding.class).forEach(each -> earlier.put(each.findingId(), each));
    Map<String, Finding> all = new TreeMap<>(earlier);
    all.values().removeIf(stays.negate());
    for (Finding finding : found) {
      all.put(finding.findingId(), earlier.getOrDefault(finding.findingId(), finding));
    }
    warehouse.replace(Finding.class, List.copyOf(all.values()));
  }
}
