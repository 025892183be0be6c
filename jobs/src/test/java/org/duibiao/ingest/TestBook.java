package org.duibiao.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.duibiao.ingest.table.Locators;

/**
 * A workbook in the making, to be written as .xlsx or .xls. A cell that reads as a number is one;
 * one that starts with ' is text, as spreadsheets have it; {@code 12.5|0.0%} is a number with a
 * format.
 */
public final class TestBook {

  private final Map<String, List<String[]>> sheets = new LinkedHashMap<>();
  private final Map<String, List<String>> merges = new LinkedHashMap<>();
  private String current;

  /** Starts a sheet. */
  public TestBook sheet(String name) {
    current = name;
    sheets.put(name, new ArrayList<>());
    merges.put(name, new ArrayList<>());
    return this;
  }

  /** Adds a row; without cells an empty one. */
  public TestBook row(String... cells) {
    sheets.get(current).add(cells);
    return this;
  }

  /** Merges cells such as A1:A2. */
  public TestBook merge(String range) {
    merges.get(current).add(range);
    return this;
  }

  private static boolean isNumber(String cell) {
    return cell.matches("-?[0-9.]+(E-?[0-9]+)?(\\|.*)?");
  }

  private static String text(String cell) {
    return cell.startsWith("'") ? cell.substring(1) : cell;
  }

  /** The bytes of an .xlsx. */
  public byte[] xlsx() {
    List<String> formats = new ArrayList<>();
    Map<String, String> parts = new LinkedHashMap<>();
    StringBuilder list = new StringBuilder();
    StringBuilder relations = new StringBuilder();
    int number = 0;
    for (Map.Entry<String, List<String[]>> sheet : sheets.entrySet()) {
      number++;
      list.append(
          "<sheet name='%s' sheetId='%d' r:id='r%d'/>".formatted(sheet.getKey(), number, number));
      relations.append(
          "<Relationship Id='r%d' Type='x/worksheet' Target='worksheets/sheet%d.xml'/>"
              .formatted(number, number));
      StringBuilder xml = new StringBuilder("<worksheet xmlns='m'><sheetData>");
      for (int row = 0; row < sheet.getValue().size(); row++) {
        xml.append("<row r='%d'>".formatted(row + 1));
        String[] cells = sheet.getValue().get(row);
        for (int i = 0; i < cells.length; i++) {
          String place = Locators.letters(i) + (row + 1);
          if (isNumber(cells[i])) {
            String[] valueAndFormat = cells[i].split("\\|", 2);
            int style = 0;
            if (valueAndFormat.length > 1) {
              formats.add(valueAndFormat[1]);
              style = formats.size();
            }
            xml.append("<c r='%s' s='%d'><v>%s</v></c>".formatted(place, style, valueAndFormat[0]));
          } else if (!cells[i].isEmpty()) {
            xml.append(
                "<c r='%s' t='inlineStr'><is><t>%s</t></is></c>"
                    .formatted(place, escaped(text(cells[i]))));
          }
        }
        xml.append("</row>");
      }
      xml.append("</sheetData><mergeCells>");
      merges.get(sheet.getKey()).forEach(m -> xml.append("<mergeCell ref='" + m + "'/>"));
      parts.put("xl/worksheets/sheet" + number + ".xml", xml + "</mergeCells></worksheet>");
    }
    StringBuilder styles = new StringBuilder("<styleSheet><numFmts>");
    StringBuilder cells = new StringBuilder("<cellXfs><xf numFmtId='0'/>");
    for (int i = 0; i < formats.size(); i++) {
      styles.append(
          "<numFmt numFmtId='%d' formatCode='%s'/>".formatted(200 + i, escaped(formats.get(i))));
      cells.append("<xf numFmtId='%d'/>".formatted(200 + i));
    }
    parts.put("xl/styles.xml", styles + "</numFmts>" + cells + "</cellXfs></styleSheet>");
    parts.put(
        "xl/workbook.xml", "<workbook xmlns:r='rel'><sheets>" + list + "</sheets></workbook>");
    parts.put("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
    return archive(parts);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;");
  }

  /** An archive of these parts. */
  public static byte[] archive(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The bytes of an .xls. */
  public byte[] xls() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      for (Map.Entry<String, List<String[]>> each : sheets.entrySet()) {
        Sheet sheet = book.createSheet(each.getKey());
        for (int i = 0; i < each.getValue().size(); i++) {
          Row row = sheet.createRow(i);
          String[] cells = each.getValue().get(i);
          for (int j = 0; j < cells.length; j++) {
            if (isNumber(cells[j])) {
              String[] valueAndFormat = cells[j].split("\\|", 2);
              Cell cell = row.createCell(j);
              cell.setCellValue(Double.parseDouble(valueAndFormat[0]));
              if (valueAndFormat.length > 1) {
                CellStyle style = book.createCellStyle();
                style.setDataFormat(book.createDataFormat().getFormat(valueAndFormat[1]));
                cell.setCellStyle(style);
              }
            } else if (!cells[j].isEmpty()) {
              row.createCell(j).setCellValue(text(cells[j]));
            }
          }
        }
        merges.get(each.getKey()).forEach(m -> sheet.addMergedRegion(CellRangeAddress.valueOf(m)));
      }
      book.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
