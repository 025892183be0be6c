package org.duibiao.prose;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.duibiao.catalogue.EvidenceKind.Attribute;
import org.duibiao.model.Scope;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.model.code.Status;
import org.duibiao.tables.Reading;

/**
 * A figure that is known to stand in a bulletin: an actual level of a whole city.
 *
 * @param printed words around it
 */
record KnownFigure(String city, String indicator, int year, BigDecimal value, String printed) {

  private static final Map<String, Integer> FACTORS =
      Map.of("万人", 10_000, "万张", 10_000, "万人次", 10_000, "万个", 10_000, "亿人次", 100_000_000);

  /** Values below it stand in a text by chance. */
  private static final BigDecimal LEAST_TELLING = BigDecimal.valueOf(50);

  private static final int COMMON_WORDS = 3;
  private static final BigDecimal ROUNDING = new BigDecimal("0.02");

  /** What became of a known figure. */
  enum Verdict {
    RIGHT,
    WAITS,
    WRONG,
    LOST
  }

  /** The figures of a table {@code TRUTH.csv}, by file. */
  static Map<String, List<KnownFigure>> of(Path table) throws IOException {
    Map<String, List<KnownFigure>> figures = new TreeMap<>();
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(table, StandardCharsets.UTF_8);
        CSVParser rows = CSVParser.parse(reader, format)) {
      for (CSVRecord row : rows) {
        BigDecimal factor = BigDecimal.valueOf(FACTORS.getOrDefault(row.get("unit"), 1));
        figures
            .computeIfAbsent(row.get("file"), file -> new ArrayList<>())
            .add(
                new KnownFigure(
                    row.get("city_code"),
                    row.get("indicator"),
                    Integer.parseInt(row.get("year")),
                    new BigDecimal(row.get("value")).multiply(factor),
                    row.get("printed")));
      }
    }
    return figures;
  }

  /**
   * The attributes that an observation has wrong, if it is this figure or stands in its place; null
   * if it does neither.
   */
  Set<Attribute> faults(Reading reading) {
    Set<Attribute> faults = EnumSet.noneOf(Attribute.class);
    addIf(!indicator.equals(reading.indicator()), Attribute.INDICATOR, faults);
    addIf(!city.equals(reading.cityCode()), Attribute.CITY, faults);
    addIf(!Scope.CITY.equals(reading.scope()), Attribute.SCOPE, faults);
    addIf(reading.status() != Status.ACTUAL, Attribute.STATUS, faults);
    addIf(reading.measure() != Measure.LEVEL, Attribute.MEASURE, faults);
    addIf(reading.periodEnd().getYear() != year, Attribute.PERIOD, faults);
    if (hasValue(reading)) {
      return isNear(reading) && value.compareTo(LEAST_TELLING) >= 0 ? faults : null;
    }
    boolean rounded =
        value.subtract(reading.value()).abs().compareTo(value.abs().multiply(ROUNDING)) <= 0;
    return faults.isEmpty() && !rounded ? EnumSet.of(Attribute.INDICATOR) : null;
  }

  private static void addIf(boolean wrong, Attribute attribute, Set<Attribute> faults) {
    if (wrong) {
      faults.add(attribute);
    }
  }

  private boolean hasValue(Reading reading) {
    return reading.value() != null && reading.value().compareTo(value) == 0;
  }

  /** Whether the words around a reading are those around the figure. */
  private boolean isNear(Reading reading) {
    Set<String> here = words(reading.quote());
    Set<String> there = words(printed);
    int least = Math.min(COMMON_WORDS, Math.min(here.size(), there.size()));
    here.retainAll(there);
    return there.isEmpty() || here.size() >= least;
  }

  private static Set<String> words(String text) {
    String plain = text == null ? "" : text.replaceAll("\\s", "");
    Set<String> words = new HashSet<>();
    for (int i = 0; i + COMMON_WORDS <= plain.length(); i++) {
      words.add(plain.substring(i, i + COMMON_WORDS));
    }
    return words;
  }

  /** What became of the figure in the readings of its file. */
  Verdict verdict(List<Reading> readings) {
    boolean taken = false;
    boolean waits = false;
    for (Reading reading : readings) {
      if (reading.kind() == ReadingKind.CANDIDATE) {
        waits |= hasValue(reading);
      } else if (reading.kind() == ReadingKind.OBSERVATION) {
        boolean plain =
            indicator.equals(reading.indicator())
                && city.equals(reading.cityCode())
                && Scope.CITY.equals(reading.scope())
                && reading.status() == Status.ACTUAL
                && reading.measure() == Measure.LEVEL
                && reading.periodEnd().getYear() == year;
        if (plain && hasValue(reading)) {
          return Verdict.RIGHT;
        }
        taken |= plain || hasValue(reading) && isNear(reading);
      }
    }
    return taken ? Verdict.WRONG : waits ? Verdict.WAITS : Verdict.LOST;
  }
}
