/**
 * The Delta tables on disk: creates, reads, commits and queries what org.duibiao.tables declares.
 * Nothing else knows how files are written or committed.
 */
package org.duibiao.warehouse;
