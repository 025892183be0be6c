/**
 * Observations in, in any order and partition; out comes the one selected value per city, indicator
 * and year with the figures that contradict it, and the figures of targets.
 */
package org.duibiao.benchmark.selection;
