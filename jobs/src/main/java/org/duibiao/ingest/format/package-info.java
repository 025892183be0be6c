/**
 * One reader for each format of files: workbooks and pages as grids of text, pages and documents as
 * running text.
 */
package org.duibiao.ingest.format;
