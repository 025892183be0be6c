package org.duibiao.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.duibiao.benchmark.Intervals.STRICT;
import static org.duibiao.benchmark.Intervals.USUAL;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.duibiao.benchmark.Intervals.Counted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalsTest {

  private static final List<Double> LEVELS = List.of(USUAL, STRICT);

  private static Interval of(String method, String arguments, double confidence) {
    double[] a = Arrays.stream(arguments.split(" ")).mapToDouble(Double::parseDouble).toArray();
    return switch (method) {
      case "poissonExact" -> Intervals.poissonExact(a[0], confidence);
      case "byar" -> Intervals.byar(a[0], confidence);
      case "wilson" -> Intervals.wilson(a[0], a[1], confidence);
      case "clopperPearson" -> clopperPearson(a[0], a[1], confidence);
      case "rateRatio" ->
          Intervals.rateRatio(new Counted(a[0], a[1]), new Counted(a[2], a[3]), confidence);
      case "rateDifference" ->
          Intervals.rateDifference(new Counted(a[0], a[1]), new Counted(a[2], a[3]), confidence);
      case "newcombe" ->
          Intervals.newcombe(new Counted(a[0], a[1]), new Counted(a[2], a[3]), confidence);
      default -> throw new IllegalArgumentException(method);
    };
  }

  /** The limits of a share of all, of which those of the ratio to the others follow. */
  private static Interval clopperPearson(double count, double base, double confidence) {
    Interval odds =
        Intervals.rateRatio(new Counted(count, 1), new Counted(base - count, 1), confidence);
    double high = odds.high() == null ? 1 : odds.high() / (1 + odds.high());
    return new Interval(odds.low() / (1 + odds.low()), high);
  }

  /**
   * Worked examples as they are printed, to the digits that are printed.
   *
   * <ul>
   *   <li>wilson: Newcombe RG. Statistics in Medicine 1998; 17: 857–872, table I, method 3.
   *   <li>newcombe: Newcombe RG. Statistics in Medicine 1998; 17: 873–890, table II, method 10.
   *   <li>poissonExact of 137 in 24.19893 and rateRatio: the examples of R's help page {@code
   *       poisson.test}, with the limits that R prints.
   * </ul>
   */
  @ParameterizedTest
  @CsvSource({
    "wilson, 81 263, 0.2553, 0.3662, 0.00005",
    "wilson, 15 148, 0.0624, 0.1605, 0.00005",
    "wilson, 0 20, 0.0000, 0.1611, 0.00005",
    "wilson, 1 29, 0.0061, 0.1718, 0.00005",
    "newcombe, 56 70 48 80, 0.0524, 0.3339, 0.00005",
    "newcombe, 9 10 3 10, 0.1705, 0.8090, 0.00005",
    "newcombe, 6 7 2 7, 0.0582, 0.8062, 0.00005",
    "newcombe, 5 56 0 29, -0.0381, 0.1926, 0.00005",
    "newcombe, 0 10 0 20, -0.1611, 0.2775, 0.00005",
    "newcombe, 0 10 0 10, -0.2775, 0.2775, 0.00005",
    "newcombe, 10 10 0 20, 0.6791, 1.0000, 0.00005",
    "newcombe, 10 10 0 10, 0.6075, 1.0000, 0.00005",
    "rateRatio, 11 800 21 3011, 0.8584264, 4.2772659, 0.00000005",
  })
  void publishedExamples(
      String method, String arguments, double low, double high, double halfADigit) {
    Interval interval = of(method, arguments, USUAL);
    assertThat(interval.low()).isCloseTo(low, within(halfADigit));
    assertThat(interval.high()).isCloseTo(high, within(halfADigit));
  }

  /**
   * The example in the documentation of the Ruby library byar, which takes z as 1.96: 100 observed
   * where 90 were expected.
   */
  @Test
  void byarsExampleOfAnotherLibrary() {
    double level = 1 - 2 * NormalDistribution.of(0, 1).survivalProbability(1.96);
    Interval observed = Intervals.byar(100, level);
    assertThat(observed.high()).isCloseTo(121.628347271806, within(5e-10));
    Interval ratio = observed.times(1 / 90.0);
    assertThat(ratio.low()).isCloseTo(0.9040199067337297, within(1e-12));
    assertThat(ratio.high()).isCloseTo(1.3514260807978444, within(1e-12));
  }

  @Test
  void thePoissonExampleOfR() {
    Interval rate = Intervals.poissonExact(137, USUAL).times(1 / 24.19893);
    assertThat(rate.low()).isCloseTo(4.753125, within(5e-7));
    assertThat(rate.high()).isCloseTo(6.692709, within(5e-7));
  }

  /**
   * Values to 16 digits from another implementation: mpmath 1.3.0 with 40 digits. There the exact
   * limits are found by bisection of the incomplete gamma function (Poisson) and of plain sums of
   * binomial probabilities (Clopper–Pearson, rate ratio), so that no quantile function and no F or
   * beta distribution is shared with the code; Byar, Wilson and what is built on them are the
   * published formulas. Some of the exact ones were seen to agree with scipy 1.17.1 ({@code
   * chi2.ppf}, {@code binomtest(…).proportion_ci}).
   */
  @ParameterizedTest
  @CsvFileSource(resources = "intervals.csv")
  void valuesOfAnIndependentImplementation(
      String method, String arguments, double confidence, double low, String high) {
    assertLimits(method, arguments, confidence, low, high);
  }

  /** Values of R, as intervals-r.R beside them made them. */
  @ParameterizedTest
  @CsvFileSource(resources = "intervals-r.csv")
  void valuesOfR(String method, String arguments, double confidence, double low, String high) {
    assertLimits(method, arguments, confidence, low, high);
  }

  private static void assertLimits(
      String method, String arguments, double confidence, double low, String high) {
    Interval interval = of(method, arguments, confidence);
    assertThat(interval.low()).isCloseTo(low, within(1e-10 * Math.max(1e-9, Math.abs(low))));
    if (high.equals("none")) {
      assertThat(interval.high()).isNull();
    } else {
      double expected = Double.parseDouble(high);
      assertThat(interval.high()).isCloseTo(expected, within(1e-10 * Math.abs(expected)));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.4, 1, 9, 10, 1e3, 1e6, 1e9})
  void aCountLiesInItsIntervals(double count) {
    for (double level : LEVELS) {
      assertThat(Intervals.poissonExact(count, level).contains(count)).isTrue();
      assertThat(Intervals.byar(count, level).contains(count)).isTrue();
      assertThat(Intervals.wilson(count, 2e9, level).contains(count / 2e9)).isTrue();
      assertThat(clopperPearson(count, 2e9, level).contains(count / 2e9)).isTrue();
    }
  }

  @Test
  void byarIsNearTheExactLimitsFromTenOn() {
    for (int count = 10; count < 500; count++) {
      Interval exact = Intervals.poissonExact(count, USUAL);
      Interval byar = Intervals.byar(count, USUAL);
      assertThat(byar.low() / exact.low()).isCloseTo(1, within(0.0025));
      assertThat(byar.high() / exact.high()).isCloseTo(1, within(0.0025));
    }
    assertThat(Intervals.poisson(9, USUAL)).isEqualTo(Intervals.poissonExact(9, USUAL));
    assertThat(Intervals.poisson(10, USUAL)).isEqualTo(Intervals.byar(10, USUAL));
  }

  @Test
  void relativeWidthShrinksWithTheCountAndGrowsWithTheConfidence() {
    double width = Double.MAX_VALUE;
    for (double count = 1; count < 1e7; count *= 3) {
      Interval interval = Intervals.poisson(count, USUAL);
      Interval wider = Intervals.poisson(count, STRICT);
      double now = (interval.high() - interval.low()) / count;
      assertThat(now).isLessThan(width);
      assertThat(wider.low()).isLessThan(interval.low());
      assertThat(wider.high()).isGreaterThan(interval.high());
      width = now;
      Interval ratio =
          Intervals.rateRatio(new Counted(count, 10), new Counted(2 * count, 10), USUAL);
      Interval sharper =
          Intervals.rateRatio(new Counted(3 * count, 10), new Counted(6 * count, 10), USUAL);
      assertThat(sharper.low()).isGreaterThan(ratio.low());
      assertThat(sharper.high()).isLessThan(ratio.high());
    }
  }

  @Test
  void swappingCityAndReferenceInvertsTheRatioAndMirrorsTheDifference() {
    Random random = new Random(20260501);
    for (int i = 0; i < 300; i++) {
      double x = random.nextInt(200) + 1;
      double y = random.nextInt(200) + 1;
      double t = 1000 + random.nextInt(1_000_000);
      double u = 1000 + random.nextInt(1_000_000);
      for (double level : LEVELS) {
        Interval there = Intervals.rateRatio(new Counted(x, t), new Counted(y, u), level);
        Interval back = Intervals.rateRatio(new Counted(y, u), new Counted(x, t), level);
        assertThat(there.low() * back.high()).isCloseTo(1, within(1e-9));
        assertThat(there.high() * back.low()).isCloseTo(1, within(1e-9));
        assertThat(there.contains((x / t) / (y / u))).isTrue();
        mirrored(
            Intervals.rateDifference(new Counted(x, t), new Counted(y, u), level),
            Intervals.rateDifference(new Counted(y, u), new Counted(x, t), level));
        mirrored(
            Intervals.newcombe(new Counted(x, 200), new Counted(y, 300), level),
            Intervals.newcombe(new Counted(y, 300), new Counted(x, 200), level));
      }
    }
  }

  private static void mirrored(Interval there, Interval back) {
    assertThat(there.low()).isCloseTo(-back.high(), within(1e-12));
    assertThat(there.high()).isCloseTo(-back.low(), within(1e-12));
  }

  @Test
  void anIdenticalCityHasTheRatioOneAndTheDifferenceNought() {
    for (double count : new double[] {1, 7, 50, 4000}) {
      Interval ratio =
          Intervals.rateRatio(new Counted(count, 12345), new Counted(count, 12345), USUAL);
      assertThat(ratio.contains(1)).isTrue();
      assertThat(ratio.low() * ratio.high()).isCloseTo(1, within(1e-9));
      assertThat(
              Intervals.rateDifference(new Counted(count, 12345), new Counted(count, 12345), USUAL)
                  .contains(0))
          .isTrue();
      assertThat(
              Intervals.newcombe(new Counted(count, 12345), new Counted(count, 12345), USUAL)
                  .contains(0))
          .isTrue();
    }
  }

  /** The exact interval holds the mean in at least 95 % of all samples; the coverage is summed. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 2.3, 8, 20})
  void theExactIntervalCoversAsPromised(double mean) {
    double covered = 0;
    double probability = Math.exp(-mean);
    for (int count = 0; count < 200; count++) {
      if (Intervals.poissonExact(count, USUAL).contains(mean)) {
        covered += probability;
      }
      probability *= mean / (count + 1);
    }
    assertThat(covered).isBetween(0.95, 1.0);
  }

  @Test
  void nothingToCountHasADefinedAnswer() {
    assertThat(Intervals.poissonExact(0, USUAL).low()).isZero();
    assertThat(Intervals.byar(0, USUAL).low()).isZero();
    assertThat(Intervals.byar(1, STRICT).low()).isZero();
    assertThat(Intervals.wilson(0, 0, USUAL)).isEqualTo(new Interval(0, 1.0));
    assertThat(clopperPearson(0, 0, USUAL)).isEqualTo(new Interval(0, 1.0));
    assertThat(Intervals.newcombe(new Counted(3, 10), new Counted(0, 0), USUAL))
        .isEqualTo(new Interval(-1, 1.0));
    assertThat(Intervals.rateRatio(new Counted(0, 10), new Counted(0, 10), USUAL))
        .isEqualTo(new Interval(0, null));
    assertThat(Intervals.rateRatio(new Counted(0, 10), new Counted(5, 10), USUAL).low()).isZero();
    assertThat(Intervals.rateRatio(new Counted(0, 10), new Counted(5, 10), USUAL).high())
        .isLessThan(1.1);
    assertThat(Intervals.rateRatio(new Counted(5, 10), new Counted(0, 10), USUAL).high()).isNull();
    assertThat(Intervals.rateDifference(new Counted(0, 10), new Counted(0, 10), USUAL).contains(0))
        .isTrue();
  }

  @Test
  void whatIsNoCountIsRefusedWithTheReason() {
    refused(() -> Intervals.poissonExact(-1, USUAL), "count -1.0 must be 0 or more");
    refused(() -> Intervals.byar(Double.NaN, USUAL), "count NaN must be 0 or more");
    refused(
        () -> Intervals.poissonExact(1, 95),
        "confidence 95.0 must be a share between 0 and 1, such as 0.95");
    refused(() -> Intervals.wilson(3, 2, USUAL), "count 3.0 must not be more than its base 2.0");
    refused(
        () -> Intervals.rateRatio(new Counted(3, 0), new Counted(4, 5), USUAL),
        "exposure 0.0 must be more than 0: there is no rate without it");
    refused(
        () -> Intervals.rateDifference(new Counted(3, 1), new Counted(4, 0), USUAL),
        "reference exposure 0.0 must be more than 0: there is no rate without it");
    refused(() -> new Interval(2, 1.0), "no interval: 2.0 to 1.0");
    refused(() -> new Interval(Double.NaN, 1.0), "no interval: NaN to 1.0");
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
