package org.duibiao.jobs.cli;

import java.util.Optional;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.tables.Release;
import org.duibiao.warehouse.Releases;
import org.duibiao.warehouse.Warehouse;
import picocli.CommandLine.Option;

/** The option that names the release to read. */
class ReleaseOption {

  @Option(names = "--release", paramLabel = "ID")
  private String releaseId;

  /** The id that was given, or null. */
  String releaseId() {
    return releaseId;
  }

  /**
   * The release that was asked for, else the current one, if there is one.
   *
   * @throws UsageException if there is no release of that id
   */
  Optional<Release> find(Warehouse warehouse) {
    Releases releases = Releases.of(warehouse);
    if (releaseId == null) {
      return releases.current();
    }
    Optional<Release> found = releases.withId(releaseId);
    if (found.isEmpty()) {
      throw new UsageException("There is no release " + releaseId + ": see gold.releases");
    }
    return found;
  }
}
