package org.duibiao.warehouse;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.duibiao.columns.Schema;

/**
 * The tables under their names in SQL, each at the version that a release names, so that a query
 * sees one whole release. Only the tables that a query mentions are opened.
 */
public final class Views {

  private static final Pattern NAME =
      Pattern.compile("\\b(bronze|silver|gold|ops)\\s*\\.\\s*([a-z_]+)", Pattern.CASE_INSENSITIVE);

  private static final String OBSERVATION =
      "observation_id, city_code, indicator, value, value_high, unit, resolution, bound, status,"
          + " measure, period_start, period_end, period_type, scope, population_basis, source_id,"
          + " publisher, class, published, file_sha256, path, locator, field, quote, method, flags,"
          + " known_from, known_to, superseded, run_id";

  /** The three views of silver.readings. */
  private static final Map<String, String> READINGS =
      Map.of(
          "silver.observations",
          "SELECT " + OBSERVATION + " FROM %s WHERE kind = 'observation'",
          "silver.candidates",
          "SELECT " + OBSERVATION + ", term, missing, detail FROM %s WHERE kind = 'candidate'",
          "silver.rejects",
          "SELECT file_sha256, locator, quote, reason, disposition, detail, run_id, path, field"
              + " FROM %s WHERE kind = 'reject' AND known_to IS NULL");

  private final Warehouse warehouse;
  private final SparkSession spark;
  private final Release release;
  private final Map<String, Class<? extends Record>> tables = new TreeMap<>();

  /**
   * The views of a release.
   *
   * @param release the release, or null for the newest versions
   */
  public Views(Warehouse warehouse, SparkSession spark, Release release) {
    this.warehouse = warehouse;
    this.spark = spark;
    this.release = release;
    for (Class<? extends Record> table : Tables.ALL) {
      tables.put(Schema.of(table).name(), table);
    }
  }

  /**
   * Runs a query.
   *
   * @throws IllegalArgumentException if it names a table that does not exist, or does not only read
   */
  public Dataset<Row> query(String sql) {
    Set<String> mentioned = new TreeSet<>();
    Matcher names = NAME.matcher(sql);
    while (names.find()) {
      mentioned.add((names.group(1) + "." + names.group(2)).toLowerCase(Locale.ROOT));
    }
    for (String name : mentioned) {
      if (READINGS.containsKey(name)) {
        open("silver.readings");
        spark.sql(
            "CREATE OR REPLACE VIEW "
                + name
                + " AS "
                + READINGS.get(name).replace("%s", "silver.readings"));
      } else if (tables.containsKey(name)) {
        open(name);
      }
    }
    ReadOnly.guard(spark);
    return ReadOnly.query(spark, sql);
  }

  private void open(String name) {
    String[] parts = name.split("\\.");
    Class<? extends Record> table = tables.get(name);
    if (warehouse.version(table).isEmpty()) {
      throw new IllegalArgumentException(
          name + " does not exist yet in " + warehouse.root() + ": `./duibiao run` fills it");
    }
    spark.sql("CREATE DATABASE IF NOT EXISTS " + parts[0]);
    spark.sql("CREATE DATABASE IF NOT EXISTS newest_" + parts[0]);
    String newest = "newest_" + parts[0] + "." + parts[1];
    spark.sql(
        "CREATE TABLE IF NOT EXISTS "
            + newest
            + " USING delta LOCATION '"
            + warehouse.path(table).replace("'", "\\'")
            + "'");
    Long version = release == null ? null : release.tableVersions().get(name);
    spark.sql(
        "CREATE OR REPLACE VIEW "
            + name
            + " AS SELECT "
            + Schema.of(table).fields().stream()
                .map(Schema.Field::name)
                .collect(Collectors.joining(", "))
            + " FROM "
            + newest
            + (version == null ? "" : " VERSION AS OF " + version));
  }
}
