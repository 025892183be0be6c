/**
 * The Delta tables: the one place that declares, creates, reads, writes and publishes them. Nothing
 * else knows how files are written or committed.
 */
package org.duibiao.warehouse;
