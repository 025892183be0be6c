/**
 * Selected values in, rates out: numerator over the right denominator, their intervals, and where a
 * series of rates is broken.
 */
package org.duibiao.benchmark.rate;
