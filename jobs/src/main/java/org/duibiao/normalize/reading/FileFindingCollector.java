package org.duibiao.normalize.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.model.Area;
import org.duibiao.model.Indicator;
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
  private static final class Occurrence {
    private final BigDecimal value;
    private final String place;
    private final String quote;
    private int count = 1;

    private Occurrence(Reading first) {
      this.value = first.value();
      this.place = place(first);
      this.quote = first.quote();
    }
  }

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
    if (earlier == null) {
      occurrences.put(first.observationId(), new Occurrence(first));
      return 0;
    }
    return earlier.count++;
  }

  /** Looks whether a figure that equals an earlier one has its value too. */
  public void checkContradiction(String firstId, Reading reading) {
    Occurrence earlier = occurrences.get(firstId);
    if (reading.kind() != ReadingKind.OBSERVATION
        || earlier.value.compareTo(reading.value()) == 0) {
      return;
    }
    findings.add(
        new FileFinding(
            FindingKind.ROWS_CONTRADICT,
            reading,
            firstId,
            earlier.value,
            path
                + ": "
                + earlier.place
                + " says '"
                + earlier.quote
                + "' and "
                + place(reading)
                + " says '"
                + reading.quote()
                + "' of the same figure ("
                + reading.cityCode()
                + " "
                + reading.indicator()
                + " "
                + reading.periodEnd()
                + "): remove the wrong one, or tell them apart by scope, basis or nature"));
  }

  /** Looks whether an observation is plausible for one city. */
  public void checkPlausibility(Reading reading, Indicator indicator, Area area) {
    if (!isImplausible(reading, indicator, area)) {
      return;
    }
    findings.add(
        new FileFinding(
            FindingKind.IMPLAUSIBLE,
            reading,
            null,
            null,
            path
                + ": "
                + place(reading)
                + " says '"
                + reading.quote()
                + "', which is not plausible for "
                + indicator.id()
                + " of one city ("
                + range(indicator)
                + "): check the unit"));
  }

  private static boolean isImplausible(Reading reading, Indicator indicator, Area area) {
    if (reading.measure() != Measure.LEVEL || !area.isCity() || !reading.scope().equals("city")) {
      return false;
    }
    BigDecimal min = indicator.min();
    BigDecimal max = indicator.max();
    return (min != null && reading.value().compareTo(min) < 0)
        || (max != null && reading.value().compareTo(max) > 0);
  }

  private static String range(Indicator indicator) {
    return (indicator.min() == null ? "" : indicator.min().toPlainString())
        + " to "
        + (indicator.max() == null ? "" : indicator.max().toPlainString());
  }

  private static String place(Reading reading) {
    return reading.field() == null
        ? reading.locator()
        : reading.locator() + ", column '" + reading.field() + "'";
  }
}
