package org.duibiao.ingest;

import java.util.List;

/**
 * A record as a reader found it.
 *
 * @param locator its place in the file, such as {@code row:17}
 * @param cells the cells of a table's row, in the order of the file's columns; there may be fewer
 *     or more than columns
 */
public record FileRecord(String locator, List<String> cells) {}
