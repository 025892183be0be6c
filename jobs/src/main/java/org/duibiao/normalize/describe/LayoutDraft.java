package org.duibiao.normalize.describe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.duibiao.ingest.Preview;
import org.duibiao.ingest.table.Layout.Role;
import org.duibiao.model.Area;
import org.duibiao.normalize.cell.Recognizer;

/** How one table is laid out, as far as its headers and cells show it. */
final class LayoutDraft {

  private static final double MOST = 0.8;
  private static final double MANY = 0.5;
  private static final List<Role> BY_HEADER =
      List.of(
          Role.UNIT,
          Role.NATURE,
          Role.BASIS,
          Role.SCOPE,
          Role.PUBLISHER,
          Role.TITLE,
          Role.PUBLISHED,
          Role.URL,
          Role.NOTE);

  private final Recognizer recognizer;
  private final Preview.Table table;
  private final TableFinder.Found found;
  private final FoundColumns columns;

  private final Map<Role, Integer> roles = new LinkedHashMap<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();
  private final Map<String, String> constants = new LinkedHashMap<>();
  private final Set<Integer> ignored = new LinkedHashSet<>();
  private final List<Integer> values = new ArrayList<>();
  private final List<Role> across = new ArrayList<>();
  private String acrossReason;
  private String kind;
  private Area total;

  LayoutDraft(Recognizer recognizer, Preview.Table table, TableFinder.Found found) {
    this.recognizer = recognizer;
    this.table = table;
    this.found = found;
    this.columns = new FoundColumns(recognizer, table, found);
  }

  /** How many cells it has in value positions; a draft of more is a better draft. */
  int size() {
    return values.size() * columns.body().size();
  }

  boolean isList() {
    return "list".equals(kind);
  }

  boolean has(Role role) {
    return roles.containsKey(role) || across.contains(role) || constants.containsKey(role.id());
  }

  Map<Role, Integer> roles() {
    return roles;
  }

  private static String percent(double share) {
    return Math.round(share * 100) + "% of the cells";
  }

  private void give(Role role, int column, String reason) {
    roles.put(role, column);
    reasons.put(role.id(), reason);
  }

  /**
   * Guesses.
   *
   * @param source what the file says of itself, for what the table leaves open
   * @param fileCity the city that the whole file is about, or null
   */
  LayoutDraft guess(SourceDraft source, Area fileCity) {
    List<Integer> all = new ArrayList<>();
    for (int i = found.firstColumn(); i <= found.lastColumn(); i++) {
      if (columns.isFilled(i) || !columns.header(i).isEmpty()) {
        all.add(i);
      }
    }
    city(all);
    period(all);
    named(all);
    indicator(all);
    for (int column : all) {
      if (roles.containsValue(column)) {
        continue;
      }
      boolean numeric = columns.share(column, recognizer::isNumber) >= MANY;
      if (columns.says("role/none", column)
          || !numeric && columns.isFilled(column)
          || isCode(column)) {
        ignored.add(column);
      } else {
        values.add(column);
      }
    }
    kind();
    if (kind.equals("wide")) {
      across(source);
    }
    constants(source, fileCity);
    total();
    return this;
  }

  private boolean isCode(int column) {
    return !columns.says("role/value", column)
        && columns.share(column, cell -> cell.strip().matches("[0-9]{6}")) >= MOST
        && columns.share(column, recognizer::isArea) >= MOST;
  }

  private void city(List<Integer> all) {
    int best = -1;
    double bestScore = 0;
    for (int column : all) {
      double areas = columns.share(column, recognizer::isArea);
      boolean named = columns.says("role/city", column);
      if (areas < (named ? 0.2 : 0.6) || columns.says("role/indicator", column)) {
        continue;
      }
      boolean codes = columns.share(column, cell -> cell.strip().matches("[0-9]+")) >= MANY;
      double score =
          areas + columns.share(column, recognizer::isCity) + (named ? 0.3 : 0) - (codes ? 0.9 : 0);
      if (score > bestScore) {
        best = column;
        bestScore = score;
      }
    }
    if (best >= 0) {
      give(Role.CITY, best, percent(columns.share(best, recognizer::isArea)) + " name areas");
    }
  }

  private void period(List<Integer> all) {
    for (int column : all) {
      double periods = columns.share(column, recognizer::isPeriod);
      double years = columns.share(column, recognizer::isBareYear);
      boolean named = columns.says("role/period", column);
      boolean unnamed = columns.header(column).isEmpty();
      // Below the years there may be rows computed from theirs: MIN, MAX, 平均.
      boolean most =
          periods >= MOST || years >= MANY && columns.share(column, recognizer::isNumber) <= years;
      if (most
          && (named || unnamed || years < MOST)
          && !roles.containsValue(column)
          && !columns.says("role/published", column)) {
        give(Role.PERIOD, column, percent(periods) + " are years or days");
        return;
      }
    }
  }

