package org.duibiao.report.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.model.Area;
import org.duibiao.model.Benchmark;
import org.duibiao.model.BenchmarkBuilder;
import org.duibiao.model.Digest;
import org.duibiao.model.Indicator;
import org.duibiao.model.IndicatorBuilder;
import org.duibiao.model.Period;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.Unit;
import org.duibiao.model.code.AreaLevel;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.FindingKind;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.PeriodType;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.Side;
import org.duibiao.model.code.SourceClass;
import org.duibiao.model.code.Standing;
import org.duibiao.model.code.Uncertainty;
import org.duibiao.model.code.Vintage;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.CoverageRow;
import org.duibiao.tables.Figure;
import org.duibiao.tables.FigureBuilder;
import org.duibiao.tables.Finding;
import org.duibiao.tables.FindingBuilder;
import org.duibiao.tables.HindsightRow;
import org.duibiao.tables.IndicatorValue;
import org.duibiao.tables.IndicatorValueBuilder;
import org.duibiao.tables.Source;
import org.duibiao.tables.TargetRow;
import org.duibiao.tables.TrendRow;
import org.duibiao.tables.VintageRow;
import org.duibiao.tables.VintageRowBuilder;

/** A release of sixteen cities, and a way to make others. */
public final class ReleaseFixture {

  public static final String SHENZHEN = "440300";
  public static final String QINGDAO = "370200";

  public static final Unit PERSON = unit("person", "人", "person", "people", "person");
  public static final Unit HOSPITAL = unit("hospital", "家", "hospital", "hospitals", "hospital");
  static final Unit BED = unit("bed", "张", "bed", "beds", "bed");
  static final Unit VISIT = unit("visit", "人次", "visit", "visits", "visit");
  static final Unit YEAR = unit("year", "岁", "year", "years", "year");
  static final Unit PER_MILLION =
      unit("per_1000000", "/百万", "per million", "per million", "proportion");
  static final Unit PER_1000 = unit("per_1000", "/千人", "per 1,000", "per 1,000", "proportion");
  static final Unit PER_100000 =
      unit("per_100000", "/10万", "per 100,000", "per 100,000", "proportion");

  public static final Indicator POPULATION =
      indicator(
          "permanent_population",
          "常住人口",
          "Permanent population",
          PERSON,
          Polarity.NONE,
          "实际经常居住在某地半年及以上的人口。",
          "People who have actually lived in the area for half a year or longer.");
  static final Indicator TERTIARY =
      indicator(
          "tertiary_hospitals",
          "三级医院",
          "Tertiary hospitals",
          HOSPITAL,
          Polarity.NONE,
          "按医院分级管理办法评定为三级的医院。",
          "Hospitals graded as tertiary.");
  public static final Indicator BEDS =
      indicator("beds", "床位", "Beds", BED, Polarity.NONE, "医疗卫生机构实有床位。", "Beds in use.");
  public static final Indicator DOCTORS =
      indicator(
          "licensed_doctors",
          "执业(助理)医师",
          "Licensed doctors",
          PERSON,
          Polarity.NONE,
          "取得执业证书并从事医疗工作的医师。",
          "Doctors with a licence who practise.");
  public static final Indicator VISITS =
      indicator("visits", "总诊疗人次", "Visits", VISIT, Polarity.NONE, "全年诊疗人次。", "Visits.");
  public static final Indicator LIFE =
      indicator(
          "life_expectancy",
          "人均预期寿命",
          "Life expectancy at birth",
          YEAR,
          Polarity.HIGH,
          "同期出生的人预期能活的平均年数。",
          "Years that a newborn can expect to live.");
  public static final Indicator MATERNAL =
      indicator(
          "maternal_mortality_ratio",
          "孕产妇死亡率",
          "Maternal mortality ratio",
          PER_100000,
          Polarity.LOW,
          "每十万活产的孕产妇死亡数。",
          "Maternal deaths per 100,000 live births.");

