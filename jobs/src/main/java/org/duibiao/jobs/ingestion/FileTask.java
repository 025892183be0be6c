package org.duibiao.jobs.ingestion;

import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.util.SerializableConfiguration;
import org.duibiao.benchmark.selection.FigureAccumulators;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.ingest.LandingFileReader;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.sidecar.LandingFile;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.ingest.table.ColumnMappings;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.ingest.table.RecordFields;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.model.Digest;
import org.duibiao.model.code.Disposition;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.normalize.reading.CombinedNormalizer;
import org.duibiao.normalize.reading.FileFinding;
import org.duibiao.normalize.reading.ReadingDraft;
import org.duibiao.normalize.reading.RecordNormalizer;
import org.duibiao.normalize.table.TableNormalizer;
import org.duibiao.prose.ProseNormalizer;
import org.duibiao.tables.Finding;
import org.duibiao.tables.FindingBuilder;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.NormalizedFileBuilder;
import org.duibiao.tables.Reading;
import org.duibiao.tables.Source;
import org.duibiao.tables.SourceFile;
import org.duibiao.tables.SourceRecord;
import org.duibiao.warehouse.DataFile;
import org.duibiao.warehouse.TableWriter;
import org.duibiao.warehouse.Warehouse;

/**
 * Reads files and normalizes their records, wherever Spark runs it. A file is parsed once, and its
 * records are kept and understood in the same pass.
 */
public final class FileTask implements Serializable {

  /** Catalogues by their hash: a catalogue is loaded once a JVM, not once a task. */
  private static final Map<String, Catalogue> CATALOGUES = new ConcurrentHashMap<>();

  private final String warehouse;
  private final SerializableConfiguration configuration;
  private final SourceFileRows rows;
  private final String catalogueFolder;
  private final HashMap<String, byte[]> catalogueFiles;
  private final String catalogueSha256;
  private final Scope scope;
  private final LocalDate asOf;
  private final transient Runnable afterFile;

  /** How far a task goes. */
  public enum Scope {
    READ,
    READ_AND_NORMALIZE,
    /** And gather what the choice of values needs. */
    READ_NORMALIZE_AND_GATHER
  }

  /**
   * A task for files.
   *
   * @param afterFile is told of each file that is done, where it is done in this process
   */
  FileTask(RunContext run, Scope scope, LocalDate asOf, Runnable afterFile) {
    this.afterFile = afterFile;
    this.warehouse = run.warehouse().root();
    this.configuration = new SerializableConfiguration(run.configuration());
    this.rows = new SourceFileRows(run.runId(), run.now());
    this.catalogueFolder = run.locations().catalogue();
    this.catalogueFiles = new HashMap<>(run.catalogueFiles());
    this.catalogueSha256 = run.catalogue().sha256();
    this.scope = scope;
    this.asOf = asOf;
    CATALOGUES.put(catalogueSha256, run.catalogue());
  }

  private Catalogue catalogue() {
    return CATALOGUES.computeIfAbsent(
        catalogueSha256, sha -> Catalogue.load(catalogueFolder, catalogueFiles));
  }

  /** The folder for readings that must be compared with those in the warehouse. */
  static String staging(String warehouse, String runId) {
    return warehouse + "/_staging/" + runId;
  }

  /**
   * What came of a file.
   *
   * @param sourceFile the file's row, where it was read from the landing area
   * @param normalized its balance, where it was normalized
   * @param sources the publications in it
   * @param findings what a person should look at
   */
  record FileResult(
      SourceFile sourceFile,
      NormalizedFile normalized,
      List<Source> sources,
      List<Finding> findings)
      implements Serializable {}

  /**
   * What a task wrote.
   *
   * @param fileResults of its files
   * @param records the file of records, if any
   * @param fresh the file of readings that nothing can be in the way of, if any
   * @param staged the file of readings that must be compared with those in the warehouse, if any
   * @param accumulators what the fresh readings say for the choice of values; null where that was
   *     not asked for
   */
  record Output(
      List<FileResult> fileResults,
      List<DataFile> records,
      List<DataFile> fresh,
      List<DataFile> staged,
      FigureAccumulators accumulators)
      implements Serializable {

    Output withoutAccumulators() {
      return new Output(fileResults, records, fresh, staged, null);
    }
  }

