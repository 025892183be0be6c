package org.duibiao.normalize.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.duibiao.model.Area;
import org.duibiao.model.Indicator;
import org.duibiao.model.Scope;
import org.duibiao.model.code.FindingKind;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.model.code.Status;
import org.duibiao.model.code.Uncertainty;
import org.duibiao.tables.Reading;
import org.duibiao.tables.ReadingBuilder;

/** Finds figures of one file that contradict each other or are not plausible. */
public final class FileFindingCollector {

  private final String path;
  private final Map<String, Occurrence> occurrences = new HashMap<>();
  private final List<FileFinding> findings = new ArrayList<>();

  /** The first of equal figures; the whole reading would be too much to keep of every row. */
  private record Occurrence(
      BigDecimal value, BigDecimal resolution, String place, String quote, int count) {

    private Occurrence again(Occurrence next) {
      return new Occurrence(value, resolution, place, quote, count + 1);
    }

    /** Whether they differ by no more than half the sum of their resolutions. */
    boolean isTheSameAs(Reading reading) {
      BigDecimal twice = value.subtract(reading.value()).abs().multiply(BigDecimal.valueOf(2));
      return value.compareTo(reading.value()) == 0
          || reading.resolution() != null
              && resolution != null
              && resolution.compareTo(reading.resolution()) != 0
              && twice.compareTo(resolution.add(reading.resolution())) <= 0;
    }
  }

  public FileFindingCollector(String path) {
    this.path = path;
  }

  /** What was found, in order. */
  public List<FileFinding> findings() {
    return List.copyOf(findings);
  }

  /**
   * How many equal figures were seen before one: the ordinal among equals that makes its id differ
   * from theirs.
   *
   * @param first the figure with the id that it has as the first of equals
   */
  public int ordinalAmongEquals(Reading first) {
    Occurrence one =
        new Occurrence(first.value(), first.resolution(), place(first), first.quote(), 1);
    return occurrences.merge(first.observationId(), one, Occurrence::again).count - 1;
  }

  /** Looks whether a figure that equals an earlier one has its value too. */
  public void checkContradiction(String firstId, Reading reading) {
    Occurrence earlier = occurrences.get(firstId);
    if (reading.kind() != ReadingKind.OBSERVATION || earlier.isTheSameAs(reading)) {
      return;
    }
    add(
        FindingKind.ROWS_CONTRADICT,
        reading,
        firstId,
        earlier.value,
        "%s says '%s' and %s says '%s' of the same figure (%s %s %s): remove the wrong one, or tell"
            + " them apart by scope, basis or nature",
        earlier.place,
        earlier.quote,
        place(reading),
        reading.quote(),
        reading.cityCode(),
        reading.indicator(),
        reading.periodEnd());
  }

  /**
   * Looks at an observation by itself: whether it is plausible for one city, and of a day before
   * its publication. A day that is only inferred counts if it is not of the month of publication,
   * and a survey may be published in the year that it is named after.
   *
   * @return the observation, flagged if it is doubted
   */
  public Reading checkGates(Reading reading, Indicator indicator, Area area) {
    FindingKind kind =
        isImplausible(reading, indicator, area)
            ? FindingKind.IMPLAUSIBLE
            : isAfterPublication(reading, indicator) ? FindingKind.AFTER_PUBLICATION : null;
    if (kind == null) {
      return reading;
    }
    Set<Flag> flags = Flag.setOf(reading.flags());
    flags.add(Flag.DOUBTED);
    Reading doubted = ReadingBuilder.builder(reading).flags(List.copyOf(flags)).build();
    boolean implausible = kind == FindingKind.IMPLAUSIBLE;
    add(
        kind,
        doubted,
        null,
        null,
        implausible
            ? "%s says '%s', which is not plausible for %s of one city (%s to %s): check the unit"
            : "%s says '%s' of %s as it was on %s, which is after its publication on %s: it is not"
                + " used; correct the period, the status or `published`",
        place(reading),
        reading.quote(),
        indicator.id(),
        implausible ? plain(indicator.min()) : reading.periodEnd(),
        implausible ? plain(indicator.max()) : reading.published());
    return doubted;
  }

  private static String plain(BigDecimal limit) {
    return limit == null ? "" : limit.toPlainString();
  }

  private static boolean isAfterPublication(Reading reading, Indicator indicator) {
    LocalDate published = reading.published();
    LocalDate end = reading.periodEnd();
    if (reading.status() != Status.ACTUAL || published == null || !end.isAfter(published)) {
      return false;
    }
    boolean sameMonth =
        reading.flags().contains(Flag.DATE_INFERRED)
            && YearMonth.from(end).equals(YearMonth.from(published));
    boolean survey =
        indicator.uncertainty() == Uncertainty.SAMPLE
            && end.getYear() == published.getYear()
            && !reading.flags().contains(Flag.YEAR_INFERRED);
    return !sameMonth && !survey;
  }

  private void add(
      FindingKind kind,
      Reading reading,
      String otherId,
      BigDecimal expected,
      String template,
      Object... args) {
    String detail = path + ": " + String.format(Locale.ROOT, template, args);
    findings.add(new FileFinding(kind, reading, otherId, expected, detail));
  }

  private static boolean isImplausible(Reading reading, Indicator indicator, Area area) {
    return reading.measure() == Measure.LEVEL
        && area.isCity()
        && Scope.isWhole(reading.scope())
        && indicator.isOutside(reading.value());
  }

  private static String place(Reading reading) {
    return reading.field() == null
        ? reading.locator()
        : reading.locator() + ", column '" + reading.field() + "'";
  }
}