  public static final Benchmark TERTIARY_RATE =
      BenchmarkBuilder.builder(
              computed(
                  "tertiary_hospitals_per_million",
                  "每百万常住人口三级医院数",
                  "Tertiary hospitals per million residents",
                  TERTIARY,
                  1_000_000,
                  PER_MILLION))
          .leading(true)
          .build();
  public static final Benchmark BEDS_RATE =
      computed("beds_per_1000", "每千常住人口床位数", "Beds per 1,000 residents", BEDS, 1000, PER_1000);
  static final Benchmark DOCTORS_RATE =
      computed(
          "licensed_doctors_per_1000",
          "每千常住人口执业(助理)医师数",
          "Licensed doctors per 1,000 residents",
          DOCTORS,
          1000,
          PER_1000);
  static final Benchmark VISITS_RATE =
      computed(
          "visits_per_resident", "居民年平均就诊次数", "Visits per resident and year", VISITS, 1, VISIT);
  static final Benchmark LIFE_RATE = published(LIFE, YEAR);
  static final Benchmark MATERNAL_RATE = published(MATERNAL, PER_100000);
  static final Benchmark NONE_YET =
      BenchmarkBuilder.builder()
          .id("health_literacy_level")
          .zh("居民健康素养水平")
          .en("Health literacy level")
          .per(1)
          .published(LIFE)
          .unit(PER_1000)
          .polarity(Polarity.HIGH)
          .margin(0.05)
          .bases(List.of())
          .boundedBy(List.of())
          .build();

  /** Code, name, English name; population, tertiary hospitals, beds, doctors, visits of 2025. */
  private static final Object[][] CITIES = {
    {SHENZHEN, "深圳市", "Shenzhen", 18248500, 58, 61752, 57583, 141020900},
    {"210100", "沈阳市", "Shenyang", 9276000, 57, 78727, 46180, 60733300},
    {"210200", "大连市", "Dalian", 7557000, 37, 53522, 31127, 53293200},
    {"220100", "长春市", "Changchun", 9105000, 39, 68802, 41097, 69388300},
    {"230100", "哈尔滨市", "Harbin", 9885000, 55, 83186, 36823, 48302100},
    {"310000", "上海市", "Shanghai", 24854100, null, 168000, null, null},
    {"320100", "南京市", "Nanjing", 9638500, 39, 73748, 46528, 109079500},
    {"330100", "杭州市", "Hangzhou", 12700000, 64, 107279, 69310, 182400800},
    {"330200", "宁波市", "Ningbo", 9833000, 22, 50798, 41240, 113785800},
    {"350200", "厦门市", "Xiamen", 5365000, 28, 25220, 20642, 58899500},
    {"370100", "济南市", "Jinan", 9616000, 44, 91919, 54470, 104062500},
    {QINGDAO, "青岛市", "Qingdao", 10515500, 35, 67709, 46524, 112102200},
    {"420100", "武汉市", "Wuhan", 13861900, 84, 105611, 54095, 105965900},
    {"440100", "广州市", "Guangzhou", 19101000, 79, 123340, 84930, 193607400},
    {"510100", "成都市", "Chengdu", 21535000, 118, 171307, 95925, 210571700},
    {"610100", "西安市", "Xi'an", 13236300, 44, 90892, 57988, 87016400},
  };

