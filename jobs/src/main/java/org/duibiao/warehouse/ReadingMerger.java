package org.duibiao.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.commons.io.IOUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.duibiao.columns.Schema;
import org.duibiao.tables.Reading;

/**
 * Changes silver.readings where files were re-issued, corrected, normalized again or removed: a
 * figure that has changed is closed and a new vintage of it opened; one that has not keeps its
 * vintage, and is only said to stand at its new place. All in one commit.
 */
public final class ReadingMerger {

  /** What a figure says; a difference in any of these is another vintage. */
  private static final String CONTENT_COLUMNS =
      "kind city_code indicator value value_high unit resolution bound status measure period_start"
          + " period_end period_type scope population_basis flags term missing reason";

  /** Where it stands and who says so; a difference is noted without a new vintage. */
  private static final String LINEAGE_COLUMNS =
      "source_id publisher class file_sha256 path locator field quote method disposition detail";

  private final Warehouse warehouse;
  private final SparkSession spark;

  /** The readings of a warehouse. */
  public ReadingMerger(Warehouse warehouse, SparkSession spark) {
    this.warehouse = warehouse;
    this.spark = spark;
  }

  /**
   * Makes the current readings of these files what was staged for them.
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
    touchedPaths(paths, replacedOn).createOrReplaceTempView("touched");
    spark.sql("SELECT * FROM " + table).createOrReplaceTempView("readings_now");
    if (staged.isEmpty()) {
      spark.sql("SELECT * FROM readings_now WHERE false").createOrReplaceTempView("staged");
    } else {
      spark
          .read()
          .schema(spark.table("readings_now").schema())
          .parquet(staged.stream().map(DataFile::path).toArray(String[]::new))
          .createOrReplaceTempView("staged");
    }
    Dataset<Row> changes = spark.sql(changes(Timestamp.from(now)));
    changes.persist();
    try {
      if (changes.isEmpty()) {
        return;
      }
      changes.createOrReplaceTempView("reading_changes");
      spark.sql(merge(table));
    } finally {
      changes.unpersist();
      List.of("touched", "readings_now", "staged", "reading_changes")
          .forEach(view -> spark.catalog().dropTempView(view));
    }
  }

  private Dataset<Row> touchedPaths(Collection<String> paths, Map<String, LocalDate> replacedOn) {
    List<Row> rows = new ArrayList<>();
    for (String path : paths) {
      LocalDate date = replacedOn.get(path);
      rows.add(RowFactory.create(path, date == null ? null : Date.valueOf(date)));
    }
    StructType type =
        new StructType()
            .add("touched_path", DataTypes.StringType)
            .add("replaced_on", DataTypes.DateType);
    return spark.createDataFrame(rows, type);
  }

  /**
   * Each old row is closed, moved or left alone; each new row without an equal old one is opened.
   * What rows say is compared by its text: dozens of comparisons by column drive Spark's optimizer
   * into hours of work.
   */
  private static String changes(Timestamp now) {
    // What was known first stays known from then, unless the same file's date was put right.
    String published =
        "CASE WHEN o.file_sha256 = n.file_sha256 OR o.published IS NULL THEN n.published"
            + " ELSE least(o.published, coalesce(n.published, o.published)) END";
    String moved = select(Map.of("published", published, "known_from", "o.known_from"), "n");
    String closed =
        select(
            Map.of(
                "superseded",
                    "CASE WHEN new_id IS NULL THEN coalesce(t.replaced_on, i.published)"
                        + " WHEN n.file_sha256 <> o.file_sha256 THEN n.published END",
                "known_to", "TIMESTAMP '" + now.toInstant() + "'"),
            "o");
    String opened = select(Map.of(), "n");
    return changesSql()
        .replace("$FIGURE", asJson(CONTENT_COLUMNS))
        .replace("$LINEAGE", asJson(LINEAGE_COLUMNS))
        .replace("$MOVED", moved)
        .replace("$PUBLISHED", published)
        .replace("$CLOSED", closed)
        .replace("$OPENED", opened);
  }

  private static String changesSql() {
    try {
      return IOUtils.resourceToString(
          "/org/duibiao/warehouse/reading_changes.sql", StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All columns from one side, but some from elsewhere. */
  private static String select(Map<String, String> others, String side) {
    return eachColumn(c -> others.getOrDefault(c, side + "." + c) + " AS " + c);
  }

  private static String eachColumn(UnaryOperator<String> text) {
    return Schema.of(Reading.class).fields().stream()
        .map(field -> text.apply(field.name()))
        .collect(Collectors.joining(", "));
  }

  private static String asJson(String columns) {
    return "to_json(struct(r." + columns.replace(" ", ", r.") + "))";
  }

  private static String merge(String table) {
    return "MERGE INTO "
        + table
        + " t USING reading_changes c ON t.observation_id = c.merge_id AND t.known_to IS NULL"
        + " WHEN MATCHED THEN UPDATE SET "
        + eachColumn(column -> column + " = c." + column)
        + " WHEN NOT MATCHED THEN INSERT ("
        + eachColumn(column -> column)
        + ") VALUES ("
        + eachColumn(column -> "c." + column)
        + ")";
  }
}
