package org.duibiao.benchmark.selection;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duibiao.benchmark.selection.CompetingFigures.Conflict;
import org.duibiao.benchmark.selection.ValueSelection.Result;
import org.duibiao.model.DecimalText;
import org.duibiao.model.Digest;
import org.duibiao.model.code.FindingKind;
import org.duibiao.tables.Figure;
import org.duibiao.tables.Finding;
import org.duibiao.tables.FindingBuilder;
import org.duibiao.tables.IndicatorValue;

/** Turns the verdicts of contests, one after the other by key, into rows. */
final class SelectedValuesBuilder {

  private static final FindingKind KIND = FindingKind.SOURCES_DISAGREE;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final String runId;
  private final Digest digest = new Digest();
  private final List<IndicatorValue> values = new ArrayList<>();
  private final SortedMap<VintageKey, IndicatorValue> vintages = new TreeMap<>();
  private final Map<String, Figure> figures = new HashMap<>();
  private final Map<String, List<String>> conflictingObservations = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  SelectedValuesBuilder(String runId) {
    this.runId = runId;
  }

  void add(Result verdict) {
    values.add(verdict.value());
    putFigures(verdict);
    putConflicting(verdict);
    Figure chosen = verdict.selected();
    if (verdict.conflict() != null) {
      findings.add(disagreement(chosen, verdict.conflict()));
    }
    Figure witness = verdict.secondary();
    if (witness != null) {
      figures.put(witness.observationId(), witness);
      findings.add(disagreement(chosen, witness));
    }
  }

  void addVintage(VintageKey key, Result verdict) {
    vintages.put(key, verdict.value());
    putFigures(verdict);
    putConflicting(verdict);
  }

  SelectedValues build() {
    List<Figure> sorted = new ArrayList<>(figures.values());
    sorted.sort(Comparator.comparing(Figure::observationId));
    return new SelectedValues(values, vintages, sorted, conflictingObservations, findings);
  }

  /** Of a revised year the contest of one vintage comes last, and replaces that of all. */
  private void putConflicting(Result verdict) {
    Conflict conflict = verdict.conflict();
    if (conflict == null) {
      conflictingObservations.remove(verdict.selected().observationId());
    } else {
      conflictingObservations.put(
          verdict.selected().observationId(),
          List.of(conflict.high().observationId(), conflict.low().observationId()));
    }
  }

  private void putFigures(Result verdict) {
    figures.put(verdict.selected().observationId(), verdict.selected());
    Conflict conflict = verdict.conflict();
    if (conflict != null) {
      figures.put(conflict.high().observationId(), conflict.high());
      figures.put(conflict.low().observationId(), conflict.low());
    }
  }

  private Finding disagreement(Figure chosen, Conflict conflict) {
    Figure high = conflict.high();
    Figure low = conflict.low();
    Figure found = distance(high, chosen).compareTo(distance(low, chosen)) >= 0 ? high : low;
    Figure other = found == high ? low : high;
    return finding(
        chosen,
        found,
        Stream.of(chosen, found, other),
        describe(found)
            + ", "
            + describe(other)
            + differenceInPercent(high, low, chosen)
            + (chosen == other || chosen == found ? "" : "; the value used: " + describe(chosen)));
  }

  private Finding disagreement(Figure chosen, Figure witness) {
    String what = Precedence.isQuoted(witness) ? "quoted" : "unverified";
    return finding(
        chosen,
        witness,
        Stream.of(chosen, witness),
        "Witness ("
            + what
            + "): "
            + describe(witness)
            + ", "
            + describe(chosen)
            + differenceInPercent(witness, chosen, chosen));
  }

  private Finding finding(Figure chosen, Figure found, Stream<Figure> concerned, String detail) {
    List<Figure> all =
        concerned.distinct().sorted(Comparator.comparing(Figure::observationId)).toList();
    List<String> values =
        all.stream()
            .map(each -> each.observationId() + "=" + DecimalText.plain(each.value()))
            .toList();
    return FindingBuilder.builder()
        .findingId(
            digest.nextId(
                KIND.id(), chosen.cityCode(), chosen.indicator(), Precedence.day(chosen), values))
        .kind(KIND)
        .cityCode(chosen.cityCode())
        .indicator(chosen.indicator())
        .periodEnd(Precedence.day(chosen))
        .observationIds(all.stream().map(Figure::observationId).toList())
        .expected(chosen.value())
        .found(found.value())
        .detail(detail)
        .runId(runId)
        .build();
  }

  private static BigDecimal distance(Figure one, Figure other) {
    return one.value().subtract(other.value()).abs();
  }

  /** Such as {@code 深圳市统计局 says 13438800 person}. */
  private static String describe(Figure figure) {
    return figure.publisher() + " says " + DecimalText.plain(figure.value()) + " " + figure.unit();
  }

  /** The difference in percent of the value used; nothing where that is 0. */
  private static String differenceInPercent(Figure one, Figure other, Figure chosen) {
    if (chosen.value().signum() == 0) {
      return "";
    }
    BigDecimal percent =
        distance(one, other)
            .multiply(HUNDRED)
            .divide(chosen.value().abs(), MathContext.DECIMAL128)
            .setScale(1, RoundingMode.HALF_UP);
    return ": " + percent.toPlainString() + " % of the value used apart";
  }
}
