package org.duibiao.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.IOUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.duibiao.tables.Reading;

/**
 * Changes silver.readings where files were re-issued, corrected, normalized again or removed: a
 * figure that has changed is closed and a new vintage of it opened; one that has not keeps its
 * vintage, and is only said to stand at its new place. All in one commit.
 */
public final class ReadingMerger {

  /** What a figure says; a difference in any of these is another vintage. */
  private static final String FIGURE =
      text(
          "kind, city_code, indicator, value, value_high, unit, resolution, bound, status, measure,"
              + " period_start, period_end, period_type, scope, population_basis, flags, term,"
              + " missing, reason");

  /** Where it stands and who says so; a difference is noted without a new vintage. */
  private static final String LINEAGE =
      text(
          "source_id, publisher, class, file_sha256, path, locator, field, quote, method,"
              + " disposition, detail");

  private final Warehouse warehouse;
  private final SparkSession spark;

  /** The readings of a warehouse. */
  public ReadingMerger(Warehouse warehouse, SparkSession spark) {
    this.warehouse = warehouse;
    this.spark = spark;
  }

  /**
   * What rows say is compared by its text: dozens of comparisons by column drive Spark's optimizer
   * into hours of work.
   */
  private static String text(String columns) {
    return "to_json(struct(" + columns + "))";
  }

  /**
   * Makes the current readings of these files what was staged for them: each old row is closed,
   * moved or left alone; each new row without an equal old one is opened.
   *
   * @param staged data files with the new readings
   * @param paths the files whose current readings are compared, with or without new ones
   * @param replacedOn by path, when the publication that replaces it was published
   * @param now the run's clock
   */
  public void merge(
      List<DataFile> staged,
      Collection<String> paths,
      Map<String, LocalDate> replacedOn,
      Instant now) {
    String table = "delta.`" + warehouse.path(Reading.class) + "`";
    Dataset<Row> readings = spark.sql("SELECT * FROM " + table);
    createView("readings_now", readings);
    createView(
        "staged",
        staged.isEmpty()
            ? readings.where("false")
            : spark
                .read()
                .schema(readings.schema())
                .parquet(staged.stream().map(DataFile::path).toArray(String[]::new)));
    spark
        .createDataFrame(
            paths.stream().map(path -> RowFactory.create(path, replacedOn.get(path))).toList(),
            StructType.fromDDL("touched_path STRING, replaced_on DATE"))
        .createOrReplaceTempView("touched");
    Dataset<Row> changes = spark.sql(changesSql().replace("$NOW", now.toString()));
    changes.persist();
    try {
      if (changes.isEmpty()) {
        return;
      }
      changes.createOrReplaceTempView("reading_changes");
      spark.sql(
          "MERGE INTO "
              + table
              + " t USING reading_changes c ON t.observation_id = c.merge_id AND t.known_to IS NULL"
              + " WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *");
    } finally {
      changes.unpersist();
      List.of("touched", "readings_now", "staged", "reading_changes")
          .forEach(view -> spark.catalog().dropTempView(view));
    }
  }

  private static void createView(String name, Dataset<Row> readings) {
    readings
        .selectExpr(
            "struct(*) AS reading",
            "observation_id AS id",
            FIGURE + " AS figure",
            LINEAGE + " AS lineage")
        .createOrReplaceTempView(name);
  }

  private static String changesSql() {
    try {
      return IOUtils.resourceToString(
          "/org/duibiao/warehouse/reading_changes.sql", StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
