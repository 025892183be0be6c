package org.duibiao.normalize.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duibiao.ingest.TestTable;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.sidecar.SidecarException;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.model.code.ReadingMethod;
import org.duibiao.normalize.table.NormalizedTable;
import org.duibiao.tables.Reading;
import org.junit.jupiter.api.Test;

/**
 * Real files as they were published, which do not come with the project: every one that can be read
 * is drafted, edited as little as possible, read and looked up in.
 */
class RealTablesTest {

  /** What nobody can know from a file: the publisher, a year that only the folder's notes name. */
  private static final int MOST_EDITS = 3;

  private static Path real() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path real = at.resolveSibling("shared").resolve("data/real");
      if (at.getParent() != null && Files.isDirectory(real)) {
        return real;
      }
    }
    assumeTrue(false, "skipped: there is no ../shared/data/real beside the project");
    return null;
  }

  private static String draft(Path file) throws IOException, UnreadableFileException {
    return new SidecarDrafter(NormalizedTable.CATALOGUE)
        .draft(file.toString(), Files.readAllBytes(file));
  }

  /** A sidecar as a person would finish it, with how many lines that person touched. */
  private record Edited(String text, int edits) {}

  private static Edited edited(String draft, String... lines) {
    String text = draft.replace("publisher: \"?\"", "publisher: 甲");
    int edits = text.equals(draft) ? 0 : 1;
    for (String line : lines) {
      text = line + "\n" + text;
      edits++;
    }
    return new Edited(text, edits);
  }

  private static NormalizedTable read(Path file, Edited sidecar)
      throws IOException, UnreadableFileException {
    assertThat(sidecar.edits()).as("edits of the draft for %s", file).isLessThan(MOST_EDITS + 1);
    TestTable table = TestTable.read(file.toString(), Files.readAllBytes(file), sidecar.text());
    NormalizedTable normalized = NormalizedTable.of(table, file.toString(), "sha");
    long outside = normalized.readings().stream().filter(Reading::isDerived).count();
    assertThat(normalized.readings().size() - outside)
        .as("one reading a value of %s", file)
        .isEqualTo(table.valuesFound());
    return normalized;
  }

  private static String value(NormalizedTable table, String city, String indicator, int year) {
    return table.readings().stream()
        .filter(
            r ->
                r.kind() == ReadingKind.OBSERVATION
                    && city.equals(r.cityCode())
                    && indicator.equals(r.indicator())
                    && r.scope().equals("city")
                    && r.periodEnd().getYear() == year)
        .map(r -> r.value().stripTrailingZeros().toPlainString() + " at " + r.locator())
        .findFirst()
        .orElse("not there");
  }

  @Test
  void everyFileIsDraftedAndReadOrRejectedWithAReason() throws IOException {
    Map<String, String> outcomes = new TreeMap<>();
    int edits = 0;
    int tables = 0;
    List<Path> files;
    try (Stream<Path> walk = Files.walk(real())) {
      files =
          walk.filter(path -> path.toString().matches(".*\\.(csv|xlsx|xls)"))
              .filter(path -> !path.toString().contains("admin-divisions"))
              .sorted()
              .toList();
    }
    for (Path file : files) {
      String name = file.getParent().getFileName() + "/" + file.getFileName();
      try {
        Edited sidecar = edited(draft(file));
        if (!sidecar.text().contains("layout:")) {
          outcomes.put(name, "text");
          continue;
        }
        read(file, sidecar);
        tables++;
        edits += sidecar.edits();
      } catch (UnreadableFileException e) {
        outcomes.put(name, e.reason());
      } catch (SidecarException e) {
        outcomes.put(name, e.problems().toString());
      }
    }
    // One holds a column of words, the other two rows of names of indicators: no table of figures.
    assertThat(outcomes)
        .containsOnly(
            Map.entry("shenzhen-healthy-city/深圳数据_v1_健康人群.csv", "text"),
            Map.entry("shenzhen-healthy-city/深圳的一点数据.xlsx", "text"));
    assertThat(tables).isGreaterThan(45);
    assertThat(edits).as("edits without which nothing is read").isLessThan(tables + 1);
  }

  @Test
  void aCityYearbookWithHeadersInTwoLanguages() throws Exception {
    Path folder = real().resolve("cnki-yearbook-xls");
    Path file = folder.resolve("cnki.xls");
    NormalizedTable book = read(file, edited(draft(file), "constants: {period: 2016年}"));
    assertThat(value(book, "110000", "registered_population", 2016))
        .isEqualTo("13630000 at sheet:1-7!C7");
    Path page = folder.resolve("correct.xls");
    NormalizedTable table =
        read(page, edited(draft(page), "constants: {period: 2014年, unit: '%'}"));
    List<String> quotes = new ArrayList<>();
    table.readings().stream()
        .filter(r -> "210900".equals(r.cityCode()))
        .forEach(r -> quotes.add(r.scope() + " " + r.quote() + " " + r.locator()));
    assertThat(quotes)
        .startsWith("city 1.94 table:2!B3", "urban_core 0.28 table:2!C3", "city 48.24 table:2!D3");
  }

  @Test
  void panelsOfCities() throws Exception {
    Path folder = real().resolve("mohu-2021-2023");
    Path people = folder.resolve("people.xlsx");
    NormalizedTable table = read(people, edited(draft(people)));
    assertThat(value(table, "130100", "permanent_population", 2021))
        .isEqualTo("11204700 at sheet:Sheet1!H4");
    assertThat(value(table, "130200", "registered_population", 2021))
        .isEqualTo("7511834 at sheet:Sheet1!I5");
    Path all = folder.resolve("city_all_new.xlsx");
    assertThat(
            value(read(all, edited(draft(all))), "610900", "hospital_and_health_centre_beds", 2021))
        .isEqualTo("13905 at sheet:Sheet1!V2");
  }

  @Test
  void provincesAcrossUnderTwoHeaderRows() throws Exception {
    Path folder = real().resolve("province-yearbook-xlsx");
    Path doctors = folder.resolve("执业(助理)医师人员数(人).xlsx");
    assertThat(value(read(doctors, edited(draft(doctors))), "130000", "licensed_doctors", 1990))
        .isEqualTo("87300 at sheet:Sheet0!E3");
    Path money = folder.resolve("财政支出中卫生经费(万元).xlsx");
    assertThat(value(read(money, edited(draft(money))), "320000", "health_expenditure", 1990))
        .isEqualTo("712000000 at sheet:Sheet0!L3");
    Path places = folder.resolve("附件1_1990-2023年各地区医疗卫生机构数(个).xlsx");
    assertThat(value(read(places, edited(draft(places))), "120000", "medical_institutions", 1991))
        .isEqualTo("3397 at sheet:Sheet0!D3");
  }

  @Test
  void workingPapersWithManyTablesOnASheetAndComputedCells() throws Exception {
    Path folder = real().resolve("shenzhen-healthy-city");
    Path book = folder.resolve("北京数据_v4.xlsx");
    assertThat(value(read(book, edited(draft(book))), "110000", "permanent_population", 2017))
        .isEqualTo("21710000 at sheet:计算!D4");
    Path rates = folder.resolve("北京数据_v4_健康服务.csv");
    assertThat(value(read(rates, edited(draft(rates))), "110000", "beds_per_10000", 2017))
        .isEqualTo("55.55043759 at row:2");
    Path summed = folder.resolve("深圳数据_健康总.csv");
    NormalizedTable table = read(summed, edited(draft(summed)));
    assertThat(value(table, "440300", "life_expectancy", 2016)).isEqualTo("76.98 at row:3");
    assertThat(table.readings())
        .as("rows of least and greatest values under the years are no years")
        .filteredOn(r -> r.locator().equals("row:11"))
        .extracting(Reading::reason)
        .contains("unreadable_period")
        .doesNotContainNull();
  }

  @Test
  void aLongTableOfManyLevels() throws Exception {
    Path file = real().resolve("health-indicators-xj/公开指标数据库.xlsx");
    NormalizedTable table = read(file, edited(draft(file)));
    assertThat(value(table, "000000", "health_expenditure", 2025))
        .isEqualTo("2144600000000 at sheet:公开指标数据!I7");
    assertThat(value(table, "000000", "births", 2025)).isEqualTo("7920000 at sheet:公开指标数据!I44");
  }

  @Test
  void aListOfHospitals() throws Exception {
    Path file = real().resolve("tertiary-a-hospital-list/result.csv");
    NormalizedTable list =
        read(file, edited(draft(file), "constants: {indicator: 三级甲等医院, period: 2020年11月28日}"));
    assertThat(list.readings())
        .filteredOn(r -> "110000".equals(r.cityCode()))
        .singleElement()
        .satisfies(
            count -> {
              assertThat(count.indicator()).isEqualTo("grade_a_tertiary_hospitals");
              assertThat(count.method()).isEqualTo(ReadingMethod.COUNT);
              assertThat(count.locator()).startsWith("row:2");
              assertThat(count.value().intValueExact()).isBetween(40, 120);
            });
    assertThat(list.table().valuesFound()).isZero();
    long rows = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().count() - 1;
    long counted = list.readings().stream().mapToLong(r -> r.value().longValueExact()).sum();
    assertThat(counted).as("things counted in %s rows", rows).isBetween(rows * 95 / 100, rows);
  }
}
