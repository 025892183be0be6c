package org.duibiao.tables;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.PeriodType;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.SourceClass;

/** A figure that a gold row rests on or disagrees with: where it stands and in which words. */
@RecordBuilder
@Table(
    name = "gold.figures",
    comment = "The figures behind the gold rows: publication, file, place and words of each",
    key = {"observation_id"})
public record Figure(
    @Column(value = "the observation", required = true) String observationId,
    @Column(value = "GB/T 2260 code", required = true) String cityCode,
    @Column(value = "the indicator", required = true) String indicator,
    @Column(value = "the figure; the lower end of a range", required = true) BigDecimal value,
    @Column("the upper end of a range") BigDecimal valueHigh,
    @Column(value = "its canonical unit", required = true) String unit,
    @Column("one unit of the last printed digit") BigDecimal resolution,
    @Column(value = "how the printed value bounds the true one", required = true) Bound bound,
    @Column(value = "first day of what it is about", required = true) LocalDate periodStart,
    @Column(value = "last day of what it is about", required = true) LocalDate periodEnd,
    @Column(value = "the kind of period", required = true) PeriodType periodType,
    @Column("which residents, where it matters") PopulationBasis populationBasis,
    @Column(value = "the publication, see silver.sources", required = true) String sourceId,
    @Column(value = "who published it", required = true) String publisher,
    @Column(value = "the kind of publication", name = "class", required = true)
        SourceClass sourceClass,
    @Column("when it was published; null if unknown") LocalDate published,
    @Column(value = "the file in the landing area", required = true) String path,
    @Column(value = "the place in it", required = true) String locator,
    @Column("the column's header, for tables") String field,
    @Column("the words") String quote,
    @Column("what must be known when using it") List<Flag> flags)
    implements Serializable {}
