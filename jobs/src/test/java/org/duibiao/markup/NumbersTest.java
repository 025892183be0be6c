package org.duibiao.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.duibiao.model.Unit;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.report.model.ReleaseFixture;
import org.duibiao.report.model.ReportIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 2 | 0",
        "1234567.891 | 2 | 1,234,567.89",
        "-1234.5 | 2 | −1,234.5",
        "100 | 0 | 100",
        "999 | 0 | 999",
        "1000 | 0 | 1,000",
        "0.10 | 2 | 0.1",
        "1E+3 | 0 | 1,000",
        "0.005 | 2 | 0.01",
      })
  void printsDecimals(BigDecimal value, int decimals, String printed) {
    assertThat(Numbers.decimal(value, decimals)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0.00",
        "0.03154 | 0.0315",
        "0.9 | 0.900",
        "3.1784 | 3.18",
        "14.3623 | 14.36",
        "122.54 | 122.5",
        "203489.2 | 203,489",
        "-1.5 | −1.50",
      })
  void printsRatesWithTheDecimalsThatTheyBear(double rate, String printed) {
    assertThat(Numbers.rate(rate)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.1532 | 3.18 | COMPUTED | +0.15",
        "-0.9411 | 3.18 | COMPUTED | −0.94",
        "0.0001 | 3.18 | COMPUTED | 0.00",
        "-1.8 | 83.9 | PUBLISHED | −1.8",
        "0.7 | 83.9 | PUBLISHED | +0.7",
        "0 | 83.9 | PUBLISHED | 0",
      })
  void printsDifferencesWithTheirSign(
      double difference, double rate, RateOrigin basis, String printed) {
    assertThat(Numbers.difference(difference, rate, basis)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "35 | 35 家 | 35 hospitals",
        "1 | 1 家 | 1 hospital",
        "57583 | 57,583 家 | 57,583 hospitals",
        "141020900 | 14,102.09 万家 | 141.02 million hospitals",
      })
  void printsQuantities(BigDecimal value, String zh, String en) {
    assertThat(Numbers.quantity(value, ReleaseFixture.HOSPITAL)).isEqualTo(Bilingual.plain(zh, en));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "18248500 | 1,824.85 万人 | 18.25 million",
        "955000 | 95.5 万人 | 955 thousand",
        "9500 | 9,500 人 | 9,500",
      })
  void printsResidents(BigDecimal value, String zh, String en) {
    assertThat(Numbers.population(value, ReleaseFixture.PERSON)).isEqualTo(Bilingual.plain(zh, en));
  }

  @Test
  void printsMoneyInYiAndBillions() {
    Unit yuan = new Unit("yuan", "元", "yuan", "yuan", "yuan", 1, List.of(), null);
    assertThat(Numbers.quantity(new BigDecimal("5670871000000"), yuan))
        .isEqualTo(Bilingual.plain("56,708.71 亿元", "5,670.87 billion yuan"));
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "3.0000000001, 3", "3.01, 4", "0, 0", "-2.4, -2"})
  void roundsWhatIsNeededUp(double needed, long printed) {
    assertThat(ReportIndex.roundedUp(needed)).isEqualTo(printed);
  }
}
