package org.duibiao.normalize.describe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.duibiao.ingest.FilePreview;
import org.duibiao.ingest.table.Grid;
import org.duibiao.ingest.table.TableLayout.ColumnRole;
import org.duibiao.model.Area;
import org.duibiao.normalize.cell.CellClassifier;
import org.duibiao.normalize.cell.TermPath;

/** How one table is laid out, as far as its headers and cells show it. */
final class LayoutDraft {

  private static final double MOST_SHARE = 0.8;

  private final CellClassifier classifier;
  private final FilePreview.PreviewTable table;
  final TableFinder.FoundTable found;
  private final boolean alone;
  private final List<String> captions;
  private final TableColumns columns;

  private final ColumnRoles columnRoles;
  final Map<ColumnRole, Integer> roles;
  private final Set<Integer> ignored;
  private final List<Integer> values;
  private final Map<ColumnRole, Guess> constants = new LinkedHashMap<>();
  private final List<ColumnRole> across = new ArrayList<>();
  private String acrossReason;
  private String kind;
  private Area total;

  /**
   * A draft.
   *
   * @param alone whether nothing else stands in the table's sheet
   * @param captions what stands above the table in its page, from top to bottom
   */
  LayoutDraft(
      CellClassifier classifier,
      FilePreview.PreviewTable table,
      TableFinder.FoundTable found,
      boolean alone,
      List<String> captions) {
    this.classifier = classifier;
    this.table = table;
    this.found = found;
    this.alone = alone;
    this.captions = captions;
    this.columns = new TableColumns(classifier, table, found, alone);
    this.columnRoles = new ColumnRoles(classifier, columns);
    this.roles = columnRoles.roles;
    this.ignored = columnRoles.ignored;
    this.values = columnRoles.values;
  }

  /** How many cells it has in value positions; a draft of more is a better draft. */
  int size() {
    return values.size() * columns.body.size();
  }

  boolean has(ColumnRole role) {
    return roles.containsKey(role) || across.contains(role) || constants.containsKey(role);
  }

  /**
   * Guesses.
   *
   * @param source what the file says of itself, for what the table leaves open
   * @param fileCity the city that the whole file is about, or null
   */
  void guess(SourceDraft source, Area fileCity) {
    if (found.series().isEmpty()) {
      columnRoles.find(fileCity);
      kind();
      if (kind.equals("wide")) {
        across();
      }
    } else {
      series();
    }
    constants(source, fileCity);
    total();
  }

  /** Dates downwards, and a series a column that the rows of its header describe. */
  private void series() {
    kind = "wide";
    columnRoles.assign(ColumnRole.PERIOD, found.firstColumn(), "dates below what describes series");
    columns.used().stream()
        .filter(column -> column > found.firstColumn() && columns.isFilled(column))
        .forEach(values::add);
    across.addAll(found.series());
    acrossReason = "the cells in front of the rows of the header";
  }

  private void kind() {
    boolean single = values.size() == 1 && !isAcross(values.get(0));
    int value =
        values.stream()
            .filter(column -> columns.matchesWords("role/value", column))
            .findFirst()
            .orElse(single ? values.get(0) : -1);
    kind = roles.containsKey(ColumnRole.INDICATOR) && value >= 0 ? "long" : "wide";
    if (kind.equals("long")) {
      values.stream().filter(column -> column != value).forEach(ignored::add);
      values.retainAll(List.of(value));
      columnRoles.assign(ColumnRole.VALUE, value, columnRoles.byHeader(value));
    }
  }

  private boolean isAcross(int column) {
    return classifier.isArea(columns.lastHeader(column))
        || classifier.isPeriod(columns.lastHeader(column));
  }

