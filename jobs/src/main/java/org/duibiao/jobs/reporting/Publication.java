package org.duibiao.jobs.reporting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.duibiao.jobs.context.ComputingOptions;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.Version;
import org.duibiao.model.Digest;
import org.duibiao.report.model.ReportInput;
import org.duibiao.report.model.ReportInputBuilder;
import org.duibiao.tables.Finding;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.Reading;
import org.duibiao.tables.Release;
import org.duibiao.tables.ReleaseBuilder;
import org.duibiao.tables.Source;
import org.duibiao.tables.SourceFile;
import org.duibiao.tables.Tables;
import org.duibiao.warehouse.Releases;
import org.duibiao.warehouse.Warehouse;

/**
 * The release: which versions of the tables belong together, under an id that is a hash of all that
 * its report shows, what has changed since the release before included.
 */
public final class Publication {

  private static final int ID_LENGTH = 12;

  private final RunContext run;
  private final ComputingOptions options;
  private final Reporting reporting;
  private final Warehouse warehouse;

  public Publication(RunContext run, ComputingOptions options, Reporting reporting) {
    this.run = run;
    this.options = options;
    this.reporting = reporting;
    this.warehouse = run.warehouse();
  }

  /**
   * Publishes, unless the same was published already.
   *
   * @param gold fills the gold tables
   * @return the release; empty if the tables do not hold what was read, and nothing was published
   */
  public Optional<Release> publish(Runnable gold) {
    String inputs = inputs();
    Releases releases = Releases.of(warehouse);
    Optional<Release> same = releases.withInputs(inputs, label());
    if (same.isPresent()) {
      run.console().info("Nothing has changed since release %s", same.get().releaseId());
      return same;
    }
    List<String> faults = new ReadingBalance(run).faults();
    if (!faults.isEmpty()) {
      faults.forEach(fault -> run.console().info("Not published: %s", fault));
      return Optional.empty();
    }
    gold.run();
    return Optional.of(publish(releases, inputs));
  }

  private Release publish(Releases releases, String inputs) {
    Map<String, Long> versions = new TreeMap<>(warehouse.versions(Tables.RELEASED));
    Release draft =
        ReleaseBuilder.builder()
            .releaseId("")
            .label(label())
            .publishedAt(run.now())
            .referenceCode(options.reference())
            .asOf(options.asOf())
            .catalogueSha256(run.catalogue().sha256())
            .tableVersions(versions)
            .inputsSha256(inputs)
            .runId(run.runId())
            .build();
    Optional<Release> newest = releases.before(draft);
    ReportInput input = reporting.input(draft, newest.flatMap(releases::before));
    // The same content once more is the same release, not one that follows itself.
    if (newest.isPresent() && !newest.get().releaseId().equals(id(input))) {
      input = ReportInputBuilder.builder(input).changes(reporting.changes(newest, draft)).build();
    }
    String id = id(input);
    reporting.keep(ReportInputBuilder.builder(input).releaseId(id).build());
    run.console().info("Published release %s", id);
    return Releases.publish(warehouse, ReleaseBuilder.builder(draft).releaseId(id).build());
  }

  private String id(ReportInput input) {
    return Digest.id(label(), input.contentSha256(run.catalogue().sha256()))
        .substring(0, ID_LENGTH);
  }

  private String label() {
    return options.publishesAsCurrent() ? Releases.CURRENT : null;
  }

  /** Everything that the gold tables and the report depend on. */
  private String inputs() {
    return Digest.id(
        warehouse.versions(
            List.of(SourceFile.class, Reading.class, Source.class, NormalizedFile.class)),
        warehouse.read(Finding.class).stream()
            .filter(finding -> finding.path() != null)
            .map(Finding::findingId)
            .sorted()
            .toList(),
        run.catalogue().sha256(),
        options.reference(),
        String.join(",", options.cities()),
        options.asOf(),
        Version.current());
  }
}
