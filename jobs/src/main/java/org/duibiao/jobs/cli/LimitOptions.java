package org.duibiao.jobs.cli;

import java.time.Duration;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.warehouse.query.QueryLimits;
import picocli.CommandLine.Option;

/** What a query may cost. */
final class LimitOptions {

  @Option(names = "--timeout", paramLabel = "SECONDS")
  private int timeout = 600;

  @Option(names = "--max-rows", paramLabel = "N")
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
