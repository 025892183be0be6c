package org.duibiao.normalize.table;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.normalize.cell.PeriodReader.ParsedPeriod;
import org.duibiao.normalize.number.NumberReader;
import org.duibiao.normalize.number.ParsedNumber;
import org.duibiao.normalize.reading.Corrections;
import org.duibiao.normalize.reading.FileFindingCollector;
import org.duibiao.normalize.reading.ReadingDraft;
import org.duibiao.normalize.reading.RecordNormalizer;
import org.duibiao.tables.Reading;

/**
 * Makes readings of the records of one table, in order: for every value in a value position exactly
 * one reading. Texts that repeat are parsed once.
 */
public final class TableNormalizer implements RecordNormalizer {

  private static final int MAX_CACHED_NUMBERS = 100_000;

  private final Catalogue catalogue;
  private final ReadingDraft.Origin origin;
  private final Sidecar sidecar;
  private final ColumnMappings mappings;
  private final Consumer<Reading> readings;
  private final Map<String, ParsedNumber> numbers = new HashMap<>();
  private final RowSources sources;
  private final ValueInterpreter interpreter;
  private final Corrections corrections;
  private final FileFindingCollector findings;
  private final Map<List<Flag>, List<Flag>> flagSets = new HashMap<>();
  private final Digest digest = new Digest();

  /** Of the record that is being normalized. */
  private ColumnMapping mapping;

  /** The rows of lists, or null without any. */
  private ListCounter listCounter;

  /**
   * A normalizer of one file.
   *
   * @param origin the file
   * @param readings takes the readings, in order
   */
  public TableNormalizer(
      Catalogue catalogue,
      ReadingDraft.Origin origin,
      Sidecar sidecar,
      ColumnMappings mappings,
      Consumer<Reading> readings) {
    this.catalogue = catalogue;
    this.origin = origin;
    this.sidecar = sidecar;
    this.mappings = mappings;
    this.readings = readings;
    this.sources = new RowSources(origin.source());
    this.interpreter = new ValueInterpreter(catalogue, sources, sidecar);
    this.corrections = new Corrections(sidecar.corrections());
    this.findings = new FileFindingCollector(origin.source().path());
  }

  @Override
  public void normalize(FileRecord row) {
    mapping = mappings.part(row.part());
    interpreter.begin(mapping, row);
    if (mapping.layout().kind() == TableLayout.TableShape.LIST) {
      addListRow(row);
      return;
    }
    // Spreadsheets leave separators behind: blank cells are not more than the columns.
    boolean extraCells =
        row.cells().stream().skip(mapping.columns().size()).anyMatch(cell -> !cell.isBlank());
    for (ColumnMapping.ValueColumn column : mapping.values()) {
      String quote = ColumnMapping.cell(row, column.ordinal());
      ReadingDraft draft =
          extraCells
              ? ReadingDraft.rejected(
                  "too_many_cells",
                  "the row has %s cells under %s columns: put cells that hold a separator in"
                      + " quotation marks",
                  row.cells().size(),
                  mapping.columns().size())
              : draft(row, column, quote);
      emit(row, column, quote, draft);
    }
  }

  private void addListRow(FileRecord row) {
    if (listCounter == null) {
      listCounter = new ListCounter(catalogue);
    }
    String city = mapping.cell(row, ColumnRole.CITY);
    listCounter.add(
        row.locator(),
        city == null || city.isBlank() ? interpreter.constant(ColumnRole.CITY) : city,
        mapping.cell(row, ColumnRole.NAME),
        mapping.cell(row, ColumnRole.GRADE),
        interpreter.constant(ColumnRole.INDICATOR));
  }

  /** Counts the things of lists, once all are known. */
  @Override
  public Outcome finish() {
    if (listCounter != null) {
      addCounts();
    }
    return new Outcome(
        sources.all(),
        findings.findings(),
        corrections.unused(),
        List.copyOf(interpreter.usedAliases));
  }

