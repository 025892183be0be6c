/**
 * What waits for a catalogue entry: the figures under each unknown term, the entry proposed for
 * them, and the edit of the catalogue that accepts it.
 */
package org.duibiao.jobs.reviewing;
