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
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.util.SerializableConfiguration;
import org.duibiao.benchmark.selection.Gathering;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.ingest.SourceReader;
import org.duibiao.ingest.file.UnreadableException;
import org.duibiao.ingest.sidecar.LandingFile;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.ingest.table.Bindings;
import org.duibiao.ingest.table.Fields;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.jobs.benchmarking.Figures;
import org.duibiao.jobs.context.Stage;
import org.duibiao.model.Digest;
import org.duibiao.normalize.reading.Doubt;
import org.duibiao.normalize.reading.RecordNormalizer;
import org.duibiao.normalize.table.FileNormalizer;
import org.duibiao.prose.ProseNormalizer;
import org.duibiao.tables.Finding;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.Reading;
import org.duibiao.tables.SourceFile;
import org.duibiao.tables.SourceRecord;
import org.duibiao.warehouse.DataFile;
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

  FileTask(Stage stage, Scope scope) {
    this.warehouse = stage.warehouse().root();
    this.configuration = new SerializableConfiguration(stage.configuration());
    this.runId = stage.runId();
    this.now = stage.now();
    this.catalogueFolder = stage.settings().catalogue();
    this.catalogueFiles = new HashMap<>(stage.catalogueFiles());
    this.catalogueSha256 = stage.catalogue().sha256();
    this.scope = scope;
    this.asOf = stage.settings().asOf();
    CATALOGUES.put(catalogueSha256, stage.catalogue());
  }

  private Catalogue catalogue() {
    return CATALOGUES.computeIfAbsent(
        catalogueSha256, sha -> Catalogue.load(catalogueFolder, catalogueFiles));
  }

  /** The folder for readings that must be compared with those in the warehouse. */
  static String staging(String warehouse, String runId) {
    return warehouse + "/_staging/" + runId;
  }

  private Output output() {
    return new Output();
  }

  /** Where a task's rows go. */
  private final class Output implements AutoCloseable {
    private final TableWriter<SourceRecord> records =
        Warehouse.writer(warehouse, configuration.value(), SourceRecord.class, runId);
    private final TableWriter<Reading> fresh =
        Warehouse.writer(warehouse, configuration.value(), Reading.class, runId);
    private final TableWriter<Reading> staged =
        Warehouse.writer(staging(warehouse, runId), configuration.value(), Reading.class, runId);
    private final Gathering gathering =
        scope == Scope.READ_NORMALIZE_AND_GATHER
            ? Gathering.of(
                new ArrayList<>(catalogue().breaks()),
                new ArrayList<>(Gathering.shares(catalogue().indicators())))
            : null;
    private final List<FileWork.Outcome> outcomes = new ArrayList<>();

    private void addFresh(Reading reading) {
      fresh.add(reading);
      if (gathering != null && Figures.holds(reading, asOf)) {
        gathering.add(Figures.of(reading), reading.status(), reading.measure(), reading.scope());
      }
    }

    private FileWork.Written finish() {
      DataFile ofRecords = records.finish().orElse(null);
      DataFile ofFresh = fresh.finish().orElse(null);
      DataFile ofStaged = staged.finish().orElse(null);
      return new FileWork.Written(outcomes, ofRecords, ofFresh, ofStaged, gathering);
    }

    @Override
    public void close() {
      records.close();
      fresh.close();
      staged.close();
    }
  }

  /** Reads files from the landing area. */
  FileWork.Written read(List<FileWork> works) throws IOException {
    try (Output output = output()) {
      for (FileWork work : works) {
        read(work, output);
      }
      return output.finish();
    }
  }

  private void read(FileWork work, Output output) throws IOException {
    LandingFile file = work.file();
    Sidecar sidecar = Sidecar.of(file);
    SourceReader reader;
    try {
      reader = SourceReader.open(file, sidecar, conf());
      Normalizing normalizing =
          scope == Scope.READ ? null : new Normalizing(work, sidecar, reader.bindings(), output);
      Bindings bindings = reader.bindings();
      reader.forEach(
          row -> {
            output.records.add(
                new SourceRecord(
                    file.fileSha256(),
                    work.recordsId(),
                    row.locator(),
                    bindings == null ? null : new Fields(bindings.names(row), row.cells()),
                    row.text(),
                    runId));
            if (normalizing != null) {
              normalizing.normalizer.normalize(row);
            }
          });
      SourceFile row = Sources.parsed(work, sidecar, reader, runId, now);
      output.outcomes.add(
          normalizing == null
              ? new FileWork.Outcome(row, null, List.of(), List.of())
              : normalizing.outcome(row, reader.valuesFound()));
    } catch (UnreadableException e) {
      output.outcomes.add(
          new FileWork.Outcome(
              Sources.rejected(file, sidecar, e.reason(), e.getMessage(), runId, now),
              null,
              List.of(),
              List.of()));
    }
  }

  /**
   * Normalizes files from a data file of bronze. All records of a file stand in one data file, in
   * their order.
   */
  FileWork.Written normalize(DataScan scan, Map<String, List<FileWork>> worksByRecords)
      throws IOException {
    try (Output output = output()) {
      Map<String, List<Normalizing>> open = new HashMap<>();
      scan.forEach(
          SourceRecord.class,
          conf(),
          row -> {
            List<FileWork> works = worksByRecords.get(row.recordsId());
            if (works == null) {
              return;
            }
            List<Normalizing> normalizings =
                open.computeIfAbsent(row.recordsId(), id -> fromBronze(works, output));
            for (Normalizing normalizing : normalizings) {
              normalizing.normalizer.normalize(normalizing.record(row));
            }
          });
      for (List<Normalizing> normalizings : open.values()) {
        for (Normalizing normalizing : normalizings) {
          output.outcomes.add(normalizing.outcome(null, normalizing.work.valuesFound()));
        }
      }
      return output.finish();
    }
  }

  private List<Normalizing> fromBronze(List<FileWork> works, Output output) {
    List<Normalizing> normalizings = new ArrayList<>();
    for (FileWork work : works) {
      Sidecar sidecar = Sidecar.of(work.file());
      try {
        Bindings bindings =
            sidecar.layout() == null ? null : Bindings.of(sidecar.layouts(), work.columns());
        normalizings.add(new Normalizing(work, sidecar, bindings, output));
      } catch (UnreadableException e) {
        throw new IllegalStateException(
            work.file().path() + " was read with a layout that it does not have", e);
      }
    }
    return normalizings;
  }

  private Configuration conf() {
    return configuration.value();
  }

  /** The normalization of one file, with its balance. */
  private final class Normalizing {
    private final FileWork work;
    private final Bindings bindings;
    private final RecordNormalizer normalizer;
    private final Set<String> unknownTerms = new HashSet<>();
    private final Problems problems = new Problems();
    private long observations;
    private long candidates;
    private long rejected;
    private long ignored;
    private long derived;

    private Normalizing(FileWork work, Sidecar sidecar, Bindings bindings, Output output) {
      this.work = work;
      this.bindings = bindings;
      Consumer<Reading> writer = work.replaces() ? output.staged::add : output::addFresh;
      Consumer<Reading> readings =
          reading -> {
            count(reading);
            writer.accept(reading);
          };
      LandingFile file = work.file();
      this.normalizer =
          bindings == null
              ? new ProseNormalizer(
                  catalogue(),
                  runId,
                  now,
                  file.path(),
                  file.fileSha256(),
                  work.sourceId(),
                  sidecar,
                  readings)
              : new FileNormalizer(
                  catalogue(),
                  runId,
                  now,
                  file.path(),
                  file.fileSha256(),
                  work.sourceId(),
                  sidecar,
                  bindings,
                  readings);
    }

    /** A record as its reader passed it on. */
    private FileRecord record(SourceRecord row) {
      if (bindings == null) {
        return FileRecord.ofText(row.locator(), row.text());
      }
      int part =
          row.fields().isEmpty() ? 0 : bindings.part(row.fields().keySet().iterator().next());
      return new FileRecord(row.locator(), new ArrayList<>(row.fields().values()), part);
    }

    private void count(Reading reading) {
      if (reading.isDerived()) {
        derived++;
      }
      switch (reading.kind()) {
        case OBSERVATION -> observations++;
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

    private FileWork.Outcome outcome(SourceFile row, long valuesFound) {
      normalizer.finish();
      List<Finding> findings = new ArrayList<>();
      for (Doubt doubt : normalizer.doubts()) {
        findings.add(finding(doubt));
      }
      return new FileWork.Outcome(
          row,
          new NormalizedFile(
              work.file().path(),
              work.file().fileSha256(),
              work.file().sidecarSha256(),
              catalogueSha256,
              valuesFound,
              observations,
              candidates,
              rejected,
              ignored,
              derived,
              normalizer.usedAliases(),
              List.copyOf(new TreeSet<>(unknownTerms)),
              lines(),
              runId),
          normalizer.sources(),
          findings);
    }

    private List<String> lines() {
      List<String> lines = new ArrayList<>(normalizer.unusedCorrections());
      lines.addAll(problems.lines());
      return lines;
    }

    private Finding finding(Doubt doubt) {
      Reading reading = doubt.reading();
      List<String> ids =
          doubt.otherId() == null
              ? List.of(reading.observationId())
              : List.of(doubt.otherId(), reading.observationId());
      return new Finding(
          Digest.id(doubt.kind(), ids, reading.value(), doubt.expected()),
          doubt.kind(),
          reading.cityCode(),
          reading.indicator(),
          reading.periodEnd(),
          ids,
          doubt.expected(),
          reading.value(),
          doubt.detail(),
          work.file().path(),
          runId);
    }
  }
}
