package org.duibiao.normalize.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.duibiao.ingest.TestTable;
import org.duibiao.model.code.FindingKind;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.normalize.reading.FileFinding;
import org.duibiao.tables.Reading;
import org.junit.jupiter.api.Test;

/**
 * What is wrong with single values: each says the file, the place, the value, and what to do. The
 * rest of the file is read.
 */
class BadValueTest {

  private static final String GOOD = "青岛市,医院,2019年末,382,家";

  /** The first of two rows is wrong; returns what is said of it. */
  private static String said(String row) {
    return said(NormalizedTable.rows(row, GOOD));
  }

  private static String said(NormalizedTable table) {
    assertThat(table.readings()).hasSize(2);
    assertThat(table.readings().get(1).kind()).isEqualTo(ReadingKind.OBSERVATION);
    Reading wrong = table.readings().get(0);
    assertThat(wrong.kind()).isNotEqualTo(ReadingKind.OBSERVATION);
    return wrong.path()
        + " "
        + wrong.locator()
        + (wrong.field() == null ? "" : " " + wrong.field())
        + " '"
        + wrong.quote()
        + "' "
        + (wrong.kind() == ReadingKind.REJECT
            ? wrong.reason() + "/" + wrong.disposition().id()
            : "missing " + wrong.missing())
        + ": "
        + wrong.detail();
  }

  @Test
  void unknownCity() {
    assertThat(said("深川市,医院,2019年末,145,家"))
        .isEqualTo(
            "a/b.csv row:2 '145' missing [city]: the catalogue knows no area '深川市': correct it, or"
                + " add it to areas.csv");
  }

  @Test
  void noCity() {
    assertThat(said(",医院,2019年末,145,家"))
        .isEqualTo(
            "a/b.csv row:2 '145' missing [city]: no city is given: map a column to `city`, or set"
                + " `city` in the sidecar");
  }

  @Test
  void unitThatContradictsTheIndicator() {
    assertThat(said("深圳市,医院,2019年末,145,张"))
        .isEqualTo(
            "a/b.csv row:2 '145' unit_contradicts_indicator/rejected: hospitals is counted in 家"
                + " (hospital), the file says '张': correct the unit or the indicator");
    assertThat(said("深圳市,医院,2019年末,145张,"))
        .isEqualTo(
            "a/b.csv row:2 '145张' unit_contradicts_indicator/rejected: hospitals is counted in 家"
                + " (hospital), the file says '张': correct the unit or the indicator");
    assertThat(said("深圳市,地区生产总值增速,2019年,6.7,亿元"))
        .isEqualTo(
            "a/b.csv row:2 '6.7' unit_contradicts_indicator/rejected: the change_rate of"
                + " gross_domestic_product is counted in % (percent), the file says '元': correct"
                + " the unit or the indicator");
  }

  @Test
  void yearThatIsNone() {
    assertThat(said("深圳市,医院,20l9年,145,家"))
        .isEqualTo(
            "a/b.csv row:2 '145' unreadable_period/rejected: '20l9年' is not a period: write it like"
                + " 2019, 2019年末, 2019年上半年 or 2019-06-30");
    assertThat(said("深圳市,医院,2190,145,家"))
        .isEqualTo(
            "a/b.csv row:2 '145' unreadable_period/rejected: '2190' names no year from 1900 to"
                + " 2100: correct it");
    assertThat(said("深圳市,医院,2019年2月30日,145,家"))
        .isEqualTo(
            "a/b.csv row:2 '145' unreadable_period/rejected: '2019年2月30日' is not a"
                + " calendar date: correct it");
  }

  @Test
  void noYear() {
    assertThat(said("深圳市,医院,,145,家"))
        .isEqualTo(
            "a/b.csv row:2 '145' missing [period]: no period is given: map a column to `period`, or"
                + " set it under `constants`");
  }

  @Test
  void noUnit() {
    assertThat(said("深圳市,医院,2019,145,"))
        .isEqualTo(
            "a/b.csv row:2 '145' missing [unit]: no unit is given: map a column to `unit`, write it"
                + " in the header like 床位(张), or set it under `constants`");
    assertThat(said("深圳市,医院,2019,145,瓶"))
        .isEqualTo(
            "a/b.csv row:2 '145' missing [unit]: the catalogue knows no unit '瓶': correct it, or"
                + " add it to units.yaml");
    assertThat(said("深圳市,常住人口,2019,1343.88,万"))
        .isEqualTo(
            "a/b.csv row:2 '1343.88' missing [unit]: the unit is only a multiplier (10000): say"
                + " what is counted, such as 万人");
  }

