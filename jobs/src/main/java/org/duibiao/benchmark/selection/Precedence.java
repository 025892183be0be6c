package org.duibiao.benchmark.selection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.PeriodType;
import org.duibiao.model.code.SourceClass;
import org.duibiao.tables.Figure;

/** Which of two figures about one city, indicator and year is to be used: a total order. */
public final class Precedence {

  /** What decides, from the first to the last; the name in lower case is the {@code rule}. */
  enum Criterion {
    NEAREST_YEAR_END,
    BOUND,
    OFFICIAL,
    OWN_PUBLICATION,
    LATEST_PUBLISHED,
    CLASS,
    SOURCE_ID,
    LOCATOR,
    OBSERVATION_ID;

    String rule() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Comparator<BigDecimal> NULL_FIRST =
      Comparator.nullsFirst(Comparator.naturalOrder());

  private Precedence() {}

  /**
   * Compares two figures.
   *
   * @return 0 if they are one and the same; else the 1-based place of the criterion that decides,
   *     positive if {@code one} goes before {@code other}, negative if it is the other way round
   */
  static int decide(Figure one, Figure other) {
    int order = day(other).compareTo(day(one));
    if (order != 0) {
      return signed(order, Criterion.NEAREST_YEAR_END);
    }
    order = Integer.compare(rankOf(one.bound()), rankOf(other.bound()));
    if (order != 0) {
      return signed(order, Criterion.BOUND);
    }
    order = Integer.compare(rankOf(one.sourceClass()), rankOf(other.sourceClass()));
    if (order != 0) {
      return signed(order, Criterion.OFFICIAL);
    }
    order = Boolean.compare(isQuoted(one), isQuoted(other));
    if (order != 0) {
      return signed(order, Criterion.OWN_PUBLICATION);
    }
    order = laterFirst(one.published(), other.published());
    if (order != 0) {
      return signed(order, Criterion.LATEST_PUBLISHED);
    }
    order = one.sourceClass().compareTo(other.sourceClass());
    if (order != 0) {
      return signed(order, Criterion.CLASS);
    }
    order = one.sourceId().compareTo(other.sourceId());
    if (order != 0) {
      return signed(order, Criterion.SOURCE_ID);
    }
    order = compareLocators(one.locator(), other.locator());
    if (order != 0) {
      return signed(order, Criterion.LOCATOR);
    }
    order = one.observationId().compareTo(other.observationId());
    if (order == 0) {
      // Never in one state of the warehouse, where an observation has one value.
      order = one.value().compareTo(other.value());
    }
    if (order == 0) {
      order = NULL_FIRST.compare(one.resolution(), other.resolution());
    }
    return signed(order, Criterion.OBSERVATION_ID);
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
    return switch (bound) {
      case EQ, APPROX -> true;
      case GE, GT, LE, LT, RANGE -> false;
    };
  }

  private static int signed(int order, Criterion criterion) {
    return -Integer.signum(order) * (criterion.ordinal() + 1);
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

  private static int laterFirst(LocalDate one, LocalDate other) {
    if (one == null || other == null) {
      return Boolean.compare(one == null, other == null);
    }
    return other.compareTo(one);
  }

  /**
   * Compares digits as numbers: {@code row:9} before {@code row:17}, {@code B7} before {@code B10}.
   */
  static int compareLocators(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      char a = one.charAt(i);
      char b = other.charAt(j);
      if (isDigit(a) && isDigit(b)) {
        int iStart = skipZeros(one, i);
        int jStart = skipZeros(other, j);
        i = skipDigits(one, iStart);
        j = skipDigits(other, jStart);
        int order = Integer.compare(i - iStart, j - jStart);
        for (int k = 0; order == 0 && k < i - iStart; k++) {
          order = Character.compare(one.charAt(iStart + k), other.charAt(jStart + k));
        }
        if (order != 0) {
          return order;
        }
      } else if (a != b) {
        return Character.compare(a, b);
      } else {
        i++;
        j++;
      }
    }
    int order = Integer.compare(one.length() - i, other.length() - j);
    return order != 0 ? order : one.compareTo(other);
  }

  private static int skipZeros(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == '0') {
      i++;
    }
    return i;
  }

  private static int skipDigits(String text, int from) {
    int i = from;
    while (i < text.length() && isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
