package org.duibiao.benchmark.selection;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.duibiao.benchmark.selection.CompetingFigures.Conflict;
import org.duibiao.benchmark.selection.SelectedValues.VintageKey;
import org.duibiao.model.DecimalText;
import org.duibiao.model.Message;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.FindingKind;
import org.duibiao.model.code.Flag;
import org.duibiao.tables.Figure;
import org.duibiao.tables.FigureBuilder;
import org.duibiao.tables.IndicatorValue;

/** Turns the results of selections, in the order of their keys, into rows. */
final class SelectedValuesBuilder {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final String runId;
  private final SelectedValues built;

  SelectedValuesBuilder(List<SeriesBreak> breaks, String runId) {
    this.runId = runId;
    this.built =
        new SelectedValues(
            breaks,
            new TreeMap<>(),
            new LinkedHashMap<>(),
            new HashMap<>(),
            new HashMap<>(),
            new ArrayList<>());
  }

  SelectedValues build() {
    return built;
  }

  void add(ValueSelection result) {
    IndicatorValue value = result.value();
    built
        .byArea()
        .computeIfAbsent(value.cityCode(), none -> new TreeMap<>())
        .computeIfAbsent(value.indicator(), none -> new TreeMap<>())
        .put(value.year(), value);
    put(result);
    Figure chosen = result.selected();
    if (result.conflict() != null) {
      addDisagreement(chosen, result.conflict());
    }
    Figure secondary = result.secondary();
    if (secondary != null) {
      put(secondary);
      String detail =
          Message.of(
              "Secondary source (%s): %s, %s%s",
              Precedence.isQuoted(secondary) ? "quoted" : "unverified",
              describe(secondary),
              describe(chosen),
              differenceInPercent(secondary, chosen, chosen));
      addFinding(chosen, secondary, List.of(chosen, secondary), detail);
    }
  }

  void addDoubted(Figure figure) {
    Set<Flag> flags = Flag.setOf(figure.flags());
    flags.add(Flag.DOUBTED);
    put(FigureBuilder.builder(figure).flags(List.copyOf(flags)).build());
  }

  void addVintage(VintageKey key, ValueSelection result) {
    built.vintages().put(key, result.value());
    put(result);
  }

  /**
   * Notes the figures; in a revised year the selection within a vintage comes last and replaces the
   * conflict of all figures.
   */
  private void put(ValueSelection result) {
    put(result.selected());
    String chosen = result.selected().observationId();
    Conflict conflict = result.conflict();
    if (conflict == null) {
      built.conflicts().remove(chosen);
    } else {
      put(conflict.high());
      put(conflict.low());
      built.conflicts().put(chosen, List.of(conflict.high(), conflict.low()));
    }
  }

  private void put(Figure figure) {
    built.figures().put(figure.observationId(), figure);
  }

  private void addDisagreement(Figure chosen, Conflict conflict) {
    Figure high = conflict.high();
    Figure low = conflict.low();
    Figure found = distance(high, chosen).compareTo(distance(low, chosen)) >= 0 ? high : low;
    Figure other = found == high ? low : high;
    String used = chosen == other || chosen == found ? "" : "; the value used: " + describe(chosen);
    String apart = differenceInPercent(high, low, chosen);
    String detail = Message.of("%s, %s%s%s", describe(found), describe(other), apart, used);
    addFinding(chosen, found, List.of(chosen, found, other), detail);
  }

  private void addFinding(Figure chosen, Figure found, List<Figure> concerned, String detail) {
    SortedMap<String, BigDecimal> values = new TreeMap<>();
    concerned.forEach(each -> values.put(each.observationId(), each.value()));
    built
        .findings()
        .add(
            FigureFinding.about(
                    FindingKind.SOURCES_DISAGREE,
                    chosen.cityCode(),
                    chosen.indicator(),
                    Precedence.day(chosen),
                    values)
                .expected(chosen.value())
                .found(found.value())
                .detail(detail)
                .runId(runId)
                .build());
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