  public final List<Area> areas = new ArrayList<>();
  public final List<Indicator> indicators =
      new ArrayList<>(List.of(POPULATION, TERTIARY, BEDS, DOCTORS, VISITS, LIFE, MATERNAL));
  public final List<Benchmark> benchmarks =
      new ArrayList<>(
          List.of(
              BEDS_RATE,
              TERTIARY_RATE,
              DOCTORS_RATE,
              VISITS_RATE,
              LIFE_RATE,
              MATERNAL_RATE,
              NONE_YET));
  public final List<SeriesBreak> breaks = new ArrayList<>();
  public final List<BenchmarkRow> rows = new ArrayList<>();
  public final List<VintageRow> vintages = new ArrayList<>();
  public final List<IndicatorValue> values = new ArrayList<>();
  public final List<Figure> figures = new ArrayList<>();
  public final List<Source> sources = new ArrayList<>();
  public final List<Finding> findings = new ArrayList<>();
  public final List<TrendRow> trends = new ArrayList<>();
  public final List<TargetRow> targets = new ArrayList<>();
  public final List<CoverageRow> coverage = new ArrayList<>();
  public final List<HindsightRow> hindsight = new ArrayList<>();
  public LocalDate asOf;
  ReviewSummary review = new ReviewSummary(List.of(), List.of(), List.of(), true);
  ReleaseChanges changes = ReleaseChanges.NONE;
  private final Map<String, Source> sourceById = new HashMap<>();

  /** The sixteen cities, with everything that the page can show. */
  public static ReleaseFixture cities() {
    ReleaseFixture fixture = new ReleaseFixture();
    fixture.source(
        "large_cities/health_2025",
        "副省级城市卫生健康统计数据收集表",
        "2025年副省级城市卫生健康统计数据收集表",
        null,
        null,
        SourceClass.REPORT);
    fixture.source(
        "large_cities/bulletins_2022_2025#8f2a",
        "大连市卫生健康委员会",
        "2025年大连市卫生健康统计提要",
        LocalDate.of(2026, 2, 11),
        "https://hcod.dl.gov.cn/art/2026/2/11/art_1852_2417788.html",
        SourceClass.REPORT);
    fixture.source(
        "web/bulletins_and_news#11c0",
        "深圳市统计局",
        "深圳市2019年国民经济和社会发展统计公报",
        LocalDate.of(2020, 4, 15),
        "http://tjj.sz.gov.cn/zwgk/zfxxgkml/tjsj/tjgb/content/post_7294577.html",
        SourceClass.BULLETIN);
    fixture.source(
        "nbs/permanent_population",
        "国家统计局",
        "主要城市年度数据",
        LocalDate.of(2026, 4, 12),
        "https://data.stats.gov.cn/easyquery.htm?cn=E0105",
        SourceClass.YEARBOOK);
    fixture.source(
        "qingdao/half_year_2019",
        "青岛市卫生健康委员会",
        "2019年上半年工作情况",
        LocalDate.of(2019, 7, 30),
        null,
        SourceClass.REPORT);
    fixture.source(
        "web/bulletins_and_news#77aa",
        "某新闻网（转载）",
        "各地卫生数据盘点",
        LocalDate.of(2026, 3, 2),
        "ftp://mirror.example/2026",
        SourceClass.NEWS);
    fixture.areas.add(area("440000", AreaLevel.PROVINCE, "广东省", "Guangdong"));
    for (Object[] city : CITIES) {
      AreaLevel level = city[0].equals("310000") ? AreaLevel.MUNICIPALITY : AreaLevel.PREFECTURE;
      fixture.areas.add(area((String) city[0], level, (String) city[1], (String) city[2]));
    }
    fixture.computedRows();
    fixture.publishedRows();
    fixture.vintages();
    fixture.disagreements();
    return fixture;
  }

  public ReportInput input() {
    List<Unit> units =
        List.of(PERSON, HOSPITAL, BED, VISIT, YEAR, PER_MILLION, PER_1000, PER_100000);
    return ReportInputBuilder.builder()
        .releaseId("r-5f3c2a9be1d07744")
        .asOf(asOf)
        .reference(
            areas.stream().filter(area -> area.code().equals(SHENZHEN)).findFirst().orElseThrow())
        .areas(areas)
        .indicators(indicators)
        .units(units)
        .benchmarks(benchmarks)
        .breaks(breaks)
        .rows(rows)
        .vintages(vintages)
        .values(values)
        .figures(figures)
        .sources(sources)
        .findings(findings)
        .counts(new ReportInput.Counts(21, 1, 28413, 317, 12, 940))
        .trends(trends)
        .targets(targets)
        .coverage(coverage)
        .hindsight(hindsight)
        .review(review)
        .changes(changes)
        .build();
  }

