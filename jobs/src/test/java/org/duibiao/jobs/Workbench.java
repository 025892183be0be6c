package org.duibiao.jobs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.duibiao.columns.ColumnType;
import org.duibiao.columns.Schema;
import org.duibiao.jobs.context.Console;
import org.duibiao.jobs.context.SparkSessions;
import org.duibiao.model.Digest;
import org.duibiao.tables.Release;
import org.duibiao.tables.Tables;
import org.duibiao.warehouse.Releases;
import org.duibiao.warehouse.Warehouse;
import org.duibiao.warehouse.query.ReleaseViews;

/**
 * A landing area, a warehouse and reports in one folder, and the commands that are run on them as
 * from the command line, but in this JVM, with a clock that is told and one Spark for all tests.
 */
final class Workbench {

  /** The shipped files and catalogue, seen from the module. */
  static final Path DATA = Path.of("..", "data").toAbsolutePath().normalize();

  /** A table with one figure a row, whose sidecar is {@link #bulletin}. */
  static final String HEADER = "城市,指标,年份,数值,单位\n";

  private static SparkSession spark;

  private final Path folder;
  private String landing;
  private String catalogue;

  private Workbench(Path folder, String landing, String catalogue) {
    this.folder = folder;
    this.landing = landing;
    this.catalogue = catalogue;
  }

  /** An empty landing area beside the shipped catalogue. */
  static Workbench in(Path folder) {
    Workbench bench =
        new Workbench(
            folder, folder.resolve("landing").toString(), DATA.resolve("catalogue").toString());
    create(folder.resolve("landing"));
    return bench;
  }

  /** The shipped landing area beside the shipped catalogue. */
  static Workbench withShippedData(Path folder) {
    return new Workbench(
        folder, DATA.resolve("landing").toString(), DATA.resolve("catalogue").toString());
  }

  /** A bench of its own in the same state; whatever happens there leaves this one as it is. */
  Workbench copy(Path to) {
    copyTree(folder, to);
    String from = folder.toString();
    return new Workbench(
        to, landing.replace(from, to.toString()), catalogue.replace(from, to.toString()));
  }

  /** Commands look for files under that path or URI from now on. */
  void landing(String pathOrUri) {
    this.landing = pathOrUri;
  }

  /** Gives the bench a catalogue of its own, at first as shipped. */
  Path ownCatalogue() {
    Path own = folder.resolve("catalogue");
    copyTree(Path.of(catalogue), own);
    this.catalogue = own.toString();
    return own;
  }

  Path folder() {
    return folder;
  }

  Path landing() {
    return Path.of(landing);
  }

  Path reports() {
    return folder.resolve("reports");
  }

  Warehouse warehouse() {
    return new Warehouse(folder.resolve("warehouse").toString(), new Configuration());
  }

  /** Puts a file and its sidecar into the landing area. */
  Workbench put(String path, String text, String sidecar) {
    write(landing().resolve(path), text);
    write(landing().resolve(path + ".yaml"), sidecar);
    return this;
  }

  void remove(String path) {
    delete(landing().resolve(path));
    delete(landing().resolve(path + ".yaml"));
  }

  /** The sidecar of a bulletin with one figure a row, published on that day. */
  static String bulletin(String published) {
    return """
    publisher: 统计局
    title: 统计公报
    published: %s
    class: bulletin
    layout:
      kind: long
      columns: {city: 城市, indicator: 指标, period: 年份, value: 数值, unit: 单位}
    """
        .formatted(published);
  }

  /**
   * How a command ended.
   *
   * @param out standard output
   * @param said standard error: what a person at the terminal reads
   */
  record Result(int exitCode, String out, String said) {}

