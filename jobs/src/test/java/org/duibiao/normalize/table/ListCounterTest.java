package org.duibiao.normalize.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.duibiao.ingest.TestTable;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.ReadingMethod;
import org.duibiao.tables.Reading;
import org.junit.jupiter.api.Test;

class ListCounterTest {

  private static final String LIST =
      TestTable.SOURCE
          + "layout:\n  kind: list\n  columns: {name: 名称, city: 地址, grade: 等级}\n"
          + "  constants: {indicator: 医院}\n";

  private static List<String> counts(String sidecar, String... rows) {
    return NormalizedTable.of(sidecar, "名称,地址,等级", rows).readings().stream()
        .map(
            r ->
                r.kind().id()
                    + " "
                    + r.cityCode()
                    + " "
                    + (r.indicator() == null ? r.term() : r.indicator())
                    + " "
                    + r.value().toPlainString()
                    + " "
                    + r.locator()
                    + " "
                    + r.missing())
        .toList();
  }

  @Test
  void countsByCityAndGrade() {
    assertThat(
            counts(
                LIST,
                "甲院,山东省淄博市张店区共青团路1号,三级甲等",
                "乙院,北京市朝阳区光华路2号,三级甲等",
                "丙院,淄博市淄川区,三级乙等",
                "甲院,山东淄博张店区共青团路1号,三级甲等",
                "丁院,朝阳区光华路9号,三级乙等",
                "戊院,江苏南京鼓楼区中山路,待评"))
        .containsExactly(
            "observation 110000 grade_a_tertiary_hospitals 1 row:3 null",
            "observation 110000 hospitals 1 row:3 null",
            "observation 110000 tertiary_hospitals 1 row:3 null",
            "observation 320100 hospitals 1 row:7 null",
            "candidate 320100 待评 1 row:7 [indicator]",
            "observation 370300 grade_a_tertiary_hospitals 1 row:2,5 null",
            "observation 370300 hospitals 2 row:2,4-5 null",
            "observation 370300 tertiary_hospitals 2 row:2,4-5 null",
            "candidate null hospitals 1 row:6 [city]",
            "candidate null tertiary_hospitals 1 row:6 [city]");
  }

  @Test
  void aListOfOneGradeSaysNothingOfWiderOnes() {
    List<Reading> readings =
        NormalizedTable.of(
                LIST.replace("constants: {indicator: 医院}", "constants: {indicator: 三级甲等医院}"),
                "名称,地址,等级",
                "甲院,山东省淄博市张店区,三级甲等")
            .readings();
    assertThat(readings).hasSize(1);
    Reading count = readings.get(0);
    assertThat(count.indicator()).isEqualTo("grade_a_tertiary_hospitals");
    assertThat(count.method()).isEqualTo(ReadingMethod.COUNT);
    assertThat(count.flags()).containsExactly(Flag.DATE_INFERRED, Flag.DERIVED);
    assertThat(count.periodEnd()).hasToString("2024-04-28");
    assertThat(count.quote()).isEqualTo("甲院");
    assertThat(count.isDerived()).isTrue();
  }

  @Test
  void rowsInOneText() {
    assertThat(ListCounter.locator(List.of("row:9", "row:2", "row:3", "row:4", "row:2")))
        .isEqualTo("row:2-4,9");
    assertThat(ListCounter.locator(List.of("sheet:表1!2", "sheet:表2!3", "sheet:表1!4")))
        .isEqualTo("sheet:表1!2,4;sheet:表2!3");
  }
}
