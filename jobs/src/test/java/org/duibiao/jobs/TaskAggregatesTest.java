package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tasks gather while they write gives the release that reading the tables gives. */
@Tag("spark")
class TaskAggregatesTest {

  private static final String FIRST =
      Workbench.HEADER
          + """
          青岛市,三级医院,2020年末,22,家
          青岛市,年末常住人口,2020年,1010.57,万人
          深圳市,三级医院,2020年末,约50,家
          深圳市,年末常住人口,2020年,1763.38,万人
          """;
  private static final String SECOND =
      Workbench.HEADER
          + """
          青岛市,三级医院,2020年末,23.0,家
          深圳市,三级医院,2020年末,51,家
          """;

  @TempDir private Path folder;

  private static void ok(Workbench.Result result) {
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
  }

  private Workbench bench(String name) {
    return Workbench.in(folder.resolve(name))
        .put("a/first.csv", FIRST, Workbench.bulletin("2021-04-20"));
  }

  @Test
  void oneRunPublishesWhatSingleStagesPublish() {
    Workbench atOnce = bench("at-once");
    Workbench staged = bench("staged");
    ok(atOnce.run("2024-05-01T08:00:00Z", "run"));
    ok(staged.run("2024-05-01T08:00:00Z", "normalize"));
    ok(staged.run("2024-05-01T08:00:00Z", "benchmark"));
    assertThat(atOnce.currentRelease()).isEqualTo(staged.currentRelease());

    for (Workbench bench : new Workbench[] {atOnce, staged}) {
      bench.put("b/second.csv", SECOND, Workbench.bulletin("2022-04-20"));
    }
    String before = atOnce.currentRelease();
    ok(atOnce.run("2024-06-01T08:00:00Z", "run"));
    ok(staged.run("2024-06-01T08:00:00Z", "normalize"));
    ok(staged.run("2024-06-01T08:00:00Z", "benchmark"));
    assertThat(atOnce.currentRelease()).isNotEqualTo(before).isEqualTo(staged.currentRelease());
    assertThat(atOnce.rows("SELECT city_code, value FROM gold.indicator_values ORDER BY 1, 2"))
        .isEqualTo(staged.rows("SELECT city_code, value FROM gold.indicator_values ORDER BY 1, 2"))
        .contains("370200|23", "440300|51");
  }
}
