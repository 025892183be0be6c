package org.duibiao.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.duibiao.columns.Column;
import org.duibiao.columns.Schema;
import org.duibiao.columns.Table;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.PeriodType;
import org.duibiao.model.code.SourceClass;
import org.duibiao.tables.Figure;
import org.duibiao.tables.FigureBuilder;
import org.duibiao.tables.Release;
import org.duibiao.tables.ReleaseBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseTest {

  @TempDir Path folder;

  private static Figure figure(int i) {
    return FigureBuilder.builder()
        .observationId("id" + i)
        .cityCode("440300")
        .indicator(i % 3 == 0 ? "hospitals" : "beds")
        .value(new BigDecimal(i))
        .valueHigh(i % 2 == 0 ? null : new BigDecimal("-1.5"))
        .unit("hospital")
        .resolution(BigDecimal.ONE)
        .bound(Bound.GE)
        .periodStart(LocalDate.of(2019, 1, 1))
        .periodEnd(LocalDate.of(2019, 12, 31))
        .periodType(PeriodType.YEAR)
        .sourceId("s")
        .publisher("深圳市统计局")
        .sourceClass(SourceClass.BULLETIN)
        .published(i % 5 == 0 ? null : LocalDate.of(2020, 1, 1))
        .path("a.csv")
        .locator("row:" + i)
        .quote("约" + i)
        .flags(i % 4 == 0 ? List.of() : List.of(Flag.QUOTED, Flag.DERIVED))
        .build();
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
    assertThat(warehouse.read(Figure.class, at(Figure.class, 0))).hasSize(40_000);
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
            "run",
            0L);
    warehouse.append(Release.class, release);
    assertThat(warehouse.read(Release.class)).containsExactly(release);
  }

  /** What an earlier build declared as ops.trial. */
  @Table(name = "ops.trial", key = "id")
  record Earlier(@Column(required = true) String id, @Column(required = true) String old) {}

  /** What this one declares. */
  @Table(name = "ops.trial", key = "id")
  record Later(@Column(required = true) String id, List<String> flags, Double rate) {}

  @Table(name = "ops.trial", key = "id")
  record Stricter(@Column(required = true) String id, @Column(required = true) String name) {}

  @Table(name = "ops.trial", key = "id")
  record Other(@Column(required = true) long id) {}

  private static Release at(Class<? extends Record> table, long version) {
    return ReleaseBuilder.builder().tableVersions(Map.of(Schema.of(table).name(), version)).build();
  }

  @Test
  void aTableOfAnEarlierBuildGetsTheColumnsThatItLacks() {
    Warehouse warehouse = new Warehouse(folder.toString(), new Configuration());
    warehouse.replace(Earlier.class, List.of(new Earlier("a", "x")));

    assertThat(warehouse.read(Later.class)).containsExactly(new Later("a", null, null));
    assertThat(warehouse.append(Later.class, new Later("b", List.of("f"), 1.5))).isEqualTo(1);
    List<Later> both = List.of(new Later("a", null, null), new Later("b", List.of("f"), 1.5));
    assertThat(warehouse.read(Later.class)).containsExactlyInAnyOrderElementsOf(both);
    List<Later> replaced = List.of(new Later("c", List.of(), 2.5));
    assertThat(warehouse.replace(Later.class, replaced)).isEqualTo(2);
    assertThat(warehouse.read(Later.class)).containsExactlyElementsOf(replaced);
    assertThat(warehouse.read(Later.class, at(Later.class, 1)))
        .containsExactlyInAnyOrderElementsOf(both);
    assertThat(warehouse.read(Earlier.class, at(Earlier.class, 0)))
        .containsExactly(new Earlier("a", "x"));
    for (int i = 3; i < 13; i++) {
      // The tenth commit brings a checkpoint, from which all is read.
      assertThat(warehouse.append(Later.class, new Later("d" + i, null, 0.5))).isEqualTo(i);
    }
    assertThat(new Warehouse(folder.toString(), new Configuration()).read(Later.class))
        .hasSize(11)
        .contains(new Later("c", List.of(), 2.5), new Later("d12", null, 0.5));
  }

  @Test
  void aTableIsGivenItsColumnsBeforeItHasNewRows() {
    Warehouse warehouse = new Warehouse(folder.toString(), new Configuration());
    warehouse.replace(Earlier.class, List.of(new Earlier("a", "x")));
    warehouse.create(Later.class);
    assertThat(warehouse.version(Later.class)).hasValue(1);
    warehouse.create(Later.class);
    assertThat(warehouse.version(Later.class)).hasValue(1);
    assertThat(warehouse.read(Later.class)).containsExactly(new Later("a", null, null));
  }

  @Test
  void whatCannotBeAddedIsRefusedWithWhatToDo() {
    Warehouse warehouse = new Warehouse(folder.toString(), new Configuration());
    warehouse.replace(Earlier.class, List.of(new Earlier("a", "x")));
    assertThatThrownBy(() -> warehouse.replace(Stricter.class, List.of(new Stricter("a", "n"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "ops.trial was made by an earlier build and has no column name, which must have a"
                + " value in every row. Run into a new --warehouse folder; the old one stays"
                + " readable with the build that made it");
    assertThatThrownBy(() -> warehouse.read(Other.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "ops.trial.id was made by another build as string; here it is long");
    assertThat(warehouse.version(Earlier.class)).hasValue(0);
  }
}
