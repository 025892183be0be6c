package org.duibiao.normalize.table;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.ingest.table.ColumnMapping;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.ingest.table.TableLayout.ColumnRole;
import org.duibiao.model.Digest;
import org.duibiao.model.code.Code;
import org.duibiao.model.code.SourceClass;
import org.duibiao.tables.Source;

/** The publications that the rows of a table come from: the file's, or what their columns say. */
final class RowSources {

  private final Source fileSource;
  private final Map<List<String>, Source> sources = new LinkedHashMap<>();

  RowSources(Source ofFile) {
    this.fileSource = ofFile;
  }

  /** Those that rows had, in order. */
  List<Source> all() {
    return List.copyOf(sources.values());
  }

  /** The publication of a row, or null if its own columns cannot be read. */
  Source sourceOf(ColumnMapping mapping, FileRecord row) {
    String publisher = mapping.cell(row, ColumnRole.PUBLISHER);
    String title = mapping.cell(row, ColumnRole.TITLE);
    String published = mapping.cell(row, ColumnRole.PUBLISHED);
    String url = mapping.cell(row, ColumnRole.URL);
    String sourceClass = mapping.cell(row, ColumnRole.CLASS);
    boolean own =
        !(isBlank(publisher)
            && isBlank(title)
            && isBlank(published)
            && isBlank(url)
            && isBlank(sourceClass));
    List<String> key =
        own ? Arrays.asList(publisher, title, published, url, sourceClass) : List.of();
    Source known = sources.get(key);
    if (known != null) {
      return known;
    }
    LocalDate date = fileSource.published();
    SourceClass ofClass = fileSource.sourceClass();
    try {
      if (!isBlank(published)) {
        date = day(published);
      }
      if (!isBlank(sourceClass)) {
        ofClass = Code.of(SourceClass.class, sourceClass.strip());
      }
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return null;
    }
    Source source =
        new Source(
            own
                ? fileSource.sourceId() + "#" + Digest.id(key.toArray()).substring(0, 12)
                : fileSource.sourceId(),
            fileSource.path(),
            orElse(publisher, fileSource.publisher()),
            orElse(title, fileSource.title()),
            date,
            orElse(url, fileSource.url()),
            fileSource.licence(),
            ofClass,
            fileSource.transcribed());
    sources.put(key, source);
    return source;
  }

  /** Which of the row's own columns cannot be read, and what to do. */
  static String problem(ColumnMapping mapping, FileRecord row) {
    String published = mapping.cell(row, ColumnRole.PUBLISHED);
    try {
      if (!isBlank(published)) {
        day(published);
      }
    } catch (DateTimeParseException e) {
      return "published '"
          + published
          + "' is not a date like 2024-04-28: correct it, or write unknown";
    }
    return "class '"
        + mapping.cell(row, ColumnRole.CLASS)
        + "' is none of census, yearbook, bulletin, report, news, unverified: correct it";
  }

  private static LocalDate day(String published) {
    String text = published.strip();
    return text.equals("unknown") ? null : LocalDate.parse(text);
  }

  private static String orElse(String text, String other) {
    return isBlank(text) ? other : text.strip();
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
