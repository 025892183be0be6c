package org.duibiao.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.duibiao.ingest.file.CharsetDetector;
import org.duibiao.ingest.file.ReadLimits;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.table.Grid;
import org.duibiao.ingest.table.Workbook;
import org.duibiao.ingest.text.DocumentText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** A page with markup; its tables are numbered from 1 as they begin, those in tables too. */
public final class HtmlPage {

  private static final String MEDIA_TYPE = "text/html";

  /** What browsers allow. */
  private static final int MAX_COLSPAN = 1000;

  private static final int MAX_ROWSPAN = 65_534;

  /** A cell with more text is no cell of a table: it lays the page out. */
  private static final int LONGEST_CELL = 400;

  /** The attribute that such a cell is given. */
  private static final String LAYOUT = "lays-out-the-page";

  private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n\\f]+");
  private static final Pattern ENDING_IN_DIGIT = Pattern.compile("\\p{Nd}\\z");
  private static final Pattern NOTE_MARK = Pattern.compile("[\\[【(（〔①-⑳*※注].*");

  private final Document page;
  private final CharsetDetector.DetectedCharset charset;

  /**
   * Reads a page.
   *
   * @throws UnreadableFileException if the bytes are not text
   */
  public HtmlPage(byte[] bytes, String charsetLabel) throws IOException, UnreadableFileException {
    this.charset = CharsetDetector.detect(() -> new ByteArrayInputStream(bytes), charsetLabel);
    this.page = Jsoup.parse(charset.decode(bytes));
  }

  /** Its tables. */
  public Workbook tables() {
    List<Grid> grids = new ArrayList<>();
    for (Element table : page.select("table")) {
      String place = "table:" + (grids.size() + 1);
      grids.add(new Grid(place, sink -> read(place, table, sink)));
    }
    return new Workbook(MEDIA_TYPE, charset.label(), page.title(), grids);
  }

  /** Its running text. */
  public DocumentText text() {
    Document document = page.clone();
    document.select("script, style, noscript, template, head, select, button").remove();
    document.select("td, th").stream()
        .filter(cell -> cell.wholeText().length() > LONGEST_CELL)
        .forEach(cell -> cell.attr(LAYOUT, true));
    StringBuilder text = new StringBuilder();
    document.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
              String plain = SPACES.matcher(words.getWholeText()).replaceAll(" ");
              boolean fresh = text.isEmpty() || "\n\t".indexOf(text.charAt(text.length() - 1)) >= 0;
              text.append(fresh ? plain.stripLeading() : plain);
            } else if (node instanceof Element element
                && (element.nameIs("br") || isBlock(element))) {
              DocumentText.endLine(text);
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element element && isCell(element)) {
              text.append('\t');
            } else if (node instanceof Element element && isBlock(element)) {
              DocumentText.endLine(text);
            }
          }
        });
    return new DocumentText(text.toString(), MEDIA_TYPE, charset.label());
  }

  private static boolean isCell(Element element) {
    return element.nameIs("td") || element.nameIs("th");
  }

  /** Whether an element is a paragraph of its own; what stands in a cell of a table is not. */
  private static boolean isBlock(Element element) {
    if (!element.isBlock() || isCell(element)) {
      return false;
    }
    Element cell = element.closest("td, th");
    return cell == null || cell.hasAttr(LAYOUT);
  }

  /** Passes on one table, without those in its cells. */
  private static void read(String place, Element table, Grid.Sink sink)
      throws UnreadableFileException {
    List<Element> rows = table.select("> tr, > :not(tr) > tr");
    // For each column, the first row that no cell from above covers.
    Map<Integer, Integer> freeFrom = new HashMap<>();
    long cells = 0;
    for (int row = 1; row <= rows.size(); row++) {
      List<String> texts = new ArrayList<>();
      int column = 0;
      for (Element cell : rows.get(row - 1).children().stream().filter(HtmlPage::isCell).toList()) {
        while (freeFrom.getOrDefault(column, 1) > row) {
          column++;
        }
        int down = span(cell, "rowspan", MAX_ROWSPAN);
        int lastRow = down == 0 ? rows.size() : Math.min(row + down - 1, rows.size());
        int lastColumn = column + Math.max(span(cell, "colspan", MAX_COLSPAN), 1) - 1;
        cells += lastColumn - column + 1L;
        if (lastColumn >= Grid.MAX_COLUMNS || cells > ReadLimits.CELLS) {
          throw new UnreadableFileException(
              "too_large", place + " has more cells than a table has, in row " + row);
        }
        texts.addAll(Collections.nCopies(column - texts.size(), ""));
        texts.add(text(cell));
        for (int i = column; i <= lastColumn; i++) {
          freeFrom.merge(i, lastRow + 1, Math::max);
        }
        if (lastRow > row || lastColumn > column) {
          sink.merge(new Grid.CellRange(row, lastRow, column, lastColumn));
        }
        column = lastColumn + 1;
      }
      if (!texts.isEmpty()) {
        sink.row(row, texts);
      }
    }
  }

  private static int span(Element cell, String attribute, int most) {
    String text = cell.attr(attribute).strip();
    return text.matches("[0-9]{1,9}") ? Math.min(Integer.parseInt(text), most) : 1;
  }

  /**
   * The text of a cell. A raised note mark is left out; a raised digit is kept apart from the
   * number that it stands behind, which is another without it.
   */
  private static String text(Element cell) {
    StringBuilder text = new StringBuilder();
    cell.traverse(
        (node, depth) -> {
          if (node instanceof TextNode words) {
            boolean raised =
                words.parent() != null
                    && words.parent().closest("sup") != null
                    && ENDING_IN_DIGIT.matcher(text).find();
            String mark = words.getWholeText().strip();
            if (!raised) {
              text.append(words.getWholeText());
            } else if (!mark.isEmpty() && !NOTE_MARK.matcher(mark).matches()) {
              text.append('^').append(mark);
            }
          } else if (node instanceof Element element
              && (element.nameIs("br") || element.isBlock())
              && !text.isEmpty()) {
            text.append(' ');
          }
        });
    return SPACES.matcher(text).replaceAll(" ").strip();
  }
}
