/**
 * The tables beside the page: the indexed release comes in, CSV files, their Frictionless data
 * package and the spreadsheet go out.
 */
package org.duibiao.report.export;
