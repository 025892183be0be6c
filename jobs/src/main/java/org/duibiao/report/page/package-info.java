/**
 * The HTML page, a class a section: the indexed release comes in, one self-contained HTML file goes
 * out.
 */
package org.duibiao.report.page;
