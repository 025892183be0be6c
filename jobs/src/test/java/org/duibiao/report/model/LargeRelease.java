package org.duibiao.report.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.duibiao.model.BenchmarkBuilder;
import org.duibiao.model.Indicator;
import org.duibiao.model.IndicatorBuilder;
import org.duibiao.model.code.AreaLevel;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.Side;
import org.duibiao.model.code.SourceClass;
import org.duibiao.model.code.Standing;
import org.duibiao.model.code.TargetPace;
import org.duibiao.model.code.TargetState;
import org.duibiao.model.code.TrendDirection;
import org.duibiao.model.code.Uncertainty;
import org.duibiao.model.code.Vintage;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.CoverageRow;
import org.duibiao.tables.Figure;
import org.duibiao.tables.TargetRowBuilder;
import org.duibiao.tables.TrendRowBuilder;
import org.duibiao.tables.VintageRowBuilder;

/** A release of as many cities, benchmarks and years as are asked for, with invented figures. */
public final class LargeRelease {

  private final ReleaseFixture fixture = new ReleaseFixture();
  private final Random random = new Random(20260511);
  private final List<Indicator> indicators = new ArrayList<>();
  private final int years;
  private final List<String> codes = new ArrayList<>();

  private LargeRelease(int years) {
    this.years = years;
  }

  public static ReportInput of(int cities, int benchmarks, int years) {
    LargeRelease release = new LargeRelease(years);
    release.areas(cities);
    release.benchmarks(benchmarks);
    release.rows();
    return release.fixture.input();
  }

  private void areas(int cities) {
    for (int i = 0; i < cities; i++) {
      String code =
          i == 0
              ? ReleaseFixture.SHENZHEN
              : String.valueOf(130_000 + 10_000 * (i / 12) + 100 * (1 + i % 12));
      if (i > 0 && code.equals(ReleaseFixture.SHENZHEN)) {
        code = "659900";
      }
      codes.add(code);
      char one = (char) (0x4E00 + random.nextInt(0x4000));
      char two = (char) (0x4E00 + random.nextInt(0x4000));
      fixture.areas.add(
          new org.duibiao.model.Area(
              code,
              AreaLevel.PREFECTURE,
              i == 0 ? "深圳市" : "" + one + two + "市",
              i == 0 ? "Shenzhen" : "City" + Integer.toString(one * 7919 + two, 36),
              List.of(),
              code.substring(0, 2) + "0000",
              null,
              null,
              null));
      fixture.source(
          "city/" + code,
          "" + one + two + "市卫生健康委员会",
          "" + one + two + "市卫生健康事业发展统计公报",
          LocalDate.of(2026, 1 + i % 6, 1 + i % 27),
          "https://example.org/" + code,
          SourceClass.BULLETIN);
    }
  }

  private void benchmarks(int benchmarks) {
    fixture.benchmarks.clear();
    for (int i = 0; i < benchmarks; i++) {
      Indicator counted =
          IndicatorBuilder.builder()
              .id(i == 0 ? "tertiary_hospitals" : "counted_" + i)
              .zh("第" + i + "类医疗卫生机构与人员")
              .en("Institutions and staff of kind " + i)
              .aliases(List.of())
              .unit(i % 2 == 0 ? ReleaseFixture.HOSPITAL : ReleaseFixture.PERSON)
              .printedUnits(List.of())
              .kind(IndicatorKind.STOCK)
              .polarity(Polarity.NONE)
              .uncertainty(Uncertainty.STOCK)
              .partOf(List.of())
              .build();
      indicators.add(counted);
      fixture.indicators.add(counted);
      fixture.benchmarks.add(
          BenchmarkBuilder.builder()
              .id(i == 0 ? "tertiary_hospitals_per_million" : "rate_" + i)
              .leading(i == 0)
              .zh("每百万常住人口第" + i + "类医疗卫生机构与人员数")
              .en("Institutions and staff of kind " + i + " per million residents")
              .numerator(counted)
              .denominator(ReleaseFixture.POPULATION)
              .per(1_000_000)
              .unit(ReleaseFixture.PER_MILLION)
              .polarity(Polarity.NONE)
              .margin(0.05)
              .bases(List.of())
              .boundedBy(List.of())
              .build());
    }
  }

  private void rows() {
    int last = 2025;
    Figure[][] reference = new Figure[indicators.size()][years];
    Figure[] referencePeople = new Figure[years];
    for (String code : codes) {
      boolean isReference = code.equals(ReleaseFixture.SHENZHEN);
      double size = 500_000 + random.nextInt(15_000_000);
      for (int y = 0; y < years; y++) {
        int year = last - years + 1 + y;
        Figure people = figure(code, ReleaseFixture.POPULATION, year, size * (1 + 0.01 * y));
        if (isReference) {
          referencePeople[y] = people;
        }
        for (int i = 0; i < indicators.size(); i++) {
          Figure count =
              figure(
                  code,
                  indicators.get(i),
                  year,
                  size / 1e6 * (i + 2) * (0.5 + random.nextDouble()) * 3 + 1);
          if (isReference) {
            reference[i][y] = count;
          } else {
            BenchmarkRow row = row(i, count, people, reference[i][y], referencePeople[y]);
            fixture.rows.add(row);
            if (year < 2020) {
              revised(row);
            }
          }
          fixture.coverage.add(
              new CoverageRow(code, indicators.get(i).id(), year, random.nextInt(4) > 0, 1, 0));
        }
      }
      for (int i = 0; i < indicators.size(); i++) {
        trend(code, fixture.benchmarks.get(i).id(), last);
        if (i < 8) {
          target(code, indicators.get(i), last);
        }
      }
    }
  }

