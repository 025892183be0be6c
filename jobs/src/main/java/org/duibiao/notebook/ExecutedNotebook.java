package org.duibiao.notebook;

import java.util.ArrayList;
import java.util.List;
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
  record ExecutedCell(NotebookCell cell, List<Output> outputs, int count) {}

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

  private void run(NotebookCell cell) {
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

  private void run(NotebookCell cell, List<Output> outputs) {
    if (!cell.isSql()) {
      throw new NotebookException(
          "is in %%%s, which does not run here: only SQL and %%md do", cell.language());
    }
    for (SqlStatement statement : SqlStatement.of(cell.source())) {
      if (statement instanceof SqlStatement.CreateWidget widget) {
        outputs.add(new NoteOutput(create(widget)));
      } else if (statement instanceof SqlStatement.RemoveWidget widget) {
        widgets.remove(widget.name());
      } else if (statement instanceof SqlStatement.CreateView view) {
        engine.view(view.name(), widgets.bind(view.sql()));
      } else if (statement instanceof SqlStatement.Query query) {
        QueryResult result = engine.query(widgets.bind(query.sql()));
        outputs.add(new TableOutput(result));
        for (String chart : query.charts()) {
          String title = cell.hasHeading() ? cell.title() : null;
          outputs.add(ChartSvg.draw(ChartSpec.parse(chart), result, title));
        }
      }
    }
  }

  private String create(SqlStatement.CreateWidget widget) {
    String value = given.getOrDefault(widget.name(), widget.value());
    if (!widget.choices().isEmpty() && widget.type() != SqlStatement.CreateWidget.Type.COMBOBOX) {
      QueryResult choices = engine.query(widgets.bind(widget.choices()));
      List<String> known = choices.rows().stream().map(row -> row.get(0)).toList();
      List<String> chosen =
          widget.type() == SqlStatement.CreateWidget.Type.MULTISELECT
              ? List.of(value.split(",", -1))
              : List.of(value);
      for (String one : chosen) {
        if (!known.contains(one)) {
          String some = String.join(", ", known.subList(0, Math.min(MOST_NAMED, known.size())));
          throw new NotebookException(
              "the widget '%s' cannot be '%s'; it can be %s%s",
              widget.name(), one, some, known.size() > MOST_NAMED ? " …" : "");
        }
      }
    }
    widgets.put(widget.name(), value);
    return widget.name() + " = " + value;
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
