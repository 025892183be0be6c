package org.duibiao.warehouse;

import io.delta.kernel.Snapshot;
import io.delta.kernel.data.Row;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import java.util.ArrayList;
import java.util.List;
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
    List<StructField> fields = new ArrayList<>();
    boolean changed = false;
    for (StructField existing : snapshot.getSchema().fields()) {
      // A row that is written from now on has no value for what is no longer declared.
      boolean orphan = !existing.isNullable() && !declares(declared, existing.getName());
      changed |= orphan;
      fields.add(orphan ? nullable(existing) : existing);
    }
    for (StructField wanted : DeltaTypes.struct(declared).fields()) {
      int ordinal = snapshot.getSchema().indexOf(wanted.getName());
      if (ordinal >= 0) {
        check(declared, snapshot.getSchema().at(ordinal), wanted);
      } else if (wanted.isNullable()) {
        changed = true;
        fields.add(wanted);
      } else {
        throw new IllegalStateException(
            declared.name()
                + " was made by an earlier build and has no column "
                + wanted.getName()
                + ", which must have a value in every row"
                + remedy());
      }
    }
    return changed
        ? Optional.of(
            SingleAction.createMetadataSingleAction(
                snapshot.getMetadata().withNewSchema(new StructType(fields)).toRow()))
        : Optional.empty();
  }

  /** Whether one of these actions changes a table's columns. */
  static boolean changesSchema(List<Row> actions) {
    int metadata = SingleAction.FULL_SCHEMA.indexOf("metaData");
    return actions.stream().anyMatch(action -> !action.isNullAt(metadata));
  }

  private static boolean declares(Schema<?> declared, String column) {
    return declared.fields().stream().anyMatch(field -> field.name().equals(column));
  }

  private static StructField nullable(StructField field) {
    return new StructField(field.getName(), field.getDataType(), true, field.getMetadata());
  }

  private static void check(Schema<?> declared, StructField existing, StructField wanted) {
    if (!existing.getDataType().equals(wanted.getDataType())) {
      throw new IllegalStateException(
          declared.name()
              + "."
              + wanted.getName()
              + " was made by another build as "
              + existing.getDataType()
              + "; here it is "
              + wanted.getDataType()
              + remedy());
    }
  }

  private static String remedy() {
    return ". Run into a new --warehouse folder; the old one stays readable with the build that"
        + " made it";
  }
}
