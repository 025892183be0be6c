package org.duibiao.jobs.ingestion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.Function;
import org.duibiao.ingest.sidecar.LandingFile;
import org.duibiao.jobs.benchmarking.Benchmarking;
import org.duibiao.jobs.benchmarking.TaskAggregates;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.jobs.ingestion.FileTask.FileResult;
import org.duibiao.jobs.ingestion.FileTask.Output;
import org.duibiao.model.Area;
import org.duibiao.model.code.FindingKind;
import org.duibiao.tables.CatalogueFile;
import org.duibiao.tables.Finding;
import org.duibiao.tables.IndicatorRow;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.Reading;
import org.duibiao.tables.Source;
import org.duibiao.tables.SourceFile;
import org.duibiao.tables.SourceRecord;
import org.duibiao.warehouse.DataFile;
import org.duibiao.warehouse.ReadingMerger;
import org.duibiao.warehouse.RunJournal;
import org.duibiao.warehouse.Warehouse;

/**
 * From the landing area to bronze and silver. Several tables change, each in a commit of its own;
 * an {@link RunJournal} stands while they do, so that a run that was killed leaves nothing behind
 * that the next one does not put right.
 */
public final class Ingestion {

  private final RunContext run;
  private final FileTask.Scope scope;
  private final LocalDate asOf;
  private final Warehouse warehouse;
  private final TaskAggregates gathered = new TaskAggregates();
  private final Retirement retirement;

  /**
   * What was done.
   *
   * @param filesSeen files in the landing area
   * @param filesNew files that were new or changed
   * @param filesRead files that were read
   * @param files the files as they are now
   * @param normalized the balances as they are now
   * @param findings what a person should look at in the files that were understood now
   * @param orphans sidecars whose file is missing
   * @param taskAggregates what is known already for the choice of values
   */
  public record Result(
      long filesSeen,
      long filesNew,
      long filesRead,
      List<SourceFile> files,
      List<NormalizedFile> normalized,
      List<Finding> findings,
      List<String> orphans,
      TaskAggregates taskAggregates) {

    /** What was made of all files, as it is now. */
    public ReadingCounts counts() {
      return ReadingCounts.of(normalized);
    }
  }

  /**
   * An ingestion that goes as far as the scope says.
   *
   * @param asOf the day that the run is asked for, or null
   * @param retirement a file that is gone for good, or null
   */
  public Ingestion(RunContext run, FileTask.Scope scope, LocalDate asOf, Retirement retirement) {
    this.retirement = retirement;
    this.run = run;
    this.asOf = asOf;
    this.scope = scope;
    this.warehouse = run.warehouse();
  }

  /**
   * The files that lie in the landing area.
   *
   * @throws UsageException if there is no such folder, or Java cannot hold its names
   */
  public static List<LandingFile> landingFiles(RunContext run) throws IOException {
    return IngestionPlan.scan(run).files();
  }

  public Result execute() throws IOException {
    RunJournal intent = new RunJournal(warehouse, run.configuration());
    recover(intent);
    IngestionPlan plan = plan();
    if (retirement != null) {
      warehouse.replace(SourceFile.class, plan.known().rows());
    }
    Map<Boolean, List<PlannedFile>> byBronze =
        plan.files().stream()
            .collect(Collectors.partitioningBy(planned -> planned.inBronze() != null));
    List<PlannedFile> toRead = byBronze.get(false);
    List<PlannedFile> toUnderstand = scope == FileTask.Scope.READ ? List.of() : byBronze.get(true);

    run.status().stage(scope == FileTask.Scope.READ ? "ingest" : "normalize");
    int waiting = toRead.size() + toUnderstand.size();
    run.status().files(0, waiting);
    intent.begin(run.runId());
    List<Output> written = new ArrayList<>(toRead.isEmpty() ? List.of() : read(toRead));
    Set<String> rejected =
        results(written)
            .map(FileResult::sourceFile)
            .filter(SourceFile::isRejected)
            .map(SourceFile::path)
            .collect(Collectors.toSet());
    commitBronze(plan, written, rejected);
    if (!toUnderstand.isEmpty()) {
      written.addAll(normalizeFromBronze(toUnderstand));
    }
    List<SourceFile> files =
        warehouse.read(SourceFile.class).stream().filter(SourceFile::current).toList();
    List<Finding> findings = new ArrayList<>(plan.disappeared());
    List<NormalizedFile> normalized =
        scope == FileTask.Scope.READ
            ? List.copyOf(plan.known().normalized().values())
            : commitSilver(plan, written, plan.closedPaths(rejected), findings);
    deleteStaging(run.runId());
    intent.complete();
    run.status().files(waiting, waiting);
    return new Result(
        plan.area().files().size(),
        plan.newFiles(),
        toRead.size(),
        files,
        normalized,
        findings,
        plan.area().orphans(),
        gathered);
  }

