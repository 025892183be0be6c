package org.duibiao.jobs.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.Stage;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.jobs.reporting.Reporting;
import org.duibiao.notebook.Engine;
import org.duibiao.notebook.Executed;
import org.duibiao.notebook.Export;
import org.duibiao.notebook.Notebook;
import org.duibiao.notebook.NotebookException;
import org.duibiao.notebook.Result;
import org.duibiao.tables.Release;
import org.duibiao.warehouse.Views;

/** Executes the analysts' notebooks on one release, read-only, and writes their exports. */
public final class Notebooks {

  private static final String SUFFIX = ".sql";

  private final Stage stage;
  private final NotebookOptions options;

  private Notebooks(Stage stage, NotebookOptions options) {
    this.stage = stage;
    this.options = options;
  }

  public static Execution.Outcome execute(Stage stage, NotebookOptions options) throws IOException {
    if (stage.settings().asOf() != null) {
      throw new UsageException(
          "notebooks read what was computed and do not compute: `./duibiao run --as-of "
              + stage.settings().asOf()
              + "` publishes a release, and `notebooks --release ID` reads it");
    }
    return new Notebooks(stage, options).execute();
  }

  private Execution.Outcome execute() throws IOException {
    Map<String, String> problems = new TreeMap<>();
    List<Notebook> notebooks = new ArrayList<>();
    for (Map.Entry<String, String> file : files().entrySet()) {
      try {
        String name = file.getKey();
        notebooks.add(
            Notebook.parse(name.substring(0, name.length() - SUFFIX.length()), file.getValue()));
      } catch (NotebookException e) {
        problems.put(file.getKey(), e.getMessage());
      }
    }
    check(notebooks);

    Release release = Sql.release(stage);
    Path folder = new Path(options.exports());
    FileSystem system = folder.getFileSystem(stage.configuration());
    system.setWriteChecksum(false);
    for (Notebook notebook : notebooks) {
      Executed executed = Executed.of(notebook, options.values(), engine(release));
      executed.failure().ifPresent(why -> problems.put(notebook.name() + SUFFIX, why));
      Map<String, byte[]> files =
          Export.files(executed, release == null ? null : release.releaseId());
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Reporting.write(system, new Path(folder, file.getKey()), file.getValue());
      }
      if (executed.failure().isEmpty()) {
        stage.console().say(notebook.name() + SUFFIX + ": " + String.join(", ", files.keySet()));
      }
    }
    problems.forEach((file, problem) -> stage.console().fail(file + ": " + problem));
    return new Execution.Outcome(problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILED, null);
  }

  /** The notebooks that are asked for, by file name. */
  private Map<String, String> files() throws IOException {
    Path folder = new Path(options.folder());
    FileSystem system = folder.getFileSystem(stage.configuration());
    Map<String, Path> found = new TreeMap<>();
    if (system.exists(folder)) {
      for (FileStatus file : system.listStatus(folder)) {
        if (file.isFile() && file.getPath().getName().endsWith(SUFFIX)) {
          found.put(file.getPath().getName(), file.getPath());
        }
      }
    }
    if (found.isEmpty()) {
      throw new UsageException(
          "There are no notebooks (.sql) in " + folder + ": name their folder with --notebooks");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : options.names().isEmpty() ? found.keySet() : options.names()) {
      if (!found.containsKey(name)) {
        throw new UsageException(
            "There is no notebook " + name + "; there are " + String.join(", ", found.keySet()));
      }
      try (InputStream in = system.open(found.get(name))) {
        texts.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  private void check(List<Notebook> notebooks) {
    TreeSet<String> widgets = new TreeSet<>();
    notebooks.forEach(notebook -> widgets.addAll(notebook.widgets()));
    for (String name : options.values().keySet()) {
      if (!widgets.contains(name)) {
        throw new UsageException(
            "--param "
                + name
                + ": no notebook has a widget of that name; there is "
                + (widgets.isEmpty() ? "none" : String.join(", ", widgets)));
      }
    }
  }

  /** A session of its own: a view that one notebook makes is unknown in the next. */
  private Engine engine(Release release) {
    SparkSession session = stage.spark().newSession();
    Views views = new Views(stage.warehouse(), session, release);
    return new Engine() {
      @Override
      public Result query(String sql, int rows) {
        try {
          return answer(views.query(sql), rows);
        } catch (Exception e) {
          throw new NotebookException(Answers.problem(e), e);
        }
      }

      @Override
      public void view(String name, String sql) {
        try {
          views.query(sql).createOrReplaceTempView(name);
        } catch (Exception e) {
          throw new NotebookException(Answers.problem(e), e);
        }
      }
    };
  }

  private static Result answer(Dataset<Row> answer, int limit) {
    List<Result.Column> columns = new ArrayList<>();
    for (int i = 0; i < answer.columns().length; i++) {
      columns.add(
          new Result.Column(
              answer.columns()[i],
              Answers.numeric(answer).get(i) ? Result.Kind.NUMBER : Result.Kind.TEXT));
    }
    List<List<String>> rows = Answers.texts(answer.limit(limit + 1).collectAsList());
    boolean cut = rows.size() > limit;
    return new Result(
        columns,
        cut ? rows.subList(0, limit) : rows,
        cut ? Result.Extent.CUT : Result.Extent.WHOLE);
  }
}
