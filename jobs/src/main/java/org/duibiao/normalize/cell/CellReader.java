package org.duibiao.normalize.cell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.Catalogue.Meaning;
import org.duibiao.ingest.table.ColumnMapping;
import org.duibiao.model.Area;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.normalize.number.NumberReader;
import org.duibiao.normalize.number.ParsedNumber;

/** Parses the texts of cells and headers; a text that repeats is parsed once. */
public final class CellReader {

  private static final int MAX_CACHED_NUMBERS = 100_000;

  private final Catalogue catalogue;
  private final UnitReader units;
  private final Map<String, ParsedNumber> numbers = new HashMap<>();
  private final Map<String, ParsedTerm> terms = new HashMap<>();
  private final Map<String, Optional<Area>> areas = new HashMap<>();
  private final Map<String, UnitReader.PrintedUnit> printedUnits = new HashMap<>();
  private final Map<PeriodKey, PeriodReader.ParsedPeriod> periods = new HashMap<>();

  private record PeriodKey(String text, IndicatorKind kind) {}

  /**
   * What a term means.
   *
   * @param text the term without the unit
   * @param unit the unit in brackets after it, or null
   */
  public record ParsedTerm(String text, Optional<Meaning> meaning, UnitReader.PrintedUnit unit) {}

  public CellReader(Catalogue catalogue) {
    this.catalogue = catalogue;
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

  public Optional<Area> area(String text) {
    return areas.computeIfAbsent(text, catalogue::area);
  }

  public UnitReader.PrintedUnit unit(String text) {
    return text == null || text.isEmpty() ? null : printedUnits.computeIfAbsent(text, units::read);
  }

  public PeriodReader.ParsedPeriod period(String text, IndicatorKind kind) {
    return periods.computeIfAbsent(
        new PeriodKey(text == null ? "" : text, kind),
        key -> PeriodReader.read(key.text(), key.kind()));
  }

  /** What the catalogue says of a term; headers of several rows are read as one: 医院 › 床位. */
  private Optional<Meaning> meaning(String term) {
    Optional<Meaning> whole = catalogue.meaning(term);
    return whole.isPresent() || !term.contains(ColumnMapping.HEADER_SEPARATOR)
        ? whole
        : catalogue.meaning(term.replace(ColumnMapping.HEADER_SEPARATOR, ""));
  }

  /** A term, and the unit that stands in brackets at its end: 床位数(张). */
  public ParsedTerm term(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return terms.computeIfAbsent(text, this::parseTerm);
  }

  private ParsedTerm parseTerm(String text) {
    Optional<Meaning> whole = meaning(text);
    String stripped = text.strip();
    int open = Math.max(stripped.lastIndexOf('('), stripped.lastIndexOf('（'));
    boolean closes = stripped.endsWith(")") || stripped.endsWith("）");
    if (open > 0 && closes) {
      UnitReader.PrintedUnit unit = units.read(stripped.substring(open + 1, stripped.length() - 1));
      if (unit != null && (unit.isKnown() || unit.isMultiplied())) {
        String before = stripped.substring(0, open).strip();
        return new ParsedTerm(before, whole.isPresent() ? whole : meaning(before), unit);
      }
    }
    String chinese = CellClassifier.chinesePart(stripped);
    if (whole.isEmpty() && !chinese.equals(stripped) && !chinese.isBlank()) {
      // 床位数(张) Number of Beds: yearbooks print both languages.
      return parseTerm(chinese);
    }
    return new ParsedTerm(stripped, whole, null);
  }
}
