/**
 * The one-page brief of a city for Word and LibreOffice: the indexed release comes in, a DOCX file
 * of one A4 page goes out.
 */
package org.duibiao.report.brief;
