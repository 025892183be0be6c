/**
 * Reads tables that were flattened into lines of text: takes lines, finds header, rows and columns,
 * and gives a mention for each number in them; lines of no table are passed on.
 */
package org.duibiao.prose.table;
