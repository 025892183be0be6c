package org.duibiao.report.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Numbers;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.Standing;
import org.duibiao.model.code.TargetState;
import org.duibiao.model.code.TrendDirection;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.BenchmarkRowBuilder;
import org.duibiao.tables.TrendRow;
import org.duibiao.tables.TrendRowBuilder;

/** Pictures of cities as a report would draw them, to be looked at and to be tested. */
public final class ChartSamples {

  static final Bilingual QINGDAO = Bilingual.plain("青岛市", "Qingdao");
  static final Bilingual SHENZHEN = Bilingual.plain("深圳市", "Shenzhen");
  private static final Bilingual PER_MILLION = Bilingual.plain("家/百万", "per million");

  private ChartSamples() {}

  public static Map<String, Html> all() {
    Map<String, Html> charts = new LinkedHashMap<>();
    charts.put("ratio", ratio().draw());
    charts.put("ranking", ranking(15).draw());
    charts.put("ranking-340", ranking(340).draw());
    charts.put("trend", trend().draw());
    charts.put("gap", gap().draw());
    charts.put("pace", pace().draw());
    charts.put("coverage", coverage(10, 12).draw());
    return charts;
  }

  static RatioChart ratio() {
    return new RatioChart(
        Bilingual.plain(
            "九项指标中，青岛市两项优于深圳市，一项较差，其余未评或没有差异",
            "Of nine benchmarks Qingdao is better than Shenzhen in two and worse in one"),
        QINGDAO,
        SHENZHEN,
        List.of(
            ratio(
                "每百万常住人口三级医院数",
                "Tertiary hospitals per million residents",
                PER_MILLION,
                3.33,
                3.18,
                1.05,
                0.72,
                1.52,
                Standing.NOT_JUDGED),
            ratio(
                "每百万常住人口三级甲等医院数",
                "Grade A tertiary hospitals per million residents",
                PER_MILLION,
                2.01,
                1.59,
                1.26,
                0.79,
                2.02,
                Standing.NOT_JUDGED),
            ratio(
                "每千常住人口医疗卫生机构床位数",
                "Beds per thousand residents",
                Bilingual.plain("张/千人", "per 1,000"),
                6.72,
                3.94,
                1.71,
                1.69,
                1.72,
                Standing.NOT_JUDGED),
            ratio(
                "每千常住人口执业（助理）医师数",
                "Licensed doctors per thousand residents",
                Bilingual.plain("人/千人", "per 1,000"),
                4.02,
                2.92,
                1.38,
                1.36,
                1.39,
                Standing.NOT_JUDGED),
            ratio(
                "孕产妇死亡率",
                "Maternal mortality ratio",
                Bilingual.plain("1/10万", "per 100,000"),
                5.61,
                3.12,
                1.8,
                0.6,
                5.4,
                Standing.SIMILAR),
            ratio(
                "婴儿死亡率",
                "Infant mortality rate",
                Bilingual.plain("‰", "per 1,000"),
                1.51,
                1.02,
                1.48,
                1.21,
                1.81,
                Standing.WORSE),
            ratio(
                "居民健康素养水平",
                "Health literacy level",
                Bilingual.plain("%", "%"),
                42.1,
                39.6,
                1.06,
                1.02,
                1.1,
                Standing.BETTER),
            new RatioChart.Row(
                Bilingual.plain("家庭医生签约率", "Share of residents with a family doctor"),
                Bilingual.plain("%", "%"),
                compared(48.3, 41.0, 1.18, 1.1, 1.26, Standing.BETTER)
                    .year(2023)
                    .comparability(Comparability.WITH_CARE)
                    .build()),
            new RatioChart.Row(
                Bilingual.plain("人均预期寿命", "Life expectancy"),
                Bilingual.plain("岁", "years"),
                compared(82.09, 83.93, 0.98, null, null, Standing.NOT_JUDGED).build())));
  }

  private static RatioChart.Row ratio(
      String zh,
      String en,
      Bilingual unit,
      double value,
      double reference,
      double ratio,
      double low,
      double high,
      Standing verdict) {
    return new RatioChart.Row(
        Bilingual.plain(zh, en),
        unit,
        compared(value, reference, ratio, low, high, verdict).build());
  }

  /** What compares a rate of 2024 with the reference's. */
  static BenchmarkRowBuilder compared(
      double rate, double reference, double ratio, Double low, Double high, Standing verdict) {
    return BenchmarkRowBuilder.builder()
        .year(2024)
        .basis(RateOrigin.PUBLISHED)
        .rate(rate)
        .referenceRate(reference)
        .ratio(ratio)
        .ratioLow(low)
        .ratioHigh(high)
        .standing(verdict)
        .comparability(Comparability.COMPARABLE);
  }

