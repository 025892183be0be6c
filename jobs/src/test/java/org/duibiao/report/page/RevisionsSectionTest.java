package org.duibiao.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.duibiao.markup.Html;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Side;
import org.duibiao.model.code.Standing;
import org.duibiao.model.code.Vintage;
import org.duibiao.report.Report;
import org.duibiao.report.model.ReleaseFixture;
import org.duibiao.tables.HindsightRow;
import org.duibiao.tables.HindsightRowBuilder;
import org.duibiao.tables.VintageRow;
import org.duibiao.tables.VintageRowBuilder;
import org.junit.jupiter.api.Test;

/** What one would have said of a city then, beside what one says now. */
class RevisionsSectionTest {

  private static final LocalDate DAY = LocalDate.of(2020, 12, 31);

  @Test
  void bothAnswersStandSideBySideWhereAPopulationWasRevised() {
    assertThat(section(ReleaseFixture.cities(), ReleaseFixture.QINGDAO, "zh-CN"))
        .contains("都能与深圳市相比的 1 项中，0 项的结论变了。")
        .contains("2019年，青岛市的每百万常住人口三级医院数：按当时公布的人口，2.32 对 3.13，还差 8 家；")
        .contains("按修订后的人口，2.21 对 2.46，还差 3 家。")
        .containsPattern(
            "2.32 对 3.1322 家\\[\\d+] ÷ 949.98 万人\\[\\d+]深圳市 42 家\\[\\d+] ÷ 1,343.88 万人\\[\\d+]")
        .containsPattern(
            "2.21 对 2.4622 家\\[\\d+] ÷ 997.34 万人\\[\\d+]深圳市 42 家\\[\\d+] ÷ 1,710.4 万人\\[\\d+]")
        .contains("没变：较低")
        .doesNotContain("[?]", "一为修订前");
    assertThat(section(ReleaseFixture.cities(), ReleaseFixture.QINGDAO, "en"))
        .contains("Tertiary hospitals per million residents, 2019: with the population")
        .contains("as published then, Qingdao had 2.32 against 3.13, 8 hospitals short;")
        .contains("with the revised one, 2.21 against 2.46, 3 hospitals short.");
  }