  /** What the headers of the columns of values say, level by level. */
  private void across() {
    int headerRows = found.headerRows();
    List<ColumnRole> levels =
        values.stream().allMatch(column -> columns.header(column).size() == headerRows)
            ? IntStream.range(0, headerRows).mapToObj(this::roleOfLevel).distinct().toList()
            : List.of();
    boolean distinct = headerRows > 0 && !values.isEmpty() && levels.size() == headerRows;
    across.addAll(distinct ? levels : List.of(roleOfLevel(-1)));
    // Rows and columns cannot both say it: the header is the more particular. Only of what is
    // counted each may say a part.
    across.forEach(
        role -> {
          if (roles.containsKey(role) && role != ColumnRole.INDICATOR) {
            ignored.add(roles.remove(role));
          }
        });
    acrossReason =
        "the headers, such as '"
            + columns.name(values.isEmpty() ? found.firstColumn() : values.get(0))
            + "'";
  }

  /** What one level of the headers says; -1 for the whole path. */
  private ColumnRole roleOfLevel(int level) {
    List<String> texts =
        values.stream()
            .map(columns::header)
            .map(path -> level < 0 ? String.join("", path) : TableFinder.cell(path, level))
            .toList();
    if (mostMatch(texts, classifier::isPeriod)) {
      return ColumnRole.PERIOD;
    } else if (mostMatch(texts, classifier::isArea)) {
      return ColumnRole.CITY;
    } else if (mostMatch(texts, text -> classifier.matchesWords("scope/level", text))
        || columnRoles.areDistricts(texts)) {
      return ColumnRole.SCOPE;
    } else if (mostMatch(texts, classifier::isUnit)
        && !mostMatch(texts, text -> classifier.meaning(text).isPresent())) {
      return ColumnRole.UNIT;
    }
    return ColumnRole.INDICATOR;
  }

  private static boolean mostMatch(List<String> texts, Predicate<String> test) {
    long matching = texts.stream().filter(test).count();
    return !texts.isEmpty() && matching >= MOST_SHARE * texts.size();
  }

  private void constants(SourceDraft source, Area fileCity) {
    List<String> places = new ArrayList<>(captions);
    places.addAll(found.titles());
    Collections.reverse(places);
    if (table.kind().equals("sheet")) {
      places.add(table.name());
    }
    places.add(source.title());
    places.add(source.stem);
    TableTitles titles = new TableTitles(classifier, places);
    Area ofDistricts = columnRoles.city;
    if (columnRoles.ofSeveralCities) {
      titles.province().ifPresent(guess -> constant(ColumnRole.CITY, guess));
    } else if (ofDistricts == null) {
      titles.city(fileCity).ifPresent(guess -> constant(ColumnRole.CITY, guess));
    } else if (fileCity == null || !fileCity.zh().equals(ofDistricts.zh())) {
      constant(ColumnRole.CITY, new Guess(ofDistricts.zh(), "the rows are of its districts"));
    }
    titles
        .indicator()
        .filter(
            counted ->
                !has(ColumnRole.INDICATOR) || kind.equals("wide") && areKindsOf(counted.value()))
        .ifPresent(counted -> constants.put(ColumnRole.INDICATOR, counted));
    // Beds of a welfare home are no beds of hospitals: all of the table waits.
    (columnRoles.areSingleInstitutions()
            ? Optional.of(new Guess("单家机构", "each row is about one institution"))
            : titles.otherSubject())
        .ifPresent(other -> constants.put(ColumnRole.INDICATOR, other));
    titles.year().ifPresent(guess -> constant(ColumnRole.PERIOD, guess));
    titles.unit().ifPresent(guess -> constant(ColumnRole.UNIT, guess));
  }

  /** Whether the labels of the rows are kinds of what the caption says is counted. */
  private boolean areKindsOf(String counted) {
    Integer label = roles.get(ColumnRole.INDICATOR);
    if (label == null
        || across.contains(ColumnRole.INDICATOR)
        || roles.containsKey(ColumnRole.UNIT)) {
      return false;
    }
    TermPath paths = new TermPath(classifier.catalogue(), classifier.headers());
    return columns.count(label, cell -> classifier.headers().read(cell).total()) > 0
        || columns.count(
                label,
                cell -> {
                  List<String> path = new ArrayList<>(classifier.headers().read(cell).terms());
                  path.add(0, counted);
                  return path.size() > 1 && paths.compose(path).meaning().isPresent();
                })
            > 0;
  }

