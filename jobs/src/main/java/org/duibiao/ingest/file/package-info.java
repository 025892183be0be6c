/**
 * The bytes of a file before anything is read of them: which charset, how much is taken at most.
 */
package org.duibiao.ingest.file;
