/**
 * Running text to figures: a grammar over numbers, units, nouns, areas, times and cues. Its words
 * are data ({@code lexicon.yaml}, {@code synonyms.yaml}, the names in the catalogue); what is said
 * of a figure can be explained word by word.
 */
package org.duibiao.prose;
