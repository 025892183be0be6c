package org.duibiao.normalize.table;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.Catalogue.Meaning;
import org.duibiao.catalogue.Terms;
import org.duibiao.columns.ColumnType;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.ingest.table.ColumnMapping;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.ingest.table.TableLayout.ColumnRole;
import org.duibiao.model.Nature;
import org.duibiao.model.Period;
import org.duibiao.model.Unit;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.Status;
import org.duibiao.normalize.cell.Header;
import org.duibiao.normalize.cell.HeaderReader;
import org.duibiao.normalize.cell.PeriodReader.ParsedPeriod;
import org.duibiao.normalize.cell.TermPath;
import org.duibiao.normalize.cell.UnitConversion;
import org.duibiao.normalize.cell.UnitReader.PrintedUnit;
import org.duibiao.normalize.number.ParsedNumber;
import org.duibiao.normalize.reading.ReadingDraft;

/** Interprets a value of a table: what its row, its header and the sidecar say of it. */
final class ValueInterpreter {

  private static final Pattern FIVE_YEARS = Pattern.compile("十[一二三四五]五|十五|九五");
  private static final Pattern YEARS =
      Pattern.compile("(20[0-9]{2})\\s*年?\\s*[-—–~至到]+\\s*(20[0-9]{2})\\s*年?");
  private static final Pattern DECEMBER =
      Pattern.compile("([0-9]{4})[-/.年]12(?:[-/.月]31日?|月)?(?: [0:.]+)?|(?:31/)?12/([0-9]{4})");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");

  private final Catalogue catalogue;
  private final RowSources sources;
  private final Sidecar sidecar;

  /** The aliases of the catalogue that were used. */
  final TreeSet<String> usedAliases = new TreeSet<>();

  final HeaderReader headers;
  private final TermPath paths;
  private final Map<ColumnMapping, TableLabels> labels = new HashMap<>();
  private final Map<List<String>, Optional<TermPath.Composed>> terms = new HashMap<>();
  private final Period plan;

  /** How the part of the file is laid out that is being read. */
  private ColumnMapping mapping;

  private RowPlaces places;

  /** What the labels of the row and of the value's column say. */
  private Header ofRow = Header.NONE;

  private Header ofColumn = Header.NONE;

  ValueInterpreter(Catalogue catalogue, RowSources sources, Sidecar sidecar) {
    this.catalogue = catalogue;
    this.sources = sources;
    this.sidecar = sidecar;
    this.headers = new HeaderReader(catalogue);
    this.paths = new TermPath(catalogue, headers);
    this.plan = plan(sidecar.title());
  }

  /**
   * The years that a plan is for, by its title: its figures of these years are what it aims at.
   * Null if the title is of no plan, or of a report on one.
   */
  private Period plan(String title) {
    if (title == null || !says("plan/title", title) || says("plan/review", title)) {
      return null;
    }
    Matcher named = FIVE_YEARS.matcher(title);
    if (named.find()) {
      return Period.plan(named.group());
    }
    Matcher years = YEARS.matcher(title);
    return years.find() && years.group(1).compareTo(years.group(2)) < 0
        ? Period.years(Integer.parseInt(years.group(1)), Integer.parseInt(years.group(2)))
        : null;
  }

  private boolean says(String id, String title) {
    return catalogue.words(id).stream().anyMatch(title::contains);
  }

  /** Begins a record. */
  void begin(ColumnMapping next, FileRecord row) {
    if (next != mapping) {
      places = new RowPlaces(catalogue, headers, next.layout().total());
    }
    mapping = next;
    TableLabels said = labels.computeIfAbsent(next, key -> new TableLabels(headers, paths, next));
    said.next(row);
    ofRow = said.ofRow();
  }

