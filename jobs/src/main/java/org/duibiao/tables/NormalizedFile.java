package org.duibiao.tables;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.util.List;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;

/** A file whose values are in silver.readings, and by which catalogue. */
@RecordBuilder
@Table(name = "silver.normalized_files", key = "path")
public record NormalizedFile(
    @Column(required = true) String path,
    @Column(required = true) String fileSha256,
    @Column(required = true) String sidecarSha256,
    @Column(required = true) String catalogueSha256,
    String sourceId,
    long valuesFound,
    long observations,
    long candidates,
    long rejected,
    long ignored,
    long derived,
    List<String> usedAliases,
    List<String> unknownTerms,
    List<String> problems,
    @Column(required = true) String runId)
    implements Serializable {

  /** Whether nothing was lost and nothing counted twice. */
  public boolean balances() {
    return valuesFound == observations + candidates + rejected + ignored - derived;
  }
}
