/**
 * The charts of the report: figures, names and verdicts come in, SVG with a description in words
 * goes out. It knows the drawing kit of markup, but nothing of a release.
 */
package org.duibiao.report.chart;
