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
import org.duibiao.benchmark.CoverageRow;
import org.duibiao.benchmark.Figure;
import org.duibiao.benchmark.TargetRow;
import org.duibiao.model.Bound;
import org.duibiao.model.Measure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a reader meets it. */
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
    Tab tab = browser.tab().go(page);
    assertThat(tab.problems()).isEmpty();
    assertThat(tab.requests()).containsExactly(page.toUri().toString());
  }

  private static Path write(Fixture fixture, String name) throws IOException {
    byte[] html = Report.files(fixture.input(), List.of(Fixture.QINGDAO)).get("index.html");
    return Files.write(folder.resolve(name), html);
  }

  /** The sixteen cities, each with targets and with what it publishes. */
  static Fixture full() {
    Fixture fixture = Fixture.cities();
    List<Figure> newest =
        fixture.figures.stream()
            .filter(figure -> figure.periodEnd().getYear() == 2025)
            .filter(figure -> !figure.indicator().equals(Fixture.POPULATION.id()))
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
              1));
    }
    return fixture;
  }

  private static TargetRow target(Figure figure) {
    BigDecimal tenth = figure.value().movePointLeft(1);
    boolean kept = figure.observationId().charAt(1) < '8';
    BigDecimal promised = kept ? figure.value().subtract(tenth) : figure.value().add(tenth);
    return new TargetRow(
        figure.cityCode(),
        figure.indicator(),
        Measure.LEVEL,
        "city",
        promised.subtract(tenth),
        promised,
        Bound.GE,
        LocalDate.of(2021, 1, 1),
        LocalDate.of(2025, 12, 31),
        figure.value(),
        2025,
        kept,
        promised.subtract(figure.value()),
        null,
        kept ? 2.0 : 0.5,
        1.0,
        kept ? "ahead" : "behind",
        List.of("transcribed"),
        figure.observationId(),
        figure.observationId());
  }

  static int pages(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    }
  }
}
