package org.duibiao.benchmark.selection;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Code;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.PeriodType;
import org.duibiao.model.code.SourceClass;
import org.duibiao.tables.Figure;

/** Which of two figures about one city, indicator and year is to be used: a total order. */
public final class Precedence {

  /** What decides, from the first to the last; the name in lower case is the {@code rule}. */
  enum Criterion implements Code {
    NEAREST_YEAR_END(Comparator.comparing(Precedence::day).reversed()),
    BOUND(Comparator.comparingInt(figure -> rankOf(figure.bound()))),
    OFFICIAL(Comparator.comparingInt(figure -> rankOf(figure.sourceClass()))),
    OWN_PUBLICATION(Comparator.comparing(Precedence::isQuoted)),
    LATEST_PUBLISHED(
        Comparator.comparing(Figure::published, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed()),
    CLASS(Comparator.comparing(Figure::sourceClass)),
    SOURCE_ID(Comparator.comparing(Figure::sourceId)),
    LOCATOR((one, other) -> compareLocators(one.locator(), other.locator())),
    /** In one state of the warehouse an observation has one value and one resolution. */
    OBSERVATION_ID(
        Comparator.comparing(Figure::observationId)
            .thenComparing(Figure::value)
            .thenComparing(Figure::resolution, Comparator.nullsFirst(Comparator.naturalOrder())));

    private final Comparator<Figure> preferredFirst;

    Criterion(Comparator<Figure> preferredFirst) {
      this.preferredFirst = preferredFirst;
    }
  }

  private static final Criterion[] CRITERIA = Criterion.values();

  private static final Pattern NUMBER = Pattern.compile("0*([0-9]+)");

  private Precedence() {}

  /**
   * Compares two figures.
   *
   * @return 0 if they are one and the same; else the 1-based place of the criterion that decides,
   *     positive if {@code one} goes before {@code other}, negative if it is the other way round
   */
  static int decide(Figure one, Figure other) {
    for (Criterion each : CRITERIA) {
      int order = each.preferredFirst.compare(one, other);
      if (order != 0) {
        return order < 0 ? each.ordinal() + 1 : -each.ordinal() - 1;
      }
    }
    return 0;
  }

  /** The day that a figure is about: a year counts as its last one. */
  public static LocalDate day(Figure figure) {
    LocalDate end = figure.periodEnd();
    return figure.periodType() == PeriodType.YEAR && !isYearEnd(end)
        ? LocalDate.of(end.getYear(), 12, 31)
        : end;
  }

  public static boolean isYearEnd(LocalDate day) {
    return day.getMonthValue() == 12 && day.getDayOfMonth() == 31;
  }

  static boolean isQuoted(Figure figure) {
    return !figure.flags().isEmpty() && figure.flags().contains(Flag.QUOTED);
  }

  /** Whether the value is the figure itself, not a limit of it. */
  static boolean isPointValue(Bound bound) {
    return rankOf(bound) < 2;
  }

  private static int rankOf(Bound bound) {
    return switch (bound) {
      case EQ -> 0;
      case APPROX -> 1;
      case GE, GT, LE, LT, RANGE -> 2;
    };
  }

  private static int rankOf(SourceClass sourceClass) {
    return switch (sourceClass) {
      case CENSUS, YEARBOOK, BULLETIN -> 0;
      case REPORT -> 1;
      case NEWS -> 2;
      case UNVERIFIED -> 3;
    };
  }

  /**
   * Compares digits as numbers: {@code row:9} before {@code row:17}, {@code B7} before {@code B10}.
   */
  static int compareLocators(String one, String other) {
    int order = withLengths(one).compareTo(withLengths(other));
    return order != 0 ? order : one.compareTo(other);
  }

  /** Each number with its length before it, by which numbers of different lengths differ first. */
  private static String withLengths(String locator) {
    return NUMBER
        .matcher(locator)
        .replaceAll(number -> (char) ('0' + number.group(1).length()) + number.group(1));
  }
}
