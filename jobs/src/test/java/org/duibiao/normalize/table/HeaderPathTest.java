package org.duibiao.normalize.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.duibiao.ingest.TestTable;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.tables.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What captions, labels of rows and headers say together. */
class HeaderPathTest {

  private static final String CITY = "city: \"370900\"\nconstants: {period: 2022年}\n";

  /** A layout of headers over values, with lines of its own. */
  private static String wide(String lines) {
    return TestTable.SOURCE + CITY + "layout:\n  kind: wide\n" + lines;
  }

  private static List<String> read(String sidecar, String header, String... rows) {
    return NormalizedTable.of(sidecar, header, rows).readings().stream()
        .filter(each -> each.kind() != ReadingKind.REJECT)
        .map(HeaderPathTest::line)
        .toList();
  }

  private static String line(Reading reading) {
    if (reading.kind() == ReadingKind.CANDIDATE) {
      return "waits: " + reading.term() + " " + reading.missing();
    }
    return reading.indicator()
        + " "
        + reading.value().stripTrailingZeros().toPlainString()
        + " "
        + reading.unit()
        + " "
        + reading.periodEnd()
        + " "
        + reading.scope()
        + " "
        + reading.status().id()
        + " "
        + reading.measure().id();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          床位数(张)                        | beds 7 bed 2022-12-31 city actual level
          床位数（张） Beds                 | beds 7 bed 2022-12-31 city actual level
          2021年床位数(张)                  | beds 7 bed 2021-12-31 city actual level
          床位数(张)_2021                   | beds 7 bed 2021-12-31 city actual level
          一、床位数(张)                    | beds 7 bed 2022-12-31 city actual level
          医院合计(家)                      | hospitals 7 hospital 2022-12-31 city actual level
          卫生技朮人员(人)                  | health_technical_personnel 7 person 2022-12-31 city actual level
          Hospitals (units)                 | hospitals 7 hospital 2022-12-31 city actual level
          床位数_张                         | beds 7 bed 2022-12-31 city actual level
          床位数 / 张                       | beds 7 bed 2022-12-31 city actual level
          床位数(张)a                       | beds 7 bed 2022-12-31 city actual level
          床位数(张)[1]                     | beds 7 bed 2022-12-31 city actual level
          病区_个                           | waits: 病区_个 [indicator, unit]
          病区(个)                          | waits: 病区 [indicator]
          """)
  void aHeaderSaysMoreThanItsTerm(String header, String expected) {
    assertThat(read(wide("  across: indicator\n"), header + ",x", "7,")).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          床位数(张)        | 合计            | beds 7 bed 2022-12-31 city actual level
          床位数(张)        | #医院           | hospital_beds 7 bed 2022-12-31 city actual level
          机构(个)          | #医院           | hospitals 7 hospital 2022-12-31 city actual level
          卫生技术人员(人)  | #注册护士       | registered_nurses 7 person 2022-12-31 city actual level
          医院数            | (家)            | hospitals 7 hospital 2022-12-31 city actual level
          医院数(家)        | 市辖区          | hospitals 7 hospital 2022-12-31 urban_core actual level
          医院数(家)        | 泰山区          | hospitals 7 hospital 2022-12-31 district:泰山区 actual level
          医院数(家)        | 2021年          | hospitals 7 hospital 2021-12-31 city actual level
          医院数(家)        | 上年            | hospitals 7 hospital 2021-12-31 city actual level
          医院数(家)        | 本年            | hospitals 7 hospital 2022-12-31 city actual level
          医院数(家)        | 目标值          | hospitals 7 hospital 2022-12-31 city target level
          医院数(家)        | 比上年增长(%)   | hospitals 7 percent 2022-12-31 city actual change_rate
          常住人口(人)      | 男              | male_population 7 person 2022-12-31 city actual level
          常住人口(人)      | 年末数          | permanent_population 7 person 2022-12-31 city actual level
          医院数(家)        | 全省            | waits: 医院数 [city]
          每千人口          | 床位(张)        | beds_per_1000 7 per_1000 2022-12-31 city actual level
          养老机构          | 床位数(张)      | waits: 养老机构 › 床位数 [indicator]
          床位数(张)        | 病区            | waits: 床位数 › 病区 [indicator]
          孕产妇死亡率(1/10万) | 农村         | waits: 孕产妇死亡率 › 农村 [indicator]
          """)
  void headersArePaths(String upper, String lower, String expected) {
    assertThat(
            read(
                wide("  header_rows: 2\n  across: indicator\n"),
                upper + ",x\n" + lower + ",x",
                "7,"))
        .containsExactly(expected);
  }

  @Test
  void aPartBelongsToTheColumnBesideIt() {
    assertThat(
            read(
                wide("  across: indicator\n"),
                "卫生机构(个),#医院,床位(张),#医院床位,其中：乡镇卫生院",
                "70,7,900,600,200"))
        .containsExactly(
            "medical_institutions 70 institution 2022-12-31 city actual level",
            "hospitals 7 hospital 2022-12-31 city actual level",
            "beds 900 bed 2022-12-31 city actual level",
            "hospital_beds 600 bed 2022-12-31 city actual level",
            "township_health_centre_beds 200 bed 2022-12-31 city actual level");
  }

