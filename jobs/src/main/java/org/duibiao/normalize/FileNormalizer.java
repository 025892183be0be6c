package org.duibiao.normalize;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.Catalogue.Meaning;
import org.duibiao.catalogue.Terms;
import org.duibiao.columns.ColumnType;
import org.duibiao.ingest.Binding;
import org.duibiao.ingest.Bindings;
import org.duibiao.ingest.Correction;
import org.duibiao.ingest.FileRecord;
import org.duibiao.ingest.Layout;
import org.duibiao.ingest.Layout.Role;
import org.duibiao.ingest.Sidecar;
import org.duibiao.ingest.Source;
import org.duibiao.model.Area;
import org.duibiao.model.Basis;
import org.duibiao.model.Bound;
import org.duibiao.model.Digest;
import org.duibiao.model.Indicator;
import org.duibiao.model.Kind;
import org.duibiao.model.Measure;
import org.duibiao.model.Nature;
import org.duibiao.model.Period;
import org.duibiao.model.SourceClass;
import org.duibiao.model.Status;
import org.duibiao.model.Unit;

/**
 * Makes readings of the records of one table, in order: for every value in a value position exactly
 * one reading. Texts that repeat are understood once.
 */
public final class FileNormalizer implements RecordNormalizer {

  private static final int KEPT_NUMBERS = 100_000;

  private static final Map<String, String> SCOPES =
      Map.of(
          "全市",
          "city",
          "市域",
          "city",
          "city",
          "city",
          "市区",
          "urban_core",
          "城区",
          "urban_core",
          "主城区",
          "urban_core",
          "市辖区",
          "urban_core",
          "urban_core",
          "urban_core");

  private final Catalogue catalogue;
  private final UnitReader units;
  private final String runId;
  private final Instant now;
  private final String path;
  private final String fileSha256;
  private final Sidecar sidecar;
  private final String fileSourceId;
  private final Bindings bindings;
  private final Consumer<Reading> readings;

  /** Of the record that is being normalized. */
  private Binding binding;

  /** The rows of lists, or null without any. */
  private ListCounter lists;

  private final Map<String, NumberReading> numbers = new HashMap<>();
  private final Map<String, Term> terms = new HashMap<>();
  private final Map<String, Optional<Area>> areas = new HashMap<>();
  private final Map<String, UnitReader.Printed> printedUnits = new HashMap<>();
  private final Map<PeriodKey, PeriodReader.Result> periods = new HashMap<>();
  private final Map<List<String>, Source> sources = new LinkedHashMap<>();
  private final Map<String, Occurrence> occurrences = new HashMap<>();
  private final Map<String, List<String>> flagSets = new HashMap<>();
  private final Map<String, List<Correction>> corrections = new HashMap<>();
  private final Set<Correction> unusedCorrections = new LinkedHashSet<>();
  private final List<Doubt> doubts = new ArrayList<>();
  private final TreeSet<String> usedAliases = new TreeSet<>();
  private final Digest digest = new Digest();

  private record PeriodKey(String text, Kind kind) {}

  private record Term(String text, Optional<Meaning> meaning, UnitReader.Printed unit) {}

  /** The first of equal figures; the whole reading would be too much to keep of every row. */
  private static final class Occurrence {
    private final BigDecimal value;
    private final String place;
    private final String quote;
    private int count = 1;

    private Occurrence(Reading first) {
      this.value = first.value();
      this.place = place(first);
      this.quote = first.quote();
    }
  }

