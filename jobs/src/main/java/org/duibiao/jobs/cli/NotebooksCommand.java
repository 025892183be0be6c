package org.duibiao.jobs.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
import org.duibiao.warehouse.query.ReleaseViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code duibiao notebooks}: executes the analysts' notebooks on one release, read-only. */
@Command(name = "notebooks")
final class NotebooksCommand extends JobCommand {

  private static final String SUFFIX = ".sql";

  @Mixin private ReleaseChoice choice;

  @Option(names = "--notebooks", paramLabel = "DIR")
  private String folder = "notebooks-export";

  @Option(names = "--exports", paramLabel = "DIR")
  private String exports;

  @Option(names = "--param", paramLabel = "NAME=VALUE")
  private Map<String, String> values = new TreeMap<>();

  @Option(names = "--timeout", paramLabel = "SECONDS")
  private int timeout = 600;

  @Option(names = "--show-rows", paramLabel = "N")
  private int shownRows = 1000;

  @Parameters(
      paramLabel = "NOTEBOOK",
      arity = "0..*",
      description = "Only these, by file name with or without .sql (default: all).")
  private List<String> names = List.of();

  @Override
  int execute(RunContext run) throws IOException {
    Map<String, String> problems = new TreeMap<>();
    List<Notebook> notebooks = new ArrayList<>();
    for (Map.Entry<String, String> file : notebooks(run).entrySet()) {
      try {
        String name = file.getKey();
        notebooks.add(
            Notebook.parse(name.substring(0, name.length() - SUFFIX.length()), file.getValue()));
      } catch (NotebookException e) {
        problems.put(file.getKey(), e.getMessage());
      }
    }
    checkParameters(notebooks);

    Release release = choice.find(run.warehouse()).orElse(null);
    Path target = new Path(exports == null ? folder : exports);
    FileSystem system = target.getFileSystem(run.configuration());
    system.setWriteChecksum(false);
    for (Notebook notebook : notebooks) {
      ExecutedNotebook executed = ExecutedNotebook.of(notebook, values, engine(run, release));
      executed.failure().ifPresent(why -> problems.put(notebook.name() + SUFFIX, why));
      Map<String, byte[]> files =
          NotebookExport.files(executed, release == null ? null : release.releaseId());
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Reporting.writeIfChanged(system, new Path(target, file.getKey()), file.getValue());
      }
      if (executed.failure().isEmpty()) {
        run.console().info("%s.sql: %s", notebook.name(), String.join(", ", files.keySet()));
      }
    }
    problems.forEach((file, problem) -> run.console().error("%s: %s", file, problem));
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** The notebooks that are asked for, by file name. */
  private Map<String, String> notebooks(RunContext run) throws IOException {
    Path source = new Path(folder);
    FileSystem system = source.getFileSystem(run.configuration());
    Map<String, Path> found = new TreeMap<>();
    if (system.exists(source)) {
      for (FileStatus file : system.listStatus(source, path -> path.getName().endsWith(SUFFIX))) {
        found.put(file.getPath().getName(), file.getPath());
      }
    }
    if (found.isEmpty()) {
      throw new UsageException(
          "There are no notebooks (.sql) in %s: name their folder with --notebooks", source);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    List<String> asked =
        names.stream().map(name -> name.endsWith(SUFFIX) ? name : name + SUFFIX).toList();
    for (String name : asked.isEmpty() ? found.keySet() : asked) {
      if (!found.containsKey(name)) {
        throw new UsageException(
            "There is no notebook %s; there are %s", name, String.join(", ", found.keySet()));
      }
      byte[] bytes = RunContext.bytes(system, found.get(name));
      texts.put(name, new String(bytes, StandardCharsets.UTF_8));
    }
    return texts;
  }

  private void checkParameters(List<Notebook> notebooks) {
    TreeSet<String> widgets = new TreeSet<>();
    notebooks.forEach(notebook -> widgets.addAll(notebook.widgets()));
    for (String name : values.keySet()) {
      if (!widgets.contains(name)) {
        throw new UsageException(
            "--param %s: no notebook has a widget of that name; there is %s",
            name, widgets.isEmpty() ? "none" : String.join(", ", widgets));
      }
    }
  }

  /** Views of its own: what one notebook names is unknown in the next. */
  private QueryEngine engine(RunContext run, Release release) {
    ReleaseViews views = new ReleaseViews(run.warehouse(), run.spark(), release);
    SparkContext context = run.spark().sparkContext();
    return new QueryEngine() {
      @Override
      public QueryResult query(String sql) {
        return limited(context, () -> toResult(views.query(sql), shownRows));
      }

      @Override
      public void view(String name, String sql) {
        limited(
            context,
            () -> {
              views.name(name, sql);
              return null;
            });
      }
    };
  }

  private <T> T limited(SparkContext context, Callable<T> work) {
    try {
      return LimitOptions.limits(timeout, shownRows).run(context, work);
    } catch (RuntimeException e) {
      throw new NotebookException(e.getMessage(), e);
    }
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
