package org.duibiao.report.brief;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlException;
import org.duibiao.markup.Sanitizer;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFtnEdn;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFtnEdn;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * An A4 page for Word and LibreOffice that people edit: paragraphs in named styles, real footnotes,
 * a table with three lines, a chart with its numbers in it.
 */
final class DocxWriter {

  /** The width between the margins in millimetres; left and right margins as in GB/T 9704. */
  static final int TEXT_WIDTH = 210 - 28 - 26;

  /**
   * The same from top to bottom; the margins are narrower than a letter's, as it must be one page.
   */
  static final int TEXT_HEIGHT = 297 - 24 - 18;

  private static final double TWENTIETHS_PER_MILLIMETRE = 1440 / 25.4;
  private static final int THICK = 12;
  private static final int THIN = 6;

  private final XWPFDocument document = new XWPFDocument();

  DocxWriter() throws IOException {
    try (InputStream styles = DocxWriter.class.getResourceAsStream("brief-styles.xml")) {
      document.createStyles().setStyles(StylesDocument.Factory.parse(styles).getStyles());
    } catch (XmlException e) {
      throw new IOException(e);
    }
    line(STFtnEdn.SEPARATOR, -1);
    line(STFtnEdn.CONTINUATION_SEPARATOR, 0);
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    section.addNewPgSz().setW(twentieths(210));
    section.getPgSz().setH(twentieths(297));
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(twentieths(24));
    margins.setBottom(twentieths(18));
    margins.setLeft(twentieths(28));
    margins.setRight(twentieths(26));
    margins.setHeader(twentieths(12));
    margins.setFooter(twentieths(10));
    margins.setGutter(BigInteger.ZERO);
  }

  /** The line between text and footnotes, which Word expects to find among them. */
  private void line(STFtnEdn.Enum type, int id) {
    CTFtnEdn line = CTFtnEdn.Factory.newInstance();
    line.setType(type);
    line.setId(BigInteger.valueOf(id));
    if (type == STFtnEdn.SEPARATOR) {
      line.addNewP().addNewR().addNewSeparator();
    } else {
      line.addNewP().addNewR().addNewContinuationSeparator();
    }
    document.createFootnotes().addFootnote(line);
  }

  /** A paragraph in a style. */
  XWPFParagraph paragraph(String style, String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle(style);
    paragraph.createRun().setText(Sanitizer.clean(text));
    return paragraph;
  }

  /** Puts a footnote to the end of a paragraph. */
  void footnote(XWPFParagraph paragraph, String text) {
    XWPFFootnote footnote = document.createFootnote();
    XWPFParagraph words = footnote.createParagraph();
    words.setStyle("FootnoteText");
    words.createRun().setText(" " + Sanitizer.clean(text));
    paragraph.addFootnoteReference(footnote);
  }

  /** A chart as wide as the text. */
  XWPFChart chart(int millimetres, String description) throws IOException {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle("Picture");
    try {
      XWPFChart chart =
          document.createChart(
              paragraph.createRun(),
              TEXT_WIDTH * Units.EMU_PER_CENTIMETER / 10,
              millimetres * Units.EMU_PER_CENTIMETER / 10);
      paragraph
          .getRuns()
          .get(0)
          .getCTR()
          .getDrawingArray(0)
          .getInlineArray(0)
          .getDocPr()
          .setDescr(Sanitizer.clean(description));
      return chart;
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
  }

  /**
   * A table with a line above, below and under its headings.
   *
   * @param widths of the columns, in millimetres
   * @param rows the headings first; the first column is aligned to the left, others to the right
   */
  void table(List<Integer> widths, List<List<String>> rows) {
    XWPFTable table = document.createTable(rows.size(), widths.size());
    table.setInsideHBorder(XWPFBorderType.NONE, 0, 0, "auto");
    table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, "auto");
    table.setLeftBorder(XWPFBorderType.NONE, 0, 0, "auto");
    table.setRightBorder(XWPFBorderType.NONE, 0, 0, "auto");
    table.setTableAlignment(TableRowAlign.CENTER);
    table.setTopBorder(XWPFBorderType.SINGLE, THICK, 0, "000000");
    table.setBottomBorder(XWPFBorderType.SINGLE, THICK, 0, "000000");
    table.setWidth(twentieths(widths.stream().mapToInt(Integer::intValue).sum()).intValue());
    table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    for (int width : widths) {
      if (table.getCTTbl().getTblGrid() == null) {
        table.getCTTbl().addNewTblGrid();
      }
      table.getCTTbl().getTblGrid().addNewGridCol().setW(twentieths(width));
    }
    for (int r = 0; r < rows.size(); r++) {
      XWPFTableRow row = table.getRow(r);
      row.setCantSplitRow(true);
      row.setRepeatHeader(r == 0);
      for (int c = 0; c < widths.size(); c++) {
        XWPFTableCell cell = row.getCell(c);
        cell.setWidth(twentieths(widths.get(c)).toString());
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        XWPFParagraph text = cell.getParagraphs().get(0);
        text.setStyle("TableText");
        text.setAlignment(c == 0 ? ParagraphAlignment.LEFT : ParagraphAlignment.RIGHT);
        text.createRun().setText(Sanitizer.clean(rows.get(r).get(c)));
        if (r == 0) {
          text.getRuns().get(0).setFontFamily("黑体", XWPFRun.FontCharRange.eastAsia);
          CTTcBorders borders = cell.getCTTc().getTcPr().addNewTcBorders();
          borders.addNewBottom().setVal(STBorder.SINGLE);
          borders.getBottom().setSz(BigInteger.valueOf(THIN));
        }
      }
    }
  }

  /** The file; the title is its property too. */
  byte[] write() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.write(out);
    document.close();
    return out.toByteArray();
  }

  private static BigInteger twentieths(int millimetres) {
    return BigInteger.valueOf(Math.round(millimetres * TWENTIETHS_PER_MILLIMETRE));
  }
}
