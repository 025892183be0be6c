package org.duibiao.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duibiao.markup.Html;

/** A notebook with what came of each of its cells, up to the one that failed. */
public final class Executed {

  /** What a cell shows. */
  sealed interface Output {}

  /** An answer. */
  record Table(Result result) implements Output {}

  /** A picture of an answer. */
  record Picture(Html svg, String description) implements Output {}

  /** Something to know. */
  record Note(String text) implements Output {}

  /** Why the cell, and with it the notebook, came to an end. */
  record Failure(String message) implements Output {}

  /**
   * A cell and what it shows.
   *
   * @param count its place among the SQL cells that were run, 0 if it was not
   */
  record Step(Cell cell, List<Output> outputs, int count) {}

  private final Notebook notebook;
  private final Map<String, String> given;
  private final Engine engine;
  private final Widgets widgets = new Widgets();
  private final List<Step> steps = new ArrayList<>();
  private String failure;

  private Executed(Notebook notebook, Map<String, String> given, Engine engine) {
    this.notebook = notebook;
    this.given = given;
    this.engine = engine;
  }

  /**
   * Executes a notebook, cell by cell, until one fails.
   *
   * @param given values for its widgets; where there is none, a widget has its default
   */
  public static Executed of(Notebook notebook, Map<String, String> given, Engine engine) {
    Executed executed = new Executed(notebook, given, engine);
    executed.run();
    return executed;
  }

  private void run() {
    int count = 0;
    for (Cell cell : notebook.cells()) {
      boolean isRun =
          failure == null && !cell.language().equals(Cell.MARKDOWN) && !cell.source().isEmpty();
      List<Output> outputs = new ArrayList<>();
      if (isRun) {
        count++;
        try {
          run(cell, outputs);
        } catch (NotebookException e) {
          failure = cell.name() + ": " + e.getMessage();
          outputs.add(new Failure(failure));
        }
      }
      steps.add(new Step(cell, List.copyOf(outputs), isRun ? count : 0));
    }
  }

  private void run(Cell cell, List<Output> outputs) {
    if (!cell.language().equals(Cell.SQL)) {
      throw new NotebookException(
          "is in %" + cell.language() + ", which does not run here: only SQL and %md do");
    }
    for (Statement statement : Statement.of(cell.source())) {
      if (statement instanceof Statement.CreateWidget widget) {
        outputs.add(new Note(create(widget)));
      } else if (statement instanceof Statement.RemoveWidget widget) {
        widgets.remove(widget.name());
      } else if (statement instanceof Statement.CreateView view) {
        engine.view(view.name(), widgets.bind(view.sql()));
      } else if (statement instanceof Statement.Query query) {
        Result result = engine.query(widgets.bind(query.sql()), Result.ROWS);
        outputs.add(new Table(result));
        for (String chart : query.charts()) {
          String title = cell.heading() == Cell.Heading.SHOWN ? cell.title() : null;
          outputs.add(ChartSvg.draw(ChartSpec.parse(chart), result, title));
        }
      }
    }
  }

  private String create(Statement.CreateWidget widget) {
    String value = given.getOrDefault(widget.name(), widget.value());
    if (!widget.choices().isEmpty() && widget.type() != Statement.CreateWidget.Type.COMBOBOX) {
      Result choices = engine.query(widgets.bind(widget.choices()), Result.ROWS);
      List<String> known = choices.rows().stream().map(row -> row.get(0)).toList();
      List<String> chosen =
          widget.type() == Statement.CreateWidget.Type.MULTISELECT
              ? List.of(value.split(",", -1))
              : List.of(value);
      for (String one : chosen) {
        if (!known.contains(one)) {
          throw new NotebookException(
              "the widget '"
                  + widget.name()
                  + "' cannot be '"
                  + one
                  + "'; it can be "
                  + String.join(", ", known.stream().limit(20).toList())
                  + (known.size() > 20 ? " …" : ""));
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

  List<Step> steps() {
    return steps;
  }
}
