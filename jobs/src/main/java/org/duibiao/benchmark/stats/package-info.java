/**
 * Statistics that know no city: the interval of a rate, the test of two rates, the range a printed
 * figure leaves open, the Theil–Sen slope, the last rounding to double.
 */
package org.duibiao.benchmark.stats;
