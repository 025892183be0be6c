package org.duibiao.jobs.cli;

import java.util.Optional;
import org.duibiao.tables.Release;
import org.duibiao.warehouse.Warehouse;
import picocli.CommandLine.Option;

/** The options that say which state of the tables is queried. */
final class ReleaseChoice extends ReleaseOption {

  @Option(names = "--unreleased")
  private boolean unreleased;

  /** The release to read; empty for the newest versions. */
  @Override
  Optional<Release> find(Warehouse warehouse) {
    return unreleased && releaseId() == null ? Optional.empty() : super.find(warehouse);
  }
}
