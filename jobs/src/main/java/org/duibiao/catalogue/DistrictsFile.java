package org.duibiao.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.duibiao.model.Area;
import org.duibiao.model.code.AreaLevel;

/**
 * Reads {@code districts.csv}: the districts and counties of the cities. They are told apart by
 * code alone: the same name stands in several cities.
 */
final class DistrictsFile {

  static final List<String> HEADER = List.of("code", "name_zh", "parent");

  private final String path;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Area> byCode = new TreeMap<>();

  private DistrictsFile(String path) {
    this.path = path;
  }

  /**
   * Reads the file.
   *
   * @param areas the codes of {@code areas.csv}, or null if they are not known
   */
  static DistrictsFile read(String path, byte[] bytes, Set<String> areas) {
    DistrictsFile file = new DistrictsFile(path);
    try {
      file.parse(Utf8.decode(bytes), areas);
    } catch (Utf8.NotUtf8Exception e) {
      file.report(e.line(), e.getMessage());
    }
    return file;
  }

  List<Problem> problems() {
    return problems;
  }

  /** The districts by code; valid only if there are no problems. */
  List<Area> districts() {
    return List.copyOf(byCode.values());
  }

  private void parse(String text, Set<String> areas) {
    try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.DEFAULT)) {
      int line = 0;
      for (CSVRecord cells : parser) {
        line++;
        if (line == 1) {
          if (!cells.toList().equals(HEADER)) {
            report(1, "the header must be " + String.join(",", HEADER));
            return;
          }
        } else if (cells.size() != HEADER.size()) {
          report(line, cells.size() + " cells; the header has " + HEADER.size());
        } else {
          add(line, cells.get(0).strip(), cells.get(1).strip(), cells.get(2).strip(), areas);
        }
      }
    } catch (UncheckedIOException e) {
      report(0, "not readable as CSV: " + e.getCause().getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(int line, String code, String name, String parent, Set<String> areas) {
    if (!code.matches("[0-9]{6}")) {
      report(line, "code '" + code + "' is not a code of six digits, such as 370202");
    } else if (byCode.containsKey(code) || areas != null && areas.contains(code)) {
      report(
          line, "code '" + code + "' is taken; a code stands once in districts.csv and areas.csv");
    } else if (name.isEmpty()) {
      report(line, "name_zh is blank");
    } else if (areas != null && !areas.contains(parent)) {
      report(line, "parent '" + parent + "' is not in areas.csv; add it or correct it");
    } else {
      byCode.put(
          code, new Area(code, AreaLevel.COUNTY, name, name, List.of(), parent, null, null, null));
    }
  }

  private void report(int line, String template, Object... args) {
    problems.add(Problem.of(path, line, template, args));
  }
}
