package org.duibiao.catalogue;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.duibiao.model.Area;
import org.duibiao.model.code.AreaLevel;

/** Reads {@code areas.csv}, and the districts of its cities from {@code districts.csv}. */
final class AreasFile extends CsvFile {

  /** The header of {@code districts.csv}. */
  static final String DISTRICTS = "code,name_zh,parent";

  private static final String CODE = "[0-9]{6}";
  private static final List<String> LEVELS =
      Arrays.stream(AreaLevel.values()).map(AreaLevel::id).toList();

  private final Map<String, CheckedEntry> byCode = new TreeMap<>();
  private final Map<String, CheckedEntry> byName = new HashMap<>();

  AreasFile(String path, byte[] bytes) {
    super(path, bytes, "code,level,name_zh,name_en,aliases,parent,valid_from,valid_to,successor");
    for (CheckedEntry row : rows) {
      CheckedEntry taken = byCode.putIfAbsent(code(row), row);
      if (taken != null) {
        row.report("code '%s' is taken by %s; a code stands once", code(row), said(taken));
      }
    }
    otherCodes.forEach(code -> byCode.putIfAbsent(code, null));
    rows.forEach(this::check);
  }

  /** The codes, or null if not all of them are known because the file cannot be read. */
  Set<String> codes() {
    return complete ? byCode.keySet() : null;
  }

  /** The areas by code; valid only if there are no problems. */
  List<Area> areas() {
    return byCode.values().stream().map(AreasFile::area).toList();
  }

  /**
   * The districts and counties of the cities by code, by which alone they are told apart: the same
   * name stands in several cities. Valid only if there are no problems.
   *
   * @param codes the codes of {@code areas.csv}, or null if they are not known
   */
  static List<Area> districts(CsvFile districts, Set<String> codes) {
    Map<String, Area> byCode = new TreeMap<>();
    for (CheckedEntry row : districts.rows) {
      String code = code(row);
      String name = row.text("name_zh");
      String parent = row.text("parent");
      if (!code.matches(CODE)) {
        row.report("code '%s' is not a code of six digits, such as 370202", code);
      } else if (byCode.containsKey(code) || codes != null && codes.contains(code)) {
        row.report("code '%s' is taken; a code stands once in districts.csv and areas.csv", code);
      } else if (name.isEmpty()) {
        row.report("name_zh is blank");
      } else if (codes != null && !codes.contains(parent)) {
        row.report("parent '%s' is not in areas.csv; add it or correct it", parent);
      } else {
        byCode.put(
            code,
            new Area(code, AreaLevel.COUNTY, name, name, List.of(), parent, null, null, null));
      }
    }
    return List.copyOf(byCode.values());
  }

  private void check(CheckedEntry row) {
    if (!code(row).matches(CODE)) {
      row.report("code '%s' is not a code of six digits, such as 440300", code(row));
    }
    checkLevel(row);
    checkNames(row);
    LocalDate from = date(row, "valid_from");
    LocalDate to = date(row, "valid_to");
    if (from != null && to != null && from.isAfter(to)) {
      row.report("valid_from %s is after valid_to %s", from, to);
    }
    checkSuccessor(row);
  }

  private void checkLevel(CheckedEntry row) {
    String level = row.text("level");
    String parent = row.text("parent");
    boolean nation = level.equals(AreaLevel.NATION.id());
    if (!LEVELS.contains(level)) {
      row.report(
          "level '%s' is not one of %s%s",
          level, String.join(", ", LEVELS), TypoHint.hint(level, LEVELS));
    } else if (nation && !parent.isEmpty()) {
      row.report("the nation has the parent '%s'; leave it blank", parent);
    } else if (!nation && parent.isEmpty()) {
      row.report("parent is blank; name the code of the area around it");
    } else if (!nation && checkCode(row, "parent")) {
      CheckedEntry around = byCode.get(parent);
      if (around != null && LEVELS.indexOf(around.text("level")) >= LEVELS.indexOf(level)) {
        row.report("parent %s is not of a higher level than %s", said(around), level);
      }
    }
  }

  private void checkNames(CheckedEntry row) {
    for (String column : List.of("name_zh", "name_en")) {
      if (!row.has(column)) {
        row.report(column + " is blank");
      }
    }
    checkName(row, code(row));
    checkName(row, row.text("name_zh"));
    Set<String> names = new HashSet<>(List.of(row.text("name_zh")));
    for (String alias : aliases(row)) {
      if (alias.isBlank()) {
        row.report("a blank alias; remove a | from '%s'", row.text("aliases"));
      } else if (names.add(alias)) {
        checkName(row, alias);
      } else {
        row.report("name '%s' stands twice in the row; name_zh is not an alias", alias);
      }
    }
  }

  private void checkName(CheckedEntry row, String name) {
    CheckedEntry other = name.isEmpty() ? null : byName.putIfAbsent(Terms.key(name), row);
    // Another spelling of the same is listed for the reader: Hulun Buir beside Hulunbuir.
    if (other != null && other != row && !name.equals(code(row))) {
      row.report("name '%s' is also a name of %s; it may have one", name, said(other));
    }
  }

  private void checkSuccessor(CheckedEntry row) {
    if (!row.has("successor") || !checkCode(row, "successor")) {
      return;
    }
    String successor = row.text("successor");
    if (!row.has("valid_to")) {
      row.report("successor %s without valid_to; add the last day", successor);
    }
    Set<String> passed = new HashSet<>();
    CheckedEntry at = row;
    while (at != null && passed.add(code(at))) {
      at = byCode.get(at.text("successor"));
    }
    if (at == row) {
      row.report("successor %s leads back to %s", successor, code(row));
    }
  }

  private boolean checkCode(CheckedEntry row, String column) {
    boolean known = byCode.containsKey(row.text(column));
    if (!known) {
      row.report(
          "%s '%s' is not the code of a row; add it or correct it", column, row.text(column));
    }
    return known;
  }

  private static Area area(CheckedEntry row) {
    return new Area(
        code(row),
        row.code("level", AreaLevel.class, null),
        row.text("name_zh"),
        row.text("name_en"),
        aliases(row),
        row.textOrNull("parent"),
        date(row, "valid_from"),
        date(row, "valid_to"),
        row.textOrNull("successor"));
  }

  private static String code(CheckedEntry row) {
    return row.text("code");
  }

  private static String said(CheckedEntry row) {
    return code(row) + " " + row.text("name_zh") + " (line " + row.line() + ")";
  }

  private static List<String> aliases(CheckedEntry row) {
    return row.has("aliases")
        ? Arrays.stream(row.text("aliases").split("\\|", -1)).map(String::strip).toList()
        : List.of();
  }

  /** A date, or null: without one, or if it is reported. */
  private static LocalDate date(CheckedEntry row, String column) {
    try {
      return row.has(column) ? LocalDate.parse(row.text(column)) : null;
    } catch (DateTimeParseException e) {
      row.report(
          "%s '%s' is not a date such as 2019-01-09; or leave it blank", column, row.text(column));
      return null;
    }
  }
}