  private static final String[][] CITIES = {
    {"沈阳市", "Shenyang"}, {"武汉市", "Wuhan"}, {"哈尔滨市", "Harbin"}, {"成都市", "Chengdu"},
    {"厦门市", "Xiamen"}, {"杭州市", "Hangzhou"}, {"大连市", "Dalian"}, {"济南市", "Jinan"},
    {"长春市", "Changchun"}, {"广州市", "Guangzhou"}, {"南京市", "Nanjing"}, {"青岛市", "Qingdao"},
    {"西安市", "Xi’an"}, {"深圳市", "Shenzhen"}, {"宁波市", "Ningbo"}
  };

  /** So many cities, from the highest rate down. */
  static RankingChart ranking(int cities) {
    List<RankingChart.RankedArea> places = new ArrayList<>();
    int city = cities * 11 / 15;
    int reference = cities * 13 / 15;
    for (int i = 0; i < cities; i++) {
      double share = cities == 1 ? 0 : (double) i / (cities - 1);
      double rate = 6.14 - 3.9 * Math.pow(share, cities > 24 ? 0.4 : 0.8);
      ChartRole role =
          i == city ? ChartRole.CITY : i == reference ? ChartRole.REFERENCE : ChartRole.OTHER;
      Bilingual name =
          cities == CITIES.length
              ? Bilingual.plain(CITIES[i][0], CITIES[i][1])
              : role == ChartRole.CITY
                  ? QINGDAO
                  : role == ChartRole.REFERENCE
                      ? SHENZHEN
                      : i == 1
                          ? Bilingual.plain(
                              "黔西南布依族苗族自治州", "Qianxinan Buyei and Miao Autonomous Prefecture")
                          : Bilingual.of("第{}市", "City {}", i + 1);
      places.add(
          new RankingChart.RankedArea(
              name,
              role,
              BenchmarkRowBuilder.builder()
                  .basis(RateOrigin.COMPUTED)
                  .rate(rate)
                  .rateLow(rate * 0.78)
                  .rateHigh(rate * 1.24)
                  .rank(i + 1)
                  .rankLow(Math.max(1, i + 1 - cities / 5))
                  .rankHigh(Math.min(cities, i + 1 + cities / 6))
                  .comparability(i == 4 ? Comparability.WITH_CARE : Comparability.COMPARABLE)
                  .build()));
    }
    return new RankingChart(
        Bilingual.of(
            "在有数字的 {0} 个城市中，青岛市排第 {1}，比深圳市靠前",
            "Qingdao is {1} of {0} cities that have a figure, ahead of Shenzhen", cities, city + 1),
        PER_MILLION,
        2025,
        places);
  }

  static TrendChart trend() {
    return new TrendChart(
        Bilingual.plain(
            "青岛市三级医院密度 2015 年以来逐年上升，已高于深圳市，距 2030 年目标还差 0.7",
            "Qingdao has had more tertiary hospitals per resident every year since 2015"),
        PER_MILLION,
        List.of(
            line(
                QINGDAO,
                ChartRole.CITY,
                2015,
                new double[] {1.98, 2.05, 2.11, 2.2, 2.34, 2.61, 2.74, 2.9, 3.05, 3.2, 3.33},
                slope(0.14, 2020, 2025, TrendDirection.RISING)),
            line(
                SHENZHEN,
                ChartRole.REFERENCE,
                2017,
                new double[] {2.3, 2.38, 3.17, 2.52, 2.66, 0, 2.9, 3.02, 3.18},
                null)),
        List.of(
            new TrendChart.TargetLine(
                LocalDate.of(2030, 12, 31),
                4.0,
                Bound.GE,
                Bilingual.plain(
                    "青岛市目标：不少于 4.0，2030年末前", "Qingdao’s target: at least 4.0 by the end of 2030"))),
        List.of(
            new TrendChart.Break(
                LocalDate.of(2020, 11, 1),
                Bilingual.plain(
                    "第七次全国人口普查后，常住人口按普查结果修订，前后年份不能直接相比",
                    "After the seventh census the permanent population was revised; earlier years"
                        + " cannot simply be compared"))));
  }

  /** How a series moves from one year to another. */
  static TrendRow slope(double slope, int first, int last, TrendDirection direction) {
    return TrendRowBuilder.builder()
        .slope(slope)
        .firstYear(first)
        .lastYear(last)
        .direction(direction)
        .build();
  }

