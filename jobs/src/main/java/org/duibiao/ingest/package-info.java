/**
 * The two ways in: a file of the landing area is opened as its sidecar says, or previewed without
 * one.
 */
package org.duibiao.ingest;
