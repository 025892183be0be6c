package org.duibiao.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A file of the catalogue in CSV: its rows, and everything that is wrong in it. */
abstract class CsvFile {

  private final String path;
  private final List<String> header;
  private final List<Problem> problems = new ArrayList<>();

  /** The rows with as many cells as the header, but for blank ones. */
  final List<Row> rows = new ArrayList<>();

  /** The codes of the other rows. */
  final List<String> otherCodes = new ArrayList<>();

  /** Whether the file can be read to its end. */
  boolean complete = true;

  /** A row. */
  final class Row {
    final int line;
    private final CSVRecord cells;

    private Row(int line, CSVRecord cells) {
      this.line = line;
      this.cells = cells;
    }

    String cell(String column) {
      return cells.get(header.indexOf(column)).strip();
    }

    String textOrNull(String column) {
      return cell(column).isEmpty() ? null : cell(column);
    }

    String code() {
      return cell("code");
    }

    /** Reports a problem; the template has {@code %s} for each argument. */
    void report(String template, Object... args) {
      CsvFile.this.report(line, template, args);
    }

    @Override
    public String toString() {
      return code() + " " + cell("name_zh") + " (line " + line + ")";
    }
  }

  /**
   * Reads a file.
   *
   * @param header its first line
   */
  CsvFile(String path, byte[] bytes, String header) {
    this.path = path;
    this.header = List.of(header.split(","));
    try {
      parse(Utf8.decode(bytes));
    } catch (Utf8.NotUtf8Exception e) {
      unreadable(e.line(), e.getMessage());
    }
  }

  final List<Problem> problems() {
    return problems.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
  }

  private void parse(String text) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      int line = 1;
      try {
        Iterator<CSVRecord> records = parser.iterator();
        while (records.hasNext()) {
          add(line, records.next());
          line = (int) parser.getCurrentLineNumber() + 1;
        }
        if (line == 1) {
          unreadable(1, "the file is empty; its header is " + String.join(",", header));
        }
      } catch (UncheckedIOException e) {
        unreadable(line, "not readable as CSV: " + e.getCause().getMessage());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(int line, CSVRecord cells) {
    if (line == 1) {
      if (!cells.toList().equals(header)) {
        unreadable(
            1,
            "the header is %s; it must be %s",
            String.join(",", cells.toList()),
            String.join(",", header));
      }
    } else if (complete && (cells.size() > 1 || !cells.get(0).isBlank())) {
      if (cells.size() == header.size()) {
        rows.add(new Row(line, cells));
      } else {
        report(line, cells.size() + " cells; the header has " + header.size());
        otherCodes.add(cells.get(0).strip());
      }
    }
  }

  private void unreadable(int line, String template, Object... args) {
    complete = false;
    report(line, template, args);
  }

  private void report(int line, String template, Object... args) {
    problems.add(Problem.of(path, line, template, args));
  }
}
