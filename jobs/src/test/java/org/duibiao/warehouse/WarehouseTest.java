package org.duibiao.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.duibiao.benchmark.Figure;
import org.duibiao.model.Bound;
import org.duibiao.model.PeriodType;
import org.duibiao.model.SourceClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseTest {

  @TempDir Path folder;

  private static Figure figure(int i) {
    return new Figure(
        "id" + i,
        "440300",
        i % 3 == 0 ? "hospitals" : "beds",
        new BigDecimal(i),
        i % 2 == 0 ? null : new BigDecimal("-1.5"),
        "hospital",
        BigDecimal.ONE,
        Bound.GE,
        LocalDate.of(2019, 1, 1),
        LocalDate.of(2019, 12, 31),
        PeriodType.YEAR,
        null,
        "s",
        "深圳市统计局",
        SourceClass.BULLETIN,
        i % 5 == 0 ? null : LocalDate.of(2020, 1, 1),
        "a.csv",
        "row:" + i,
        null,
        "约" + i,
        i % 4 == 0 ? List.of() : List.of("quoted", "derived"));
  }

  @Test
  void readsBackWhatWasWritten() {
    Warehouse warehouse = new Warehouse(folder.toString(), new Configuration());
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      figures.add(figure(i));
    }
    assertThat(warehouse.version(Figure.class)).isEmpty();
    assertThat(warehouse.replace(Figure.class, figures)).isZero();
    assertThat(warehouse.read(Figure.class)).containsExactlyElementsOf(figures);

    assertThat(warehouse.replace(Figure.class, figures)).isZero();
    List<Figure> fewer = figures.subList(0, 7);
    assertThat(warehouse.replace(Figure.class, fewer)).isEqualTo(1);
    assertThat(warehouse.read(Figure.class)).containsExactlyElementsOf(fewer);
    assertThat(warehouse.read(Figure.class, 0)).hasSize(40_000);
    assertThat(warehouse.append(Figure.class, figure(99))).isEqualTo(2);
    assertThat(warehouse.read(Figure.class)).hasSize(8);
  }

  @Test
  void keepsMapsAndMoments() {
    Warehouse warehouse = new Warehouse(folder.toString(), new Configuration());
    Release release =
        new Release(
            "r",
            null,
            Instant.parse("2026-01-01T00:00:00.123456Z"),
            "440300",
            null,
            "c",
            Map.of("gold.figures", 3L),
            "x",
            "run");
    warehouse.append(Release.class, release);
    assertThat(warehouse.read(Release.class)).containsExactly(release);
  }
}