  private void computedRows() {
    Indicator[] counted = {TERTIARY, BEDS, DOCTORS, VISITS};
    Benchmark[] rates = {TERTIARY_RATE, BEDS_RATE, DOCTORS_RATE, VISITS_RATE};
    for (int year = 2022; year <= 2025; year++) {
      Map<String, Figure> populations = new LinkedHashMap<>();
      for (Object[] city : CITIES) {
        populations.put(
            (String) city[0], figure((String) city[0], POPULATION, year, scaled(city[3], year)));
      }
      for (int i = 0; i < rates.length; i++) {
        Map<String, Figure> counts = new LinkedHashMap<>();
        for (Object[] city : CITIES) {
          boolean isOld = city[0].equals("210200") && i == 3 && year > 2023;
          if (city[4 + i] != null && !isOld) {
            counts.put(
                (String) city[0],
                figure((String) city[0], counted[i], year, scaled(city[4 + i], year)));
          }
        }
        for (String code : counts.keySet()) {
          if (!code.equals(SHENZHEN)) {
            rows.add(
                row(
                    rates[i],
                    counts.get(code),
                    populations.get(code),
                    counts.get(SHENZHEN),
                    populations.get(SHENZHEN)));
          }
        }
      }
    }
    Figure beds = figure("440000", BEDS, 2024, decimal(618_000));
    Figure people = figure("440000", POPULATION, 2024, decimal(127_800_000));
    BenchmarkRow sample = rows.stream().filter(r -> r.year() == 2024).findFirst().orElseThrow();
    rows.add(
        row(
            BEDS_RATE,
            beds,
            people,
            byId(figureOf(SHENZHEN, BEDS, 2024)),
            byId(sample.referenceDenominatorObservationId())));
  }

  private void publishedRows() {
    Object[][] life = {
      {SHENZHEN, 83.9}, {QINGDAO, 82.1}, {"330100", 84.6}, {"510100", 82.25}, {"440100", 83.51}
    };
    Object[][] deaths = {{SHENZHEN, 3.1}, {QINGDAO, 4.15}, {"330100", 0.9}, {"370100", 7}};
    publishedRows(LIFE_RATE, LIFE, life, 2024);
    publishedRows(MATERNAL_RATE, MATERNAL, deaths, 2023);
  }

  private void publishedRows(Benchmark rate, Indicator indicator, Object[][] cities, int year) {
    Figure reference = null;
    for (Object[] city : cities) {
      Figure figure = figure((String) city[0], indicator, year, new BigDecimal(city[1].toString()));
      if (reference == null) {
        reference = figure;
        continue;
      }
      double own = figure.value().doubleValue();
      double other = reference.value().doubleValue();
      boolean good = own > other == (rate.polarity() == Polarity.HIGH);
      rows.add(
          new TestRow(rate.id(), figure.cityCode(), year)
              .published(figure, reference)
              .margin(rate.margin())
              .standing(
                  Math.abs(own / other - 1) < 0.01
                      ? Standing.SIMILAR
                      : good ? Standing.BETTER : Standing.WORSE)
              .build());
    }
  }

