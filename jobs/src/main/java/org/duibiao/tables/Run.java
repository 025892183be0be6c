package org.duibiao.tables;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;

/** What a run did. */
@RecordBuilder
@Table(name = "ops.runs", key = "run_id")
public record Run(
    @Column(required = true) String runId,
    @Column(required = true) String job,
    @Column(required = true) Instant startedAt,
    Instant finishedAt,
    @Column(required = true) String status,
    long filesSeen,
    long filesNew,
    Long observations,
    Long candidates,
    Long rejects,
    Map<String, Long> tableVersions,
    @Column(required = true) String codeVersion,
    @Column(required = true) String configSha256,
    String error,
    String runName,
    String inputsSha256) {

  /** It did all that was asked of it. */
  public static final String SUCCEEDED = "succeeded";

  /** It came to its end, but a gate did not hold. */
  public static final String NOT_PUBLISHED = "not_published";

  public static final String FAILED = "failed";
}
