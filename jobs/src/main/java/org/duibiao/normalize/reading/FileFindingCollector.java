package org.duibiao.normalize.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duibiao.model.Area;
import org.duibiao.model.Indicator;
import org.duibiao.model.Scope;
import org.duibiao.model.code.FindingKind;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.tables.Reading;

/** Finds figures of one file that contradict each other or are not plausible. */
public final class FileFindingCollector {

  private final String path;
  private final Map<String, Occurrence> occurrences = new HashMap<>();
  private final List<FileFinding> findings = new ArrayList<>();

  /** The first of equal figures; the whole reading would be too much to keep of every row. */
  private record Occurrence(BigDecimal value, String place, String quote, int count) {}

  public FileFindingCollector(String path) {
    this.path = path;
  }

  /** What was found, in order. */
  public List<FileFinding> findings() {
    return List.copyOf(findings);
  }

  /**
   * How many equal figures were seen before one: the ordinal among equals that makes its id differ
   * from theirs.
   *
   * @param first the figure with the id that it has as the first of equals
   */
  public int ordinalAmongEquals(Reading first) {
    Occurrence earlier = occurrences.get(first.observationId());
    int before = earlier == null ? 0 : earlier.count;
    occurrences.put(
        first.observationId(),
        earlier == null
            ? new Occurrence(first.value(), place(first), first.quote(), 1)
            : new Occurrence(earlier.value, earlier.place, earlier.quote, before + 1));
    return before;
  }

  /** Looks whether a figure that equals an earlier one has its value too. */
  public void checkContradiction(String firstId, Reading reading) {
    Occurrence earlier = occurrences.get(firstId);
    if (reading.kind() != ReadingKind.OBSERVATION
        || earlier.value.compareTo(reading.value()) == 0) {
      return;
    }
    add(
        FindingKind.ROWS_CONTRADICT,
        reading,
        firstId,
        earlier.value,
        "%s says '%s' and %s says '%s' of the same figure (%s %s %s): remove the wrong one, or tell"
            + " them apart by scope, basis or nature",
        earlier.place,
        earlier.quote,
        place(reading),
        reading.quote(),
        reading.cityCode(),
        reading.indicator(),
        reading.periodEnd());
  }

  /** Looks whether an observation is plausible for one city. */
  public void checkPlausibility(Reading reading, Indicator indicator, Area area) {
    if (isImplausible(reading, indicator, area)) {
      add(
          FindingKind.IMPLAUSIBLE,
          reading,
          null,
          null,
          "%s says '%s', which is not plausible for %s of one city (%s to %s): check the unit",
          place(reading),
          reading.quote(),
          indicator.id(),
          indicator.min() == null ? "" : indicator.min().toPlainString(),
          indicator.max() == null ? "" : indicator.max().toPlainString());
    }
  }

  private void add(
      FindingKind kind,
      Reading reading,
      String otherId,
      BigDecimal expected,
      String template,
      Object... args) {
    String detail = path + ": " + String.format(Locale.ROOT, template, args);
    findings.add(new FileFinding(kind, reading, otherId, expected, detail));
  }

  private static boolean isImplausible(Reading reading, Indicator indicator, Area area) {
    if (reading.measure() != Measure.LEVEL || !area.isCity() || !Scope.isWhole(reading.scope())) {
      return false;
    }
    BigDecimal min = indicator.min();
    BigDecimal max = indicator.max();
    return (min != null && reading.value().compareTo(min) < 0)
        || (max != null && reading.value().compareTo(max) > 0);
  }

  private static String place(Reading reading) {
    return reading.field() == null
        ? reading.locator()
        : reading.locator() + ", column '" + reading.field() + "'";
  }
}
