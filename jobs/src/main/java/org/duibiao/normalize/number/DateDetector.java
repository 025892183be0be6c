package org.duibiao.normalize.number;

/** What tells a date from an amount. */
final class DateDetector {
  static final int FIRST_YEAR = 1900;
  static final int LAST_YEAR = 2100;

  private DateDetector() {}

  /** Whether a unit makes a date of the number before it, or of a range: 2019年, 6月, 2015-2020. */
  static boolean isDateByUnit(ScannedNumber low, ScannedNumber high, String unit) {
    ScannedNumber last = high == null ? low : high;
    if (unit.isEmpty()) {
      return high != null && low.isYear() && high.isYear();
    }
    return switch (unit.charAt(0)) {
      case '年' -> last.isYear() || (last.plainWhole && unit.startsWith("年代"));
      case '财', '学' -> last.isYear() && unit.startsWith("年", 1);
      case '月' -> last.isAtMost(12) && !unit.startsWith("月龄");
      case '日' -> last.isAtMost(31) && !unit.startsWith("日元") && !unit.startsWith("日龄");
      case '号' -> last.isAtMost(31) && unit.length() == 1;
      case '季' -> last.isAtMost(4) && unit.startsWith("季度");
      case '世' -> last.plainWhole && unit.startsWith("世纪");
      default -> false;
    };
  }

  /** 2019-06-30, 2019/6/30, 30.06.2019, 2019-06, 2018/2019, perhaps with a time after it. */
  static boolean looksLikeDate(char[] s, int end) {
    int firstEnd = NumberText.digitsEnd(s, 0, end);
    if (firstEnd == 0 || firstEnd > 4 || firstEnd + 1 >= end || "-/.".indexOf(s[firstEnd]) < 0) {
      return false;
    }
    char separator = s[firstEnd];
    int secondEnd = NumberText.digitsEnd(s, firstEnd + 1, end);
    int first = small(s, 0, firstEnd);
    int second = small(s, firstEnd + 1, secondEnd);
    if (secondEnd + 1 < end && s[secondEnd] == separator) {
      int thirdEnd = NumberText.digitsEnd(s, secondEnd + 1, end);
      int third = small(s, secondEnd + 1, thirdEnd);
      boolean yearFirst = isYear(first) && isIn(second, 12) && isIn(third, 31);
      boolean yearLast = isYear(third) && isIn(first, 31) && isIn(second, 31);
      return (yearFirst || yearLast)
          && (thirdEnd == end || NumberText.isSpace(s[thirdEnd]) || s[thirdEnd] == 'T');
    }
    return secondEnd == end && isYear(first) && (isIn(second, 12) || isYear(second));
  }

  private static int small(char[] s, int from, int to) {
    if (to - from < 1 || to - from > 4) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + (s[i] - '0');
    }
    return value;
  }

  private static boolean isYear(int number) {
    return number >= FIRST_YEAR && number <= LAST_YEAR;
  }

  private static boolean isIn(int number, int most) {
    return number >= 1 && number <= most;
  }
}
