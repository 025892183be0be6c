package org.duibiao.columns;

import java.math.BigDecimal;

/** The types of columns. */
public enum ColumnType {
  /** Text, or a constant of an enum by its name. */
  TEXT("STRING"),
  /** A 32-bit integer. */
  INT("INT"),
  /** A 64-bit integer. */
  LONG("BIGINT"),
  /** A 64-bit floating-point number, never NaN or infinite. */
  DOUBLE("DOUBLE"),
  /** True or false. */
  BOOLEAN("BOOLEAN"),
  /** An exact decimal with {@link #PRECISION} digits, {@link #SCALE} of them decimals. */
  DECIMAL("DECIMAL(" + ColumnType.PRECISION + "," + ColumnType.SCALE + ")"),
  /** A day. */
  DATE("DATE"),
  /** A moment, to the microsecond. */
  TIMESTAMP("TIMESTAMP"),
  /** A list of texts, or of constants of an enum by their names. */
  TEXT_LIST("ARRAY<STRING>"),
  /** Texts by text. */
  TEXT_MAP("MAP<STRING,STRING>"),
  /** 64-bit integers by text. */
  LONG_MAP("MAP<STRING,BIGINT>");

  /**
   * Digits of a decimal: enough for a nation's product in yuan, and few enough that Spark divides
   * one by another to ten decimals (a quotient has 38 digits less these).
   */
  public static final int PRECISION = 28;

  /** Decimals of a decimal: those of a share or a rate that a workbook computed. */
  public static final int SCALE = 12;

  private final String sql;

  ColumnType(String sql) {
    this.sql = sql;
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
