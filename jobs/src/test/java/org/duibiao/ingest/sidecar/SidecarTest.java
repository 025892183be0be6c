package org.duibiao.ingest.sidecar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.duibiao.catalogue.InvalidFileException;
import org.duibiao.ingest.table.TableLayout;
import org.duibiao.ingest.table.TableLayout.ColumnRole;
import org.duibiao.model.code.SourceClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SidecarTest {

  private static final Path SHIPPED = Path.of("../data/landing");
  private static final String SOURCE = "publisher: 甲\ntitle: 乙\npublished: 2024-04-28\n";
  private static final String LONG =
      SOURCE
          + """
          layout:
            kind: long
            columns:
              city: 城市
              value: 数值
            constants:
              period: 2019
          """;
  private static final String WIDE =
      SOURCE
          + """
          layout:
            kind: wide
            header_rows: 2
            columns:
              city: 地区
            across: [indicator, period]
          """;

  private static Sidecar parse(String text) {
    return Sidecar.parse("nbs/hospitals.csv.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  /** What is said to be wrong, from the line on. */
  private static List<String> problems(String text) {
    InvalidFileException wrong =
        catchThrowableOfType(InvalidFileException.class, () -> parse(text));
    assertThat(wrong).as("a problem is found").isNotNull();
    assertThat(wrong).hasMessage(String.join("\n", wrong.problems()));
    assertThat(wrong.problems()).allMatch(problem -> problem.startsWith("nbs/hospitals.csv.yaml:"));
    return wrong.problems().stream()
        .map(p -> p.substring("nbs/hospitals.csv.yaml:".length()))
        .toList();
  }

  @Test
  void readsProse() {
    assertThat(parse(SOURCE))
        .isEqualTo(
            SidecarBuilder.builder()
                .publisher("甲")
                .title("乙")
                .published(LocalDate.of(2024, 4, 28))
                .sourceClass(SourceClass.REPORT)
                .layouts(List.of())
                .corrections(List.of())
                .build());
  }

  @Test
  void readsEverything() {
    Sidecar sidecar =
        parse(
            """
            publisher: 甲
            title: 2023
            published: unknown
            url: https://example.org/a
            licence: CC BY 4.0
            class: yearbook
            id: 007
            replaces: 12
            transcribed: true
            city: 440300
            charset: gb18030
            layout:
              kind: wide
              sheet: 表1
              table: 2
              skip_rows: 3
              header_rows: 2
              columns: {city: 地区, note: 2019}
              across: [indicator, period]
              constants: {unit: 万人, scope: 000000}
              ignore: [序号, 1.50]
            """);
    assertThat(sidecar)
        .isEqualTo(
            SidecarBuilder.builder()
                .publisher("甲")
                .title("2023")
                .url("https://example.org/a")
                .licence("CC BY 4.0")
                .sourceClass(SourceClass.YEARBOOK)
                .id("007")
                .replaces("12")
                .transcribed(true)
                .city("440300")
                .charset("gb18030")
                .layouts(
                    List.of(
                        new TableLayout(
                            TableLayout.TableShape.WIDE,
                            "表1",
                            2,
                            null,
                            null,
                            3,
                            2,
                            Map.of(ColumnRole.CITY, "地区", ColumnRole.NOTE, "2019"),
                            List.of(ColumnRole.INDICATOR, ColumnRole.PERIOD),
                            Map.of(ColumnRole.UNIT, "万人", ColumnRole.SCOPE, "000000"),
                            List.of("序号", "1.50"))))
                .corrections(List.of())
                .build());
    assertThat(sidecar.layout().columns().keySet())
        .containsExactly(ColumnRole.CITY, ColumnRole.NOTE);
  }

  @Test
  void takesNumbersAsText() {
    assertThat(parse(LONG).layout().constants()).containsEntry(ColumnRole.PERIOD, "2019");
    assertThat(parse(SOURCE + "city: \"000000\"\n").city()).isEqualTo("000000");
  }

  @Test
  void takesASingleAcrossForAllHeaderRows() {
    assertThat(parse(WIDE.replace("[indicator, period]", "period")).layout().across())
        .containsExactly(ColumnRole.PERIOD);
    assertThat(parse(WIDE).layout().across())
        .containsExactly(ColumnRole.INDICATOR, ColumnRole.PERIOD);
  }

  @Test
  void mapsTheSourceFromColumns() {
    Sidecar sidecar =
        parse(
            """
            layout:
              kind: long
              columns: {value: 数值, publisher: 来源, title: 标题, published: 发布日期, class: 类别}
            """);
    assertThat(sidecar.publisher()).isNull();
    assertThat(sidecar.published()).isNull();
    assertThat(sidecar.layout().headerRows()).isEqualTo(1);
    assertThat(sidecar.layout().columns()).containsEntry(ColumnRole.CLASS, "类别");
  }

  @Test
  void readsListsWithoutColumns() {
    Sidecar sidecar = parse(SOURCE + "layout: {kind: list, header_rows: 0}\n");
    assertThat(sidecar.layout().kind()).isEqualTo(TableLayout.TableShape.LIST);
    assertThat(sidecar.layout().headerRows()).isZero();
  }

  @Test
  void reportsEverythingAtOnce() {
    assertThat(
            problems(
                """
                publsher: 甲
                published: 2024-02-30
                class: bulletins
                transcribed: yes
                city: 44030
                charset: GB1803O
                layout:
                  kind: tall
                  sheet:
                  header_rows: two
                  columns: {citty: 城市}
                  across: year
                  constants: [2019]
                """))
        .containsExactly(
            "1: unknown key 'publsher' (did you mean 'publisher'?)",
            "1: missing key 'publisher': who published it; or map it from a column",
            "1: missing key 'title': the publication's title; or map it from a column",
            "2: published '2024-02-30' is not a calendar date",
            "3: class 'bulletins' is not one of census, yearbook, bulletin, report, news,"
                + " unverified (did you mean 'bulletin'?)",
            "4: transcribed must be true or false, not 'yes'",
            "5: city '44030' is not a code of six digits, such as \"440300\"",
            "6: charset 'GB1803O' is not known; name one such as UTF-8 or GB18030, or leave it"
                + " out",
            "8: kind 'tall' is not one of long, wide, list",
            "9: sheet has no value; give it one or leave the key out",
            "10: header_rows must be a whole number, not 'two'",
            "11: unknown key 'citty' (did you mean 'city'?)",
            "12: across 'year' is not one of city, indicator, period, unit, scope, note",
            "13: constants must be a map, not a list");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024年", "2024年4月28日", "2024-4-28", "Unknown"})
  void reportsWhatIsNotADate(String published) {
    assertThat(problems(SOURCE.replace("2024-04-28", published)))
        .containsExactly(
            "3: published '"
                + published
                + "' is not a date such as 2024-04-28, a year such as 2024, or unknown");
  }

  @ParameterizedTest
  @CsvSource({"2024, 2024-12-31", "2024-02, 2024-02-29", "2024-04-28, 2024-04-28", "unknown,"})
  void aMonthOrAYearOfPublicationIsKnownFromItsLastDay(String published, LocalDate day) {
    assertThat(parse(SOURCE.replace("2024-04-28", published)).published()).isEqualTo(day);
  }

  @Test
  void reportsWhatIsNotReadable() {
    assertThat(problems("")).containsExactly("1: the file is empty");
    assertThat(problems("publisher: [甲\n"))
        .hasSize(1)
        .first()
        .asString()
        .contains(": not readable as YAML: ");
    assertThat(problems(SOURCE + "title: 丙\n"))
        .containsExactly("4: key 'title' is there already, in line 2");
    assertThat(problems(SOURCE + "layout: {kind: long}\nlayout: {kind: wide}\n"))
        .contains("5: key 'layout' is there already, in line 4")
        .hasSize(2);
  }

  @Test
  void reportsLayoutsThatLackWhatTheirKindNeeds() {
    assertThat(problems(LONG.replace("    value: 数值\n", "")))
        .containsExactly(
            "4: a long layout needs columns.value: the header of the column of values");
    assertThat(problems(LONG.replace("kind: long", "kind: wide")))
        .containsExactly(
            "4: a wide layout needs across: what its headers say (city, indicator, period, unit)",
            "8: a wide layout has no columns.value; remove it, or make the layout long");
    assertThat(problems(LONG + "  across: indicator\n"))
        .containsExactly("11: across is for wide layouts; remove it, or make the layout wide");
    assertThat(problems(LONG + "  header_rows: 0\n"))
        .containsExactly("11: a long layout needs a header row; 0 is for lists");
    assertThat(problems(SOURCE + "layout:\n  sheet: 表1\n"))
        .containsExactly(
            "4: missing key 'kind': long: one value a row; wide: values in many columns; list: one"
                + " thing a row");
  }

  @Test
  void reportsAcrossThatDoesNotFitTheHeader() {
    assertThat(problems(WIDE.replace("header_rows: 2", "header_rows: 3")))
        .containsExactly(
            "9: across names 2 header rows, header_rows says 3; name one for each header row, or a"
                + " single one");
    assertThat(problems(WIDE.replace("[indicator, period]", "[period, period]")))
        .containsExactly("9: across names something twice; name it once");
    assertThat(problems(WIDE.replace("[indicator, period]", "[indicator, nature]")))
        .containsExactly(
            "9: an entry of across 'nature' is not one of city, indicator, period, unit,"
                + " scope, note");
  }

  @Test
  void reportsRolesThatAreClaimedTwice() {
    assertThat(problems(WIDE + "  constants: {city: 深圳, period: 2019}\n"))
        .containsExactly(
            "10: city is both in columns and in constants; remove one",
            "10: period is both in across and in constants; remove one");
    assertThat(problems(WIDE.replace("[indicator, period]", "city")))
        .containsExactly("9: city is both in columns and in across; remove one");
    assertThat(problems(WIDE + "  ignore: [序号, 地 区]\n"))
        .containsExactly("10: column '地 区' is ignored, but it is columns.city; remove one");
  }

  @Test
  void hashesWhatDecidesHowTheFileIsRead() {
    String sha256 = parse(LONG).layoutSha256();
    assertThat(sha256).matches("[0-9a-f]{64}");
    for (String same :
        List.of(
            LONG.replace("publisher: 甲", "publisher: 丙"),
            LONG.replace("period: 2019", "period: 2020"),
            LONG.replace("    city: 城市\n    value: 数值\n", "    value: 数值\n    city: 城市\n"),
            "# remark\n" + LONG,
            LONG + "  skip_rows: 0\n  header_rows: 1\n")) {
      assertThat(parse(same).layoutSha256()).as(same).isEqualTo(sha256);
    }
    List<String> others =
        List.of(
            SOURCE,
            LONG + "charset: GB18030\n",
            LONG.replace("数值", "值"),
            LONG + "  skip_rows: 1\n",
            LONG + "  sheet: 表1\n",
            LONG + "  table: 1\n",
            LONG + "  ignore: [序号]\n",
            LONG + "  ignore: [序, 号]\n",
            WIDE,
            WIDE.replace("[indicator, period]", "[period, indicator]"));
    assertThat(
            Stream.concat(Stream.of(LONG), others.stream()).map(text -> parse(text).layoutSha256()))
        .doesNotHaveDuplicates();
  }

  @Test
  void anySlipIsReportedOrHarmless() {
    String letters = "{}[]:,-&*!|>'\"%@#?\n \t~0a1.家";
    Random random = new Random(20260101);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? LONG : WIDE);
      for (int slips = 1 + random.nextInt(3); slips > 0; slips--) {
        int at = random.nextInt(text.length());
        String letter = String.valueOf(letters.charAt(random.nextInt(letters.length())));
        text.replace(at, at + random.nextInt(2), letter);
      }
      try {
        assertThat(parse(text.toString()).layoutSha256()).hasSize(64);
      } catch (InvalidFileException e) {
        assertThat(e.problems()).isNotEmpty();
      } catch (RuntimeException e) {
        throw new AssertionError(text.toString(), e);
      }
    }
  }

  @Test
  void understandsAWholeNumberWithDecimals() {
    assertThat(parse(LONG + "  skip_rows: 2.0\n").layout().skipRows()).isEqualTo(2);
  }

  static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.toString().endsWith(".corrections.yaml"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource
  void shipped(Path file) throws IOException {
    Sidecar sidecar = Sidecar.parse(file.toString(), Files.readAllBytes(file));
    assertThat(sidecar.sourceClass()).isNotNull();
  }
}
