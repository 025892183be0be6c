/**
 * What the text of one cell, header or title says besides a number: period, unit, area, term; texts
 * and the catalogue come in, parsed periods, units, areas and meanings go out.
 */
package org.duibiao.normalize.cell;
