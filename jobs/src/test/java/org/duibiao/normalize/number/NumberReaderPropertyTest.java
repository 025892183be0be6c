package org.duibiao.normalize.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.duibiao.model.code.Bound;
import org.junit.jupiter.api.Test;

/** Numbers that are printed in any supported form are read back; no text whatever does harm. */
class NumberReaderPropertyTest {
  private static final int ROUNDS = 50_000;
  private static final Duration HANG = Duration.ofMinutes(2);

  private static final String ALPHABET =
      "0123456789"
          + "00112233.,,.'- -—–~～至到/%‰"
          + "０１２．，％－（）()[]【】①②³*"
          + "一二三四五六七八九〇零两十百千万亿廿点壹佰萬"
          + "约近超过不足低于以上以内左右余多几成半分之每第年月日人所张元个百分点"
          + "eE+xN/A<>≥≤=¥ \u00A0\u3000\u2009\t\n"
          + "无缺…·ａＺ㎡kgm💉";

  /** The form that a number was given, and what must be read from it. */
  private record Printed(String text, ParsedNumber expected) {}

  @Test
  void readsBackWhatWasPrinted() {
    Random random = new Random(20240428);
    for (int i = 0; i < ROUNDS; i++) {
      Printed printed = printed(random);
      assertThat(NumberReader.read(printed.text)).as(printed.text).isEqualTo(printed.expected);
    }
  }

  @Test
  void readsBackEveryChineseNumeralBelowHundredThousand() {
    for (int number = 0; number < 100_000; number++) {
      String text = chinese(number);
      BigDecimal expected = BigDecimal.valueOf(number);
      assertThat(NumberReader.read(text))
          .as(text)
          .isInstanceOfSatisfying(
              ParsedNumber.Amount.class, figure -> assertThat(figure.value()).isEqualTo(expected));
    }
  }

