package org.duibiao.normalize.cell;

import java.util.HashMap;
import java.util.Map;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.normalize.number.NumberReader;
import org.duibiao.normalize.number.ParsedNumber;

/** Parses the texts of cells and headers; a text that repeats is parsed once. */
public final class CellReader {

  private static final int MAX_CACHED_NUMBERS = 100_000;

  private final UnitReader units;
  private final Map<String, ParsedNumber> numbers = new HashMap<>();
  private final Map<String, UnitReader.PrintedUnit> printedUnits = new HashMap<>();
  private final Map<PeriodKey, PeriodReader.ParsedPeriod> periods = new HashMap<>();

  private record PeriodKey(String text, IndicatorKind kind) {}

  public CellReader(Catalogue catalogue) {
    this.units = new UnitReader(catalogue);
  }

  public ParsedNumber number(String text) {
    ParsedNumber known = numbers.get(text);
    if (known == null) {
      known = NumberReader.read(text);
      if (numbers.size() < MAX_CACHED_NUMBERS) {
        numbers.put(text, known);
      }
    }
    return known;
  }

  public UnitReader.PrintedUnit unit(String text) {
    return text == null || text.isEmpty() ? null : printedUnits.computeIfAbsent(text, units::read);
  }

  public PeriodReader.ParsedPeriod period(String text, IndicatorKind kind) {
    return periods.computeIfAbsent(
        new PeriodKey(text == null ? "" : text, kind),
        key -> PeriodReader.read(key.text(), key.kind()));
  }
}
