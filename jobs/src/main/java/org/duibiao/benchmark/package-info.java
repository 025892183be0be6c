/**
 * Confidence intervals for counts, rates and proportions, with formula and source: numbers in, an
 * interval out. The bottom of the packages below it.
 */
package org.duibiao.benchmark;
