package org.duibiao.jobs.ingestion;

import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import org.duibiao.jobs.benchmarking.FigureMapper;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.model.Digest;
import org.duibiao.model.code.Flag;
import org.duibiao.normalize.reading.CombinedNormalizer;
import org.duibiao.normalize.reading.FileFinding;
import org.duibiao.normalize.reading.RecordNormalizer;
import org.duibiao.normalize.table.TableNormalizer;
import org.duibiao.prose.ProseNormalizer;
import org.duibiao.tables.Finding;
import org.duibiao.tables.FindingBuilder;
import org.duibiao.tables.NormalizedFileBuilder;
import org.duibiao.tables.Reading;
import org.duibiao.tables.SourceFile;
import org.duibiao.tables.SourceRecord;
import org.duibiao.warehouse.DataScan;
import org.duibiao.warehouse.TableWriter;
import org.duibiao.warehouse.Warehouse;

/**
 * Reads files and normalizes their records, wherever Spark runs it. A file is parsed once, and its
 * records are kept and understood in the same pass.
 */
public final class FileTask implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Catalogues by their hash: a catalogue is loaded once a JVM, not once a task. */
  private static final Map<String, Catalogue> CATALOGUES = new ConcurrentHashMap<>();

  private final String warehouse;
  private final SerializableConfiguration configuration;
  private final String runId;
  private final Instant now;
  private final String catalogueFolder;
  private final HashMap<String, byte[]> catalogueFiles;
  private final String catalogueSha256;
  private final Scope scope;
  private final LocalDate asOf;

  /** How far a task goes. */
  public enum Scope {
    READ,
    READ_AND_NORMALIZE,
    /** And gather what the choice of values needs. */
    READ_NORMALIZE_AND_GATHER
  }

  FileTask(RunContext run, Scope scope, LocalDate asOf) {
    this.warehouse = run.warehouse().root();
    this.configuration = new SerializableConfiguration(run.configuration());
    this.runId = run.runId();
    this.now = run.now();
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

  /** Where a task's rows go. */
  private final class RowWriters implements AutoCloseable {
    private final TableWriter<SourceRecord> records =
        Warehouse.writer(warehouse, configuration.value(), SourceRecord.class, runId);
    private final TableWriter<Reading> fresh =
        Warehouse.writer(warehouse, configuration.value(), Reading.class, runId);
    private final TableWriter<Reading> staged =
        Warehouse.writer(staging(warehouse, runId), configuration.value(), Reading.class, runId);
    private final FigureAccumulators accumulators =
        scope == Scope.READ_NORMALIZE_AND_GATHER
            ? FigureAccumulators.of(catalogue().seriesBreaks(), catalogue().indicators())
            : null;
    private final List<PlannedFile.FileResult> fileResults = new ArrayList<>();

    private void addFresh(Reading reading) {
      fresh.add(reading);
      if (accumulators != null) {
        FigureMapper.add(reading, asOf, accumulators);
      }
    }

    private PlannedFile.TaskOutput finish() {
      return new PlannedFile.TaskOutput(
          fileResults,
          records.finish().orElse(null),
          fresh.finish().orElse(null),
          staged.finish().orElse(null),
          accumulators);
    }

    @Override
    public void close() {
      records.close();
      fresh.close();
      staged.close();
    }
  }

  /** Reads files from the landing area. */
  PlannedFile.TaskOutput read(List<PlannedFile> works) throws IOException {
    try (RowWriters output = new RowWriters()) {
      for (PlannedFile planned : works) {
        read(planned, output);
      }
      return output.finish();
    }
  }

  private void read(PlannedFile planned, RowWriters output) throws IOException {
    LandingFile file = planned.file();
    Sidecar sidecar = Sidecar.of(file);
    try {
      LandingFileReader reader = LandingFileReader.open(file, sidecar, configuration.value());
      FileNormalization normalizing =
          scope == Scope.READ
              ? null
              : new FileNormalization(planned, sidecar, reader.contents().mappings(), output);
      ColumnMappings mappings = reader.contents().mappings();
      reader.forEach(
          row -> {
            output.records.add(
                new SourceRecord(
                    file.fileSha256(),
                    planned.recordsId(),
                    row.locator(),
                    row.text() != null ? null : new RecordFields(mappings.names(row), row.cells()),
                    row.text(),
                    runId));
            if (normalizing != null) {
              normalizing.normalizer.normalize(row);
            }
          });
      SourceFile row = SourceFileRows.parsed(planned, sidecar, reader.contents(), runId, now);
      output.fileResults.add(
          normalizing == null
              ? PlannedFile.FileResult.of(row)
              : normalizing.fileResult(row, reader.contents().values()));
    } catch (UnreadableFileException e) {
      output.fileResults.add(
          PlannedFile.FileResult.of(
              SourceFileRows.rejected(file, sidecar, e.reason(), e.getMessage(), runId, now)));
    }
  }

  /**
   * Normalizes files from a data file of bronze. All records of a file stand in one data file, in
   * their order.
   */
  PlannedFile.TaskOutput normalize(DataScan scan, Map<String, List<PlannedFile>> worksByRecords)
      throws IOException {
    try (RowWriters output = new RowWriters()) {
      Map<String, List<FileNormalization>> open = new HashMap<>();
      scan.forEach(
          SourceRecord.class,
          configuration.value(),
          row -> {
            List<PlannedFile> works = worksByRecords.get(row.recordsId());
            if (works == null) {
              return;
            }
            List<FileNormalization> normalizings =
                open.computeIfAbsent(row.recordsId(), id -> fromBronze(works, output));
            for (FileNormalization normalizing : normalizings) {
              normalizing.normalizer.normalize(normalizing.record(row));
            }
          });
      for (List<FileNormalization> normalizings : open.values()) {
        for (FileNormalization normalizing : normalizings) {
          output.fileResults.add(normalizing.fileResult(null, normalizing.planned.valuesFound()));
        }
      }
      return output.finish();
    }
  }

  private List<FileNormalization> fromBronze(List<PlannedFile> works, RowWriters output) {
    List<FileNormalization> normalizings = new ArrayList<>();
    for (PlannedFile planned : works) {
      Sidecar sidecar = Sidecar.of(planned.file());
      try {
        ColumnMappings mappings =
            sidecar.layout() == null
                ? null
                : ColumnMappings.of(sidecar.layouts(), planned.columns());
        normalizings.add(new FileNormalization(planned, sidecar, mappings, output));
      } catch (UnreadableFileException e) {
        throw new IllegalStateException(
            planned.file().path() + " was read with a layout that it does not have", e);
      }
    }
    return normalizings;
  }

  /** The normalization of one file, with its balance. */
  private final class FileNormalization {
    private final PlannedFile planned;
    private final ColumnMappings mappings;
    private final RecordNormalizer normalizer;
    private final Set<String> unknownTerms = new HashSet<>();
    private final FileProblems problems = new FileProblems();
    private long observations;
    private long candidates;
    private long rejected;
    private long ignored;
    private long derived;

    private FileNormalization(
        PlannedFile planned, Sidecar sidecar, ColumnMappings mappings, RowWriters output) {
      this.planned = planned;
      this.mappings = mappings;
      Consumer<Reading> writer =
          planned.mayReplaceReadings() ? output.staged::add : output::addFresh;
      Consumer<Reading> readings =
          reading -> {
            count(reading);
            writer.accept(reading);
          };
      LandingFile file = planned.file();
      Function<Consumer<Reading>, RecordNormalizer> prose =
          sink ->
              new ProseNormalizer(
                  catalogue(),
                  runId,
                  now,
                  file.path(),
                  file.fileSha256(),
                  planned.sourceId(),
                  sidecar,
                  sink);
      Function<Consumer<Reading>, RecordNormalizer> tables =
          sink ->
              new TableNormalizer(
                  catalogue(),
                  runId,
                  now,
                  file.path(),
                  file.fileSha256(),
                  planned.sourceId(),
                  sidecar,
                  mappings,
                  sink);
      this.normalizer =
          mappings == null
              ? prose.apply(readings)
              : sidecar.text()
                  ? new CombinedNormalizer(file.path(), tables, prose, readings)
                  : tables.apply(readings);
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

    private void count(Reading reading) {
      if (reading.isDerived()) {
        derived++;
      }
      switch (reading.kind()) {
        case OBSERVATION -> {
          observations++;
          if (reading.flags().contains(Flag.CORRECTION_OUTDATED)) {
            problems.add(reading);
          }
        }
        case CANDIDATE -> {
          candidates++;
          if (reading.indicator() == null && reading.term() != null) {
            unknownTerms.add(reading.term());
          }
          if (reading.detail() != null) {
            problems.add(reading);
          }
        }
        case REJECT -> {
          switch (reading.disposition()) {
            case REJECTED -> {
              rejected++;
              problems.add(reading);
            }
            case IGNORED -> ignored++;
          }
        }
      }
    }

    private PlannedFile.FileResult fileResult(SourceFile row, long valuesFound) {
      normalizer.finish();
      List<String> problemLines = new ArrayList<>(normalizer.unusedCorrections());
      problemLines.addAll(problems.lines());
      return new PlannedFile.FileResult(
          row,
          NormalizedFileBuilder.builder()
              .path(planned.file().path())
              .fileSha256(planned.file().fileSha256())
              .sidecarSha256(planned.file().sidecarSha256())
              .catalogueSha256(catalogueSha256)
              .sourceId(planned.sourceId())
              .valuesFound(valuesFound)
              .observations(observations)
              .candidates(candidates)
              .rejected(rejected)
              .ignored(ignored)
              .derived(derived)
              .usedAliases(normalizer.usedAliases())
              .unknownTerms(List.copyOf(new TreeSet<>(unknownTerms)))
              .problems(problemLines)
              .runId(runId)
              .build(),
          normalizer.sources(),
          normalizer.findings().stream().map(this::finding).toList());
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
          .path(planned.file().path())
          .runId(runId)
          .build();
    }
  }
}
