package org.duibiao.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.table.Grid;
import org.duibiao.ingest.table.Workbook;

/** A workbook of Excel 97 to 2003: at most 65536 rows a sheet, held in memory. */
public final class XlsWorkbook {

  private XlsWorkbook() {}

  /** Reads a workbook. */
  public static Workbook read(byte[] bytes) throws UnreadableFileException {
    try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      DirectoryNode root = system.getRoot();
      if (root.hasEntry("EncryptedPackage") || root.hasEntry("EncryptionInfo")) {
        throw new UnreadableFileException("encrypted", "the workbook");
      }
      if (!root.hasEntry("Workbook") && !root.hasEntry("Book") && !root.hasEntry("WORKBOOK")) {
        throw new UnreadableFileException("media_type_not_supported.document");
      }
      HSSFWorkbook workbook = new HSSFWorkbook(root, false);
      boolean since1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
      List<Grid> grids = new ArrayList<>();
      for (Sheet sheet : workbook) {
        String place = "sheet:" + sheet.getSheetName();
        grids.add(new Grid(place, sink -> read(place, sheet, since1904, sink)));
      }
      return new Workbook("application/vnd.ms-excel", null, null, grids);
    } catch (EncryptedDocumentException e) {
      throw new UnreadableFileException("encrypted", "the workbook");
    } catch (OldExcelFormatException e) {
      throw new UnreadableFileException("media_type_not_supported.old_workbook");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw damaged("the workbook", e);
    }
  }

  private static UnreadableFileException damaged(String what, Throwable e) {
    return new UnreadableFileException(
        "damaged", what + " cannot be read (" + e.getMessage() + ")");
  }

  private static void read(String place, Sheet sheet, boolean since1904, Grid.Sink sink)
      throws UnreadableFileException {
    try {
      for (Row row : sheet) {
        List<String> cells = new ArrayList<>();
        for (Cell cell : row) {
          Grid.put(cells, cell.getColumnIndex(), text(cell, since1904));
        }
        if (!cells.isEmpty()) {
          sink.row(row.getRowNum() + 1, cells);
        }
      }
      for (CellRangeAddress merge : sheet.getMergedRegions()) {
        sink.merge(
            new Grid.CellRange(
                merge.getFirstRow() + 1,
                merge.getLastRow() + 1,
                merge.getFirstColumn(),
                merge.getLastColumn()));
      }
    } catch (RuntimeException | StackOverflowError e) {
      throw damaged(place, e);
    }
  }

  private static String text(Cell cell, boolean since1904) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case NUMERIC ->
          CellFormat.of(
                  cell.getCellStyle().getDataFormat(), cell.getCellStyle().getDataFormatString())
              .text(Double.toString(cell.getNumericCellValue()), since1904);
      case STRING -> cell.getRichStringCellValue().getString();
      case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
      case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
      case FORMULA, BLANK, _NONE -> "";
    };
  }
}
