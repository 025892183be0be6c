package org.duibiao.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.table.Grid;
import org.duibiao.ingest.table.Workbook;

/** A workbook of Excel 97 to 2003: at most 65536 rows a sheet, held in memory. */
public final class XlsWorkbook implements Workbook {

  private final List<Grid> grids = new ArrayList<>();
  private boolean since1904;

  /** Reads a workbook. */
  public XlsWorkbook(byte[] bytes) throws IOException, UnreadableFileException {
    try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      DirectoryNode root = system.getRoot();
      if (root.hasEntry("EncryptedPackage") || root.hasEntry("EncryptionInfo")) {
        throw UnreadableFileException.encrypted("the workbook");
      }
      if (!root.hasEntry("Workbook") && !root.hasEntry("Book") && !root.hasEntry("WORKBOOK")) {
        throw new UnreadableFileException(
            "media_type_not_supported",
            "the file is a document of Office 97 to 2003, but no workbook: save it as .docx or"
                + " PDF");
      }
      HSSFWorkbook workbook = new HSSFWorkbook(root, false);
      since1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        grids.add(new Sheet("sheet:" + workbook.getSheetName(i), workbook.getSheetAt(i)));
      }
    } catch (EncryptedDocumentException e) {
      throw UnreadableFileException.encrypted("the workbook");
    } catch (OldExcelFormatException e) {
      throw new UnreadableFileException(
          "media_type_not_supported",
          "the workbook is older than Excel 97: open it and save it as .xlsx");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw damaged("the workbook", e);
    }
  }

  private static UnreadableFileException damaged(String what, Throwable e) {
    return UnreadableFileException.damaged(what + " cannot be read (" + e.getMessage() + ")");
  }

  @Override
  public String mediaType() {
    return "application/vnd.ms-excel";
  }

  @Override
  public String charset() {
    return null;
  }

  @Override
  public List<Grid> grids() {
    return List.copyOf(grids);
  }

  /** One sheet. */
  private final class Sheet implements Grid {
    private final String place;
    private final HSSFSheet sheet;

    private Sheet(String place, HSSFSheet sheet) {
      this.place = place;
      this.sheet = sheet;
    }

    @Override
    public String place() {
      return place;
    }

    @Override
    public void read(Sink sink) throws UnreadableFileException {
      try {
        for (Row row : sheet) {
          List<String> cells = new ArrayList<>();
          for (Cell cell : row) {
            String text = text(cell);
            if (!text.isEmpty()) {
              while (cells.size() <= cell.getColumnIndex()) {
                cells.add("");
              }
              cells.set(cell.getColumnIndex(), text);
            }
          }
          if (!cells.isEmpty()) {
            sink.row(row.getRowNum() + 1, cells);
          }
        }
        for (CellRangeAddress merge : sheet.getMergedRegions()) {
          sink.merge(
              new CellRange(
                  merge.getFirstRow() + 1,
                  merge.getLastRow() + 1,
                  merge.getFirstColumn(),
                  merge.getLastColumn()));
        }
      } catch (RuntimeException | StackOverflowError e) {
        throw damaged(place, e);
      }
    }

    private String text(Cell cell) {
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
}
