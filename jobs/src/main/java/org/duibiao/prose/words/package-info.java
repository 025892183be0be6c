/**
 * Looks up words: the word lists, denominators, synonyms and time expressions of the catalogue, in
 * text that was normalized; takes text, gives the words in it and where they stand.
 */
package org.duibiao.prose.words;
