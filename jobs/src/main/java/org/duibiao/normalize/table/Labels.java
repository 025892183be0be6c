package org.duibiao.normalize.table;

import java.util.ArrayList;
import java.util.List;
import org.duibiao.model.Nature;
import org.duibiao.normalize.cell.HeaderReader.Header;
import org.duibiao.normalize.cell.UnitReader;

/**
 * What several headers or labels say together, from the widest to the narrowest; of what two of
 * them say, the narrower one holds.
 *
 * @param terms what is counted
 * @param part whether the narrowest is a part of what stands beside or above it
 * @param unit the unit, or null
 * @param period a time, or null
 * @param scope a scope, or null
 * @param area an area, or null
 * @param nature status and measure, or null
 */
record Labels(
    List<String> terms,
    boolean part,
    UnitReader.PrintedUnit unit,
    String period,
    String scope,
    String area,
    Nature nature) {

  /** Nothing. */
  static final Labels NONE = new Labels(List.of(), false, null, null, null, null, null);

  /** With what a narrower header adds. */
  Labels with(Header header) {
    List<String> all = new ArrayList<>(terms);
    if (!header.term().isEmpty()) {
      all.add(header.term());
    }
    return new Labels(
        List.copyOf(all),
        part && all.size() == terms.size() || header.part(),
        orElse(header.unit(), unit),
        orElse(header.period(), period),
        orElse(header.scope(), scope),
        orElse(header.area(), area),
        orElse(header.nature(), nature));
  }

  /** What labels around say, and then what these add. */
  Labels within(Labels wider) {
    if (wider == NONE) {
      return this;
    }
    List<String> all = new ArrayList<>(wider.terms);
    all.addAll(terms);
    return new Labels(
        List.copyOf(all),
        part,
        orElse(unit, wider.unit),
        orElse(period, wider.period),
        orElse(scope, wider.scope),
        orElse(area, wider.area),
        orElse(nature, wider.nature));
  }

  /** The same with a unit that is said elsewhere, unless it has one. */
  Labels orUnit(UnitReader.PrintedUnit other) {
    return new Labels(terms, part, orElse(unit, other), period, scope, area, nature);
  }

  private static <T> T orElse(T said, T other) {
    return said != null ? said : other;
  }
}
