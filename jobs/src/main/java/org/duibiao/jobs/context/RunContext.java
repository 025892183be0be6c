package org.duibiao.jobs.context;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.warehouse.QuickLocalFileSystem;
import org.duibiao.warehouse.Warehouse;

/**
 * What the stages of one run share.
 *
 * @param locations where the landing area, the catalogue, the warehouse and the reports are
 * @param runId the run's name in ops.runs
 * @param now the time of the run: one for all of its rows
 * @param catalogueFiles the files of the catalogue by name, as they were when the run began
 * @param sparkSupplier starts Spark when it is first asked for
 */
public record RunContext(
    Locations locations,
    String runId,
    Instant now,
    Console console,
    StatusFile status,
    Configuration configuration,
    Map<String, byte[]> catalogueFiles,
    Catalogue catalogue,
    Warehouse warehouse,
    Supplier<SparkSession> sparkSupplier) {

  /**
   * Reads the catalogue and opens the warehouse.
   *
   * @throws UsageException if there is no catalogue
   */
  public static RunContext open(
      Locations locations,
      String runId,
      Instant now,
      Console console,
      StatusFile status,
      Supplier<SparkSession> spark)
      throws IOException {
    Configuration configuration = QuickLocalFileSystem.configuration();
    Map<String, byte[]> files = catalogueFiles(locations.catalogue(), configuration);
    return new RunContext(
        locations,
        runId,
        now,
        console,
        status,
        configuration,
        files,
        Catalogue.load(locations.catalogue(), files),
        new Warehouse(locations.warehouse(), configuration),
        spark);
  }

  /** Spark, started when it is first asked for. */
  public SparkSession spark() {
    return sparkSupplier.get();
  }

  /**
   * What runs tasks: Spark, where spark-submit or a setting has named its master, else threads of
   * this process, which are there at once.
   */
  public Tasks tasks() {
    return new Tasks(System.getProperty("spark.master") == null ? null : spark().sparkContext());
  }

  /** The bytes of a file. */
  public static byte[] bytes(FileSystem system, Path file) throws IOException {
    try (InputStream in = system.open(file)) {
      return in.readAllBytes();
    }
  }

  /**
   * The files of a catalogue by name.
   *
   * @throws UsageException if there is no such folder
   */
  public static Map<String, byte[]> catalogueFiles(String folder, Configuration configuration)
      throws IOException {
    Path root = new Path(folder);
    FileSystem system = root.getFileSystem(configuration);
    Map<String, byte[]> files = new TreeMap<>();
    if (!system.exists(root)) {
      throw new UsageException(
          "There is no catalogue at " + folder + ": name its folder with --catalogue");
    }
    for (FileStatus status : system.listStatus(root)) {
      String name = status.getPath().getName();
      if (status.isFile() && (name.endsWith(".yaml") || name.endsWith(".csv"))) {
        files.put(name, bytes(system, status.getPath()));
      }
    }
    return files;
  }
}
