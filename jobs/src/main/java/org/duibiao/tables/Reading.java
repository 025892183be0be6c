package org.duibiao.tables;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Disposition;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.PeriodType;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.model.code.ReadingMethod;
import org.duibiao.model.code.SourceClass;
import org.duibiao.model.code.Status;

/**
 * What was made of one value that a reader found: an observation, a candidate or a reject. The
 * three are one table, shown as three views, so that a figure moves between them in one commit.
 */
@RecordBuilder
@Table(name = "silver.readings", key = "observation_id, known_from")
public record Reading(
    @Column(required = true) ReadingKind kind,
    @Column(required = true) String observationId,
    String cityCode,
    String indicator,
    BigDecimal value,
    BigDecimal valueHigh,
    String unit,
    BigDecimal resolution,
    Bound bound,
    Status status,
    Measure measure,
    LocalDate periodStart,
    LocalDate periodEnd,
    PeriodType periodType,
    String scope,
    PopulationBasis populationBasis,
    String sourceId,
    String publisher,
    @Column(name = "class") SourceClass sourceClass,
    LocalDate published,
    @Column(required = true) String fileSha256,
    @Column(required = true) String path,
    @Column(required = true) String locator,
    String field,
    String quote,
    ReadingMethod method,
    List<Flag> flags,
    String term,
    List<String> missing,
    String reason,
    Disposition disposition,
    String detail,
    LocalDate superseded,
    @Column(required = true) Instant knownFrom,
    Instant knownTo,
    @Column(required = true) String runId) {

  /**
   * Whether it is a count or a second reading of words that have one already: such are outside the
   * values that the reader found. A table's cell is a value found, whatever it says of itself.
   */
  public boolean isDerived() {
    return method != null && method != ReadingMethod.TABLE && flags.contains(Flag.DERIVED);
  }
}
