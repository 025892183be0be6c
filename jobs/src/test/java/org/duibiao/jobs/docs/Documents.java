package org.duibiao.jobs.docs;

import org.duibiao.markup.Resource;

/** What the generated documents share. */
final class Documents {

  private Documents() {}

  /** The part of a document that is written by hand; the generated part follows it. */
  static String template(String name) {
    return Resource.text(Documents.class, name);
  }

  /** A row of a Markdown table. */
  static void row(StringBuilder text, String... cells) {
    for (String cell : cells) {
      text.append("| ").append(cell.replace("|", "\\|")).append(' ');
    }
    text.append("|\n");
  }
}
