package org.duibiao.report.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.duibiao.report.Report;
import org.duibiao.report.model.LargeRelease;
import org.junit.jupiter.api.Test;

/** A whole country stays a file that opens: 340 cities, 40 benchmarks, ten years. */
class PageSizeTest {

  private static final int LIMIT = 5_000_000;

  @Test
  void staysSmallForAWholeCountry() throws IOException {
    byte[] page = Page.render(Report.index(LargeRelease.of(340, 40, 10)), List.of());
    String kept = System.getProperty("duibiao.page");
    if (kept != null) {
      Files.write(Path.of(kept), page);
    }
    assertTrue(page.length < LIMIT, "the page has " + page.length + " bytes");
  }
}
