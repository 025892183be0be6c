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
import org.duibiao.warehouse.Warehouse;

/** What every stage of a run works with. */
public final class RunContext {

  private final Settings settings;
  private final String runId;
  private final Instant now;
  private final Console console;
  private final StatusFile status;
  private final Configuration configuration;
  private final Map<String, byte[]> catalogueFiles;
  private final Catalogue catalogue;
  private final Warehouse warehouse;
  private final Supplier<SparkSession> spark;

  public RunContext(
      Settings settings,
      String runId,
      Instant now,
      Console console,
      StatusFile status,
      Configuration configuration,
      Supplier<SparkSession> spark)
      throws IOException {
    this.settings = settings;
    this.runId = runId;
    this.now = now;
    this.console = console;
    this.status = status;
    this.configuration = configuration;
    this.spark = spark;
    this.catalogueFiles = files(settings.catalogue(), configuration);
    this.catalogue = Catalogue.load(settings.catalogue(), catalogueFiles);
    this.warehouse = new Warehouse(settings.warehouse(), configuration);
  }

  private static Map<String, byte[]> files(String folder, Configuration configuration)
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
        try (InputStream in = system.open(status.getPath())) {
          files.put(name, in.readAllBytes());
        }
      }
    }
    return files;
  }

  public Settings settings() {
    return settings;
  }

  public String runId() {
    return runId;
  }

  public Instant now() {
    return now;
  }

  public StatusFile status() {
    return status;
  }

  public Console console() {
    return console;
  }

  public Configuration configuration() {
    return configuration;
  }

  public Map<String, byte[]> catalogueFiles() {
    return catalogueFiles;
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public Warehouse warehouse() {
    return warehouse;
  }

  /** Spark, started when it is first asked for. */
  public SparkSession spark() {
    return spark.get();
  }
}
