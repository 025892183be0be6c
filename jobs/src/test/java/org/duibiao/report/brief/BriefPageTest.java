package org.duibiao.report.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.duibiao.markup.HostileText;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Sanitizer;
import org.duibiao.model.Area;
import org.duibiao.model.code.AreaLevel;
import org.duibiao.report.Report;
import org.duibiao.report.ReportTest;
import org.duibiao.report.export.LibreOffice;
import org.duibiao.report.findings.CityFinding;
import org.duibiao.report.findings.CityFindings;
import org.duibiao.report.model.ReleaseFixture;
import org.duibiao.report.model.ReportIndex;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BriefPageTest {

  @Test
  void hasFindingsAChartATableSourcesTheReleaseAndRoomToSign() throws Exception {
    ReportIndex model = Report.index(ReleaseFixture.cities().input());
    try (XWPFDocument page = open(BriefPage.write(model, ReleaseFixture.QINGDAO))) {
      assertThat(styled(page, "Title")).containsExactly("青岛市卫生资源与服务对标深圳市情况");
      assertThat(styled(page, "Subtitle").get(0)).contains("r-5f3c2a9be1d07744", "2026-04-12");
      List<String> findings = styled(page, "Finding");
      List<CityFinding> expected = CityFindings.of(model, ReleaseFixture.QINGDAO).findings();
      assertThat(findings).hasSizeGreaterThanOrEqualTo(expected.size());
      for (int i = 0; i < expected.size(); i++) {
        assertThat(findings.get(i))
            .startsWith((i + 1) + "．" + expected.get(i).sentence().zh().plainText());
      }
      assertThat(page.getCharts()).hasSize(1);
      assertThat(page.getTables()).hasSize(1);
      assertThat(styled(page, "Signature").get(0)).contains("拟稿", "核稿", "签发", "年");
      assertThat(notes(page)).isNotEmpty().allMatch(note -> note.startsWith("数据来源："));
      assertThat(String.join("", notes(page))).contains("副省级城市卫生健康统计数据收集表");
      for (CityFinding finding : expected) {
        assertThat(finding.observationIds()).isNotEmpty();
      }
      assertThat(styled(page, "Finding").size() + 1).isGreaterThanOrEqualTo(notes(page).size());
    }
  }

  @Test
  void tableAndChartSayWhatTheRowsSay() throws Exception {
    ReportIndex model = Report.index(ReleaseFixture.cities().input());
    List<BriefRow> lines = BriefRow.of(model, ReleaseFixture.QINGDAO);
    try (XWPFDocument page = open(BriefPage.write(model, ReleaseFixture.QINGDAO))) {
      XWPFTable table = page.getTables().get(0);
      assertThat(table.getNumberOfRows()).isGreaterThan(3);
      assertThat(cells(table, 0)).startsWith("指标", "年份", "青岛市", "深圳市");
      BriefRow first = lines.get(0);
      assertThat(cells(table, 1).get(0)).startsWith(first.benchmark().zh());
      assertThat(cells(table, 1).get(2)).startsWith(first.rate());
      assertThat(cells(table, 1).get(3)).isEqualTo(first.other());
      assertThat(cells(table, 1).get(4))
          .isEqualTo(Numbers.fixed(Double.parseDouble(first.percent().toString()), 0) + "%");
      XWPFChart chart = page.getCharts().get(0);
      String xml = chart.getCTChart().xmlText();
      assertThat(xml).contains(first.benchmark().zh(), "深圳市 = 100%", "tickLblSkip", "rot=\"0\"");
      assertThat(styled(page, "Heading1").get(1)).isEqualTo("二、资源4项：3项高、1项相近；评优劣2项：2项较差");
      assertThat(chart.getWorkbook().getSheetAt(0).getRow(1).getCell(1).getNumericCellValue())
          .isEqualTo(first.percent());
    }
  }

  @Test
  void theReferenceIsSetBesideTheOthers() throws Exception {
    ReportIndex model = Report.index(ReleaseFixture.cities().input());
    try (XWPFDocument page = open(BriefPage.write(model, ReleaseFixture.SHENZHEN))) {
      assertThat(styled(page, "Title")).containsExactly("深圳市卫生资源与服务主要指标");
      assertThat(cells(page.getTables().get(0), 0)).contains("其他城市中位数");
    }
  }

  @Test
  void sameReleaseSameBytesInWhateverOrder() {
    ReleaseFixture shuffled = ReleaseFixture.cities();
    Random random = new Random(3);
    for (List<?> rows :
        List.of(shuffled.rows, shuffled.figures, shuffled.sources, shuffled.values)) {
      Collections.shuffle(rows, random);
    }
    assertThat(BriefPage.write(Report.index(shuffled.input()), ReleaseFixture.QINGDAO))
        .isEqualTo(
            BriefPage.write(Report.index(ReleaseFixture.cities().input()), ReleaseFixture.QINGDAO));
  }

  @Test
  void saysSoWhenThereIsNothingAndMakesDoWithOneBenchmark() throws Exception {
    ReleaseFixture one = ReleaseFixture.cities();
    one.rows.removeIf(row -> !row.benchmark().equals("beds_per_1000"));
    try (XWPFDocument page =
        open(BriefPage.write(Report.index(one.input()), ReleaseFixture.QINGDAO))) {
      assertThat(page.getTables().get(0).getNumberOfRows()).isEqualTo(2);
    }
    try (XWPFDocument page =
        open(BriefPage.write(Report.index(ReleaseFixture.cities().input()), "659001"))) {
      assertThat(page.getTables()).isEmpty();
      assertThat(page.getCharts()).isEmpty();
      assertThat(styled(page, "Finding")).hasSize(1);
    }
  }

  @Test
  void hostileTextComesOutInert() throws Exception {
    for (String hostile : HostileText.TEXTS) {
      ReleaseFixture fixture = ReleaseFixture.cities();
      ReportTest.poison(fixture, hostile);
      try (XWPFDocument page = open(BriefPage.write(Report.index(fixture.input()), "999999"))) {
        String all =
            page.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining())
                + cells(page.getTables().get(0), 1)
                + notes(page);
        assertThat(all).isEqualTo(Sanitizer.clean(all)).doesNotContain("x".repeat(200));
        assertThat(page.getTables()).hasSize(1);
        assertThat(page.getHyperlinks()).isEmpty();
      }
    }
  }

  /** The longest names that there are, on a page of LibreOffice's. */
  @Tag("browser")
  @Test
  void isOnePageOfLibreOfficeWithTheLongestNamesAndFindings(@TempDir Path folder) throws Exception {
    ReleaseFixture fixture = ReleaseFixture.cities();
    String name = "黔西南布依族苗族自治州柯尔克孜自治县";
    fixture.areas.removeIf(area -> area.code().equals(ReleaseFixture.QINGDAO));
    fixture.areas.add(
        new Area(
            ReleaseFixture.QINGDAO,
            AreaLevel.PREFECTURE,
            name,
            name,
            List.of(),
            null,
            null,
            null,
            null));
    byte[] file = BriefPage.write(Report.index(fixture.input()), ReleaseFixture.QINGDAO);
    byte[] pdf = LibreOffice.convert(file, "desk.docx", "pdf", folder).get("desk.pdf");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
      assertThat(text).contains("一、主要发现", "二、", "拟稿：", "数据来源：", "r-5f3c2a9be1d07744");
    }
  }

  private static XWPFDocument open(byte[] file) throws Exception {
    return new XWPFDocument(new ByteArrayInputStream(file));
  }

  private static List<String> styled(XWPFDocument page, String style) {
    return page.getParagraphs().stream()
        .filter(paragraph -> style.equals(paragraph.getStyle()))
        .map(paragraph -> paragraph.getText().replaceAll("\\[footnoteRef:\\d+\\]", ""))
        .toList();
  }

  private static List<String> notes(XWPFDocument page) {
    List<String> notes = new ArrayList<>();
    for (XWPFFootnote note : page.getFootnotes()) {
      for (XWPFParagraph paragraph : note.getParagraphs()) {
        if (!paragraph.getText().isBlank()) {
          notes.add(paragraph.getText().strip());
        }
      }
    }
    return notes;
  }

  private static List<String> cells(XWPFTable table, int row) {
    return table.getRow(row).getTableCells().stream().map(cell -> cell.getText()).toList();
  }
}
