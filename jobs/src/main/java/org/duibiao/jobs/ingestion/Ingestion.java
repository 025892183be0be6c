package org.duibiao.jobs.ingestion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.duibiao.ingest.sidecar.LandingArea;
import org.duibiao.jobs.benchmarking.Gathered;
import org.duibiao.jobs.context.Progress;
import org.duibiao.jobs.context.Stage;
import org.duibiao.tables.CatalogueFile;
import org.duibiao.tables.CityRow;
import org.duibiao.tables.Finding;
import org.duibiao.tables.IndicatorRow;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.Reading;
import org.duibiao.tables.Source;
import org.duibiao.tables.SourceFile;
import org.duibiao.tables.SourceRecord;
import org.duibiao.warehouse.DataFile;
import org.duibiao.warehouse.DataScan;
import org.duibiao.warehouse.Intent;
import org.duibiao.warehouse.Readings;
import org.duibiao.warehouse.Warehouse;

/**
 * From the landing area to bronze and silver. Several tables change, each in a commit of its own;
 * an {@link Intent} stands while they do, so that a run that was killed leaves nothing behind that
 * the next one does not put right.
 */
public final class Ingestion {

  private static final String JOB_GROUP = "duibiao";

  private final Stage stage;
  private final FileTask.Scope scope;
  private final Warehouse warehouse;

  /**
   * What was done.
   *
   * @param filesSeen files in the landing area
   * @param filesNew files that were new or changed
   * @param filesRead files that were read
   * @param filesNormalized files that were understood, new or anew
   * @param files the files as they are now
   * @param normalized the balances as they are now
   * @param findings what a person should look at in the files that were understood now
   * @param orphans sidecars whose file is missing
   * @param gathered what is known already for the choice of values
   */
  public record Result(
      long filesSeen,
      long filesNew,
      long filesRead,
      long filesNormalized,
      List<SourceFile> files,
      List<NormalizedFile> normalized,
      List<Finding> findings,
      List<String> orphans,
      Gathered gathered) {

    public long observations() {
      return normalized.stream().mapToLong(NormalizedFile::observations).sum();
    }

    public long candidates() {
      return normalized.stream().mapToLong(NormalizedFile::candidates).sum();
    }

    public long rejects() {
      return normalized.stream().mapToLong(file -> file.rejected() + file.ignored()).sum();
    }
  }

  public Ingestion(Stage stage, FileTask.Scope scope) {
    this.stage = stage;
    this.scope = scope;
    this.warehouse = stage.warehouse();
  }

  public Result execute() throws IOException {
    Intent intent = new Intent(warehouse.root(), stage.configuration());
    recover(intent);
    LandingArea area = LandingArea.scan(stage.settings().landing(), stage.configuration());
    List<SourceFile> known = warehouse.read(SourceFile.class);
    List<NormalizedFile> normalized = warehouse.read(NormalizedFile.class);
    Plan plan = Plan.of(area, known, normalized, stage);
    describe(area, plan);

    List<FileWork> toRead =
        plan.works().stream().filter(w -> w.from() == FileWork.From.LANDING).toList();
    List<FileWork> toUnderstand =
        scope == FileTask.Scope.READ
            ? List.of()
            : plan.works().stream().filter(w -> w.from() == FileWork.From.BRONZE).toList();

    stage.status().stage(scope == FileTask.Scope.READ ? "ingest" : "normalize");
    int waiting = toRead.size() + toUnderstand.size();
    stage.status().files(0, waiting);
    intent.declare(stage.runId());
    List<FileWork.Written> written = new ArrayList<>();
    if (!toRead.isEmpty()) {
      written.addAll(read(toRead));
    }
    commitBronze(plan, known, written);
    if (!toUnderstand.isEmpty()) {
      written.addAll(understand(toUnderstand));
    }
    List<SourceFile> files =
        warehouse.read(SourceFile.class).stream().filter(SourceFile::current).toList();
    List<Finding> findings = new ArrayList<>();
    if (scope != FileTask.Scope.READ) {
      normalized = commitSilver(plan, written, normalized, findings);
    }
    deleteStaging();
    intent.fulfil();
    stage.status().files(waiting, waiting);
    return new Result(
        area.files().size(),
        plan.newFiles(),
        toRead.size(),
        written.stream()
            .flatMap(task -> task.outcomes().stream())
            .filter(outcome -> outcome.normalized() != null)
            .count(),
        files,
        normalized,
        findings,
        area.orphans(),
        gathered(written));
  }

  private static Gathered gathered(List<FileWork.Written> written) {
    Gathered gathered = new Gathered();
    for (FileWork.Written task : written) {
      if (task.fresh() != null && task.gathered() != null) {
        gathered.add(task.fresh(), task.gathered());
      }
    }
    return gathered;
  }

