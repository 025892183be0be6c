package org.duibiao.markup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.duibiao.model.Unit;
import org.duibiao.model.code.RateOrigin;

/** Numbers as they are printed: {@code -1234.5 → −1,234.5}, whatever the machine's locale. */
public final class Numbers {

  /** From this number on, populations are printed in 万 and thousands. */
  private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /** More decimals than published rates have, fewer than the rounding errors of doubles. */
  private static final int PUBLISHED = 4;

  private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);

  private Numbers() {}

  /** With at most that number of decimals and no trailing zeros. */
  public static String decimal(BigDecimal value, int decimals) {
    return grouped(value.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros());
  }

  /** With exactly that number of decimals. */
  public static String fixed(double value, int decimals) {
    return grouped(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP));
  }

  /** With exactly that number of decimals and its sign. */
  public static String signed(double value, int decimals) {
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
    return (rounded.signum() > 0 ? "+" : "") + grouped(rounded);
  }

  /** How many decimals a rate of this size is printed with: 1234, 123.4, 12.34, 1.23, 0.123. */
  public static int decimals(double rate) {
    double size = Math.abs(rate);
    if (size >= 1000) {
      return 0;
    } else if (size >= 100) {
      return 1;
    }
    int decimals = 2;
    while (size > 0 && size < 1 && decimals < 6) {
      size *= 10;
      decimals++;
    }
    return decimals;
  }

  /** A rate that was computed. */
  public static String rate(double rate) {
    return fixed(rate, decimals(rate));
  }

  /**
   * A rate of that basis; a published one is printed as published: {@code 83.9}, not {@code 83.90}.
   */
  public static String rate(double rate, RateOrigin basis) {
    return basis == RateOrigin.PUBLISHED ? decimal(new BigDecimal(rate), PUBLISHED) : rate(rate);
  }

  /** How far a rate is from another one, with its sign, as {@link #rate} prints them. */
  public static String difference(double difference, double rate, RateOrigin basis) {
    String printed = absoluteDifference(difference, rate, basis);
    if (printed.chars().noneMatch(c -> c >= '1' && c <= '9')) {
      return printed;
    }
    return (difference > 0 ? '+' : '\u2212') + printed;
  }

  /** The same without the sign. */
  public static String absoluteDifference(double difference, double rate, RateOrigin basis) {
    double size = Math.abs(difference);
    return basis == RateOrigin.PUBLISHED
        ? decimal(new BigDecimal(size), PUBLISHED)
        : fixed(size, decimals(rate));
  }

  /** A number with a unit that has been printed already: {@code 3.18 家/百万}, {@code 3.1/10万}. */
  public static Bilingual withUnit(String number, Bilingual unit) {
    return Bilingual.of(
        "{0}{1}{3}",
        "{0}{2}{3}", number, gap(unit.zh().toString()), gap(unit.en().toString()), unit);
  }

  /** A whole number. */
  public static String count(long value) {
    return grouped(BigDecimal.valueOf(value));
  }

  /**
   * A number with its unit; millions in 万 and million, hundreds of millions of yuan in 亿 and
   * billion.
   */
  public static Bilingual quantity(BigDecimal value, Unit unit) {
    BigDecimal size = value.abs();
    if (unit.id().equals("yuan") && size.compareTo(YI) >= 0) {
      return Bilingual.of(
          "{0} 亿{2}",
          "{1} billion {3}", scaled(value, 8), scaled(value, 9), unit.zh(), unit.enPlural());
    } else if (size.compareTo(MILLION) >= 0) {
      return Bilingual.of(
          "{0} 万{2}",
          "{1} million {3}", scaled(value, 4), scaled(value, 6), unit.zh(), unit.enPlural());
    }
    String printed = decimal(value, 6);
    String en = size.compareTo(BigDecimal.ONE) == 0 ? unit.en() : unit.enPlural();
    return Bilingual.of("{0}{1}{2}", "{0}{3}{4}", printed, gap(unit.zh()), unit.zh(), gap(en), en);
  }

  /** A number of residents: {@code 949.98 万人}, {@code 9.5 million}. */
  public static Bilingual population(BigDecimal value, Unit unit) {
    BigDecimal size = value.abs();
    Bilingual zh =
        size.compareTo(WAN) >= 0
            ? Bilingual.same(scaled(value, 4) + " 万" + unit.zh())
            : quantity(value, unit);
    String en =
        size.compareTo(MILLION) >= 0
            ? scaled(value, 6) + " million"
            : size.compareTo(WAN) >= 0 ? scaled(value, 3) + " thousand" : decimal(value, 6);
    return new Bilingual(zh.zh(), Html.text(en));
  }

  private static String scaled(BigDecimal value, int digits) {
    return decimal(value.movePointLeft(digits), 2);
  }

  private static String gap(String unit) {
    return unit.isEmpty() || "%‰/".indexOf(unit.charAt(0)) >= 0 ? "" : " ";
  }

  private static String grouped(BigDecimal value) {
    String digits = value.abs().toPlainString();
    int point = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
    StringBuilder out = new StringBuilder(digits);
    for (int i = point - 3; i > 0; i -= 3) {
      out.insert(i, ',');
    }
    return value.signum() < 0 ? out.insert(0, '\u2212').toString() : out.toString();
  }
}
