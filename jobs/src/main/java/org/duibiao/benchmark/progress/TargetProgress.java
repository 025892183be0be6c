package org.duibiao.benchmark.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.duibiao.benchmark.progress.TargetLevels.Actual;
import org.duibiao.benchmark.stats.Rounding;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.TargetPace;
import org.duibiao.model.code.TargetState;
import org.duibiao.tables.TargetRow;
import org.duibiao.tables.TargetRowBuilder;

/** How much of a target is done, how much of its time has gone by, and how it stands. */
final class TargetProgress {

  private static final double ON_PACE = 0.05;

  /** What binary fractions may be off by. */
  private static final double ROUNDING_ERROR = 1e-12;

  private static final double DAYS_OF_A_YEAR = 365.25;

  private TargetProgress() {}

  static Double shareDone(Measure measure, BigDecimal base, BigDecimal target, BigDecimal latest) {
    if (base != null && target.compareTo(base) != 0) {
      return Rounding.quotient(latest.subtract(base), target.subtract(base));
    }
    return base == null && measure == Measure.NEW && target.signum() != 0
        ? Rounding.quotient(latest, target)
        : null;
  }

  /**
   * The row, completed by what follows from the figure that checks it.
   *
   * @param day the day until which the time is counted, or null if no figure tells it
   */
  static TargetRow checked(TargetRowBuilder row, Actual latest, LocalDate day) {
    if (latest != null) {
      row.latest(latest.value())
          .latestYear(latest.day().getYear())
          .latestObservationId(latest.observationId())
          .gap(row.target() == null ? null : row.target().subtract(latest.value()));
    }
    if (Boolean.FALSE.equals(row.attained()) && row.gap() != null && day.isBefore(row.due())) {
      double years = ChronoUnit.DAYS.between(day, row.due()) / DAYS_OF_A_YEAR;
      row.neededPerYear(row.gap().doubleValue() / years);
    }
    // The first and the last day belong to the time.
    if (day != null && !day.isBefore(row.start())) {
      LocalDate last = day.isAfter(row.due()) ? row.due() : day;
      double gone = ChronoUnit.DAYS.between(row.start(), last) + 1;
      row.shareElapsed(gone / (ChronoUnit.DAYS.between(row.start(), row.due()) + 1));
    }
    Double elapsed = row.shareElapsed();
    TargetPace pace =
        row.flags().contains(Flag.KEPT_BEFORE)
            ? TargetPace.UNKNOWN
            : pace(row.shareDone(), elapsed);
    return row.pace(pace)
        .state(state(row.attained(), elapsed, row.latestYear(), row.due(), pace))
        .build();
  }

  private static TargetPace pace(Double done, Double elapsed) {
    if (done == null || elapsed == null) {
      return TargetPace.UNKNOWN;
    }
    double lead = done - elapsed;
    if (Math.abs(lead) <= ON_PACE + ROUNDING_ERROR) {
      return TargetPace.ON_PACE;
    }
    return lead > 0 ? TargetPace.AHEAD : TargetPace.BEHIND;
  }

  /**
   * How a target stands.
   *
   * @param attained whether the latest figure meets it, or null if there is none
   * @param latestYear that figure's year, or null
   */
  static TargetState state(
      Boolean attained, Double elapsed, Integer latestYear, LocalDate due, TargetPace pace) {
    if (attained == null) {
      return TargetState.CANNOT_BE_CHECKED;
    }
    boolean isDue =
        elapsed != null ? elapsed >= 1 : latestYear != null && latestYear >= due.getYear();
    if (attained) {
      return isDue ? TargetState.MET : TargetState.MET_EARLY;
    } else if (isDue) {
      return TargetState.MISSED;
    }
    return switch (pace) {
      case AHEAD -> TargetState.AHEAD;
      case ON_PACE -> TargetState.ON_PACE;
      case BEHIND -> TargetState.BEHIND;
      case UNKNOWN -> TargetState.PACE_UNKNOWN;
    };
  }
}