  private void vintages() {
    breaks.add(
        new SeriesBreak(
            "census_2020",
            "2020年起常住人口以第七次全国人口普查为基准，2011年至2019年的数据据此修订。",
            "From 2020 the permanent population rests on the census of 2020, and the figures of"
                + " 2011 to 2019 were revised by it.",
            List.of("permanent_population"),
            List.of(),
            LocalDate.of(2020, 11, 1),
            LocalDate.of(2021, 5, 11),
            2011,
            2019,
            "国家统计局 第七次全国人口普查公报"));
    breaks.add(
        new SeriesBreak(
            "unrelated",
            "与本页无关",
            "unrelated",
            List.of("births"),
            List.of(),
            day(2019),
            null,
            null,
            null,
            null));
    Figure before =
        figure(SHENZHEN, POPULATION, 2019, decimal(13_438_800), "web/bulletins_and_news#11c0");
    Figure after =
        figure(SHENZHEN, POPULATION, 2019, decimal(17_104_000), "nbs/permanent_population");
    Figure own = figure(QINGDAO, POPULATION, 2019, decimal(9_499_800), "qingdao/half_year_2019");
    Figure revised =
        figure(QINGDAO, POPULATION, 2019, decimal(9_973_400), "nbs/permanent_population");
    Figure hospitals = figure(QINGDAO, TERTIARY, 2019, decimal(22), "qingdao/half_year_2019");
    Figure others = figure(SHENZHEN, TERTIARY, 2019, decimal(42), "qingdao/half_year_2019");
    for (Vintage vintage : List.of(Vintage.BEFORE, Vintage.AFTER)) {
      for (Vintage reference : List.of(Vintage.BEFORE, Vintage.AFTER)) {
        vintages.add(
            vintage(
                hospitals,
                others,
                vintage == Vintage.BEFORE ? own : revised,
                reference == Vintage.BEFORE ? before : after,
                vintage,
                reference));
      }
    }
    rows.add(row(TERTIARY_RATE, hospitals, revised, others, after));
    findings.add(finding(FindingKind.SOURCES_DISAGREE, after, before));
  }

  private void disagreements() {
    Figure used = byId(figureOf(QINGDAO, TERTIARY, 2025));
    Figure other = figure(QINGDAO, TERTIARY, 2025, decimal(33), "web/bulletins_and_news#77aa");
    findings.add(finding(FindingKind.SOURCES_DISAGREE, used, other));
    Figure hidden = figure("620900", BEDS, 2011, decimal(4000));
    findings.add(
        finding(
            FindingKind.SOURCES_DISAGREE,
            hidden,
            figure("620900", BEDS, 2011, decimal(4100), "nbs/permanent_population")));
    findings.add(
        FindingBuilder.builder()
            .findingId(Digest.id("implausible"))
            .kind(FindingKind.IMPLAUSIBLE)
            .cityCode(QINGDAO)
            .indicator("beds")
            .periodEnd(day(2011))
            .observationIds(List.of())
            .detail("=HYPERLINK(\"http://x\")")
            .runId("run-1")
            .build());
  }

  // What the builders above are made of.

  Source source(
      String id,
      String publisher,
      String title,
      LocalDate published,
      String url,
      SourceClass sourceClass) {
    String path = id.replaceAll("#.*", "") + ".csv";
    Source source = new Source(id, path, publisher, title, published, url, null, sourceClass, true);
    sources.add(source);
    sourceById.put(id, source);
    return source;
  }

  public Figure figure(String code, Indicator indicator, int year, BigDecimal value) {
    String source =
        code.equals("210200")
            ? "large_cities/bulletins_2022_2025#8f2a"
            : "large_cities/health_2025";
    return figure(code, indicator, year, value, source);
  }

