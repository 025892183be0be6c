/**
 * From a release to the files of its report: reads the tables at the release's versions and writes
 * what org.duibiao.report renders.
 */
package org.duibiao.jobs.reporting;
