/**
 * Running text: made uniform with the offsets of the original, cut into paragraphs, its number
 * spans counted.
 */
package org.duibiao.ingest.text;
