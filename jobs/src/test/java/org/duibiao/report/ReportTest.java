package org.duibiao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.duibiao.model.Area;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.AreaLevel;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.FindingKind;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.SourceClass;
import org.duibiao.report.model.ReleaseFixture;
import org.duibiao.report.model.ReportInput;
import org.duibiao.report.model.TestRow;
import org.duibiao.report.page.SourcesSection;
import org.duibiao.tables.Figure;
import org.duibiao.tables.FigureBuilder;
import org.duibiao.tables.FindingBuilder;
import org.duibiao.tables.Source;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

public class ReportTest {

  private static final String RIGHT_TO_LEFT = "\u202E";

  @Test
  void hasOnePageAndItsTables() {
    assertThat(Report.files(ReleaseFixture.cities().input(), List.of()).keySet())
        .containsExactly(
            "index.html",
            "benchmarks.csv",
            "indicator_values.csv",
            "targets.csv",
            "trends.csv",
            "vintages.csv",
            "disagreements.csv",
            "figures.csv",
            "sources.csv",
            "datapackage.json",
            "duibiao.xlsx");
  }

  @Test
  void everyLinkLeadsSomewhereAndEveryIdIsUnique() {
    Document page = page(ReleaseFixture.cities());
    Set<String> ids = new HashSet<>();
    for (Element element : elements(page, "*")) {
      String id = element.getAttribute("id");
      assertThat(id.isEmpty() || ids.add(id)).as("the id %s is unique", id).isTrue();
    }
    List<String> others = packed(page);
    int figures = 0;
    for (Element link : elements(page, "a")) {
      String target = link.getAttribute("href");
      if (link.hasAttribute("data-city")) {
        String city = link.getAttribute("data-city");
        assertThat(target).isEqualTo("#c-" + city);
        assertThat(ids.contains("c-" + city) || others.contains(city)).isTrue();
      } else if (target.startsWith("#")) {
        assertThat(ids).contains(target.substring(1));
        figures += target.startsWith("#f-") ? 1 : 0;
      }
    }
    assertThat(figures).isGreaterThan(60);
    assertThat(page.getDocumentElement().getTextContent()).doesNotContain("[?]");
  }

