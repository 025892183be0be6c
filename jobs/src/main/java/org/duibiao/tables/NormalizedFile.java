package org.duibiao.tables;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.util.List;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;

/** A file whose values are in silver.readings, and by which catalogue. */
@RecordBuilder
@Table(
    name = "silver.normalized_files",
    comment = "The files whose values are in silver.readings, with their balance",
    key = {"path"})
public record NormalizedFile(
    @Column(value = "the file in the landing area", required = true) String path,
    @Column(value = "SHA-256 of the file", required = true) String fileSha256,
    @Column(value = "SHA-256 of its sidecar", required = true) String sidecarSha256,
    @Column(value = "SHA-256 of the catalogue", required = true) String catalogueSha256,
    @Column("the source that the file is, see silver.sources; a row may have one of its own")
        String sourceId,
    @Column("values that the reader found") long valuesFound,
    @Column("observations made of them") long observations,
    @Column("candidates made of them") long candidates,
    @Column("rejects: a person must correct them") long rejected,
    @Column("rejects: nothing to be done") long ignored,
    @Column("of the observations and candidates: second readings and counts, no values found")
        long derived,
    @Column("the aliases of the catalogue that were used") List<String> usedAliases,
    @Column("the published terms that the catalogue does not know") List<String> unknownTerms,
    @Column("what a person should correct: where, what it says, what to do") List<String> problems,
    @Column(value = "the run that normalized it", required = true) String runId)
    implements Serializable {

  /** Whether nothing was lost and nothing counted twice. */
  public boolean balances() {
    return valuesFound == observations + candidates + rejected + ignored - derived;
  }
}
