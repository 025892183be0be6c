/**
 * A city by itself over time: rows of gold.targets, gold.trends and gold.coverage from selected
 * values and rates.
 */
package org.duibiao.benchmark.progress;
