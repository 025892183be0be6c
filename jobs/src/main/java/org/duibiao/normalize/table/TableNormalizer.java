package org.duibiao.normalize.table;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.ingest.sidecar.Correction;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.ingest.table.ColumnMapping;
import org.duibiao.ingest.table.ColumnMappings;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.ingest.table.TableLayout;
import org.duibiao.ingest.table.TableLayout.ColumnRole;
import org.duibiao.model.Digest;
import org.duibiao.model.code.Disposition;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.normalize.cell.CellReader;
import org.duibiao.normalize.number.ParsedNumber;
import org.duibiao.normalize.reading.Corrections;
import org.duibiao.normalize.reading.FileFinding;
import org.duibiao.normalize.reading.FileFindingCollector;
import org.duibiao.normalize.reading.ReadingAssembler;
import org.duibiao.normalize.reading.ReadingDraft;
import org.duibiao.normalize.reading.RecordNormalizer;
import org.duibiao.tables.Reading;
import org.duibiao.tables.Source;

/**
 * Makes readings of the records of one table, in order: for every value in a value position exactly
 * one reading. Texts that repeat are understood once.
 */
public final class TableNormalizer implements RecordNormalizer {

  private final Catalogue catalogue;
  private final ReadingAssembler.Origin origin;
  private final Source fileSource;
  private final Sidecar sidecar;
  private final ColumnMappings bindings;
  private final Consumer<Reading> readings;
  private final CellReader cells;
  private final RowSources sources;
  private final ValueInterpreter interpreter;
  private final Corrections corrections;
  private final FileFindingCollector findings;
  private final Map<String, List<String>> flagSets = new HashMap<>();
  private final Digest digest = new Digest();

  /** Of the record that is being normalized. */
  private ColumnMapping binding;

  /** The rows of lists, or null without any. */
  private ListCounter listCounter;

  /**
   * A normalizer of one file.
   *
   * @param path the file's path in the landing area
   * @param fileSourceId the id of the source that the file is
   * @param readings takes the readings, in order
   */
  public TableNormalizer(
      Catalogue catalogue,
      String runId,
      Instant now,
      String path,
      String fileSha256,
      String fileSourceId,
      Sidecar sidecar,
      ColumnMappings bindings,
      Consumer<Reading> readings) {
    this.catalogue = catalogue;
    this.origin = new ReadingAssembler.Origin(path, fileSha256, runId, now);
    this.fileSource = sidecar.source(fileSourceId, path);
    this.sidecar = sidecar;
    this.bindings = bindings;
    this.readings = readings;
    this.cells = new CellReader(catalogue);
    this.sources = new RowSources(fileSource);
    this.interpreter = new ValueInterpreter(catalogue, cells, sources, sidecar);
    this.corrections = new Corrections(sidecar.corrections());
    this.findings = new FileFindingCollector(path);
  }

  /** The publications that the figures come from. */
  @Override
  public List<Source> sources() {
    return sources.all();
  }

  /** What a person should look at. */
  @Override
  public List<FileFinding> findings() {
    return findings.findings();
  }

  /** The aliases of the catalogue that were used. */
  @Override
  public List<String> usedAliases() {
    return List.copyOf(interpreter.usedAliases());
  }

  /** The corrections whose place the file does not have, each with what to do. */
  @Override
  public List<String> unusedCorrections() {
    return corrections.unused();
  }

  /** Makes one reading of each value of a record. */
  @Override
  public void normalize(FileRecord row) {
    binding = bindings.part(row.part());
    interpreter.begin(binding);
    if (binding.layout().kind() == TableLayout.TableShape.LIST) {
      addListRow(row);
      return;
    }
    if (hasExtraCells(row)) {
      for (ColumnMapping.ValueColumn column : binding.values()) {
        reject(
            row,
            column,
            "too_many_cells",
            "the row has "
                + row.cells().size()
                + " cells under "
                + binding.columns().size()
                + " columns: put cells that hold a separator in quotation marks");
      }
      return;
    }
    for (ColumnMapping.ValueColumn column : binding.values()) {
      normalize(row, column);
    }
  }

  private void addListRow(FileRecord row) {
    if (listCounter == null) {
      listCounter = new ListCounter(catalogue);
    }
    String city = binding.cell(row, ColumnRole.CITY);
    listCounter.add(
        row.locator(),
        city == null || city.isBlank() ? interpreter.constant(ColumnRole.CITY) : city,
        binding.cell(row, ColumnRole.NAME),
        binding.cell(row, ColumnRole.GRADE),
        interpreter.constant(ColumnRole.INDICATOR));
  }

  /** Once all records were given: counts what was only listed. */
  public void finish() {
    if (listCounter != null) {
      listCounter.counts().forEach(this::emitCount);
    }
  }

