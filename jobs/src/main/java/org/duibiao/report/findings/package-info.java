/**
 * The statements that are made of a city first: the indexed release comes in, sentences ready to
 * quote, ranked by rule, with their caveats and the figures behind them, go out.
 */
package org.duibiao.report.findings;
