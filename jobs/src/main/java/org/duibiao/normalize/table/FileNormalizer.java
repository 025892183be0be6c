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
import org.duibiao.ingest.table.Binding;
import org.duibiao.ingest.table.Bindings;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.ingest.table.Layout;
import org.duibiao.ingest.table.Layout.Role;
import org.duibiao.model.Digest;
import org.duibiao.normalize.cell.CellReader;
import org.duibiao.normalize.number.NumberReading;
import org.duibiao.normalize.reading.Corrections;
import org.duibiao.normalize.reading.Doubt;
import org.duibiao.normalize.reading.Doubts;
import org.duibiao.normalize.reading.Draft;
import org.duibiao.normalize.reading.ReadingBuilder;
import org.duibiao.normalize.reading.RecordNormalizer;
import org.duibiao.tables.Disposition;
import org.duibiao.tables.Reading;
import org.duibiao.tables.ReadingKind;
import org.duibiao.tables.Source;

/**
 * Makes readings of the records of one table, in order: for every value in a value position exactly
 * one reading. Texts that repeat are understood once.
 */
public final class FileNormalizer implements RecordNormalizer {

  private final Catalogue catalogue;
  private final ReadingBuilder.Origin origin;
  private final Source ofFile;
  private final Sidecar sidecar;
  private final Bindings bindings;
  private final Consumer<Reading> readings;
  private final CellReader cells;
  private final RowSources sources;
  private final FigureDescriber describer;
  private final Corrections corrections;
  private final Doubts doubts;
  private final Map<String, List<String>> flagSets = new HashMap<>();
  private final Digest digest = new Digest();

  /** Of the record that is being normalized. */
  private Binding binding;

  /** The rows of lists, or null without any. */
  private ListCounter lists;

  /**
   * A normalizer of one file.
   *
   * @param path the file's path in the landing area
   * @param fileSourceId the id of the source that the file is
   * @param readings takes the readings, in order
   */
  public FileNormalizer(
      Catalogue catalogue,
      String runId,
      Instant now,
      String path,
      String fileSha256,
      String fileSourceId,
      Sidecar sidecar,
      Bindings bindings,
      Consumer<Reading> readings) {
    this.catalogue = catalogue;
    this.origin = new ReadingBuilder.Origin(path, fileSha256, runId, now);
    this.ofFile = sidecar.source(fileSourceId, path);
    this.sidecar = sidecar;
    this.bindings = bindings;
    this.readings = readings;
    this.cells = new CellReader(catalogue);
    this.sources = new RowSources(ofFile);
    this.describer = new FigureDescriber(catalogue, cells, sources, sidecar);
    this.corrections = new Corrections(sidecar.corrections());
    this.doubts = new Doubts(path);
  }

  /** The publications that the figures come from. */
  @Override
  public List<Source> sources() {
    return sources.all();
  }

  /** What a person should look at. */
  @Override
  public List<Doubt> doubts() {
    return doubts.found();
  }

