/**
 * A release as files: the one way into the report. A ReportInput comes in, names and bytes go out:
 * the HTML page, the tables as CSV with their data package, the spreadsheet, a one-page brief a
 * city.
 */
package org.duibiao.report;
