package org.duibiao.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.duibiao.ingest.TestBook;
import org.duibiao.ingest.TestTable;
import org.duibiao.ingest.file.UnreadableFileException;
import org.junit.jupiter.api.Test;

class GridReaderTest {

  private static final String WIDE = TestTable.SOURCE + "layout:\n  kind: wide\n";

  private static TestTable read(byte[] bytes, String sidecar) {
    try {
      return TestTable.read("a/b.xls", bytes, sidecar);
    } catch (UnreadableFileException e) {
      throw new AssertionError(e.reason() + ": " + e.getMessage(), e);
    }
  }

  private static String said(byte[] bytes, String sidecar) {
    try {
      TestTable.read("a/b.xls", bytes, sidecar);
    } catch (UnreadableFileException e) {
      return e.reason() + ": " + e.getMessage();
    }
    throw new AssertionError("it was read");
  }

  private static List<String> rows(TestTable table) {
    return table.rows().stream().map(row -> row.locator() + row.cells()).toList();
  }

  private static List<String> values(TestTable table) {
    return table.mapping().values().stream().map(v -> v.name() + v.meaning()).toList();
  }

  private static TestBook yearbook() {
    return new TestBook()
        .sheet("说明")
        .row("见下表")
        .sheet("表1")
        .row("各市卫生机构")
        .row("单位:个")
        .row("地区", "医院", "", "床位(张)", "")
        .row("", "2023年", "2024年", "2023年", "2024年")
        .row("泰安市", "80", "82", "'1 063", "35500.1")
        .row()
        .row("日照市", "", "50", "'—", "0.30000000000000004")
        .row("注:含部队医院。")
        .row("资料来源:统计局")
        .merge("A1:E1")
        .merge("A3:A4")
        .merge("B3:C3")
        .merge("D3:E3");
  }

  private static final String YEARBOOK =
      WIDE
          + "  sheet: 表1\n  skip_rows: 2\n  header_rows: 2\n  columns: {city: 地区}\n"
          + "  across: [indicator, period]\n";

  @Test
  void aSheetWithTitlesMergedHeadersAndFootnotes() {
    for (byte[] bytes : List.of(yearbook().xlsx(), yearbook().xls())) {
      TestTable table = read(bytes, YEARBOOK);
      assertThat(values(table))
          .containsExactly(
              "医院 › 2023年{INDICATOR=医院, PERIOD=2023年}",
              "医院 › 2024年{INDICATOR=医院, PERIOD=2024年}",
              "床位(张) › 2023年{INDICATOR=床位(张), PERIOD=2023年}",
              "床位(张) › 2024年{INDICATOR=床位(张), PERIOD=2024年}");
      assertThat(rows(table))
          .containsExactly(
              "sheet:表1!5[泰安市, 80, 82, 1 063, 35500.1]", "sheet:表1!7[日照市, , 50, —, 0.3]");
      assertThat(table.valuesFound()).isEqualTo(8);
      assertThat(table.rows().get(1).locator(2)).isEqualTo("sheet:表1!C7");
      assertThat(table.charset()).isNull();
    }
  }

  @Test
  void sheetsByNumberToo() {
    assertThat(rows(read(yearbook().xlsx(), YEARBOOK.replace("sheet: 表1", "sheet: 2")))).hasSize(2);
    assertThat(said(yearbook().xls(), YEARBOOK.replace("sheet: 表1", "sheet: 表2")))
        .isEqualTo(
            "sheet_missing: layout.sheet names '表2', which the file does not have. It has:"
                + " sheet:说明, sheet:表1. Correct the name in the sidecar");
  }

  @Test
  void datesPercentagesAndPrintedUnits() {
    TestBook book =
        new TestBook()
            .sheet("a")
            .row("城市", "日期", "值")
            .row("泰安市", "43646|yyyy-m-d", "0.123|0.0%")
            .row("泰安市", "43646|yyyy\"年\"m\"月\"", "12|0\"万人\"")
            .row("泰安市", "2019|0\"年\"", "1.25E-2")
            .row("泰安市", "43646|[$-804]yyyy\"年\"", "1234567.0|#,##0.00_ ;[Red]-#,##0");
    String sidecar =
        TestTable.SOURCE + "layout: {kind: long, columns: {city: 城市, period: 日期, value: 值}}\n";
    for (byte[] bytes : List.of(book.xlsx(), book.xls())) {
      assertThat(rows(read(bytes, sidecar)))
          .containsExactly(
              "sheet:a!2[泰安市, 2019-06-30, 12.3%]",
              "sheet:a!3[泰安市, 2019年6月, 12万人]",
              "sheet:a!4[泰安市, 2019年, 0.0125]",
              "sheet:a!5[泰安市, 2019年, 1234567]");
    }
  }

