package org.duibiao.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.duibiao.ingest.TestTable;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.sidecar.Sidecar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

  private static final String ONE =
      TestTable.SOURCE + "layout: {kind: long, columns: {value: v}}\n";

  private static List<String> rows(String text, String sidecar) throws UnreadableFileException {
    return TestTable.read(text, sidecar).rows().stream()
        .map(row -> row.locator() + row.cells())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void theLocatorIsTheLineWhereTheRecordStarts(String end) throws Exception {
    String text = String.join(end, "v,w", "1,a", "", "2,\"b", "", "c\"", "   ", ",", "3,d", "");
    assertThat(rows(text, ONE))
        .containsExactly("row:2[1, a]", "row:4[2, b" + end + end + "c]", "row:9[3, d]");
  }

  @Test
  void theLastLineNeedsNoEnd() throws Exception {
    assertThat(rows("v\n1\n2", ONE)).containsExactly("row:2[1]", "row:3[2]");
    assertThat(rows("v\r\n1\r\n2\r\n", ONE)).containsExactly("row:2[1]", "row:3[2]");
  }

  @Test
  void skippedRowsAndHeadersCountAsLines() throws Exception {
    String sidecar =
        TestTable.SOURCE
            + "layout: {kind: long, skip_rows: 2, header_rows: 2, columns: {value: v}}\n";
    assertThat(rows("表一\n\"two\nlines\"\nx,\nv,w\n1,2\n\n3,4\n", sidecar))
        .containsExactly("row:6[1, 2]", "row:8[3, 4]");
  }

  @Test
  void cellsAreKeptUntouched() throws Exception {
    assertThat(TestTable.read("v,w\n 1 ,\"a \"\"b\"\" ,c\"\n", ONE).rows())
        .containsExactly(new FileRecord("row:2", List.of(" 1 ", "a \"b\" ,c")));
  }

  @Test
  void raggedRowsKeepWhatTheyHave() throws Exception {
    assertThat(rows("v,w\n1\n2,a,b,c\n", ONE)).containsExactly("row:2[1]", "row:3[2, a, b, c]");
  }

  @Test
  void whatPartsTheCellsIsSeenFromTheText() {
    assertThat(DelimiterDetector.of("各市情况,单位:家\n市;医院;床位\n甲;1,5;2\n乙;2;\"3;4\"\n")).isEqualTo(';');
    assertThat(DelimiterDetector.of("市\t人口\r\n甲\t1,063\r\n乙\t998\r\n")).isEqualTo('\t');
    assertThat(DelimiterDetector.of("市|医院\n甲|1\n")).isEqualTo('|');
    assertThat(DelimiterDetector.of("市,医院|所\n甲,1\n")).isEqualTo(',');
    assertThat(DelimiterDetector.of("一列\n甲\n")).isEqualTo(',');
    assertThat(DelimiterDetector.of("")).isEqualTo(',');
  }

  @Test
  void tabsPartTheCells() throws Exception {
    Sidecar sidecar = Sidecar.parse("a.tsv.yaml", ONE.getBytes(StandardCharsets.UTF_8));
    byte[] bytes = "v\tw\n1,5\t2\n".getBytes(StandardCharsets.UTF_8);
    CsvReader reader = new CsvReader(() -> new ByteArrayInputStream(bytes), sidecar.layout(), null);
    List<FileRecord> rows = new ArrayList<>();
    reader.check();
    reader.records(rows::add);
    assertThat(rows).containsExactly(new FileRecord("row:2", List.of("1,5", "2")));
  }

  @Test
  void upperHeadersAreRepeatedToTheRight() {
    assertThat(
            CsvReader.columns(
                List.of(
                    List.of("地区", "常住人口(人)", "", "65岁以上", " "),
                    List.of("", "2010", "2020", "2010", "2020", "2022")),
                List.of()))
        .containsExactly(
            "地区",
            "常住人口(人) › 2010",
            "常住人口(人) › 2020",
            "65岁以上 › 2010",
            "65岁以上 › 2020",
            "65岁以上 › 2022");
    assertThat(CsvReader.columns(List.of(List.of("", "a", ""), List.of("x", "", "y")), List.of()))
        .containsExactly("x", "a", "a › y");
    assertThat(
            CsvReader.columns(
                List.of(
                    List.of("a", "", "b", ""),
                    List.of("c", "", "", "d"),
                    List.of("1", "2", "3", "4")),
                List.of()))
        .containsExactly("a › c › 1", "a › c › 2", "b › c › 3", "b › d › 4");
  }

  @Test
  void columnsOfOneNameAreNumbered() {
    assertThat(CsvReader.columns(List.of(List.of("a", "v", "v", "b", "v")), List.of()))
        .containsExactly("a", "v #1", "v #2", "b", "v #3");
    assertThat(CsvReader.columns(List.of(List.of("v", "v #1", "v", "v #2")), List.of()))
        .containsExactly("v #3", "v #1", "v #4", "v #2");
    assertThat(CsvReader.columns(List.of(List.of("", "column 1", "")), List.of()))
        .containsExactly("column 1 #1", "column 1 #2", "column 3");
  }

  @Test
  void namesOfColumnsAreUniqueWhateverTheHeader() {
    Random random = new Random(5);
    String[] words = {
      "", "v", "v #1", "v #2", "column 1", "column 2", "column 1 #1", " v", "a › b"
    };
    for (int round = 0; round < 2_000; round++) {
      List<List<String>> headers = new ArrayList<>();
      for (int row = 0; row <= random.nextInt(3); row++) {
        List<String> header = new ArrayList<>();
        for (int i = 0; i < random.nextInt(12); i++) {
          header.add(words[random.nextInt(words.length)]);
        }
        headers.add(header);
      }
      assertThat(CsvReader.columns(headers, List.of())).as("%s", headers).doesNotHaveDuplicates();
    }
  }

  @Test
  void anUnclosedQuoteIsNamedByTheRowThatOpensIt() {
    assertThatThrownBy(() -> rows("v,w\n1,a\n2,\"b\n3,c\n4,d\n", ONE))
        .isInstanceOfSatisfying(
            UnreadableFileException.class, e -> assertThat(e.reason()).isEqualTo("unclosed_quote"))
        .hasMessage(
            "row:3 opens a quotation mark (\") that is never closed: close it, or double it if it"
                + " is part of the text");
    assertThatThrownBy(() -> rows("v,\"w\n1,a\n", ONE))
        .hasMessage(
            "row:1 opens a quotation mark (\") that is never closed: close it, or double it if it"
                + " is part of the text");
  }

  @Test
  void textBehindAClosedQuoteIsMalformed() {
    assertThatThrownBy(() -> rows("v,w\n1,a\n2,\"b\"c\n3,d\n", ONE))
        .isInstanceOfSatisfying(
            UnreadableFileException.class, e -> assertThat(e.reason()).isEqualTo("malformed_csv"))
        .hasMessageStartingWith("row:3 is not a CSV record (")
        .hasMessageEndingWith("): put the whole cell in quotation marks and double those inside");
  }

  @Test
  void nothingIsPassedOnOfAFileThatIsMalformedAtItsEnd() {
    assertThatThrownBy(() -> TestTable.read("v\n1\n2\n\"3", ONE))
        .isInstanceOf(UnreadableFileException.class);
  }

  @Test
  void valuesAreCountedInEveryValuePosition() throws Exception {
    String wide = TestTable.SOURCE + "layout: {kind: wide, columns: {city: c}, across: period}\n";
    TestTable table = TestTable.read("c,2018,2019,2020\na,1,,3\nb\n\n,,,\nd,1,2,3,4\n", wide);
    assertThat(table.rows()).hasSize(3);
    assertThat(table.valuesFound()).isEqualTo(9);
  }

  /** Random tables, printed and read back: every cell, and the line that each record starts on. */
  @Test
  void whatIsPrintedIsReadBack() throws Exception {
    Random random = new Random(17);
    String[] cells = {
      "", "1", "深圳", "a b", " x", "\"", "\"\"", ",", "\n", "\r\n", "a\nb", "💉", "'", "#", "\\"
    };
    String[] ends = {"\n", "\r\n"};
    for (int round = 0; round < 1_000; round++) {
      String end = ends[random.nextInt(2)];
      StringBuilder text = new StringBuilder("v").append(end);
      List<String> expected = new ArrayList<>();
      int line = 2;
      for (int row = 0; row < 1 + random.nextInt(6); row++) {
        List<String> record = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
          record.add(cells[random.nextInt(cells.length)]);
        }
        StringBuilder printed = new StringBuilder();
        for (int i = 0; i < record.size(); i++) {
          String cell = record.get(i);
          boolean quoted = cell.matches("(?s).*[\",\r\n].*") || random.nextInt(3) == 0;
          printed
              .append(i == 0 ? "" : ",")
              .append(quoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
        }
        String body = printed.toString();
        if (!record.stream().allMatch(String::isBlank)) {
          expected.add("row:" + line + record);
        }
        text.append(body).append(end);
        line += 1 + body.replace("\r\n", "\n").replaceAll("[^\n]", "").length();
      }
      if (!expected.isEmpty()) {
        assertThat(rows(text.toString(), ONE)).as("%s", text).isEqualTo(expected);
      }
    }
  }

  @Test
  void aLongFileKeepsItsLines() throws Exception {
    StringBuilder text = new StringBuilder("v,w\r\n");
    String[] expected = new String[30_000];
    int line = 2;
    for (int i = 0; i < expected.length; i++) {
      boolean twoLines = i % 7 == 0;
      text.append(i).append(twoLines ? ",\"中\r\n文\"\r\n" : ",中文\r\n");
      expected[i] = "row:" + line;
      line += twoLines ? 2 : 1;
    }
    assertThat(TestTable.read(text.toString(), ONE).rows().stream().map(FileRecord::locator))
        .containsExactlyElementsOf(Arrays.asList(expected));
  }
}
