package org.duibiao.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.duibiao.markup.Html;

/** A notebook with the outputs of its cells, up to the first that failed. */
public final class ExecutedNotebook {

  /** How many of the values that a widget can have a message names. */
  private static final int MOST_NAMED = 20;

  /** What a cell shows. */
  sealed interface Output {}

  /** The result of a query. */
  record TableOutput(QueryResult result) implements Output {}

  /** A chart of a result. */
  record ChartOutput(Html svg, String description) implements Output {}

  /** A message. */
  record NoteOutput(String text) implements Output {}

  /** Why the cell, and with it the notebook, failed. */
  record ErrorOutput(String message) implements Output {}

  /**
   * A cell and what it shows.
   *
   * @param count its place among the SQL cells that were run, 0 if it was not
   */
  record ExecutedCell(Notebook.Cell cell, List<Output> outputs, int count) {}

  private final Notebook notebook;
  private final Map<String, String> given;
  private final QueryEngine engine;
  private final Widgets widgets = new Widgets();
  private final List<ExecutedCell> steps = new ArrayList<>();
  private String failure;
  private int count;

  private ExecutedNotebook(Notebook notebook, Map<String, String> given, QueryEngine engine) {
    this.notebook = notebook;
    this.given = given;
    this.engine = engine;
  }

  /**
   * Executes a notebook, cell by cell, until one fails.
   *
   * @param given values for its widgets; where there is none, a widget has its default
   */
  public static ExecutedNotebook of(
      Notebook notebook, Map<String, String> given, QueryEngine engine) {
    ExecutedNotebook executed = new ExecutedNotebook(notebook, given, engine);
    notebook.cells().forEach(executed::run);
    return executed;
  }

  private void run(Notebook.Cell cell) {
    boolean isRun = failure == null && !cell.isMarkdown() && !cell.source().isEmpty();
    List<Output> outputs = new ArrayList<>();
    if (isRun) {
      count++;
      try {
        run(cell, outputs);
      } catch (NotebookException e) {
        failure = cell.name() + ": " + e.getMessage();
        outputs.add(new ErrorOutput(failure));
      }
    }
    steps.add(new ExecutedCell(cell, List.copyOf(outputs), isRun ? count : 0));
  }

  private void run(Notebook.Cell cell, List<Output> outputs) {
    if (!cell.isSql()) {
      throw new NotebookException(
          "is in %%%s, which does not run here: only SQL and %%md do", cell.language());
    }
    for (SqlStatement statement : SqlStatement.of(cell.source())) {
      if (statement.part("widget") != null) {
        outputs.add(new NoteOutput(create(statement)));
      } else if (statement.part("removed") != null) {
        widgets.remove(statement.part("removed"));
      } else if (statement.part("view") != null) {
        engine.view(statement.part("view"), bound(statement.parts().group("sql")));
      } else {
        QueryResult result = engine.query(widgets.bind(statement.tokens()));
        outputs.add(new TableOutput(result));
        for (String chart : statement.charts()) {
          String title = cell.hasHeading() ? cell.title() : null;
          outputs.add(ChartSvg.draw(ChartSpec.parse(chart), result, title));
        }
      }
    }
  }

  private String bound(String sql) {
    return widgets.bind(SqlToken.of(sql));
  }

  private String create(SqlStatement widget) {
    String name = widget.part("widget");
    String value = given.getOrDefault(name, widget.part("value"));
    String type = widget.part("type").toUpperCase(Locale.ROOT);
    String choices = widget.parts().group("choices");
    if (choices != null && !choices.isEmpty() && !type.equals("COMBOBOX")) {
      List<String> known =
          engine.query(bound(choices)).rows().stream().map(row -> row.get(0)).toList();
      for (String one : type.equals("MULTISELECT") ? value.split(",", -1) : new String[] {value}) {
        if (!known.contains(one)) {
          String some = String.join(", ", known.subList(0, Math.min(MOST_NAMED, known.size())));
          throw new NotebookException(
              "the widget '%s' cannot be '%s'; it can be %s%s",
              name, one, some, known.size() > MOST_NAMED ? " …" : "");
        }
      }
    }
    widgets.put(name, value);
    return name + " = " + value;
  }

  /** The cell that failed, and why. */
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  Notebook notebook() {
    return notebook;
  }

  List<ExecutedCell> steps() {
    return steps;
  }
}
