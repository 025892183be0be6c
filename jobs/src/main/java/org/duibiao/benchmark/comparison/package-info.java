/**
 * Rates in, rows of gold.benchmarks, gold.benchmark_vintages and gold.hindsight out: cities against
 * a reference, ranks, years behind.
 */
package org.duibiao.benchmark.comparison;