  private void emitCount(ListCounter.ListCount count) {
    FileRecord nowhere = new FileRecord(count.locator(), List.of());
    ReadingDraft draft =
        ListCountInterpreter.interpret(
            count,
            sources.sourceOf(binding, nowhere),
            sidecar,
            interpreter.constant(ColumnRole.PERIOD),
            cells,
            interpreter.usedAliases());
    String id = draft.observationId(digest, null, null, 0);
    readings.accept(reading(count.locator(), null, count.quote(), draft, id));
  }

  /** Whether something stands beyond the columns; spreadsheets leave separators behind. */
  private boolean hasExtraCells(FileRecord row) {
    for (int i = binding.columns().size(); i < row.cells().size(); i++) {
      if (!row.cells().get(i).isBlank()) {
        return true;
      }
    }
    return false;
  }

  private void normalize(FileRecord row, ColumnMapping.ValueColumn column) {
    String quote = ColumnMapping.cell(row, column.ordinal());
    Correction correction = corrections.find(row, column);
    if (correction != null) {
      String published = quote == null ? "" : quote.strip();
      if (!published.equals(correction.expect().strip())) {
        reject(
            row,
            column,
            "correction_outdated",
            "its correction expects '"
                + correction.expect()
                + "': if the publisher has mended it, remove the correction; else correct"
                + " `expect`");
        return;
      }
      if (correction.drop()) {
        emit(
            row,
            column,
            quote,
            new ReadingDraft(ReadingKind.REJECT)
                .withReason("dropped", Disposition.IGNORED, correction.reason()));
        return;
      }
    }
    boolean overridden = correction != null && correction.override() != null;
    ParsedNumber number =
        cells.number(overridden ? correction.override() : quote == null ? "" : quote);
    if (number instanceof ParsedNumber.Missing) {
      emit(
          row,
          column,
          quote,
          new ReadingDraft(ReadingKind.REJECT)
              .withReason(
                  "missing_value", Disposition.IGNORED, "the cell says that there is no value"));
      return;
    }
    if (number instanceof ParsedNumber.Unreadable unreadable) {
      reject(row, column, unreadable.reason(), unreadable.detail());
      return;
    }
    ParsedNumber.Amount figure = (ParsedNumber.Amount) number;
    ReadingDraft draft = new ReadingDraft(ReadingKind.OBSERVATION);
    if (correction != null) {
      draft.flags.add("corrected");
      if (correction.flag() != null) {
        draft.flags.add(correction.flag());
      }
      draft.addDetail(
          (overridden ? "corrected to '" + correction.override() + "': " : "corrected: ")
              + correction.reason());
    }
    String problem = interpreter.interpret(row, column, figure, draft);
    if (problem != null) {
      reject(
          row,
          column,
          problem.substring(0, problem.indexOf(':')),
          problem.substring(problem.indexOf(':') + 2));
      return;
    }
    emit(row, column, quote, draft);
  }

  private void reject(
      FileRecord row, ColumnMapping.ValueColumn column, String reason, String detail) {
    emit(
        row,
        column,
        ColumnMapping.cell(row, column.ordinal()),
        new ReadingDraft(ReadingKind.REJECT).withReason(reason, Disposition.REJECTED, detail));
  }

  private void emit(
      FileRecord row, ColumnMapping.ValueColumn column, String quote, ReadingDraft draft) {
    String field = binding.values().size() > 1 ? column.name() : null;
    String place = row.locator(column.ordinal());
    Reading reading = reading(place, field, quote, draft, identity(row, column, draft, 0));
    if (draft.kind != ReadingKind.REJECT) {
      String first = reading.observationId();
      int ordinal = findings.ordinalAmongEquals(reading);
      if (ordinal > 0) {
        reading = reading(place, field, quote, draft, identity(row, column, draft, ordinal));
        findings.checkContradiction(first, reading);
      }
    }
    if (draft.kind == ReadingKind.OBSERVATION) {
      findings.checkPlausibility(reading, draft.indicator, draft.area);
    }
    readings.accept(reading);
  }

  private String identity(
      FileRecord row, ColumnMapping.ValueColumn column, ReadingDraft draft, int ordinal) {
    return draft.kind == ReadingKind.REJECT
        ? digest.nextId("reject", origin.path(), row.locator(), column.ordinal())
        : draft.observationId(
            digest,
            draft.area == null ? interpreter.text(row, column, ColumnRole.CITY) : null,
            draft.period == null ? interpreter.text(row, column, ColumnRole.PERIOD) : null,
            ordinal);
  }

  private Reading reading(String place, String field, String quote, ReadingDraft draft, String id) {
    return draft.toBuilder(id, flags(draft.flags))
        .withSource(draft.source == null ? fileSource : draft.source)
        .withPlace(place, field, quote)
        .build(origin);
  }

  private List<String> flags(TreeSet<String> flags) {
    return flagSets.computeIfAbsent(String.join(",", flags), key -> List.copyOf(flags));
  }
}
