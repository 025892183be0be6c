package org.duibiao.normalize.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.ShippedCatalogue;
import org.duibiao.model.Indicator;
import org.duibiao.model.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Units as the shipped catalogue knows them. */
@Isolated("changes the locale of the JVM")
class UnitReaderTest {

  private static final Catalogue CATALOGUE = ShippedCatalogue.load();
  private static final List<String> MULTIPLIERS =
      List.of("", "十", "百", "千", "万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿");

  private final UnitReader reader = new UnitReader(CATALOGUE);

  static Stream<String[]> placed() {
    return CaseFile.rows("units.csv").filter(row -> row.length == 4);
  }

  static Stream<String[]> wrong() {
    return CaseFile.rows("units.csv").filter(row -> row.length == 3 && !row[1].equals("-"));
  }

  static Stream<String[]> bare() {
    return CaseFile.rows("units.csv").filter(row -> row[1].equals("-"));
  }

  @ParameterizedTest(name = "[{index}] {0} of {1}")
  @MethodSource("placed")
  void convertsToTheIndicatorsUnit(String text, String indicator, String unit, String factor) {
    Indicator of = indicator(indicator);
    assertThat(of.unit().id()).isEqualTo(unit);
    assertThat(UnitReader.factor(reader.read(text), of)).isEqualByComparingTo(factor);
  }

  @ParameterizedTest(name = "[{index}] {0} of {1}")
  @MethodSource("wrong")
  void contradictsOrIsUnknown(String text, String indicator, String fault) {
    UnitReader.PrintedUnit printed = reader.read(text);
    assertThat(UnitReader.factor(printed, indicator(indicator))).isNull();
    assertThat(printed.isKnown()).isEqualTo(fault.equals("!"));
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @MethodSource("bare")
  void saysWhatAFormCanMean(String text, String indicator, String units) {
    assertThat(reader.read(text).units().stream().map(Unit::id).toList())
        .isEqualTo(Arrays.stream(units.split("\\|")).filter(id -> !id.isEmpty()).toList());
  }

  @Test
  void theTablesAreNotEmpty() {
    assertThat(placed().count() + wrong().count() + bare().count()).isGreaterThan(180);
  }

  @Test
  void blankTextIsNoUnit() {
    for (String blank : new String[] {null, "", " ", "\u3000", "\u200B", "单位", "单位:", "()"}) {
      assertThat(reader.read(blank)).as("'%s'", blank).isNull();
    }
  }

  @Test
  void aMultiplierAloneIsKept() {
    assertThat(reader.read("万"))
        .isEqualTo(new UnitReader.PrintedUnit("", new BigDecimal(10_000), List.of()));
    assertThat(reader.read("(亿)").factor()).isEqualByComparingTo("100000000");
    assertThat(reader.read("瓶").isMultiplied()).isFalse();
  }

  @Test
  void everyFormOfTheCatalogueIsReadBackWithEveryMultiplier() {
    for (Unit unit : CATALOGUE.units()) {
      for (String form : unit.forms()) {
        for (String multiplier : MULTIPLIERS) {
          for (String text :
              List.of(
                  multiplier + form,
                  "(" + multiplier + form + ")",
                  "单位:" + multiplier + form,
                  " " + multiplier + " " + form + "\u3000")) {
            UnitReader.PrintedUnit printed = reader.read(text);
            assertThat(printed).as("'%s'", text).isNotNull();
            if (CATALOGUE.unitsOf(multiplier + form).isEmpty()) {
              assertThat(printed.units()).as("'%s'", text).contains(unit);
              assertThat(printed.factor())
                  .as("'%s'", text)
                  .isEqualByComparingTo(NumberReaderFactors.of(multiplier));
            } else {
              // 百万分之 is one in a million, not a hundred ten-thousandths.
              assertThat(printed.units()).isEqualTo(CATALOGUE.unitsOf(multiplier + form));
              assertThat(printed.isMultiplied()).isFalse();
            }
          }
        }
      }
    }
  }

  @Test
  void convertedThereAndBackIsTheSame() {
    List<Unit> proportions =
        CATALOGUE.units().stream().filter(unit -> unit.dimension().equals("proportion")).toList();
    assertThat(proportions).hasSizeGreaterThan(5);
    for (Unit from : proportions) {
      for (Unit to : proportions) {
        UnitReader.PrintedUnit one = new UnitReader.PrintedUnit("", BigDecimal.ONE, List.of(from));
        UnitReader.PrintedUnit back = new UnitReader.PrintedUnit("", BigDecimal.ONE, List.of(to));
        assertThat(UnitReader.factor(one, to).multiply(UnitReader.factor(back, from)))
            .as("%s to %s", from.id(), to.id())
            .isEqualByComparingTo(BigDecimal.ONE);
      }
    }
  }

  @Test
  void randomTextNeverThrows() {
    String alphabet = "万亿千百十萬億人次张家所个元/%‰1０0每单位计量:：()（）[]【】 \u3000\u200B。,;mM2㎡\uD83D\uDC89ıİ";
    Random random = new Random(11);
    for (int round = 0; round < 10_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(round % 1000 == 0 ? 5_000 : 10);
      for (int i = 0; i < length; i++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      UnitReader.PrintedUnit printed = reader.read(text.toString());
      if (printed != null) {
        assertThat(printed.factor().signum()).isPositive();
        for (String id : List.of("beds", "infant_mortality_rate", "outpatient_cost_per_visit")) {
          BigDecimal factor = UnitReader.factor(printed, indicator(id));
          assertThat(factor == null || factor.signum() > 0).isTrue();
        }
      }
    }
  }

  @Test
  void theSameUnderEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(reader.read("M2").units()).extracting(Unit::id).containsExactly("square_metre");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Indicator indicator(String id) {
    return CATALOGUE.indicator(id).orElseThrow();
  }

  /** The multipliers once more, told apart by their characters. */
  private static final class NumberReaderFactors {
    static String of(String multiplier) {
      int zeros = 0;
      for (char c : multiplier.toCharArray()) {
        zeros +=
            switch (c) {
              case '十' -> 1;
              case '百' -> 2;
              case '千' -> 3;
              case '万' -> 4;
              default -> 8;
            };
      }
      return "1" + "0".repeat(zeros);
    }
  }
}
