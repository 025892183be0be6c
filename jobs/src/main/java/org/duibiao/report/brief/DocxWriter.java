package org.duibiao.report.brief;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duibiao.markup.Html;
import org.duibiao.markup.Resource;
import org.duibiao.report.export.OoxmlFile;

/**
 * An A4 page for Word and LibreOffice that people edit: paragraphs in named styles, real footnotes,
 * a table with three lines, a chart with its numbers in it. {@code docx.txt} beside this class has
 * the parts of the file; lines that begin with a question mark are only in a page with a chart.
 */
final class DocxWriter {

  /** The width between the margins in millimetres; left and right margins as in GB/T 9704. */
  static final int TEXT_WIDTH = 210 - 28 - 26;

  /**
   * The same from top to bottom; the margins are narrower than a letter's, as it must be one page.
   */
  static final int TEXT_HEIGHT = 297 - 24 - 18;

  private static final double TWENTIETHS_PER_MILLIMETRE = 1440 / 25.4;
  private static final int EMU_PER_MILLIMETRE = 36_000;

  /** The first footnotes are the lines between text and footnotes. */
  private static final int FIRST_FOOTNOTE = 3;

  private static final String DOCUMENT = Resource.text(DocxWriter.class, "docx.txt");
  private static final Map<String, String> FRAGMENTS =
      OoxmlFile.templates(Resource.text(DocxWriter.class, "docx-fragments.txt"));
  private static final String NUMBERS = Resource.text(DocxWriter.class, "chart-numbers.txt");
  private static final Html STYLES =
      Html.trusted(
          Resource.text(DocxWriter.class, "brief-styles.xml")
              .replaceAll("(?s)<!--.*?-->\n", "")
              .strip());

  private final List<Html> body = new ArrayList<>();
  private final List<Html> footnotes = new ArrayList<>();
  private List<Object> chart = List.of();
  private byte[] workbook;

  /** A paragraph in a style. */
  void paragraph(String style, String text) {
    paragraph(style, text, "");
  }

  /** A paragraph with a footnote at its end; none if that is empty. */
  void paragraph(String style, String text, String footnote) {
    Html mark = Html.EMPTY;
    if (!footnote.isEmpty()) {
      int id = FIRST_FOOTNOTE + footnotes.size();
      mark = fragment("mark", id);
      footnotes.add(fragment("footnote", id, text(" " + footnote)));
    }
    body.add(fragment("paragraph", style, text(text), mark));
  }

  private static Html fragment(String name, Object... values) {
    return Html.of(FRAGMENTS.get(name), values);
  }

  private static Html text(String text) {
    return Html.of(
        "<w:t{}>{}</w:t>",
        Html.trusted(text.equals(text.strip()) ? "" : " xml:space=\"preserve\""),
        text);
  }

  /**
   * A chart as wide as the text: bars to the left and the right of 100. It is the office program's
   * own rather than a picture: whoever edits the page can change its words and see its numbers, it
   * is sharp in print, and it needs no typefaces where it is made, so that the same release gives
   * the same bytes on every machine.
   *
   * @param names what is compared, from the top
   * @param percents the city's rate in percent of the reference's
   * @param series what the bars are
   * @param axis what the axis counts
   */
  void chart(
      int millimetres,
      String description,
      List<String> names,
      List<Double> percents,
      String series,
      String axis)
      throws IOException {
    int height = millimetres * EMU_PER_MILLIMETRE;
    body.add(fragment("picture", TEXT_WIDTH * EMU_PER_MILLIMETRE, height, description));
    double most = percents.stream().mapToDouble(Double::doubleValue).max().orElse(100);
    double unit = most <= 160 ? 20 : most <= 320 ? 50 : most <= 700 ? 100 : 500;
    double end = (Math.floor(Math.max(most, 100) * 1.08 / unit) + 1) * unit;
    int last = names.size() + 1;
    chart = List.of(series, axis, last, names.size(), points(names), points(percents), end, unit);
    List<String> texts = Stream.concat(Stream.of(series), names.stream()).distinct().toList();
    List<Html> shared = texts.stream().map(text -> fragment("shared", text)).toList();
    List<Html> numbers = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      numbers.add(fragment("numbers", i + 2, texts.indexOf(names.get(i)), percents.get(i)));
    }
    workbook = OoxmlFile.of(NUMBERS, null, last, texts.size(), shared, numbers);
  }

  private static List<Html> points(List<?> values) {
    return IntStream.range(0, values.size())
        .mapToObj(i -> fragment("point", i, values.get(i)))
        .toList();
  }

  /**
   * A table with a line above, below and under its headings.
   *
   * @param widths of the columns, in millimetres
   * @param rows the headings first; the first column is aligned to the left, others to the right
   */
  void table(List<Integer> widths, List<List<String>> rows) {
    List<Html> lines = new ArrayList<>();
    for (List<String> row : rows) {
      boolean isHeading = lines.isEmpty();
      List<Html> cells = new ArrayList<>();
      for (int c = 0; c < widths.size(); c++) {
        String side = c == 0 ? "left" : "right";
        Object[] cell = {twentieths(widths.get(c)), side, text(row.get(c))};
        cells.add(fragment(isHeading ? "heading" : "cell", cell));
      }
      lines.add(fragment("row", isHeading ? "on" : "off", cells));
    }
    body.add(
        fragment(
            "table",
            twentieths(widths.stream().mapToInt(Integer::intValue).sum()),
            widths.stream().map(width -> fragment("column", twentieths(width))).toList(),
            lines));
  }

  /** The file. */
  byte[] write() throws IOException {
    List<Object> values = new ArrayList<>(List.of(body, footnotes, STYLES));
    values.addAll(chart);
    String parts = DOCUMENT.replaceAll(chart.isEmpty() ? "(?m)^\\?.*\n" : "(?m)^\\?", "");
    return OoxmlFile.of(parts, workbook, values.toArray());
  }

  private static long twentieths(int millimetres) {
    return Math.round(millimetres * TWENTIETHS_PER_MILLIMETRE);
  }
}