  /** The aliases of the catalogue that were used. */
  @Override
  public List<String> usedAliases() {
    return List.copyOf(describer.usedAliases());
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
    describer.begin(binding);
    if (binding.layout().kind() == Layout.Kind.LIST) {
      list(row);
      return;
    }
    if (hasCellsBeyond(row)) {
      for (Binding.ValueColumn column : binding.values()) {
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
    for (Binding.ValueColumn column : binding.values()) {
      normalize(row, column);
    }
  }

  private void list(FileRecord row) {
    if (lists == null) {
      lists = new ListCounter(catalogue);
    }
    String city = binding.cell(row, Role.CITY);
    lists.add(
        row.locator(),
        city == null || city.isBlank() ? describer.constant(Role.CITY) : city,
        binding.cell(row, Role.NAME),
        binding.cell(row, Role.GRADE),
        describer.constant(Role.INDICATOR));
  }

  /** Once all records were given: counts what was only listed. */
  public void finish() {
    if (lists != null) {
      lists.counts().forEach(this::count);
    }
  }

  private void count(ListCounter.Count count) {
    FileRecord nowhere = new FileRecord(count.locator(), List.of());
    Draft draft =
        ListDescriber.describe(
            count,
            sources.of(binding, nowhere),
            sidecar,
            describer.constant(Role.PERIOD),
            cells,
            describer.usedAliases());
    String id = draft.id(digest, null, null, 0);
    readings.accept(reading(count.locator(), null, count.quote(), draft, id));
  }

  /** Whether something stands beyond the columns; spreadsheets leave separators behind. */
  private boolean hasCellsBeyond(FileRecord row) {
    for (int i = binding.columns().size(); i < row.cells().size(); i++) {
      if (!row.cells().get(i).isBlank()) {
        return true;
      }
    }
    return false;
  }

  private void normalize(FileRecord row, Binding.ValueColumn column) {
    String quote = Binding.cell(row, column.ordinal());
    Correction correction = corrections.of(row, column);
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
            new Draft(ReadingKind.REJECT)
                .because("dropped", Disposition.IGNORED, correction.reason()));
        return;
      }
    }
    boolean overridden = correction != null && correction.override() != null;
    NumberReading number =
        cells.number(overridden ? correction.override() : quote == null ? "" : quote);
    if (number instanceof NumberReading.Missing) {
      emit(
          row,
          column,
          quote,
          new Draft(ReadingKind.REJECT)
              .because(
                  "missing_value", Disposition.IGNORED, "the cell says that there is no value"));
      return;
    }
    if (number instanceof NumberReading.Unreadable unreadable) {
      reject(row, column, unreadable.reason(), unreadable.detail());
      return;
    }
    NumberReading.Figure figure = (NumberReading.Figure) number;
    Draft draft = new Draft(ReadingKind.OBSERVATION);
    if (correction != null) {
      draft.flags.add("corrected");
      if (correction.flag() != null) {
        draft.flags.add(correction.flag());
      }
      draft.note(
          (overridden ? "corrected to '" + correction.override() + "': " : "corrected: ")
              + correction.reason());
    }
    String problem = describer.describe(row, column, figure, draft);
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

  private void reject(FileRecord row, Binding.ValueColumn column, String reason, String detail) {
    emit(
        row,
        column,
        Binding.cell(row, column.ordinal()),
        new Draft(ReadingKind.REJECT).because(reason, Disposition.REJECTED, detail));
  }

  private void emit(FileRecord row, Binding.ValueColumn column, String quote, Draft draft) {
    String field = binding.values().size() > 1 ? column.name() : null;
    String place = row.locator(column.ordinal());
    Reading reading = reading(place, field, quote, draft, identity(row, column, draft, 0));
    if (draft.kind != ReadingKind.REJECT) {
      String first = reading.observationId();
      int ordinal = doubts.seen(reading);
      if (ordinal > 0) {
        reading = reading(place, field, quote, draft, identity(row, column, draft, ordinal));
        doubts.compare(first, reading);
      }
    }
    if (draft.kind == ReadingKind.OBSERVATION) {
      doubts.plausible(reading, draft.indicator, draft.area);
    }
    readings.accept(reading);
  }

  private String identity(FileRecord row, Binding.ValueColumn column, Draft draft, int ordinal) {
    return draft.kind == ReadingKind.REJECT
        ? digest.next("reject", origin.path(), row.locator(), column.ordinal())
        : draft.id(
            digest,
            draft.area == null ? describer.text(row, column, Role.CITY) : null,
            draft.period == null ? describer.text(row, column, Role.PERIOD) : null,
            ordinal);
  }

  private Reading reading(String place, String field, String quote, Draft draft, String id) {
    return draft
        .reading(id, flags(draft.flags))
        .from(draft.source == null ? ofFile : draft.source)
        .at(place, field, quote)
        .build(origin);
  }

  private List<String> flags(TreeSet<String> flags) {
    return flagSets.computeIfAbsent(String.join(",", flags), key -> List.copyOf(flags));
  }
}
