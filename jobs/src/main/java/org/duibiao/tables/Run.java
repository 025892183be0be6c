package org.duibiao.tables;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;

/** What a run did. */
@RecordBuilder
@Table(
    name = "ops.runs",
    comment = "What each run did",
    key = {"run_id"})
public record Run(
    @Column(value = "the run: every attempt has an id of its own", required = true) String runId,
    @Column(value = "run, ingest, normalize, benchmark …", required = true) String job,
    @Column(value = "when it began", required = true) Instant startedAt,
    @Column("when it ended") Instant finishedAt,
    @Column(value = "succeeded, not_published or failed", required = true) String status,
    @Column("files in the landing area") long filesSeen,
    @Column("files that were new or changed") long filesNew,
    @Column("current observations at the end") Long observations,
    @Column("current candidates at the end") Long candidates,
    @Column("current rejects at the end") Long rejects,
    @Column("the Delta version of every table at the end") Map<String, Long> tableVersions,
    @Column(value = "the program's version", required = true) String codeVersion,
    @Column(value = "SHA-256 of the settings and the catalogue", required = true)
        String configSha256,
    @Column("failed: why") String error,
    @Column("the name that --run-id gave to it") String runName,
    @Column("of a run with a name: a hash of its files, catalogue and options")
        String inputsSha256) {

  /** It did all that was asked of it. */
  public static final String SUCCEEDED = "succeeded";

  /** It came to its end, but a gate did not hold. */
  public static final String NOT_PUBLISHED = "not_published";

  public static final String FAILED = "failed";
}
