package org.duibiao.normalize.table;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.ingest.table.Binding;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.ingest.table.Layout.Role;
import org.duibiao.model.Digest;
import org.duibiao.model.code.SourceClass;
import org.duibiao.tables.Source;

/** The publications that the rows of a table come from: the file's, or what their columns say. */
final class RowSources {

  private final Source ofFile;
  private final Map<List<String>, Source> sources = new LinkedHashMap<>();

  RowSources(Source ofFile) {
    this.ofFile = ofFile;
  }

  /** Those that rows had, in order. */
  List<Source> all() {
    return List.copyOf(sources.values());
  }

  /** The publication of a row, or null if its own columns cannot be read. */
  Source of(Binding binding, FileRecord row) {
    String publisher = binding.cell(row, Role.PUBLISHER);
    String title = binding.cell(row, Role.TITLE);
    String published = binding.cell(row, Role.PUBLISHED);
    String url = binding.cell(row, Role.URL);
    String sourceClass = binding.cell(row, Role.CLASS);
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
    LocalDate date = ofFile.published();
    SourceClass ofClass = ofFile.sourceClass();
    try {
      if (!isBlank(published)) {
        date = day(published);
      }
      if (!isBlank(sourceClass)) {
        ofClass = SourceClass.of(sourceClass.strip());
      }
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return null;
    }
    Source source =
        new Source(
            own
                ? ofFile.sourceId() + "#" + Digest.id(key.toArray()).substring(0, 12)
                : ofFile.sourceId(),
            ofFile.path(),
            orElse(publisher, ofFile.publisher()),
            orElse(title, ofFile.title()),
            date,
            orElse(url, ofFile.url()),
            ofFile.licence(),
            ofClass,
            ofFile.transcribed());
    sources.put(key, source);
    return source;
  }

  /** What of the row's own columns says no source. */
  static String problem(Binding binding, FileRecord row) {
    String published = binding.cell(row, Role.PUBLISHED);
    try {
      if (!isBlank(published)) {
        day(published);
      }
    } catch (DateTimeParseException e) {
      return "published '"
          + published
          + "' is no date like 2024-04-28: correct it, or write unknown";
    }
    return "class '"
        + binding.cell(row, Role.CLASS)
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
