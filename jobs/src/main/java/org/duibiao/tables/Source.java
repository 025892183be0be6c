package org.duibiao.tables;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.SourceClass;

/** A publication that figures come from. */
@Table(name = "silver.sources", key = "source_id, path")
public record Source(
    @Column(required = true) String sourceId,
    @Column(required = true) String path,
    String publisher,
    String title,
    LocalDate published,
    String url,
    String licence,
    @Column(name = "class", required = true) SourceClass sourceClass,
    boolean transcribed)
    implements Serializable {

  /** Adds what must be known of every figure that comes from it. */
  public void addFlags(Set<Flag> flags) {
    if (transcribed) {
      flags.add(Flag.TRANSCRIBED);
    }
    if (published == null && url == null && !sourceClass.isOfficial()) {
      flags.add(Flag.SOURCE_UNTRACEABLE);
    }
  }
}
