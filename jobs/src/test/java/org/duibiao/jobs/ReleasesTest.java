package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.tables.Release;
import org.duibiao.warehouse.Releases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One id for one report, whatever the clock says and whatever comes after. */
@Tag("spark")
class ReleasesTest {

  private static final String VALUE =
      "SELECT value FROM gold.indicator_values WHERE indicator = 'tertiary_hospitals'";

  @TempDir private Path folder;
  private Workbench bench;

  @BeforeEach
  void fill() {
    bench = Workbench.in(folder.resolve("bench"));
    put(22);
  }

  private void put(int hospitals) {
    bench.put(
        "gov/health.csv",
        Workbench.HEADER + "青岛市,三级医院,2020年末," + hospitals + ",家\n",
        Workbench.bulletin("2021-04-20"));
  }

  private Map<String, String> run(String moment) {
    Workbench.Result run = bench.run(moment, "run");
    assertThat(run.exitCode()).as(run.said()).isEqualTo(0);
    assertThat(run.said()).contains("Published release " + bench.currentRelease());
    return Workbench.contents(bench.reports().resolve("current"));
  }

  private Map<String, String> report(String id) {
    Workbench.Result report = bench.run("2020-01-01T00:00:00Z", "report", "--release", id);
    assertThat(report.exitCode()).as(report.said()).isEqualTo(0);
    return Workbench.contents(bench.reports().resolve(id));
  }

  @Test
  @Tag("long")
  void whatOnlyThePageShowsMakesAReleaseOfItsOwn() {
    Map<String, String> first = run("2024-05-01T08:00:00Z");
    String id = bench.currentRelease();
    bench.put(
        "gov/beds.csv", Workbench.HEADER + "青岛市,床位,2020年末,—,张\n", Workbench.bulletin("2021-04-20"));
    Map<String, String> second = run("2024-05-02T08:00:00Z");
    String withReject = bench.currentRelease();
    Workbench.write(bench.landing().resolve("gov/bare.csv"), Workbench.HEADER);
    Map<String, String> third = run("2024-05-03T08:00:00Z");

    assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
    assertThat(List.of(id, withReject, bench.currentRelease())).doesNotHaveDuplicates();
    assertThat(report(id)).isEqualTo(first);
    assertThat(report(withReject)).isEqualTo(second);
    assertThat(report(bench.currentRelease())).isEqualTo(third);
  }

  @Test
  @Tag("long")
  void theNewestReleaseIsTheOneThatWasPublishedLast() {
    run("2024-06-01T08:00:00Z");
    put(25);
    run("2024-05-01T08:00:00Z");
    assertThat(bench.run("2024-05-01T09:00:00Z", "sql", "--format", "csv", VALUE).out())
        .isEqualTo("value\n25\n");
    assertThat(bench.run("2024-05-01T09:00:00Z", "status").out())
        .contains("Readers see release " + bench.currentRelease() + ", published 2024-05-01");
    assertThat(bench.run("2024-04-01T08:00:00Z", "run").said())
        .contains("Nothing has changed since release " + bench.currentRelease());
  }

  @Test
  @Tag("long")
  void twentyReleasesKeepTheirBytesWhileTheClockGoesBackAndForth() {
    Map<String, Map<String, String>> published = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      put(20 + i % 3);
      if (i % 4 == 1) {
        bench.put(
            "gov/beds.csv",
            Workbench.HEADER + "青岛市,床位,2020年末,—,张\n",
            Workbench.bulletin("2021-04-20"));
      }
      int day = 1 + i * 7 % 20;
      Map<String, String> report = run("2024-05-%02dT08:00:00Z".formatted(day));
      assertThat(published.put(bench.currentRelease(), report)).isNull();
    }
    assertThat(Releases.of(bench.warehouse()).all())
        .extracting(Release::releaseId)
        .containsExactlyElementsOf(published.keySet());
    published.forEach((id, bytes) -> assertThat(report(id)).as(id).isEqualTo(bytes));
    assertThat(bench.rows(VALUE)).containsExactly(String.valueOf(20 + 19 % 3));
  }
}
