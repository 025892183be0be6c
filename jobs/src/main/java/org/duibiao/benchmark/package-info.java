/**
 * From observations to gold rows: which of several published figures is used and why ({@link
 * org.duibiao.benchmark.ValueChooser}), and how cities stand against a reference in rates that are
 * built from them ({@link org.duibiao.benchmark.BenchmarkTable}).
 *
 * <p>Plain Java without Spark, clock or locale. The same figures give the same rows, in whatever
 * order and partition they arrive. Arithmetic is exact; only the last step of a rate goes to {@code
 * double}, and no row holds NaN or an infinity.
 */
package org.duibiao.benchmark;
