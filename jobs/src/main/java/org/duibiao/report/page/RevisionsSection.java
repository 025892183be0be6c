package org.duibiao.report.page;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.duibiao.markup.Bilingual;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.report.model.VintageRows;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.HindsightRow;
import org.duibiao.tables.VintageRow;

/**
 * The comparisons of a city then and now: on populations before and after a revision, and, in a
 * release as of a day, with and without what was published after that day.
 */
final class RevisionsSection {

  /** The most rows of a table. */
  private static final int ROWS = 24;

  /** The most rows of the tables of all cities, so that the page of a whole country stays small. */
  private static final int IN_ALL = 600;

  private RevisionsSection() {}

  /**
   * The observations behind the numerators of a comparison; null where the current comparison has
   * another numerator.
   */
  public record Counted(String own, String reference) {

    private static Counted of(CityRows city, VintageRow row) {
      Map<Integer, BenchmarkRow> years = city.rows().get(row.benchmark());
      BenchmarkRow used = years == null ? null : years.get(row.year());
      return used == null
          ? new Counted(null, null)
          : new Counted(
              isSame(used.numerator(), row.numerator()) ? used.numeratorObservationId() : null,
              isSame(used.referenceNumerator(), row.referenceNumerator())
                  ? used.referenceNumeratorObservationId()
                  : null);
    }

    private static boolean isSame(BigDecimal used, BigDecimal count) {
      return used != null && used.compareTo(count) == 0;
    }
  }

  static Section of(ReportIndex model, CityRows city) {
    int rows = (int) Math.max(1, Math.min(ROWS, IN_ALL / Math.max(1, cities(model))));
    List<VintageRows.Pair> pairs =
        VintageRows.pairs(city.vintages()).stream()
            .filter(pair -> model.benchmarkOrNull(pair.before().benchmark()) != null)
            .sorted(Comparator.comparing((VintageRows.Pair pair) -> !isTurned(pair)))
            .toList();
    Map<String, Object> values = new HashMap<>();
    values.put("most", rows);
    values.put("pairs", pairs);
    values.put("pairOfMost", pairs.stream().max(CHANGE).orElse(null));
    values.put("isTurned", (Predicate<VintageRows.Pair>) RevisionsSection::isTurned);
    values.put("caveat", (Function<VintageRows.Pair, Bilingual>) RevisionsSection::caveat);
    values.put("counted", (Function<VintageRow, Counted>) row -> Counted.of(city, row));
    values.put(
        "hindsight",
        city.hindsight().stream()
            .filter(row -> model.benchmarkOrNull(row.benchmark()) != null)
            .sorted(
                Comparator.comparing((HindsightRow row) -> !Boolean.TRUE.equals(row.changed()))
                    .thenComparing(HindsightRow::year, Comparator.reverseOrder())
                    .thenComparing(HindsightRow::benchmark))
            .toList());
    List<String> ids =
        pairs.stream()
            .limit(rows)
            .flatMap(pair -> Stream.of(pair.before(), pair.after()))
            .flatMap(row -> ids(row, Counted.of(city, row)))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return new Section("then", ids, values);
  }

  private static Stream<String> ids(VintageRow row, Counted counted) {
    return Stream.of(
        counted.own(),
        row.denominatorObservationId(),
        counted.reference(),
        row.referenceDenominatorObservationId());
  }

  private static long cities(ReportIndex model) {
    return model.cities().stream()
        .filter(each -> !each.vintages().isEmpty() || !each.hindsight().isEmpty())
        .count();
  }

  private static boolean isTurned(VintageRows.Pair pair) {
    return pair.before().side() != pair.after().side()
        || pair.before().standing() != pair.after().standing();
  }

  /** How much a revision changes: a verdict more than a shortage, a shortage more than a rate. */
  private static final Comparator<VintageRows.Pair> CHANGE =
      Comparator.comparing(RevisionsSection::isTurned)
          .thenComparing(pair -> isShort(pair.before()) || isShort(pair.after()))
          .thenComparing(RevisionsSection::shift);

  private static boolean isShort(VintageRow row) {
    return ReportIndex.roundedUp(row.neededToMatch()) > 0;
  }

  private static double shift(VintageRows.Pair pair) {
    double before = pair.before().rate() / pair.before().referenceRate();
    double after = pair.after().rate() / pair.after().referenceRate();
    double shift = Math.abs(Math.log(before / after));
    return Double.isNaN(shift) ? 0 : shift;
  }

  /** The caveats of both rows, each once. */
  private static Bilingual caveat(VintageRows.Pair pair) {
    return Phrases.flags(
        Stream.of(pair.before(), pair.after())
            .flatMap(row -> row.flags().stream())
            .filter(flag -> !flag.isHarmless())
            .distinct()
            .sorted()
            .toList());
  }
}
