/**
 * From the records of a table to readings: one reading for every value in a value position, and the
 * counts of lists.
 */
package org.duibiao.normalize.table;
