package org.duibiao.notebook;

/** Answers queries; what it is asked in one notebook is unknown in the next. */
public interface QueryEngine {

  /**
   * The answer to a query, or the first of its rows.
   *
   * @throws NotebookException if it is none, or fails
   */
  QueryResult query(String sql);

  /**
   * Lets later queries name a query like a table.
   *
   * @throws NotebookException if it is none
   */
  void view(String name, String sql);
}
