package org.duibiao.normalize.describe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.duibiao.ingest.TestBook;
import org.junit.jupiter.api.Test;

/** Tables as databases export them, and as people keep them on their own. */
class ExportedTableTest {

  private static List<String> figures(String path, String... lines) {
    return SidecarDrafterTest.figures(path, String.join("\n", lines).getBytes(UTF_8));
  }

  @Test
  void aTitleLineSaysWhatIsCounted() {
    assertThat(
            figures(
                "医院数.csv",
                "数据库：分省年度数据,,",
                "指标：医疗卫生机构床位数(万张),,",
                "时间：最近2年,,",
                "地区,2031年,2030年",
                "山东省,71.5,70",
                "浙江省,,33"))
        .as("the name of the file does not count against it")
        .containsExactly(
            "370000 beds 715000 2031-12-31 city row:5",
            "370000 beds 700000 2030-12-31 city row:5",
            "330000 beds 330000 2030-12-31 city row:6");
    assertThat(figures("床位数.csv", "指标：病区数(万个),", "地区,2031年,2030年", "山东省,2,3", "浙江省,2,3"))
        .as("what is counted is said, but not known")
        .isEmpty();
  }

  @Test
  void aDatabaseOfTheNation() {
    assertThat(figures("a.csv", "数据库：年度数据,,", "指标,2031年,2030年", "男性人口(万人),700,690", "城镇人口(万人),8,7"))
        .containsExactly(
            "000000 male_population 7000000 2031-12-31 city row:3",
            "000000 male_population 6900000 2030-12-31 city row:3",
            "000000 urban_population 80000 2031-12-31 city row:4",
            "000000 urban_population 70000 2030-12-31 city row:4");
    assertThat(figures("a.csv", "数据库：分省年度数据,,", "指标,2031年,2030年", "男性人口(万人),700,690")).isEmpty();
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

  @Test
  void seriesDescribedByTheRowsAboveThem() {
    assertThat(
            figures(
                "a.csv",
                "指标名称,卫生机构床位数:济南,出生人口:山东:青岛,常住人口:中国:烟台,病区数:烟台",
                "频率,年,年,年,年",
                "单位,张,万人,,个",
                "来源,甲,甲,甲,甲",
                "指标ID,S1234,S1235,S1236,S1237",
                "2030-12-31,61000,5.5,700,3",
                "2031-12-31,62000,,710,4"))
        .as("a unit that is not printed is not that of the column beside")
        .containsExactly(
            "370100 beds 61000 2030-12-31 city row:6",
            "370200 births 55000 2030-12-31 city row:6",
            "370100 beds 62000 2031-12-31 city row:7");
    TestBook book =
        new TestBook()
            .sheet("My Series")
            .row("", "Number of Beds", "Permanent population")
            .row("Region", "China", "China")
            .row("Subnational", "Jinan", "Qingdao")
            .row("Frequency", "Annual", "Annual")
            .row("Unit", "Bed", "Person th")
            .row("Series ID", "'3701", "'3702")
            .row("12/2030", "61000", "10100.5")
            .row("12/2031", "62000", "10200");
    assertThat(SidecarDrafterTest.figures("a/b.xlsx", book.xlsx()))
        .containsExactly(
            "370100 beds 61000 2030-12-31 city sheet:My Series!B7",
            "370200 permanent_population 10100500 2030-12-31 city sheet:My Series!C7",
            "370100 beds 62000 2031-12-31 city sheet:My Series!B8",
            "370200 permanent_population 10200000 2031-12-31 city sheet:My Series!C8");
  }
}
