/**
 * Reads sentences: takes a paragraph and what is known of its document, and gives for each number a
 * mention with its unit, noun phrase, area, time, status and measure, or the reason why it is no
 * statistic.
 */
package org.duibiao.prose.sentence;
