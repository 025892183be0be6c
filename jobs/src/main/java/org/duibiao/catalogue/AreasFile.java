package org.duibiao.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.duibiao.model.Area;
import org.duibiao.model.code.AreaLevel;
import org.duibiao.model.code.Code;

/** Reads {@code areas.csv}. */
final class AreasFile {

  static final List<String> HEADER =
      List.of(
          "code",
          "level",
          "name_zh",
          "name_en",
          "aliases",
          "parent",
          "valid_from",
          "valid_to",
          "successor");
  private static final List<String> LEVELS =
      Arrays.stream(AreaLevel.values()).map(AreaLevel::id).toList();

  private final String path;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Row> byCode = new TreeMap<>();
  private final Map<String, Row> byName = new HashMap<>();
  private boolean complete = true;

  /** A row with as many cells as the header. */
  private record Row(int line, CSVRecord cells) {
    String cell(String column) {
      return cells.get(HEADER.indexOf(column)).strip();
    }

    String code() {
      return cell("code");
    }

    @Override
    public String toString() {
      return code() + " " + cell("name_zh") + " (line " + line + ")";
    }
  }

  private AreasFile(String path) {
    this.path = path;
  }

  static AreasFile read(String path, byte[] bytes) {
    AreasFile file = new AreasFile(path);
    try {
      file.parse(Utf8.decode(bytes));
    } catch (Utf8.NotUtf8Exception e) {
      file.unreadable(e.line(), e.getMessage());
    }
    return file;
  }

  List<Problem> problems() {
    return problems.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
  }

  /** The codes, or null if not all of them are known because the file cannot be read. */
  Set<String> codes() {
    return complete ? byCode.keySet() : null;
  }

  /** The areas by code; valid only if there are no problems. */
  List<Area> areas() {
    return byCode.values().stream().map(this::area).toList();
  }

  private void parse(String text) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      int line = 1;
      try {
        var records = parser.iterator();
        while (records.hasNext()) {
          add(line, records.next());
          line = (int) parser.getCurrentLineNumber() + 1;
        }
        if (line == 1) {
          unreadable(1, "the file is empty; its header is " + String.join(",", HEADER));
        }
      } catch (UncheckedIOException e) {
        unreadable(line, "not readable as CSV: " + e.getCause().getMessage());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows.forEach(this::check);
  }

  private void add(int line, CSVRecord cells) {
    if (line == 1) {
      if (!cells.toList().equals(HEADER)) {
        unreadable(
            1,
            "the header is %s; it must be %s",
            String.join(",", cells.toList()),
            String.join(",", HEADER));
      }
      return;
    }
    if (!complete || (cells.size() == 1 && cells.get(0).isBlank())) {
      return;
    }
    if (cells.size() != HEADER.size()) {
      report(line, cells.size() + " cells; the header has " + HEADER.size());
      byCode.putIfAbsent(cells.get(0).strip(), null);
      return;
    }
    Row row = new Row(line, cells);
    rows.add(row);
    Row taken = byCode.putIfAbsent(row.code(), row);
    if (taken != null) {
      report(line, "code '" + row.code() + "' is taken by " + taken + "; a code stands once");
    }
  }

  private void check(Row row) {
    if (!row.code().matches("[0-9]{6}")) {
      report(row.line(), "code '" + row.code() + "' is not a code of six digits, such as 440300");
    }
    checkLevel(row);
    checkNames(row);
    LocalDate from = checkDate(row, "valid_from");
    LocalDate to = checkDate(row, "valid_to");
    if (from != null && to != null && from.isAfter(to)) {
      report(row.line(), "valid_from " + from + " is after valid_to " + to);
    }
    checkSuccessor(row);
  }

