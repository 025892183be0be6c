package org.duibiao.tables;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.SourceClass;

/** A publication that figures come from. */
@Table(
    name = "silver.sources",
    comment = "The publications that figures come from",
    key = {"source_id", "path"})
public record Source(
    @Column(
            value =
                "the sidecar's id, by default the landing path without extension; for a row with a"
                    + " source of its own, followed by # and a hash",
            required = true)
        String sourceId,
    @Column(value = "the file in the landing area", required = true) String path,
    @Column("who published it") String publisher,
    @Column("the publication's title") String title,
    @Column("when it was published; null if unknown") LocalDate published,
    @Column("where it was published") String url,
    @Column("under which licence") String licence,
    @Column(value = "the kind of publication", name = "class", required = true)
        SourceClass sourceClass,
    @Column("typed over or rebuilt from the publication, not its own bytes") boolean transcribed)
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
