package org.duibiao.ingest;

/**
 * What a file holds, without its records.
 *
 * @param binding the layout in its columns; null for text
 * @param records how many records
 * @param values how many values in value positions, blank ones too
 */
record Contents(Binding binding, long records, long values) {}
