/**
 * The charts of the report: rows of the tables and names come in, SVG with a description in words
 * goes out. It knows the drawing kit of markup, but not how the rows of a release belong together.
 */
package org.duibiao.report.chart;
