package org.duibiao.catalogue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A file of the catalogue in CSV: its rows, each with the cells that are not blank. */
class CsvFile extends CheckedFile {

  private final List<String> header;

  /** The rows with as many cells as the header, but for blank ones. */
  final List<CheckedEntry> rows = new ArrayList<>();

  /** The codes of the other rows. */
  final List<String> otherCodes = new ArrayList<>();

  /** Whether the file can be read to its end. */
  boolean complete;

  /**
   * Reads a file.
   *
   * @param header its first line
   */
  CsvFile(String path, byte[] bytes, String header) {
    super(path);
    this.header = List.of(header.split(","));
    String text = decode(bytes);
    if (text != null) {
      complete = true;
      parse(text);
    }
  }

  private void parse(String text) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();
    int line = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord cells : parser) {
        add(line, cells.toList());
        line = (int) parser.getCurrentLineNumber() + 1;
      }
      if (line == 1) {
        incomplete(1, "the file is empty; its header is %s", String.join(",", header));
      }
    } catch (UncheckedIOException e) {
      incomplete(line, "not readable as CSV: %s", e.getCause().getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(int line, List<String> cells) {
    if (line == 1) {
      if (!cells.equals(header)) {
        String found = String.join(",", cells);
        incomplete(1, "the header is %s; it must be %s", found, String.join(",", header));
      }
    } else if (complete && (cells.size() > 1 || !cells.get(0).isBlank())) {
      String place = "/" + rows.size();
      lines.put(place, line);
      if (cells.size() == header.size()) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.size(); i++) {
          if (!cells.get(i).isBlank()) {
            row.put(header.get(i), cells.get(i).strip());
          }
        }
        rows.add(new CheckedEntry(this, place, row));
      } else {
        reportAtLine("", line, "%s cells; the header has %s", cells.size(), header.size());
        otherCodes.add(cells.get(0).strip());
      }
    }
  }

  private void incomplete(int line, String template, Object... args) {
    complete = false;
    reportAtLine("", line, template, args);
  }
}
