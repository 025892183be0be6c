package org.duibiao.normalize.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.duibiao.ingest.TestTable;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.PeriodType;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.model.code.ReadingMethod;
import org.duibiao.model.code.SourceClass;
import org.duibiao.model.code.Status;
import org.duibiao.tables.Reading;
import org.duibiao.tables.ReadingBuilder;
import org.duibiao.tables.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableNormalizerTest {

  private static final String ALL =
      TestTable.LONG.replace("unit: 单位", "unit: 单位, nature: 性质, basis: 口径, scope: 范围");
  private static final String ALL_HEADER = "城市,指标,年份,数值,单位,性质,口径,范围";
  private static final String OWN =
      "layout:\n  kind: long\n  columns: {city: 城市, indicator: 指标, period: 年份, value: 数值, unit: 单位,"
          + " publisher: 来源, title: 标题, published: 发布, url: 网址, class: 类别}\n";
  private static final String OWN_HEADER = "城市,指标,年份,数值,单位,来源,标题,发布,网址,类别";

  private static Reading one(String row) {
    Reading only = NormalizedTable.of(ALL, ALL_HEADER, row).only();
    assertThat(only.kind()).as(only.detail()).isEqualTo(ReadingKind.OBSERVATION);
    return only;
  }

  @Test
  void anObservationSaysAllOfItself() {
    Reading reading = one("深圳,年末常住人口,2019,约1343.88,万人,,,");
    assertThat(reading)
        .isEqualTo(
            ReadingBuilder.builder()
                .kind(ReadingKind.OBSERVATION)
                .observationId(reading.observationId())
                .cityCode("440300")
                .indicator("permanent_population")
                .value(new BigDecimal("13438800.00"))
                .unit("person")
                .resolution(new BigDecimal("100.00"))
                .bound(Bound.APPROX)
                .status(Status.ACTUAL)
                .measure(Measure.LEVEL)
                .periodStart(LocalDate.of(2019, 12, 31))
                .periodEnd(LocalDate.of(2019, 12, 31))
                .periodType(PeriodType.INSTANT)
                .scope("city")
                .populationBasis(PopulationBasis.PERMANENT)
                .sourceId("a/b")
                .publisher("甲")
                .sourceClass(SourceClass.REPORT)
                .published(LocalDate.of(2024, 4, 28))
                .fileSha256("sha")
                .path("a/b.csv")
                .locator("row:2")
                .quote("约1343.88")
                .method(ReadingMethod.TABLE)
                .flags(List.of(Flag.DATE_INFERRED))
                .knownFrom(Instant.EPOCH)
                .runId("run")
                .build());
    assertThat(reading.observationId()).matches("[0-9a-f]{32}");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "实际,ACTUAL,LEVEL,-",
        "测算,ACTUAL,LEVEL,ESTIMATED",
        "初步核算,ACTUAL,LEVEL,PROVISIONAL",
        "引用,ACTUAL,LEVEL,QUOTED",
        "勘误,ACTUAL,LEVEL,CORRECTED",
        "年份推定,ACTUAL,LEVEL,YEAR_INFERRED",
        "目标,TARGET,LEVEL,-",
        "计划,PLAN,LEVEL,-",
        "标准,STANDARD,LEVEL,-",
        "增量,ACTUAL,CHANGE,-",
        "新增,ACTUAL,NEW,-",
      })
  void aNatureSaysStatusMeasureAndFlags(String nature, Status status, Measure measure, Flag flag) {
    Reading reading = one("深圳市,医院,2019年末,145,家," + nature + ",,");
    assertThat(reading.status()).isEqualTo(status);
    assertThat(reading.measure()).isEqualTo(measure);
    assertThat(reading.flags()).isEqualTo(flag == null ? List.of() : List.of(flag));
  }

  @Test
  void growthRatesAreInPercentWhateverGrows() {
    for (String row :
        List.of(
            "深圳市,医院,2019年末,3.5,%,增速,,",
            "深圳市,地区生产总值增速,2019,6.7,%,,,", "深圳市,地区生产总值,2019,67,‰,同比,,")) {
      Reading reading = one(row);
      assertThat(reading.measure()).isEqualTo(Measure.CHANGE_RATE);
      assertThat(reading.unit()).isEqualTo("percent");
    }
    assertThat(one("深圳市,地区生产总值,2019,67,‰,同比,,").value()).isEqualByComparingTo("6.7");
    Reading points = one("深圳市,家庭医生签约率,2019,2.3,个百分点,增量,,");
    assertThat(tuple(points.measure(), points.unit(), points.value()))
        .isEqualTo(tuple(Measure.CHANGE, "percentage_point", new BigDecimal("2.3")));
  }

  @Test
  void comparisonsAreInTimesAndRanks() {
    Reading times = one("深圳市,医院,2019年末,1.5,倍,倍数,,");
    assertThat(tuple(times.status(), times.unit())).isEqualTo(tuple(Status.COMPARISON, "times"));
    assertThat(one("深圳市,医院,2019年末,3,位,位次,,").unit()).isEqualTo("rank");
    assertThat(one("深圳市,医院,2019年末,30,家,差距,,").unit()).isEqualTo("hospital");
  }

  @Test
  void transcribedFilesSaySo() {
    NormalizedTable table =
        NormalizedTable.of(
            "transcribed: true\n" + TestTable.LONG, "城市,指标,年份,数值,单位", "深圳市,医院,2019,145,家");
    assertThat(table.only().flags()).containsExactly(Flag.DATE_INFERRED, Flag.TRANSCRIBED);
    assertThat(table.sources()).extracting(Source::transcribed).containsExactly(true);
  }

  @Test
  void basisAndScope() {
    assertThat(one("深圳市,常住人口,2019,1,万人,,,").populationBasis()).isEqualTo(PopulationBasis.PERMANENT);
    assertThat(one("深圳市,户籍人口,2019,1,万人,,,").populationBasis())
        .isEqualTo(PopulationBasis.REGISTERED);
    assertThat(one("深圳市,医院,2019,1,家,,户籍,").populationBasis()).isEqualTo(PopulationBasis.REGISTERED);
    Reading odd = one("深圳市,医院,2019年末,1,家,,管理人口,");
    assertThat(odd.flags()).containsExactly(Flag.DEFINITION_DIFFERS);
    assertThat(one("深圳市,医院,2019,1,家,,,全市").scope()).isEqualTo("city");
    assertThat(one("深圳市,医院,2019,1,家,,,市区").scope()).isEqualTo("urban_core");
    assertThat(one("青岛市,医院,2019,1,家,,,黄岛区").scope()).isEqualTo("district:黄岛区");
    assertThat(one("青岛市,医院,2019,1,家,,,district:黄岛区").scope()).isEqualTo("district:黄岛区");
    assertThat(one("青岛市,医院,2019,1,家,,,programme：智慧中药房 ").scope()).isEqualTo("programme:智慧中药房");
  }

  @Test
  void unitsStandInTheHeaderTheRowTheCellOrTheSidecar() {
    String wide =
        TestTable.SOURCE
            + "layout: {kind: wide, columns: {city: 城市}, across: indicator, constants: {period:"
            + " 2019年末}}\n";
    NormalizedTable table =
        NormalizedTable.of(
            wide,
            "城市,床位数(张),执业(助理)医师数(人),总诊疗人次（万人次）,常住人口(单位:万人),执业(助理)医师数,医院(万)",
            "深圳市,51368,36990,10000,1343.88,36990,0.0145");
    assertThat(table.readings())
        .extracting(
            Reading::indicator, Reading::unit, r -> r.value().stripTrailingZeros().toPlainString())
        .containsExactly(
            tuple("beds", "bed", "51368"),
            tuple("licensed_doctors", "person", "36990"),
            tuple("visits", "visit", "100000000"),
            tuple("permanent_population", "person", "13438800"),
            tuple("licensed_doctors", null, "36990"),
            tuple("hospitals", null, "145"));
    assertThat(table.readings().get(4).missing()).containsExactly("unit");
    assertThat(table.readings().get(5).missing()).containsExactly("unit");
    NormalizedTable constant =
        NormalizedTable.of(
            wide.replace("2019年末", "2019年末, unit: 人"), "城市,执业(助理)医师数,床位数(张)", "深圳市,36990,2万张");
    assertThat(constant.readings())
        .extracting(Reading::unit, r -> r.value().toPlainString())
        .containsExactly(tuple("person", "36990"), tuple("bed", "20000"));
    assertThat(one("深圳市,床位(万张),2019,51368,张,,,").value()).isEqualByComparingTo("51368");
    assertThat(one("深圳市,床位(万张),2019,5.1368,,,,").value()).isEqualByComparingTo("51368");
    assertThat(one("深圳市,床位,2019,5.1万张,张,,,").value()).isEqualByComparingTo("51000");
    assertThat(one("深圳市,婴儿死亡率,2019,0.5%,,,,").value()).isEqualByComparingTo("5");
    assertThat(one("深圳市,每千人口医疗卫生机构床位数,2019,3.65,张,,,").unit()).isEqualTo("per_1000");
  }

  @Test
  void rangesAreConvertedAtBothEnds() {
    Reading reading = one("深圳市,常住人口,2019,1300-1400,万人,,,");
    assertThat(reading.bound()).isEqualTo(Bound.RANGE);
    assertThat(reading.value()).isEqualByComparingTo("13000000");
    assertThat(reading.valueHigh()).isEqualByComparingTo("14000000");
    assertThat(reading.resolution()).isEqualByComparingTo("10000");
  }

  @Test
  void whatIsNotPlacedWaitsWithItsTerm() {
    Reading reading = NormalizedTable.of(ALL, ALL_HEADER, "深圳市,智慧病房,2019,145,间,,,").only();
    assertThat(reading.kind()).isEqualTo(ReadingKind.CANDIDATE);
    assertThat(reading.term()).isEqualTo("智慧病房");
    assertThat(reading.missing()).containsExactly("indicator");
    assertThat(reading.value()).isEqualByComparingTo("145");
    // 间 is a form of many units: which, the indicator will say.
    assertThat(reading.unit()).isNull();
    assertThat(NormalizedTable.of(ALL, ALL_HEADER, "深圳市,智慧病房占比,2019,14.5,%,,,").only().unit())
        .isEqualTo("percent");
    assertThat(NormalizedTable.of(ALL, ALL_HEADER, "深圳市,,2019,145,间,,,").only().missing())
        .containsExactly("indicator");
    assertThat(NormalizedTable.of(ALL, ALL_HEADER, "深川市,智慧病房(万间),,1.5,,,,").only())
        .satisfies(
            candidate -> {
              assertThat(candidate.term()).isEqualTo("智慧病房");
              assertThat(candidate.missing()).containsExactly("indicator", "city", "period");
              assertThat(candidate.value()).isEqualByComparingTo("15000");
            });
  }

  @Test
  void cellsLeftBlankBeyondTheHeaderDoNoHarm() {
    assertThat(NormalizedTable.rows("深圳市,医院,2019,145,家,, ,").only().kind())
        .isEqualTo(ReadingKind.OBSERVATION);
  }

  @Test
  void theIdStaysWhenValueUnitPlaceOrFileChange() throws UnreadableFileException {
    String id = one("深圳市,医院,2019年末,145,家,,,").observationId();
    assertThat(one("深圳,医院数,2019-12-31,约146家,,实际,,全市").observationId()).isEqualTo(id);
    assertThat(one("深圳市,医院,2019,150以上,个,测算,,").observationId()).isEqualTo(id);
    assertThat(
            NormalizedTable.of(ALL, ALL_HEADER, "青岛市,医院,2018,1,家,,,", "深圳市,医院,2019年末,145,家,,,")
                .ids())
        .last()
        .isEqualTo(id);
    TestTable table = TestTable.read(ALL_HEADER + "\n深圳市,医院,2019年末,145,家,,,\n", ALL);
    assertThat(NormalizedTable.of(table, "elsewhere.csv", "another").only().observationId())
        .isEqualTo(id);
  }

  @Test
  void theIdDiffersWithEverythingThatTellsFiguresApart() {
    Set<String> ids = new HashSet<>();
    List<String> rows =
        List.of(
            "深圳市,医院,2019年末,145,家,,,",
            "青岛市,医院,2019年末,145,家,,,",
            "深圳市,公立医院,2019年末,145,家,,,",
            "深圳市,医院,2018年末,145,家,,,",
            "深圳市,医院,2019年6月底,145,家,,,",
            "深圳市,医院,2019年末,145,家,,,市区",
            "深圳市,医院,2019年末,145,家,,,南山区",
            "深圳市,医院,2019年末,145,家,,常住,",
            "深圳市,医院,2019年末,145,家,,户籍,",
            "深圳市,医院,2019年末,145,家,目标,,",
            "深圳市,医院,2019年末,145,家,计划,,",
            "深圳市,医院,2019年末,145,家,新增,,",
            "深圳市,医院,2019年末,145,家,增量,,",
            "深圳市,医院,2019年末,145,%,增速,,",
            "深圳市,智慧病房,2019年末,145,家,,,",
            "深川市,医院,2019年末,145,家,,,",
            "深川市,智慧病房,2019年末,145,家,,,",
            "深圳市,医院,,145,家,,,",
            "深圳市,医院,2019年末,145,瓶,,,",
            "深圳市,医院,2019年末,—,家,,,");
    for (String row : rows) {
      assertThat(ids.add(NormalizedTable.of(ALL, ALL_HEADER, row).only().observationId()))
          .as(row)
          .isTrue();
    }
    assertThat(NormalizedTable.of(ALL, ALL_HEADER, rows.toArray(String[]::new)).ids())
        .doesNotHaveDuplicates();
  }

  @Test
  void equalFiguresAreNumberedInTheirOrder() {
    String row = "深圳市,医院,2019年末,145,家";
    List<String> ids = NormalizedTable.rows(row, row, row).ids();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(NormalizedTable.rows(row, "青岛市,医院,2019年末,1,家", row).ids())
        .containsExactly(
            ids.get(0), NormalizedTable.rows("青岛市,医院,2019年末,1,家").ids().get(0), ids.get(1));
    assertThat(NormalizedTable.rows(row, row).doubts()).isEmpty();
    String unknown = "深圳市,智慧病房,2019年末,145,家";
    assertThat(NormalizedTable.rows(unknown, unknown).ids()).doesNotHaveDuplicates();
  }

  @Test
  void rowsHaveSourcesOfTheirOwn() {
    NormalizedTable table =
        NormalizedTable.of(
            OWN,
            OWN_HEADER,
            "深圳市,医院,2019年末,145,家,深圳市统计局,公报,2020-04-15,http://x,bulletin",
            "青岛市,医院,2019年末,145,家,深圳市统计局,公报,2020-04-15,http://x,bulletin",
            "深圳市,医院,2019年末,146,家,新华网,报道,unknown,,news");
    assertThat(table.sources())
        .extracting(
            Source::publisher, Source::title, Source::published, Source::url, Source::sourceClass)
        .containsExactly(
            tuple("深圳市统计局", "公报", LocalDate.of(2020, 4, 15), "http://x", SourceClass.BULLETIN),
            tuple("新华网", "报道", null, null, SourceClass.NEWS));
    assertThat(table.sources())
        .extracting(Source::sourceId)
        .allMatch(id -> id.matches("a/b#[0-9a-f]{12}"));
    assertThat(table.readings())
        .extracting(Reading::sourceId)
        .containsExactly(
            table.sources().get(0).sourceId(),
            table.sources().get(0).sourceId(),
            table.sources().get(1).sourceId());
    assertThat(table.readings())
        .extracting(Reading::publisher, Reading::sourceClass, Reading::published)
        .startsWith(tuple("深圳市统计局", SourceClass.BULLETIN, LocalDate.of(2020, 4, 15)));
    assertThat(table.ids()).doesNotHaveDuplicates();
    assertThat(table.doubts()).as("two sources may differ").isEmpty();
  }

  @Test
  void aRowThatNamesNoSourceHasTheFiles() {
    NormalizedTable table =
        NormalizedTable.of(
            TestTable.SOURCE + "class: yearbook\n" + OWN,
            OWN_HEADER,
            "深圳市,医院,2019年末,145,家,,,,,",
            "青岛市,医院,2019年末,145,家,青岛市统计局,,,,");
    assertThat(table.sources())
        .extracting(
            Source::sourceId,
            Source::publisher,
            Source::title,
            Source::published,
            Source::sourceClass)
        .startsWith(tuple("a/b", "甲", "乙", LocalDate.of(2024, 4, 28), SourceClass.YEARBOOK));
    assertThat(table.readings())
        .extracting(Reading::publisher, Reading::published)
        .containsExactly(
            tuple("甲", LocalDate.of(2024, 4, 28)), tuple("青岛市统计局", LocalDate.of(2024, 4, 28)));
  }

  @Test
  void theSidecarsCityHoldsForAllRows() {
    NormalizedTable table =
        NormalizedTable.of(
            "city: \"370200\"\n"
                + TestTable.SOURCE
                + "layout: {kind: wide, columns: {indicator: 指标}, across: period, constants: {unit:"
                + " 家}}\n",
            "指标,2018年末,2019年上半年",
            "三级医院,20,22");
    assertThat(table.readings())
        .extracting(Reading::cityCode, Reading::periodEnd, Reading::flags)
        .containsExactly(
            tuple("370200", LocalDate.of(2018, 12, 31), List.of()),
            tuple("370200", LocalDate.of(2019, 6, 30), List.of(Flag.DATE_INFERRED)));
  }

  /** For every value position exactly one reading, whatever stands in the cells. */
  @Test
  void nothingIsLostOfRandomTables() {
    Random random = new Random(20_190_425);
    int read = 0;
    for (int round = 0; round < 1_500; round++) {
      boolean wide = random.nextBoolean();
      String sidecar = wide ? wideSidecar(random) : ALL;
      String header = wide ? wideHeader(random, sidecar.contains("header_rows: 2")) : ALL_HEADER;
      StringBuilder text = new StringBuilder(header).append('\n');
      int rows = 1 + random.nextInt(12);
      for (int row = 0; row < rows; row++) {
        int cells = random.nextInt(6) == 0 ? random.nextInt(12) : 8;
        List<String> line = new ArrayList<>();
        for (int i = 0; i < cells; i++) {
          line.add(quoted(cell(random, wide ? (i == 0 ? 0 : 3) : i)));
        }
        text.append(String.join(",", line)).append(random.nextBoolean() ? "\n" : "\r\n");
      }
      try {
        TestTable table = TestTable.read(text.toString(), sidecar);
        balances(NormalizedTable.of(table, "a/b.csv", "sha"), text.toString());
        read++;
      } catch (UnreadableFileException e) {
        assertThat(e.reason()).as("%s", text).isIn("empty", "column_missing", "column_ambiguous");
      }
    }
    assertThat(read).isGreaterThan(1_000);
  }

  private static void balances(NormalizedTable table, String text) {
    assertThat(table.readings()).as(text).hasSize((int) table.table().valuesFound());
    assertThat(table.ids()).as(text).doesNotHaveDuplicates();
    Set<String> places = new HashSet<>();
    Set<String> sources = new HashSet<>();
    table.sources().forEach(source -> sources.add(source.sourceId()));
    for (Reading reading : table.readings()) {
      assertThat(places.add(reading.locator() + " " + reading.field())).as(text).isTrue();
      assertThat(reading.observationId()).isNotNull();
      boolean whole =
          reading.cityCode() != null
              && reading.indicator() != null
              && reading.unit() != null
              && reading.periodEnd() != null
              && reading.value() != null
              && reading.resolution() != null
              && reading.status() != null
              && reading.measure() != null
              && reading.scope() != null
              && reading.flags() != null
              && reading.quote() != null
              && sources.contains(reading.sourceId());
      switch (reading.kind()) {
        case OBSERVATION -> assertThat(whole).as("%s", reading).isTrue();
        case CANDIDATE -> {
          assertThat(reading.missing()).as("%s", reading).isNotEmpty();
          assertThat(reading.missing().contains("city")).isEqualTo(reading.cityCode() == null);
          assertThat(reading.missing().contains("indicator"))
              .isEqualTo(reading.indicator() == null);
          assertThat(reading.missing().contains("period")).isEqualTo(reading.periodEnd() == null);
          assertThat(reading.value()).isNotNull();
        }
        case REJECT -> {
          assertThat(reading.reason()).as("%s", reading).isNotBlank();
          assertThat(reading.disposition()).isNotNull();
          assertThat(reading.detail()).as("%s", reading).isNotBlank();
        }
      }
      assertThat((reading.valueHigh() != null)).isEqualTo(reading.bound() == Bound.RANGE);
    }
  }

  private static String wideSidecar(Random random) {
    String[] layouts = {
      "{kind: wide, columns: {city: 城市}, across: period, constants: {indicator: 医院, unit: 家}}",
      "{kind: wide, columns: {city: 城市}, across: indicator, constants: {period: 2019年末}}",
      "{kind: wide, columns: {indicator: 城市}, across: city, constants: {period: 2019, unit: 万人}}",
      "{kind: wide, header_rows: 2, columns: {city: 城市}, across: [indicator, period]}",
      "{kind: wide, columns: {city: 城市}, across: unit, constants: {indicator: 床位, period: 2019}}",
    };
    return TestTable.SOURCE + "layout: " + layouts[random.nextInt(layouts.length)] + "\n";
  }

  private static String wideHeader(Random random, boolean twoRows) {
    List<String> upper = new ArrayList<>(List.of("城市"));
    List<String> lower = new ArrayList<>(List.of(""));
    for (int i = 0; i < random.nextInt(8); i++) {
      upper.add(quoted(cell(random, 1 + random.nextInt(4))));
      lower.add(quoted(cell(random, 2)));
    }
    return String.join(",", upper) + (twoRows ? "\n" + String.join(",", lower) : "");
  }

  private static String quoted(String cell) {
    return "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  /** What may stand in a column: mostly what belongs there, sometimes anything. */
  private static String cell(Random random, int column) {
    List<List<String>> sensible =
        List.of(
            List.of("深圳市", "青岛", "济南市", "全国", "440300", "火星"),
            List.of("医院", "床位数(张)", "常住人口（万人）", "智慧病房", "执业(助理)医师数", "婴儿死亡率(‰)"),
            List.of("2019", "2019年末", "截至2019年6月底", "2019Q3", "20l9", "2019年2月30日", "2016-2020年"),
            List.of(
                "22", "1,234.5", "约30余", "1.2万", "3-5", "—", "缺", "35%", "1343.88万人", "0.00001"),
            List.of("家", "张", "万人", "‰", "/10万", "瓶", "万", "元"),
            List.of("实际", "目标", "增速", "倍数", "大约吧"),
            List.of("常住", "户籍", "别的"),
            List.of("市区", "黄岛区", "programme:x"));
    List<String> hostile =
        Arrays.asList(
            "",
            " ",
            "\u3000",
            "\"",
            "a\nb",
            "💉",
            "\uFEFF",
            "\u200B",
            "9".repeat(60),
            "x".repeat(500),
            "=1+1",
            "#DIV/0!",
            "NULL",
            "-",
            "−5",
            "1e400",
            "１２",
            "\t",
            "()",
            " › ",
            " #2",
            "1:1.2",
            "\u0130",
            "单位:",
            "NaN",
            "∞",
            "0x1F",
            "١٢");
    List<String> choice = random.nextInt(4) == 0 ? hostile : sensible.get(Math.min(column, 7));
    return choice.get(random.nextInt(choice.size()));
  }
}
