package org.duibiao.jobs.cli;

import java.time.Duration;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.warehouse.query.QueryLimits;
import picocli.CommandLine.Option;

/** What a query may cost. */
final class LimitOptions {

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long a query may take (default: ${DEFAULT-VALUE}).")
  private int timeout = 600;

  @Option(
      names = "--max-rows",
      paramLabel = "N",
      description =
          "How many rows a query may answer (default: ${DEFAULT-VALUE}; in the format table at most"
              + " 100000).")
  private long maxRows = 1_000_000;

  QueryLimits limits() {
    return limits(timeout, maxRows);
  }

  static QueryLimits limits(int timeout, long maxRows) {
    if (timeout < 1 || maxRows < 1) {
      throw new UsageException("a limit of time or rows must be at least 1");
    }
    return new QueryLimits(Duration.ofSeconds(timeout), maxRows);
  }
}
