package org.duibiao.warehouse;

import io.delta.kernel.Snapshot;
import io.delta.kernel.data.Row;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.duibiao.columns.Schema;

/**
 * What a table lacks that was made by an earlier build: columns that have been declared since. They
 * are added by the commit that first writes them; rows of before have null in them. Columns that
 * are no longer declared stay, without values.
 */
final class SchemaEvolution {

  private SchemaEvolution() {}

  /**
   * The action that gives a table the columns that it lacks; empty if it lacks none.
   *
   * @throws IllegalStateException if the table cannot become what is declared
   */
  static Optional<Row> metadataChange(Snapshot snapshot, Schema<?> declared) {
    StructType present = snapshot.getSchema();
    StructType wanted = DeltaTypes.struct(declared);
    List<StructField> fields = new ArrayList<>();
    for (StructField field : present.fields()) {
      // A row that is written from now on has no value for what is no longer declared.
      boolean orphan = !field.isNullable() && wanted.indexOf(field.getName()) < 0;
      StructField optional =
          new StructField(field.getName(), field.getDataType(), true, field.getMetadata());
      fields.add(orphan ? optional : field);
    }
    for (StructField field : wanted.fields()) {
      String column = field.getName();
      if (present.indexOf(column) < 0) {
        check(
            field.isNullable(),
            "%s was made by an earlier build and has no column %s, which must have a value in every"
                + " row",
            declared.name(),
            column);
        fields.add(field);
      } else {
        DataType type = present.get(column).getDataType();
        check(
            type.equals(field.getDataType()),
            "%s.%s was made by another build as %s; here it is %s",
            declared.name(),
            column,
            type,
            field.getDataType());
      }
    }
    return fields.equals(present.fields())
        ? Optional.empty()
        : Optional.of(
            SingleAction.createMetadataSingleAction(
                snapshot.getMetadata().withNewSchema(new StructType(fields)).toRow()));
  }

  private static void check(boolean holds, String problem, Object... arguments) {
    if (!holds) {
      throw new IllegalStateException(
          String.format(Locale.ROOT, problem, arguments)
              + ". Run into a new --warehouse folder; the old one stays readable with the build"
              + " that made it");
    }
  }
}
