package org.duibiao.jobs.reviewing;

import org.duibiao.jobs.context.UsageException;
import org.duibiao.model.code.IndicatorKind;
import picocli.CommandLine.Option;

/** What {@code review --accept} is told of the entry that it writes. */
public final class AcceptOptions {

  @Option(names = "--accept", paramLabel = "TERM")
  String term;

  @Option(names = "--as", paramLabel = "INDICATOR")
  String alias;

  @Option(names = "--id", paramLabel = "ID")
  String id;

  @Option(names = "--en", paramLabel = "NAME")
  String en;

  @Option(names = "--unit", paramLabel = "UNIT")
  String unit;

  @Option(names = "--kind", paramLabel = "KIND")
  IndicatorKind kind;

  /** Whether an entry is to be written. */
  public boolean isGiven() {
    if (term == null
        && (alias != null || id != null || en != null || unit != null || kind != null)) {
      throw new UsageException("--as, --id, --en, --unit and --kind go with --accept TERM");
    }
    if (alias != null && (id != null || en != null || unit != null || kind != null)) {
      throw new UsageException("--as names a known indicator; --id and its like make a new one");
    }
    if (id == null && (en != null || unit != null || kind != null)) {
      throw new UsageException("--en, --unit and --kind go with --id, for a new indicator");
    }
    if (id != null && en == null) {
      throw new UsageException("a new indicator needs --en, its name in English");
    }
    return term != null;
  }
}