  /** What would be done, without doing it. */
  public void describeOnly() throws IOException {
    LandingArea area = LandingArea.scan(stage.settings().landing(), stage.configuration());
    Plan plan =
        Plan.of(
            area, warehouse.read(SourceFile.class), warehouse.read(NormalizedFile.class), stage);
    describe(area, plan);
    for (FileWork work : plan.works()) {
      stage
          .console()
          .say(
              "  would "
                  + (work.from() == FileWork.From.LANDING ? "read " : "understand anew ")
                  + work.file().path());
    }
    for (SourceFile row : plan.rows()) {
      if (row.status().equals(Sources.REJECTED)) {
        stage
            .console()
            .say("  would reject " + row.path() + " (" + row.reason() + "): " + row.detail());
      }
    }
    plan.gone().stream()
        .sorted()
        .forEach(path -> stage.console().say("  would close the figures of " + path));
  }

  private void describe(LandingArea area, Plan plan) {
    stage
        .console()
        .say(
            "Landing area "
                + stage.settings().landing()
                + ": "
                + area.files().size()
                + " files, "
                + plan.newFiles()
                + " new or changed, "
                + plan.unchanged()
                + " as before");
  }

  private void recover(Intent intent) throws IOException {
    String runId = intent.runId().orElse(null);
    if (runId == null) {
      return;
    }
    stage.console().say("Run " + runId + " was cut short: putting right what it left half done");
    boolean readCompleted =
        warehouse.read(SourceFile.class).stream().anyMatch(row -> row.runId().equals(runId));
    if (!readCompleted) {
      warehouse.retract(SourceRecord.class, runId);
    }
    boolean normalizedCompleted =
        warehouse.read(NormalizedFile.class).stream().anyMatch(row -> row.runId().equals(runId));
    if (!normalizedCompleted) {
      warehouse.retract(Reading.class, runId);
    }
    Path staging = new Path(FileTask.staging(warehouse.root(), runId));
    staging.getFileSystem(stage.configuration()).delete(staging, true);
    intent.fulfil();
  }

