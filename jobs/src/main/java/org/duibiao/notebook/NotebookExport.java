package org.duibiao.notebook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonmark.node.Heading;
import org.duibiao.markup.ContentPolicy;
import org.duibiao.markup.Html;
import org.duibiao.markup.Resource;
import org.duibiao.markup.Sanitizer;
import org.duibiao.markup.TextTable;

/**
 * An executed notebook as files that open without the warehouse. They hold no time and no count of
 * seconds: the same notebook over the same release gives the same bytes.
 */
public final class NotebookExport {

  private static final String PAGE = Resource.text(NotebookExport.class, "notebook.html");
  private static final String STYLE = Resource.text(NotebookExport.class, "notebook.css");

  private static final Html NULL = Html.trusted("<i>null</i>");

  /** A longer text may wrap. */
  private static final int LONG = 48;

  /** The number of heading levels in HTML. */
  private static final int MOST_HEADINGS = 6;

  private final ExecutedNotebook executed;
  private final String release;

  private NotebookExport(ExecutedNotebook executed, String release) {
    this.executed = executed;
    this.release = release;
  }

  /**
   * The files by name: {@code NAME.ipynb} and {@code NAME.html}.
   *
   * @param release the id of the release that was queried, or null for the newest versions
   */
  public static Map<String, byte[]> files(ExecutedNotebook executed, String release) {
    String name = executed.notebook().name();
    Map<String, byte[]> files = new TreeMap<>();
    files.put(name + ".ipynb", JupyterWriter.write(executed, release));
    files.put(name + ".html", new NotebookExport(executed, release).page());
    return files;
  }

  /** The name of a release for readers: its id is made of digits and letters. */
  static String release(String release) {
    return release == null ? "尚未发布 unreleased" : release;
  }

  private byte[] page() {
    Notebook notebook = executed.notebook();
    String title =
        notebook.cells().stream()
            .filter(Notebook.Cell::isMarkdown)
            .flatMap(cell -> Markdown.headings(cell.source()).stream().limit(1))
            .findFirst()
            .map(Markdown::text)
            .orElse(notebook.name());
    List<Html> cells = new ArrayList<>();
    int level = 0;
    for (ExecutedNotebook.ExecutedCell step : executed.steps()) {
      Notebook.Cell cell = step.cell();
      if (cell.source().isEmpty()) {
        continue;
      }
      // A cell's title stands below the heading that it comes after: no level is left out.
      cells.add(cell(step, Math.min(level + 1, MOST_HEADINGS)));
      if (cell.isMarkdown()) {
        for (Heading heading : Markdown.headings(cell.source())) {
          level = heading.getLevel();
        }
      }
    }
    String policy = ContentPolicy.of(STYLE);
    Html style = Html.trusted(STYLE);
    Html page = Html.of(PAGE, policy, title, style, notebook.name(), release(release), cells);
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Html cell(ExecutedNotebook.ExecutedCell step, int level) {
    Notebook.Cell cell = step.cell();
    Html title =
        cell.hasHeading()
            ? Html.of("<h{0} class=\"title\">{1}</h{0}>\n", level, cell.title())
            : Html.EMPTY;
    Html body =
        cell.isMarkdown()
            ? Html.of("<div class=\"text\">{}</div>\n", Markdown.html(cell.source()))
            : Html.of(
                "<details open=\"open\"><summary>{} [{}]</summary><pre><code>{}</code></pre>"
                    + "</details>\n{}",
                cell.isSql() ? "SQL" : "%" + cell.language(),
                step.count() == 0 ? "未执行 not run" : step.count(),
                lines(cell.source()),
                step.outputs().stream().map(this::output).toList());
    return Html.of("<section id=\"cell-{}\">\n{}{}</section>\n", cell.number(), title, body);
  }

  private Html output(ExecutedNotebook.Output output) {
    if (output instanceof ExecutedNotebook.TableOutput table) {
      return Html.of(
          "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"结果 Result\">{}</div>\n"
              + "<p class=\"note\">{}</p>\n",
          table(table.result(), TableStyle.CLASSES),
          count(table.result()));
    } else if (output instanceof ExecutedNotebook.ChartOutput picture) {
      return Html.of("<figure>{}</figure>\n", picture.svg());
    } else if (output instanceof ExecutedNotebook.NoteOutput note) {
      return Html.of("<p class=\"note\"><code>{}</code></p>\n", note.text());
    }
    return Html.of(
        "<div class=\"failed\" role=\"alert\"><strong>失败，此后的单元没有执行。 Failed; no cell after"
            + " this one was run.</strong><pre>{}</pre></div>\n",
        lines(((ExecutedNotebook.ErrorOutput) output).message()));
  }

  /** How many rows there are. */
  static String count(QueryResult result) {
    int rows = result.rows().size();
    return result.completeness() == QueryResult.Completeness.TRUNCATED
        ? "只列出前 " + rows + " 行，其后从略。 Only the first " + rows + " rows are shown; there are more."
        : rows + " 行 " + (rows == 1 ? "row" : "rows");
  }

  /** How the cells of a table are marked up: by a style sheet's classes, or in themselves. */
  enum TableStyle {
    CLASSES(" class=\"n\"", "", " class=\"w\""),
    STYLES(
        " style=\"text-align: right\"",
        " style=\"text-align: left\"",
        " style=\"text-align: left; min-width: 15em; overflow-wrap: anywhere\"");

    private final Html number;
    private final Html text;
    private final Html wide;

    TableStyle(String number, String text, String wide) {
      this.number = Html.trusted(number);
      this.text = Html.trusted(text);
      this.wide = Html.trusted(wide);
    }

    /** The attributes of a cell, with a space before. */
    Html of(QueryResult.Column column, String value) {
      return column.type() == QueryResult.ValueType.NUMBER
          ? number
          : value != null && value.length() > LONG ? wide : text;
    }
  }

  /** A result as a table. */
  static Html table(QueryResult result, TableStyle look) {
    List<Html> head = new ArrayList<>();
    for (QueryResult.Column column : result.columns()) {
      head.add(Html.of("<th scope=\"col\"{}>{}</th>", look.of(column, null), column.name()));
    }
    List<Html> rows = new ArrayList<>();
    for (List<String> row : result.rows()) {
      List<Html> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        String value = row.get(i);
        Object shown = value == null ? NULL : Sanitizer.shorten(value, QueryResult.CHARACTERS);
        cells.add(Html.of("<td{}>{}</td>", look.of(result.columns().get(i), value), shown));
      }
      rows.add(Html.of("<tr>{}</tr>\n", cells));
    }
    return Html.of(
        "<table>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n</table>", head, rows);
  }

  /** A result as plain text. */
  static List<String> text(QueryResult result) {
    BitSet numeric = new BitSet();
    for (int i = 0; i < result.columns().size(); i++) {
      numeric.set(i, result.columns().get(i).type() == QueryResult.ValueType.NUMBER);
    }
    List<List<String>> rows =
        result.rows().stream()
            .map(row -> row.stream().map(NotebookExport::clean).toList())
            .toList();
    List<String> lines =
        new ArrayList<>(
            new TextTable(
                    result.names().stream().map(NotebookExport::clean).toList(), rows, numeric, 80)
                .lines());
    lines.add("(" + count(result) + ")");
    return lines;
  }

  private static String clean(String text) {
    return text == null ? null : Sanitizer.clean(text);
  }

  /** Text with its line ends. */
  private static Html lines(String text) {
    return Html.trusted(
        String.join("\n", text.lines().map(line -> Html.text(line).toString()).toList()));
  }
}
