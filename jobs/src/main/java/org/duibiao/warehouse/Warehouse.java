package org.duibiao.warehouse;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.hook.PostCommitHook.PostCommitHookType;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.DataFileStatus;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.duibiao.columns.Schema;
import org.duibiao.tables.Release;

/**
 * The Delta tables: the one place that creates, reads and commits them. A table is declared by its
 * record. Small tables are read and written here as lists of rows; what grows is written by {@link
 * TableWriter}s in parallel and committed here, or changed through {@link ReadingMerger}.
 *
 * <p>Commits go through Delta Kernel, which needs no Spark job for them.
 */
public final class Warehouse {

  private static final String ENGINE = "duibiao";

  /**
   * How long the files of past versions are kept: releases pin versions, and Delta refuses to read
   * a version that is older than this.
   */
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "delta.deletedFileRetentionDuration", "interval 3650 days",
          "delta.logRetentionDuration", "interval 3650 days");

  private final String root;
  private final Configuration configuration;
  private final Engine engine;

  /**
   * A warehouse, which need not exist yet.
   *
   * @param root a folder on any Hadoop file system
   */
  public Warehouse(String root, Configuration configuration) {
    this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    this.configuration = configuration;
    this.engine = DefaultEngine.create(configuration);
  }

  /** The folder. */
  public String root() {
    return root;
  }

  Configuration configuration() {
    return configuration;
  }

  /** The folder of a table. */
  public String path(Class<? extends Record> table) {
    return path(root, Schema.of(table).name());
  }

  static String path(String root, String table) {
    return root + "/" + table.replace('.', '/');
  }

  /** A writer of data files for a table, to be used where the rows are, for {@link #append}. */
  public static <R extends Record> TableWriter<R> writer(
      String root, Configuration configuration, Class<R> table, String runId) {
    return new TableWriter<>(configuration, path(root, Schema.of(table).name()), table, runId);
  }

  /** The newest version of a table; empty if it does not exist. */
  public OptionalLong version(Class<? extends Record> table) {
    return snapshot(table).stream().mapToLong(Snapshot::getVersion).findFirst();
  }

  /** The newest version of each of these tables that exists, by name. */
  public Map<String, Long> versions(List<Class<? extends Record>> tables) {
    Map<String, Long> versions = new TreeMap<>();
    for (Class<? extends Record> table : tables) {
      version(table).ifPresent(version -> versions.put(Schema.of(table).name(), version));
    }
    return versions;
  }

  /** All rows of the newest version; none if the table does not exist. */
  public <R extends Record> List<R> read(Class<R> table) {
    return snapshot(table).map(snapshot -> rows(table, snapshot)).orElse(List.of());
  }

  /** All rows of the version that a release names. */
  public <R extends Record> List<R> read(Class<R> table, Release release) {
    return rows(table, snapshot(table, release));
  }

  private Snapshot snapshot(Class<? extends Record> table, Release release) {
    long version = release.tableVersions().get(Schema.of(table).name());
    return TableManager.loadSnapshot(path(table)).atVersion(version).build(engine);
  }

  private Optional<Snapshot> snapshot(Class<? extends Record> table) {
    try {
      return Optional.of(TableManager.loadSnapshot(path(table)).build(engine));
    } catch (TableNotFoundException e) {
      return Optional.empty();
    }
  }

  private <R extends Record> List<R> rows(Class<R> table, Snapshot snapshot) {
    // Says clearly what could not be read.
    SchemaEvolution.metadataChange(snapshot, Schema.of(table));
    List<R> rows = new ArrayList<>();
    scans(snapshot).forEach(scan -> scan.forEach(table, configuration, rows::add));
    return rows;
  }

  /**
   * The data files of the newest version of a table, to be read in parallel; none if it does not
   * exist.
   */
  public List<DataFile> scans(Class<? extends Record> table) {
    return snapshot(table).map(this::scans).orElse(List.of());
  }

  /** The data files of the version that a release names. */
  public List<DataFile> scans(Class<? extends Record> table, Release release) {
    return scans(snapshot(table, release));
  }

  private List<DataFile> scans(Snapshot snapshot) {
    List<DataFile> scans = new ArrayList<>();
    for (Row file : files(snapshot)) {
      if (InternalScanFileUtils.getDeletionVectorDescriptorFromRow(file) != null) {
        throw new IllegalStateException(
            snapshot.getPath() + " has deletion vectors: REORG TABLE … APPLY (PURGE) removes them");
      }
      FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
      scans.add(new DataFile(status.getPath(), status.getSize(), status.getModificationTime(), 0));
    }
    return scans;
  }

  private List<Row> files(Snapshot snapshot) {
    return Utils.intoRows(snapshot.getScanBuilder().build().getScanFiles(engine)).toInMemoryList();
  }

  /** Takes the data files of a run that was killed before it was complete out of a table again. */
  public void retract(Class<? extends Record> table, String runId) {
    Snapshot snapshot = snapshot(table).orElse(null);
    List<Row> written = new ArrayList<>(snapshot == null ? List.of() : files(snapshot));
    written.removeIf(
        file -> !TableWriter.wrote(runId, InternalScanFileUtils.getAddFileStatus(file).getPath()));
    if (!written.isEmpty()) {
      commit(table, snapshot, List.of(), written);
    }
  }

  /**
   * Creates the table if it does not exist, so that it can be queried before it has rows; gives it
   * the columns that it lacks if an earlier build made it.
   */
  public void create(Class<? extends Record> table) {
    Snapshot snapshot = snapshot(table).orElse(null);
    if (snapshot == null
        || SchemaEvolution.metadataChange(snapshot, Schema.of(table)).isPresent()) {
      commit(table, snapshot, List.of(), List.of());
    }
  }

  /**
   * Makes data files part of a table in one commit.
   *
   * @return the table's version
   */
  public long append(Class<? extends Record> table, List<DataFile> files) {
    return commit(table, snapshot(table).orElse(null), files, List.of());
  }

  /** Takes data files out of a table and puts others in, in one commit. */
  void exchange(Class<? extends Record> table, List<DataFile> removed, List<DataFile> added) {
    Set<String> paths = removed.stream().map(DataFile::path).collect(Collectors.toSet());
    Snapshot snapshot = snapshot(table).orElseThrow();
    List<Row> files = new ArrayList<>(files(snapshot));
    files.removeIf(file -> !paths.contains(InternalScanFileUtils.getAddFileStatus(file).getPath()));
    if (files.size() < paths.size()) {
      throw new IllegalStateException(path(table) + " was changed by another program meanwhile");
    }
    commit(table, snapshot, added, files);
  }

  /** Appends rows in one commit. */
  public <R extends Record> long append(Class<R> table, R row) {
    return append(table, write(table, List.of(row)));
  }

  /**
   * Makes these rows the whole content of a table, in one commit, unless they already are. The
   * order of the rows does not count.
   *
   * @return the table's version
   */
  public <R extends Record> long replace(Class<R> table, List<R> rows) {
    Snapshot snapshot = snapshot(table).orElse(null);
    if (snapshot != null && sameRows(rows(table, snapshot), rows)) {
      return snapshot.getVersion();
    }
    List<Row> replaced = snapshot == null ? List.of() : files(snapshot);
    return commit(table, snapshot, write(table, rows), replaced);
  }

  private static <R> boolean sameRows(List<R> some, List<R> others) {
    return some.size() == others.size() && counts(some).equals(counts(others));
  }

  private static <R> Map<R, Long> counts(List<R> rows) {
    return rows.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private <R extends Record> List<DataFile> write(Class<R> table, List<R> rows) {
    try (TableWriter<R> writer = writer(root, configuration, table, "small")) {
      rows.forEach(writer::add);
      return writer.finish();
    }
  }

  /** Kernel has no public way to remove files; this is the action that its own code writes. */
  private static Row removal(Row file) {
    Row add = file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL);
    return SingleAction.createRemoveFileSingleAction(
        new AddFile(add).toRemoveFileRow(true, Optional.of(System.currentTimeMillis())));
  }

  /**
   * Commits a change of a table.
   *
   * @param snapshot what it was made from; null if there is no table yet
   * @param removed files of the snapshot
   */
  private long commit(
      Class<? extends Record> table, Snapshot snapshot, List<DataFile> files, List<Row> removed) {
    List<Row> actions = new ArrayList<>();
    removed.forEach(file -> actions.add(removal(file)));
    Optional<Row> metadata =
        snapshot == null
            ? Optional.empty()
            : SchemaEvolution.metadataChange(snapshot, Schema.of(table));
    metadata.ifPresent(actions::add);
    Transaction transaction =
        snapshot == null
            ? TableManager.buildCreateTableTransaction(
                    path(table), DeltaTypes.struct(Schema.of(table)), ENGINE)
                .withTableProperties(PROPERTIES)
                .build(engine)
            : snapshot
                .buildUpdateTableTransaction(ENGINE, Operation.WRITE)
                // What was computed from a version is not written after another.
                .withMaxRetries(0)
                .build(engine);
    Row state = transaction.getTransactionState(engine);
    DataWriteContext context = Transaction.getWriteContext(engine, state, Map.of());
    Iterator<DataFileStatus> statuses = files.stream().map(Warehouse::status).iterator();
    actions.addAll(
        Transaction.generateAppendActions(
                engine, state, Utils.toCloseableIterator(statuses), context)
            .toInMemoryList());
    TransactionCommitResult result =
        transaction.commit(
            engine,
            CloseableIterable.inMemoryIterable(Utils.toCloseableIterator(actions.iterator())));
    try {
      for (PostCommitHook hook : result.getPostCommitHooks()) {
        // That summary would name the columns of before.
        if (hook.getType() != PostCommitHookType.CHECKSUM_SIMPLE || metadata.isEmpty()) {
          hook.threadSafeInvoke(engine);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot commit: " + e.getMessage(), e);
    }
    return result.getVersion();
  }

  private static DataFileStatus status(DataFile file) {
    DataFileStatistics counts =
        new DataFileStatistics(file.rows(), Map.of(), Map.of(), Map.of(), Optional.empty());
    return new DataFileStatus(file.path(), file.size(), file.modified(), Optional.of(counts));
  }
}
