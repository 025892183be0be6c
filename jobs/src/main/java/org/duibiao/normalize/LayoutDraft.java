package org.duibiao.normalize;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.duibiao.ingest.Layout.Role;
import org.duibiao.ingest.Preview;
import org.duibiao.model.Area;

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
  private final SortedMap<Integer, List<String>> body;
  private final List<List<String>> headers;
  private final List<String> names;
  private final BitSet content = new BitSet();

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
    this.body = table.rows().subMap(found.dataRow(), found.lastRow() + 1);
    int width = found.lastColumn() + 1;
    List<List<String>> all =
        new ArrayList<>(table.headers(found.headerRow(), found.headerRows(), width));
    for (int i = 0; i < found.firstColumn(); i++) {
      // Another table's; the range leaves it out.
      all.set(i, List.of());
    }
    for (List<String> cells : body.values()) {
      for (int i = found.firstColumn(); i < Math.min(cells.size(), width); i++) {
        if (!cells.get(i).isBlank()) {
          content.set(i);
        }
      }
    }
    this.headers = all;
    this.names = table.names(all, content, found.dataRow() - 1);
  }

  /** How many cells it has in value positions; a draft of more is a better draft. */
  int size() {
    return values.size() * body.size();
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

  private double share(int column, Predicate<String> test) {
    return TableFinder.share(body, column, test);
  }

  private String last(int column) {
    List<String> path = headers.get(column);
    return path.isEmpty() ? "" : path.get(path.size() - 1);
  }

  private boolean says(String id, int column) {
    return headers.get(column).stream().anyMatch(header -> recognizer.says(id, header));
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
    List<Integer> columns = new ArrayList<>();
    for (int i = found.firstColumn(); i <= found.lastColumn(); i++) {
      if (content.get(i) || !headers.get(i).isEmpty()) {
        columns.add(i);
      }
    }
    city(columns);
    period(columns);
    named(columns);
    indicator(columns);
    for (int column : columns) {
      if (roles.containsValue(column)) {
        continue;
      }
      boolean numeric = share(column, recognizer::isNumber) >= MANY;
      if (says("role/none", column) || !numeric && content.get(column) || isCode(column)) {
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
    return !says("role/value", column)
        && share(column, cell -> cell.strip().matches("[0-9]{6}")) >= MOST
        && share(column, recognizer::isArea) >= MOST;
  }

  private void city(List<Integer> columns) {
    int best = -1;
    double bestScore = 0;
    for (int column : columns) {
      double areas = share(column, recognizer::isArea);
      boolean named = says("role/city", column);
      if (areas < (named ? 0.2 : 0.6) || says("role/indicator", column)) {
        continue;
      }
      boolean codes = share(column, cell -> cell.strip().matches("[0-9]+")) >= MANY;
      double score =
          areas + share(column, recognizer::isCity) + (named ? 0.3 : 0) - (codes ? 0.9 : 0);
      if (score > bestScore) {
        best = column;
        bestScore = score;
      }
    }
    if (best >= 0) {
      give(Role.CITY, best, percent(share(best, recognizer::isArea)) + " name areas");
    }
  }

  private void period(List<Integer> columns) {
    for (int column : columns) {
      double periods = share(column, recognizer::isPeriod);
      double years = share(column, recognizer::isBareYear);
      boolean named = says("role/period", column);
      boolean unnamed = headers.get(column).isEmpty();
      // Below the years there may be rows computed from theirs: MIN, MAX, 平均.
      boolean most =
          periods >= MOST || years >= MANY && share(column, recognizer::isNumber) <= years;
      if (most
          && (named || unnamed || years < MOST)
          && !roles.containsValue(column)
          && !says("role/published", column)) {
        give(Role.PERIOD, column, percent(periods) + " are years or days");
        return;
      }
    }
  }

  private void named(List<Integer> columns) {
    for (Role role : BY_HEADER) {
      for (int column : columns) {
        if (roles.containsValue(column) || roles.containsKey(role)) {
          continue;
        }
        boolean fits =
            switch (role) {
              case UNIT -> share(column, recognizer::isUnit) >= MANY;
              case NATURE ->
                  share(column, cell -> recognizer.catalogue().nature(cell).isPresent()) >= MANY;
              case PUBLISHED -> share(column, cell -> isDay(cell)) >= MOST;
              default ->
                  share(column, recognizer::isNumber) < MANY
                      && (role != Role.SCOPE || content.get(column));
            };
        boolean unitByContent =
            role == Role.UNIT
                && headers.get(column).isEmpty()
                && share(column, recognizer::isUnit) >= MOST;
        if (says("role/" + role.id(), column) && fits || unitByContent) {
          give(role, column, "the header '" + last(column) + "'");
        }
      }
    }
  }

  private static boolean isDay(String cell) {
    return cell.strip().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}|unknown");
  }

  private void indicator(List<Integer> columns) {
    int best = -1;
    double bestScore = 0;
    for (int column : columns) {
      if (roles.containsValue(column) || share(column, recognizer::isNumber) >= MANY) {
        continue;
      }
      double known = share(column, cell -> recognizer.meaning(cell).isPresent());
      double score = known + (says("role/indicator", column) ? 1 : 0);
      if (score > bestScore && (known >= 0.3 || says("role/indicator", column))) {
        best = column;
        bestScore = score;
      }
    }
    if (best >= 0) {
      double known = share(best, cell -> recognizer.meaning(cell).isPresent());
      give(Role.INDICATOR, best, percent(known) + " name indicators of the catalogue");
    }
  }

  private void kind() {
    int named = -1;
    for (int column : values) {
      if (says("role/value", column)) {
        named = column;
        break;
      }
    }
    boolean single = values.size() == 1 && !recognizer.isPeriod(last(values.get(0)));
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
      give(Role.VALUE, value, "the header '" + last(value) + "'");
    } else {
      kind = "wide";
    }
  }

  private boolean isAcross(int column) {
    return recognizer.isArea(last(column)) || recognizer.isPeriod(last(column));
  }

  /** What the headers of the columns of values say, level by level. */
  private void across(SourceDraft source) {
    Set<Integer> depths =
        values.stream().map(column -> headers.get(column).size()).collect(Collectors.toSet());
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
            + names.get(values.isEmpty() ? found.firstColumn() : values.get(0))
            + "'";
  }

  /** What one level of the headers says; -1 for the whole path. */
  private Role level(int level) {
    List<String> texts = new ArrayList<>();
    for (int column : values) {
      List<String> path = headers.get(column);
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
    if (!has(Role.CITY)) {
      for (String place : places) {
        Area city = recognizer.cityIn(place);
        if (city != null && (fileCity == null || !city.code().equals(fileCity.code()))) {
          constant(Role.CITY, city.zh(), "named in '" + SourceDraft.shortened(place) + "'");
          break;
        }
      }
    }
    if (!has(Role.INDICATOR)) {
      places.stream()
          .filter(place -> term(place) != null)
          .findFirst()
          .ifPresent(
              place ->
                  constant(
                      Role.INDICATOR,
                      term(place),
                      "named in '" + SourceDraft.shortened(place) + "'"));
    }
    if (!has(Role.PERIOD)) {
      for (String place : places) {
        String year = recognizer.yearIn(place);
        if (year != null) {
          constant(Role.PERIOD, year, "named in '" + SourceDraft.shortened(place) + "'");
          break;
        }
      }
    }
    if (!has(Role.UNIT)) {
      for (String place : places) {
        String unit = SourceDraft.after(recognizer.catalogue().words("unit/before"), place);
        if (unit != null && recognizer.isUnit(unit)) {
          constant(Role.UNIT, unit, "the title says '" + SourceDraft.shortened(place) + "'");
          break;
        }
      }
    }
  }

  private void constant(Role role, String value, String reason) {
    constants.put(role.id(), value);
    reasons.put("constants/" + role.id(), reason);
  }

  /** The indicator that a title names: without year, area, numbering and 各市. */
  private String term(String title) {
    if (recognizer.meaning(title).isPresent()) {
      return title;
    }
    String plain = title.replaceAll("^附?[表图件]?\\s*[0-9一二三四五六七八九十]*[-—–.、_ 0-9]*", "");
    plain = plain.replaceAll("[(（]?(19|20)[0-9]{2}\\s*(年(末|底|度)?)?[-—–~至到]?[)）]?", "");
    plain = plain.replaceAll("^(末|底|全国|全省|分地区|各地区|各省市?|各地级?市|各设区市|各市州?|按地区分的?|按市分的?)+的?", "");
    for (int from = 0; from < plain.length() && from < 20; from++) {
      String rest = plain.substring(from).strip();
      for (String each : List.of(rest, rest.replaceAll("(情况|统计|一览|统计表|表|对比)+$", ""))) {
        if (each.length() > 1 && recognizer.meaning(each).isPresent()) {
          return each;
        }
      }
    }
    return null;
  }

  /** The province that all cities of the table are in: what its rows of totals are about. */
  private void total() {
    Integer city = roles.get(Role.CITY);
    if (city == null) {
      return;
    }
    Set<String> parents = new LinkedHashSet<>();
    boolean totals = false;
    for (List<String> cells : body.values()) {
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
    give(Role.NAME, name, "the header '" + last(name) + "'");
    give(Role.CITY, address, "the city stands in '" + last(address) + "'");
    if (grade >= 0) {
      give(Role.GRADE, grade, "the header '" + last(grade) + "'");
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
    Map<String, String> columns = new LinkedHashMap<>();
    roles.forEach((role, column) -> columns.put(role.id(), name(column)));
    draft.map(indent, "columns", columns, reasons);
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
            .filter(column -> !names.get(column).startsWith("∅"))
            .filter(column -> !roles.containsValue(column))
            .map(this::name)
            .toList();
    if (!ignore.isEmpty() && kind.equals("wide")) {
      draft.list(indent, "ignore", ignore, "no figures");
    }
  }

  private String kindReason() {
    return switch (kind) {
      case "long" -> "one value a row, under '" + last(values.get(0)) + "'";
      case "list" -> "one thing a row, no figures";
      default -> values.size() + " columns hold figures";
    };
  }

  private String name(int column) {
    return names.get(column).replaceAll("\\s+", " ").strip();
  }
}
