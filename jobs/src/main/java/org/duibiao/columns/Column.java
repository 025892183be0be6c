package org.duibiao.columns;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a column means, and whether a row must have it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Column {

  /** The meaning, with its unit; what an enum can be is added to it. */
  String value();

  /** The column's name where the component cannot have it, such as {@code class}. */
  String name() default "";

  /** Whether null is an error. */
  boolean required() default false;
}