  /** Fills in what the figure is; returns the draft, or a reject if it cannot be taken. */
  ReadingDraft interpret(
      FileRecord row,
      ColumnMapping.ValueColumn column,
      ParsedNumber.Amount figure,
      ReadingDraft draft) {
    try {
      draft.source = sources.sourceOf(mapping, row);
    } catch (IllegalArgumentException e) {
      return ReadingDraft.rejected("unreadable_source", e.getMessage());
    }
    ofColumn = labels.get(mapping).of(column);
    String natureText = text(row, column, ColumnRole.NATURE);
    Nature nature = isBlank(natureText) ? null : catalogue.nature(natureText).orElse(null);
    if (nature == null && !isBlank(natureText)) {
      return ReadingDraft.rejected(
          "unknown_nature",
          "the catalogue does not know the nature '%s': add it to natures.yaml, or correct it",
          natureText);
    }
    nature = nature == null ? said(Header::nature) : nature;
    if (nature != null) {
      draft.row.status(nature.status()).measure(nature.measure());
      draft.flags.addAll(nature.flags());
    }

    String captionText = mapping.layout().constants().get(ColumnRole.INDICATOR);
    Header caption = isBlank(captionText) ? Header.NONE : headers.read(captionText);
    List<String> path = ofColumn.within(ofRow.within(caption)).terms();
    Optional<TermPath.Composed> term =
        terms.computeIfAbsent(path, key -> Optional.ofNullable(paths.compose(key)));
    term.flatMap(TermPath.Composed::meaning)
        .ifPresentOrElse(
            meaning -> apply(meaning, draft, usedAliases), () -> draft.addMissing("indicator"));
    draft.row.term(term.map(TermPath.Composed::text).orElse(null));

    places.place(
        ofRow.area(),
        text(row, column, ColumnRole.CITY),
        text(row, column, ColumnRole.SCOPE),
        draft);

    String periodText = inYears(text(row, column, ColumnRole.PERIOD), column);
    ParsedPeriod period =
        headers.period(periodText, draft.indicator == null ? null : draft.indicator.datedAs());
    if (period.problem() != null) {
      return ReadingDraft.rejected("unreadable_period", period.problem());
    }
    if (period.period() == null) {
      draft.addMissing("period");
      draft.addDetail("no period is given: map a column to `period`, or set it under `constants`");
    } else {
      apply(period, draft);
      if (nature == null && plan != null && !draft.period.end().isBefore(plan.start())) {
        // A plan says what it aims at.
        draft.row.status(Status.TARGET);
      }
    }
    String basis = text(row, column, ColumnRole.BASIS);
    if (!isBlank(basis)) {
      switch (Terms.key(basis)) {
        case "常住", "常住人口", "permanent" -> draft.row.populationBasis(PopulationBasis.PERMANENT);
        case "户籍", "户籍人口", "registered" -> draft.row.populationBasis(PopulationBasis.REGISTERED);
        default -> draft.flags.add(Flag.DEFINITION_DIFFERS);
      }
    }
    draft.source.addFlags(draft.flags);
    return convertUnit(figure, unitBeside(row, caption, draft), draft);
  }

  /** Fills in what a term means. */
  static void apply(Meaning meaning, ReadingDraft draft, Set<String> usedAliases) {
    usedAliases.add(Terms.key(meaning.alias()));
    draft.indicator = meaning.indicator();
    draft.row.populationBasis(meaning.basis());
    if (meaning.measure() != Measure.LEVEL) {
      draft.row.measure(meaning.measure());
    }
    draft.flags.addAll(meaning.flags());
  }

  /** Fills in a period. */
  static void apply(ParsedPeriod period, ReadingDraft draft) {
    draft.period = period.period();
    if (period.inferred()) {
      draft.flags.add(Flag.DATE_INFERRED);
    }
  }

  /**
   * 本年 and 上年 in years, counted from the year that the layout gives; the year of the last day or
   * month of one, in series by years.
   */
  private String inYears(String text, ColumnMapping.ValueColumn column) {
    if (text == null || text.isEmpty() || Character.isDigit(text.charAt(0))) {
      String notes = column.meaning().get(ColumnRole.NOTE);
      boolean yearly =
          text != null
              && notes != null
              && Stream.of(notes.split(ColumnMapping.HEADER_SEPARATOR))
                  .anyMatch(note -> headers.is("series/yearly", note));
      Matcher december = yearly ? DECEMBER.matcher(text.strip()) : null;
      return december != null && december.matches() ? december.replaceFirst("$1$2") : text;
    }
    boolean last = headers.is("period/last", text);
    if (!last && !headers.is("period/this", text)) {
      return text;
    }
    String year = constant(ColumnRole.PERIOD);
    Matcher digits = YEAR.matcher(year == null ? "" : year);
    return last && digits.find()
        ? digits.replaceFirst(String.valueOf(Integer.parseInt(digits.group()) - 1))
        : year;
  }

