package org.duibiao.tables;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.TargetPace;
import org.duibiao.model.code.TargetState;

/** A target, and what came of it. */
@RecordBuilder
@Table(
    name = "gold.targets",
    comment = "The targets of prose and tables, and what came of them",
    key = {"city_code", "indicator", "measure", "scope", "due", "observation_id"})
public record TargetRow(
    @Column(value = "GB/T 2260 code", required = true) String cityCode,
    @Column(value = "the indicator", required = true) String indicator,
    @Column(value = "the level itself, or what is added in the period", required = true)
        Measure measure,
    @Column(value = "city, or the part or programme that it is about", required = true)
        String scope,
    @Column("the level before it began: of the year-end before start, or up to three years earlier")
        BigDecimal base,
    @Column("the target; null if only the share done of it was published") BigDecimal target,
    @Column(value = "how the printed value bounds the target", required = true) Bound bound,
    @Column("the first day of the year in which it was set, or of its due year") LocalDate start,
    @Column(value = "the day by which it is due", required = true) LocalDate due,
    @Column("the newest figure up to that day, or the first one after it") BigDecimal latest,
    @Column("the year of that figure") Integer latestYear,
    @Column("whether that figure meets the target; null if none can check it") Boolean attained,
    @Column("target − latest, signed") BigDecimal gap,
    @Column("gap / years left from the latest figure to the due day, where it is not attained")
        Double neededPerYear,
    @Column(
            "as published, else (latest − base) / (target − base), else for new latest / target; a"
                + " ratio")
        Double shareDone,
    @Column("of the time from start to due, at the latest figure; a ratio") Double shareElapsed,
    @Column(
            value = "the share done against the share elapsed, on_pace within ± 0.05",
            required = true)
        TargetPace pace,
    @Column(
            "what must be known when using it: plan, derived, computed, cannot_be_checked,"
                + " after_due, kept_before, population_before_revision and the figures' own")
        List<Flag> flags,
    @Column("the target; where it is derived the published share done") String observationId,
    @Column("the figure that it is checked by") String latestObservationId,
    @Column("the figure of the level before it began") String baseObservationId,
    @Column(
            value =
                "how it stands by that figure: met or missed when due, met before, or on its way",
            required = true)
        TargetState state) {}