  /** Runs a command at that moment, such as {@code 2024-05-01T08:00:00Z}. */
  Result run(String moment, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    option(all, "--landing", landing);
    option(all, "--catalogue", catalogue);
    option(all, "--warehouse", folder.resolve("warehouse").toString());
    option(all, "--reports", reports().toString());
    startSpark();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream systemOut = System.out;
    PrintStream systemErr = System.err;
    try (PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      System.setOut(to);
      System.setErr(err);
      Clock clock = Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
      int code = Main.run(new Console(err), clock, all.toArray(String[]::new));
      return new Result(
          code, out.toString(StandardCharsets.UTF_8), said.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(systemOut);
      System.setErr(systemErr);
    }
  }

  private static void option(List<String> arguments, String name, String value) {
    if (!arguments.contains(name)) {
      arguments.add(name);
      arguments.add(value);
    }
  }

  /** The current release's tables for queries. */
  ReleaseViews views() {
    return new ReleaseViews(warehouse(), spark(), Releases.of(warehouse()).current().orElse(null));
  }

  /** The rows of a query against the current release, as text: cells parted by {@code |}. */
  List<String> rows(String sql) {
    return rows(Releases.of(warehouse()).current().orElse(null), sql);
  }

  /** The same against the newest versions, released or not. */
  List<String> unreleased(String sql) {
    return rows(null, sql);
  }

  /** The same against that release. */
  List<String> rows(Release release, String sql) {
    startSpark();
    return new ReleaseViews(warehouse(), spark, release)
        .query(sql).collectAsList().stream().map(Workbench::text).toList();
  }

  /** The columns of a release's tables in which a double is NaN or infinite. */
  List<String> notFinite(Release release) {
    List<String> queries = new ArrayList<>();
    for (Class<? extends Record> table : Tables.RELEASED) {
      Schema<?> schema = Schema.of(table);
      for (Schema.Field field : schema.fields()) {
        if (field.type() == ColumnType.DOUBLE) {
          queries.add(
              "SELECT '%1$s.%2$s' AS c FROM %1$s WHERE isnan(%2$s) OR abs(%2$s) = double('inf')"
                  .formatted(schema.name(), field.name()));
        }
      }
    }
    if (queries.isEmpty()) {
      throw new IllegalStateException("no table has a double");
    }
    return rows(release, String.join(" UNION ", queries));
  }

  Release release(String id) {
    return Releases.of(warehouse()).withId(id).orElseThrow();
  }

  /** The release that a command says it published. */
  Release published(Result result) {
    return release(result.said().replaceAll("(?s).*Published release ([0-9a-f]+).*", "$1"));
  }

  String currentRelease() {
    return Releases.of(warehouse()).current().orElseThrow().releaseId();
  }

  private static String text(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      if (value instanceof BigDecimal decimal) {
        value = decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
      } else if (value instanceof scala.collection.Iterable<?> items) {
        value = items.mkString(",");
      }
      cells.add(String.valueOf(value));
    }
    return String.join("|", cells);
  }

  static SparkSession spark() {
    startSpark();
    return spark;
  }

  private static void startSpark() {
    if (spark == null) {
      spark = SparkSessions.getOrCreate();
    }
  }

  /** The newest version of each table that exists. */
  Map<String, Long> versions() {
    Map<String, Long> versions = new TreeMap<>();
    for (Class<? extends Record> table : Tables.ALL) {
      warehouse().version(table).ifPresent(v -> versions.put(Schema.of(table).name(), v));
    }
    return versions;
  }

  /** Every file under a folder with a hash of its bytes. */
  static Map<String, String> contents(Path folder) {
    Map<String, String> contents = new TreeMap<>();
    if (!Files.exists(folder)) {
      return contents;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      paths
          .filter(Files::isRegularFile)
          .forEach(
              path -> contents.put(folder.relativize(path).toString(), Digest.of(readBytes(path))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return contents;
  }

  static byte[] readBytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path path, Charset charset) {
    return new String(readBytes(path), charset);
  }

  static String read(Path path) {
    return read(path, StandardCharsets.UTF_8);
  }

  static void write(Path path, String text) {
    try {
      create(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a text that stands in a file exactly once. */
  static void edit(Path path, String text, String by) {
    String before = read(path);
    int at = before.indexOf(text);
    if (at < 0 || before.indexOf(text, at + 1) >= 0) {
      throw new IllegalArgumentException("Not exactly once in " + path + ": " + text);
    }
    write(path, before.replace(text, by));
  }

  static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(path)) {
      for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void copyTree(Path from, Path to) {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(
              path,
              target,
              StandardCopyOption.COPY_ATTRIBUTES,
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