  @Test
  void everyFigureOfTheTableIsInTheAppendixWithItsWordsAndPlace() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    Figure figure =
        fixture.figures.stream()
            .filter(
                f -> f.cityCode().equals(ReleaseFixture.QINGDAO) && f.periodEnd().getYear() == 2025)
            .filter(f -> f.indicator().equals("tertiary_hospitals"))
            .findFirst()
            .orElseThrow();
    Document page = page(fixture);
    Element line = byId(page, "v-tertiary_hospitals_per_million-" + ReleaseFixture.QINGDAO);
    assertThat(text(line, "zh-CN"))
        .contains("每百万常住人口三级医院数", "2025", "35 家[", "1,051.55 万人[", "3.33", "3.18[", "+0.15")
        .contains("已达到", "与参照相差不到 5%", "可比");
    Element entry =
        hrefs(line).stream()
            .filter(href -> href.startsWith("#f-"))
            .map(href -> byId(page, href.substring(1)))
            .filter(each -> text(each, "zh-CN").contains("青岛市 · 三级医院 · 2025年末"))
            .findFirst()
            .orElseThrow();
    assertThat(text(entry, "zh-CN"))
        .contains("35 家", figure.locator())
        .contains("另有 33 家（某新闻网（转载），2026-03-02）未采用");
    assertThat(text(entry, "en"))
        .contains("Qingdao · Tertiary hospitals · end of 2025", "35 hospitals");
    assertThat(text((Element) entry.getParentNode(), "zh-CN"))
        .contains("副省级城市卫生健康统计数据收集表", "公布日期不详", "机构报告", "由人转录");
  }

  @Test
  void saysPlainlyWhoIsAboveTheReferenceAndWhatTheGapIs() {
    Element first = byId(page(ReleaseFixture.cities()), "first");
    assertThat(text(first, "zh-CN"))
        .contains("2025年，每百万常住人口三级医院数：深圳市 3.18 家/百万")
        .contains("同年可比的其他 14 个城市中，11 个高于深圳市，1 个低于深圳市，2 个与之相差不到 5%。")
        .contains("与深圳市相差不到 5%：青岛市 3.33、西安市 3.32")
        .contains("不评优劣")
        .contains("低于深圳市最多的是宁波市：三级医院 22 家[")
        .contains("按其2025年的人口，还需增加 10 家，才与深圳市持平")
        .contains("厦门市须慎用：");
    assertThat(text(first, "en"))
        .contains("Tertiary hospitals per million residents, 2025: Shenzhen 3.18 hospitals per")
        .contains("Of 14 other cities that can be compared in that year, 11 are above Shenzhen")
        .contains("it would take another 10 hospitals to match Shenzhen");
  }

  /** Qingdao’s 82.1 of 2024 against the same year; then a newer one that nothing is set against. */
  @Test
  void aComparisonWithAnotherYearsReferenceIsShownRatherThanANewerRateWithoutOne() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    fixture.rows.removeIf(row -> row.benchmark().equals("life_expectancy"));
    Figure older =
        fixture.figure(ReleaseFixture.QINGDAO, ReleaseFixture.LIFE, 2022, new BigDecimal("81.78"));
    Figure newer =
        fixture.figure(ReleaseFixture.QINGDAO, ReleaseFixture.LIFE, 2024, new BigDecimal("82.2"));
    Figure other = fixture.figure("440300", ReleaseFixture.LIFE, 2021, new BigDecimal("83.73"));
    fixture.rows.add(
        new TestRow("life_expectancy", ReleaseFixture.QINGDAO, 2022)
            .published(older, other)
            .comparability(Comparability.WITH_CARE, List.of(Flag.REFERENCE_YEAR_DIFFERS))
            .build());
    fixture.rows.add(
        new TestRow("life_expectancy", ReleaseFixture.QINGDAO, 2024)
            .published(newer, null)
            .comparability(Comparability.NOT_COMPARABLE, List.of(Flag.NO_REFERENCE_VALUE))
            .build());
    assertThat(text(byId(page(fixture), "v-life_expectancy-" + ReleaseFixture.QINGDAO), "zh-CN"))
        .contains("2022", "81.78", "83.73（2021年）", "参照城市用的是另一年的数字");
    fixture.rows.removeIf(
        row ->
            row.year() == 2022
                && row.referenceRate() != null
                && row.benchmark().equals("life_expectancy"));
    assertThat(text(byId(page(fixture), "v-life_expectancy-" + ReleaseFixture.QINGDAO), "zh-CN"))
        .contains("2024", "82.2");
  }

  @Test
  void aMeanOfTwoYearEndsLeadsToBoth() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    fixture.rows.removeIf(
        row ->
            row.benchmark().equals("visits_per_resident")
                && row.cityCode().equals(ReleaseFixture.QINGDAO));
    Figure visits =
        fixture.figure(
            ReleaseFixture.QINGDAO, ReleaseFixture.VISITS, 2025, BigDecimal.valueOf(900));
    Figure people =
        fixture.figure(ReleaseFixture.QINGDAO, ReleaseFixture.POPULATION, 2025, BigDecimal.TEN);
    Figure before =
        fixture.figure(
            ReleaseFixture.QINGDAO,
            ReleaseFixture.POPULATION,
            2024,
            BigDecimal.valueOf(11),
            "qingdao/half_year_2019");
    fixture.rows.add(
        new TestRow("visits_per_resident", ReleaseFixture.QINGDAO, 2025)
            .computed(1, visits, people, visits, people)
            .meanWith(before)
            .build());
    Document page = page(fixture);
    Element line = byId(page, "v-visits_per_resident-" + ReleaseFixture.QINGDAO);
    assertThat(text(line, "zh-CN")).contains("（年初年末平均）");
    assertThat(
            hrefs(line).stream()
                .filter(href -> href.startsWith("#f-"))
                .map(href -> text(byId(page, href.substring(1)), "zh-CN")))
        .anyMatch(entry -> entry.contains("常住人口 · 2024年末") && entry.contains("11 人"))
        .anyMatch(entry -> entry.contains("常住人口 · 2025年末"));
  }

  @Test
  void saysWhichFlowsAreOnlyAPartOfOthers() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    assertThat(text(byId(page(fixture), "limits"), "zh-CN")).doesNotContain("的一部分");
    fixture.benchmarks.add(ReleaseFixture.flow("visits", List.of()));
    fixture.benchmarks.add(ReleaseFixture.flow("outpatients", List.of("visits")));
    assertThat(text(byId(page(fixture), "limits"), "zh-CN"))
        .contains("outpatients只是总诊疗人次的一部分：按前者和按后者算出的比率、占比不能互比。");
  }

  @Test
  void aPopulationThatMayNotBeRevisedIsSaidWithTheTrend() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    fixture.breaks.add(
        new SeriesBreak(
            "census",
            "普查",
            "census",
            List.of("permanent_population"),
            List.of(),
            LocalDate.of(2020, 11, 1),
            LocalDate.of(2021, 5, 11),
            2011,
            2023,
            "x"));
    assertThat(text(byId(page(fixture), "c-" + ReleaseFixture.QINGDAO), "zh-CN"))
        .contains("须慎用：青岛市2022年的常住人口公布日期不详，不知是否修订后的数");
  }

  @Test
  void givesBothAnswersWhereAPopulationWasRevised() {
    Document page = page(ReleaseFixture.cities());
    assertThat(text(byId(page, "first"), "zh-CN"))
        .contains("按当时公布的人口，还差 8 家才持平（2.32 家/百万 对 3.13 家/百万）")
        .contains("按修订后的人口，还差 3 家才持平（2.21 家/百万 对 2.46 家/百万）");
    assertThat(text(byId(page, "disagreements"), "zh-CN"))
        .contains("2020年起常住人口以第七次全国人口普查为基准")
        .contains("修订前／修订后两地人口一为修订前、一为修订后")
        .doesNotContain("与本页无关");
  }

  @Test
  void theDisagreementsOfShownFiguresComeFirstAndTheRestIsCounted() {
    Element section = byId(page(ReleaseFixture.cities()), "disagreements");
    assertThat(text(section, "zh-CN"))
        .contains("深圳市常住人口2019年末1,710.4 万人[")
        .contains("−21.4%")
        .contains("青岛市三级医院2025年末35 家[", "33 家[", "−5.7%")
        .contains("此外未列出的：数值不合常理 1 处；来源之间不一致 1 处。");
  }

  @Test
  void judgesWhatHasADirectionAndLeavesPublishedRatesAsPublished() {
    Document page = page(ReleaseFixture.cities());
    assertThat(text(byId(page, "b-maternal_mortality_ratio"), "zh-CN"))
        .contains("越低越好", "杭州市20230.9−2.2较好", "较差");
    assertThat(text(byId(page, "b-life_expectancy"), "zh-CN"))
        .contains("越高越好", "83.51")
        .doesNotContain("83.90", "持平还需");
  }

  @Test
  void bothLanguagesAreInThePageAndChineseIsItsOwn() {
    Document page = page(ReleaseFixture.cities());
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("zh-CN");
    for (String name : List.of("h1", "h2", "h3")) {
      for (Element heading : elements(page, name)) {
        assertThat(text(heading, "zh-CN")).matches("(?s).*\\p{IsHan}.*");
        assertThat(text(heading, "en")).doesNotContainPattern("\\p{IsHan}").isNotBlank();
      }
    }
  }

  @Test
  void loadsNothingAndAllowsItsStyleAndItsScriptByHash() throws Exception {
    String html = text(Report.files(ReleaseFixture.cities().input(), List.of()), "index.html");
    assertThat(html)
        .contains(
            "default-src &#39;none&#39;; style-src &#39;sha256-"
                + hash(html, "<style>", "</style>")
                + "&#39;; script-src &#39;sha256-"
                + hash(html, "<script>", "</script>")
                + "&#39;")
        .doesNotContain(" style=", "<link", "<img", "@import", "url(", "unsafe-inline", " onclick");
  }

  private static String hash(String html, String open, String close) throws Exception {
    int start = html.indexOf(open) + open.length();
    String text = html.substring(start, html.indexOf(close, start));
    return Base64.getEncoder()
        .encodeToString(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aPictureHasATitleAUnitAndAYear() {
    Element section = byId(page(ReleaseFixture.cities()), "b-tertiary_hospitals_per_million");
    Element chart = elements(section, "svg").get(0);
    assertThat(chart.getTextContent())
        .contains("每百万常住人口三级医院数", "Tertiary hospitals per million residents")
        .contains("家/百万", "2025年", "深圳市");
  }

  @Test
  void everyOtherCityIsPackedAndComesOutAsItWouldStandInThePage() throws Exception {
    ReportInput input = ReleaseFixture.cities().input();
    String html = text(Report.files(input, List.of(ReleaseFixture.QINGDAO)), "index.html");
    String other = text(Report.files(input, List.of("330100")), "index.html");
    String stands =
        other.substring(
            other.indexOf("<article id=\"c-330100\""),
            other.indexOf("</article>") + "</article>\n".length());
    assertThat(unpacked(html, "330100")).isEqualTo(stands);
    Document page = parse(html);
    List<String> offered =
        elements(page, "option").stream().map(option -> option.getAttribute("value")).toList();
    assertThat(offered)
        .hasSizeGreaterThan(15)
        .contains(ReleaseFixture.SHENZHEN, ReleaseFixture.QINGDAO);
    for (String code : offered) {
      if (!code.equals(ReleaseFixture.QINGDAO)) {
        parse(unpacked(html, code));
      }
    }
  }

  /** As the page's script does it. */
  static String unpacked(String html, String code) throws Exception {
    Matcher group =
        Pattern.compile("data-cities=\"([^\"]*\\b" + code + "\\b[^\"]*)\">([^<]*)<").matcher(html);
    assertThat(group.find()).isTrue();
    List<String> codes = List.of(group.group(1).split(" "));
    byte[] bytes = Base64.getDecoder().decode(group.group(2));
    try (InputStream in =
        new InflaterInputStream(new ByteArrayInputStream(bytes), new Inflater(true))) {
      String[] pieces = string(in.readAllBytes()).split("\u001e", -1);
      StringBuilder all = new StringBuilder();
      for (int i = codes.indexOf(code); i < pieces.length; i += codes.size()) {
        all.append(pieces[i]);
      }
      return all.toString();
    }
  }

  /** The cities that a page holds besides the one that it shows. */
  private static List<String> packed(Document page) {
    return elements(page, "script").stream()
        .filter(each -> each.hasAttribute("data-cities"))
        .flatMap(each -> Stream.of(each.getAttribute("data-cities").split(" ")))
        .toList();
  }

  @Test
  void hostileTextComesOutInert() throws Exception {
    List<String> hostile =
        List.of(
            "<script>alert(1)</script>",
            "=HYPERLINK(\"http://evil\",\"x\")",
            "\" onload=\"alert(1)",
            RIGHT_TO_LEFT + "gnp.exe\u0000\u0007\u200F",
            "]]></style><script>",
            "\tcmd",
            "@SUM(A1)",
            "\uD800half",
            "x".repeat(10_000));
    for (String text : hostile) {
      ReleaseFixture fixture = ReleaseFixture.cities();
      poison(fixture, text);
      Map<String, byte[]> files = Report.files(fixture.input(), List.of());
      String html = text(files, "index.html");
      Document page = parse(html);
      assertThat(elements(page, "script").stream().filter(each -> !each.hasAttribute("type")))
          .hasSize(1);
      for (String city : packed(page)) {
        String markup = unpacked(html, city);
        assertThat(markup).doesNotContain("<script", "onload=\"", RIGHT_TO_LEFT, "\u0000");
        parse(markup);
      }
      for (Element element : elements(page, "*")) {
        assertThat(element.hasAttribute("onload")).isFalse();
      }
      assertThat(html).doesNotContain(RIGHT_TO_LEFT, "\u0000", "\u0007", "\u200F", "x".repeat(400));
      for (String name : files.keySet()) {
        if (!name.endsWith(".csv")) {
          continue;
        }
        assertThat(text(files, name)).doesNotContain(RIGHT_TO_LEFT, "\u0000");
        for (CSVRecord line : csv(files, name)) {
          for (String cell : line) {
            assertThat(cell.isEmpty() || isNumber(cell) || "=+-@\t\r".indexOf(cell.charAt(0)) < 0)
                .as("%s in %s is no formula", cell, name)
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void onlyAddressesOfTheWebAreLinks() {
    assertThat(SourcesSection.link("https://tjj.sz.gov.cn/a?b=1&c=2").toString())
        .startsWith("<a href=\"https://tjj.sz.gov.cn/a?b=1&amp;c=2\"");
    for (String other :
        List.of(
            "javascript:alert(1)",
            "ftp://mirror.example/2026",
            "https://x\" onclick=\"y",
            "HTTP",
            " https://x",
            "data:text/html,x")) {
      assertThat(SourcesSection.link(other).toString()).as(other).doesNotContain("<a");
    }
  }

  @Test
  void tablesHaveTheirColumnsAndTheNames() throws Exception {
    Map<String, byte[]> files = Report.files(ReleaseFixture.cities().input(), List.of());
    List<CSVRecord> benchmarks = csv(files, "benchmarks.csv");
    assertThat(benchmarks.get(0).getParser().getHeaderNames())
        .startsWith("benchmark", "city_code", "reference_code", "year", "basis", "method")
        .contains("needed_to_match", "comparability", "reasons", "z_score", "flags")
        .contains("benchmark_zh", "city_zh", "reference_zh");
    CSVRecord qingdao =
        benchmarks.stream()
            .filter(line -> line.get("benchmark").equals("tertiary_hospitals_per_million"))
            .filter(line -> line.get("city_code").equals(ReleaseFixture.QINGDAO))
            .filter(line -> line.get("year").equals("2025"))
            .findFirst()
            .orElseThrow();
    assertThat(qingdao.get("numerator")).isEqualTo("35");
    assertThat(new BigDecimal(qingdao.get("needed_to_match"))).isNegative();
    assertThat(qingdao.get("city_zh")).isEqualTo("青岛市");
    assertThat(qingdao.get("benchmark_zh")).isEqualTo("每百万常住人口三级医院数");

    assertThat(csv(files, "vintages.csv")).hasSize(4);
    assertThat(csv(files, "figures.csv").get(0).getParser().getHeaderNames())
        .startsWith("observation_id", "city_code", "indicator", "value", "value_high", "unit")
        .contains("class", "locator", "quote", "city_zh", "indicator_zh", "url", "report_number");
    List<CSVRecord> disagreements = csv(files, "disagreements.csv");
    assertThat(disagreements).hasSize(2);
    assertThat(disagreements.get(0).getParser().getHeaderNames())
        .startsWith("finding_id", "kind", "city_code", "indicator", "period_end")
        .contains("chosen_value", "other_value", "difference_percent")
        .doesNotContain("run_id");
    for (String name : List.of("benchmarks.csv", "vintages.csv", "figures.csv")) {
      String csv = text(files, name);
      assertThat(csv).startsWith("\uFEFF").endsWith("\r\n");
      assertThat(csv.replace("\r\n", "")).doesNotContain("\n", "\r");
    }
  }

  /** Each city's newest row of a benchmark, its newest value, and the figures behind them. */
  @Test
  void tablesHoldWhatThePageShowsAndLeaveTheRestToTheWarehouse() throws Exception {
    ReleaseFixture fixture = ReleaseFixture.cities();
    Map<String, byte[]> files = Report.files(fixture.input(), List.of());
    List<CSVRecord> benchmarks = csv(files, "benchmarks.csv");
    assertThat(benchmarks)
        .hasSizeLessThan(fixture.rows.size())
        .extracting(line -> line.get("benchmark") + line.get("city_code"))
        .doesNotHaveDuplicates()
        .contains("tertiary_hospitals_per_million370200");
    assertThat(csv(files, "indicator_values.csv")).hasSizeLessThan(fixture.values.size());
    assertThat(csv(files, "figures.csv"))
        .hasSizeLessThan(fixture.figures.size())
        .extracting(line -> line.get("observation_id"))
        .containsAll(
            benchmarks.stream().map(line -> line.get("numerator_observation_id")).toList());
  }

  @Test
  void worksWithNothingInIt() throws Exception {
    ReleaseFixture fixture = new ReleaseFixture();
    fixture.areas.add(
        ReleaseFixture.area(ReleaseFixture.SHENZHEN, AreaLevel.PREFECTURE, "深圳市", "Shenzhen"));
    Map<String, byte[]> files = Report.files(fixture.input(), List.of());
    assertThat(text(parse(text(files, "index.html")).getDocumentElement(), "zh-CN"))
        .contains("还没有一项指标", "数据截至 不详", "每百万常住人口三级医院数");
    assertThat(csv(files, "benchmarks.csv")).isEmpty();
  }

  @Test
  void worksWithoutTheReferenceAndSaysSo() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    fixture.rows.removeIf(row -> !row.benchmark().equals("life_expectancy"));
    fixture.vintages.clear();
    List<Figure> figures =
        fixture.figures.stream().filter(f -> f.indicator().equals("life_expectancy")).toList();
    fixture.rows.clear();
    fixture.rows.add(
        new TestRow("life_expectancy", ReleaseFixture.QINGDAO, 2024)
            .published(figures.get(1), null)
            .build());
    Element section = byId(page(fixture), "b-life_expectancy");
    assertThat(text(section, "zh-CN")).contains("不作对照", "青岛市", "82.1", "—");
    assertThat(elements(section, "svg")).isEmpty();
  }

  @Test
  void saysNothingOfWhatCannotBeComparedButWhy() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    Figure beds = figure(fixture, "beds");
    Figure people = figure(fixture, "permanent_population");
    fixture.rows.removeIf(row -> !row.benchmark().equals("beds_per_1000"));
    fixture.rows.removeIf(row -> row.cityCode().equals(ReleaseFixture.QINGDAO));
    fixture.rows.add(
        new TestRow("beds_per_1000", ReleaseFixture.QINGDAO, 2025)
            .computed(1000, beds, people, beds, people)
            .comparability(Comparability.NOT_COMPARABLE, List.of(Flag.POPULATION_BASIS_DIFFERS))
            .build());
    Document page = page(fixture);
    Element row = (Element) byId(page, "b-beds_per_1000-" + ReleaseFixture.QINGDAO).getParentNode();
    assertThat(text(row, "zh-CN")).contains("青岛市2025").contains("——").contains("不可比");
    assertThat(text(byId(page, "c-" + ReleaseFixture.QINGDAO), "zh-CN"))
        .contains("每千常住人口床位数没有与深圳市相比：一方按常住人口、一方按户籍人口。");
    Element section = byId(page, "b-beds_per_1000");
    assertThat(text(section, "zh-CN")).contains("同年可比的其他 14 个城市中");
    assertThat(text(elements(section, "svg").get(0), "zh-CN")).doesNotContain("青岛");
  }

  @Test
  void theReferencesOwnRowIsItsLineAndWhyItHasNoVerdictIsSaidOnce() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    Figure beds = figure(fixture, "beds");
    Figure people = figure(fixture, "permanent_population");
    fixture.rows.add(
        new TestRow("beds_per_1000", ReleaseFixture.SHENZHEN, 2025)
            .computed(1000, beds, people, beds, people)
            .comparability(Comparability.COMPARABLE, List.of(Flag.IS_REFERENCE))
            .rank(15)
            .build());
    fixture.rows.add(
        new TestRow("beds_per_1000", "999998", 2025)
            .computed(1000, beds, people, beds, people)
            .comparability(Comparability.COMPARABLE, List.of(Flag.NO_POLARITY))
            .build());
    Document page = page(fixture);
    Element row = byId(page, "b-beds_per_1000-" + ReleaseFixture.SHENZHEN);
    assertThat(text(row, "zh-CN")).contains("◆ 深圳市", "参照城市，位次 15/15");
    Element equal = byId(page, "b-beds_per_1000-999998");
    assertThat(text(equal, "zh-CN")).startsWith("9999982025").doesNotContain("不可比", "慎用");
  }

  @Test
  void theRanksOfAColumnAreOfItsYearAndSayOfHowMany() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    Figure beds = figure(fixture, "beds");
    Figure people = figure(fixture, "permanent_population");
    for (int year : new int[] {2024, 2025}) {
      fixture.rows.add(
          new TestRow("beds_per_1000", "99999" + (year - 2020), year)
              .computed(1000, beds, people, beds, people)
              .comparability(Comparability.COMPARABLE, List.of(Flag.NO_POLARITY))
              .rank(7)
              .build());
    }
    Document page = page(fixture);
    assertThat(text(byId(page, "b-beds_per_1000-999995"), "zh-CN")).contains("7/15");
    assertThat(text(byId(page, "b-beds_per_1000-999994"), "zh-CN")).doesNotContain("7/15");
    assertThat(text(byId(page, "b-beds_per_1000"), "zh-CN")).contains("位次 2025年");
  }

  @Test
  void theDateIsTheNewestPublishedAndNotTheClock() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    assertThat(text(page(fixture).getDocumentElement(), "zh-CN")).contains("数据截至 2026-04-12");
  }

  static Figure figure(ReleaseFixture fixture, String indicator) {
    return fixture.figures.stream()
        .filter(
            f -> f.cityCode().equals(ReleaseFixture.SHENZHEN) && f.indicator().equals(indicator))
        .filter(f -> f.periodEnd().getYear() == 2025)
        .findFirst()
        .orElseThrow();
  }

  /** Puts the text everywhere where text from outside can stand. */
  public static void poison(ReleaseFixture fixture, String text) {
    Area area =
        new Area("999999", AreaLevel.PREFECTURE, text, text, List.of(), null, null, null, null);
    fixture.areas.add(area);
    Source source =
        new Source(text, text, text, text, LocalDate.EPOCH, text, text, SourceClass.NEWS, true);
    fixture.sources.add(source);
    Figure sample = figure(fixture, "beds");
    List<Figure> poisoned = new ArrayList<>();
    for (String indicator : List.of("beds", "permanent_population")) {
      poisoned.add(
          FigureBuilder.builder()
              .observationId(text + indicator)
              .cityCode(area.code())
              .indicator(indicator)
              .value(BigDecimal.TEN)
              .unit(text)
              .bound(sample.bound())
              .periodStart(sample.periodStart())
              .periodEnd(sample.periodEnd())
              .periodType(sample.periodType())
              .sourceId(text)
              .publisher(text)
              .sourceClass(SourceClass.NEWS)
              .published(LocalDate.EPOCH)
              .path(text)
              .locator(text)
              .field(text)
              .quote(text)
              .flags(List.of(Flag.QUOTED))
              .build());
    }
    fixture.figures.addAll(poisoned);
    fixture.rows.add(
        new TestRow("beds_per_1000", area.code(), 2025)
            .computed(
                1000,
                poisoned.get(0),
                poisoned.get(1),
                sample,
                figure(fixture, "permanent_population"))
            .comparability(Comparability.WITH_CARE, List.of(Flag.QUOTED))
            .flags(List.of(Flag.QUOTED))
            .build());
    fixture.findings.add(
        FindingBuilder.builder()
            .findingId(text)
            .kind(FindingKind.SOURCES_DISAGREE)
            .cityCode(area.code())
            .indicator("beds")
            .periodEnd(sample.periodEnd())
            .observationIds(List.of(poisoned.get(0).observationId(), sample.observationId()))
            .detail(text)
            .path(text)
            .runId(text)
            .build());
    fixture.findings.add(
        FindingBuilder.builder()
            .findingId(text)
            .kind(FindingKind.IMPLAUSIBLE)
            .cityCode(text)
            .indicator(text)
            .detail(text)
            .path(text)
            .runId(text)
            .build());
  }

  private static boolean isNumber(String cell) {
    return cell.matches("-?\\d+(\\.\\d+)?");
  }

  private static Document page(ReleaseFixture fixture) {
    return parse(
        text(Report.files(fixture.input(), List.of(ReleaseFixture.QINGDAO)), "index.html"));
  }

  /** The page is well-formed, so that a strict parser can read it too. */
  private static Document parse(String html) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static List<Element> elements(Node within, String name) {
    NodeList found =
        within instanceof Document document
            ? document.getElementsByTagName(name)
            : ((Element) within).getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static Element byId(Document page, String id) {
    return elements(page, "*").stream()
        .filter(element -> element.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing has the id " + id));
  }

  private static List<String> hrefs(Element within) {
    return elements(within, "a").stream().map(link -> link.getAttribute("href")).toList();
  }

  /** What a reader of that language sees. */
  private static String text(Node node, String language) {
    if (node instanceof Element element
        && (element.getTagName().equals("span") || element.getTagName().equals("tspan"))
        && element.hasAttribute("lang")
        && !element.getAttribute("lang").equals(language)) {
      return "";
    }
    if (!node.hasChildNodes()) {
      return node.getNodeType() == Node.TEXT_NODE ? node.getTextContent() : "";
    }
    StringBuilder text = new StringBuilder();
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      text.append(text(child, language));
    }
    return text.toString();
  }

  private static List<CSVRecord> csv(Map<String, byte[]> files, String name) throws Exception {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser =
        CSVParser.parse(new StringReader(text(files, name).substring(1)), format)) {
      return parser.getRecords();
    }
  }

  private static String text(Map<String, byte[]> files, String name) {
    return string(files.get(name));
  }

  private static String string(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
