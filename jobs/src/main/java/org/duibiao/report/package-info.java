/**
 * A release as things to hand over: one page in Chinese and English that opens from disk, and the
 * same as CSV. Plain Java: what goes in is {@link org.duibiao.report.ReportInput}, what comes out
 * is names and bytes.
 *
 * <p>Markup is only ever made by {@link org.duibiao.report.Html}, which escapes what it is given;
 * text that a reader sees is a {@link org.duibiao.report.Text}, in both languages.
 */
package org.duibiao.report;
