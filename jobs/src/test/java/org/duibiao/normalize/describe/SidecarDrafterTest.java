package org.duibiao.normalize.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.duibiao.catalogue.InvalidFileException;
import org.duibiao.ingest.TestBook;
import org.duibiao.ingest.TestTable;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.normalize.table.NormalizedTable;
import org.duibiao.tables.Reading;
import org.junit.jupiter.api.Test;

/** Files as strangers publish them: the draft alone, or with a publisher, makes figures of them. */
class SidecarDrafterTest {

  private static String draft(String path, byte[] bytes) {
    try {
      return new SidecarDrafter(NormalizedTable.CATALOGUE).draft(path, bytes);
    } catch (UnreadableFileException e) {
      throw new AssertionError(e.reason() + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static List<String> figures(String path, byte[] bytes) {
    return figures(path, bytes, "");
  }

  /** What is read by the draft once a person has added the publisher and these lines to it. */
  private static List<String> figures(String path, byte[] bytes, String lines) {
    String draft = lines + draft(path, bytes).replace("\"?\"", "甲");
    try {
      TestTable table = TestTable.read(path, bytes, draft);
      List<Reading> readings = NormalizedTable.of(table, path, "sha").readings();
      assertThat(readings.stream().filter(r -> !r.isDerived()))
          .as("one reading a value")
          .hasSize((int) table.valuesFound());
      return readings.stream()
          .filter(r -> r.kind() == ReadingKind.OBSERVATION)
          .map(
              r ->
                  r.cityCode()
                      + " "
                      + r.indicator()
                      + " "
                      + r.value().stripTrailingZeros().toPlainString()
                      + " "
                      + r.periodEnd()
                      + " "
                      + r.scope()
                      + " "
                      + r.locator())
          .toList();
    } catch (UnreadableFileException | InvalidFileException e) {
      throw new AssertionError(draft, e);
    }
  }

  @Test
  void aYearbookSheet() {
    TestBook book =
        new TestBook()
            .sheet("目录")
            .row("表19-14")
            .sheet("19-14")
            .row("19-14 各市卫生机构情况(2023年)")
            .row("", "", "", "单位:个")
            .row("地区", "医疗卫生机构数", "", "床位数(张)")
            .row("", "", "医院", "")
            .row("全省", "8000", "300", "70000")
            .row("济南市", "'7 800", "120", "35000")
            .row("莱阳市", "10", "1", "500")
            .row("枣庄市", "3100", "…", "9.5")
            .row("注:本表不含驻鲁部队医院。")
            .row("资料来源:山东省统计局")
            .merge("A1:D1")
            .merge("A3:A4")
            .merge("B3:B4")
            .merge("D3:D4");
    String draft = draft("山东/19-14.xls", book.xls());
    assertThat(draft)
        .contains("publisher: 山东省统计局", "sheet: \"19-14\"", "skip_rows: 2", "header_rows: 2")
        .contains("city: 地区", "period: \"2023年\"", "unit: 个", "total: \"370000\"");
    assertThat(draft.lines().filter(line -> !line.contains("# guess: ")))
        .as("every line with a value is a guess with its reason")
        .allMatch(line -> line.startsWith("#") || line.endsWith(":"));
    assertThat(figures("山东/19-14.xls", book.xls()))
        .containsExactly(
            "370000 medical_institutions 8000 2023-12-31 city sheet:19-14!B5",
            "370000 hospitals 300 2023-12-31 city sheet:19-14!C5",
            "370000 beds 70000 2023-12-31 city sheet:19-14!D5",
            "370100 medical_institutions 7800 2023-12-31 city sheet:19-14!B6",
            "370100 hospitals 120 2023-12-31 city sheet:19-14!C6",
            "370100 beds 35000 2023-12-31 city sheet:19-14!D6",
            "370600 medical_institutions 10 2023-12-31 district:莱阳市 sheet:19-14!B7",
            "370600 hospitals 1 2023-12-31 district:莱阳市 sheet:19-14!C7",
            "370600 beds 500 2023-12-31 district:莱阳市 sheet:19-14!D7",
            "370400 medical_institutions 3100 2023-12-31 city sheet:19-14!B8",
            "370400 beds 9.5 2023-12-31 city sheet:19-14!D8");
  }

  @Test
  void oneCityWithYearsAcross() {
    TestBook book =
        new TestBook()
            .sheet("Sheet1")
            .row("淄博市主要卫生指标")
            .row("指标", "单位", "2022", "2023", "2024年")
            .row("医院", "家", "50", "52", "55")
            .row("床位数", "万张", "2.1", "2.2", "2.35")
            .row("数据来源:淄博市卫生健康委员会");
    assertThat(draft("a/表.xlsx", book.xlsx()))
        .contains("publisher: 淄博市卫生健康委员会", "city: \"370300\"", "across: period", "unit: 单位");
    assertThat(figures("a/表.xlsx", book.xlsx()))
        .hasSize(6)
        .contains(
            "370300 hospitals 55 2024-12-31 city sheet:Sheet1!E3",
            "370300 beds 23500 2024-12-31 city sheet:Sheet1!E4");
  }

  @Test
  void rowsComputedFromTheYearsAboveThem() {
    byte[] csv =
        ",医院(家),床位(张)\n2023,50,21000\n2022,52,22000\n2021,51,21500\nMIN,50,21000\nMAX,52,22000\n"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(draft("淄博市/表.csv", csv)).contains("period: \"column 1\"", "across: indicator");
    assertThat(figures("淄博市/表.csv", csv))
        .contains("370300 hospitals 50 2023-12-31 city row:2")
        .filteredOn(figure -> figure.startsWith("370300"))
        .hasSize(6);
  }

  @Test
  void longTextInAnOldCharset() {
    byte[] csv =
        "城市,指标,年份,数值,单位\n泰安市,医院,2023年,88,家\n日照市,床位,2023年末,1.5,万张\n"
            .getBytes(Charset.forName("GB18030"));
    assertThat(draft("a/日照.csv", csv)).contains("kind: long", "value: 数值");
    assertThat(figures("a/日照.csv", csv))
        .containsExactly(
            "370900 hospitals 88 2023-12-31 city row:2", "371100 beds 15000 2023-12-31 city row:3");
  }

  @Test
  void severalTablesOnOneSheet() {
    TestBook book =
        new TestBook()
            .sheet("a")
            .row("表1 各市医院数(2023年)", "", "", "", "")
            .row("城市", "医院(家)", "", "城市", "执业(助理)医师(人)")
            .row("泰安市", "88", "", "泰安市", "15000")
            .row("日照市", "40", "", "日照市", "8000")
            .row()
            .row("表2 各市床位数(2022年)")
            .row("城市", "床位(张)")
            .row("泰安市", "30000")
            .row("日照市", "15000");
    assertThat(figures("a/b.xlsx", book.xlsx()))
        .containsExactlyInAnyOrder(
            "370900 hospitals 88 2023-12-31 city sheet:a!B3",
            "371100 hospitals 40 2023-12-31 city sheet:a!B4",
            "370900 licensed_doctors 15000 2023-12-31 city sheet:a!E3",
            "371100 licensed_doctors 8000 2023-12-31 city sheet:a!E4",
            "370900 beds 30000 2022-12-31 city sheet:a!B8",
            "371100 beds 15000 2022-12-31 city sheet:a!B9");
  }

  @Test
  void blocksAbreastUnderARepeatedHeader() {
    byte[] csv =
        bytes(
            "2023年各市床位数(张),,,\n城市,床位数,城市,床位数\n泰安市,30000,德州市,25000\n日照市,15000,,\n\n"
                + "表2 日照市,,,\n年份,医院(家),年份,医院(家)\n2021,40,2023,44\n2022,42,2024,46\n");
    assertThat(figures("a/b.csv", csv))
        .containsExactly(
            "370900 beds 30000 2023-12-31 city row:3",
            "371100 beds 15000 2023-12-31 city row:4",
            "371400 beds 25000 2023-12-31 city row:3",
            "371100 hospitals 40 2021-12-31 city row:8",
            "371100 hospitals 42 2022-12-31 city row:9",
            "371100 hospitals 44 2023-12-31 city row:8",
            "371100 hospitals 46 2024-12-31 city row:9");
    assertThat(
            figures("a/c.csv", bytes("2023年,,,\n城市,医院(家),城市,床位(张)\n泰安市,30,德州市,25\n日照市,15,甲市,2\n")))
        .as("each block has its own cities")
        .containsExactly(
            "370900 hospitals 30 2023-12-31 city row:3",
            "371100 hospitals 15 2023-12-31 city row:4",
            "371400 beds 25 2023-12-31 city row:3");
  }

  @Test
  void aPageSavedUnderAnotherName() {
    String page =
        "<html><head><title>2024年泰安市统计公报</title></head><body><p>发布时间:2025-03-20 来源:泰安市统计局</p>"
            + "<table><tr><th>指标<th>2024年<tr><td>医院(家)<td>90<tr><td>床位(张)<td>31,000</table></body>";
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    assertThat(draft("a/b.xls", bytes))
        .contains("publisher: 泰安市统计局", "published: \"2025-03-20\"", "class: bulletin")
        .contains("city: \"370900\"");
    assertThat(figures("a/b.xls", bytes))
        .containsExactly(
            "370900 hospitals 90 2024-12-31 city table:1!B2",
            "370900 beds 31000 2024-12-31 city table:1!B3");
  }

  @Test
  void aYearbookPageWithTheCityBesideItsCore() {
    String page =
        """
        <html><head><title>表格</title></head><body><table>
        <tr><td colspan=5>2022年山东省部分城市卫生情况(一)<tr><td colspan=5>单位:个
        <tr><td rowspan=2>城市<td colspan=2>医院数<td colspan=2>三级医院数
        <tr><td>全市<td>市辖区<td>全市<td>市辖区
        <tr><td>&nbsp;泰安市<td>88<td>31<td>9<td>5
        <tr><td>&nbsp;日照市<td>52<td>23<td>4<td>3
        </table></body></html>
        """;
    assertThat(figures("a/page.xls", page.getBytes(StandardCharsets.UTF_8)))
        .hasSize(8)
        .contains(
            "370900 hospitals 88 2022-12-31 city table:1!B5",
            "370900 hospitals 31 2022-12-31 urban_core table:1!C5",
            "371100 tertiary_hospitals 3 2022-12-31 urban_core table:1!E6");
  }

  @Test
  void headersInTwoLanguagesOverTheCityAndItsCore() {
    TestBook book = new TestBook().sheet("1-7").row("1-7 人口").row();
    for (String city : List.of("泰安市", "日照市")) {
      int row = city.equals("泰安市") ? 3 : 8;
      book.row("城 市", "户籍人口 (万人) Registered Population (10 000 persons)", "", "City")
          .row("", "全市 Total City", "市辖区 Districts under City", "")
          .row(city, "560.3", "161.2", city.equals("泰安市") ? "Tai'an" : "Rizhao")
          .row("德州市", "590.1", "130.5", "Dezhou")
          .row()
          .merge("B" + row + ":C" + row);
    }
    assertThat(figures("a/book.xls", book.xls(), "constants: {period: 2022年}\n"))
        .hasSize(8)
        .contains(
            "370900 registered_population 5603000 2022-12-31 city sheet:1-7!B5",
            "370900 registered_population 1612000 2022-12-31 urban_core sheet:1-7!C5",
            "371400 registered_population 1305000 2022-12-31 urban_core sheet:1-7!C11");
  }

  @Test
  void aPanelOfCitiesAndYears() {
    TestBook book =
        new TestBook()
            .sheet("Sheet1")
            .row("省份", "城市", "年份", "常住人口(万人)", "户籍人口(万人)")
            .row("山东省", "泰安市", "2021", "543.5", "561.2")
            .row("山东省", "泰安市", "2022", "540.1", "560.3")
            .row("山东省", "日照市", "2021", "296.8", "308.9")
            .row("山东省", "日照市", "2022", "296.8", "308.1");
    assertThat(figures("a/panel.xlsx", book.xlsx()))
        .hasSize(8)
        .contains(
            "370900 permanent_population 5435000 2021-12-31 city sheet:Sheet1!D2",
            "371100 registered_population 3081000 2022-12-31 city sheet:Sheet1!E5");
  }

  @Test
  void provincesAcrossUnderTwoHeaderRows() {
    TestBook book =
        new TestBook()
            .sheet("Sheet0")
            .row("地区", "北京市", "天津市", "河北省")
            .row("指标", "执业(助理)医师(人)", "执业(助理)医师(人)", "执业(助理)医师(人)")
            .row("2021年", "112000", "51000", "260000")
            .row("2022年", "115000", "52500", "268000");
    assertThat(figures("a/doctors.xlsx", book.xlsx()))
        .hasSize(6)
        .contains(
            "110000 licensed_doctors 112000 2021-12-31 city sheet:Sheet0!B3",
            "130000 licensed_doctors 268000 2022-12-31 city sheet:Sheet0!D4");
  }

  @Test
  void aLongTableOfManyLevels() {
    TestBook book =
        new TestBook()
            .sheet("指标数据")
            .row("地区", "层级", "指标名称", "年份", "数值", "单位")
            .row("全国", "国家", "出生人口", "2023", "902", "万人")
            .row("山东省", "省", "医院", "2023", "2800", "个")
            .row("泰安市", "市", "医院", "2023", "88", "个")
            .row("泰安市", "市", "床位", "2023", "3.1", "万张");
    assertThat(figures("a/long.xlsx", book.xlsx()))
        .containsExactly(
            "000000 births 9020000 2023-12-31 city sheet:指标数据!E2",
            "370000 hospitals 2800 2023-12-31 city sheet:指标数据!E3",
            "370900 hospitals 88 2023-12-31 city sheet:指标数据!E4",
            "370900 beds 31000 2023-12-31 city sheet:指标数据!E5");
  }

  @Test
  void aListOfHospitals() {
    byte[] csv =
        """
        name,address,longitude,latitude
        甲医院,山东省泰安市东岳大街1号,117.1,36.2
        乙医院,山东省泰安市泰山路2号,117.1,36.2
        丙医院,山东省日照市海滨路3号,119.5,35.4
        """
            .getBytes(StandardCharsets.UTF_8);
    assertThat(figures("a/list.csv", csv, "constants: {indicator: 三级甲等医院, period: 2020年11月28日}\n"))
        .containsExactlyInAnyOrder(
            "370900 grade_a_tertiary_hospitals 2 2020-11-28 city row:2-3",
            "371100 grade_a_tertiary_hospitals 1 2020-11-28 city row:4");
  }

  @Test
  void wordsInColumnsAreNoTable() {
    byte[] csv = "指标\n医院\n床位\n执业(助理)医师\n".getBytes(StandardCharsets.UTF_8);
    assertThat(draft("a/words.csv", csv)).doesNotContain("layout:");
  }

  @Test
  void runningText() {
    String text = "2024年日照市国民经济和社会发展统计公报\n日照市统计局\n2025年3月20日\n\n年末全市共有医院50家,床位1.5万张。\n";
    String draft = draft("a/b.txt", text.getBytes(StandardCharsets.UTF_8));
    assertThat(draft)
        .contains("publisher: 日照市统计局", "title: \"2024年日照市国民经济和社会发展统计公报\"")
        .contains("published: \"2025-03-20\"", "class: bulletin", "city: \"371100\"")
        .doesNotContain("layout:");
    Sidecar sidecar = Sidecar.parse("a/b.txt.yaml", draft.getBytes(StandardCharsets.UTF_8));
    assertThat(sidecar.layout()).isNull();
  }

  @Test
  void aRunRefusesWhatWasLeftOpen() {
    String draft = draft("a/b.csv", "城市,医院(家)\n泰安市,88\n日照市,40\n".getBytes(StandardCharsets.UTF_8));
    assertThat(draft).contains("publisher: \"?\"");
    try {
      Sidecar.parse("a/b.csv.yaml", draft.getBytes(StandardCharsets.UTF_8));
    } catch (InvalidFileException e) {
      assertThat(e.problems())
          .containsExactly(
              "a/b.csv.yaml:2: publisher is still '?', as the draft left it: the file does not say"
                  + " it, so write it in");
      return;
    }
    throw new AssertionError("it was taken");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void districtsAreScopesOfTheirCity() {
    byte[] csv =
        bytes(
            "表1 各县(市、区)医疗资源(2023年),,\n单位:个、张,,\n县市区,卫生机构,床位\n全市,5000,40000\n"
                + "泰山区,900,9000\n岱岳区,800,8000\n新泰市,1000,9500\n资料来源:市卫生健康委,,\n");
    assertThat(draft("a/表.csv", csv))
        .contains("publisher: \"?\"", "scope: 县市区", "city: 泰安市", "unit: 个、张");
    assertThat(figures("a/表.csv", csv))
        .containsExactly(
            "370900 medical_institutions 5000 2023-12-31 city row:4",
            "370900 beds 40000 2023-12-31 city row:4",
            "370900 medical_institutions 900 2023-12-31 district:泰山区 row:5",
            "370900 beds 9000 2023-12-31 district:泰山区 row:5",
            "370900 medical_institutions 800 2023-12-31 district:岱岳区 row:6",
            "370900 beds 8000 2023-12-31 district:岱岳区 row:6",
            "370900 medical_institutions 1000 2023-12-31 district:新泰市 row:7",
            "370900 beds 9500 2023-12-31 district:新泰市 row:7");
  }

  @Test
  void countiesOfAProvinceSayTheirCity() {
    byte[] csv =
        bytes(
            "山东省2023年各县医疗资源,\n县(市、区),床位数(张)\n历下区,9000\n市中区,8000\n新泰市,7000\n"
                + "枣庄市,20000\n市中区,3000\n朝阳区,500\n甲区,400\n");
    assertThat(draft("a/表.csv", csv)).contains("city: 山东省", "scope: ");
    assertThat(figures("a/表.csv", csv))
        .as("the first 市中区 can be that of two cities, the others are not in the province")
        .containsExactly(
            "370100 beds 9000 2023-12-31 district:历下区 row:3",
            "370900 beds 7000 2023-12-31 district:新泰市 row:5",
            "370400 beds 20000 2023-12-31 city row:6",
            "370400 beds 3000 2023-12-31 district:市中区 row:7");
  }

  @Test
  void countiesStandBelowTheirCity() {
    byte[] csv = bytes("2023年床位,\n地区,床位数(张)\n济南市,60000\n市中区,8000\n枣庄市,20000\n市中区,3000\n旧县,30\n");
    assertThat(figures("a/表.csv", csv))
        .containsExactly(
            "370100 beds 60000 2023-12-31 city row:3",
            "370100 beds 8000 2023-12-31 district:市中区 row:4",
            "370400 beds 20000 2023-12-31 city row:5",
            "370400 beds 3000 2023-12-31 district:市中区 row:6");
  }

  @Test
  void theTitleInTheFileBeatsTheYearOfTheBook() {
    byte[] csv = bytes("日照统计年鉴2024,\n2023年卫生情况,\n指标,数值\n医院(家),50\n床位(张),15000\n");
    assertThat(figures("a/年鉴2024.csv", csv))
        .containsExactly(
            "371100 hospitals 50 2023-12-31 city row:4", "371100 beds 15000 2023-12-31 city row:5");
  }

  @Test
  void kindsOfInstitutionsUnderACaption() {
    String page =
        """
        <html><head><title>日照统计年鉴2023</title></head><body><p>首页 | 数据 | 年鉴</p>
        <h2>21-4 医疗卫生机构床位数</h2><p>单位:张</p><table>
        <tr><td>机构类别<td>2021年<td>2022年<tr><td>合  计<td>15000<td>16000
        <tr><td>医院<td>11000<td>12000<tr><td>其他机构<td>300<td>310</table></body></html>
        """;
    assertThat(figures("a/page.html", bytes(page)))
        .containsExactly(
            "371100 beds 15000 2021-12-31 city table:1!B2",
            "371100 beds 16000 2022-12-31 city table:1!C2",
            "371100 hospital_beds 11000 2021-12-31 city table:1!B3",
            "371100 hospital_beds 12000 2022-12-31 city table:1!C3");
  }

  @Test
  void rowsOfSingleHospitalsAreNoCityTotals() {
    byte[] csv = bytes("医院名称,床位数(张)\n甲医院,1200\n乙医院,600\n丙医院,300\n合计,2100\n");
    assertThat(figures("日照市/医院.csv", csv)).isEmpty();
  }

  @Test
  void aProvincesTableIsNotThatOfTheCityWherePrinted() {
    byte[] csv = bytes("山东省历年医院,\n年份,医院(家)\n2021,2500\n2022,2600\n来源:日照日报,\n");
    assertThat(draft("a/表.csv", csv)).contains("no area is named");
    assertThat(figures("a/表.csv", csv)).isEmpty();
  }

  @Test
  void aFurtherKindBelongsToWhatIsCounted() {
    byte[] csv =
        bytes(
            "城市,年份,指标,性别,数值,单位\n日照市,2022,常住人口,合计,290,万人\n日照市,2022,常住人口,男,150,万人\n"
                + "日照市,2022,注册护士,合计,9000,人\n日照市,2022,注册护士,男,500,人\n");
    assertThat(figures("a/表.csv", csv))
        .containsExactly(
            "371100 permanent_population 2900000 2022-12-31 city row:2",
            "371100 male_population 1500000 2022-12-31 city row:3",
            "371100 registered_nurses 9000 2022-12-31 city row:4");
  }

  @Test
  void bedsOfOtherSectorsWait() {
    byte[] csv = bytes("2022年各市养老服务情况,,\n城市,机构数(个),床位数(张)\n日照市,90,9000\n泰安市,80,8000\n");
    assertThat(draft("a/表.csv", csv)).contains("indicator: 养老");
    assertThat(figures("a/表.csv", csv)).isEmpty();
  }

  @Test
  void textBesideTables() {
    String page =
        """
        <html><head><title>2023年日照市卫生健康统计公报</title></head><body>
        <p>中国政府网</p><p>2023年末,全市共有医院50家。</p><p>全年总诊疗人次1500万人次。</p><p>附表 床位</p><table>
        <tr><td>指标<td>2022年<td>2023年<tr><td>床位(张)<td>15000<td>16000</table></body></html>
        """;
    String draft = draft("a/page.html", bytes(page));
    assertThat(draft).contains("text: true", "layout:", "title: \"2023年日照市卫生健康统计公报\"");
    assertThat(draft).as("a link is no publisher").contains("publisher: \"?\"");
    try {
      TestTable read = TestTable.read("a/page.html", bytes(page), draft.replace("\"?\"", "甲"));
      assertThat(read.rows().stream().filter(row -> row.text() != null).map(row -> row.text()))
          .as("the rows of the table are no text")
          .containsExactly("中国政府网", "2023年末,全市共有医院50家。", "全年总诊疗人次1500万人次。", "附表 床位");
      assertThat(read.rows().stream().filter(row -> row.text() == null)).hasSize(1);
      assertThat(read.valuesFound())
          .as("two in the table, the others in the text")
          .isGreaterThan(3);
    } catch (UnreadableFileException e) {
      throw new AssertionError(draft, e);
    }
  }

  @Test
  void listsAndTablesInJson() {
    assertThat(
            figures(
                "a/list.json",
                bytes(
                    "[{\"城市\":\"日照市\",\"年份\":2022,\"医院(家)\":50},"
                        + "{\"城市\":\"泰安市\",\"年份\":2022,\"医院(家)\":88.0}]")))
        .containsExactly(
            "371100 hospitals 50 2022-12-31 city table:1!C2",
            "370900 hospitals 88 2022-12-31 city table:1!C3");
    assertThat(
            figures(
                "a/keys.json",
                bytes(
                    "{\"title\":\"2021年部分城市卫生资源\",\"data\":{\"日照市\":{\"health\":{\"床位(张)\":15000}},"
                        + "\"泰安市\":{\"health\":{\"床位(张)\":30000}}}}")))
        .containsExactly(
            "371100 beds 15000 2021-12-31 city table:1!B2",
            "370900 beds 30000 2021-12-31 city table:1!B3");
  }

  @Test
  void whatHasNoHeaderIsRefusedWithWhatToDo() {
    assertThatThrownBy(
            () ->
                new SidecarDrafter(NormalizedTable.CATALOGUE)
                    .draft("a/b.csv", bytes("日照市,2020,15000\n泰安市,2020,30000\n")))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("write one name above each column");
  }

  @Test
  void aMergedCellOutsideOfTheTable() {
    TestBook book =
        new TestBook()
            .sheet("a")
            .row("2023年各市医院")
            .row("城市", "医院(家)")
            .row("泰安市", "88")
            .row("日照市", "50")
            .merge("G3:H4");
    assertThat(figures("a/b.xlsx", book.xlsx())).hasSize(2);
  }

  @Test
  void eachFileIsShownAsItWouldBeRead() {
    byte[] csv = bytes("城市,医院(家),床位\n日照市,50,15000\n泰安市,88,30000\n");
    String draft = draft("2023年/表.csv", csv);
    assertThat(new DraftTrial(NormalizedTable.CATALOGUE).lines("2023年/表.csv", csv, draft))
        .first()
        .isEqualTo("4 figures: 0 read, 4 wait, 0 cannot be read");
    String dated = draft.replace("layout:", "constants: {period: 2023年}\nlayout:");
    assertThat(new DraftTrial(NormalizedTable.CATALOGUE).lines("表.csv", csv, dated))
        .startsWith(
            "4 figures: 2 read, 2 wait, 0 cannot be read",
            "row:2 '50': 日照市, 医院, 2023-12-31, 50 hospital",
            "row:2 '15000' waits: 日照市, 床位, 2023-12-31, 15000; without unit")
        .last()
        .asString()
        .startsWith("to fill in: the file does not say who published it");
  }
}