  @Test
  void whatReadsDifferentlyComesFirstAndIsCounted() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    List<VintageRow> known = List.copyOf(fixture.vintages);
    for (VintageRow row : known) {
      Side side = row.vintage() == Vintage.BEFORE ? Side.BELOW : Side.LEVEL;
      fixture.vintages.add(vintage(row, ReleaseFixture.BEDS_RATE.id(), 2018, side));
    }
    String section = section(fixture, ReleaseFixture.QINGDAO, "zh-CN");
    assertThat(section).contains("2 项中，1 项的结论变了").contains("变了：较低 → 相近");
    assertThat(section.indexOf("每千常住人口床位数")).isBetween(0, section.indexOf("没变：较低"));
  }

  @Test
  void aPopulationWithoutADateStandsForTheOneOfThenAndItsCaveatWithIt() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    fixture.vintages.replaceAll(row -> row.vintage() == Vintage.BEFORE ? unknown(row) : row);
    fixture.vintages.removeIf(row -> row.vintage() == Vintage.AFTER);
    assertThat(section(fixture, ReleaseFixture.QINGDAO, "zh-CN"))
        .contains("2.32 对 3.13，还差 8 家；", "2.32 对 2.46，还差 2 家（须慎用：两地人口一为修订前、一为修订后）。");
  }

  @Test
  void aDeathRateNeedsNoMore() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    fixture.benchmarks.replaceAll(
        each -> each.equals(ReleaseFixture.TERTIARY_RATE) ? ReleaseFixture.lowIsGood(each) : each);
    assertThat(section(fixture, ReleaseFixture.QINGDAO, "zh-CN"))
        .contains("按当时公布的人口，2.32 对 3.13；按修订后的人口，2.21 对 2.46。")
        .doesNotContain("还差", "已达到");
  }

  @Test
  void aCityWhosePopulationWasNotRevisedHasNoSuchSection() {
    assertThat(section(ReleaseFixture.cities(), "330100", "zh-CN")).isEmpty();
  }

  @Test
  void aReleaseAsOfADaySaysWhatReadsDifferentlyToday() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    fixture.vintages.clear();
    fixture.hindsight.add(
        row("life_expectancy", 2019, 81.0, 82.5, Side.BELOW, Side.BELOW, Standing.WORSE));
    fixture.hindsight.add(
        row("life_expectancy", 2020, 82.0, 83.0, Side.BELOW, Side.LEVEL, Standing.SIMILAR));
    fixture.hindsight.add(
        row("life_expectancy", 2018, null, 83.0, null, Side.LEVEL, Standing.SIMILAR));
    String section = section(fixture, ReleaseFixture.QINGDAO, "zh-CN");
    assertThat(section)
        .contains("2020-12-31能做的 2 项比较，今天看来有 1 项结论变了。")
        .contains("202082 对 83—83 对 83—变了：较低，较差 → 相近")
        .contains("201981 对 83—82.5 对 83—没变：较低，较差")
        .contains("2018没有公布—83 对 83——");
    assertThat(section.indexOf("2020" + "82")).isLessThan(section.indexOf("2019" + "81"));
    assertThat(section(fixture, "330100", "zh-CN")).isEmpty();
  }

  @Test
  void itsTableLiesBesideThePageOnlyWhereThereIsADay() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    assertThat(Report.files(fixture.input(), List.of())).doesNotContainKey("hindsight.csv");
    fixture.hindsight.add(
        row("life_expectancy", 2020, 82.0, 83.0, Side.BELOW, Side.LEVEL, Standing.SIMILAR));
    fixture.asOf = DAY;
    Map<String, byte[]> files = Report.files(fixture.input(), List.of());
    assertThat(new String(files.get("hindsight.csv"), StandardCharsets.UTF_8))
        .contains("life_expectancy,370200,440300,2020,2020-12-31,82,83,83,83")
        .contains("人均预期寿命");
  }

  private static HindsightRow row(
      String benchmark,
      int year,
      Double then,
      double now,
      Side sideThen,
      Side sideNow,
      Standing standingNow) {
    return HindsightRowBuilder.builder()
        .benchmark(benchmark)
        .cityCode(ReleaseFixture.QINGDAO)
        .referenceCode(ReleaseFixture.SHENZHEN)
        .year(year)
        .asOf(DAY)
        .rateThen(then)
        .rateNow(now)
        .referenceRateThen(then == null ? null : 83.0)
        .referenceRateNow(83.0)
        .sideThen(sideThen)
        .sideNow(sideNow)
        .standingThen(then == null ? null : Standing.WORSE)
        .standingNow(standingNow)
        .changed(then == null ? null : sideThen != sideNow)
        .flags(List.of())
        .build();
  }

  private static VintageRow unknown(VintageRow row) {
    return vintage(row, row.benchmark(), row.year(), Vintage.UNKNOWN, Side.BELOW, differs(row));
  }

  private static List<Flag> differs(VintageRow row) {
    return row.referenceVintage() == Vintage.AFTER
        ? List.of(Flag.POPULATION_VINTAGE_DIFFERS)
        : List.of();
  }

  private static VintageRow vintage(VintageRow row, String benchmark, int year, Side side) {
    return vintage(row, benchmark, year, row.vintage(), side, row.flags());
  }

  private static VintageRow vintage(
      VintageRow row, String benchmark, int year, Vintage vintage, Side side, List<Flag> flags) {
    return VintageRowBuilder.builder(row)
        .benchmark(benchmark)
        .year(year)
        .vintage(vintage)
        .flags(flags)
        .side(side)
        .build();
  }

  /** The section's words in one language; nothing where there is none. */
  private static String section(ReleaseFixture fixture, String city, String language) {
    String other = language.equals("en") ? "zh-CN" : "en";
    String part = Html.join("", CityArticle.render(Report.index(fixture.input()), city)).toString();
    int start = part.indexOf("<section aria-labelledby=\"then-h\">");
    return start < 0
        ? ""
        : Html.trusted(
                part.substring(start, part.indexOf("</section>", start))
                    .replaceAll("(?s)<span lang=\"" + other + "\">.*?</span>", "")
                    .replace("\n", ""))
            .plainText();
  }
}