  private void checkLevel(Row row) {
    String level = row.cell("level");
    if (!LEVELS.contains(level)) {
      report(
          row.line(),
          "level '%s' is not one of %s%s",
          level,
          String.join(", ", LEVELS),
          TypoHint.hint(level, LEVELS));
      return;
    }
    String parent = row.cell("parent");
    boolean nation = level.equals(AreaLevel.NATION.id());
    if (parent.isEmpty() != nation) {
      report(
          row.line(),
          nation
              ? "the nation has the parent '" + parent + "'; leave it blank"
              : "parent is blank; name the code of the area around it");
    } else if (!nation && checkCode(row, "parent")) {
      Row around = byCode.get(parent);
      if (around != null && LEVELS.indexOf(around.cell("level")) >= LEVELS.indexOf(level)) {
        report(row.line(), "parent " + around + " is not of a higher level than " + level);
      }
    }
  }

  private void checkNames(Row row) {
    for (String column : List.of("name_zh", "name_en")) {
      if (row.cell(column).isEmpty()) {
        report(row.line(), column + " is blank");
      }
    }
    checkName(row, row.code());
    checkName(row, row.cell("name_zh"));
    Set<String> aliases = new HashSet<>(List.of(row.cell("name_zh")));
    for (String alias : aliases(row)) {
      if (!alias.isBlank() && !aliases.add(alias)) {
        report(row.line(), "name '" + alias + "' stands twice in the row; name_zh is not an alias");
      } else if (alias.isBlank()) {
        report(row.line(), "a blank alias; remove a | from '" + row.cell("aliases") + "'");
      } else {
        checkName(row, alias);
      }
    }
  }

  private void checkName(Row row, String name) {
    Row other = name.isEmpty() ? null : byName.putIfAbsent(Terms.key(name), row);
    // Another spelling of the same is listed for the reader: Hulun Buir beside Hulunbuir.
    if (other != null && other != row && !name.equals(row.code())) {
      report(row.line(), "name '" + name + "' is also a name of " + other + "; it may have one");
    }
  }

  private LocalDate checkDate(Row row, String column) {
    try {
      return date(row, column);
    } catch (DateTimeParseException e) {
      report(
          row.line(),
          "%s '%s' is not a date such as 2019-01-09; or leave it blank",
          column,
          row.cell(column));
      return null;
    }
  }

  private void checkSuccessor(Row row) {
    String successor = row.cell("successor");
    if (successor.isEmpty() || !checkCode(row, "successor")) {
      return;
    }
    if (row.cell("valid_to").isEmpty()) {
      report(row.line(), "successor " + successor + " without valid_to; add the last day");
    }
    Set<String> passed = new HashSet<>();
    for (Row at = row; at != null; at = byCode.get(at.cell("successor"))) {
      if (!passed.add(at.code())) {
        if (at == row) {
          report(row.line(), "successor " + successor + " leads back to " + row.code());
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
    report(row.line(), column + " '" + code + "' is not the code of a row; add it or correct it");
    return false;
  }

  private Area area(Row row) {
    return new Area(
        row.code(),
        Code.of(AreaLevel.class, row.cell("level")),
        row.cell("name_zh"),
        row.cell("name_en"),
        aliases(row),
        textOrNull(row, "parent"),
        date(row, "valid_from"),
        date(row, "valid_to"),
        textOrNull(row, "successor"));
  }

  private static List<String> aliases(Row row) {
    String cell = row.cell("aliases");
    return cell.isEmpty()
        ? List.of()
        : Arrays.stream(cell.split("\\|", -1)).map(String::strip).toList();
  }

  private static String textOrNull(Row row, String column) {
    return row.cell(column).isEmpty() ? null : row.cell(column);
  }

  private static LocalDate date(Row row, String column) {
    return row.cell(column).isEmpty() ? null : LocalDate.parse(row.cell(column));
  }

  private void unreadable(int line, String template, Object... args) {
    complete = false;
    report(line, template, args);
  }

  private void report(int line, String template, Object... args) {
    problems.add(Problem.of(path, line, template, args));
  }
}
