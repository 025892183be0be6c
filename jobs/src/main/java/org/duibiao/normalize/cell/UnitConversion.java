package org.duibiao.normalize.cell;

import java.math.BigDecimal;
import java.util.Arrays;
import org.duibiao.catalogue.Catalogue;
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
      UnitConversion percent =
          catalogue
              .unit("percent")
              .map(unit -> to(unit, UnitReader.factor(printed, unit)))
              .orElse(null);
      return percent == null ? oneOf(printed, "times") : percent;
    }
    UnitConversion own = to(indicator.unit(), UnitReader.factor(printed, indicator));
    UnitConversion points = measure == Measure.CHANGE ? oneOf(printed, "percentage_point") : null;
    if (own != null) {
      return points == null ? own : points;
    }
    return status == Status.COMPARISON
        ? oneOf(printed, "times", "rank", "percentage_point", "percent")
        : null;
  }

  private static UnitConversion to(Unit unit, BigDecimal factor) {
    return factor == null ? null : new UnitConversion(unit.id(), factor);
  }

  private static UnitConversion oneOf(UnitReader.PrintedUnit printed, String... ids) {
    return Arrays.stream(ids)
        .filter(id -> printed.units().stream().anyMatch(unit -> unit.id().equals(id)))
        .findFirst()
        .map(id -> new UnitConversion(id, printed.factor()))
        .orElse(null);
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
