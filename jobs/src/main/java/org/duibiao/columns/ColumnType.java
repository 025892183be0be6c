package org.duibiao.columns;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of columns. */
public enum ColumnType {
  /** Text, or a constant of an enum by its name. */
  TEXT(String.class, "STRING"),
  /** A 32-bit integer. */
  INT(Integer.class, "INT"),
  /** A 64-bit integer. */
  LONG(Long.class, "BIGINT"),
  /** A 64-bit floating-point number, never NaN or infinite. */
  DOUBLE(Double.class, "DOUBLE"),
  /** True or false. */
  BOOLEAN(Boolean.class, "BOOLEAN"),
  /** An exact decimal with {@link #PRECISION} digits, {@link #SCALE} of them decimals. */
  DECIMAL(BigDecimal.class, "DECIMAL(" + ColumnType.PRECISION + "," + ColumnType.SCALE + ")"),
  /** A day. */
  DATE(LocalDate.class, "DATE"),
  /** A moment, to the microsecond. */
  TIMESTAMP(Instant.class, "TIMESTAMP"),
  /** A list of texts, or of constants of an enum by their names. */
  TEXT_LIST(List.class, "ARRAY<STRING>"),
  /** Texts by text. */
  TEXT_MAP(Map.class, "MAP<STRING,STRING>"),
  /** 64-bit integers by text. */
  LONG_MAP(Map.class, "MAP<STRING,BIGINT>");

  /**
   * Digits of a decimal: enough for a nation's product in yuan, and few enough that Spark divides
   * one by another to ten decimals (a quotient has 38 digits less these).
   */
  public static final int PRECISION = 28;

  /** Decimals of a decimal: those of a share or a rate that a workbook computed. */
  public static final int SCALE = 12;

  private final Class<?> held;
  private final String sql;

  ColumnType(Class<?> held, String sql) {
    this.held = held;
    this.sql = sql;
  }

  /** The type of columns that hold objects of a class; empty if none does. */
  static Optional<ColumnType> of(Class<?> held) {
    return Arrays.stream(values()).filter(type -> type.held == held).findFirst();
  }

  /** A decimal as rows hold it, without the zeros that the scale adds: 22, not 22.000000. */
  public static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** The type's name in SQL. */
  public String sql() {
    return sql;
  }
}
