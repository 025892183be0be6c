package org.duibiao.columns;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a record is a row of a table: its components are the columns, in order, under their
 * names in snake_case. This declaration creates the table, checks what is written and, with what
 * {@code meanings.properties} says of the table and its columns, prints the data dictionary.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Table {

  /** {@code <layer>.<table>}, such as {@code gold.benchmarks}. */
  String name();

  /** The columns that identify a row, with commas between. */
  String key() default "";
}