  private static Stream<FileResult> results(List<Output> written) {
    return written.stream().flatMap(task -> task.fileResults().stream());
  }

  private static List<DataFile> dataFiles(
      List<Output> written, java.util.function.Function<Output, List<DataFile>> which) {
    return written.stream().map(which).flatMap(List::stream).toList();
  }

  /** What would be done, without doing it. */
  public void dryRun() throws IOException {
    IngestionPlan plan = plan();
    for (PlannedFile planned : plan.files()) {
      String what = planned.inBronze() == null ? "read" : "normalize again";
      run.console().info("  would %s %s", what, planned.path());
    }
    for (SourceFile row : plan.sourceFileRows()) {
      if (row.isRejected()) {
        run.console().info("  would reject %s (%s): %s", row.path(), row.reason(), row.detail());
      }
    }
    plan.closedPaths(Set.of())
        .forEach(path -> run.console().info("  would close the figures of %s", path));
    plan.disappeared().forEach(finding -> run.console().info("  %s", finding.detail()));
  }

  private IngestionPlan plan() throws IOException {
    IngestionPlan plan = IngestionPlan.of(run, retirement);
    run.console()
        .info(
            "Landing area %s: %d files, %d new or changed, %d as before",
            run.locations().landing(),
            plan.area().files().size(),
            plan.newFiles(),
            plan.unchanged());
    return plan;
  }

  private void recover(RunJournal intent) throws IOException {
    String runId = intent.unfinishedRun().orElse(null);
    if (runId == null) {
      return;
    }
    run.console().info("Run %s was interrupted: removing what it left unfinished", runId);
    if (warehouse.read(SourceFile.class).stream().noneMatch(row -> row.runId().equals(runId))) {
      warehouse.retract(SourceRecord.class, runId);
    }
    if (warehouse.read(NormalizedFile.class).stream().noneMatch(row -> row.runId().equals(runId))) {
      warehouse.retract(Reading.class, runId);
    }
    deleteStaging(runId);
    intent.complete();
  }

  private List<Output> read(List<PlannedFile> works) {
    List<List<PlannedFile>> shares = deal(works, run.tasks().parallelism() * 2);
    FileTask task = new FileTask(run, scope, asOf, counting(works.size()));
    return collect("read " + works.size() + " files", shares, task::read);
  }

  /** Files dealt out so that every share is about as large; the largest first. */
  private static List<List<PlannedFile>> deal(List<PlannedFile> files, int count) {
    long[] bytes = new long[Math.min(count, files.size())];
    List<List<PlannedFile>> shares = new ArrayList<>();
    Arrays.stream(bytes).forEach(none -> shares.add(new ArrayList<>()));
    files.stream()
        .sorted(
            Comparator.comparingLong((PlannedFile planned) -> -planned.file().byteSize())
                .thenComparing(PlannedFile::path))
        .forEach(
            planned -> {
              int least = 0;
              for (int i = 1; i < bytes.length; i++) {
                least = bytes[i] < bytes[least] ? i : least;
              }
              shares.get(least).add(planned);
              bytes[least] += planned.file().byteSize();
            });
    return shares;
  }

  private List<Output> normalizeFromBronze(List<PlannedFile> works) {
    HashMap<String, List<PlannedFile>> byRecords =
        works.stream()
            .collect(
                Collectors.groupingBy(PlannedFile::recordsId, HashMap::new, Collectors.toList()));
    List<DataFile> scans = warehouse.scans(SourceRecord.class);
    FileTask task = new FileTask(run, scope, asOf, counting(works.size()));
    return collect(
        "understand " + works.size() + " files from bronze",
        scans,
        scan -> task.normalize(scan, byRecords));
  }

  /** Tells how many files are done, about a hundred times; executors elsewhere cannot. */
  private Runnable counting(int total) {
    AtomicInteger done = new AtomicInteger();
    return () -> {
      int now = done.incrementAndGet();
      if (now % Math.max(1, total / 100) == 0) {
        run.status().files(now, total);
        run.console().progress(now, total);
      }
    };
  }

