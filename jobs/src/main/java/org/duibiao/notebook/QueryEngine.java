package org.duibiao.notebook;

/** Answers queries; what it is asked in one notebook is unknown in the next. */
public interface QueryEngine {

  /**
   * The answer to a query, its first rows.
   *
   * @param rows how many at most
   * @throws NotebookException if it is none, or fails
   */
  QueryResult query(String sql, int rows);

  /**
   * Lets later queries name a query like a table.
   *
   * @throws NotebookException if it is none
   */
  void view(String name, String sql);
}
