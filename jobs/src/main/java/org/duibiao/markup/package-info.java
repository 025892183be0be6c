/**
 * What the report, the notebooks and the command line print with: HTML that is escaped as it is
 * made, bilingual text, numbers, plain-text tables and SVG drawings. Values and templates come in,
 * safe markup and text go out; it knows units and bounds, but no table of the pipeline.
 */
package org.duibiao.markup;
