package org.duibiao.jobs.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.Settings;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.markup.TextTable;
import org.duibiao.tables.Release;
import org.duibiao.warehouse.ReleaseViews;
import org.duibiao.warehouse.Releases;

/** Queries: read-only, of one release, to standard output. */
public final class SqlCommand {

  /** In a terminal longer texts are cut. */
  private static final int MAX_CELL_WIDTH = 80;

  private SqlCommand() {}

  /** How a result is printed. */
  public enum ResultFormat {
    TABLE,
    CSV,
    JSON
  }

  public static JobRunner.JobResult execute(
      RunContext run, String query, ResultFormat format, PrintStream out) throws IOException {
    if (run.settings().asOf() != null) {
      throw new UsageException(
          "sql reads what was computed and does not compute: `./duibiao run --as-of "
              + run.settings().asOf()
              + "` publishes a release, and `sql --release ID` reads it");
    }
    Release release = release(run);
    ReleaseViews views = new ReleaseViews(run.warehouse(), run.spark(), release);
    Dataset<Row> result;
    try {
      result = views.query(query);
      print(result, format, out);
    } catch (Exception e) {
      if (e instanceof AnalysisException || e instanceof IllegalArgumentException) {
        throw new UsageException("The query cannot be run: " + e.getMessage());
      }
      throw e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
    }
    return new JobRunner.JobResult(ExitCode.DONE, null);
  }

  /** The release that the settings ask for; null for the newest versions. */
  static Release release(RunContext run) {
    Settings settings = run.settings();
    Releases releases = Releases.of(run.warehouse());
    if (settings.releaseId() != null) {
      return releases
          .withId(settings.releaseId())
          .orElseThrow(
              () ->
                  new UsageException(
                      "There is no release " + settings.releaseId() + ": see gold.releases"));
    }
    return settings.unreleased() ? null : releases.current().orElse(null);
  }

  private static void print(Dataset<Row> result, ResultFormat format, PrintStream out)
      throws IOException {
    switch (format) {
      case TABLE -> {
        List<List<String>> rows = QueryResults.rowsAsText(result.collectAsList());
        new TextTable(
                List.of(result.columns()),
                rows,
                QueryResults.numericColumns(result),
                MAX_CELL_WIDTH)
            .lines()
            .forEach(out::println);
        out.println("(" + rows.size() + (rows.size() == 1 ? " row)" : " rows)"));
      }
      case JSON -> {
        for (Iterator<String> lines = result.toJSON().toLocalIterator(); lines.hasNext(); ) {
          out.println(lines.next());
        }
      }
      case CSV -> {
        CSVPrinter printer =
            new CSVPrinter(out, CSVFormat.DEFAULT.builder().setHeader(result.columns()).get());
        String[] texts = new String[result.columns().length];
        for (int i = 0; i < texts.length; i++) {
          String name = "`" + result.columns()[i].replace("`", "``") + "`";
          String type = result.schema().apply(i).dataType().typeName().toLowerCase(Locale.ROOT);
          boolean nested =
              type.startsWith("array") || type.startsWith("map") || type.startsWith("struct");
          // Decimals are printed with the digits they have, not with those they could have.
          texts[i] =
              nested
                  ? "to_json(" + name + ") AS " + name
                  : type.startsWith("decimal") ? name : "string(" + name + ") AS " + name;
        }
        for (Iterator<Row> rows = result.selectExpr(texts).toLocalIterator(); rows.hasNext(); ) {
          Row row = rows.next();
          for (int i = 0; i < row.size(); i++) {
            printer.print(row.isNullAt(i) ? null : QueryResults.cellText(row.get(i)));
          }
          printer.println();
        }
        printer.flush();
      }
    }
  }
}
