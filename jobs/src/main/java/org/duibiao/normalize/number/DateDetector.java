package org.duibiao.normalize.number;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What tells a date from an amount. */
final class DateDetector {
  static final int FIRST_YEAR = 1900;
  static final int LAST_YEAR = 2100;

  private static final Pattern DATE =
      Pattern.compile("(\\d{1,4})([-/.])(\\d{1,4})(?:\\2(\\d{1,4})(?:[ \nT].*)?)?", Pattern.DOTALL);

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
  static boolean looksLikeDate(String text) {
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      return false;
    }
    int first = Integer.parseInt(date.group(1));
    int second = Integer.parseInt(date.group(3));
    if (date.group(4) == null) {
      return isYear(first) && (isIn(second, 12) || isYear(second));
    }
    int third = Integer.parseInt(date.group(4));
    return isYear(first) && isIn(second, 12) && isIn(third, 31)
        || isYear(third) && isIn(first, 31) && isIn(second, 31);
  }

  private static boolean isYear(int number) {
    return number >= FIRST_YEAR && number <= LAST_YEAR;
  }

  private static boolean isIn(int number, int most) {
    return number >= 1 && number <= most;
  }
}
