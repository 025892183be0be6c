package org.duibiao.jobs.docs;

import org.duibiao.columns.Schema;
import org.duibiao.tables.Tables;

/** The data dictionary, printed from the declarations of the tables. */
public final class DataDictionaryPage {

  private DataDictionaryPage() {}

  /** The dictionary as Markdown. */
  public static String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # Tables

        Printed from the declarations of the tables by a test that fails when this page is stale.
        The tables are Delta tables at `<warehouse>/<layer>/<table>`; `./duibiao sql` knows them as
        `<layer>.<table>`. A column marked * is never null.

        `silver.readings` is one table so that a figure moves between observation, candidate and
        reject in one commit; it is read through three views:

        - `silver.observations`: one published figure a row, with its vintages
        - `silver.candidates`: understood, but not placed: `missing` says what a person must add
        - `silver.rejects`: everything else that was read, current ones only
        """);
    for (Class<? extends Record> table : Tables.ALL) {
      Schema<?> schema = Schema.of(table);
      text.append("\n## ").append(schema.name()).append("\n\n").append(schema.comment());
      if (!schema.key().isEmpty()) {
        text.append(". Key: ").append(String.join(", ", schema.key()));
      }
      text.append("\n\n| column | type | meaning |\n|---|---|---|\n");
      for (Schema.Field field : schema.fields()) {
        text.append("| ")
            .append(field.name())
            .append(field.required() ? " *" : "")
            .append(" | ")
            .append(field.type().sql())
            .append(" | ")
            .append(field.comment().replace("|", "\\|"))
            .append(" |\n");
      }
    }
    return text.toString();
  }
}
