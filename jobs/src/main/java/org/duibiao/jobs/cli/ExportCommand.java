package org.duibiao.jobs.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.MapType;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.warehouse.query.QueryException;
import org.duibiao.warehouse.query.ReleaseViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code duibiao export}: whole tables of one release as files for other programs, a folder each.
 * How many files a table has and which row stands where follow from its rows alone, so that the
 * same release gives the same bytes.
 */
@Command(name = "export")
final class ExportCommand extends BaseCommand {

  private static final long ROWS_PER_FILE = 1_000_000;

  /** What the files are. */
  enum ExportFormat {
    PARQUET,
    CSV
  }

  @Mixin private ReleaseChoice release;

  @Option(names = "--format", paramLabel = "FORMAT")
  private ExportFormat format = ExportFormat.PARQUET;

  @Option(names = "--table", paramLabel = "TABLE", split = ",")
  private List<String> tables = List.of();

  @Parameters(paramLabel = "FOLDER", description = "Where a folder for each table is written.")
  private String folder;

  @Override
  int execute(RunContext run) throws IOException {
    ReleaseViews views =
        new ReleaseViews(run.warehouse(), run.spark(), release.find(run.warehouse()).orElse(null));
    Path target = new Path(folder);
    FileSystem system = target.getFileSystem(run.configuration());
    for (String table : tables.isEmpty() ? usualTables() : tables) {
      try {
        Dataset<Row> rows = views.query("SELECT * FROM " + table);
        long count = rows.count();
        write(rows, count, system, new Path(target, table));
        run.console().info("%,d rows of %s", count, table);
      } catch (QueryException e) {
        throw new UsageException(e.getMessage());
      }
    }
    run.console().info("Exported: %s", folder);
    return ExitCode.DONE;
  }

  /** All of silver and gold; the readings as what they are. */
  private static List<String> usualTables() {
    return ReleaseViews.tables().keySet().stream()
        .filter(name -> name.startsWith("silver.") || name.startsWith("gold."))
        .filter(name -> !name.equals("silver.readings"))
        .toList();
  }

  /** Writes a table beside its place, then puts it there as a whole. */
  private void write(Dataset<Row> rows, long count, FileSystem system, Path place)
      throws IOException {
    Path partial = place.suffix(".partial");
    Column[] order =
        Arrays.stream(rows.schema().fields())
            .filter(field -> !(field.dataType() instanceof MapType))
            .map(field -> rows.col("`" + field.name() + "`"))
            .toArray(Column[]::new);
    int files = (int) (count / ROWS_PER_FILE) + 1;
    Dataset<Row> sorted = rows.repartition(files, order).sortWithinPartitions(order);
    switch (format) {
      case PARQUET -> sorted.write().mode("overwrite").parquet(partial.toString());
      case CSV ->
          QueryResults.flat(sorted)
              .write()
              .mode("overwrite")
              .option("header", true)
              .option("escape", "\"")
              .option("ignoreLeadingWhiteSpace", false)
              .option("ignoreTrailingWhiteSpace", false)
              .csv(partial.toString());
    }
    for (FileStatus file : system.listStatus(partial)) {
      String name = file.getPath().getName();
      if (name.startsWith("part-")) {
        String number = name.substring(0, name.indexOf('-', "part-".length()));
        String ending = format == ExportFormat.PARQUET ? ".parquet" : ".csv";
        system.rename(file.getPath(), new Path(partial, number + ending));
      } else {
        system.delete(file.getPath(), false);
      }
    }
    system.delete(place, true);
    system.rename(partial, place);
  }
}
