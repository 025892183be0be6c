package org.duibiao.benchmark;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Confidence intervals for counts, rates and proportions, and for how two of them compare.
 *
 * <p>All are two-sided with equal tails; {@code confidence} is a share, such as {@link #USUAL}. No
 * result is NaN or infinite: where the data set no upper limit, {@link Interval#high()} is null.
 * Counts may be fractions where they were reconstructed from a published rate.
 */
public final class Intervals {

  /** 95 %. */
  public static final double USUAL = 0.95;

  /** 99.8 %, which corresponds to the three-sigma limits of control charts. */
  public static final double STRICT = 0.998;

  /** Below this count Byar's approximation gives way to the exact interval. */
  public static final int EXACT_BELOW = 10;

  private static final int MOST_STEPS = 50;

  private Intervals() {}

  /**
   * A count and what it is divided by.
   *
   * @param count may be a fraction where it was reconstructed
   */
  public record Counted(double count, double denominator) {

    private double rate() {
      return count / denominator;
    }
  }

  /**
   * The mean of a Poisson count, exactly: with χ²(p; ν) the quantile of the chi-squared
   * distribution, χ²(α/2; 2x)/2 to χ²(1−α/2; 2x+2)/2, and 0 as the lower limit for x = 0.
   *
   * <p>Garwood F. Fiducial limits for the Poisson distribution. Biometrika 1936; 28: 437–442.
   *
   * <p>{@code poissonExact(10, 0.95)} is 4.795 to 18.390.
   *
   * @param count the events seen, at least 0
   */
  public static Interval poissonExact(double count, double confidence) {
    checkCount("count", count);
    double tail = tail(confidence);
    double low = count == 0 ? 0 : quantile(GammaDistribution.of(count, 1), tail, Side.LOWER);
    double high = quantile(GammaDistribution.of(count + 1, 1), tail, Side.UPPER);
    return new Interval(low, high);
  }

  /**
   * The mean of a Poisson count by Byar's approximation: x·(1 − 1/(9x) − z/(3√x))³ to (x+1)·(1 −
   * 1/(9(x+1)) + z/(3√(x+1)))³; the lower limit is 0 where x is 0 or the cube is negative.
   *
   * <p>Breslow NE, Day NE. Statistical methods in cancer research, volume II: The design and
   * analysis of cohort studies. Lyon: IARC, 1987: 69. From ten events on it is within 0.2 % of the
   * exact 95 % limits (Public Health England, Technical guide: Confidence intervals, 2018).
   *
   * @param count the events seen, at least 0
   */
  public static Interval byar(double count, double confidence) {
    checkCount("count", count);
    double z = z(confidence);
    double low = 0;
    if (count > 0) {
      double root = 1 - 1 / (9 * count) - z / (3 * Math.sqrt(count));
      low = count * Math.pow(Math.max(0, root), 3);
    }
    double next = count + 1;
    double high = next * Math.pow(1 - 1 / (9 * next) + z / (3 * Math.sqrt(next)), 3);
    return new Interval(low, high);
  }

  /**
   * The mean of a Poisson count: {@link #poissonExact} below ten events, {@link #byar} from ten on,
   * as Public Health England's Technical guide: Confidence intervals (2018) has it.
   *
   * @param count the events seen, at least 0
   */
  public static Interval poisson(double count, double confidence) {
    return count < EXACT_BELOW ? poissonExact(count, confidence) : byar(count, confidence);
  }

  /**
   * A proportion x/n by Wilson's score method without continuity correction: (2x + z² ± z·√(z² +
   * 4x(n−x)/n)) / (2(n + z²)). With nobody asked (n = 0) it is 0 to 1.
   *
   * <p>Wilson EB. Probable inference, the law of succession, and statistical inference. JASA 1927;
   * 22: 209–212; method 3 of Newcombe RG. Two-sided confidence intervals for the single proportion.
   * Statistics in Medicine 1998; 17: 857–872.
   *
   * <p>{@code wilson(81, 263, 0.95)} is 0.2553 to 0.3662.
   *
   * @param count those with the property, at most {@code base}
   * @param base all who were asked, at least 0
   */
  public static Interval wilson(double count, double base, double confidence) {
    checkProportion("", count, base);
    double z = z(confidence);
    if (base == 0) {
      return new Interval(0, 1.0);
    }
    double square = z * z;
    double middle = 2 * count + square;
    double spread = z * Math.sqrt(square + 4 * count * ((base - count) / base));
    double divisor = 2 * (base + square);
    double low = count == 0 ? 0 : Math.max(0, (middle - spread) / divisor);
    double high = count == base ? 1 : Math.min(1, (middle + spread) / divisor);
    return new Interval(low, high);
  }

  /**
   * The ratio of two Poisson rates, (x/t) / (y/u), exactly, given x + y: of the share x/(x+y) the
   * limits of Clopper and Pearson, p, become p/(1−p)·u/t. In quantiles F(p; ν₁, ν₂) of the F
   * distribution: u/t · x / ((y+1)·F(1−α/2; 2(y+1), 2x)) to u/t · (x+1)·F(1−α/2; 2(x+1), 2y) / y.
   * The lower limit is 0 where x is 0; where y is 0 there is no upper limit.
   *
   * <p>Przyborowski J, Wilenski H. Homogeneity of results in testing samples from Poisson series.
   * Biometrika 1940; 31: 313–323; Clopper CJ, Pearson ES. The use of confidence or fiducial limits
   * illustrated in the case of the binomial. Biometrika 1934; 26: 404–413. The same as R's {@code
   * poisson.test}.
   *
   * @param city the events there and what its rate is divided by, more than 0
   * @param reference the same of the reference
   */
  public static Interval rateRatio(Counted city, Counted reference, double confidence) {
    checkCount("count", city.count);
    checkCount("reference count", reference.count);
    checkExposures(city, reference);
    double tail = tail(confidence);
    double scale = reference.denominator / city.denominator;
    double low = city.count == 0 ? 0 : odds(city.count, reference.count, tail) * scale;
    Double high = reference.count == 0 ? null : scale / odds(reference.count, city.count, tail);
    return new Interval(low, high);
  }

  /** The lower limit of p/(1−p) for so many of one kind among both kinds. */
  private static double odds(double count, double others, double tail) {
    double next = others + 1;
    return count / (next * quantile(FDistribution.of(2 * next, 2 * count), tail, Side.UPPER));
  }

  /**
   * The difference of two Poisson rates, x/t − y/u, by the method of variance estimates recovery
   * from the limits l and h that {@link #byar} gives for each rate: d − √((x/t−l₁)² + (h₂−y/u)²) to
   * d + √((h₁−x/t)² + (y/u−l₂)²).
   *
   * <p>Zou GY, Donner A. Construction of confidence limits about effect measures: a general
   * approach. Statistics in Medicine 2008; 27: 1693–1702.
   *
   * @param city the events there and what its rate is divided by, more than 0
   * @param reference the same of the reference
   */
  public static Interval rateDifference(Counted city, Counted reference, double confidence) {
    checkExposures(city, reference);
    return mover(
        city.rate(),
        byar(city.count, confidence).times(1 / city.denominator),
        reference.rate(),
        byar(reference.count, confidence).times(1 / reference.denominator));
  }

  /**
   * The difference of two proportions, x/n − y/m, from {@link #wilson}'s limits for each. Where
   * nobody was asked on a side its proportion is unknown and the interval is −1 to 1.
   *
   * <p>Method 10 of Newcombe RG. Interval estimation for the difference between independent
   * proportions: comparison of eleven methods. Statistics in Medicine 1998; 17: 873–890.
   *
   * <p>{@code newcombe(56, 70, 48, 80, 0.95)} is 0.0524 to 0.3339.
   *
   * @param city those with the property there and all who were asked
   * @param reference the same of the reference
   */
  public static Interval newcombe(Counted city, Counted reference, double confidence) {
    Interval own = wilson(city.count, city.denominator, confidence);
    checkProportion("reference ", reference.count, reference.denominator);
    Interval other = wilson(reference.count, reference.denominator, confidence);
    if (city.denominator == 0 || reference.denominator == 0) {
      return new Interval(-1, 1.0);
    }
    return mover(city.rate(), own, reference.rate(), other);
  }

  private static Interval mover(double own, Interval ofOwn, double other, Interval ofOther) {
    double difference = own - other;
    return new Interval(
        difference - Math.hypot(own - ofOwn.low(), ofOther.high() - other),
        difference + Math.hypot(ofOwn.high() - own, other - ofOther.low()));
  }

  /** The quantile of the standard normal distribution that leaves half of 1 − confidence above. */
  public static double z(double confidence) {
    return NormalDistribution.of(0, 1).inverseSurvivalProbability(tail(confidence));
  }

  private enum Side {
    LOWER,
    UPPER
  }

  /**
   * The value with the probability {@code tail} below or above it. The library's solver stops at
   * 1e-9, which is too coarse for small quantiles; Newton's steps on the logarithm of the value
   * make it as exact as the distribution function.
   */
  private static double quantile(ContinuousDistribution distribution, double tail, Side side) {
    double x =
        switch (side) {
          case LOWER -> distribution.inverseCumulativeProbability(tail);
          case UPPER -> distribution.inverseSurvivalProbability(tail);
        };
    for (int step = 0; step < MOST_STEPS && x > 0; step++) {
      double density = distribution.density(x);
      double excess =
          switch (side) {
            case LOWER -> distribution.cumulativeProbability(x) - tail;
            case UPPER -> tail - distribution.survivalProbability(x);
          };
      if (!(density > 0)) {
        return x;
      }
      double next = x * Math.exp(-excess / (density * x));
      if (!Double.isFinite(next) || Math.abs(next - x) <= 4 * Math.ulp(x)) {
        return x;
      }
      x = next;
    }
    return x;
  }

  private static double tail(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence " + confidence + " must be a share between 0 and 1, such as 0.95");
    }
    return (1 - confidence) / 2;
  }

  private static void checkCount(String what, double count) {
    if (!(count >= 0 && count < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(what + " " + count + " must be 0 or more");
    }
  }

  private static void checkExposures(Counted city, Counted reference) {
    checkExposure("exposure", city.denominator);
    checkExposure("reference exposure", reference.denominator);
  }

  private static void checkExposure(String what, double exposure) {
    if (!(exposure > 0 && exposure < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          what + " " + exposure + " must be more than 0: there is no rate without it");
    }
  }

  private static void checkProportion(String whose, double count, double base) {
    checkCount(whose + "count", count);
    checkCount(whose + "base", base);
    if (count > base) {
      throw new IllegalArgumentException(
          whose + "count " + count + " must not be more than its base " + base);
    }
  }
}