  @Test
  void severalThingsMissingAreAllSaid() {
    assertThat(said("深川市,医院,,145,"))
        .isEqualTo(
            "a/b.csv row:2 '145' missing [city, period, unit]: the catalogue knows no area '深川市':"
                + " correct it, or add it to areas.csv; no period is given: map a column to"
                + " `period`, or set it under `constants`; no unit is given: map a column to"
                + " `unit`, write it in the header like 床位(张), or set it under `constants`");
  }

  @Test
  void scaledTwice() {
    assertThat(said("深圳市,常住人口,2019,1.2万,万人"))
        .isEqualTo(
            "a/b.csv row:2 '1.2万' scaled_twice/rejected: the cell has a multiplier of its own and"
                + " its unit has one too (10000): correct the unit or the cell");
    assertThat(said("深圳市,次均门诊费用,2019,1.2万,万元/人次"))
        .isEqualTo(
            "a/b.csv row:2 '1.2万' scaled_twice/rejected: the cell has a multiplier of its own and"
                + " its unit has one too (10000): correct the unit or the cell");
  }

  @Test
  void unitsOfCellAndColumnContradict() {
    assertThat(said("深圳市,常住人口,2019,12000人,万人"))
        .isEqualTo(
            "a/b.csv row:2 '12000人' units_contradict/rejected: the cell says '人' but its column a"
                + " multiple of it: correct the unit or the cell");
    assertThat(said("深圳市,婴儿死亡率,2019,0.5%,‰"))
        .isEqualTo(
            "a/b.csv row:2 '0.5%' units_contradict/rejected: the cell says '%' but its column '‰':"
                + " correct the unit or the cell");
    assertThat(said("深圳市,医院,2019,145家,张"))
        .isEqualTo(
            "a/b.csv row:2 '145家' units_contradict/rejected: the cell says '家' but its column '张':"
                + " correct the unit or the cell");
  }

  @Test
  void tooManyCells() {
    assertThat(said("深圳市,医院,2019,1,145,家"))
        .isEqualTo(
            "a/b.csv row:2 '1' too_many_cells/rejected: the row has 6 cells under 5 columns: put"
                + " cells that hold a separator in quotation marks");
  }

  @Test
  void unknownNature() {
    assertThat(
            said(
                NormalizedTable.of(
                    TestTable.LONG.replace("unit: 单位", "unit: 单位, nature: 性质"),
                    "城市,指标,年份,数值,单位,性质",
                    "深圳市,医院,2019,145,家,大约吧",
                    GOOD + ",实际")))
        .isEqualTo(
            "a/b.csv row:2 '145' unknown_nature/rejected: the catalogue does not know the nature"
                + " '大约吧': add it to natures.yaml, or correct it");
  }

  @Test
  void unreadableSourceOfARow() {
    String sidecar = TestTable.LONG.replace("unit: 单位", "unit: 单位, published: 发布日期, class: 类别");
    String header = "城市,指标,年份,数值,单位,发布日期,类别";
    assertThat(
            said(
                NormalizedTable.of(
                    sidecar, header, "深圳市,医院,2019,145,家,2020年4月15日,", GOOD + ",2020-04-15,")))
        .isEqualTo(
            "a/b.csv row:2 '145' unreadable_source/rejected: published '2020年4月15日' is not a date"
                + " like 2024-04-28, nor a month or a year: correct it, or write unknown");
    assertThat(
            said(
                NormalizedTable.of(
                    sidecar,
                    header,
                    "深圳市,医院,2019,145,家,2020-04-15,公报",
                    GOOD + ",unknown,bulletin")))
        .isEqualTo(
            "a/b.csv row:2 '145' unreadable_source/rejected: class '公报' is none of census,"
                + " yearbook, bulletin, report, news, unverified: correct it");
  }

  @Test
  void unreadableNumber() {
    assertThat(said("深圳市,医院,2019,1,06,家")).startsWith("a/b.csv row:2 '1' too_many_cells/rejected");
    assertThat(said("深圳市,医院,2019,\"1,06,3\",家"))
        .isEqualTo(
            "a/b.csv row:2 '1,06,3' malformed_separators/rejected: \"1,06,3\": 1,063,540 and"
                + " 1063540 would be read");
    assertThat(said("深圳市,医院,2019,—,家"))
        .isEqualTo("a/b.csv row:2 '—' missing_value/ignored: the cell says that there is no value");
  }