  private void named(List<Integer> all) {
    for (Role role : BY_HEADER) {
      for (int column : all) {
        if (roles.containsValue(column) || roles.containsKey(role)) {
          continue;
        }
        boolean fits =
            switch (role) {
              case UNIT -> columns.share(column, recognizer::isUnit) >= MANY;
              case NATURE ->
                  columns.share(column, cell -> recognizer.catalogue().nature(cell).isPresent())
                      >= MANY;
              case PUBLISHED -> columns.share(column, cell -> isDay(cell)) >= MOST;
              default ->
                  columns.share(column, recognizer::isNumber) < MANY
                      && (role != Role.SCOPE || columns.isFilled(column));
            };
        boolean unitByContent =
            role == Role.UNIT
                && columns.header(column).isEmpty()
                && columns.share(column, recognizer::isUnit) >= MOST;
        if (columns.says("role/" + role.id(), column) && fits || unitByContent) {
          give(role, column, "the header '" + columns.last(column) + "'");
        }
      }
    }
  }

  private static boolean isDay(String cell) {
    return cell.strip().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}|unknown");
  }

  private void indicator(List<Integer> all) {
    int best = -1;
    double bestScore = 0;
    for (int column : all) {
      if (roles.containsValue(column) || columns.share(column, recognizer::isNumber) >= MANY) {
        continue;
      }
      double known = columns.share(column, cell -> recognizer.meaning(cell).isPresent());
      double score = known + (columns.says("role/indicator", column) ? 1 : 0);
      if (score > bestScore && (known >= 0.3 || columns.says("role/indicator", column))) {
        best = column;
        bestScore = score;
      }
    }
    if (best >= 0) {
      double known = columns.share(best, cell -> recognizer.meaning(cell).isPresent());
      give(Role.INDICATOR, best, percent(known) + " name indicators of the catalogue");
    }
  }

  private void kind() {
    int named = -1;
    for (int column : values) {
      if (columns.says("role/value", column)) {
        named = column;
        break;
      }
    }
    boolean single = values.size() == 1 && !recognizer.isPeriod(columns.last(values.get(0)));
    if (roles.containsKey(Role.INDICATOR) && (named >= 0 || single && !isAcross(values.get(0)))) {
      kind = "long";
      int value = named >= 0 ? named : values.get(0);
      for (int column : values) {
        if (column != value) {
          ignored.add(column);
        }
      }
      values.clear();
      values.add(value);
      give(Role.VALUE, value, "the header '" + columns.last(value) + "'");
    } else {
      kind = "wide";
    }
  }

  private boolean isAcross(int column) {
    return recognizer.isArea(columns.last(column)) || recognizer.isPeriod(columns.last(column));
  }

  /** What the headers of the columns of values say, level by level. */
  private void across(SourceDraft source) {
    Set<Integer> depths =
        values.stream().map(column -> columns.header(column).size()).collect(Collectors.toSet());
    List<Role> levels = new ArrayList<>();
    if (depths.size() == 1 && depths.contains(found.headerRows()) && found.headerRows() > 0) {
      for (int level = 0; level < found.headerRows(); level++) {
        levels.add(level(level));
      }
    }
    boolean distinct = levels.stream().distinct().count() == levels.size();
    if (!levels.isEmpty() && distinct) {
      across.addAll(levels);
    } else {
      across.add(level(-1));
    }
    if (across.size() == 1 && roles.containsKey(across.get(0))) {
      // Rows and columns cannot both say it: the header is the more particular.
      Role role = across.get(0);
      if (role == Role.INDICATOR && roles.containsKey(Role.UNIT)) {
        ignored.add(roles.remove(Role.INDICATOR));
      } else {
        ignored.add(roles.remove(role));
      }
      reasons.remove(role.id());
    }
    across.forEach(
        role -> {
          if (roles.containsKey(role)) {
            ignored.add(roles.remove(role));
            reasons.remove(role.id());
          }
        });
    acrossReason =
        "the headers, such as '"
            + columns.name(values.isEmpty() ? found.firstColumn() : values.get(0))
            + "'";
  }

  /** What one level of the headers says; -1 for the whole path. */
  private Role level(int level) {
    List<String> texts = new ArrayList<>();
    for (int column : values) {
      List<String> path = columns.header(column);
      texts.add(level < 0 ? String.join("", path) : level < path.size() ? path.get(level) : "");
    }
    if (most(texts, recognizer::isPeriod)) {
      return Role.PERIOD;
    } else if (most(texts, recognizer::isArea)) {
      return Role.CITY;
    } else if (most(texts, text -> recognizer.says("scope/level", text))) {
      return Role.SCOPE;
    } else if (most(texts, recognizer::isUnit)
        && !most(texts, text -> recognizer.meaning(text).isPresent())) {
      return Role.UNIT;
    }
    return Role.INDICATOR;
  }

  private static boolean most(List<String> texts, Predicate<String> test) {
    long matching = texts.stream().filter(test).count();
    return !texts.isEmpty() && matching >= MOST * texts.size();
  }

  private void constants(SourceDraft source, Area fileCity) {
    List<String> places = new ArrayList<>(found.titles());
    if (table.kind().equals("sheet")) {
      places.add(table.name());
    }
    places.add(source.stem());
    Titles titles = new Titles(recognizer, places);
    if (!has(Role.CITY)) {
      constant(Role.CITY, titles.city(fileCity));
    }
    if (!has(Role.INDICATOR)) {
      constant(Role.INDICATOR, titles.indicator());
    }
    if (!has(Role.PERIOD)) {
      constant(Role.PERIOD, titles.year());
    }
    if (!has(Role.UNIT)) {
      constant(Role.UNIT, titles.unit());
    }
  }

  private void constant(Role role, Titles.Said said) {
    if (said != null) {
      constants.put(role.id(), said.value());
      reasons.put("constants/" + role.id(), said.reason());
    }
  }

  /** The province that all cities of the table are in: what its rows of totals are about. */
  private void total() {
    Integer city = roles.get(Role.CITY);
    if (city == null) {
      return;
    }
    Set<String> parents = new LinkedHashSet<>();
    boolean totals = false;
    for (List<String> cells : columns.body().values()) {
      String cell = city < cells.size() ? cells.get(city) : "";
      totals |= recognizer.catalogue().isTotal(cell);
      recognizer
          .catalogue()
          .area(cell)
          .filter(Area::isCity)
          .ifPresent(area -> parents.add(String.valueOf(area.parent())));
    }
    if (totals && parents.size() == 1) {
      total = recognizer.catalogue().areaOf(parents.iterator().next()).orElse(null);
    }
  }

  /** Makes a list of it: one thing a row, to be counted. */
  LayoutDraft asList(SourceDraft source, int name, int address, int grade) {
    kind = "list";
    roles.clear();
    reasons.clear();
    give(Role.NAME, name, "the header '" + columns.last(name) + "'");
    give(Role.CITY, address, "the city stands in '" + columns.last(address) + "'");
    if (grade >= 0) {
      give(Role.GRADE, grade, "the header '" + columns.last(grade) + "'");
    }
    constants(source, null);
    return this;
  }

  void write(YamlDraft draft, String indent, boolean alone, int tables) {
    boolean range = !table.kind().equals("text") && !alone;
    draft.raw(indent + "kind: " + kind, "guess: " + kindReason());
    if (table.kind().equals("sheet") && tables > 1) {
      draft.line(indent, "sheet", table.name(), "the sheet with this table");
    } else if (table.kind().equals("table") && tables > 1) {
      draft.raw(indent + "table: " + table.name(), "guess: the page's table with figures");
    }
    if (range) {
      draft.line(
          indent,
          "range",
          Preview.Table.range(
              found.headerRow(), found.lastRow(), found.firstColumn(), found.lastColumn()),
          "other things stand beside, above or below");
    } else if (found.headerRow() > 1) {
      draft.raw(
          indent + "skip_rows: " + (found.headerRow() - 1),
          "guess: what stands above row " + found.headerRow() + " is no header");
    }
    if (found.headerRows() != 1) {
      draft.raw(
          indent + "header_rows: " + found.headerRows(),
          "guess: the first figures stand in row " + found.dataRow());
    }
    Map<String, String> given = new LinkedHashMap<>();
    roles.forEach((role, column) -> given.put(role.id(), columns.shownName(column)));
    draft.map(indent, "columns", given, reasons);
    if (across.size() == 1) {
      draft.raw(indent + "across: " + across.get(0).id(), "guess: " + acrossReason);
    } else if (!across.isEmpty()) {
      draft.list(indent, "across", across.stream().map(Role::id).toList(), acrossReason);
    }
    Map<String, String> constantReasons = new LinkedHashMap<>();
    constants.keySet().forEach(key -> constantReasons.put(key, reasons.get("constants/" + key)));
    draft.map(indent, "constants", constants, constantReasons);
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
      case "long" -> "one value a row, under '" + columns.last(values.get(0)) + "'";
      case "list" -> "one thing a row, no figures";
      default -> values.size() + " columns hold figures";
    };
  }
}