  @Test
  void aCellMergedDownwardsSpeaksForItsRows() {
    TestBook book =
        new TestBook()
            .sheet("a")
            .row("城市", "年份", "医院")
            .row("泰安市", "2019", "1")
            .row("", "2020", "2")
            .row("日照市", "2020", "3")
            .row("", "2021", "")
            .row("", "2022", "5")
            .merge("A2:A3")
            .merge("A4:A6")
            .merge("C4:C5");
    String sidecar = WIDE + "  columns: {city: 城市, period: 年份}\n  across: indicator\n";
    assertThat(rows(read(book.xlsx(), sidecar)))
        .containsExactly(
            "sheet:a!2[泰安市, 2019, 1]",
            "sheet:a!3[泰安市, 2020, 2]",
            "sheet:a!4[日照市, 2020, 3]",
            "sheet:a!5[日照市, 2021]",
            "sheet:a!6[日照市, 2022, 5]");
  }

  @Test
  void severalTablesOfOneSheet() {
    TestBook book =
        new TestBook()
            .sheet("a")
            .row("城市", "医院", "", "年份", "床位")
            .row("泰安市", "1", "", "2020", "7")
            .row("日照市", "2", "", "2021", "8")
            .row("共计", "3")
            .row("城市", "医生")
            .row("泰安市", "4");
    String sidecar =
        TestTable.SOURCE
            + """
            layout:
              - {kind: wide, range: "A1:B3", columns: {city: 城市}, across: indicator}
              - {kind: wide, range: "D1:E", columns: {period: 年份}, across: indicator}
              - {kind: wide, range: "A5:B9", columns: {city: 城市}, across: indicator}
            """;
    TestTable table = read(book.xls(), sidecar);
    assertThat(rows(table))
        .containsExactly(
            "sheet:a!2[泰安市, 1]",
            "sheet:a!3[日照市, 2]",
            "sheet:a!2[, , , 2020, 7]",
            "sheet:a!3[, , , 2021, 8]",
            "sheet:a!6[泰安市, 4]");
    assertThat(table.rows().stream().map(FileRecord::part)).containsExactly(0, 0, 1, 1, 2);
    assertThat(table.valuesFound()).isEqualTo(5);
    assertThat(table.mappings().columns())
        .containsExactly(
            "(1) 城市", "(1) 医院", "(2) ∅A", "(2) ∅B", "(2) ∅C", "(2) 年份", "(2) 床位", "(3) 城市",
            "(3) 医生");
    assertThat(table.mappings().part("(2) 年份")).isEqualTo(1);
    try {
      ColumnMappings again =
          ColumnMappings.of(table.sidecar().layouts(), table.mappings().columns());
      assertThat(again.columns()).isEqualTo(table.mappings().columns());
      assertThat(again.part(1).values()).isEqualTo(table.mappings().part(1).values());
    } catch (UnreadableFileException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void pagesByContentWhateverTheirName() {
    String page =
        """
        <html><meta charset=utf-8><h1>表</h1><table><tr><td>导航</table>
        <table><tr><th rowspan=2>地区<th colspan=2>医院(个)
        <tr><th>2023年<th>2024年
        <tr><td rowspan="2">泰安市</td><td>1&nbsp;063<sup>①</sup></td><td>7</td></tr>
        <tr><td>10<sup>4</sup></td><td>8</td></tr>
        <tr><td colspan=99999>注:略</td></tr></table>\
        """;
    String sidecar =
        WIDE
            + "  table: 2\n"
            + "  header_rows: 2\n"
            + "  columns: {city: 地区}\n"
            + "  across: [indicator, period]\n";
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      TestTable table = read(page.getBytes(charset), sidecar);
      assertThat(values(table))
          .containsExactly(
              "医院(个) › 2023年{INDICATOR=医院(个), PERIOD=2023年}",
              "医院(个) › 2024年{INDICATOR=医院(个), PERIOD=2024年}");
      assertThat(rows(table))
          .containsExactly("table:2!3[泰安市, 1\u00a0063, 7]", "table:2!4[泰安市, 10^4, 8]");
      assertThat(table.charset()).isEqualTo(charset.name());
    }
  }

  @Test
  void spansAreCapped() {
    String bomb = "<table><tr>" + "<td rowspan=65000 colspan=1000>1".repeat(40) + "</table>";
    assertThat(said(bomb.getBytes(StandardCharsets.UTF_8), WIDE + "  across: indicator\n"))
        .isEqualTo(
            "too_large: table:1 has more cells than a table has, in row 1: that is too much to"
                + " read; split the file, or save the table as CSV");
  }

  @Test
  void nothingBelowTheHeader() {
    byte[] book = new TestBook().sheet("a").row("城市", "医院").row("注:无", "").xlsx();
    assertThat(said(book, WIDE + "  columns: {city: 城市}\n  across: indicator\n"))
        .isEqualTo(
            "empty: sheet:a has no value below row 1: check `range`, `skip_rows`, `header_rows` and"
                + " `columns`");
  }
}
