package org.duibiao.notebook;

/**
 * A cell of a notebook.
 *
 * @param number its place in the notebook, from 1
 * @param title what its DBTITLE says, or null
 * @param hasHeading whether a workspace shows the title above the cell
 * @param language {@code sql}, {@code md}, or what its magic names
 * @param source its text, without DBTITLE, MAGIC and the magic itself
 */
record NotebookCell(int number, String title, boolean hasHeading, String language, String source) {

  static final String SQL = "sql";
  static final String MARKDOWN = "md";

  boolean isMarkdown() {
    return language.equals(MARKDOWN);
  }

  boolean isSql() {
    return language.equals(SQL);
  }

  /** How messages name it: {@code cell 3 (Hospitals per million)}. */
  String name() {
    return "cell " + number + (hasHeading() ? " (" + title + ")" : "");
  }
}