  public Figure figure(
      String code, Indicator indicator, int year, BigDecimal value, String sourceId) {
    Source source = sourceById.get(sourceId);
    boolean people = indicator.equals(POPULATION);
    boolean flow = indicator.equals(VISITS) || indicator.unit().dimension().equals("proportion");
    String id = Digest.id(sourceId, code, indicator.id(), year);
    Figure figure =
        FigureBuilder.builder()
            .observationId(id)
            .cityCode(code)
            .indicator(indicator.id())
            .value(value)
            .unit(indicator.unit().id())
            .resolution(BigDecimal.ONE)
            .bound(year == 2022 ? Bound.APPROX : Bound.EQ)
            .periodStart(flow ? Period.year(year).start() : day(year))
            .periodEnd(day(year))
            .periodType(flow ? PeriodType.YEAR : PeriodType.INSTANT)
            .populationBasis(people ? PopulationBasis.PERMANENT : null)
            .sourceId(sourceId)
            .publisher(source.publisher())
            .sourceClass(source.sourceClass())
            .published(source.published())
            .path(source.path())
            .locator("row:" + (3 + figures.size() % 90))
            .field(people ? "年末常住人口(万人)" : indicator.zh() + "数")
            .quote(
                people
                    ? value.movePointLeft(4).stripTrailingZeros().toPlainString()
                    : value.toPlainString())
            .flags(
                year == 2025
                    ? List.of(Flag.TRANSCRIBED)
                    : List.of(Flag.TRANSCRIBED, Flag.DATE_INFERRED))
            .build();
    figures.add(figure);
    values.add(
        IndicatorValueBuilder.builder()
            .cityCode(code)
            .indicator(indicator.id())
            .year(year)
            .periodEnd(day(year))
            .value(value)
            .unit(indicator.unit().id())
            .bound(Bound.EQ)
            .observationId(id)
            .sources(1)
            .spread(0.0)
            .rule("only")
            .flags(List.of())
            .unverifiedSources(0)
            .build());
    if (sourceId.contains("#77aa") || sourceId.contains("#11c0")) {
      values.remove(values.size() - 1);
    }
    return figure;
  }

  private String figureOf(String code, Indicator indicator, int year) {
    return figures.stream()
        .filter(f -> f.cityCode().equals(code) && f.indicator().equals(indicator.id()))
        .filter(f -> f.periodEnd().getYear() == year)
        .findFirst()
        .orElseThrow()
        .observationId();
  }

  private Figure byId(String id) {
    return figures.stream().filter(f -> f.observationId().equals(id)).findFirst().orElseThrow();
  }

  static BenchmarkRow row(
      Benchmark rate, Figure count, Figure people, Figure referenceCount, Figure referencePeople) {
    boolean care = count.cityCode().equals("310000") || count.cityCode().equals("350200");
    return new TestRow(rate.id(), count.cityCode(), count.periodEnd().getYear())
        .computed(rate.per(), count, people, referenceCount, referencePeople)
        .rank(rate.equals(BEDS_RATE) && !count.cityCode().equals("440000") ? (Integer) 7 : null)
        .comparability(
            care ? Comparability.WITH_CARE : Comparability.COMPARABLE,
            care ? List.of(Flag.POPULATION_VINTAGE_DIFFERS, Flag.CONFLICTING_SOURCES) : List.of())
        .build();
  }

  private static VintageRow vintage(
      Figure count,
      Figure referenceCount,
      Figure people,
      Figure referencePeople,
      Vintage vintage,
      Vintage referenceVintage) {
    BenchmarkRow row = row(TERTIARY_RATE, count, people, referenceCount, referencePeople);
    return VintageRowBuilder.builder()
        .benchmark(TERTIARY_RATE.id())
        .cityCode(count.cityCode())
        .referenceCode(SHENZHEN)
        .year(2019)
        .seriesBreak("census_2020")
        .vintage(vintage)
        .referenceVintage(referenceVintage)
        .numerator(count.value())
        .denominator(people.value())
        .referenceNumerator(referenceCount.value())
        .referenceDenominator(referencePeople.value())
        .denominatorObservationId(people.observationId())
        .referenceDenominatorObservationId(referencePeople.observationId())
        .rate(row.rate())
        .referenceRate(row.referenceRate())
        .ratio(row.ratio())
        .neededToMatch(row.neededToMatch())
        .flags(vintage == referenceVintage ? List.of() : List.of(Flag.POPULATION_VINTAGE_DIFFERS))
        .side(Side.BELOW)
        .standing(row.standing())
        .build();
  }

  /** Two sources that disagree. */
  public static Finding disagreement(Figure chosen, Figure other) {
    return finding(FindingKind.SOURCES_DISAGREE, chosen, other);
  }