  private void addCounts() {
    ParsedPeriod period =
        interpreter.headers.period(interpreter.constant(ColumnRole.PERIOD), IndicatorKind.STOCK);
    for (ListCounter.ListCount count :
        listCounter.counts(period, sidecar.published(), interpreter.usedAliases)) {
      ReadingDraft draft = count.draft();
      draft.source = sources.sourceOf(mapping, new FileRecord(count.locator(), List.of()));
      draft.source.addFlags(draft.flags);
      String id = draft.observationId(digest, null, null, 0);
      readings.accept(reading(count.locator(), null, count.quote(), draft, id));
    }
  }

  /** What one value says, or why it is not taken. */
  private ReadingDraft draft(FileRecord row, ColumnMapping.ValueColumn column, String quote) {
    String printed = quote == null ? "" : quote;
    Correction correction = corrections.find(row, column);
    ReadingDraft published = asPrinted(row, column, printed, null);
    if (correction == null) {
      return published;
    }
    BigDecimal number =
        number(printed) instanceof ParsedNumber.Amount amount ? amount.value() : null;
    if (!Corrections.isAbout(correction, printed, number, published.row.value())) {
      Corrections.keepAsPublished(published, correction, printed);
      return published;
    }
    if (correction.drop()) {
      return ReadingDraft.reject(Disposition.IGNORED, "dropped", correction.reason());
    }
    String taken = correction.override() == null ? printed : correction.override();
    return asPrinted(row, column, taken, correction);
  }

  private ParsedNumber number(String text) {
    if (numbers.size() >= MAX_CACHED_NUMBERS) {
      numbers.clear();
    }
    return numbers.computeIfAbsent(text, NumberReader::read);
  }

  private ReadingDraft asPrinted(
      FileRecord row, ColumnMapping.ValueColumn column, String printed, Correction correction) {
    ParsedNumber number = number(printed);
    if (number instanceof ParsedNumber.Missing) {
      return ReadingDraft.reject(
          Disposition.IGNORED, "missing_value", "the cell says that there is no value");
    }
    if (number instanceof ParsedNumber.Unreadable unreadable) {
      return ReadingDraft.rejected(unreadable.reason(), unreadable.detail());
    }
    ReadingDraft draft = new ReadingDraft();
    if (correction != null) {
      draft.flags.add(Flag.CORRECTED);
      if (correction.flag() != null) {
        draft.flags.add(correction.flag());
      }
      draft.addDetail(
          (correction.override() == null
                  ? "corrected: "
                  : "corrected to '" + correction.override() + "': ")
              + correction.reason());
    }
    return interpreter.interpret(row, column, (ParsedNumber.Amount) number, draft);
  }

  private void emit(
      FileRecord row, ColumnMapping.ValueColumn column, String quote, ReadingDraft draft) {
    String field = mapping.values().size() > 1 ? column.name() : null;
    String place = row.locator(column.ordinal());
    Reading reading = reading(place, field, quote, draft, identity(row, column, draft, 0));
    if (draft.row.kind() != ReadingKind.REJECT) {
      String first = reading.observationId();
      int ordinal = findings.ordinalAmongEquals(reading);
      if (ordinal > 0) {
        reading = reading(place, field, quote, draft, identity(row, column, draft, ordinal));
        findings.checkContradiction(first, reading);
      }
    }
    readings.accept(
        draft.row.kind() == ReadingKind.OBSERVATION
            ? findings.checkGates(reading, draft.indicator, draft.area)
            : reading);
  }

  private String identity(
      FileRecord row, ColumnMapping.ValueColumn column, ReadingDraft draft, int ordinal) {
    return draft.row.kind() == ReadingKind.REJECT
        ? digest.nextId("reject", origin.source().path(), row.locator(), column.ordinal())
        : draft.observationId(
            digest,
            draft.area == null ? interpreter.text(row, column, ColumnRole.CITY) : null,
            draft.period == null ? interpreter.text(row, column, ColumnRole.PERIOD) : null,
            ordinal);
  }

  private Reading reading(String place, String field, String quote, ReadingDraft draft, String id) {
    return draft.build(origin, id, new ReadingDraft.Place(place, field, quote), flags(draft.flags));
  }

  private List<Flag> flags(Set<Flag> flags) {
    return flagSets.computeIfAbsent(List.copyOf(flags), key -> key);
  }
}
