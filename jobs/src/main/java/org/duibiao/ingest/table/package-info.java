/**
 * From delimited text and from the grids of workbooks and pages to the records of tables, by the
 * layout of each; a record carries its locator.
 */
package org.duibiao.ingest.table;
