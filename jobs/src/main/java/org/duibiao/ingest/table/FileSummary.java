package org.duibiao.ingest.table;

/**
 * What a file holds, without its records.
 *
 * @param mappings the layouts in its columns; null for text
 * @param records how many records
 * @param values how many values in value positions, blank ones too
 */
public record FileSummary(ColumnMappings mappings, long records, long values) {}
