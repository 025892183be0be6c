/**
 * The closed vocabularies: every set of words that a column or a catalogue file may hold, each an
 * enum whose id() is the stored text. Depends on nothing.
 */
package org.duibiao.model.code;
