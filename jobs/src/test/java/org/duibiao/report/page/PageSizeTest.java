package org.duibiao.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.duibiao.report.Report;
import org.duibiao.report.model.LargeRelease;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A whole country stays a file that opens: 340 cities, 40 benchmarks, ten years. */
class PageSizeTest {

  @Test
  void staysSmallForAProvince() throws IOException {
    assertThat(page(20).length).isLessThan(2_000_000);
  }

  @Test
  @Tag("long")
  void staysSmallForAWholeCountry() throws IOException {
    byte[] page = page(340);
    String kept = System.getProperty("duibiao.page");
    if (kept != null) {
      Files.write(Path.of(kept), page);
    }
    assertThat(page.length).isLessThan(5_000_000);
  }

  private static byte[] page(int cities) throws IOException {
    return Page.render(Report.index(LargeRelease.of(cities, 40, 10)), List.of());
  }
}
