package org.duibiao.normalize.describe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables as databases export them, and as people keep them on their own. */
class ExportedTableTest {

  private static List<String> figures(String path, String... lines) {
    return SidecarDrafterTest.figures(path, String.join("\n", lines).getBytes(UTF_8));
  }

  @Test
  void aCountyOfAnotherProvinceIsNoPartOfTheCity() {
    assertThat(
            figures(
                "上海市.csv",
                "黑龙江省、上海市2030年主要指标,,,",
                "指标,单位,奉贤区,呼玛县",
                "医院数,家,21,31",
                "床位数,张,2100,3100"))
        .containsExactly(
            "310000 hospitals 21 2030-12-31 district:奉贤区 row:3",
            "310000 beds 2100 2030-12-31 district:奉贤区 row:4");
  }
}
