/**
 * One small main class a job: options, the stages in order, an exit code. What runs inside Spark
 * tasks is plain Java from the stages' own packages.
 */
package org.duibiao.jobs;
