package org.duibiao.jobs.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.markup.TextTable;
import org.duibiao.warehouse.query.QueryException;
import org.duibiao.warehouse.query.QueryLimits;
import org.duibiao.warehouse.query.ReleaseViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code duibiao sql}: a query of one release, read-only, its result on standard output. */
@Command(name = "sql")
final class SqlCommand extends BaseCommand {

  /** In a terminal longer texts are cut. */
  private static final int MAX_CELL_WIDTH = 80;

  /** A table is laid out as a whole, in memory; other formats are printed row by row. */
  private static final int MAX_TABLE_ROWS = 100_000;

  private static final CSVFormat CSV = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  /** How a result is printed. */
  enum ResultFormat {
    TABLE,
    CSV,
    JSON
  }

  @Mixin private ReleaseChoice release;
  @Mixin private LimitOptions limits;

  @Option(names = "--format", paramLabel = "FORMAT")
  private ResultFormat format = ResultFormat.TABLE;

  @Parameters(
      paramLabel = "QUERY",
      description = "A SELECT in Spark SQL, SHOW TABLES, SHOW FUNCTIONS, or DESCRIBE TABLE.")
  private String query;

  /** A line a table: its name and what it holds. */
  static String[] tables() {
    return ReleaseViews.tables().entrySet().stream()
        .map(table -> "  " + table.getKey() + ": " + table.getValue())
        .toArray(String[]::new);
  }

  @Override
  int execute(RunContext run) {
    ReleaseViews views =
        new ReleaseViews(run.warehouse(), run.spark(), release.find(run.warehouse()).orElse(null));
    QueryLimits allowed = limits.limits();
    try {
      allowed.run(
          run.spark().sparkContext(),
          () -> {
            print(views.query(query), format, allowed, out());
            return null;
          });
    } catch (QueryException e) {
      throw new UsageException(e.getMessage());
    }
    return ExitCode.DONE;
  }

  private static void print(
      Dataset<Row> result, ResultFormat format, QueryLimits limits, PrintStream out)
      throws IOException {
    switch (format) {
      case TABLE -> {
        List<Row> all = new ArrayList<>();
        limits.atMost(MAX_TABLE_ROWS).rows(result.toLocalIterator()).forEachRemaining(all::add);
        List<List<String>> rows = QueryResults.rowsAsText(all);
        BitSet numbers = QueryResults.numericColumns(result);
        TextTable table = new TextTable(List.of(result.columns()), rows, numbers, MAX_CELL_WIDTH);
        table.lines().forEach(out::println);
        out.println("(" + rows.size() + (rows.size() == 1 ? " row)" : " rows)"));
      }
      case JSON -> limits.rows(result.toJSON().toLocalIterator()).forEachRemaining(out::println);
      case CSV -> {
        CSVPrinter printer = new CSVPrinter(out, CSV);
        printer.printRecord((Object[]) result.columns());
        for (Iterator<Row> rows = limits.rows(QueryResults.flat(result).toLocalIterator());
            rows.hasNext(); ) {
          Row row = rows.next();
          for (int i = 0; i < row.size(); i++) {
            printer.print(row.get(i));
          }
          printer.println();
        }
        printer.flush();
      }
    }
  }
}