  /** Where a task's rows go. */
  private final class RowWriters implements AutoCloseable {
    private final TableWriter<SourceRecord> records = writer(warehouse, SourceRecord.class);
    private final TableWriter<Reading> fresh = writer(warehouse, Reading.class);
    private final TableWriter<Reading> staged =
        writer(staging(warehouse, rows.runId()), Reading.class);
    private final FigureAccumulators accumulators =
        scope == Scope.READ_NORMALIZE_AND_GATHER
            ? FigureAccumulators.of(catalogue().seriesBreaks(), catalogue().indicators())
            : null;
    private final List<FileResult> fileResults = new ArrayList<>();

    private <R extends Record> TableWriter<R> writer(String root, Class<R> table) {
      return Warehouse.writer(root, configuration.value(), table, rows.runId());
    }

    private void addFresh(Reading reading) {
      fresh.add(reading);
      if (accumulators != null) {
        accumulators.add(reading, asOf);
      }
    }

    /** The row of a file that was read and not normalized, or could not be read. */
    private void add(SourceFile row) {
      fileResults.add(new FileResult(row, null, List.of(), List.of()));
    }

    private Output finish() {
      return new Output(
          fileResults, records.finish(), fresh.finish(), staged.finish(), accumulators);
    }

    @Override
    public void close() {
      records.close();
      fresh.close();
      staged.close();
    }
  }

  /** Reads files from the landing area. */
  Output read(List<PlannedFile> works) throws IOException {
    try (RowWriters output = new RowWriters()) {
      for (PlannedFile planned : works) {
        read(planned, output);
        done();
      }
      return output.finish();
    }
  }

  private void done() {
    if (afterFile != null) {
      afterFile.run();
    }
  }

  private void read(PlannedFile planned, RowWriters output) throws IOException {
    LandingFile file = planned.file();
    Sidecar sidecar = Sidecar.of(file);
    try {
      LandingFileReader reader = LandingFileReader.open(file, sidecar, configuration.value());
      ColumnMappings mappings = reader.contents().mappings();
      FileNormalization normalizing =
          scope == Scope.READ ? null : new FileNormalization(planned, sidecar, mappings, output);
      reader.forEach(
          row -> {
            output.records.add(
                new SourceRecord(
                    file.fileSha256(),
                    planned.recordsId(),
                    row.locator(),
                    row.text() != null ? null : new RecordFields(mappings.names(row), row.cells()),
                    row.text(),
                    rows.runId()));
            if (normalizing != null) {
              normalizing.normalizer.normalize(row);
            }
          });
      SourceFile row = rows.parsed(planned, sidecar, reader.contents());
      if (normalizing == null) {
        output.add(row);
      } else {
        normalizing.finish(row, reader.contents().values());
      }
    } catch (UnreadableFileException e) {
      output.add(rows.rejected(file, sidecar, e.reason(), e.getMessage()));
    }
  }

  /**
   * Normalizes files from a data file of bronze. All records of a file stand in one data file, in
   * their order.
   */
  Output normalize(DataFile scan, Map<String, List<PlannedFile>> worksByRecords)
      throws IOException {
    try (RowWriters output = new RowWriters()) {
      Map<String, List<FileNormalization>> open = new HashMap<>();
      scan.forEach(
          SourceRecord.class,
          configuration.value(),
          row -> {
            List<PlannedFile> works = worksByRecords.get(row.recordsId());
            if (works != null) {
              open.computeIfAbsent(
                      row.recordsId(),
                      id -> works.stream().map(planned -> fromBronze(planned, output)).toList())
                  .forEach(each -> each.normalizer.normalize(each.record(row)));
            }
          });
      open.values().stream()
          .flatMap(List::stream)
          .forEach(
              each -> {
                each.finish(null, each.planned.inBronze().valuesFound());
                done();
              });
      return output.finish();
    }
  }

  private FileNormalization fromBronze(PlannedFile planned, RowWriters output) {
    Sidecar sidecar = Sidecar.of(planned.file());
    try {
      ColumnMappings mappings =
          sidecar.layout() == null
              ? null
              : ColumnMappings.of(sidecar.layouts(), planned.inBronze().columns());
      return new FileNormalization(planned, sidecar, mappings, output);
    } catch (UnreadableFileException e) {
      throw new IllegalStateException(
          planned.path() + " was read with a layout that it does not have", e);
    }
  }

