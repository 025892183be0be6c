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
import org.duibiao.model.code.Code;

/** Reads {@code areas.csv}. */
final class AreasFile extends CsvFile {

  private static final List<String> LEVELS =
      Arrays.stream(AreaLevel.values()).map(AreaLevel::id).toList();

  private final Map<String, Row> byCode = new TreeMap<>();
  private final Map<String, Row> byName = new HashMap<>();

  AreasFile(String path, byte[] bytes) {
    super(path, bytes, "code,level,name_zh,name_en,aliases,parent,valid_from,valid_to,successor");
    for (Row row : rows) {
      Row taken = byCode.putIfAbsent(row.code(), row);
      if (taken != null) {
        row.report("code '" + row.code() + "' is taken by " + taken + "; a code stands once");
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
    return byCode.values().stream().map(this::area).toList();
  }

  private void check(Row row) {
    if (!row.code().matches("[0-9]{6}")) {
      row.report("code '" + row.code() + "' is not a code of six digits, such as 440300");
    }
    checkLevel(row);
    checkNames(row);
    LocalDate from = date(row, "valid_from");
    LocalDate to = date(row, "valid_to");
    if (from != null && to != null && from.isAfter(to)) {
      row.report("valid_from " + from + " is after valid_to " + to);
    }
    checkSuccessor(row);
  }

  private void checkLevel(Row row) {
    String level = row.cell("level");
    if (!LEVELS.contains(level)) {
      row.report(
          "level '%s' is not one of %s%s",
          level, String.join(", ", LEVELS), TypoHint.hint(level, LEVELS));
      return;
    }
    String parent = row.cell("parent");
    boolean nation = level.equals(AreaLevel.NATION.id());
    if (parent.isEmpty() != nation) {
      row.report(
          nation
              ? "the nation has the parent '" + parent + "'; leave it blank"
              : "parent is blank; name the code of the area around it");
    } else if (!nation && checkCode(row, "parent")) {
      Row around = byCode.get(parent);
      if (around != null && LEVELS.indexOf(around.cell("level")) >= LEVELS.indexOf(level)) {
        row.report("parent " + around + " is not of a higher level than " + level);
      }
    }
  }

  private void checkNames(Row row) {
    for (String column : List.of("name_zh", "name_en")) {
      if (row.cell(column).isEmpty()) {
        row.report(column + " is blank");
      }
    }
    checkName(row, row.code());
    checkName(row, row.cell("name_zh"));
    Set<String> names = new HashSet<>(List.of(row.cell("name_zh")));
    for (String alias : aliases(row)) {
      if (alias.isBlank()) {
        row.report("a blank alias; remove a | from '" + row.cell("aliases") + "'");
      } else if (names.add(alias)) {
        checkName(row, alias);
      } else {
        row.report("name '" + alias + "' stands twice in the row; name_zh is not an alias");
      }
    }
  }

  private void checkName(Row row, String name) {
    Row other = name.isEmpty() ? null : byName.putIfAbsent(Terms.key(name), row);
    // Another spelling of the same is listed for the reader: Hulun Buir beside Hulunbuir.
    if (other != null && other != row && !name.equals(row.code())) {
      row.report("name '" + name + "' is also a name of " + other + "; it may have one");
    }
  }

  private void checkSuccessor(Row row) {
    String successor = row.cell("successor");
    if (successor.isEmpty() || !checkCode(row, "successor")) {
      return;
    }
    if (row.cell("valid_to").isEmpty()) {
      row.report("successor " + successor + " without valid_to; add the last day");
    }
    Set<String> passed = new HashSet<>();
    for (Row at = row; at != null; at = byCode.get(at.cell("successor"))) {
      if (!passed.add(at.code())) {
        if (at == row) {
          row.report("successor " + successor + " leads back to " + row.code());
        }
        return;
      }
    }
  }

  private boolean checkCode(Row row, String column) {
    String code = row.cell(column);
    if (byCode.containsKey(code)) {
      return true;
    }
    row.report(column + " '" + code + "' is not the code of a row; add it or correct it");
    return false;
  }

  private Area area(Row row) {
    return new Area(
        row.code(),
        Code.of(AreaLevel.class, row.cell("level")),
        row.cell("name_zh"),
        row.cell("name_en"),
        aliases(row),
        row.textOrNull("parent"),
        date(row, "valid_from"),
        date(row, "valid_to"),
        row.textOrNull("successor"));
  }

  private static List<String> aliases(Row row) {
    String cell = row.cell("aliases");
    return cell.isEmpty()
        ? List.of()
        : Arrays.stream(cell.split("\\|", -1)).map(String::strip).toList();
  }

  /** A date, or null: without one, or if it is reported. */
  private static LocalDate date(Row row, String column) {
    try {
      return row.cell(column).isEmpty() ? null : LocalDate.parse(row.cell(column));
    } catch (DateTimeParseException e) {
      row.report(
          "%s '%s' is not a date such as 2019-01-09; or leave it blank", column, row.cell(column));
      return null;
    }
  }
}
