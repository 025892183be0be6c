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
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.jobs.reporting.Reporting;
import org.duibiao.notebook.ExecutedNotebook;
import org.duibiao.notebook.Notebook;
import org.duibiao.notebook.NotebookException;
import org.duibiao.notebook.NotebookExport;
import org.duibiao.notebook.QueryEngine;
import org.duibiao.notebook.QueryResult;
import org.duibiao.tables.Release;
import org.duibiao.warehouse.ReleaseViews;

/** Executes the analysts' notebooks on one release, read-only, and writes their exports. */
public final class NotebooksCommand {

  private static final String SUFFIX = ".sql";

  private final RunContext run;
  private final NotebookOptions options;

  private NotebooksCommand(RunContext run, NotebookOptions options) {
    this.run = run;
    this.options = options;
  }

  public static JobRunner.JobResult execute(RunContext run, NotebookOptions options)
      throws IOException {
    if (run.settings().asOf() != null) {
      throw new UsageException(
          "notebooks read what was computed and do not compute: `./duibiao run --as-of "
              + run.settings().asOf()
              + "` publishes a release, and `notebooks --release ID` reads it");
    }
    return new NotebooksCommand(run, options).execute();
  }

  private JobRunner.JobResult execute() throws IOException {
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
    checkParameters(notebooks);

    Release release = SqlCommand.release(run);
    Path folder = new Path(options.exports());
    FileSystem system = folder.getFileSystem(run.configuration());
    system.setWriteChecksum(false);
    for (Notebook notebook : notebooks) {
      ExecutedNotebook executed = ExecutedNotebook.of(notebook, options.values(), engine(release));
      executed.failure().ifPresent(why -> problems.put(notebook.name() + SUFFIX, why));
      Map<String, byte[]> files =
          NotebookExport.files(executed, release == null ? null : release.releaseId());
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Reporting.writeIfChanged(system, new Path(folder, file.getKey()), file.getValue());
      }
      if (executed.failure().isEmpty()) {
        run.console().info(notebook.name() + SUFFIX + ": " + String.join(", ", files.keySet()));
      }
    }
    problems.forEach((file, problem) -> run.console().error(file + ": " + problem));
    return new JobRunner.JobResult(problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILED, null);
  }

  /** The notebooks that are asked for, by file name. */
  private Map<String, String> files() throws IOException {
    Path folder = new Path(options.folder());
    FileSystem system = folder.getFileSystem(run.configuration());
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

  private void checkParameters(List<Notebook> notebooks) {
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
  private QueryEngine engine(Release release) {
    SparkSession session = run.spark().newSession();
    ReleaseViews views = new ReleaseViews(run.warehouse(), session, release);
    return new QueryEngine() {
      @Override
      public QueryResult query(String sql, int rows) {
        try {
          return toResult(views.query(sql), rows);
        } catch (Exception e) {
          throw new NotebookException(QueryResults.errorMessage(e), e);
        }
      }

      @Override
      public void view(String name, String sql) {
        try {
          views.query(sql).createOrReplaceTempView(name);
        } catch (Exception e) {
          throw new NotebookException(QueryResults.errorMessage(e), e);
        }
      }
    };
  }

  private static QueryResult toResult(Dataset<Row> answer, int limit) {
    List<QueryResult.Column> columns = new ArrayList<>();
    for (int i = 0; i < answer.columns().length; i++) {
      columns.add(
          new QueryResult.Column(
              answer.columns()[i],
              QueryResults.numericColumns(answer).get(i)
                  ? QueryResult.ValueType.NUMBER
                  : QueryResult.ValueType.TEXT));
    }
    List<List<String>> rows = QueryResults.rowsAsText(answer.limit(limit + 1).collectAsList());
    boolean cut = rows.size() > limit;
    return new QueryResult(
        columns,
        cut ? rows.subList(0, limit) : rows,
        cut ? QueryResult.Completeness.TRUNCATED : QueryResult.Completeness.COMPLETE);
  }
}
