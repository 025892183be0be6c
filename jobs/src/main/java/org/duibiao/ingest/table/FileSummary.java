package org.duibiao.ingest.table;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a file holds, without its records.
 *
 * @param mediaType such as text/csv
 * @param charset how the text is encoded, or null if the file itself is not text
 * @param mappings the layouts in its columns; null for text
 * @param records how many records
 * @param values how many values in value positions, blank ones too
 */
public record FileSummary(
    String mediaType, String charset, ColumnMappings mappings, long records, long values) {

  /** What a file with one table holds. */
  static FileSummary ofTable(
      String mediaType, String charset, ColumnMapping mapping, long records) {
    ColumnMappings mappings = ColumnMappings.of(List.of(mapping));
    long values = records * mapping.values().size();
    return new FileSummary(mediaType, charset, mappings, records, values);
  }

  /** What a file with several parts holds: tables, and perhaps the text beside them. */
  public static FileSummary ofParts(List<FileSummary> parts) {
    FileSummary first = parts.get(0);
    if (parts.size() == 1) {
      return first;
    }
    Stream<ColumnMappings> tables =
        parts.stream().map(FileSummary::mappings).filter(Objects::nonNull);
    ColumnMappings mappings = ColumnMappings.of(tables.map(each -> each.part(0)).toList());
    long records = parts.stream().mapToLong(FileSummary::records).sum();
    long values = parts.stream().mapToLong(FileSummary::values).sum();
    return new FileSummary(first.mediaType, first.charset, mappings, records, values);
  }
}
