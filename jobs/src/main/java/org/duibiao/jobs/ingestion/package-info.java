/**
 * From the landing area to bronze and silver: plans which files to read, reads and normalizes them
 * in Spark tasks, commits the tables, and sums up what came of it.
 */
package org.duibiao.jobs.ingestion;
