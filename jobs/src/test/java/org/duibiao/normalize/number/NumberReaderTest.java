package org.duibiao.normalize.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("changes the locale of the JVM")
class NumberReaderTest {

  @ParameterizedTest(name = "[{index}] {0}")
  @MethodSource("figures")
  void readsFigure(String text, ParsedNumber.Amount expected) {
    assertThat(NumberReader.read(text)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @MethodSource("missing")
  void readsMissing(String text) {
    assertThat(NumberReader.read(text)).isEqualTo(new ParsedNumber.Missing(text));
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @MethodSource("unreadable")
  void refusesWithReason(String text, String reason) {
    assertThat(NumberReader.read(text))
        .isInstanceOfSatisfying(
            ParsedNumber.Unreadable.class,
            unreadable -> {
              assertThat(unreadable.reason()).isEqualTo(reason);
              assertThat(unreadable.detail()).isNotBlank().hasSizeLessThan(160);
            });
  }

  @Test
  void readsNullAsBlankCell() {
    assertThat(NumberReader.read(null)).isEqualTo(new ParsedNumber.Missing(""));
  }

  @Test
  void detailNamesOffendingPartAndWhatWouldBeReadable() {
    assertThat(NumberReader.read("22所、34家"))
        .isEqualTo(
            new ParsedNumber.Unreadable(
                "several_numbers", "\"所、34家\": one number per cell is read"));
    assertThat(NumberReader.read("1,06,3"))
        .isEqualTo(
            new ParsedNumber.Unreadable(
                "malformed_separators", "\"1,06,3\": 1,063,540 and 1063540 would be read"));
  }

  @Test
  void readsTwoHundredCodePointsAndNoMore() {
    String digits = "1".repeat(200);
    assertThat(NumberReader.read(digits))
        .isEqualTo(
            new ParsedNumber.Amount(
                new BigDecimal(digits), null, Bound.EQ, BigDecimal.ONE, false, ""));
    assertThat(reason("1".repeat(201))).isEqualTo("too_long");
    assertThat(reason("💉".repeat(200))).isEqualTo("no_number");
    assertThat(reason("💉".repeat(201))).isEqualTo("too_long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "ar-EG", "zh-CN", "de-DE"})
  void dependsOnNoLocale(String tag) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertThat(NumberReader.read("NIL")).isEqualTo(new ParsedNumber.Missing("NIL"));
      assertThat(NumberReader.read("1,063.5"))
          .isEqualTo(
              new ParsedNumber.Amount(
                  new BigDecimal("1063.5"), null, Bound.EQ, new BigDecimal("0.1"), false, ""));
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @EnumSource(Bound.class)
  void boundIsFoundByItsId(Bound bound) {
    assertThat(Code.of(Bound.class, bound.id())).isEqualTo(bound);
  }

  @Test
  void unknownBoundIsRefused() {
    assertThatThrownBy(() -> Code.of(Bound.class, "EQ"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No bound is called 'EQ'; there are eq, approx, ge, gt, le, lt, range");
  }

  @Test
  void onlyRangeHasUpperEnd() {
    assertThatThrownBy(
            () ->
                new ParsedNumber.Amount(
                    BigDecimal.ONE, BigDecimal.TEN, Bound.EQ, BigDecimal.ONE, false, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A range has an upper end, and nothing else has one");
  }

  private static String reason(String text) {
    return ((ParsedNumber.Unreadable) NumberReader.read(text)).reason();
  }

  static Stream<Arguments> figures() {
    return rows("numbers.csv")
        .map(
            row ->
                Arguments.of(
                    row[0],
                    new ParsedNumber.Amount(
                        new BigDecimal(row[1]),
                        row[2].isEmpty() ? null : new BigDecimal(row[2]),
                        Code.of(Bound.class, row[3]),
                        new BigDecimal(row[4]),
                        row[5].equals("y"),
                        row[6])));
  }

  static Stream<String> missing() {
    return rows("numbers-missing.csv").map(row -> row[0].equals("\"\"") ? "" : row[0]);
  }

  static Stream<Arguments> unreadable() {
    return rows("numbers-unreadable.csv").map(row -> Arguments.of(row[0], row[1]));
  }

  private static Stream<String[]> rows(String resource) {
    try (InputStream in = NumberReaderTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "))
          .map(line -> unescaped(line).split(";", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Spells out the characters that an editor would not show. */
  private static String unescaped(String line) {
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < line.length()) {
      if (line.startsWith("\\u", i)) {
        text.append((char) Integer.parseInt(line.substring(i + 2, i + 6), 16));
        i += 6;
      } else {
        text.append(line.charAt(i++));
      }
    }
    return text.toString();
  }
}
