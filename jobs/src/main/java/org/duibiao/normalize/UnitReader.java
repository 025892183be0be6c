package org.duibiao.normalize;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.model.Indicator;
import org.duibiao.model.Unit;

/**
 * Reads a printed unit: 万人 is persons, ten thousand of them.
 *
 * <p>Not safe for use by several threads.
 */
final class UnitReader {

  private static final String[] MULTIPLIERS = {
    "万亿", "千亿", "百亿", "十亿", "亿", "千万", "百万", "十万", "万", "千", "百", "十"
  };
  private static final BigDecimal[] FACTORS = {
    new BigDecimal("1000000000000"),
    new BigDecimal("100000000000"),
    new BigDecimal("10000000000"),
    new BigDecimal("1000000000"),
    new BigDecimal("100000000"),
    new BigDecimal("10000000"),
    new BigDecimal("1000000"),
    new BigDecimal("100000"),
    new BigDecimal("10000"),
    new BigDecimal("1000"),
    new BigDecimal("100"),
    BigDecimal.TEN
  };

  private final Catalogue catalogue;

  UnitReader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * A printed unit.
   *
   * @param form what is left without the multiplier, as the catalogue lists it
   * @param factor the multiplier; one if there is none
   * @param units what the form can mean; none if the catalogue does not know it
   */
  record Printed(String form, BigDecimal factor, List<Unit> units) {

    boolean isKnown() {
      return !units.isEmpty();
    }

    boolean isMultiplied() {
      return factor.compareTo(BigDecimal.ONE) != 0;
    }
  }

  /** A blank text is null. */
  Printed read(String text) {
    if (text == null) {
      return null;
    }
    String form = form(text);
    if (form.isEmpty()) {
      return null;
    }
    List<Unit> units = catalogue.unitsOf(form);
    if (!units.isEmpty()) {
      return new Printed(form, BigDecimal.ONE, units);
    }
    for (int i = 0; i < MULTIPLIERS.length; i++) {
      if (form.startsWith(MULTIPLIERS[i])) {
        String rest = form.substring(MULTIPLIERS[i].length());
        List<Unit> multiplied = catalogue.unitsOf(rest);
        if (rest.isEmpty() || !multiplied.isEmpty()) {
          return new Printed(rest, FACTORS[i], multiplied);
        }
      }
    }
    return new Printed(form, BigDecimal.ONE, List.of());
  }

  private static String form(String text) {
    String form = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    if (form.startsWith("单位")) {
      form = form.substring(2).strip();
      form = form.startsWith(":") ? form.substring(1).strip() : form;
    }
    if (form.length() > 2 && form.startsWith("(") && form.endsWith(")")) {
      form = form.substring(1, form.length() - 1).strip();
    }
    StringBuilder kept = new StringBuilder(form.length());
    form.chars().filter(c -> !Character.isSpaceChar(c)).forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  /**
   * By what a printed figure is multiplied to be in the indicator's unit; null if the unit
   * contradicts the indicator.
   */
  static BigDecimal factor(Printed printed, Indicator indicator) {
    if (indicator.printedUnits().contains(printed.form())) {
      return printed.factor();
    }
    for (Unit unit : printed.units()) {
      if (unit.id().equals(indicator.unit().id())) {
        return printed.factor();
      }
    }
    for (Unit unit : printed.units()) {
      if (unit.dimension().equals(indicator.unit().dimension())) {
        return printed
            .factor()
            .multiply(BigDecimal.valueOf(indicator.unit().per()))
            .divide(BigDecimal.valueOf(unit.per()));
      }
    }
    return null;
  }
}