  @Test
  void survivesRandomText() {
    Random random = new Random(440300);
    assertTimeoutPreemptively(
        HANG,
        () -> {
          for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(random.nextInt(20) == 0 ? 230 : 14);
            for (int k = 0; k < length; k++) {
              text.append(
                  random.nextInt(40) == 0
                      ? (char) random.nextInt(0x10000)
                      : ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            isSound(text.toString());
          }
        });
  }

  /** A changed character of a readable text makes it another reading, or none; never a failure. */
  @Test
  void survivesMutations() {
    Random random = new Random(370200);
    for (int i = 0; i < ROUNDS; i++) {
      StringBuilder text = new StringBuilder(printed(random).text);
      int at = random.nextInt(text.length());
      char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, c);
        case 1 -> text.insert(at, c);
        default -> text.deleteCharAt(at);
      }
      isSound(text.toString());
    }
  }

  /** The texts are too long to be looked at, so that their length costs nothing. */
  @Test
  void looksAtNoLongText() {
    assertTimeoutPreemptively(
        HANG,
        () -> {
          for (String unit :
              List.of(
                  "1", ",", "1,", "1 ", " ", "-", "- ", "万", "1万", "至", "1至", "约", "余", "①", "[1]",
                  "一", "十", "百分之", "(", "1E", "💉", "\uD800", "\u200B", ".", "每", "以上", "%-",
                  "1.")) {
            String text = unit.repeat(100_000);
            assertThat(NumberReader.read(text))
                .isInstanceOfSatisfying(
                    ParsedNumber.Unreadable.class,
                    unreadable -> assertThat(unreadable.reason()).isEqualTo("too_long"));
            for (int length = 1; length <= 200; length++) {
              isSound(text.substring(0, Math.min(length, text.length())));
              isSound("1" + text.substring(0, Math.min(length, text.length())));
              isSound("一" + text.substring(0, Math.min(length, text.length())) + "1");
            }
          }
        });
  }

  /** What holds for every reading. */
  private static void isSound(String text) {
    ParsedNumber reading = NumberReader.read(text);
    if (reading instanceof ParsedNumber.Amount figure) {
      assertThat(figure.value().scale()).as(text).isNotNegative();
      BigDecimal one = figure.resolution().stripTrailingZeros();
      assertThat(one.unscaledValue()).as(text).isEqualTo(BigInteger.ONE);
      assertThat(figure.unit()).as(text).isEqualTo(figure.unit().strip()).hasSizeLessThan(60);
      if (figure.bound() == Bound.RANGE) {
        assertThat(figure.high()).as(text).isGreaterThan(figure.value());
      } else {
        BigDecimal[] units = figure.value().divideAndRemainder(figure.resolution());
        assertThat(units[1].signum()).as(text).isZero();
      }
    } else if (reading instanceof ParsedNumber.Unreadable unreadable) {
      assertThat(unreadable.reason()).as(text).matches("[a-z_]+");
      assertThat(unreadable.detail()).as(text).hasSizeLessThan(200);
    }
  }

  // Printing

  private static Printed printed(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> chinesePrinted(random);
      case 1 -> rangePrinted(random);
      case 2 -> sharePrinted(random);
      case 3 -> scientificPrinted(random);
      default -> digitsPrinted(random);
    };
  }

  private static Printed digitsPrinted(Random random) {
    int scale = random.nextInt(4);
    BigDecimal number = number(random, scale);
    Multiplier multiplier = multiplier(random);
    String text = dressed(random, number) + gap(random, multiplier.text) + multiplier.text;
    BigDecimal value = number.scaleByPowerOfTen(multiplier.exponent);
    String unit = unit(random);
    BoundText bound = BoundText.any(random);
    text = bound.before + text + gap(random, unit) + unit + bound.after + mark(random);
    boolean whole = multiplier.exponent == 0 && scale == 0;
    if (whole && unit.equals("年") && inYears(number)) {
      return digitsPrinted(random);
    }
    return new Printed(
        text,
        new ParsedNumber.Amount(
            plain(value, multiplier.exponent - scale),
            null,
            bound.bound,
            resolution(multiplier.exponent - scale),
            multiplier.exponent > 0,
            unit));
  }

  private static Printed rangePrinted(Random random) {
    int scale = random.nextInt(3);
    BigDecimal one = number(random, scale).abs();
    BigDecimal other = one.add(number(random, scale).abs()).add(resolution(-scale));
    Multiplier multiplier = multiplier(random);
    String unit = unit(random);
    boolean both = random.nextBoolean();
    if (scale == 0 && multiplier.exponent == 0 && inYears(one) && inYears(other)
        || unit.equals("年")) {
      return rangePrinted(random);
    }
    String text =
        dressed(random, one)
            + (both ? multiplier.text + unit : "")
            + any(random, "-", "—", "——", "–", "~", "～", "〜", "至", "到", " - ", "－")
            + dressed(random, other)
            + multiplier.text
            + unit;
    return new Printed(
        text,
        new ParsedNumber.Amount(
            plain(one.scaleByPowerOfTen(multiplier.exponent), multiplier.exponent - scale),
            plain(other.scaleByPowerOfTen(multiplier.exponent), multiplier.exponent - scale),
            Bound.RANGE,
            resolution(multiplier.exponent - scale),
            multiplier.exponent > 0,
            unit));
  }

  private static Printed sharePrinted(Random random) {
    boolean words = random.nextBoolean();
    int number = random.nextInt(101);
    int decimal = random.nextInt(10);
    BigDecimal value = BigDecimal.valueOf(number * 10L + decimal, 1);
    String text = words ? chinese(number) + "点" + chinese(decimal) : value.toPlainString();
    BoundText bound = BoundText.any(random);
    String after = bound.after.equals("+") ? "以上" : bound.after;
    return new Printed(
        bound.before + "百分之" + text + after,
        new ParsedNumber.Amount(value, null, bound.bound, resolution(-1), false, "%"));
  }

  private static Printed scientificPrinted(Random random) {
    int scale = random.nextInt(5);
    int exponent = random.nextInt(25) - 12;
    BigDecimal number = number(random, scale);
    String text =
        number.toPlainString()
            + any(random, "E", "e")
            + (exponent < 0 ? "-" : any(random, "", "+"))
            + (random.nextBoolean() && Math.abs(exponent) < 10 ? "0" : "")
            + Math.abs(exponent);
    return new Printed(
        text,
        new ParsedNumber.Amount(
            plain(number.scaleByPowerOfTen(exponent), exponent - scale),
            null,
            Bound.EQ,
            resolution(exponent - scale),
            false,
            ""));
  }

  private static Printed chinesePrinted(Random random) {
    long number = Math.abs(random.nextLong()) % power(1 + random.nextInt(15));
    BoundText bound = BoundText.any(random);
    String unit = any(random, "", "所", "人", "个百分点");
    String text = chinese(number);
    if (random.nextInt(4) == 0) {
      text = formal(text);
    }
    int zeros = 0;
    if (number > 0 && number % 10_000 == 0) {
      zeros = number % 100_000_000 == 0 ? number / 100_000_000 % 10_000 == 0 ? 12 : 8 : 4;
    }
    return new Printed(
        bound.before + text + unit + bound.after,
        new ParsedNumber.Amount(
            BigDecimal.valueOf(number),
            null,
            bound.bound,
            resolution(zeros),
            number >= 10_000,
            unit));
  }

  private record BoundText(String before, String after, Bound bound) {
    static BoundText any(Random random) {
      return switch (random.nextInt(9)) {
        case 0 -> before(random, Bound.APPROX, "约", "大约", "接近", "近", "≈");
        case 1 -> before(random, Bound.GT, "超过", "高于", "逾", "超", ">", "＞");
        case 2 -> before(random, Bound.GE, "不少于", "不低于", "至少", "≥");
        case 3 -> before(random, Bound.LE, "不超过", "最多", "≤");
        case 4 -> before(random, Bound.LT, "不足", "低于", "少于", "<");
        case 5 -> before(random, Bound.EQ, "达到", "提高到", "达", "为", "共");
        case 6 -> after(random, Bound.APPROX, "左右", "上下");
        case 7 -> after(random, Bound.GE, "以上", "及以上");
        default -> after(random, Bound.LE, "以内", "以下");
      };
    }

    private static BoundText before(Random random, Bound bound, String... words) {
      boolean none = random.nextInt(3) == 0;
      String word = NumberReaderPropertyTest.any(random, words);
      return none ? new BoundText("", "", Bound.EQ) : new BoundText(word, "", bound);
    }

    private static BoundText after(Random random, Bound bound, String... words) {
      return new BoundText("", NumberReaderPropertyTest.any(random, words), bound);
    }
  }

  private record Multiplier(String text, int exponent) {}

  private static Multiplier multiplier(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> new Multiplier("百", 2);
      case 1 -> new Multiplier("千", 3);
      case 2, 3 -> new Multiplier("万", 4);
      case 4 -> new Multiplier("百万", 6);
      case 5 -> new Multiplier("千万", 7);
      case 6 -> new Multiplier("亿", 8);
      case 7 -> new Multiplier("万亿", 12);
      default -> new Multiplier("", 0);
    };
  }

  private static String unit(Random random) {
    return any(random, "", "", "所", "人", "人次", "%", "‰", "/10万", "张/千人", "元", "年", "个百分点", "平方米");
  }

  private static String gap(Random random, String after) {
    boolean digits = after.startsWith("/");
    return after.isEmpty() || digits ? "" : any(random, "", "", "", " ", "\u00A0", "\u3000");
  }

  private static String mark(Random random) {
    return any(random, "", "", "", "", "①", "*", "[1]", "〔2〕", "【12】", " 1)", "※");
  }

  private static BigDecimal number(Random random, int scale) {
    BigInteger unscaled =
        new BigInteger(1 + random.nextInt(random.nextInt(8) == 0 ? 90 : 40), random);
    BigDecimal number = new BigDecimal(unscaled, scale);
    return random.nextInt(6) == 0 ? number.negate() : number;
  }

  /** Digits with groups, in full width, with a sign of any kind, or plain. */
  private static String dressed(Random random, BigDecimal number) {
    String plain = number.abs().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String decimals = point < 0 ? "" : plain.substring(point);
    String separator = any(random, "", "", ",", "，", " ", "\u00A0", "\u2009", "\u3000", "'");
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < whole.length(); i++) {
      if (i > 0 && (whole.length() - i) % 3 == 0) {
        grouped.append(separator);
      }
      grouped.append(whole.charAt(i));
    }
    String text = grouped + decimals;
    if (random.nextInt(4) == 0) {
      text = fullWidth(text);
    }
    return number.signum() < 0 ? any(random, "-", "−", "－", "–", "负") + text : text;
  }

  private static String fullWidth(String text) {
    StringBuilder wide = new StringBuilder();
    for (char c : text.toCharArray()) {
      wide.append(c > ' ' && c < 0x7F ? (char) (c - '!' + '！') : c);
    }
    return wide.toString();
  }

  private static String chinese(long number) {
    if (number == 0) {
      return "零";
    }
    long hundredMillions = number / 100_000_000;
    long tenThousands = number / 10_000 % 10_000;
    long rest = number % 10_000;
    StringBuilder text = new StringBuilder();
    if (hundredMillions > 0) {
      text.append(chinese(hundredMillions)).append('亿');
    }
    if (tenThousands > 0) {
      boolean zero = text.length() > 0 && tenThousands < 1000;
      text.append(zero ? "零" : "").append(section(tenThousands)).append('万');
    }
    if (rest > 0) {
      boolean zero = text.length() > 0 && (rest < 1000 || tenThousands == 0);
      text.append(zero ? "零" : "").append(section(rest));
    }
    String plain = text.toString();
    return plain.startsWith("一十") ? plain.substring(1) : plain;
  }

  private static String section(long number) {
    StringBuilder text = new StringBuilder();
    String digits = String.valueOf(number);
    boolean zero = false;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      int place = digits.length() - 1 - i;
      if (digit == 0) {
        zero = true;
        continue;
      }
      text.append(zero ? "零" : "").append("零一二三四五六七八九".charAt(digit));
      text.append(place == 0 ? "" : String.valueOf("十百千".charAt(place - 1)));
      zero = false;
    }
    return text.toString();
  }

  private static String formal(String text) {
    String plain = "零一二三四五六七八九十百千万亿";
    String formal = "零壹贰叁肆伍陆柒捌玖拾佰仟萬億";
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      out.append(formal.charAt(plain.indexOf(c)));
    }
    return out.toString();
  }

  private static boolean inYears(BigDecimal number) {
    return number.compareTo(BigDecimal.valueOf(1900)) >= 0
        && number.compareTo(BigDecimal.valueOf(2100)) <= 0;
  }

  private static BigDecimal plain(BigDecimal value, int lastExponent) {
    return value.setScale(Math.max(0, -lastExponent), RoundingMode.UNNECESSARY);
  }

  private static BigDecimal resolution(int exponent) {
    return plain(BigDecimal.ONE.scaleByPowerOfTen(exponent), exponent);
  }

  private static long power(int exponent) {
    return BigInteger.TEN.pow(exponent).longValueExact();
  }

  private static String any(Random random, String... texts) {
    return texts[random.nextInt(texts.length)];
  }
}
