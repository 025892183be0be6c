package org.duibiao.jobs.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.jobs.context.Version;
import org.duibiao.jobs.ingestion.ReadingCounts;
import org.duibiao.model.Area;
import org.duibiao.model.Digest;
import org.duibiao.report.Report;
import org.duibiao.report.model.ReleaseChanges;
import org.duibiao.report.model.ReportInput;
import org.duibiao.report.model.ReportInputBuilder;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.CatalogueFile;
import org.duibiao.tables.CoverageRow;
import org.duibiao.tables.Figure;
import org.duibiao.tables.Finding;
import org.duibiao.tables.HindsightRow;
import org.duibiao.tables.IndicatorValue;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.Release;
import org.duibiao.tables.Source;
import org.duibiao.tables.SourceFile;
import org.duibiao.tables.TargetRow;
import org.duibiao.tables.TrendRow;
import org.duibiao.tables.VintageRow;
import org.duibiao.warehouse.Releases;
import org.duibiao.warehouse.Warehouse;

/** From a release to its report: only what the release names is read, as it was then. */
public final class Reporting {

  private final RunContext run;
  private final Warehouse warehouse;
  private ReportInput kept;

  public Reporting(RunContext run) {
    this.run = run;
    this.warehouse = run.warehouse();
  }

  /**
   * Writes the report of a release: the current one's under that name, others under their id.
   *
   * @param cities the codes of the cities that come first; empty for all as they are
   * @return the page's path
   */
  public String execute(Release release, List<String> cities) throws IOException {
    boolean current = Releases.CURRENT.equals(release.label());
    return executeUnder(current ? Releases.CURRENT : release.releaseId(), release, cities);
  }

  /** Writes the report of a release into the folder of that name; returns the page's path. */
  public String executeUnder(String name, Release release, List<String> cities) throws IOException {
    Path folder = new Path(run.locations().reports(), name);
    Path page = new Path(folder, "index.html");
    FileSystem system = folder.getFileSystem(run.configuration());
    ReportStamp stamp =
        new ReportStamp(system, folder, Digest.id(Version.current(), release.releaseId(), cities));
    if (stamp.fits()) {
      return page.toString();
    }
    ReportInput input =
        kept != null && kept.releaseId().equals(release.releaseId())
            ? kept
            : input(release, Releases.of(warehouse).before(release));
    for (String code : cities) {
      if (!Report.knows(input, code)) {
        throw new UsageException(
            "--city %s: release %s knows no city of that code: see silver.cities and"
                + " gold.benchmarks",
            code, input.releaseId());
      }
    }
    Map<String, byte[]> files = Report.files(input, cities);
    // No hidden checksum beside each file: a report is for people's file managers.
    system.setWriteChecksum(false);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      writeIfChanged(system, new Path(folder, file.getKey()), file.getValue());
    }
    stamp.write();
    return page.toString();
  }

  /** Writes a file unless it has those bytes already. */
  public static void writeIfChanged(FileSystem system, Path path, byte[] bytes) throws IOException {
    boolean same =
        system.exists(path)
            && system.getFileStatus(path).getLen() == bytes.length
            && Arrays.equals(RunContext.bytes(system, path), bytes);
    if (!same) {
      try (OutputStream out = system.create(path, true)) {
        out.write(bytes);
      }
    }
  }

  /** Keeps what was read of a release for its report. */
  void keep(ReportInput input) {
    kept = input;
  }

  /** What the report of a release shows, compared with the release before. */
  ReportInput input(Release release, Optional<Release> before) {
    Catalogue catalogue = catalogue(release);
    Area reference =
        catalogue
            .areaByCode(release.referenceCode())
            .orElseGet(() -> Report.reference(release.referenceCode()));
    return ReportInputBuilder.builder()
        .releaseId(release.releaseId())
        .asOf(release.asOf())
        .reference(reference)
        .areas(Stream.concat(catalogue.areas().stream(), catalogue.districts().stream()).toList())
        .indicators(catalogue.indicators())
        .units(catalogue.units())
        .benchmarks(catalogue.benchmarks())
        .breaks(catalogue.seriesBreaks())
        .rows(warehouse.read(BenchmarkRow.class, release))
        .vintages(warehouse.read(VintageRow.class, release))
        .values(warehouse.read(IndicatorValue.class, release))
        .figures(warehouse.read(Figure.class, release))
        .sources(warehouse.read(Source.class, release))
        .findings(warehouse.read(Finding.class, release))
        .counts(counts(release))
        .trends(warehouse.read(TrendRow.class, release))
        .targets(warehouse.read(TargetRow.class, release))
        .coverage(warehouse.read(CoverageRow.class, release))
        .hindsight(warehouse.read(HindsightRow.class, release))
        .review(SkippedValues.of(warehouse, run.configuration(), release))
        .changes(changes(before, release))
        .build();
  }

  /** From one release to a later one; empty if there was none before. */
  ReleaseChanges changes(Optional<Release> before, Release release) {
    return before
        .map(earlier -> ReleaseChanges.between(state(earlier), state(release)))
        .orElse(ReleaseChanges.NONE);
  }

  private ReleaseChanges.ReleaseState state(Release release) {
    return new ReleaseChanges.ReleaseState(
        release.releaseId(),
        release.catalogueSha256(),
        warehouse.read(IndicatorValue.class, release),
        warehouse.read(Figure.class, release),
        warehouse.read(BenchmarkRow.class, release),
        warehouse.read(Source.class, release));
  }

  private ReportInput.Counts counts(Release release) {
    Set<String> paths = new HashSet<>();
    List<NormalizedFile> normalized = warehouse.read(NormalizedFile.class, release);
    normalized.forEach(file -> paths.add(file.path()));
    List<String> rejectedFiles =
        warehouse.read(SourceFile.class, release).stream()
            .filter(file -> file.current() && file.isRejected())
            .map(SourceFile::path)
            .toList();
    paths.addAll(rejectedFiles); // One that is rejected now may hold figures from before.
    ReadingCounts counts = ReadingCounts.of(normalized);
    return new ReportInput.Counts(
        paths.size(),
        rejectedFiles.size(),
        counts.observations(),
        counts.candidates(),
        counts.rejected(),
        counts.ignored());
  }

  private Catalogue catalogue(Release release) {
    if (release.catalogueSha256().equals(run.catalogue().sha256())) {
      return run.catalogue();
    }
    Map<String, byte[]> files = new TreeMap<>();
    for (CatalogueFile file : warehouse.read(CatalogueFile.class, release)) {
      if (file.catalogueSha256().equals(release.catalogueSha256())) {
        files.put(file.name(), file.content().getBytes(StandardCharsets.UTF_8));
      }
    }
    return Catalogue.load("catalogue " + release.catalogueSha256(), files);
  }
}