  private static TrendLine line(
      Bilingual name, ChartRole role, int first, double[] values, TrendRow slope) {
    List<TrendLine.YearPoint> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        points.add(new TrendLine.YearPoint(first + i, values[i], Numbers.fixed(values[i], 2)));
      }
    }
    return new TrendLine(name, role, points, slope);
  }

  static GapChart gap() {
    return new GapChart(
        Bilingual.plain(
            "要与深圳市持平，青岛市还差 8 家三级医院和 1,204 名全科医生",
            "To match Shenzhen, Qingdao lacks 8 tertiary hospitals and 1,204 general"
                + " practitioners"),
        SHENZHEN,
        List.of(
            new GapChart.Row(
                Bilingual.plain("每百万常住人口三级医院数", "Tertiary hospitals per million residents"),
                Bilingual.plain("现有 22 家", "there are 22"),
                Bilingual.plain("还差 8 家", "8 more hospitals"),
                counted(2024, 22, 7.4, Comparability.COMPARABLE)),
            new GapChart.Row(
                Bilingual.plain("每千常住人口医疗卫生机构床位数", "Beds per thousand residents"),
                Bilingual.plain("现有 71,403 张", "there are 71,403"),
                Bilingual.plain("已高于深圳市", "already above"),
                counted(2024, 71_403, -29_500, Comparability.COMPARABLE)),
            new GapChart.Row(
                Bilingual.plain("每万常住人口全科医生数", "General practitioners per 10,000 residents"),
                Bilingual.plain("现有 3,420 人", "there are 3,420"),
                Bilingual.plain("还差 1,204 人", "1,204 more doctors"),
                counted(2023, 3_420, 1_203.2, Comparability.WITH_CARE)),
            new GapChart.Row(
                Bilingual.plain("每百万常住人口互联网医院数", "Internet hospitals per million residents"),
                Bilingual.plain("现有 0 家", "there are none"),
                Bilingual.plain("还差 12 家", "12 more hospitals"),
                counted(2024, 0, 12, Comparability.COMPARABLE))));
  }

  /** What counts that many in a city that needs so many more. */
  static BenchmarkRow counted(int year, double count, double needed, Comparability comparability) {
    return BenchmarkRowBuilder.builder()
        .year(year)
        .numerator(BigDecimal.valueOf(count))
        .neededToMatch(needed)
        .comparability(comparability)
        .build();
  }

  static TargetProgressChart pace() {
    return new TargetProgressChart(
        Bilingual.plain(
            "四项目标中，一项快于、一项慢于时间进度，一项无法核对",
            "Of four targets one is ahead, one is behind, and one cannot be checked"),
        List.of(
            pace(
                "三级医院",
                "Tertiary hospitals",
                "18 → 22（2024年）→ 不少于 30 家，2030年末",
                "18 → 22 (2024) → at least 30 by the end of 2030",
                0.33,
                0.44,
                TargetState.BEHIND),
            pace(
                "每千常住人口执业（助理）医师数",
                "Licensed doctors per thousand residents",
                "3.6 → 4.02（2024年）→ 4.1，2025年末",
                "3.6 → 4.02 (2024) → 4.1 by the end of 2025",
                0.84,
                0.8,
                TargetState.ON_PACE),
            pace(
                "人均预期寿命",
                "Life expectancy",
                "81.51 → 82.6（2024年）→ 82.5 岁左右，2025年末",
                "81.51 → 82.6 (2024) → about 82.5 by the end of 2025",
                1.1,
                0.8,
                TargetState.AHEAD),
            new TargetProgressChart.Row(
                Bilingual.plain("互联网医院（新增）", "Internet hospitals (new)"),
                Bilingual.plain(
                    "新增 5 家，2026年末；没有公布进展", "5 new ones by the end of 2026; nothing published"),
                null,
                0.5,
                TargetState.PACE_UNKNOWN,
                Comparability.WITH_CARE)));
  }

  private static TargetProgressChart.Row pace(
      String zh,
      String en,
      String zhTerms,
      String enTerms,
      Double done,
      Double elapsed,
      TargetState pace) {
    return new TargetProgressChart.Row(
        Bilingual.plain(zh, en),
        Bilingual.plain(zhTerms, enTerms),
        done,
        elapsed,
        pace,
        done > 0.8 && done < 0.9 ? Comparability.WITH_CARE : Comparability.COMPARABLE);
  }

  static CoverageChart coverage(int years, int indicators) {
    String[][] names = {
      {"常住人口", "Permanent population"}, {"医疗卫生机构数", "Medical institutions"},
      {"医院数", "Hospitals"}, {"三级医院数", "Tertiary hospitals"},
      {"三级甲等医院数", "Grade A tertiary hospitals"}, {"医疗卫生机构床位数", "Beds"},
      {"执业（助理）医师数", "Licensed doctors"}, {"注册护士数", "Registered nurses"},
      {"全科医生数", "General practitioners"}, {"总诊疗人次", "Visits"},
      {"居民健康素养水平", "Health literacy level"}, {"孕产妇死亡率", "Maternal mortality ratio"}
    };
    List<CoverageChart.Row> rows = new ArrayList<>();
    for (int i = 0; i < indicators; i++) {
      Map<Integer, Integer> sources = new LinkedHashMap<>();
      for (int year = 2026 - years; year < 2026; year++) {
        if (year > 2015 + i % 4) {
          sources.put(year, (year * 7 + i * 5) % 11 % 4);
        }
      }
      String[] name = names[i % names.length];
      rows.add(new CoverageChart.Row(Bilingual.plain(name[0], name[1]), sources, Set.of(2024)));
    }
    return new CoverageChart(
        Bilingual.plain(
            "青岛市没有公布过全科医生数和孕产妇死亡率的近两年数字",
            "Qingdao has not published general practitioners for the last two years"),
        rows);
  }
}
