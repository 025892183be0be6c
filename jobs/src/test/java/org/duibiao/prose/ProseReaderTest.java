package org.duibiao.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.ingest.text.FoldedText;
import org.duibiao.ingest.text.NumberSpans;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.tables.Reading;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseReaderTest {

  private static Catalogue catalogue;

  @BeforeAll
  static void load() throws IOException {
    catalogue = CorpusReader.believingCatalogue();
  }

  private static Sidecar sidecar(String title, String published) {
    String yaml =
        "publisher: 临沂市卫生健康委员会\ntitle: "
            + title
            + "\npublished: "
            + published
            + "\ncity: \"371300\"\n";
    return Sidecar.parse("text.txt.yaml", yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static List<Reading> read(String title, String published, String text) {
    try {
      return CorpusReader.read(catalogue, sidecar(title, published), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Reading> figures(String text) {
    return read("2022年工作总结", "2023-03-01", text).stream()
        .filter(reading -> reading.kind() != ReadingKind.REJECT)
        .toList();
  }

  /** What a figure is, without what is usual: eq, actual, level, city, the document's city. */
  private static String brief(Reading r) {
    List<String> parts = new ArrayList<>();
    parts.add(r.indicator() != null ? r.indicator() : "?" + r.term());
    parts.add(r.value().stripTrailingZeros().toPlainString());
    if (r.valueHigh() != null) {
      parts.add("to " + r.valueHigh().stripTrailingZeros().toPlainString());
    }
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
    if (r.flags().contains(Flag.QUOTED)) {
      parts.add(r.cityCode());
    }
    return String.join(" ", parts);
  }

  static String brief(String text) {
    return figures(text).stream().map(ProseReaderTest::brief).collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        // before and after the number
        "全市共有三级医院22家。 → tertiary_hospitals 22",
        "全市共有22家三级医院。 → tertiary_hospitals 22",
        "三级医院数量,达到22家。 → tertiary_hospitals 22",
        "床位5.63万张,注册护士2.76万人。 → beds 56300; registered_nurses 27600",
        // elided nouns and quotations
        "我市18个三级医院,有12个坐落在市区。 → tertiary_hospitals 18; tertiary_hospitals 12 urban_core",
        "我市有三级医院18所,而青岛有22所。 → tertiary_hospitals 18; tertiary_hospitals 22 370200",
        "每千人口床位6.2张,比全省的6.6张少0.4张。 → beds_per_1000 6.2; beds_per_1000 6.6 370000;"
            + " beds_per_1000 -0.4 comparison",
        // rates and denominators
        "每千常住人口执业(助理)医师达到3.42人、注册护士3.79人。 → licensed_doctors_per_1000 3.42;"
            + " registered_nurses_per_1000 3.79",
        "孕产妇死亡率十万分之六以内,婴儿死亡率控制在2.0以内。 → maternal_mortality_ratio 6 le;"
            + " infant_mortality_rate 2 le",
        "家庭医生团队千余个,签约率六成五。 → family_doctor_teams 1000 gt; family_doctor_contract_rate 65",
        // lists
        "每千人口床位数、执业(助理)医师数、注册护士数分别为9.77张、3.31人和4.15人。 → beds_per_1000 9.77;"
            + " licensed_doctors_per_1000 3.31; registered_nurses_per_1000 4.15",
        "医院214个(公立医院82个、民营医院132个)。 → hospitals 214; public_hospitals 82;"
            + " private_hospitals 132",
        // changes
        "总诊疗1286.35万人次,同比增长12.9%;出院60.98万人次,下降5.3%。 → visits 12863500;"
            + " visits 12.9 change_rate; discharges 609800; discharges -5.3 change_rate",
        "居民健康素养水平达29.4%,较上年提高2.3个百分点。 → health_literacy_level 29.4;"
            + " health_literacy_level 2.3 change",
        "新增三级医院2家。 → tertiary_hospitals 2 new",
        "三级医院22家,比2015年翻了一番多。 → tertiary_hospitals 22; tertiary_hospitals 100 gt change_rate",
        // bounds
        "约150万人次门急诊,不少于100张床位。 → outpatient_emergency_visits 1500000 approx; beds 100 ge",
        "建成2—3家三级医院。 → tertiary_hospitals 2 to 3 range",
        // what is licensed counts what it became
        "4家医院获得互联网医院牌照。 → internet_hospitals 4",
        // whose
        "兰山区家庭医生签约19.7万人。 → family_doctor_contracted_residents 197000 district:兰山区",
        "全国人均预期寿命为78.2岁。 → life_expectancy 78.2 000000",
        "马鞍山共有三级医院5家。 → tertiary_hospitals 5 340500",
        "兰山区床位3200张,占全市的38.5%。 → beds 3200 district:兰山区; ?床位 38.5 district:兰山区",
        "健康素养水平为30%,最高的是兰山区(41.6%)。 → health_literacy_level 30; health_literacy_level 41.6"
            + " district:兰山区",
        "沂水县改革较早。全县床位1500张。 → beds 1500 district:沂水县",
        "市中心医院(北院)、市中医院等6家医院竣工,床位2150张。 → ?医院 6; ?床位 2150",
        // what differs from another area is one's own
        "人均预期寿命79.9岁,高出全国平均水平(78.6岁)1.3岁。 → life_expectancy 79.9;"
            + " life_expectancy 78.6 000000; life_expectancy 1.3 comparison",
        // nouns that were said before, or not at all
        "健康素养水平2013年为9.1%。这一比例提高到30.2%。 → health_literacy_level 9.1;"
            + " health_literacy_level 30.2",
        "前两位死因依次为心脏病、肿瘤,死亡率分别为2.36‰、1.31‰。 → ?死亡率 2.36; ?死亡率 1.31",
        "孕产妇死亡率7.1/10万,婴儿死亡率2.5‰。全省两项指标分别为8.2/10万、3.1‰。 →"
            + " maternal_mortality_ratio 7.1; infant_mortality_rate 2.5;"
            + " maternal_mortality_ratio 8.2 370000; infant_mortality_rate 3.1 370000",
        // units, bounds and denominators that are said once
        "签约率、覆盖率分别提高2.1、3.3和0.9个百分点。 → ?签约率、覆盖率 2.1 change;"
            + " ?签约率、覆盖率 3.3 change; ?签约率、覆盖率 0.9 change",
        "婴儿死亡率、5岁以下儿童死亡率分别控制在4‰、5‰以内。 → infant_mortality_rate 4 le;"
            + " under5_mortality_rate 5 le",
        "千人口床位数、执业(助理)医师数分别为6.8张、3.2人。 → beds_per_1000 6.8;" + " licensed_doctors_per_1000 3.2",
        "65岁以上老年人占了一半以上。 → ?65岁以上老年人 50 ge",
        "接入“健康通”平台的医院达到60家。 → ?接入健康通平台的医院 60 programme:健康通平台",
        "三甲医院是面子:青岛有6家,临沂4家。 → grade_a_tertiary_hospitals 6 370200;"
            + " grade_a_tertiary_hospitals 4",
        "2022年发病率为512/10万,死亡率1.2/10万。 → ?发病率 512; ?死亡率 1.2",
        "床位3.1万张,千人口6.9张。青岛7.2万张。 → beds 31000; beds_per_1000 6.9; beds 72000 370200",
        "12个卫生院建设已完成6个。 → ?卫生院建设 12 plan; ?卫生院建设 6",
        "临床、口腔、中医三类医师分别有4521、967和1338人。 → ?临床 4521; ?口腔 967; ?中医三类医师 1338",
        "两项经费分别为20.6、4.9和11.2亿元。 → ?两项经费 2060000000; ?两项经费 490000000;" + " ?两项经费 1120000000",
        "人均预期寿命78.4岁(女81.2、男75.8)。 → life_expectancy 78.4; ?女性 81.2; ?男性 75.8",
        "人均预期寿命78.4岁(+0.3)。 → life_expectancy 78.4; life_expectancy 0.3 change",
        "人口自然增长率为负1.2‰。 → natural_growth_rate -1.2",
        "婴儿死亡率、5岁以下儿童死亡率分别不高于4.1‰、5.2‰。 → infant_mortality_rate 4.1 le;"
            + " under5_mortality_rate 5.2 le",
        "医护比约为1:1.23。 → doctor_nurse_ratio 1.23 approx",
        // what falls short is negative, a level beside another area is not
        "人均预期寿命79.1岁,低于全国0.4岁。 → life_expectancy 79.1; life_expectancy -0.4 comparison",
        "人均预期寿命79.1岁,低于全国的79.5岁。 → life_expectancy 79.1; life_expectancy 79.5 000000",
        "人均预期寿命向全国平均(79.5岁)靠拢,尚差0.4岁。 → life_expectancy 79.5 000000;"
            + " life_expectancy -0.4 comparison",
        "护士缺口约120名。 → ?护士缺口 120 approx",
        "每千人口床位5.21张,低于全国的5.93张,少0.72张。 → beds_per_1000 5.21; beds_per_1000 5.93 000000;"
            + " beds_per_1000 -0.72 comparison",
        "三级医院达标率超过半数,一半数据待核。 → ?三级医院达标率 50 gt",
        "平均住院日缩短至7.9天,较上年减少0.3天。 → average_length_of_stay 7.9;"
            + " average_length_of_stay -0.3 change",
        "健康素养水平“到年底达到35%”的目标还远。 →" + " health_literacy_level 35 target",
        "市级救治点、县级救治点分别为十一家和十五家。 → ?救治点 11; ?县级救治点 15",
        "每千人口医师、护士分别为3.41、3.52人,每万人口全科医生3.17人;全国对应水平为3.40、4.00人和3.99人。 →"
            + " licensed_doctors_per_1000 3.41; registered_nurses_per_1000 3.52;"
            + " general_practitioners_per_10000 3.17; licensed_doctors_per_1000 3.4 000000;"
            + " registered_nurses_per_1000 4 000000; general_practitioners_per_10000 3.99 000000",
        // changes
        "医院162家,只多了2家。 → hospitals 162; hospitals 2 change",
        "床位2.1万张,四年净增3000余张。 → beds 21000; beds 3000 gt change",
        "床位2.1万张,比五年前多0.4万张。 → beds 21000; beds 4000 change",
        // whose
        "全省2022年人均预期寿命为79.6岁,孕产妇死亡率6.1/10万。 → life_expectancy 79.6 370000;"
            + " maternal_mortality_ratio 6.1 370000",
        "四川人均预期寿命78.1岁。 → life_expectancy 78.1 510000",
        "婴儿死亡率3.1‰,国家2025年标准为5.2‰。 → infant_mortality_rate 3.1;"
            + " infant_mortality_rate 5.2 standard 000000",
        "家庭医生团队73个,占全省的4%。 → family_doctor_teams 73; ?家庭医生团队 4",
        "县级医院诊疗90.1万人次,平均每村1.8人。 → ?县级医院诊疗 901000; ?每村 1.8",
      })
  void readsFigures(String text, String expected) {
    assertThat(brief(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2023年4月9日,第四轮复审。|date date date ordinal",
        "印发〔2023〕12号文件。|document document",
        "拨打12345热线。|phone",
        "“15个攻势”全面展开。|slogan",
        "为35-64岁农村妇女服务。|age",
        "第一时间响应。|ordinal",
        "提供一站式服务。|idiom",
        "接种HPV16疫苗。|name",
        "常住人口.7万人。|torn",
        "常住人口5□2.5万人。|torn torn",
        "注册护士4,56人。|torn torn",
        "床位2.1万张2.3万张2.5万张。|labels labels labels",
      })
  void numbersThatAreNoStatisticSayWhy(String text, String reasons) {
    List<Reading> readings = read("工作总结", "2023-03-01", text);
    assertThat(readings).allMatch(reading -> reading.kind() == ReadingKind.REJECT);
    assertThat(readings.stream().map(Reading::reason)).containsExactly(reasons.split(" "));
  }

  @Test
  void lostDigitsYieldNothing() {
    assertThat(figures("配备专职公共卫生人员人,热线多条,投诉%。")).isEmpty();
  }

  @Test
  void aPlanPromisesUnlessItSaysOtherwise() {
    List<Reading> readings =
        read("2024年工作要点", "2024-02-01", "一、主要目标\n人均预期寿命达到79.1岁。目前全市有三级医院20家。\n");
    List<Reading> figures = readings.stream().filter(r -> r.kind() != ReadingKind.REJECT).toList();
    assertThat(figures.stream().map(r -> r.status().id())).containsExactly("target", "actual");
    assertThat(figures.get(0).periodEnd()).isEqualTo(LocalDate.of(2024, 12, 31));
  }

  @Test
  void partsOfAReportThatLookAheadPromise() {
    List<Reading> readings =
        read(
            "2023年工作总结和2024年工作计划", "2024-01-19", "一、2023年主要工作\n三级医院21家。\n二、2024年工作计划\n新增三级医院2家。\n");
    List<Reading> figures = readings.stream().filter(r -> r.kind() != ReadingKind.REJECT).toList();
    assertThat(figures.stream().map(r -> r.status().id())).containsExactly("actual", "target");
    assertThat(figures.stream().map(r -> r.periodEnd().getYear())).containsExactly(2023, 2024);
  }

  @Test
  void theTimeIsTheOneThatGoverns() {
    List<Reading> figures =
        figures("截至2020年底,三级医院14家;孕产妇死亡率由2015年的11.38/10万降为6.92/10万。" + "比2012年的7家增加7家。");
    assertThat(figures.stream().map(r -> r.periodEnd().getYear()))
        .containsExactly(2020, 2015, 2020, 2012, 2020);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        // the day of an announcement is the time of no figure
        "1月11日,市卫生健康委通报:人均预期寿命79.1岁。 → 79.1 2022-12-31",
        "2021年3月5日举行的发布会披露,床位2.1万张。 → 2.1 2022-12-31",
        "截至2023年1月底,床位2.1万张。 → 2.1 2023-01-31",
        // a contrast ends with its clause
        "孕产妇死亡率6.2/10万,而2015年为9.4/10万;床位2.1万张。 → 6.2 2022-12-31, 9.4 2015-12-31, 2.1 2022-12-31",
        "2021年经费3.4亿元,上一年为3.1亿元,人均经费52.1元。 → 3.4 2021-12-31, 3.1 2020-12-31, 52.1 2021-12-31",
        // a change is of the later time, what it starts from of the earlier
        "2020年死亡率为7.2‰,而2015年为9.1‰,降幅20.9%。 → 7.2 2020-12-31, 9.1 2015-12-31, 20.9 2020-12-31",
        "与2019年相比,医院由132家增至151家。 → 132 2019-12-31, 151 2022-12-31",
        "孕产妇死亡率2012年为9.1/10万,2022年为6.2/10万。婴儿死亡率由5.1‰降至3.2‰。 →"
            + " 9.1 2012-12-31, 6.2 2022-12-31, 5.1 2012-12-31, 3.2 2022-12-31",
        "与“十三五”末(79.2岁)相比,寿命延长0.4岁。 → 79.2 2020-12-31, 0.4 2022-12-31",
        "人均预期寿命从新中国成立前的35.2岁提高到79.2岁。 → 35.2 1949-12-31, 79.2 2022-12-31",
        "与2013年的4118个相比增加748个。彼时全市医院98家。 → 4118 2013-12-31, 748 2022-12-31, 98 2013-12-31",
      })
  void aTimeIsTheOneOfEachFigure(String text, String expected) {
    assertThat(
            figures(text).stream()
                .map(r -> r.resolution() == null ? "" : number(r) + " " + r.periodEnd())
                .collect(Collectors.joining(", ")))
        .isEqualTo(expected);
  }

  private static String number(Reading r) {
    String value = r.value().abs().stripTrailingZeros().toPlainString();
    return r.value().compareTo(java.math.BigDecimal.valueOf(10_000)) < 0
        ? value
        : r.value()
            .movePointLeft(r.value().precision() - r.value().scale() > 8 ? 8 : 4)
            .stripTrailingZeros()
            .toPlainString();
  }

  @Test
  void aPageWithoutAYearIsOfTheYearBefore() {
    List<Reading> read = read("健康账本", "2022-08-12", "床位2.1万张。\n2020年全市报告脑卒中3211例,2020年末有医院52家。");
    assertThat(read.get(0).periodEnd()).hasToString("2020-12-31");
  }

  @Test
  void whatAReportStrivesForLiesAhead() {
    List<Reading> read = read("2022年情况", "2023-03-01", "人均预期寿命79.1岁。\n下一步,力争人均预期寿命提高到79.5岁。");
    assertThat(read.stream().filter(r -> r.kind() != ReadingKind.REJECT).map(Reading::periodEnd))
        .map(Object::toString)
        .containsExactly("2022-12-31", "2023-12-31");
  }

  @Test
  void aGoalInTheTitleOfAReportIsNotItsYear() {
    List<Reading> read = read("“十三五”成绩单与2025年目标", "2021-08-19", "床位2.1万张,五年增加0.3万张。医院由52家增加到61家。");
    assertThat(read.stream().filter(r -> r.kind() != ReadingKind.REJECT).map(Reading::periodEnd))
        .map(Object::toString)
        .containsExactly("2020-12-31", "2020-12-31", "2015-12-31", "2020-12-31");
  }

  @Test
  void aPlanThatTellsOfItsYearsEndReports() {
    List<Reading> read = read("工作要点(2022年)", "2023-06-30", "截至2022年末,床位2.1万张。医院61家。");
    assertThat(read.stream().filter(r -> r.kind() != ReadingKind.REJECT).map(Reading::status))
        .allMatch(status -> status.id().equals("actual"));
  }

  @Test
  void monthsThatRunBackwardsAreNoTime() {
    assertThat(brief("2022年11-9月新增三级医院2家。")).isEqualTo("tertiary_hospitals 2 new");
  }

  @Test
  void timesThatHoldForTheirOwnFiguresOnly() {
    assertThat(
            figures("全市卫生健康工作总结\n市中医院始建于1956年,现有床位800张。").stream()
                .map(r -> r.periodEnd().getYear()))
        .as("a year of foundation dates nothing")
        .containsExactly(2022);
    assertThat(
            figures("截至2021年底,三级医院9家(2019年全国床位6.3张),床位500张。").stream()
                .map(r -> r.periodEnd().getYear()))
        .as("a year in brackets holds in them")
        .containsExactly(2021, 2019, 2021);
    assertThat(figures("就诊率从2016年的81.3%提高到今年1-2月的87.9%。").stream().map(r -> r.periodEnd()))
        .containsExactly(LocalDate.of(2016, 12, 31), LocalDate.of(2023, 2, 28));
    assertThat(
            figures("全市卫生健康工作总结\n三级医院较最高的2019年减少1家,二级医院40家。").stream()
                .map(r -> r.periodEnd().getYear()))
        .as("a year that is compared with")
        .containsExactly(2022, 2022);
  }

  @Test
  void aHeadingThatNamesADistrictSaysWhoseTheRestIs() {
    List<Reading> figures = figures("(一)兰山区。医院12家,签约率39.1%,居全市第2。\n(二)费县。医院5家。\n三、存在问题\n医院30家。\n");
    assertThat(figures.stream().filter(r -> "hospitals".equals(r.indicator())).map(Reading::scope))
        .containsExactly("district:兰山区", "district:费县", "city");
  }

  @Test
  void aLabelSaysWhatItsParagraphTells() {
    List<Reading> figures = figures("年度目标:新增床位300张。\n完成情况:新增床位180张。\n");
    assertThat(figures.stream().map(r -> r.status().id())).containsExactly("plan", "actual");
  }

  @Test
  void aDistrictsNameOverALineHoldsUntilAnotherIsNamed() {
    List<Reading> figures = figures("费县:设备下沉\n新院区去年启用,医院达到5家。\n医院床位900张。\n全市医院共30家。\n医院床位2.1万张。\n");
    assertThat(figures.stream().map(Reading::scope))
        .containsExactly("district:费县", "district:费县", "city", "city");
  }

  @Test
  void aHeadingIsNotJoinedToWhatFollows() {
    List<Reading> figures = figures("二、“十四五”时期目标任务和2024年重点工作安排\n围绕健康建设,统筹推进各项任务,全年新增三级医院2家。\n");
    assertThat(figures).singleElement().extracting(r -> r.periodEnd().getYear()).isEqualTo(2024);
  }

  @Test
  void withoutAnyTimeTheFigureWaits() {
    List<Reading> readings = read("三级医院", "unknown", "全市有三级医院22家。");
    Reading figure = readings.get(readings.size() - 1);
    assertThat(figure.kind()).isEqualTo(ReadingKind.CANDIDATE);
    assertThat(figure.missing()).containsExactly("period");
  }

  @Test
  void respunWordingIsReadAndQuotedAsPublished() {
    String text = "寰宇矫健行状起色:孕产妇作古率为十万分之九,归纳病院12所。";
    List<Reading> figures = figures(text);
    assertThat(figures.get(0).indicator()).isEqualTo("maternal_mortality_ratio");
    assertThat(figures.get(0).quote()).contains("作古率");
    int start = text.indexOf("十万分之九");
    assertThat(figures.get(0).locator()).isEqualTo("char:" + start + "-" + (start + 5));
  }

  @Test
  void aSentenceBrokenByLineEndsIsOne() {
    List<Reading> figures = figures("全市医疗卫生机构共有各类卫生技术人员和其他人员,其中注册护士达到3\n5人,三级医院12家。\n");
    assertThat(figures.stream().map(r -> r.value().intValue())).contains(35, 12);
  }

  @Test
  void aThingThatIsToBecomeAnotherIsReadTwice() {
    List<Reading> figures = figures("争取将目前在建的13家医院全部建设成为高水平医院。");
    assertThat(figures).hasSize(2);
    assertThat(figures.get(1).flags()).contains(Flag.DERIVED);
    assertThat(figures.get(1).status().id()).isEqualTo("target");
  }

  /** Every span that the reader counts becomes exactly one reading, derived ones aside. */
  @Test
  void anyTextBalances() {
    Random random = new Random(7);
    String[] words = {
      "三级医院", "22家", "床位", "5.6万张", "约", "(", ")", "、", ",", "。", "2023年", "6月底", "分别为", "同比增长",
          "5%",
      "由", "降至", "3.1‰", "十万分之六", "第一", "“", "”", "其中", "全市", "\n", " ", "3", "1:1.2", "〔2023〕12号",
          "六成五",
      "每千人口", "3.2人", "比全省", "高", "0.5岁", "人均预期寿命", "２，２８１", "个", "将", "建设成为", "医院", "-", "至", "万"
    };
    for (int round = 0; round < 1_500; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i >= 0; i--) {
        text.append(words[random.nextInt(words.length)]);
      }
      long spans =
          text.toString()
              .lines()
              .mapToLong(line -> NumberSpans.of(FoldedText.of(line, 0)).size())
              .sum();
      List<Reading> readings = read("总结", "2023-03-01", text.toString());
      long made = readings.stream().filter(r -> !r.isDerived()).count();
      assertThat(made).as(text.toString()).isEqualTo(spans);
    }
  }

  /** Hostile repetitions: ten times the text takes at most some thirty times as long. */
  @Test
  void theWorkGrowsWithTheText() {
    growsTo(1_000);
  }

  @Test
  @Tag("long")
  void theWorkGrowsWithALongText() {
    growsTo(10_000);
  }

  private static void growsTo(int times) {
    for (String piece :
        List.of("三级医院22家、", "(((((2023年", "分别为3、", "比比比5%", "一二三四五六七八", "“10个", "12-12-")) {
      long small = nanos(piece.repeat(times / 10));
      long large = nanos(piece.repeat(times));
      assertThat(Duration.ofNanos(large))
          .as(piece)
          .isLessThan(Duration.ofNanos(30 * small).plusSeconds(5));
    }
  }

  private static long nanos(String text) {
    long start = System.nanoTime();
    read("总结", "2023-03-01", text);
    return System.nanoTime() - start;
  }
}
