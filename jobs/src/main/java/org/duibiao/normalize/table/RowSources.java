package org.duibiao.normalize.table;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.ingest.table.ColumnMapping;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.ingest.table.TableLayout.ColumnRole;
import org.duibiao.model.Digest;
import org.duibiao.model.code.Code;
import org.duibiao.model.code.SourceClass;
import org.duibiao.tables.Source;

/** The publications that the rows of a table come from: the file's, or what their columns say. */
final class RowSources {

  /** What a row may say of its publication. */
  private static final List<ColumnRole> OWN =
      List.of(
          ColumnRole.PUBLISHER,
          ColumnRole.TITLE,
          ColumnRole.PUBLISHED,
          ColumnRole.URL,
          ColumnRole.CLASS);

  private final Source fileSource;
  private final Map<List<String>, Source> sources = new LinkedHashMap<>();

  RowSources(Source ofFile) {
    this.fileSource = ofFile;
  }

  /** Those that rows had, in order. */
  List<Source> all() {
    return List.copyOf(sources.values());
  }

  /**
   * The publication of a row.
   *
   * @throws IllegalArgumentException if its own columns cannot be read; the message says which, and
   *     what to do
   */
  Source sourceOf(ColumnMapping mapping, FileRecord row) {
    List<String> said = OWN.stream().map(role -> mapping.cell(row, role)).toList();
    boolean own = !said.stream().allMatch(ValueInterpreter::isBlank);
    return sources.computeIfAbsent(own ? said : List.of(), this::source);
  }

  private Source source(List<String> said) {
    if (said.isEmpty()) {
      return fileSource;
    }
    String published = said.get(2);
    String sourceClass = said.get(4);
    return new Source(
        fileSource.sourceId() + "#" + Digest.id(said.toArray()).substring(0, 12),
        fileSource.path(),
        orElse(said.get(0), fileSource.publisher()),
        orElse(said.get(1), fileSource.title()),
        ValueInterpreter.isBlank(published) ? fileSource.published() : day(published),
        orElse(said.get(3), fileSource.url()),
        fileSource.licence(),
        ValueInterpreter.isBlank(sourceClass) ? fileSource.sourceClass() : sourceClass(sourceClass),
        fileSource.transcribed());
  }

  private static SourceClass sourceClass(String id) {
    try {
      return Code.of(SourceClass.class, id.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "class '"
              + id
              + "' is none of census, yearbook, bulletin, report, news, unverified: correct it",
          e);
    }
  }

  private static LocalDate day(String published) {
    try {
      return Sidecar.dayOfPublication(published.strip());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "published '"
              + published
              + "' is not a date like 2024-04-28, nor a month or a year: correct it, or write"
              + " unknown",
          e);
    }
  }

  private static String orElse(String text, String other) {
    return ValueInterpreter.isBlank(text) ? other : text.strip();
  }
}
