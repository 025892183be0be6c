/**
 * Analysts' notebooks: SQL in the source format of a Databricks workspace, executed cell by cell
 * and written as {@code .ipynb} and {@code .html}. Nothing here knows Spark: who runs a query is an
 * {@link org.duibiao.notebook.Engine}, its answer a {@link org.duibiao.notebook.Result}.
 */
package org.duibiao.notebook;
