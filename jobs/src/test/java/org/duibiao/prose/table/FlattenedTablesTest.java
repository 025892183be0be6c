package org.duibiao.prose.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.ingest.text.FoldedText;
import org.duibiao.ingest.text.NumberSpans;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.prose.CorpusReader;
import org.duibiao.tables.Reading;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tables that were flattened into lines. The city is Linyi, 371300. */
class FlattenedTablesTest {

  private static Catalogue catalogue;

  @BeforeAll
  static void load() throws IOException {
    catalogue = CorpusReader.believingCatalogue();
  }

  private static List<Reading> read(String title, String published, String text) {
    String yaml =
        "publisher: 临沂市卫生健康委员会\ntitle: "
            + title
            + "\npublished: "
            + published
            + "\ncity: \"371300\"\n";
    try {
      Sidecar sidecar = Sidecar.parse("t.txt.yaml", yaml.getBytes(StandardCharsets.UTF_8));
      return CorpusReader.read(catalogue, sidecar, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Term or indicator, value, and what is not usual; the year last. */
  private static String brief(Reading r) {
    List<String> parts = new ArrayList<>();
    parts.add(r.indicator() != null ? r.indicator() : "?" + r.term());
    parts.add(r.value().stripTrailingZeros().toPlainString());
    if (!r.bound().id().equals("eq")) {
      parts.add(r.bound().id());
    }
    if (!r.status().id().equals("actual")) {
      parts.add(r.status().id());
    }
    if (!r.measure().id().equals("level")) {
      parts.add(r.measure().id());
    }
    if (!r.scope().equals("city")) {
      parts.add(r.scope());
    }
    if (r.cityCode() == null || !r.cityCode().equals("371300")) {
      parts.add(String.valueOf(r.cityCode()));
    }
    if (r.periodEnd() != null) {
      boolean years = r.periodStart().getYear() != r.periodEnd().getYear();
      parts.add((years ? r.periodStart().getYear() + "-" : "") + r.periodEnd().getYear());
    }
    return String.join(" ", parts);
  }

  private static List<String> figures(List<Reading> readings) {
    return readings.stream()
        .filter(r -> r.kind() != ReadingKind.REJECT)
        .map(FlattenedTablesTest::brief)
        .toList();
  }

  private static List<String> plan(String... lines) {
    return figures(read("临沂市“十四五”卫生健康规划", "2021-12-20", String.join("\n", lines)));
  }

  private static List<String> report(String... lines) {
    return figures(read("2022年卫生健康统计公报", "2023-03-01", String.join("\n", lines)));
  }

  @Test
  void cellsPartedByOneSpaceUnderAKnownHeader() {
    assertThat(
            plan(
                "专栏2 主要指标",
                "序号 指标 单位 2020年 2025年 属性",
                "1 人均预期寿命 岁 78.1 79 预期性",
                "2 孕产妇死亡率 1/10万 8.2 <9 约束性",
                "3 5岁以下儿童死亡率 ‰ 4.4 ≤6 预期性",
                "4 每千常住人口注册护士数 人 3.1 3.8以上 预期性",
                "5 居民健康素养水平 % - 25左右 预期性"))
        .containsExactly(
            "life_expectancy 78.1 2020",
            "life_expectancy 79 target 2025",
            "maternal_mortality_ratio 8.2 2020",
            "maternal_mortality_ratio 9 lt target 2025",
            "under5_mortality_rate 4.4 2020",
            "under5_mortality_rate 6 le target 2025",
            "registered_nurses_per_1000 3.1 2020",
            "registered_nurses_per_1000 3.8 ge target 2025",
            "health_literacy_level 25 approx target 2025");
  }

  @Test
  void aCategoryThatStandsInItsFirstRowOnly() {
    assertThat(
            plan(
                "领域 | 序号 | 主要指标 | 单位 | “十四五”目标 | 性质",
                "健康水平 | 1 | 人均预期寿命 | 岁 | 79.2 | 预期性",
                " | 2 | 婴儿死亡率 | ‰ | ≤5 | 预期性",
                "3 | 孕产妇死亡率 | /10万 | 达到省定要求 | 预期性",
                "健康服务 | 4 | 每千常住人口床位数 | 张 | 7.1 | 预期性",
                " | 5 | 培训全科医生数 | 人 | [300] | 预期性"))
        .containsExactly(
            "life_expectancy 79.2 target 2025",
            "infant_mortality_rate 5 le target 2025",
            "beds_per_1000 7.1 target 2025",
            "general_practitioners 300 target new 2021-2025");
  }

  @Test
  void areasDownAndIndicatorsAcross() {
    assertThat(
            report(
                "各市卫生资源(2021年)",
                "| 地区 | 床位数(张) | #医院 | 卫生技术人员(人) |",
                "|---|---|---|---|",
                "| 全省总计 | 650000 | 500000 | 850000 |",
                "| 临沂市 | 62000 | 45000 | 80000 |",
                "| 青岛市 | 64000 | 50000 | — |"))
        .containsExactly(
            "beds 650000 370000 2021",
            "hospital_beds 500000 370000 2021",
            "health_technical_personnel 850000 370000 2021",
            "beds 62000 2021",
            "hospital_beds 45000 2021",
            "health_technical_personnel 80000 2021",
            "beds 64000 370200 2021",
            "hospital_beds 50000 370200 2021");
  }

  @Test
  void areasAcrossAndIndicatorsDown() {
    assertThat(
            report(
                "指标\t单位\t全国\t全省\t全市", "婴儿死亡率\t‰\t4.9\t3.5\t3.1", "孕产妇死亡率\t1/10万\t15.7\t9.5\t7.7"))
        .containsExactly(
            "infant_mortality_rate 4.9 000000 2022",
            "infant_mortality_rate 3.5 370000 2022",
            "infant_mortality_rate 3.1 2022",
            "maternal_mortality_ratio 15.7 000000 2022",
            "maternal_mortality_ratio 9.5 370000 2022",
            "maternal_mortality_ratio 7.7 2022");
  }

  @Test
  void aCellALine() {
    assertThat(
            report(
                "2020-2021年全市医疗机构床位",
                "单位:张",
                "项目",
                "2020",
                "2021",
                "总计",
                "60100",
                "62000",
                "一、医院",
                "44000",
                "45000",
                "其中:",
                "公立医院",
                "38000",
                "39000",
                "注:1.不含门诊部。"))
        .containsExactly(
            "beds 60100 2020",
            "beds 62000 2021",
            "hospital_beds 44000 2020",
            "hospital_beds 45000 2021",
            "public_hospital_beds 38000 2020",
            "public_hospital_beds 39000 2021");
  }

  @Test
  void cellsThatLonePipesPart() {
    assertThat(
            report(
                "各类医院基本情况(2021年)",
                "指 标",
                "|",
                "机构数",
                "(个)",
                "|",
                "床位数",
                "(张)",
                "|",
                "全 市",
                "|",
                "150",
                "|",
                "45000",
                "|",
                "综合医院",
                "|",
                "80",
                "|",
                "30000",
                "|"))
        .containsExactly(
            "hospitals 150 2021",
            "hospital_beds 45000 2021",
            "general_hospitals 80 2021",
            "?综合医院床位数 30000 2021");
  }

  @Test
  void yearsUnderTheLabels() {
    assertThat(
            report(
                "表3  全市卫生资源",
                "机构类别　　　机构数（个）　　床位数（张）",
                "　　　　　２０２０　２０２１　２０２０　２０２１",
                "总　　计　　　７１１０　７２２０　６０１００　６２０００",
                "医　　院　　　１４０　　　１５０　　４４０００　４５０００"))
        .containsExactly(
            "medical_institutions 7110 2020",
            "medical_institutions 7220 2021",
            "beds 60100 2020",
            "beds 62000 2021",
            "hospitals 140 2020",
            "hospitals 150 2021",
            "hospital_beds 44000 2020",
            "hospital_beds 45000 2021");
  }

  @Test
  void districtsWithTelephoneNumbersAndNoHeader() {
    List<Reading> readings =
        read(
            "便民信息",
            "2023-05-01",
            "各区县咨询电话与发热门诊数(2023年4月统计,单位:个)\n"
                + "兰山区　8112233　12\n罗庄区　8223344　9\n河东区　8334455　8\n全市合计　—　70");
    assertThat(figures(readings))
        .containsExactly(
            "fever_clinics 12 district:兰山区 2023",
            "fever_clinics 9 district:罗庄区 2023",
            "fever_clinics 8 district:河东区 2023",
            "fever_clinics 70 2023");
    assertThat(readings.stream().filter(r -> "phone".equals(r.reason()))).hasSize(3);
  }

  @Test
  void growthAndTheYearBefore() {
    assertThat(
            report(
                "一、医疗服务",
                "指标 单位 2022年 2021年 比上年增长(%)",
                "总诊疗人次 万人次 5100.5 5000 2.0",
                "出院人数 万人 160.5 164.25 2.4",
                "门诊部\t个\t97\t102\t-4.9"))
        .containsExactly(
            "visits 51005000 2022",
            "visits 50000000 2021",
            "visits 2 change_rate 2022",
            "discharges 1605000 2022",
            "discharges 1642500 2021",
            "discharges 2.4 change_rate 2022",
            "outpatient_departments 97 2022",
            "outpatient_departments 102 2021",
            "outpatient_departments -4.9 change_rate 2022");
  }

  @Test
  void yearsDown() {
    assertThat(report("年份\t医院(家)\t床位(张)", "2020年\t140\t60100", "2021年\t150\t62000"))
        .containsExactly(
            "hospitals 140 2020", "beds 60100 2020", "hospitals 150 2021", "beds 62000 2021");
  }

  @Test
  void aLabelThatIsBrokenOverTwoLines() {
    assertThat(
            report(
                "指标  单位  2021年  2022年", "每千常住人口执业(助理)", "医师数  人  3.1  3.2", "婴儿死亡率  ‰  3.3  3.1"))
        .containsExactly(
            "licensed_doctors_per_1000 3.1 2021",
            "licensed_doctors_per_1000 3.2 2022",
            "infant_mortality_rate 3.3 2021",
            "infant_mortality_rate 3.1 2022");
  }

  @Test
  void aTermIsNotCutToOneThatTheCatalogueKnows() {
    assertThat(report("机构 | 床位数(张) | 出院人数(人)", "甲类康复站 | 120 | 300", "乙类康复站 | 80 | 200"))
        .containsExactly(
            "?甲类康复站床位数 120 2022",
            "?甲类康复站出院人数 300 2022",
            "?乙类康复站床位数 80 2022",
            "?乙类康复站出院人数 200 2022");
  }

  @Test
  void spacesThatMayPartOrGroupAreNotGuessedAt() {
    List<Reading> readings =
        read(
            "2022年公报",
            "2023-03-01",
            "机构 2021年 2022年 单位\n医院 97 102 个\n诊所 1200 1300 个\n门诊部 1100 1150 个");
    assertThat(readings.stream().filter(r -> "several_numbers".equals(r.reason()))).hasSize(1);
    assertThat(figures(readings)).hasSize(4);
  }

  @Test
  void linesThatAreNoTableAreReadAsBefore() {
    String text = "2022年工作情况\n一、卫生资源\n全市共有三级医院22家\n二、服务能力\n总诊疗5100万人次";
    assertThat(report(text)).containsExactly("tertiary_hospitals 22 2022", "visits 51000000 2022");
  }

  @Test
  void rowsOfDifferentLengthAreNoTable() {
    assertThat(report("指标 2020年 2021年", "床位 1", "医院 1 2 3 4 5", "机构"))
        .noneMatch(figure -> figure.endsWith(" 2021"));
  }

  @Test
  void aLongTableGoesOn() {
    StringBuilder text = new StringBuilder("地区 | 床位数(张) | 医院(个)\n");
    for (int i = 0; i < 9_000; i++) {
      text.append("兰山区 | ").append(1000 + i).append(" | 7 |\n");
    }
    List<String> figures = report(text.toString());
    assertThat(figures).hasSize(18_000);
    assertThat(figures.get(17_999)).isEqualTo("hospitals 7 district:兰山区 2022");
  }

  @Test
  @Timeout(160)
  void hostileLinesAreReadInLinearTime() {
    for (String line :
        List.of("指标", "2020", "指标 2020年", "| 1 | 2 |", "|", "床位数(张)", "序号\n指标\n1", "兰山区  7  8")) {
      assertThat(time(line, 5_000)).as(line).isLessThan(Duration.ofSeconds(20));
    }
  }

  private static Duration time(String line, int times) {
    String text = (line + "\n").repeat(times);
    long start = System.nanoTime();
    List<Reading> readings = read("公报", "2023-03-01", text);
    assertThat(readings).hasSize(spans(text));
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static int spans(String text) {
    return text.lines().mapToInt(line -> NumberSpans.of(FoldedText.of(line, 0)).size()).sum();
  }

  @Test
  void everyNumberOfEveryTextIsAccountedForOnce() {
    isAccountedForOnce(7, 200);
  }

  @Test
  @Tag("long")
  void everyNumberOfManyMoreTextsToo() {
    isAccountedForOnce(8, 15_000);
  }

  private static void isAccountedForOnce(long seed, int texts) {
    String[] cells = {
      "指标", "序号", "单位", "2020年", "2021", "床位数(张)", "#医院", "临沂市", "兰山区", "全省总计", "12", "1 063",
      "3.5", "≥72", "—", "%", "其中:", "一、医院", "[25]", "8112233", "单位:万人", "人均预期寿命", "预期性", "１２",
      "属性", "十二", "。"
    };
    String[] marks = {" | ", "\t", "  ", " ", "\n", "\n", "|\n", "\n|\n", "　"};
    Random random = new Random(seed);
    for (int i = 0; i < texts; i++) {
      StringBuilder text = new StringBuilder();
      String usual = marks[random.nextInt(marks.length)];
      for (int k = random.nextInt(60); k >= 0; k--) {
        text.append(cells[random.nextInt(cells.length)]);
        text.append(random.nextInt(4) > 0 ? usual : marks[random.nextInt(marks.length)]);
      }
      List<Reading> readings = read("公报", "2023-03-01", text.toString());
      assertThat(readings).as(text.toString()).hasSize(spans(text.toString()));
      assertThat(readings.stream().map(Reading::locator)).doesNotHaveDuplicates();
    }
  }
}
