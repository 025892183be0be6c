package org.duibiao.normalize.cell;

import java.math.BigDecimal;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.columns.ColumnType;
import org.duibiao.model.Indicator;
import org.duibiao.model.Unit;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Status;

/**
 * What a printed figure is kept in.
 *
 * @param unit the canonical unit
 * @param factor by what the printed figure is multiplied
 */
public record UnitConversion(String unit, BigDecimal factor) {

  /**
   * The unit that a figure is kept in: the indicator's, but a growth rate is in percent, a growth
   * of a rate may be in percentage points, and a comparison in times or ranks. Null if the printed
   * unit does not fit, or the indicator is not known.
   */
  public static UnitConversion of(
      UnitReader.PrintedUnit printed,
      Indicator indicator,
      Measure measure,
      Status status,
      Catalogue catalogue) {
    if (indicator == null) {
      return null;
    }
    if (measure == Measure.CHANGE_RATE) {
      Unit percent = catalogue.unit("percent").orElse(null);
      BigDecimal factor = percent == null ? null : UnitReader.factor(printed, percent);
      return factor == null ? oneOf(printed, "times") : new UnitConversion(percent.id(), factor);
    }
    if (measure == Measure.CHANGE) {
      UnitConversion points = oneOf(printed, "percentage_point");
      if (points != null && UnitReader.factor(printed, indicator) != null) {
        return points;
      }
    }
    if (status == Status.COMPARISON) {
      UnitConversion relation = oneOf(printed, "times", "rank", "percentage_point");
      if (relation != null && UnitReader.factor(printed, indicator) == null) {
        return relation;
      }
    }
    BigDecimal factor = UnitReader.factor(printed, indicator);
    if (factor != null) {
      return new UnitConversion(indicator.unit().id(), factor);
    }
    return status == Status.COMPARISON ? oneOf(printed, "percent") : null;
  }

  private static UnitConversion oneOf(UnitReader.PrintedUnit printed, String... ids) {
    for (String id : ids) {
      for (Unit unit : printed.units()) {
        if (unit.id().equals(id)) {
          return new UnitConversion(id, printed.factor());
        }
      }
    }
    return null;
  }

  /** Whether a value has no more digits than the tables keep; null fits. */
  public static boolean fitsColumn(BigDecimal value) {
    if (value == null) {
      return true;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() <= ColumnType.SCALE
        && stripped.precision() - stripped.scale() <= ColumnType.PRECISION - ColumnType.SCALE;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UnitConversion scale
        && unit.equals(scale.unit)
        && factor.compareTo(scale.factor) == 0;
  }

  @Override
  public int hashCode() {
    return unit.hashCode();
  }
}