  @Test
  void labelsOfRowsArePathsToo() {
    String sidecar = wide("  columns: {indicator: 指标, unit: 单位}\n  across: period\n");
    assertThat(
            read(
                sidecar,
                "指标,单位,2021年,2022年",
                "床位数,张,900,910",
                "  #医院,张,600,610",
                "  #病区,张,60,61",
                "卫生技术人员,人,950,960",
                "  #注册护士,,400,410"))
        .containsExactly(
            "beds 900 bed 2021-12-31 city actual level",
            "beds 910 bed 2022-12-31 city actual level",
            "hospital_beds 600 bed 2021-12-31 city actual level",
            "hospital_beds 610 bed 2022-12-31 city actual level",
            "waits: 床位数 › 病区 [indicator]",
            "waits: 床位数 › 病区 [indicator]",
            "health_technical_personnel 950 person 2021-12-31 city actual level",
            "health_technical_personnel 960 person 2022-12-31 city actual level",
            "registered_nurses 400 person 2021-12-31 city actual level",
            "registered_nurses 410 person 2022-12-31 city actual level");
  }

  @Test
  void aPartWithoutAMarkBelowOneThatHasIt() {
    assertThat(
            read(
                TestTable.SOURCE
                    + CITY
                    + "layout:\n  kind: long\n  columns: {indicator: 指标, value: 年末数(万人)}\n",
                "指标,年末数(万人),比重(%)",
                "常住人口,140,100",
                "其中:男性,71,51",
                "女性,69,49",
                "其中:城镇,94,67",
                "床位,1,1"))
        .containsExactly(
            "permanent_population 1400000 person 2022-12-31 city actual level",
            "male_population 710000 person 2022-12-31 city actual level",
            "female_population 690000 person 2022-12-31 city actual level",
            "urban_population 940000 person 2022-12-31 city actual level");
  }

  @Test
  void aCaptionSaysWhatKindsAreCountedBy() {
    String sidecar =
        wide(
            "  columns: {indicator: 机构类别}\n  across: period\n"
                + "  constants: {indicator: 医疗卫生机构床位数, unit: 张}\n");
    assertThat(
            read(
                sidecar,
                "机构类别,2021年",
                "合计,900",
                "医院,600",
                "基层医疗卫生机构,250",
                "  #乡镇卫生院,200",
                "其他机构,50"))
        .containsExactly(
            "beds 900 bed 2021-12-31 city actual level",
            "hospital_beds 600 bed 2021-12-31 city actual level",
            "primary_care_beds 250 bed 2021-12-31 city actual level",
            "township_health_centre_beds 200 bed 2021-12-31 city actual level",
            "waits: 医疗卫生机构床位数 › 其他机构 [indicator]");
  }

  @Test
  void kindsInRowsOverMeasuresInColumns() {
    assertThat(
            read(
                wide("  columns: {indicator: 类别}\n  across: indicator\n"),
                "类别,机构数(个),诊疗人次(人次)",
                "医疗卫生机构合计,70,9000",
                "医院,7,5000"))
        .containsExactly(
            "medical_institutions 70 institution 2022-12-31 city actual level",
            "visits 9000 visit 2022-12-31 city actual level",
            "hospitals 7 hospital 2022-12-31 city actual level",
            "hospital_visits 5000 visit 2022-12-31 city actual level");
  }

  @Test
  void aRowWithoutValuesSaysTheTimeOfThoseBelow() {
    assertThat(
            read(
                wide("  columns: {city: 地区}\n  across: indicator\n"),
                "地区,医院(家)",
                "2020年,",
                "泰安市,7",
                "2021年,",
                "泰安市,8"))
        .containsExactly(
            "hospitals 7 hospital 2020-12-31 city actual level",
            "hospitals 8 hospital 2021-12-31 city actual level");
  }

  @Test
  void oneOfSeveralUnitsOfTheTable() {
    String sidecar = wide("  across: indicator\n  constants: {unit: 个、张、人}\n");
    assertThat(read(sidecar, "医院,床位,注册护士,病床使用率", "7,900,400,80"))
        .containsExactly(
            "hospitals 7 hospital 2022-12-31 city actual level",
            "beds 900 bed 2022-12-31 city actual level",
            "registered_nurses 400 person 2022-12-31 city actual level",
            "waits: 病床使用率 [unit]");
  }

  @Test
  void aPlanAimsAtItsOwnYears() {
    String layout =
        "published: 2021-12-31\ncity: \"370900\"\nlayout:\n  kind: wide\n"
            + "  columns: {indicator: 指标, unit: 单位}\n  across: period\n";
    assertThat(
            read(
                "publisher: 甲\ntitle: 泰安市“十四五”卫生健康发展规划\n" + layout,
                "指标,单位,2020年,2025年",
                "人均预期寿命,岁,80,81"))
        .containsExactly(
            "life_expectancy 80 year 2020-12-31 city actual level",
            "life_expectancy 81 year 2025-12-31 city target level");
    assertThat(
            read(
                "publisher: 甲\ntitle: 泰安市“十四五”卫生健康规划实施情况评估\n" + layout,
                "指标,单位,2020年,2023年",
                "人均预期寿命,岁,80,81"))
        .contains("life_expectancy 81 year 2023-12-31 city actual level");
  }
}
