package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That tasks on Spark's executors do what tasks in threads of one process do. */
@Tag("spark")
class TasksTest {

  private static final String FIGURES =
      """
      北京市,常住人口,2023年,2185.8,万人
      北京市,三级医院,2023年,104,家
      深圳市,常住人口,2023年,1779.01,万人
      深圳市,三级医院,2023年,36,家
      """;

  private static final String EVERYTHING =
      "SELECT * EXCEPT (run_id, known_from, known_to) FROM silver.observations ORDER BY ALL";

  @Test
  void tablesAndReleasesAreTheSame(@TempDir Path folder) {
    Workbench threads = bench(folder.resolve("threads"));
    List<String> releases = run(threads);
    Workbench spark = bench(folder.resolve("spark"));
    System.setProperty("spark.master", "local[2]");
    try {
      assertThat(run(spark)).isEqualTo(releases).hasSize(3);
    } finally {
      System.clearProperty("spark.master");
    }
    assertThat(spark.rows(EVERYTHING)).isEqualTo(threads.rows(EVERYTHING)).isNotEmpty();
  }

  private static Workbench bench(Path folder) {
    return Workbench.in(folder)
        .put("a.csv", Workbench.HEADER + FIGURES, Workbench.bulletin("2024-05-01"))
        .put("b.csv", Workbench.HEADER + FIGURES, Workbench.bulletin("2024-06-01"));
  }

  /** A first run, a run with a file that was issued again, and one without another. */
  private static List<String> run(Workbench bench) {
    publish(bench, "2024-07-01T08:00:00Z");
    bench.put(
        "a.csv",
        Workbench.HEADER + FIGURES.replace("104", "107"),
        Workbench.bulletin("2024-07-02"));
    publish(bench, "2024-07-03T08:00:00Z");
    bench.remove("b.csv");
    publish(bench, "2024-07-04T08:00:00Z");
    return bench.rows("SELECT release_id FROM gold.releases ORDER BY published_at");
  }

  private static void publish(Workbench bench, String moment) {
    Workbench.Result result = bench.run(moment, "run");
    assertThat(result.exitCode()).as(result.said()).isZero();
  }
}