  private static Finding finding(FindingKind kind, Figure chosen, Figure other) {
    return FindingBuilder.builder()
        .findingId(Digest.id(kind, chosen.observationId(), other.observationId()))
        .kind(kind)
        .cityCode(chosen.cityCode())
        .indicator(chosen.indicator())
        .periodEnd(chosen.periodEnd())
        .observationIds(List.of(other.observationId(), chosen.observationId()))
        .expected(chosen.value())
        .found(other.value())
        .detail("look")
        .runId("run-1")
        .build();
  }

  public static Benchmark lowIsGood(Benchmark benchmark) {
    return BenchmarkBuilder.builder(benchmark).polarity(Polarity.LOW).build();
  }

  public static Area area(String code, AreaLevel level, String zh, String en) {
    return new Area(code, level, zh, en, List.of(), "000000", null, null, null);
  }

  private static Unit unit(String id, String zh, String en, String plural, String dimension) {
    return new Unit(id, zh, en, plural, dimension, 1, List.of(), null);
  }

  /** What counts a flow of that name, which is a part of others. */
  public static Benchmark flow(String id, List<String> partOf) {
    Indicator counted =
        IndicatorBuilder.builder()
            .id(id)
            .zh(id)
            .en(id)
            .aliases(List.of())
            .unit(VISIT)
            .printedUnits(List.of())
            .kind(IndicatorKind.FLOW)
            .polarity(Polarity.NONE)
            .uncertainty(Uncertainty.STOCK)
            .partOf(partOf)
            .definitionZh(id)
            .definitionEn(id)
            .definitionSource(id)
            .build();
    return computed(id + "_per_resident", id, id, counted, 1, VISIT);
  }

  /** The maternal mortality ratio, if its deaths are that kind of data. */
  public static Benchmark maternal(Uncertainty uncertainty) {
    Indicator usual = MATERNAL;
    return published(
        IndicatorBuilder.builder(usual)
            .printedUnits(List.of())
            .uncertainty(uncertainty)
            .populationBasis(null)
            .min(null)
            .max(null)
            .partOf(List.of())
            .completes(null)
            .build(),
        PER_100000);
  }

  private static Indicator indicator(
      String id, String zh, String en, Unit unit, Polarity polarity, String dZh, String dEn) {
    return IndicatorBuilder.builder()
        .id(id)
        .zh(zh)
        .en(en)
        .aliases(List.of())
        .unit(unit)
        .printedUnits(List.of())
        .kind(IndicatorKind.STOCK)
        .polarity(polarity)
        .uncertainty(Uncertainty.STOCK)
        .partOf(List.of())
        .definitionZh(dZh)
        .definitionEn(dEn)
        .definitionSource("国家统计局《中国统计年鉴》主要统计指标解释")
        .build();
  }

  private static Benchmark computed(
      String id, String zh, String en, Indicator numerator, int per, Unit unit) {
    return BenchmarkBuilder.builder()
        .id(id)
        .zh(zh)
        .en(en)
        .numerator(numerator)
        .denominator(POPULATION)
        .per(per)
        .unit(unit)
        .polarity(Polarity.NONE)
        .margin(0.05)
        .bases(List.of())
        .boundedBy(List.of())
        .build();
  }

  private static Benchmark published(Indicator indicator, Unit unit) {
    return BenchmarkBuilder.builder()
        .id(indicator.id())
        .zh(indicator.zh())
        .en(indicator.en())
        .per(1)
        .published(indicator)
        .unit(unit)
        .polarity(indicator.polarity())
        .margin(0.01)
        .bases(List.of())
        .boundedBy(List.of())
        .build();
  }

  private static BigDecimal scaled(Object value, int year) {
    return decimal(Math.round((Integer) value * (1 - 0.025 * (2025 - year))));
  }

  private static BigDecimal decimal(long value) {
    return BigDecimal.valueOf(value);
  }

  private static LocalDate day(int year) {
    return LocalDate.of(year, 12, 31);
  }
}
