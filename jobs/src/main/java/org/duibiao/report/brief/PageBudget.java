package org.duibiao.report.brief;

import java.util.List;

/**
 * Estimates how much of the page is still free, in points. What does not fit must be left out
 * before the file is written, because only the office program that opens it knows where a page
 * ends. The estimate takes Chinese characters as full and Latin ones as half wide, and leaves some
 * space, as fonts differ.
 */
final class PageBudget {

  static final double SUBTITLE = 16 + 3;
  static final double HEADING = 20 + 3;
  static final double TABLE_TITLE = 16;
  static final double SIGNATURE = 18 + 6;

  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
  private static final double WIDTH = DocxWriter.TEXT_WIDTH * POINTS_PER_MILLIMETRE;
  private static final double SPARE = 20;
  private static final double TITLE_LINE = 26;
  private static final double TITLE_SIZE = 18;
  private static final double FINDING_LINE = 20;
  private static final double FINDING_SIZE = 11.5;
  private static final double FOOTNOTE_LINE = 11.5;
  private static final double FOOTNOTE_SIZE = 8;
  private static final double NOTE_LINE = 12.5;
  private static final double NOTE_SIZE = 8.5;
  private static final double TABLE_LINE = 14.5;
  private static final double TABLE_SIZE = 9;

  /** A cell's margins, in millimetres. */
  private static final int CELL_MARGINS = 2;

  /** A chart's frame and axis, and a bar of it, in millimetres: at least, and at best. */
  private static final int CHART_FRAME = 14;

  private static final double CHART_BAR = 5.5;
  private static final double CHART_ROOMY_BAR = 8;

  private double left = DocxWriter.TEXT_HEIGHT * POINTS_PER_MILLIMETRE - SPARE;

  /** Uses that height. */
  void line(double height) {
    left -= height;
  }

  void title(String text) {
    left -= lines(text, TITLE_SIZE, WIDTH) * TITLE_LINE + 2;
  }

  void finding(String text) {
    left -= lines("　　" + text, FINDING_SIZE, WIDTH) * FINDING_LINE;
  }

  void footnote(String text) {
    left -= lines("1 " + text, FOOTNOTE_SIZE, WIDTH) * FOOTNOTE_LINE;
  }

  /** The height of a chart with that number of bars in the space that is left, in millimetres. */
  int chart(int bars) {
    double roomy = CHART_FRAME + bars * CHART_ROOMY_BAR;
    return (int) Math.max(least(bars), Math.min(roomy, least(bars) + left / POINTS_PER_MILLIMETRE));
  }

  private static double least(int bars) {
    return CHART_FRAME + bars * CHART_BAR;
  }

  /** Uses the space of a table and what belongs to it, if there is enough. */
  boolean fits(List<List<String>> table, int bars, String note, String sources) {
    double height = TABLE_TITLE + lines(note, NOTE_SIZE, WIDTH) * NOTE_LINE + 1;
    height += lines("1 " + sources, FOOTNOTE_SIZE, WIDTH) * FOOTNOTE_LINE;
    height += bars == 0 ? 0 : HEADING + least(bars) * POINTS_PER_MILLIMETRE;
    for (List<String> row : table) {
      int most = 1;
      for (int c = 0; c < row.size(); c++) {
        double width = (BriefPage.WIDTHS.get(c) - CELL_MARGINS) * POINTS_PER_MILLIMETRE;
        most = Math.max(most, lines(row.get(c), TABLE_SIZE, width));
      }
      height += most * TABLE_LINE + 1;
    }
    if (height > left) {
      return false;
    }
    left -= height;
    return true;
  }

  /** How many lines a text takes: {@code lines("三级医院", 10, 25) → 2}. */
  static int lines(String text, double size, double width) {
    double length = text.codePoints().mapToDouble(c -> c < 0x2000 ? size * 0.55 : size).sum();
    return Math.max(1, (int) Math.ceil(length / (width - size / 2)));
  }
}
