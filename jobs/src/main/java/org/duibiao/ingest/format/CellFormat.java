package org.duibiao.ingest.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.columns.ColumnType;
import org.duibiao.model.DecimalText;

/**
 * What a workbook shows for a number that it keeps in binary.
 *
 * <pre>
 * 0.30000000000000004 General  → 0.3          workbooks keep 15 digits, the rest is noise
 * 6.82352941176470    0.00     → 6.823529411765   nobody typed it: as many decimals as tables keep
 * 0.123               0.0%     → 12.3%
 * 43646               yyyy-m-d → 2019-06-30
 * 43646               yyyy"年" → 2019年
 * 2019                0"年"    → 2019年
 * 12.3456             0.0      → 12.3456      digits that are only hidden are not lost
 * </pre>
 *
 * @param dates how days are shown, or null for numbers
 * @param shift by how many places the decimal point moves
 * @param suffix what stands behind the number
 */
record CellFormat(DateTimeFormatter dates, int shift, String suffix) {

  private static final MathContext PRECISION = new MathContext(15, RoundingMode.HALF_EVEN);
  private static final int MEANT = 6;
  private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
  private static final int DAYS_TO_1904 = 1462;
  private static final int LAST_DAY = 2_958_465;

  /** Colours, conditions, locales and numeral systems. */
  private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*\\]");

  private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"|\\\\(.)|_.|\\*.");

  /** What stands behind the last digit. */
  private static final Pattern SUFFIX =
      Pattern.compile("[0#?](?:\"([^\"]*)\"|([^0#?.,\"\\\\_*;E/@]+))$");

  private static final CellFormat PLAIN = new CellFormat(null, 0, "");
  private static final CellFormat PERCENT = new CellFormat(null, 2, "%");
  private static final CellFormat YEAR = ofDates(DateTimeFormatter.ofPattern("u年", Locale.ROOT));
  private static final CellFormat MONTH = ofDates(DateTimeFormatter.ofPattern("u年M月", Locale.ROOT));
  private static final CellFormat DAY = ofDates(DateTimeFormatter.ISO_LOCAL_DATE);

  private static CellFormat ofDates(DateTimeFormatter dates) {
    return new CellFormat(dates, 0, "");
  }

  /**
   * A format.
   *
   * @param id the number of a format that every workbook has
   * @param code such as {@code yyyy"年"}, or null for a format that is known by number only
   */
  static CellFormat of(int id, String code) {
    // The library for .xls has no words for formats that only Chinese and Japanese versions have.
    if (code == null || code.startsWith("reserved-")) {
      return switch (id) {
        case 9, 10 -> PERCENT;
        case 14, 15, 16, 22, 28, 29, 30, 31, 36, 50, 51, 53, 54, 58 -> DAY;
        case 17, 27, 52, 57 -> MONTH;
        default -> PLAIN;
      };
    }
    String section = BRACKETS.matcher(code.split(";", 2)[0]).replaceAll("");
    String bare = LITERAL.matcher(section).replaceAll("").toLowerCase(Locale.ROOT);
    boolean digits = bare.matches(".*[0#?].*");
    boolean year = bare.contains("y") || bare.contains("e") && !digits;
    boolean month = bare.contains("m") && !bare.matches(".*h+[^a-z]*m.*");
    boolean day = bare.contains("d");
    if (!bare.contains("general") && !digits && (year || month || day)) {
      return day || !year ? DAY : month ? MONTH : YEAR;
    }
    if (bare.contains("%")) {
      return PERCENT;
    } else if (section.contains("‰")) {
      return new CellFormat(null, 0, "‰");
    }
    Matcher matcher = SUFFIX.matcher(section);
    String suffix = "";
    if (matcher.find()) {
      suffix = matcher.group(1) != null ? matcher.group(1) : matcher.group(2).strip();
    }
    return new CellFormat(null, 0, suffix.strip());
  }

  /**
   * The text of a number.
   *
   * @param number as the workbook keeps it
   * @param since1904 whether its days are counted from 1904
   */
  String text(String number, boolean since1904) {
    BigDecimal value;
    try {
      value = new BigDecimal(number.strip());
    } catch (NumberFormatException e) {
      return number;
    }
    if (Math.abs((long) value.precision() - value.scale()) > 400
        || Math.abs((long) value.scale()) > 400) {
      return number;
    }
    value = value.round(PRECISION);
    return dates == null
        ? DecimalText.plain(computed(value.movePointRight(shift))) + suffix
        : date(value, since1904);
  }

  /**
   * A quotient without the decimals that no table keeps; a number so small that it needs them has
   * them.
   */
  private static BigDecimal computed(BigDecimal value) {
    boolean small = value.precision() - value.scale() < MEANT - ColumnType.SCALE;
    return value.scale() <= ColumnType.SCALE || small
        ? value
        : value.setScale(ColumnType.SCALE, RoundingMode.HALF_EVEN);
  }

  private String date(BigDecimal value, boolean since1904) {
    BigDecimal days = since1904 ? value.add(BigDecimal.valueOf(DAYS_TO_1904)) : value;
    // Day 60 is a 29 February 1900 that never was; before it days are counted from another start.
    if (days.compareTo(BigDecimal.valueOf(61)) < 0
        || days.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
      return DecimalText.plain(value);
    }
    return dates.format(FIRST_DAY.plusDays(days.setScale(0, RoundingMode.FLOOR).longValueExact()));
  }
}
