/**
 * The writer of Parquet data files: batches of columns come in, pages encoded by dictionary and run
 * length go out; see docs/design/performance.md for what it saves over parquet-java's own writer.
 */
package org.duibiao.warehouse.parquet;