  private BenchmarkRow row(
      int i, Figure count, Figure people, Figure referenceCount, Figure referencePeople) {
    boolean care = random.nextInt(4) == 0;
    return new TestRow(
            fixture.benchmarks.get(i).id(), count.cityCode(), count.periodEnd().getYear())
        .computed(1_000_000, count, people, referenceCount, referencePeople)
        .rank(1 + random.nextInt(codes.size()))
        .comparability(
            care ? Comparability.WITH_CARE : Comparability.COMPARABLE,
            care ? List.of(Flag.CONFLICTING_SOURCES, Flag.AGE_STRUCTURE_DIFFERS) : List.of())
        .build();
  }

  /** The same with the populations before a census and after it. */
  private void revised(BenchmarkRow row) {
    for (Vintage vintage : List.of(Vintage.BEFORE, Vintage.AFTER)) {
      double growth = vintage == Vintage.AFTER ? 1 + 0.2 * random.nextDouble() : 1;
      double other = vintage == Vintage.AFTER ? 1.27 : 1;
      double rate = row.rate() / growth;
      double reference = row.referenceRate() / other;
      fixture.vintages.add(
          VintageRowBuilder.builder()
              .benchmark(row.benchmark())
              .cityCode(row.cityCode())
              .referenceCode(row.referenceCode())
              .year(row.year())
              .seriesBreak("census_2020")
              .vintage(vintage)
              .referenceVintage(vintage)
              .numerator(row.numerator())
              .denominator(times(row.denominator(), growth))
              .referenceNumerator(row.referenceNumerator())
              .referenceDenominator(times(row.referenceDenominator(), other))
              .denominatorObservationId(row.denominatorObservationId())
              .referenceDenominatorObservationId(row.referenceDenominatorObservationId())
              .rate(rate)
              .referenceRate(reference)
              .ratio(rate / reference)
              .neededToMatch(row.numerator().doubleValue() * (reference / rate - 1))
              .flags(List.of())
              .side(
                  Math.abs(rate / reference - 1) < 0.05
                      ? Side.LEVEL
                      : rate < reference ? Side.BELOW : Side.ABOVE)
              .standing(Standing.NOT_JUDGED)
              .build());
    }
  }

  private static BigDecimal times(BigDecimal people, double growth) {
    return BigDecimal.valueOf(Math.round(people.doubleValue() * growth));
  }

  private Figure figure(String code, Indicator indicator, int year, double value) {
    return fixture.figure(
        code, indicator, year, BigDecimal.valueOf(Math.round(value)), "city/" + code);
  }

  private void trend(String code, String series, int last) {
    fixture.trends.add(
        TrendRowBuilder.builder()
            .cityCode(code)
            .series(series)
            .basis(RateOrigin.COMPUTED)
            .firstYear(last - years + 1)
            .lastYear(last)
            .points(years)
            .change(1.0)
            .cagr(0.02)
            .slope(0.1)
            .slopeLow(0.05)
            .slopeHigh(0.15)
            .direction(TrendDirection.RISING)
            .flags(List.of())
            .recentFirstYear(last - 4)
            .recentSlope(0.1)
            .recentDirection(TrendDirection.RISING)
            .build());
  }

  private void target(String code, Indicator indicator, int last) {
    Figure figure =
        fixture.figures.stream()
            .skip(Math.max(0, fixture.figures.size() - 60))
            .filter(each -> each.indicator().equals(indicator.id()))
            .reduce((a, b) -> b)
            .orElseThrow();
    BigDecimal value = figure.value();
    fixture.targets.add(
        TargetRowBuilder.builder()
            .cityCode(code)
            .indicator(indicator.id())
            .measure(Measure.LEVEL)
            .scope("city")
            .base(value.movePointLeft(1))
            .target(value.add(BigDecimal.TEN))
            .bound(Bound.GE)
            .start(LocalDate.of(last - 4, 1, 1))
            .due(LocalDate.of(last, 12, 31))
            .latest(value)
            .latestYear(last)
            .gap(BigDecimal.TEN)
            .shareDone(0.4)
            .shareElapsed(1.0)
            .pace(TargetPace.BEHIND)
            .flags(List.of(Flag.TRANSCRIBED))
            .observationId(figure.observationId())
            .latestObservationId(figure.observationId())
            .baseObservationId(figure.observationId())
            .state(TargetState.MISSED)
            .build());
  }
}