  /** The unit that is said for the value outside of its cell, or null. */
  private PrintedUnit unitBeside(FileRecord row, Header caption, ReadingDraft draft) {
    if (draft.row.measure() == Measure.CHANGE_RATE && ofColumn.nature() != null) {
      // 人 stands in the row of a growth rate for the level beside it.
      return ofColumn.unit();
    }
    PrintedUnit own = headers.unit(mapping.cell(row, ColumnRole.UNIT));
    String constant = mapping.layout().constants().get(ColumnRole.UNIT);
    return Stream.of(own, ofColumn.unit(), ofRow.unit(), caption.unit())
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> oneOf(constant, draft));
  }

  /** The unit of 单位:个、张、人 that the indicator has; null if none or several can be it. */
  private PrintedUnit oneOf(String constant, ReadingDraft draft) {
    if (constant == null || !constant.contains("、") || draft.indicator == null) {
      return headers.unit(constant);
    }
    List<PrintedUnit> fitting =
        Arrays.stream(constant.split("、"))
            .map(headers::unit)
            .filter(unit -> unit != null && conversion(unit, draft) != null)
            .toList();
    long different = fitting.stream().map(unit -> conversion(unit, draft)).distinct().count();
    return different == 1 ? fitting.get(0) : null;
  }

  private ReadingDraft convertUnit(
      ParsedNumber.Amount figure, PrintedUnit beside, ReadingDraft draft) {
    PrintedUnit inCell = headers.unit(figure.unit());
    UnitConversion ofBeside = beside == null ? null : conversion(beside, draft);
    BigDecimal multiplier = beside == null ? BigDecimal.ONE : beside.factor();
    if (ofBeside != null && !beside.isKnown() && !beside.isMultiplied()) {
      multiplier = ofBeside.factor();
    }
    boolean isMultiplied = multiplier.compareTo(BigDecimal.ONE) != 0;
    if (figure.scaled() && isMultiplied) {
      return ReadingDraft.rejected(
          "scaled_twice",
          "the cell has a multiplier of its own and its unit has one too (%s): correct the unit or"
              + " the cell",
          multiplier.toPlainString());
    }
    if (isMultiplied && inCell != null && !inCell.isMultiplied()) {
      return ReadingDraft.rejected(
          "units_contradict",
          "the cell says '%s' but its column a multiple of it: correct the unit or the cell",
          figure.unit());
    }
    PrintedUnit printed = inCell == null ? beside : inCell;
    UnitConversion scaled = inCell == null ? ofBeside : conversion(inCell, draft);
    if (scaled != null && beside != null && beside.isKnown() && !scaled.equals(ofBeside)) {
      return ReadingDraft.rejected(
          "units_contradict",
          "the cell says '%s' but its column '%s': correct the unit or the cell",
          figure.unit(),
          beside.form());
    }
    BigDecimal factor = BigDecimal.ONE;
    if (printed == null) {
      draft.addMissing("unit");
      draft.addDetail(
          "no unit is given: map a column to `unit`, write it in the header like 床位(张), or set it"
              + " under `constants`");
    } else if (scaled != null) {
      factor = scaled.factor();
      draft.row.unit(scaled.unit());
    } else if (!printed.isKnown()) {
      factor = printed.factor();
      draft.addMissing("unit");
      draft.addDetail(
          printed.form().isEmpty()
              ? "the unit is only a multiplier ("
                  + factor.toPlainString()
                  + "): say what is counted, such as 万人"
              : "the catalogue knows no unit '"
                  + printed.form()
                  + "': correct it, or add it to units.yaml");
    } else if (draft.indicator == null) {
      factor = printed.factor();
      // 个 and 名 stand for many: which one only the indicator says.
      draft.row.unit(printed.units().size() == 1 ? printed.units().get(0).id() : null);
    } else {
      boolean rate = draft.row.measure() == Measure.CHANGE_RATE;
      return ReadingDraft.rejected(
          "unit_contradicts_indicator",
          "%s%s is counted in %s, the file says '%s': correct the unit or the indicator",
          rate ? "the change_rate of " : "",
          draft.indicator.id(),
          rate ? "% (percent)" : inWords(draft.indicator.unit()),
          printed.form());
    }
    if (!draft.takeValue(figure, factor)) {
      return ReadingDraft.rejected(
          "out_of_range",
          "the figure has more than %s digits before or %s after the point: correct the figure or"
              + " its unit",
          ColumnType.PRECISION - ColumnType.SCALE,
          ColumnType.SCALE);
    }
    return draft;
  }

  private static String inWords(Unit unit) {
    return unit.zh() + " (" + unit.id() + ")";
  }

  private UnitConversion conversion(PrintedUnit printed, ReadingDraft draft) {
    return UnitConversion.of(
        printed, draft.indicator, draft.row.measure(), draft.row.status(), catalogue);
  }

  /** What is said in a role: by the record, by labels and headers, or by the sidecar for all. */
  String text(FileRecord row, ColumnMapping.ValueColumn column, ColumnRole role) {
    String inRow = mapping.cell(row, role);
    String beside =
        switch (role) {
          case CITY -> said(Header::area);
          case PERIOD -> said(Header::period);
          case SCOPE -> said(Header::scope);
          default -> column.meaning().get(role);
        };
    if (inRow != null && (!inRow.isBlank() || beside == null)) {
      return inRow;
    }
    return beside != null ? beside : constant(role);
  }

  /** What the labels of the row say, or else those of the column; null if neither does. */
  private <T> T said(Function<Header, T> what) {
    T inRow = what.apply(ofRow);
    return inRow != null ? inRow : what.apply(ofColumn);
  }

  String constant(ColumnRole role) {
    String constant = mapping.layout().constants().get(role);
    return constant == null && role == ColumnRole.CITY ? sidecar.city() : constant;
  }

  static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
