/**
 * The files of the landing area and what the YAML beside them says: publication, layouts,
 * corrections.
 */
package org.duibiao.ingest.sidecar;
