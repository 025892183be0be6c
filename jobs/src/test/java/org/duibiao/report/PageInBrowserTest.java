package org.duibiao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.duibiao.markup.Browser;
import org.duibiao.markup.BrowserTab;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.TargetPace;
import org.duibiao.model.code.TargetState;
import org.duibiao.report.model.ReleaseFixture;
import org.duibiao.tables.CoverageRow;
import org.duibiao.tables.Figure;
import org.duibiao.tables.TargetRow;
import org.duibiao.tables.TargetRowBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a reader meets it. */
@Tag("browser")
class PageInBrowserTest {

  @TempDir static Path folder;

  private static Browser browser;
  private static Path page;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    browser = Browser.start(Files.createDirectory(folder.resolve("profile")));
    page = write(full(), "page.html");
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void opensWithoutAWordInTheConsoleAndAsksForNothing() {
    BrowserTab tab = browser.tab().go(page);
    assertThat(tab.problems()).isEmpty();
    assertThat(tab.requests()).containsExactly(page.toUri().toString());
  }

  @Test
  void everyPictureIsThere() {
    BrowserTab tab = browser.tab().go(page);
    for (String section :
        List.of("trends-h", "targets-h", "against-h", "published-h", "b-beds_per_1000-h")) {
      String pictures = "document.querySelectorAll('[aria-labelledby=\"" + section + "\"] svg')";
      assertThat(tab.value(pictures + ".length").asInt()).as(section).isPositive();
    }
    assertThat(
            tab.is(
                """
                [...document.querySelectorAll('svg')].every(svg => {
                  const box = svg.getBoundingClientRect();
                  return box.width > 100 && box.height > 30 && svg.querySelectorAll('text').length > 2;
                })\
                """))
        .isTrue();
  }

  @Test
  void anotherCityIsChosenByKeyboard() {
    BrowserTab tab = browser.tab().go(page).reach("#city-choice");
    assertThat(tab.text("#city h2")).startsWith("青岛市");
    tab.press("ArrowDown").until("document.querySelector('#city article').id !== 'c-370200'");
    String name =
        tab.value("document.getElementById('city-choice').selectedOptions[0].text").asText();
    String city = name.substring(0, name.indexOf('市') + 1);
    assertThat(city).isNotEqualTo("青岛市");
    assertThat(tab.text("#city h2")).startsWith(city);
    assertThat(tab.text("#city [aria-labelledby=findings-h]")).contains(city).doesNotContain("青岛市");
    assertThat(tab.value("document.querySelectorAll('#city svg').length").asInt()).isPositive();
    assertThat(tab.text("#city [aria-labelledby=published-h] figcaption")).contains(city);
    assertThat(tab.value("document.activeElement.id").asText()).isEqualTo("city-choice");
    assertThat(tab.value("location.hash").asText())
        .isEqualTo("#c-" + tab.value("document.getElementById('city-choice').value").asText());
    assertThat(tab.problems()).isEmpty();
  }

  @Test
  void anAddressOpensItsCity() {
    BrowserTab tab = browser.tab().go(page, "#c-330100");
    tab.until("document.querySelector('#city article').id === 'c-330100'");
    assertThat(tab.text("#city h2")).startsWith("杭州市");
  }

  @Test
  void theLanguageIsSwitchedByKeyboard() {
    BrowserTab tab = browser.tab().go(page).reach("#zh");
    assertThat(tab.text("#city h2")).contains("青岛市").doesNotContain("Qingdao");
    tab.press("ArrowRight").until("document.getElementById('en').checked");
    assertThat(tab.text("#city h2")).contains("Qingdao").doesNotContain("青岛市");
    assertThat(tab.text("#benchmarks")).doesNotContain("青岛市", "持平").contains("Qingdao");
    assertThat(tab.text("h1")).contains("City health benchmarks").doesNotContain("城市");
    assertThat(tab.value("document.documentElement.lang").asText()).isEqualTo("en");
  }

  @Test
  void aNumberLeadsToItsSourceByKeyboardAndBack() {
    BrowserTab tab = browser.tab().go(page).reach("#city a.r");
    String number = tab.value("document.activeElement.textContent").asText();
    tab.press("Enter").until("document.getElementById('source').open");
    assertThat(tab.text("#source"))
        .contains(number, "副省级城市卫生健康统计数据收集表")
        .contains("文件 large_cities/health_2025.csv", "row:", "青岛市", "由人转录");
    assertThat(tab.text("#source q")).isNotBlank();
    assertThat(tab.is("document.getElementById('source').contains(document.activeElement)"))
        .isTrue();
    tab.press("Escape").until("!document.getElementById('source').open");
    assertThat(tab.value("document.activeElement.textContent").asText()).isEqualTo(number);
    assertThat(tab.problems()).isEmpty();
  }

  @Test
  void whatIsNotInViewIsLaidOutAfterThePageHasOpened() {
    BrowserTab tab = browser.tab().go(page);
    assertThat(tab.is("document.querySelector('section:not(.laid)')")).isFalse();
    assertThat(tab.text("#appendix")).contains("文件 large_cities/health_2025.csv");
    // As it is while the page opens.
    tab.value("document.querySelector('main').classList.add('opening')");
    tab.value("document.querySelector('#appendix').classList.remove('laid')");
    assertThat(tab.text("#appendix")).isEmpty();
    assertThat(tab.text("#limits")).isNotEmpty();
    tab.paper();
    assertThat(tab.text("#appendix")).contains("文件 large_cities/health_2025.csv");
  }

