package org.duibiao.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.sidecar.LandingArea;
import org.duibiao.ingest.sidecar.LandingFile;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.ingest.table.FileRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be read: what is said of each. The path is said by whoever opens it. */
class BadFileTest {

  private static final String HEADER = "城市,指标,年份,数值,单位\n";
  private static final String ROW = "深圳市,医院,2019,145,家\n";

  @TempDir private Path folder;

  private LandingFileReader open(String name, byte[] bytes, String sidecar)
      throws IOException, UnreadableFileException {
    Files.write(folder.resolve(name), bytes);
    Files.writeString(folder.resolve(name + ".yaml"), sidecar);
    LandingFile file =
        LandingArea.scan(folder.toString(), new Configuration()).files().stream()
            .filter(found -> found.path().equals(name))
            .findFirst()
            .orElseThrow();
    return LandingFileReader.open(
        file, Sidecar.parse(file.sidecarPath(), file.sidecar()), new Configuration());
  }

  private String said(String name, byte[] bytes, String sidecar) {
    UnreadableFileException e =
        catchThrowableOfType(UnreadableFileException.class, () -> open(name, bytes, sidecar));
    assertThat(e).as("it is refused").isNotNull();
    return e.reason() + ": " + e.getMessage();
  }

  private String said(String text) {
    return said("a.csv", text.getBytes(StandardCharsets.UTF_8), TestTable.LONG);
  }

  @Test
  void aFileThatIsReadSaysWhatItHolds() throws Exception {
    LandingFileReader reader =
        open("a.csv", (HEADER + ROW + "\n" + ROW).getBytes(StandardCharsets.UTF_8), TestTable.LONG);
    List<FileRecord> rows = new ArrayList<>();
    reader.forEach(rows::add);
    assertThat(rows).extracting(FileRecord::locator).containsExactly("row:2", "row:4");
    assertThat(reader.contents().records()).isEqualTo(2);
    assertThat(reader.contents().values()).isEqualTo(2);
    assertThat(reader.contents().charset()).isEqualTo("UTF-8");
    assertThat(reader.contents().mediaType()).isEqualTo("text/csv");
  }

  @Test
  void columnThatTheFileDoesNotHave() {
    assertThat(said("城市,指标,时间,数值,单位\n" + ROW))
        .isEqualTo(
            "column_missing: layout.columns.period names the column '年份', which the file does not"
                + " have. Its columns are: 城市, 指标, 时间, 数值, 单位. Correct the name in the sidecar, or"
                + " header_rows and skip_rows");
  }

  @Test
  void columnThatTheFileHasTwice() {
    assertThat(said("城市,指标,年份,数值,单位,数值\n" + ROW))
        .isEqualTo(
            "column_ambiguous: layout.columns.value names the column '数值', of which the file has 2."
                + " Its columns are: 城市, 指标, 年份, 数值 #1, 单位, 数值 #2. Correct the name in the sidecar,"
                + " or header_rows and skip_rows");
  }

  @Test
  void unclosedQuote() {
    assertThat(said(HEADER + ROW + "深圳市,\"医院,2018,140,家\n" + ROW))
        .isEqualTo(
            "unclosed_quote: row:3 opens a quotation mark (\") that is never closed: close it, or"
                + " double it if it is part of the text");
  }

  @Test
  void bytesThatAreNoText() {
    assertThat(said("a.csv", new byte[] {'P', 'K', 3, 4, 20, 0, 8, 0}, TestTable.LONG))
        .isEqualTo(
            "unknown_format: the bytes are an archive, but neither a workbook nor a document, or a"
                + " damaged one: publish the file again, or remove it from the landing area");
    assertThat(said("a.csv", new byte[] {'P', 'N', 'G', 0, 1, (byte) 200, 8, 0}, TestTable.LONG))
        .isEqualTo(
            "not_text: the bytes are not text: byte 3 is not UTF-8 and byte 3 is not GB18030. Save"
                + " the file as UTF-8, or remove it from the landing area");
  }

  @Test
  void emptyFile() {
    assertThat(said("a.csv", new byte[0], TestTable.LONG))
        .isEqualTo("empty: the file has no bytes: publish it again, or remove it with its sidecar");
    assertThat(said("\uFEFF"))
        .isEqualTo(
            "empty: the file ends before its 1 header row(s): publish it again, or remove it with"
                + " its sidecar");
  }

  @Test
  void headerOnly() {
    String message =
        "empty: there is no record below the header: publish it again, or remove it with its"
            + " sidecar";
    assertThat(said(HEADER)).isEqualTo(message);
    assertThat(said(HEADER + "\n , ,\n")).isEqualTo(message);
  }

  @Test
  void skippedBeyondTheEnd() {
    String sidecar = TestTable.LONG.replace("kind: long", "kind: long\n  skip_rows: 5");
    assertThat(said("a.csv", (HEADER + ROW).getBytes(StandardCharsets.UTF_8), sidecar))
        .isEqualTo(
            "empty: the file ends before its 1 header row(s): publish it again, or remove it with"
                + " its sidecar");
  }

  @Test
  void wrongCharsetLabel() {
    assertThat(
            said(
                "a.csv",
                (HEADER + ROW).getBytes(StandardCharsets.UTF_8),
                "charset: GBK\n" + TestTable.LONG))
        .isEqualTo(
            "charset_differs: the file is UTF-8, as the bytes say, not GBK, as the sidecar says:"
                + " remove `charset` from the sidecar, it is detected");
  }

  @Test
  void whatIsNoTable() {
    byte[] bytes = (HEADER + ROW).getBytes(StandardCharsets.UTF_8);
    assertThat(said("a.csv", bytes, TestTable.SOURCE))
        .isEqualTo(
            "no_layout: the sidecar has no `layout`, and by its name the file is a table: describe"
                + " its columns under `layout`, or name it .txt if it is running text");
    assertThat(said("a.csv", "%PDF-1.7 x".getBytes(StandardCharsets.UTF_8), TestTable.LONG))
        .isEqualTo(
            "media_type_not_supported: the file is a PDF document, whose tables are not read: leave"
                + " `layout` out if it is running text, or save the table as .xlsx or CSV");
  }
}