  private void constant(ColumnRole role, Guess said) {
    if (!has(role)) {
      constants.put(role, said);
    }
  }

  /**
   * The province that all cities of the table are in: what its rows of totals and counties are
   * about.
   */
  private void total() {
    Integer city = roles.get(ColumnRole.CITY);
    if (city == null) {
      return;
    }
    List<String> parents =
        columns.cells(city).stream()
            .flatMap(cell -> classifier.headers().area(cell).filter(Area::isCity).stream())
            .map(area -> String.valueOf(area.parent()))
            .distinct()
            .toList();
    boolean needed =
        columns.count(
                city,
                cell ->
                    classifier.headers().isTotal(cell)
                        || !classifier.headers().citiesOf(cell).isEmpty())
            > 0;
    if (needed && parents.size() == 1) {
      total = classifier.catalogue().areaByCode(parents.get(0)).orElse(null);
    }
  }

  /** Makes a list of it: one thing a row, to be counted. */
  LayoutDraft asList(SourceDraft source, int name, int address, int grade) {
    kind = "list";
    roles.clear();
    columnRoles.assign(ColumnRole.NAME, name, columnRoles.byHeader(name));
    columnRoles.assign(
        ColumnRole.CITY, address, "the city stands in '" + columns.lastHeader(address) + "'");
    if (grade >= 0) {
      columnRoles.assign(ColumnRole.GRADE, grade, columnRoles.byHeader(grade));
    }
    constants(source, null);
    return this;
  }

  void write(SidecarWriter draft, String indent, int tables) {
    draft.raw(indent + "kind: " + kind, "guess: " + kindReason());
    if (table.kind().equals("sheet") && tables > 1) {
      draft.line(indent, "sheet", table.name(), "the sheet with this table");
    } else if (table.kind().equals("table") && tables > 1) {
      draft.raw(indent + "table: " + table.name(), "guess: the page's table with figures");
    }
    if (!alone) {
      draft.line(
          indent,
          "range",
          new Grid.CellRange(
                  found.headerRow(), found.lastRow(), found.firstColumn(), found.lastColumn())
              .text(),
          "other things stand beside, above or below");
    } else if (found.headerRow() > 1) {
      draft.raw(
          indent + "skip_rows: " + (found.headerRow() - 1),
          "guess: what stands above row " + found.headerRow() + " is not a header");
    }
    if (found.headerRows() != 1) {
      draft.raw(
          indent + "header_rows: " + found.headerRows(),
          "guess: the first figures stand in row " + found.dataRow());
    }
    Map<ColumnRole, Guess> given = new LinkedHashMap<>();
    roles.forEach(
        (role, column) ->
            given.put(role, new Guess(columns.shownName(column), columnRoles.reasons.get(role))));
    draft.map(indent, "columns", given);
    if (across.size() == 1) {
      draft.raw(indent + "across: " + across.get(0).id(), "guess: " + acrossReason);
    } else if (!across.isEmpty()) {
      draft.list(indent, "across", across.stream().map(ColumnRole::id).toList(), acrossReason);
    }
    draft.map(indent, "constants", constants);
    if (total != null) {
      draft.line(indent, "total", total.code(), "all cities of the table are in " + total.zh());
    }
    List<String> ignore =
        ignored.stream()
            .filter(column -> !columns.name(column).startsWith("∅"))
            .filter(column -> !roles.containsValue(column))
            .map(columns::shownName)
            .toList();
    if (!ignore.isEmpty() && kind.equals("wide")) {
      draft.list(indent, "ignore", ignore, "no figures");
    }
  }

  private String kindReason() {
    return switch (kind) {
      case "long" -> "one value a row, under '" + columns.lastHeader(values.get(0)) + "'";
      case "list" -> "one thing a row, no figures";
      default -> values.size() + " columns hold figures";
    };
  }
}