  @Test
  void isReadWithScriptsOff() {
    BrowserTab tab = browser.tab().withoutScripts().go(page);
    assertThat(tab.is("document.getElementById('chooser').checkVisibility()")).isFalse();
    assertThat(tab.text("#city [aria-labelledby=findings-h]")).contains("青岛市");
    assertThat(tab.text("noscript")).contains("不运行脚本时");
    assertThat(tab.text("#benchmarks")).contains("杭州市", "持平");
    assertThat(tab.text("#appendix")).contains("文件 large_cities/health_2025.csv");
    tab.reach("#zh").press("ArrowRight");
    assertThat(tab.text("#city [aria-labelledby=findings-h]"))
        .contains("Qingdao")
        .doesNotContain("青岛市");
  }

  @Test
  void axeFindsNothing() throws IOException {
    BrowserTab tab = browser.tab().go(page);
    assertThat(tab.violations()).isEmpty();
    tab.reach("#zh").press("ArrowRight");
    assertThat(tab.violations()).isEmpty();
    tab.reach("#city a.r").press("Enter").until("document.getElementById('source').open");
    assertThat(tab.violations()).isEmpty();
  }

  @Test
  void fitsAPhone() throws IOException {
    fits(browser.tab().width(360).go(page));
  }

  @Test
  void printedNothingIsCut() throws IOException {
    BrowserTab tab = browser.tab().go(page);
    printsWhole(tab);
    tab.value("document.getElementById('zh').click()");
    try (PDDocument document = Loader.loadPDF(tab.pdf())) {
      assertThat(document.getNumberOfPages()).isBetween(4, 25);
      String text = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
      assertThat(text).contains("青岛市", "附录：每个数字的出处", "同一发布号总是得到同一份报告。").doesNotContain("选择城市");
    }
  }

  @Test
  void hostileTextIsInertAndFits() throws IOException {
    ReleaseFixture fixture = full();
    ReportTest.poison(
        fixture,
        "<script>alert(1)</script><img src=x onerror=alert(2)>\u202E" + "x".repeat(10_000));
    Path hostile =
        Files.write(
            folder.resolve("hostile.html"),
            Report.files(fixture.input(), List.of("999999")).get("index.html"));
    BrowserTab tab = browser.tab().width(360).go(hostile);
    assertThat(tab.text("#city h2")).startsWith("<script>alert(1)</script>");
    fits(tab);
    printsWhole(tab);
    assertThat(tab.is("document.querySelector('main script, img')")).isFalse();
    assertThat(tab.problems()).isEmpty();
    assertThat(tab.requests()).containsExactly(hostile.toUri().toString());
  }

  /** In both languages, and with the source of a number open. */
  private static void fits(BrowserTab tab) {
    for (String language : List.of("zh", "en")) {
      tab.value("document.getElementById('" + language + "').click()");
      tab.value("document.querySelector('#city a.r').click()");
      assertThat(tab.is("document.getElementById('source').open")).isTrue();
      assertThat(tab.value("document.documentElement.scrollWidth").asInt()).isEqualTo(360);
      assertThat(tab.cut()).as(language).isEmpty();
      tab.value("document.getElementById('source').close()");
    }
  }

  private static void printsWhole(BrowserTab tab) {
    tab.paper();
    for (String language : List.of("zh", "en")) {
      tab.value("document.getElementById('" + language + "').click()");
      assertThat(tab.cut()).as(language).isEmpty();
    }
  }

  private static Path write(ReleaseFixture fixture, String name) throws IOException {
    byte[] html = Report.files(fixture.input(), List.of(ReleaseFixture.QINGDAO)).get("index.html");
    return Files.write(folder.resolve(name), html);
  }

  /** The sixteen cities, each with targets and with what it publishes. */
  static ReleaseFixture full() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    List<Figure> newest =
        fixture.figures.stream()
            .filter(figure -> figure.periodEnd().getYear() == 2025)
            .filter(figure -> !figure.indicator().equals(ReleaseFixture.POPULATION.id()))
            .toList();
    for (Figure figure : newest) {
      fixture.targets.add(target(figure));
    }
    for (Figure figure : fixture.figures) {
      fixture.coverage.add(
          new CoverageRow(
              figure.cityCode(),
              figure.indicator(),
              figure.periodEnd().getYear(),
              figure.observationId().charAt(0) < 'c',
              1,
              figure.observationId().charAt(0) < '2' ? 1 : 0));
    }
    return fixture;
  }

  private static TargetRow target(Figure figure) {
    BigDecimal tenth = figure.value().movePointLeft(1);
    boolean kept = figure.observationId().charAt(1) < '8';
    BigDecimal promised = kept ? figure.value().subtract(tenth) : figure.value().add(tenth);
    return TargetRowBuilder.builder()
        .cityCode(figure.cityCode())
        .indicator(figure.indicator())
        .measure(Measure.LEVEL)
        .scope("city")
        .base(promised.subtract(tenth))
        .target(promised)
        .bound(Bound.GE)
        .start(LocalDate.of(2021, 1, 1))
        .due(LocalDate.of(2025, 12, 31))
        .latest(figure.value())
        .latestYear(2025)
        .attained(kept)
        .gap(promised.subtract(figure.value()))
        .shareDone(kept ? 2.0 : 0.5)
        .shareElapsed(1.0)
        .pace(kept ? TargetPace.AHEAD : TargetPace.BEHIND)
        .flags(List.of(Flag.TRANSCRIBED))
        .observationId(figure.observationId())
        .latestObservationId(figure.observationId())
        .baseObservationId(figure.observationId())
        .state(kept ? TargetState.MET : TargetState.MISSED)
        .build();
  }
}
