package org.duibiao.jobs.docs;

import org.duibiao.columns.Schema;
import org.duibiao.tables.Tables;

/** The data dictionary, printed from the declarations of the tables. */
public final class DataDictionaryPage {

  private DataDictionaryPage() {}

  /** The dictionary as Markdown. */
  public static String markdown() {
    StringBuilder text = new StringBuilder(Documents.template("tables.md"));
    for (Class<? extends Record> table : Tables.ALL) {
      Schema<?> schema = Schema.of(table);
      text.append("\n## ").append(schema.name()).append("\n\n").append(schema.comment());
      if (!schema.key().isEmpty()) {
        text.append(". Key: ").append(String.join(", ", schema.key()));
      }
      text.append("\n\n| column | type | meaning |\n|---|---|---|\n");
      for (Schema.Field field : schema.fields()) {
        Documents.row(
            text,
            field.name() + (field.required() ? " *" : ""),
            field.type().sql(),
            field.comment());
      }
    }
    return text.toString();
  }
}
