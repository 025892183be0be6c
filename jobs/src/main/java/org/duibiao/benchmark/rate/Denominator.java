package org.duibiao.benchmark.rate;

import static java.time.temporal.ChronoUnit.DAYS;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.duibiao.model.code.Flag;
import org.duibiao.tables.IndicatorValue;

/**
 * What a count is divided by.
 *
 * @param value the figure, or the mean of two, or what lies between two
 * @param parts the one or two figures, the later last
 * @param flags theirs, and how they were come by
 */
public record Denominator(BigDecimal value, List<IndicatorValue> parts, Set<Flag> flags) {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  public static Denominator of(IndicatorValue value) {
    return new Denominator(value.value(), List.of(value), Flag.setOf(value.flags()));
  }

  static Denominator meanOf(IndicatorValue earlier, IndicatorValue later) {
    return new Denominator(
        earlier.value().add(later.value()).multiply(HALF),
        List.of(earlier, later),
        flags(earlier, later));
  }

  private static Set<Flag> flags(IndicatorValue earlier, IndicatorValue later) {
    Set<Flag> flags = Flag.setOf(earlier.flags());
    flags.addAll(later.flags());
    return flags;
  }

  /** What lies on the straight line between two figures at a day between theirs. */
  static Denominator interpolated(IndicatorValue earlier, IndicatorValue later, LocalDate day) {
    BigDecimal share =
        BigDecimal.valueOf(DAYS.between(earlier.periodEnd(), day))
            .divide(
                BigDecimal.valueOf(DAYS.between(earlier.periodEnd(), later.periodEnd())),
                MathContext.DECIMAL64);
    Set<Flag> flags = flags(earlier, later);
    flags.add(Flag.POPULATION_INTERPOLATED);
    return new Denominator(
        earlier
            .value()
            .add(later.value().subtract(earlier.value()).multiply(share))
            .setScale(0, RoundingMode.HALF_UP),
        List.of(earlier, later),
        flags);
  }

  Denominator withFlag(Flag flag) {
    Set<Flag> more = Flag.setOf(flags);
    more.add(flag);
    return new Denominator(value, parts, more);
  }

  /** The later figure. */
  public IndicatorValue last() {
    return parts.get(parts.size() - 1);
  }

  /** The observation of the earlier figure of a mean, else null. */
  public String earlierObservationId() {
    return parts.size() < 2 ? null : parts.get(0).observationId();
  }

  /** Whether it can be divided by: no population is 0 or less. */
  boolean isPositive() {
    return parts.stream().allMatch(each -> each.value().signum() > 0);
  }
}
