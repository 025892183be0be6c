package org.duibiao.normalize.cell;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.duibiao.model.Nature;
import org.duibiao.normalize.cell.UnitReader.PrintedUnit;

/**
 * What a header says, or several together from the widest to the narrowest; what they do not say is
 * null.
 *
 * @param terms what is counted; none if only other things are said
 * @param part whether the narrowest is a part of what stands before or above it
 * @param total whether it is all of what stands above it
 * @param unit the unit
 * @param period a time, as it is printed
 * @param scope a scope, as it is printed
 * @param area an area, as it is printed
 * @param nature status and measure
 */
@RecordBuilder
public record Header(
    List<String> terms,
    boolean part,
    boolean total,
    PrintedUnit unit,
    String period,
    String scope,
    String area,
    Nature nature) {

  /** Nothing. */
  public static final Header NONE =
      new Header(List.of(), false, false, null, null, null, null, null);

  /** With what wider headers say besides; of what both say, this one holds. */
  public Header within(Header wider) {
    return new Header(
        Stream.concat(wider.terms.stream(), terms.stream()).toList(),
        part || wider.part && terms.isEmpty(),
        total,
        orElse(unit, wider.unit),
        orElse(period, wider.period),
        orElse(scope, wider.scope),
        orElse(area, wider.area),
        orElse(nature, wider.nature));
  }

  private static <T> T orElse(T said, T other) {
    return said != null ? said : other;
  }
}