  @Test
  void figureThatDoesNotFit() {
    assertThat(said("深圳市,地区生产总值,2019,99999999999999,亿元"))
        .isEqualTo(
            "a/b.csv row:2 '99999999999999' out_of_range/rejected: the figure has more than 16"
                + " digits before or 12 after the point: correct the figure or its unit");
    assertThat(said("深圳市,婴儿死亡率,2019,0.1234567890123,‰"))
        .isEqualTo(
            "a/b.csv row:2 '0.1234567890123' out_of_range/rejected: the figure has more than 16"
                + " digits before or 12 after the point: correct the figure or its unit");
  }

  @Test
  void rowsThatContradictEachOther() {
    NormalizedTable table =
        NormalizedTable.rows("深圳市,医院,2019年末,145,家", GOOD, "深圳市,医院,2019-12-31,144,个");
    assertThat(table.readings()).allMatch(reading -> reading.kind() == ReadingKind.OBSERVATION);
    assertThat(table.doubts())
        .extracting(FileFinding::kind, FileFinding::detail)
        .containsExactly(
            tuple(
                FindingKind.ROWS_CONTRADICT,
                "a/b.csv: row:2 says '145' and row:4 says '144' of the same figure (440300"
                    + " hospitals 2019-12-31): remove the wrong one, or tell them apart by scope,"
                    + " basis or nature"));
    assertThat(table.doubts().get(0).otherId()).isEqualTo(table.readings().get(0).observationId());
  }

  @Test
  void columnsThatContradictEachOtherAreNamed() {
    NormalizedTable table =
        NormalizedTable.of(
            TestTable.SOURCE
                + "layout: {kind: wide, columns: {city: 城市}, across: period, constants: {indicator:"
                + " 医院, unit: 家}}\n",
            "城市,2019年,2019年末",
            "深圳市,145,144");
    assertThat(table.doubts())
        .extracting(FileFinding::detail)
        .containsExactly(
            "a/b.csv: row:2, column '2019年' says '145' and row:2, column '2019年末' says '144' of the"
                + " same figure (440300 hospitals 2019-12-31): remove the wrong one, or tell them"
                + " apart by scope, basis or nature");
  }

  @Test
  void implausibleFigure() {
    NormalizedTable table = NormalizedTable.rows("深圳市,医院,2019年末,145000,家");
    assertThat(table.doubts())
        .extracting(FileFinding::kind, FileFinding::detail)
        .containsExactly(
            tuple(
                FindingKind.IMPLAUSIBLE,
                "a/b.csv: row:2 says '145000', which is not plausible for hospitals of one city (0"
                    + " to 3000): check the unit"));
  }

  @Test
  void aFigureOfADayAfterItsPublicationIsKeptButDoubted() {
    // The table is published on 2024-04-28.
    NormalizedTable table =
        NormalizedTable.rows(
            "深圳市,医院,2024年末,145,家",
            "深圳市,医院,2024年4月,144,家",
            "深圳市,医院,2023年末,143,家",
            "深圳市,居民健康素养水平,2024年,40.1,%");
    assertThat(table.readings())
        .extracting(reading -> reading.flags().contains(Flag.DOUBTED))
        .as("not a month that has begun, nor a survey of the year")
        .containsExactly(true, false, false, false);
    assertThat(table.doubts())
        .extracting(FileFinding::kind, FileFinding::detail)
        .containsExactly(
            tuple(
                FindingKind.AFTER_PUBLICATION,
                "a/b.csv: row:2 says '145' of hospitals as it was on 2024-12-31, which is after its"
                    + " publication on 2024-04-28: it is not used; correct the period, the status"
                    + " or `published`"));
  }

  @Test
  void wideTablesNameTheColumn() {
    assertThat(
            said(
                NormalizedTable.of(
                    TestTable.SOURCE
                        + "layout: {kind: wide, columns: {city: 城市}, across: period, constants:"
                        + " {indicator: 医院, unit: 家}}\n",
                    "城市,20l9年,2019年末",
                    "深圳市,145,144")))
        .isEqualTo(
            "a/b.csv row:2 20l9年 '145' unreadable_period/rejected: '20l9年' is not a period: write"
                + " it like 2019, 2019年末, 2019年上半年 or 2019-06-30");
  }
}
