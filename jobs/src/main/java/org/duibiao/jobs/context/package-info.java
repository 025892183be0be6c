/**
 * What every job works with: settings, clock, catalogue, warehouse, Spark session, console and
 * status file, made once a run; knows no job.
 */
package org.duibiao.jobs.context;
