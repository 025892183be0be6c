/**
 * From the bytes of a file to its records, one reader a media type: nothing is interpreted here,
 * and nothing that was read is lost.
 */
package org.duibiao.ingest;
