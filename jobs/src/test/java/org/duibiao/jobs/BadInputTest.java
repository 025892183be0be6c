package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.duibiao.jobs.context.Console;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.tables.IndicatorValue;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.Run;
import org.duibiao.tables.SourceFile;
import org.duibiao.warehouse.Warehouse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that can be wrong with an input, all in one landing area: the batch goes on, and the
 * run says what was wrong and what to do.
 */
@Tag("spark")
class BadInputTest {

  private static final String LAYOUT =
      """
      layout:
        kind: long
        columns: {city: 城市, indicator: 指标, period: 年份, value: 数值, unit: 单位}
      """;
  private static final String SIDECAR =
      "publisher: 深圳市统计局\ntitle: 公报\npublished: 2020-04-15\nclass: bulletin\n" + LAYOUT;
  private static final String HEADER = "城市,指标,年份,数值,单位\n";
  private static final String GOOD =
      HEADER + "深圳市,医院,2019年末,145,家\n青岛市,医院,2019年末,382,家\n深圳市,常住人口,2019年末,1343.88,万人\n";

  @TempDir private Path folder;

  private void put(String name, String text) throws IOException {
    put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void put(String name, byte[] bytes) throws IOException {
    put(name, bytes, SIDECAR.replace("公报", "公报 " + name));
  }

  private void put(String name, byte[] bytes, String sidecar) throws IOException {
    Path file = folder.resolve("landing/" + name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    if (sidecar != null) {
      Files.writeString(folder.resolve("landing/" + name + ".yaml"), sidecar);
    }
  }

  private void putAll() throws IOException {
    byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
    put("a/good.csv", good);
    put("a/gb2312.csv", GOOD.replace("145", "144").getBytes(Charset.forName("GB18030")));
    put("bad/no_sidecar.csv", good, null);
    put("bad/misspelt.csv", good, SIDECAR.replace("publisher", "publsher"));
    put("bad/no_column.csv", GOOD.replace("年份", "时间"));
    put("bad/unclosed.csv", HEADER + "深圳市,\"医院,2019,145,家\n");
    put("bad/no_text.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13});
    put("bad/empty.csv", new byte[0]);
    put("bad/header_only.csv", HEADER);
    put("bad/label.csv", good, "charset: GBK\n" + SIDECAR.replace("公报", "标签"));
    put("bad/twin.csv", good, SIDECAR.replace("公报", "公报 a/good.csv"));
    put("bad/id_1.csv", good, "id: one\n" + SIDECAR);
    put(
        "bad/id_2.csv",
        GOOD.replace("145", "146").getBytes(StandardCharsets.UTF_8),
        "id: one\n" + SIDECAR);
    put(
        "bad/values.csv",
        HEADER
            + "深川市,医院,2019年末,1,家\n"
            + "济南市,医院,2019年末,2,张\n"
            + "济南市,医院,20l9年末,3,家\n"
            + "济南市,常住人口,2019年末,1.2万,万人\n"
            + "济南市,医院,2019,年末,4,家\n"
            + "济南市,医院,2019年末,1.2.3,家\n"
            + "淄博市,医院,2019年末,5,家\n"
            + "淄博市,医院,2019年末,6,家\n"
            + "济南市,医院,2018年末,7,家\n");
    put(
        "bad/natures.csv",
        (HEADER.strip() + ",性质,发布\n深圳市,医院,2018年末,8,家,大约吧,2020-04-15\n深圳市,医院,2017年末,9,家,实际,昨天\n")
            .getBytes(StandardCharsets.UTF_8),
        "publisher: 甲\ntitle: 乙\n"
            + LAYOUT.replace("unit: 单位", "unit: 单位, nature: 性质, published: 发布"));
    Files.writeString(folder.resolve("landing/bad/orphan.csv.yaml"), SIDECAR);
  }

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int run(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--landing",
                folder.resolve("landing").toString(),
                "--catalogue",
                "../data/catalogue",
                "--warehouse",
                folder.resolve("warehouse").toString(),
                "--reports",
                folder.resolve("reports").toString()));
    arguments.addAll(List.of(more));
    said.reset();
    Console console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8));
    Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    return Main.run(console, clock, arguments.toArray(String[]::new));
  }

  private List<String> lines() {
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void theBatchGoesOnAndTheRunSaysWhatWasWrong() throws IOException {
    putAll();
    assertThat(run()).isEqualTo(ExitCode.DONE);
    assertThat(lines())
        .containsSubsequence(
            "Landing area "
                + folder.resolve("landing")
                + ": 15 files, 15 new or changed, 0 as before",
            "20 values found = 12 observations + 1 candidates + 7 rejects (7 of them to fix)",
            "10 files could not be read:",
            "  bad/empty.csv (empty): the file has no bytes: publish it again, or remove it with"
                + " its sidecar",
            "  bad/header_only.csv (empty): there is no record below the header: publish it again,"
                + " or remove it with its sidecar",
            "  bad/id_1.csv (duplicate_id): its source id 'one' is also that of bad/id_2.csv: give"
                + " one of them another `id`, or say that it `replaces` the other",
            "  bad/label.csv (charset_differs): the file is UTF-8, as the bytes say, not GBK, as"
                + " the sidecar says: remove `charset` from the sidecar, it is detected",
            "  bad/misspelt.csv (bad_sidecar): bad/misspelt.csv.yaml:1: unknown key 'publsher' (did"
                + " you mean 'publisher'?)",
            "bad/misspelt.csv.yaml:1: missing key 'publisher': who published it; or map it from a"
                + " column",
            "  bad/no_column.csv (column_missing): layout.columns.period names the column '年份',"
                + " which the file does not have. Its columns are: 城市, 指标, 时间, 数值, 单位. Correct the"
                + " name in the sidecar, or header_rows and skip_rows",
            "  bad/no_sidecar.csv (no_sidecar): there is no bad/no_sidecar.csv.yaml that says where"
                + " the file comes from and how it is laid out: `./duibiao describe"
                + " bad/no_sidecar.csv` drafts it",
            "  bad/no_text.csv (not_text): the bytes are not text: byte 0 is not UTF-8 and byte 4"
                + " is not GB18030. Save the file as UTF-8, or remove it from the landing area",
            "  bad/twin.csv (duplicate_file): the file and its sidecar are the same as a/good.csv:"
                + " remove one of them",
            "  bad/unclosed.csv (unclosed_quote): row:2 opens a quotation mark (\") that is never"
                + " closed: close it, or double it if it is part of the text",
            "8 problems with single values; see silver.rejects and silver.candidates:",
            "  bad/natures.csv, row:2 says '8': the catalogue does not know the nature '大约吧': add"
                + " it to natures.yaml, or correct it",
            "  bad/natures.csv, row:3 says '9': published '昨天' is not a date like 2024-04-28,"
                + " nor a month or a year: correct it, or write unknown",
            "  bad/values.csv, row:2 says '1': the catalogue knows no area '深川市': correct it, or"
                + " add it to areas.csv",
            "  bad/values.csv, row:3 says '2': hospitals is counted in 家 (hospital), the file says"
                + " '张': correct the unit or the indicator",
            "  bad/values.csv, row:4 says '3': '20l9年末' is not a period: write it like 2019,"
                + " 2019年末, 2019年上半年 or 2019-06-30",
            "  bad/values.csv, row:5 says '1.2万': the cell has a multiplier of its own and its unit"
                + " has one too (10000): correct the unit or the cell",
            "  bad/values.csv, row:6 says '年末': the row has 6 cells under 5 columns: put cells that"
                + " hold a separator in quotation marks",
            "  bad/values.csv, row:7 says '1.2.3': \"1.2.3\": 1,063.5 would be read",
            "1 sidecar has no file: put the file beside it, or remove the sidecar:",
            "  bad/orphan.csv.yaml",
            "1 figure contradicts another or is not plausible; see silver.findings:",
            "  bad/values.csv: row:8 says '5' and row:9 says '6' of the same figure (370300"
                + " hospitals 2019-12-31): remove the wrong one, or tell them apart by scope, basis"
                + " or nature");
    assertThat(lines()).last().asString().startsWith("Report: ");
    tablesSaySo();

    assertThat(run()).isEqualTo(ExitCode.DONE);
    assertThat(lines())
        .contains(
            "Landing area "
                + folder.resolve("landing")
                + ": 15 files, 0 new or changed, 15 as before",
            "10 files could not be read:",
            "8 problems with single values; see silver.rejects and silver.candidates:")
        .anyMatch(line -> line.startsWith("Nothing has changed since release "));
    assertThat(run("--strict")).isEqualTo(ExitCode.NOT_PUBLISHED);
  }

  private void tablesSaySo() {
    Warehouse warehouse =
        new Warehouse(folder.resolve("warehouse").toString(), new Configuration());
    Map<String, String> reasons = new TreeMap<>();
    for (SourceFile file : warehouse.read(SourceFile.class)) {
      assertThat(file.current()).isTrue();
      reasons.put(file.path(), file.reason() == null ? file.charset() : file.reason());
    }
    assertThat(reasons)
        .containsEntry("a/good.csv", "UTF-8")
        .containsEntry("a/gb2312.csv", "GB18030")
        .containsEntry("bad/values.csv", "UTF-8")
        .containsEntry("bad/empty.csv", "empty")
        .hasSize(15);
    assertThat(warehouse.read(NormalizedFile.class))
        .allMatch(NormalizedFile::balances)
        .extracting(NormalizedFile::path)
        .containsExactlyInAnyOrder(
            "a/good.csv", "a/gb2312.csv", "bad/id_2.csv", "bad/natures.csv", "bad/values.csv");
    assertThat(warehouse.read(IndicatorValue.class))
        .anySatisfy(
            value -> {
              assertThat(value.cityCode()).isEqualTo("370100");
              assertThat(value.value()).isEqualByComparingTo("7");
            });
    assertThat(warehouse.read(Run.class))
        .hasSize(1)
        .first()
        .extracting(Run::status)
        .isEqualTo("succeeded");
  }
}
