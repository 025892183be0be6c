package org.duibiao.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.model.Area;
import org.duibiao.model.code.AreaLevel;
import org.duibiao.report.brief.BriefPage;
import org.duibiao.report.export.CsvWriter;
import org.duibiao.report.export.DataPackage;
import org.duibiao.report.export.ExportTable;
import org.duibiao.report.export.ExportTables;
import org.duibiao.report.export.Spreadsheet;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.report.model.ReportInput;
import org.duibiao.report.page.Page;

/** A release as files: the page, and its tables as CSV. */
public final class Report {

  private Report() {}

  /** The name of a reference that is not an area of the catalogue. */
  public static Area reference(String code) {
    String zh = Phrases.of("reference", code).zh().toString();
    String en = Phrases.of("reference", code).en().toString();
    return new Area(code, AreaLevel.NATION, zh, en, List.of(), null, null, null, null);
  }

  /**
   * The files of a report by name: {@code index.html}, the tables as CSV, {@code datapackage.json}
   * that describes them, the same in a workbook, and a one-page brief of each of those cities:
   * {@code 370200.docx}. The same input gives the same bytes, in whatever order its rows are.
   *
   * @param cities their codes; the first one that has rows is shown first
   */
  public static Map<String, byte[]> files(ReportInput input, List<String> cities) {
    ReportIndex model = index(input);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("index.html", Page.render(model, cities));
    files.putAll(beside(model, cities));
    return Collections.unmodifiableMap(files);
  }

  /** A release, indexed for the page and what lies beside it. */
  public static ReportIndex index(ReportInput input) {
    return new ReportIndex(input, Page::cited);
  }

  /** The files besides the page. */
  public static Map<String, byte[]> beside(ReportIndex model, List<String> cities) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    List<ExportTable<?>> extracts = ExportTables.of(model);
    for (ExportTable<?> extract : extracts) {
      files.put(DataPackage.path(extract), CsvWriter.write(extract));
    }
    files.put("datapackage.json", DataPackage.write(model, extracts, files));
    files.put("duibiao.xlsx", Spreadsheet.write(model, extracts));
    for (String city : cities) {
      files.put(ReportIndex.htmlId(city) + ".docx", BriefPage.write(model, city));
    }
    return files;
  }

  /** Whether a release has rows of a city, so that it can be chosen. */
  public static boolean knows(ReportInput input, String cityCode) {
    return input.areas().stream().anyMatch(area -> area.code().equals(cityCode) && area.isCity())
        && (input.values().stream().anyMatch(value -> value.cityCode().equals(cityCode))
            || input.rows().stream().anyMatch(row -> row.cityCode().equals(cityCode))
            || input.targets().stream().anyMatch(row -> row.cityCode().equals(cityCode)));
  }
}
