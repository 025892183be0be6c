package org.duibiao.catalogue;

import java.util.Locale;

/**
 * Something that is wrong in a file.
 *
 * @param file the file as users name it
 * @param line the line, from 1; 0 for the file as a whole
 * @param text what is wrong and what to do
 */
record Problem(String file, int line, String text) {

  /**
   * A problem in words.
   *
   * @param template with {@code %s} for each argument
   */
  static Problem of(String file, int line, String template, Object... args) {
    return new Problem(
        file, line, args.length == 0 ? template : String.format(Locale.ROOT, template, args));
  }

  /** A problem is one line, whatever the value that it quotes. */
  Problem {
    text = text.replaceAll("\\p{Cntrl}+", " ");
  }

  @Override
  public String toString() {
    return line > 0 ? file + ":" + line + ": " + text : file + ": " + text;
  }
}
