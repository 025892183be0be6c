package org.duibiao.model;

/** Maps the many forms of a character to one; full-width forms to ASCII. */
public final class CharacterFolding {

  private static final String WITHOUT_WIDTH = "\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF";

  private final char[] uniform = new char[Character.MAX_VALUE + 1];

  /**
   * A folding.
   *
   * @param control what control characters of ASCII become
   * @param classes in each the uniform character, and the characters that become it
   */
  public CharacterFolding(char control, String... classes) {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      uniform[c] = (char) (c < ' ' ? control : c >= '！' && c <= '～' ? c - '！' + '!' : c);
    }
    WITHOUT_WIDTH.chars().forEach(c -> uniform[c] = 0);
    for (String each : classes) {
      each.chars().skip(1).forEach(c -> uniform[c] = each.charAt(0));
    }
  }

  /** The uniform form of a character; 0 for one without width. */
  public char of(char c) {
    return uniform[c];
  }

  /** The uniform form of a text. */
  public String of(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = uniform[text.charAt(i)];
      if (c != 0) {
        folded.append(c);
      }
    }
    return folded.toString();
  }
}
