package org.duibiao.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.duibiao.markup.HostileText;
import org.duibiao.markup.Sanitizer;
import org.duibiao.model.code.SourceClass;
import org.duibiao.report.Report;
import org.duibiao.report.ReportTest;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReleaseFixture;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.Source;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpreadsheetTest {

  private static final byte[] FILE = write(ReleaseFixture.cities());

  @Test
  void beginsWithItsContentsThatLeadToEverySheet() throws Exception {
    try (XSSFWorkbook workbook = open(FILE)) {
      assertThat(workbook.getSheetName(0)).isEqualTo(Spreadsheet.CONTENTS);
      assertThat(workbook.getSheetName(1)).isEqualTo(Spreadsheet.NOTES);
      Map<String, String> links = new HashMap<>();
      for (Hyperlink link : workbook.getSheetAt(0).getHyperlinkList()) {
        Cell cell =
            workbook.getSheetAt(0).getRow(link.getFirstRow()).getCell(link.getFirstColumn());
        links.put(cell.getStringCellValue(), link.getAddress());
      }
      for (int i = 1; i < workbook.getNumberOfSheets(); i++) {
        String name = workbook.getSheetName(i);
        assertThat(links.get(name)).isEqualTo("'" + name + "'!A1");
        assertThat(workbook.getSheetAt(i).getHyperlinkList().get(0).getAddress())
            .isEqualTo("'" + Spreadsheet.CONTENTS + "'!A1");
      }
      assertThat(workbook.getSheet(Spreadsheet.CONTENTS).getRow(1).getCell(0).getStringCellValue())
          .contains("r-5f3c2a9be1d07744", "2026-04-12");
    }
  }

  @Test
  void everyTableHasItsHeadingsInViewFiltersAndNothingMergedHiddenOrCalculated() throws Exception {
    ReportIndex model = Report.index(ReleaseFixture.cities().input());
    try (XSSFWorkbook workbook = open(FILE)) {
      for (ExportTable<?> extract : ExportTables.of(model)) {
        XSSFSheet sheet = workbook.getSheet(Spreadsheet.sheet(extract));
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat((int) sheet.getPaneInformation().getHorizontalSplitPosition())
            .isEqualTo(Spreadsheet.HEADINGS + 1);
        assertThat(sheet.getCTWorksheet().getAutoFilter().getRef())
            .startsWith("A" + (Spreadsheet.HEADINGS + 1) + ":");
        assertThat(sheet.getLastRowNum()).isEqualTo(Spreadsheet.HEADINGS + extract.rows().size());
        Row headings = sheet.getRow(Spreadsheet.HEADINGS);
        List<String> names = new ArrayList<>();
        headings.forEach(cell -> names.add(cell.getStringCellValue()));
        assertThat(names).hasSameSizeAs(SpreadsheetLayout.of(extract.name()).keySet());
        assertThat(names).allMatch(name -> name.matches("(?s).+\n.+"));
      }
      for (Sheet sheet : workbook) {
        assertThat(sheet.getMergedRegions()).isEmpty();
        for (Row row : sheet) {
          assertThat(row.getZeroHeight()).isFalse();
          for (Cell cell : row) {
            assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
          }
        }
      }
    }
  }

  @Test
  void everyHeadingOfASheetIsAColumnOfItsTable() {
    for (ExportTable<?> extract : ExportTables.of(Report.index(ReleaseFixture.cities().input()))) {
      List<String> columns = new ArrayList<>();
      extract.columns().forEach(column -> columns.add(column.name()));
      assertThat(columns)
          .as(extract.name())
          .containsAll(SpreadsheetLayout.of(extract.name()).keySet());
    }
    assertThat(SpreadsheetLayout.phrases()).allMatch(kind -> !Phrases.all(kind).isEmpty());
  }

  @Test
  void numbersAreNumbersDatesAreDatesAndNothingIsBlankThatWasPublished() throws Exception {
    try (XSSFWorkbook workbook = open(FILE)) {
      XSSFSheet sheet = workbook.getSheet("各市比较 benchmarks");
      Map<String, Integer> at = headings(sheet);
      Row qingdao = row(sheet, at, "青岛市", "每百万常住人口三级医院数", 2025);
      Cell needed = qingdao.getCell(at.get("还差多少与参照持平（分子的单位，负数为多出）"));
      assertThat(needed.getCellType()).isEqualTo(CellType.NUMERIC);
      assertThat(needed.getNumericCellValue()).isNegative();
      assertThat(qingdao.getCell(at.get("分子")).getNumericCellValue()).isEqualTo(35);
      assertThat(qingdao.getCell(at.get("分子")).getCellStyle().getDataFormatString())
          .isEqualTo("#,##0");
      assertThat(qingdao.getCell(at.get("年份")).getCellStyle().getDataFormatString()).isEqualTo("0");
      assertThat(qingdao.getCell(at.get("可比性")).getStringCellValue()).isEqualTo("可比 comparable");

      XSSFSheet sources = workbook.getSheet("来源 sources");
      Map<String, Integer> where = headings(sources);
      int dated = 0;
      for (Row row : sources) {
        Cell published = row.getCell(where.get("发布日期"));
        if (row.getRowNum() > Spreadsheet.HEADINGS && published != null) {
          assertThat(DateUtil.isCellDateFormatted(published)).isTrue();
          dated++;
        }
      }
      assertThat(dated).isPositive();
      assertThat(sources.getHyperlinkList())
          .anyMatch(link -> link.getAddress().startsWith("https://hcod.dl.gov.cn/"));
      assertThat(sources.getHyperlinkList())
          .noneMatch(link -> link.getAddress().startsWith("ftp:"));
    }
  }

  @Test
  void itsPropertiesAreItsOwnAndNotTheClock() throws Exception {
    try (XSSFWorkbook workbook = open(FILE)) {
      var properties = workbook.getProperties().getCoreProperties();
      assertThat(properties.getTitle()).contains("深圳市", "Shenzhen");
      assertThat(properties.getCreated().toInstant()).hasToString("2026-04-12T00:00:00Z");
      assertThat(properties.getUnderlyingProperties().getLanguageProperty()).contains("zh-CN");
    }
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(FILE))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertThat(entry.getTimeLocal().toLocalDate()).isEqualTo(LocalDate.of(1980, 1, 1));
        assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
            .doesNotContain("<f>", "vbaProject");
      }
    }
  }

  @Test
  void hostileTextIsOnlyText() throws Exception {
    for (String hostile : HostileText.TEXTS) {
      ReleaseFixture fixture = ReleaseFixture.cities();
      ReportTest.poison(fixture, hostile);
      fixture.sources.add(
          new Source(
              "z",
              "z",
              hostile,
              hostile,
              null,
              "https://x/?a=1&b=2",
              null,
              SourceClass.NEWS,
              false));
      int shown = 0;
      try (XSSFWorkbook workbook = open(write(fixture))) {
        for (Sheet sheet : workbook) {
          for (Row row : sheet) {
            for (Cell cell : row) {
              assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
              if (cell.getCellType() == CellType.STRING) {
                String text = cell.getStringCellValue();
                assertThat(text.length()).isLessThanOrEqualTo(Spreadsheet.MOST_CHARACTERS);
                assertThat(text).isEqualTo(text.lines().count() > 1 ? text : Sanitizer.clean(text));
                if (text.equals(Sanitizer.clean(hostile))) {
                  assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
                  shown++;
                }
              }
            }
          }
          for (Hyperlink link : sheet.getHyperlinkList()) {
            assertThat(link.getAddress()).matches("(https?://[!-~]+|'.*'!A1)");
          }
        }
      }
      assertThat(shown).as(hostile).isPositive();
    }
  }

  @Tag("browser")
  @Test
  void libreOfficeOpensIt(@TempDir Path folder) throws Exception {
    // Comma-separated: all sheets, each a file of its own.
    Map<String, byte[]> sheets =
        LibreOffice.convert(
            FILE,
            "duibiao.xlsx",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
            folder);
    assertThat(sheets)
        .hasSize(ExportTables.of(Report.index(ReleaseFixture.cities().input())).size() + 4);
    String benchmarks =
        new String(sheets.get("duibiao-各市比较 benchmarks.csv"), StandardCharsets.UTF_8);
    assertThat(benchmarks).contains("青岛市", "每百万常住人口三级医院数");
  }

  private static byte[] write(ReleaseFixture fixture) {
    ReportIndex model = Report.index(fixture.input());
    return Spreadsheet.write(model, ExportTables.of(model));
  }

  private static XSSFWorkbook open(byte[] file) throws Exception {
    return new XSSFWorkbook(new ByteArrayInputStream(file));
  }

  /** Where the column of each Chinese heading is. */
  private static Map<String, Integer> headings(Sheet sheet) {
    Map<String, Integer> at = new HashMap<>();
    for (Cell cell : sheet.getRow(Spreadsheet.HEADINGS)) {
      at.put(cell.getStringCellValue().lines().findFirst().orElseThrow(), cell.getColumnIndex());
    }
    return at;
  }

  private static Row row(
      Sheet sheet, Map<String, Integer> at, String city, String benchmark, int year) {
    for (Row row : sheet) {
      if (row.getRowNum() > Spreadsheet.HEADINGS
          && row.getCell(at.get("城市")).getStringCellValue().equals(city)
          && row.getCell(at.get("指标")).getStringCellValue().equals(benchmark)
          && BigDecimal.valueOf(row.getCell(at.get("年份")).getNumericCellValue()).intValue()
              == year) {
        return row;
      }
    }
    throw new AssertionError("no row of " + city);
  }
}
