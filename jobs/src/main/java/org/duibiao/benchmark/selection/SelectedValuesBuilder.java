package org.duibiao.benchmark.selection;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duibiao.benchmark.selection.CompetingFigures.Conflict;
import org.duibiao.benchmark.selection.ValueSelection.Result;
import org.duibiao.model.DecimalText;
import org.duibiao.model.Digest;
import org.duibiao.model.Message;
import org.duibiao.model.code.FindingKind;
import org.duibiao.model.code.Flag;
import org.duibiao.tables.Figure;
import org.duibiao.tables.FigureBuilder;
import org.duibiao.tables.Finding;
import org.duibiao.tables.FindingBuilder;
import org.duibiao.tables.IndicatorValue;

/** Turns the results of selections, in the order of their keys, into rows. */
final class SelectedValuesBuilder {

  private static final FindingKind KIND = FindingKind.SOURCES_DISAGREE;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final String runId;
  private final Digest digest = new Digest();
  private final List<IndicatorValue> values = new ArrayList<>();
  private final SortedMap<VintageKey, IndicatorValue> vintages = new TreeMap<>();
  private final SortedMap<String, Figure> figures = new TreeMap<>();
  private final Map<String, List<String>> conflictingObservations = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  SelectedValuesBuilder(String runId) {
    this.runId = runId;
  }

  void add(Result result) {
    values.add(result.value());
    putFigures(result);
    putConflicting(result);
    Figure chosen = result.selected();
    if (result.conflict() != null) {
      findings.add(disagreement(chosen, result.conflict()));
    }
    Figure secondary = result.secondary();
    if (secondary != null) {
      figures.put(secondary.observationId(), secondary);
      findings.add(disagreement(chosen, secondary));
    }
  }

  void addDoubted(Figure figure) {
    Set<Flag> flags = Flag.setOf(figure.flags());
    flags.add(Flag.DOUBTED);
    figures.put(
        figure.observationId(), FigureBuilder.builder(figure).flags(List.copyOf(flags)).build());
  }

  void addVintage(VintageKey key, Result result) {
    vintages.put(key, result.value());
    putFigures(result);
    putConflicting(result);
  }

  SelectedValues build() {
    return new SelectedValues(values, vintages, figures, conflictingObservations, findings);
  }

  /**
   * In a revised year the selection within a vintage comes last and replaces that of all figures.
   */
  private void putConflicting(Result result) {
    Conflict conflict = result.conflict();
    if (conflict == null) {
      conflictingObservations.remove(result.selected().observationId());
    } else {
      conflictingObservations.put(
          result.selected().observationId(),
          List.of(conflict.high().observationId(), conflict.low().observationId()));
    }
  }

  private void putFigures(Result result) {
    figures.put(result.selected().observationId(), result.selected());
    Conflict conflict = result.conflict();
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
    String used = chosen == other || chosen == found ? "" : "; the value used: " + describe(chosen);
    return finding(
        chosen,
        found,
        Stream.of(chosen, found, other),
        Message.of(
            "%s, %s%s%s",
            describe(found), describe(other), differenceInPercent(high, low, chosen), used));
  }

  private Finding disagreement(Figure chosen, Figure secondary) {
    return finding(
        chosen,
        secondary,
        Stream.of(chosen, secondary),
        Message.of(
            "Secondary source (%s): %s, %s%s",
            Precedence.isQuoted(secondary) ? "quoted" : "unverified",
            describe(secondary),
            describe(chosen),
            differenceInPercent(secondary, chosen, chosen)));
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
