/**
 * The programs: Main for the command line and one small main class a job for spark-submit;
 * arguments come in, an exit code goes out. Everything else stands in the packages below this one,
 * which never import it.
 */
package org.duibiao.jobs;
