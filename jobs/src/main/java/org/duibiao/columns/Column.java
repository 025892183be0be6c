package org.duibiao.columns;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a column is called, and whether a row must have it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Column {

  /** The column's name where the component cannot have it, such as {@code class}. */
  String name() default "";

  /** Whether null is an error. */
  boolean required() default false;
}
