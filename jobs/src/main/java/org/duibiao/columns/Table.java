package org.duibiao.columns;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a record is a row of a table: its components are the columns, in order, under their
 * names in snake_case. This declaration creates the table, checks what is written and prints the
 * data dictionary.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Table {

  /** {@code <layer>.<table>}, such as {@code gold.benchmarks}. */
  String name();

  /** What a row is. */
  String comment();

  /** The columns that identify a row. */
  String[] key() default {};
}
