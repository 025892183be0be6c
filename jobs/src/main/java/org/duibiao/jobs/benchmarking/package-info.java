/**
 * From silver to gold: figures of readings, read in Spark tasks or handed over by the tasks that
 * wrote them, become the gold tables and a release.
 */
package org.duibiao.jobs.benchmarking;
