/**
 * From records to readings: text to numbers, units, periods, areas and indicators by the catalogue.
 * What cannot be placed becomes a candidate with its term, what cannot be read a reject with a
 * reason.
 */
package org.duibiao.normalize;
