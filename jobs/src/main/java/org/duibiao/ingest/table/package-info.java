/**
 * From delimited text, workbooks and web pages to the records of tables, by the layout of each:
 * grids of cells come in, records with locators go out.
 */
package org.duibiao.ingest.table;