  /**
   * Something about the figures of this file that a person should look at.
   *
   * @param kind {@code rows_contradict} or {@code implausible}
   * @param reading the figure in doubt
   * @param otherId the observation that it contradicts, or null
   * @param expected that observation's value, or null
   * @param detail what to look at
   */
  public record Doubt(
      String kind, Reading reading, String otherId, BigDecimal expected, String detail) {}

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
    this.units = new UnitReader(catalogue);
    this.runId = runId;
    this.now = now;
    this.path = path;
    this.fileSha256 = fileSha256;
    this.fileSourceId = fileSourceId;
    this.sidecar = sidecar;
    this.bindings = bindings;
    for (Correction correction : sidecar.corrections()) {
      corrections.computeIfAbsent(correction.at(), at -> new ArrayList<>()).add(correction);
      unusedCorrections.add(correction);
    }
    this.readings = readings;
  }

  /** The publications that the figures come from. */
  @Override
  public List<Source> sources() {
    return List.copyOf(sources.values());
  }

  /** What a person should look at. */
  @Override
  public List<Doubt> doubts() {
    return List.copyOf(doubts);
  }

  /** The aliases of the catalogue that were used. */
  @Override
  public List<String> usedAliases() {
    return List.copyOf(usedAliases);
  }

  /** Makes one reading of each value of a record. */
  @Override
  public void normalize(FileRecord row) {
    binding = bindings.part(row.part());
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
        isBlank(city) ? constant(Role.CITY) : city,
        binding.cell(row, Role.NAME),
        binding.cell(row, Role.GRADE),
        constant(Role.INDICATOR));
  }

  /** Once all records were given: counts what was only listed. */
  public void finish() {
    if (lists != null) {
      lists.counts().forEach(this::count);
    }
  }

  /** A count is calculated from rows that are no values themselves: method count, flag derived. */
  private void count(ListCounter.Count count) {
    FileRecord nowhere = new FileRecord(count.locator(), List.of());
    Draft draft = new Draft(ReadingKind.OBSERVATION);
    draft.method = Method.COUNT;
    draft.flags.add("derived");
    if (sidecar.transcribed()) {
      draft.flags.add("transcribed");
    }
    draft.source = source(nowhere);
    draft.term = count.term();
    draft.value = BigDecimal.valueOf(count.count());
    draft.resolution = BigDecimal.ONE;
    draft.bound = Bound.EQ;
    if (count.meaning() == null) {
      draft.lacks("indicator");
      draft.note(
          count.term() == null
              ? "what is listed is not said: set `indicator` under `constants`, such as 三级甲等医院"
              : "the catalogue does not know '" + count.term() + "': add it to indicators.yaml");
    } else {
      usedAliases.add(Terms.key(count.meaning().alias()));
      draft.indicator = count.meaning().indicator();
      draft.unit = draft.indicator.unit().id();
      draft.basis = draft.indicator.basis();
      draft.measure = count.meaning().measure();
      draft.flags.addAll(count.meaning().flags());
    }
    if (count.area() == null) {
      draft.lacks("city");
      draft.note("the city is not clear from these rows: write it into their column of cities");
    } else {
      draft.area = count.area();
    }
    PeriodReader.Result period = period(constant(Role.PERIOD), Kind.STOCK);
    if (period.period() != null) {
      draft.period = period.period();
      if (period.inferred()) {
        draft.flags.add("date_inferred");
      }
    } else if (sidecar.published() != null) {
      // A list is as of the day on which it is published.
      draft.period = Period.instant(sidecar.published());
      draft.flags.add("date_inferred");
    } else {
      draft.lacks("period");
      draft.note("no period is given: set it under `constants`, or `published`");
    }
    String indicator = draft.indicator == null ? null : draft.indicator.id();
    String city = draft.area == null ? null : draft.area.code();
    Object start = draft.period == null ? null : draft.period.start();
    Object end = draft.period == null ? null : draft.period.end();
    String basis = draft.basis == null ? null : draft.basis.id();
    String id =
        draft.kind == ReadingKind.OBSERVATION
            ? digest.next(
                draft.source.sourceId(),
                city,
                indicator,
                draft.measure.id(),
                draft.status.id(),
                draft.scope,
                basis,
                start,
                end,
                0)
            : digest.next(
                "candidate",
                draft.source.sourceId(),
                city,
                indicator == null ? draft.term : indicator,
                draft.measure.id(),
                draft.status.id(),
                draft.scope,
                basis,
                start,
                end,
                0);
    readings.accept(reading(count.locator(), null, count.quote(), draft, id));
  }

  private String constant(Role role) {
    String constant = binding.layout().constants().get(role);
    return constant == null && role == Role.CITY ? sidecar.city() : constant;
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
    Correction correction = corrections.isEmpty() ? null : correction(row, column);
    if (correction != null) {
      String published = quote == null ? "" : quote.strip();
      if (!published.equals(correction.expect().strip())) {
        reject(
            row,
            column,
            "correction_outdated",
            "its correction expects '"
                + correction.expect()
                + "': if the publisher has mended it, remove the correction; else correct `expect`");
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
    NumberReading number = number(overridden ? correction.override() : quote == null ? "" : quote);
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
    String problem = describe(row, column, figure, draft);
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

  private Correction correction(FileRecord row, Binding.ValueColumn column) {
    for (Correction each : corrections.getOrDefault(row.locator(column.ordinal()), List.of())) {
      if (each.column() == null || Terms.key(each.column()).equals(Terms.key(column.name()))) {
        unusedCorrections.remove(each);
        return each;
      }
    }
    return null;
  }

  /** The corrections whose place the file does not have, each with what to do. */
  @Override
  public List<String> unusedCorrections() {
    return unusedCorrections.stream()
        .map(
            each ->
                each.at()
                    + (each.column() == null ? "" : ", column '" + each.column() + "'")
                    + " is corrected ('"
                    + each.expect()
                    + "'), but no value stands there: correct `at` and `column`, or remove it")
        .toList();
  }

  /** Fills in what the figure is; returns {@code reason: detail} if it must be rejected. */
  private String describe(
      FileRecord row, Binding.ValueColumn column, NumberReading.Figure figure, Draft draft) {
    Source source = source(row);
    if (source == null) {
      return "unreadable_source: " + sourceProblem(row);
    }
    draft.source = source;

    String natureText = text(row, column, Role.NATURE);
    if (!isBlank(natureText)) {
      Optional<Nature> nature = catalogue.nature(natureText);
      if (nature.isEmpty()) {
        return "unknown_nature: the catalogue does not know the nature '"
            + natureText
            + "': add it to natures.yaml, or correct it";
      }
      draft.status = nature.get().status();
      draft.measure = nature.get().measure();
      draft.flags.addAll(nature.get().flags());
    }

    Term term = term(text(row, column, Role.INDICATOR));
    Indicator indicator = null;
    if (term != null && term.meaning().isPresent()) {
      Meaning meaning = term.meaning().get();
      usedAliases.add(Terms.key(meaning.alias()));
      indicator = meaning.indicator();
      draft.indicator = indicator;
      draft.basis = meaning.basis() != null ? meaning.basis() : indicator.basis();
      if (meaning.measure() != null && meaning.measure() != Measure.LEVEL) {
        draft.measure = meaning.measure();
      }
      draft.flags.addAll(meaning.flags());
    } else {
      draft.lacks("indicator");
    }
    draft.term = term == null ? null : term.text();

    String cityText = text(row, column, Role.CITY);
    Optional<Area> area = isBlank(cityText) ? Optional.empty() : area(cityText);
    boolean total = area.isEmpty() && !isBlank(cityText) && catalogue.isTotal(cityText);
    if (total && binding.layout().total() != null) {
      area = catalogue.areaOf(binding.layout().total());
    }
    if (area.isPresent()) {
      draft.area = area.get();
    } else {
      draft.lacks("city");
      draft.note(
          isBlank(cityText)
              ? "no city is given: map a column to `city`, or set `city` in the sidecar"
              : total
                  ? "the row is a total: say with `total` in the layout of which area, such as"
                      + " \"370000\""
                  : "the catalogue knows no area '"
                      + cityText
                      + "': correct it, or add it to areas.csv");
    }

    String periodText = text(row, column, Role.PERIOD);
    PeriodReader.Result period = period(periodText, indicator == null ? null : indicator.kind());
    if (period.problem() != null) {
      return "unreadable_period: " + period.problem();
    }
    if (period.period() == null) {
      draft.lacks("period");
      draft.note("no period is given: map a column to `period`, or set it under `constants`");
    } else {
      draft.period = period.period();
      if (period.inferred()) {
        draft.flags.add("date_inferred");
      }
    }

    String basis = text(row, column, Role.BASIS);
    if (!isBlank(basis)) {
      switch (Terms.key(basis)) {
        case "常住", "常住人口", "permanent" -> draft.basis = Basis.PERMANENT;
        case "户籍", "户籍人口", "registered" -> draft.basis = Basis.REGISTERED;
        default -> draft.flags.add("definition_differs");
      }
    }
    String scope = text(row, column, Role.SCOPE);
    if (!isBlank(scope)) {
      draft.scope = scope(scope);
    }
    if (sidecar.transcribed()) {
      draft.flags.add("transcribed");
    }
    return measure(row, column, figure, term, draft);
  }

  private static String scope(String text) {
    String known = SCOPES.get(Terms.key(Recognizer.chinese(text.strip())));
    if (known != null) {
      return known;
    }
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    return plain.contains(":") ? plain : "district:" + plain;
  }

  private String measure(
      FileRecord row,
      Binding.ValueColumn column,
      NumberReading.Figure figure,
      Term term,
      Draft draft) {
    UnitReader.Printed inCell = unit(figure.unit());
    UnitReader.Printed beside = unit(ownText(row, column, Role.UNIT));
    if (beside == null && term != null) {
      beside = term.unit();
    }
    if (beside == null) {
      beside = unit(binding.layout().constants().get(Role.UNIT));
    }
    Scale ofBeside = beside == null ? null : scaled(beside, draft);
    BigDecimal multiplier = ofBeside == null || beside.isKnown() ? null : ofBeside.factor();
    if (beside != null && beside.isMultiplied()) {
      multiplier = beside.factor();
    }
    boolean isMultiplied = multiplier != null && multiplier.compareTo(BigDecimal.ONE) != 0;
    if (figure.scaled() && isMultiplied) {
      return "scaled_twice: the cell has a multiplier of its own and its unit has one too ("
          + multiplier.toPlainString()
          + "): correct the unit or the cell";
    }
    Scale scaled = ofBeside;
    UnitReader.Printed printed = beside;
    if (inCell != null) {
      printed = inCell;
      scaled = scaled(inCell, draft);
      if (isMultiplied && !inCell.isMultiplied()) {
        return "units_contradict: the cell says '"
            + figure.unit()
            + "' but its column a multiple of it: correct the unit or the cell";
      }
      if (scaled != null && beside != null && beside.isKnown() && !scaled.equals(ofBeside)) {
        return "units_contradict: the cell says '"
            + figure.unit()
            + "' but its column '"
            + beside.form()
            + "': correct the unit or the cell";
      }
    }
    BigDecimal factor = BigDecimal.ONE;
    if (printed == null) {
      draft.lacks("unit");
      draft.note(
          "no unit is given: map a column to `unit`, write it in the header like 床位(张), or set it"
              + " under `constants`");
    } else if (scaled != null) {
      factor = scaled.factor();
      draft.unit = scaled.unit();
    } else if (!printed.isKnown()) {
      factor = printed.factor();
      draft.lacks("unit");
      draft.note(
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
      draft.unit = printed.units().size() == 1 ? printed.units().get(0).id() : null;
    } else {
      boolean rate = draft.measure == Measure.CHANGE_RATE;
      return "unit_contradicts_indicator: "
          + (rate ? "the change_rate of " : "")
          + draft.indicator.id()
          + " is counted in "
          + (rate ? "% (percent)" : inWords(draft.indicator.unit()))
          + ", the file says '"
          + printed.form()
          + "': correct the unit or the indicator";
    }
    draft.value = figure.value().multiply(factor);
    draft.high = figure.high() == null ? null : figure.high().multiply(factor);
    draft.resolution = figure.resolution().multiply(factor);
    draft.bound = figure.bound();
    if (!Scale.fits(draft.value) || !Scale.fits(draft.high) || !Scale.fits(draft.resolution)) {
      return "out_of_range: the figure has more than "
          + (ColumnType.PRECISION - ColumnType.SCALE)
          + " digits before or "
          + ColumnType.SCALE
          + " after the point: correct the figure or its unit";
    }
    return null;
  }

  private static String inWords(Unit unit) {
    return unit.zh() + " (" + unit.id() + ")";
  }

  private Scale scaled(UnitReader.Printed printed, Draft draft) {
    return Scale.of(printed, draft.indicator, draft.measure, draft.status, catalogue);
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
    if (draft.kind == ReadingKind.OBSERVATION || draft.kind == ReadingKind.CANDIDATE) {
      Occurrence earlier = occurrences.get(reading.observationId());
      if (earlier == null) {
        occurrences.put(reading.observationId(), new Occurrence(reading));
      } else {
        String first = reading.observationId();
        int ordinal = earlier.count++;
        reading = reading(place, field, quote, draft, identity(row, column, draft, ordinal));
        if (draft.kind == ReadingKind.OBSERVATION
            && earlier.value.compareTo(reading.value()) != 0) {
          doubts.add(
              new Doubt(
                  "rows_contradict",
                  reading,
                  first,
                  earlier.value,
                  path
                      + ": "
                      + earlier.place
                      + " says '"
                      + earlier.quote
                      + "' and "
                      + place(reading)
                      + " says '"
                      + quote
                      + "' of the same figure ("
                      + reading.cityCode()
                      + " "
                      + reading.indicator()
                      + " "
                      + reading.periodEnd()
                      + "): remove the wrong one, or tell them apart by scope, basis or nature"));
        }
      }
    }
    if (draft.kind == ReadingKind.OBSERVATION && isImplausible(draft)) {
      doubts.add(
          new Doubt(
              "implausible",
              reading,
              null,
              null,
              path
                  + ": "
                  + place(reading)
                  + " says '"
                  + quote
                  + "', which is not plausible for "
                  + draft.indicator.id()
                  + " of one city ("
                  + range(draft.indicator)
                  + "): check the unit"));
    }
    readings.accept(reading);
  }

  private static String place(Reading reading) {
    return reading.field() == null
        ? reading.locator()
        : reading.locator() + ", column '" + reading.field() + "'";
  }

  private static boolean isImplausible(Draft draft) {
    if (draft.measure != Measure.LEVEL || !draft.area.isCity() || !draft.scope.equals("city")) {
      return false;
    }
    BigDecimal min = draft.indicator.min();
    BigDecimal max = draft.indicator.max();
    return (min != null && draft.value.compareTo(min) < 0)
        || (max != null && draft.value.compareTo(max) > 0);
  }

  private static String range(Indicator indicator) {
    return (indicator.min() == null ? "" : indicator.min().toPlainString())
        + " to "
        + (indicator.max() == null ? "" : indicator.max().toPlainString());
  }

  private String identity(FileRecord row, Binding.ValueColumn column, Draft draft, int ordinal) {
    if (draft.kind == ReadingKind.REJECT) {
      return digest.next("reject", path, row.locator(), column.ordinal());
    }
    Period period = draft.period;
    Object start = period == null ? text(row, column, Role.PERIOD) : period.start();
    Object end = period == null ? null : period.end();
    String indicator = draft.indicator == null ? null : draft.indicator.id();
    if (draft.kind == ReadingKind.CANDIDATE) {
      return digest.next(
          "candidate",
          draft.source.sourceId(),
          draft.area == null ? text(row, column, Role.CITY) : draft.area.code(),
          indicator == null ? draft.term : indicator,
          draft.measure.id(),
          draft.status.id(),
          draft.scope,
          draft.basis == null ? null : draft.basis.id(),
          start,
          end,
          ordinal);
    }
    return digest.next(
        draft.source.sourceId(),
        draft.area.code(),
        indicator,
        draft.measure.id(),
        draft.status.id(),
        draft.scope,
        draft.basis == null ? null : draft.basis.id(),
        start,
        end,
        ordinal);
  }

  private Reading reading(String place, String field, String quote, Draft draft, String id) {
    boolean reject = draft.kind == ReadingKind.REJECT;
    Source source = draft.source;
    Period period = draft.period;
    return new Reading(
        draft.kind,
        id,
        draft.area == null ? null : draft.area.code(),
        draft.indicator == null ? null : draft.indicator.id(),
        draft.value,
        draft.high,
        draft.unit,
        draft.resolution,
        draft.bound,
        reject ? null : draft.status,
        reject ? null : draft.measure,
        period == null ? null : period.start(),
        period == null ? null : period.end(),
        period == null ? null : period.type(),
        reject ? null : draft.scope,
        draft.basis,
        source == null ? fileSourceId : source.sourceId(),
        source == null ? sidecar.publisher() : source.publisher(),
        source == null ? sidecar.sourceClass() : source.sourceClass(),
        source == null ? sidecar.published() : source.published(),
        fileSha256,
        path,
        place,
        field,
        quote,
        reject ? null : draft.method,
        reject ? null : flags(draft.flags),
        draft.kind == ReadingKind.OBSERVATION ? null : draft.term,
        draft.missing.isEmpty() ? null : List.copyOf(draft.missing),
        draft.reason,
        draft.disposition,
        draft.detail,
        null,
        now,
        null,
        runId);
  }

  private List<String> flags(TreeSet<String> flags) {
    return flagSets.computeIfAbsent(String.join(",", flags), key -> List.copyOf(flags));
  }

  /** The publication of a row, or null if its own columns cannot be read. */
  private Source source(FileRecord row) {
    String publisher = binding.cell(row, Role.PUBLISHER);
    String title = binding.cell(row, Role.TITLE);
    String published = binding.cell(row, Role.PUBLISHED);
    String url = binding.cell(row, Role.URL);
    String sourceClass = binding.cell(row, Role.CLASS);
    boolean own =
        !(isBlank(publisher)
            && isBlank(title)
            && isBlank(published)
            && isBlank(url)
            && isBlank(sourceClass));
    List<String> key =
        own ? Arrays.asList(publisher, title, published, url, sourceClass) : List.of();
    Source known = sources.get(key);
    if (known != null) {
      return known;
    }
    LocalDate date = sidecar.published();
    SourceClass ofClass = sidecar.sourceClass();
    try {
      if (!isBlank(published)) {
        date = day(published);
      }
      if (!isBlank(sourceClass)) {
        ofClass = SourceClass.of(sourceClass.strip());
      }
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return null;
    }
    Source source =
        new Source(
            own ? fileSourceId + "#" + Digest.id(key.toArray()).substring(0, 12) : fileSourceId,
            path,
            orElse(publisher, sidecar.publisher()),
            orElse(title, sidecar.title()),
            date,
            orElse(url, sidecar.url()),
            sidecar.licence(),
            ofClass,
            sidecar.transcribed());
    sources.put(key, source);
    return source;
  }

  /** What of the row's own columns says no source. */
  private String sourceProblem(FileRecord row) {
    String published = binding.cell(row, Role.PUBLISHED);
    try {
      if (!isBlank(published)) {
        day(published);
      }
    } catch (DateTimeParseException e) {
      return "published '"
          + published
          + "' is no date like 2024-04-28: correct it, or write unknown";
    }
    return "class '"
        + binding.cell(row, Role.CLASS)
        + "' is none of census, yearbook, bulletin, report, news, unverified: correct it";
  }

  private static LocalDate day(String published) {
    String text = published.strip();
    return text.equals("unknown") ? null : LocalDate.parse(text);
  }

  private static String orElse(String text, String other) {
    return isBlank(text) ? other : text.strip();
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  /** What is said in a role: by the record, by the value's header, or by the sidecar for all. */
  private String text(FileRecord row, Binding.ValueColumn column, Role role) {
    String own = ownText(row, column, role);
    if (own != null) {
      return own;
    }
    return constant(role);
  }

  /** What the record or the value's header says in a role, or null. */
  private String ownText(FileRecord row, Binding.ValueColumn column, Role role) {
    String inRow = binding.cell(row, role);
    return inRow != null ? inRow : column.meaning().get(role);
  }

  private NumberReading number(String text) {
    NumberReading known = numbers.get(text);
    if (known == null) {
      known = NumberReader.read(text);
      if (numbers.size() < KEPT_NUMBERS) {
        numbers.put(text, known);
      }
    }
    return known;
  }

  private Optional<Area> area(String text) {
    return areas.computeIfAbsent(text, catalogue::area);
  }

  private UnitReader.Printed unit(String text) {
    return text == null || text.isEmpty() ? null : printedUnits.computeIfAbsent(text, units::read);
  }

  private PeriodReader.Result period(String text, Kind kind) {
    return periods.computeIfAbsent(
        new PeriodKey(text == null ? "" : text, kind),
        key -> PeriodReader.read(key.text(), key.kind()));
  }

  /** What the catalogue says of a term; headers of several rows are read as one: 医院 › 床位. */
  private Optional<Meaning> meaning(String term) {
    Optional<Meaning> whole = catalogue.meaning(term);
    return whole.isPresent() || !term.contains(Binding.HEADER_SEPARATOR)
        ? whole
        : catalogue.meaning(term.replace(Binding.HEADER_SEPARATOR, ""));
  }

  /** A term, and the unit that stands in brackets at its end: 床位数(张). */
  private Term term(String text) {
    if (isBlank(text)) {
      return null;
    }
    return terms.computeIfAbsent(text, this::understand);
  }

  private Term understand(String text) {
    Optional<Meaning> whole = meaning(text);
    String stripped = text.strip();
    int open = Math.max(stripped.lastIndexOf('('), stripped.lastIndexOf('（'));
    boolean closes = stripped.endsWith(")") || stripped.endsWith("）");
    if (open > 0 && closes) {
      UnitReader.Printed unit = units.read(stripped.substring(open + 1, stripped.length() - 1));
      if (unit != null && (unit.isKnown() || unit.isMultiplied())) {
        String before = stripped.substring(0, open).strip();
        return new Term(before, whole.isPresent() ? whole : meaning(before), unit);
      }
    }
    String chinese = Recognizer.chinese(stripped);
    if (whole.isEmpty() && !chinese.equals(stripped) && !chinese.isBlank()) {
      // 床位数(张) Number of Beds: yearbooks print both languages.
      return understand(chinese);
    }
    return new Term(stripped, whole, null);
  }

  /** A reading in the making. */
  private static final class Draft {
    private ReadingKind kind;
    private Area area;
    private Indicator indicator;
    private BigDecimal value;
    private BigDecimal high;
    private String unit;
    private BigDecimal resolution;
    private Bound bound;
    private Method method = Method.TABLE;
    private Status status = Status.ACTUAL;
    private Measure measure = Measure.LEVEL;
    private Period period;
    private String scope = "city";
    private Basis basis;
    private Source source;
    private String term;
    private String reason;
    private Disposition disposition;
    private String detail;
    private final List<String> missing = new ArrayList<>();
    private final TreeSet<String> flags = new TreeSet<>();

    private Draft(ReadingKind kind) {
      this.kind = kind;
    }

    private Draft because(String why, Disposition what, String words) {
      this.reason = why;
      this.disposition = what;
      this.detail = words;
      return this;
    }

    private void lacks(String what) {
      kind = ReadingKind.CANDIDATE;
      missing.add(what);
    }

    private void note(String what) {
      detail = detail == null ? what : detail + "; " + what;
    }
  }
}