  /** What the tasks say, each as it ends: what they gathered is merged and not held apart. */
  private <T> List<Output> collect(String name, List<T> inputs, Function<T, Output> task) {
    Output[] all = new Output[inputs.size()];
    run.tasks()
        .run(
            name,
            inputs,
            task,
            (place, output) -> {
              output.fresh().forEach(file -> gathered.add(file, output.accumulators()));
              all[place] = output.withoutAccumulators();
            });
    return List.of(all);
  }

  private void commitBronze(IngestionPlan plan, List<Output> written, Set<String> rejected) {
    KnownFiles known = plan.known();
    List<SourceFile> rows = new ArrayList<>(plan.sourceFileRows());
    results(written)
        .map(FileResult::sourceFile)
        .map(
            row ->
                rejected.contains(row.path()) && known.paths().contains(row.path())
                    ? row.withDetail(row.detail() + SourceFileRows.KEEPS_FIGURES)
                    : row)
        .forEach(rows::add);
    rows.addAll(plan.keptRows(rejected));
    append(SourceRecord.class, dataFiles(written, Output::records));
    rows.addAll(known.rowsBeside(rows));
    rows.sort(
        Comparator.comparing(SourceFile::path)
            .thenComparing(SourceFile::ingestedAt)
            .thenComparing(SourceFile::fileSha256));
    warehouse.replace(SourceFile.class, rows);
  }

  private void append(Class<? extends Record> table, List<DataFile> files) {
    warehouse.create(table);
    if (!files.isEmpty()) {
      warehouse.append(table, files);
    }
  }

  private List<NormalizedFile> commitSilver(
      IngestionPlan plan, List<Output> written, Set<String> closed, List<Finding> findings) {
    Map<String, NormalizedFile> balances = new TreeMap<>(plan.known().normalized());
    closed.forEach(balances::remove);
    List<Source> sources = new ArrayList<>();
    Set<String> touched = new HashSet<>(closed);
    Set<String> compared = new HashSet<>(closed);
    results(written)
        .filter(outcome -> outcome.normalized() != null)
        .forEach(
            outcome -> {
              touched.add(outcome.normalized().path());
              balances.put(outcome.normalized().path(), outcome.normalized());
              sources.addAll(outcome.sources());
              findings.addAll(outcome.findings());
            });
    plan.files().stream()
        .filter(PlannedFile::mayReplaceReadings)
        .map(PlannedFile::path)
        .filter(touched::contains)
        .forEach(compared::add);
    append(Reading.class, dataFiles(written, Output::fresh));
    if (!compared.isEmpty()) {
      new ReadingMerger(warehouse, compared, plan.replacedOn(), run.now())
          .merge(dataFiles(written, Output::staged));
    }
    warehouse.read(Source.class).stream()
        .filter(source -> !touched.contains(source.path()))
        .forEach(sources::add);
    sources.sort(Comparator.comparing(Source::path).thenComparing(Source::sourceId));
    warehouse.replace(Source.class, sources);
    // Findings about files that were not touched, and about no single file, stay as they are.
    Benchmarking.replaceFindings(
        warehouse,
        finding ->
            !touched.contains(finding.path()) && finding.kind() != FindingKind.SOURCE_DISAPPEARED,
        findings);
    commitCatalogue();
    List<NormalizedFile> now = List.copyOf(balances.values());
    warehouse.replace(NormalizedFile.class, now);
    return now;
  }

  private void commitCatalogue() {
    warehouse.replace(
        Area.class,
        Stream.concat(run.catalogue().areas().stream(), run.catalogue().districts().stream())
            .toList());
    warehouse.replace(
        IndicatorRow.class, run.catalogue().indicators().stream().map(IndicatorRow::of).toList());
    List<CatalogueFile> files = new ArrayList<>(warehouse.read(CatalogueFile.class));
    String sha256 = run.catalogue().sha256();
    if (files.stream().noneMatch(file -> file.catalogueSha256().equals(sha256))) {
      run.catalogueFiles()
          .forEach(
              (name, bytes) ->
                  files.add(
                      new CatalogueFile(sha256, name, new String(bytes, StandardCharsets.UTF_8))));
    }
    warehouse.replace(CatalogueFile.class, files);
  }

  private void deleteStaging(String runId) throws IOException {
    Path staging = new Path(FileTask.staging(warehouse.root(), runId));
    staging.getFileSystem(run.configuration()).delete(staging, true);
  }
}