  /** The normalization of one file, with its balance. */
  private final class FileNormalization {
    private final PlannedFile planned;
    private final ColumnMappings mappings;
    private final RowWriters output;
    private final RecordNormalizer normalizer;
    private final Set<String> unknownTerms = new TreeSet<>();
    private final FileProblems problems = new FileProblems();
    private ReadingCounts counts = ReadingCounts.NONE;

    private FileNormalization(
        PlannedFile planned, Sidecar sidecar, ColumnMappings mappings, RowWriters output) {
      this.planned = planned;
      this.mappings = mappings;
      this.output = output;
      Source source = sidecar.source(planned.sourceId(), planned.path());
      ReadingDraft.Origin origin =
          new ReadingDraft.Origin(source, planned.file().fileSha256(), rows.runId(), rows.now());
      Function<Consumer<Reading>, RecordNormalizer> prose =
          sink ->
              new ProseNormalizer(
                  catalogue(), origin, sidecar, (mention, reading) -> sink.accept(reading));
      Function<Consumer<Reading>, RecordNormalizer> tables =
          sink -> new TableNormalizer(catalogue(), origin, sidecar, mappings, sink);
      this.normalizer =
          mappings == null
              ? prose.apply(this::add)
              : sidecar.text()
                  ? new CombinedNormalizer(planned.path(), tables, prose, this::add)
                  : tables.apply(this::add);
    }

    /** A record as its reader passed it on. */
    private FileRecord record(SourceRecord row) {
      if (row.text() != null) {
        return FileRecord.ofText(row.locator(), row.text());
      }
      int part =
          row.fields().isEmpty() ? 0 : mappings.part(row.fields().keySet().iterator().next());
      return new FileRecord(row.locator(), new ArrayList<>(row.fields().values())).ofPart(part);
    }

    private void add(Reading reading) {
      counts = counts.plus(ReadingCounts.of(reading));
      if (reading.kind() == ReadingKind.CANDIDATE
          && reading.indicator() == null
          && reading.term() != null) {
        unknownTerms.add(reading.term());
      }
      boolean problem =
          switch (reading.kind()) {
            case OBSERVATION -> reading.flags().contains(Flag.CORRECTION_OUTDATED);
            case CANDIDATE -> reading.detail() != null;
            case REJECT -> reading.disposition() == Disposition.REJECTED;
          };
      if (problem) {
        problems.add(reading);
      }
      if (planned.mayReplaceReadings()) {
        output.staged.add(reading);
      } else {
        output.addFresh(reading);
      }
    }

    private void finish(SourceFile row, long valuesFound) {
      RecordNormalizer.Outcome outcome = normalizer.finish();
      List<String> problemLines = new ArrayList<>(outcome.unusedCorrections());
      problemLines.addAll(problems.lines());
      NormalizedFile balance =
          NormalizedFileBuilder.builder()
              .path(planned.path())
              .fileSha256(planned.file().fileSha256())
              .sidecarSha256(planned.file().sidecarSha256())
              .catalogueSha256(catalogueSha256)
              .sourceId(planned.sourceId())
              .valuesFound(valuesFound)
              .observations(counts.observations())
              .candidates(counts.candidates())
              .rejected(counts.rejected())
              .ignored(counts.ignored())
              .derived(counts.derived())
              .usedAliases(outcome.usedAliases())
              .unknownTerms(List.copyOf(unknownTerms))
              .problems(problemLines)
              .runId(rows.runId())
              .build();
      List<Finding> findings = outcome.findings().stream().map(this::finding).toList();
      output.fileResults.add(new FileResult(row, balance, outcome.sources(), findings));
    }

    private Finding finding(FileFinding doubt) {
      Reading reading = doubt.reading();
      List<String> ids =
          doubt.otherId() == null
              ? List.of(reading.observationId())
              : List.of(doubt.otherId(), reading.observationId());
      return FindingBuilder.builder()
          .findingId(Digest.id(doubt.kind().id(), ids, reading.value(), doubt.expected()))
          .kind(doubt.kind())
          .cityCode(reading.cityCode())
          .indicator(reading.indicator())
          .periodEnd(reading.periodEnd())
          .observationIds(ids)
          .expected(doubt.expected())
          .found(reading.value())
          .detail(doubt.detail())
          .path(planned.path())
          .runId(rows.runId())
          .build();
    }
  }
}
