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
@Table(
    name = "silver.readings",
    comment = "What was made of every value that was read: observation, candidate or reject",
    key = {"observation_id", "known_from"})
public record Reading(
    @Column(value = "what was made of the value", required = true) ReadingKind kind,
    @Column(
            value =
                "128 bits of SHA-256 over source, city, indicator, measure, status, scope, basis,"
                    + " period and the ordinal among equals: the same through re-issues",
            required = true)
        String observationId,
    @Column("GB/T 2260 code of the area that the figure is about") String cityCode,
    @Column("the catalogue's name of what was measured") String indicator,
    @Column("the figure in the canonical unit; the lower end of a range") BigDecimal value,
    @Column("the upper end of a range") BigDecimal valueHigh,
    @Column("the canonical unit") String unit,
    @Column("one unit of the last printed digit, in the canonical unit") BigDecimal resolution,
    @Column("how the printed value bounds the true one") Bound bound,
    @Column("whether it says what is, or what is aimed at or required") Status status,
    @Column("whether it is a level or a change of one") Measure measure,
    @Column("first day of what the figure is about") LocalDate periodStart,
    @Column("last day of it; equal to the first for an instant") LocalDate periodEnd,
    @Column("the kind of period") PeriodType periodType,
    @Column("city, urban_core, district:NAME, programme:NAME or institution:NAME") String scope,
    @Column("which residents, where it matters") PopulationBasis populationBasis,
    @Column("the publication, see silver.sources") String sourceId,
    @Column("who published it") String publisher,
    @Column(value = "the kind of publication", name = "class") SourceClass sourceClass,
    @Column("when the world could know it; null if unknown") LocalDate published,
    @Column(value = "SHA-256 of the file that says so now", required = true) String fileSha256,
    @Column(value = "that file's path in the landing area", required = true) String path,
    @Column(value = "the place in the file, such as row:17", required = true) String locator,
    @Column("the column's header in the file, for tables") String field,
    @Column("the words: the cell, or the clause") String quote,
    @Column("how it was found") ReadingMethod method,
    @Column("what must be known when using it") List<Flag> flags,
    @Column("candidates: the noun phrase as published") String term,
    @Column(
            "candidates: what is not known or not certain of indicator, value, unit, bound, period,"
                + " city, scope, status, measure")
        List<String> missing,
    @Column("rejects: why, in one word") String reason,
    @Column("rejects: whether a person has to correct it") Disposition disposition,
    @Column("rejects and candidates: what is wrong and what to do; else what was corrected")
        String detail,
    @Column("closed rows: when the publication that replaced it was published")
        LocalDate superseded,
    @Column(value = "when this warehouse learnt it", required = true) Instant knownFrom,
    @Column("when it ceased to hold; null while current") Instant knownTo,
    @Column(value = "the run that wrote the row", required = true) String runId) {

  /**
   * Whether it is a count or a second reading of words that have one already: such are outside the
   * values that the reader found. A table's cell is a value found, whatever it says of itself.
   */
  public boolean isDerived() {
    return method != null && method != ReadingMethod.TABLE && flags.contains(Flag.DERIVED);
  }
}
