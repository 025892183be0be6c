/**
 * Running text to readings: takes the paragraphs of one document and its sidecar, passes each line
 * to the table or the sentence reader, and gives one reading for each number in it.
 */
package org.duibiao.prose;
