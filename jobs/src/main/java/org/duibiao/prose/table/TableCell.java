package org.duibiao.prose.table;

import org.duibiao.prose.words.Characters;

/**
 * A cell of a table that became text.
 *
 * @param start its place in the document, in code points
 * @param end after its last character
 * @param text what it says, as it is read: uniform, its synonyms mapped back; empty if nothing
 */
record TableCell(int start, int end, String text) {

  boolean isBlank() {
    return text.isEmpty();
  }

  /** The cell that two make that stand one after the other. */
  TableCell join(TableCell next) {
    return new TableCell(start, next.end, text + next.text);
  }

  /** Whether it has a Chinese character that is no numeral. */
  boolean hasWord() {
    return text.chars()
        .anyMatch(c -> Characters.isChinese((char) c) && !Characters.isNumeral((char) c));
  }

  boolean hasDigit() {
    return text.chars().anyMatch(c -> c >= '0' && c <= '9');
  }
}