  private JavaSparkContext context(String what) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(stage.spark().sparkContext());
    context.setJobGroup(JOB_GROUP, what);
    return context;
  }

  private List<FileWork.Written> read(List<FileWork> works) {
    JavaSparkContext context = context("read " + works.size() + " files");
    List<List<FileWork>> shares = shares(works, context.defaultParallelism() * 2);
    FileTask task = new FileTask(stage, scope);
    try (Progress progress = Progress.of(stage.console(), context, "reading files")) {
      return context.parallelize(shares, shares.size()).map(task::read).collect();
    }
  }

  /** Files dealt out so that every share is about as large; the largest first. */
  private static List<List<FileWork>> shares(List<FileWork> works, int count) {
    PriorityQueue<Share> smallestFirst =
        new PriorityQueue<>(
            Comparator.comparingLong((Share s) -> s.bytes).thenComparingInt(s -> s.number));
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < Math.min(count, works.size()); i++) {
      shares.add(new Share(i));
    }
    smallestFirst.addAll(shares);
    works.stream()
        .sorted(
            Comparator.comparingLong((FileWork w) -> -w.file().byteSize())
                .thenComparing(w -> w.file().path()))
        .forEach(
            work -> {
              Share share = smallestFirst.remove();
              share.works.add(work);
              share.bytes += work.file().byteSize();
              smallestFirst.add(share);
            });
    List<List<FileWork>> dealt = new ArrayList<>();
    shares.forEach(share -> dealt.add(share.works));
    return dealt;
  }

  private static final class Share {
    private final int number;
    private final List<FileWork> works = new ArrayList<>();
    private long bytes;

    private Share(int number) {
      this.number = number;
    }
  }

  private List<FileWork.Written> understand(List<FileWork> works) {
    JavaSparkContext context = context("understand " + works.size() + " files from bronze");
    HashMap<String, List<FileWork>> byRecords = new HashMap<>();
    for (FileWork work : works) {
      byRecords.computeIfAbsent(work.recordsId(), id -> new ArrayList<>()).add(work);
    }
    List<DataScan> scans = warehouse.scans(SourceRecord.class);
    FileTask task = new FileTask(stage, scope);
    try (Progress progress = Progress.of(stage.console(), context, "understanding records")) {
      return context
          .parallelize(scans, Math.max(1, scans.size()))
          .map(scan -> task.normalize(scan, byRecords))
          .collect();
    }
  }

  private void commitBronze(Plan plan, List<SourceFile> known, List<FileWork.Written> written) {
    List<DataFile> records = new ArrayList<>();
    List<SourceFile> rows = new ArrayList<>(plan.rows());
    for (FileWork.Written task : written) {
      if (task.records() != null) {
        records.add(task.records());
      }
      task.outcomes().forEach(outcome -> rows.add(outcome.sourceFile()));
    }
    warehouse.create(SourceRecord.class);
    if (!records.isEmpty()) {
      warehouse.append(SourceRecord.class, records);
    }
    record Key(String path, String file, String sidecar) {}
    Set<Key> current = new HashSet<>();
    for (SourceFile row : rows) {
      current.add(new Key(row.path(), row.fileSha256(), row.sidecarSha256()));
    }
    for (SourceFile row : known) {
      if (!current.contains(new Key(row.path(), row.fileSha256(), row.sidecarSha256()))) {
        rows.add(row.current() ? Sources.past(row) : row);
      }
    }
    rows.sort(
        Comparator.comparing(SourceFile::path)
            .thenComparing(SourceFile::ingestedAt)
            .thenComparing(SourceFile::fileSha256));
    warehouse.replace(SourceFile.class, rows);
  }

  private List<NormalizedFile> commitSilver(
      Plan plan,
      List<FileWork.Written> written,
      List<NormalizedFile> normalized,
      List<Finding> findings) {
    Map<String, NormalizedFile> balances = new TreeMap<>();
    normalized.forEach(file -> balances.put(file.path(), file));
    plan.gone().forEach(balances::remove);
    List<DataFile> fresh = new ArrayList<>();
    List<DataFile> staged = new ArrayList<>();
    List<Source> sources = new ArrayList<>();
    Set<String> touched = new HashSet<>(plan.gone());
    Set<String> compared = new HashSet<>(plan.gone());
    for (FileWork.Written task : written) {
      if (task.fresh() != null) {
        fresh.add(task.fresh());
      }
      if (task.staged() != null) {
        staged.add(task.staged());
      }
      for (FileWork.Outcome outcome : task.outcomes()) {
        if (outcome.normalized() != null) {
          touched.add(outcome.normalized().path());
          balances.put(outcome.normalized().path(), outcome.normalized());
          sources.addAll(outcome.sources());
          findings.addAll(outcome.findings());
        }
      }
    }
    for (FileWork work : plan.works()) {
      if (work.replaces() && balances.containsKey(work.file().path())) {
        compared.add(work.file().path());
      }
    }
    // A file that was read before and is rejected now holds nothing any more.
    for (FileWork.Written task : written) {
      for (FileWork.Outcome outcome : task.outcomes()) {
        if (outcome.normalized() == null && balances.remove(outcome.sourceFile().path()) != null) {
          touched.add(outcome.sourceFile().path());
          compared.add(outcome.sourceFile().path());
        }
      }
    }

    warehouse.create(Reading.class);
    if (!fresh.isEmpty()) {
      warehouse.append(Reading.class, fresh);
    }
    if (!compared.isEmpty()) {
      new Readings(warehouse, stage.spark())
          .merge(staged, compared, plan.replacedOn(), stage.now());
    }
    warehouse.read(Source.class).stream()
        .filter(source -> !touched.contains(source.path()))
        .forEach(sources::add);
    sources.sort(Comparator.comparing(Source::path).thenComparing(Source::sourceId));
    warehouse.replace(Source.class, sources);
    commitFindings(touched, findings);
    commitCatalogue();
    List<NormalizedFile> now = List.copyOf(balances.values());
    warehouse.replace(NormalizedFile.class, now);
    return now;
  }

  /** Findings about files that were not touched, and about no single file, stay as they are. */
  private void commitFindings(Set<String> touched, List<Finding> found) {
    Map<String, Finding> earlier = new HashMap<>();
    Map<String, Finding> all = new TreeMap<>();
    for (Finding finding : warehouse.read(Finding.class)) {
      earlier.put(finding.findingId(), finding);
      if (finding.path() == null || !touched.contains(finding.path())) {
        all.put(finding.findingId(), finding);
      }
    }
    for (Finding finding : found) {
      all.put(finding.findingId(), earlier.getOrDefault(finding.findingId(), finding));
    }
    warehouse.replace(Finding.class, List.copyOf(all.values()));
  }

  private void commitCatalogue() {
    warehouse.replace(
        CityRow.class,
        Stream.concat(stage.catalogue().areas().stream(), stage.catalogue().districts().stream())
            .map(CityRow::of)
            .toList());
    warehouse.replace(
        IndicatorRow.class, stage.catalogue().indicators().stream().map(IndicatorRow::of).toList());
    List<CatalogueFile> files = new ArrayList<>(warehouse.read(CatalogueFile.class));
    String sha256 = stage.catalogue().sha256();
    if (files.stream().noneMatch(file -> file.catalogueSha256().equals(sha256))) {
      stage
          .catalogueFiles()
          .forEach(
              (name, bytes) ->
                  files.add(
                      new CatalogueFile(sha256, name, new String(bytes, StandardCharsets.UTF_8))));
    }
    warehouse.replace(CatalogueFile.class, files);
  }

  private void deleteStaging() throws IOException {
    Path staging = new Path(FileTask.staging(warehouse.root(), stage.runId()));
    staging.getFileSystem(stage.configuration()).delete(staging, true);
  }
}
