package org.duibiao.report.findings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Texts;
import org.duibiao.model.Benchmark;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.SourceClass;
import org.duibiao.model.code.Standing;
import org.duibiao.model.code.Uncertainty;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.Figure;

/** What must be known of a figure before it is quoted, as part of the sentence that quotes it. */
public final class Caveats {

  private Caveats() {}

  /** Of a comparison: why it is to be used with care, and whether it could be tested. */
  static Bilingual of(ReportIndex model, BenchmarkRow row) {
    List<Flag> flags = new ArrayList<>(BenchmarkView.reasons(row));
    if (isUncounted(model, row)) {
      flags.add(Flag.EVENTS_UNKNOWN);
    } else if (row.standing() == Standing.BETTER || row.standing() == Standing.WORSE) {
      row.reasons().stream().filter(Flag.NO_COUNT_KNOWN::equals).forEach(flags::add);
    }
    Bilingual text = of(model, flags, BenchmarkView.observationIds(row));
    return row.comparability() == Comparability.WITH_CARE && !text.isEmpty()
        ? Bilingual.of("须慎用：{}", "with care: {}", text)
        : text;
  }

  /**
   * Whether a rate of deaths or other events rests on few of them, or on an unknown number: one
   * case more or less may reverse the comparison.
   */
  static boolean mayRestOnFewCases(ReportIndex model, BenchmarkRow row) {
    return row.flags().contains(Flag.FEW_CASES) || isUncounted(model, row);
  }

  private static boolean isUncounted(ReportIndex model, BenchmarkRow row) {
    Benchmark benchmark = model.benchmarkOrNull(row.benchmark());
    return benchmark != null
        && benchmark.uncertainty() == Uncertainty.EVENTS
        && row.reasons().contains(Flag.NO_COUNT_KNOWN);
  }

  /**
   * Of figures with those flags, where a flag may mean something else than elsewhere.
   *
   * @param kind the phrases that say what it means there: {@code trend}, {@code target}
   */
  static Bilingual of(
      String kind, ReportIndex model, List<Flag> flags, Collection<String> observationIds) {
    List<Bilingual> parts = new ArrayList<>();
    List<Flag> others = new ArrayList<>();
    for (Flag flag : flags) {
      if (Phrases.has(kind, flag.id())) {
        parts.add(Phrases.of(kind, flag));
      } else {
        others.add(flag);
      }
    }
    parts.add(of(model, others, observationIds));
    return Bilingual.statements(parts.stream().filter(each -> !each.isEmpty()).toList());
  }

  /**
   * The figures about years that a series break revised which are not known to be revised, such as
   * {@code 2019年的常住人口是修订前公布的}.
   */
  public static Bilingual unrevised(ReportIndex model, Collection<String> observationIds) {
    Set<Bilingual> parts = new LinkedHashSet<>();
    observationIds.stream()
        .filter(Objects::nonNull)
        .map(model.figures()::get)
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing(Figure::periodEnd).thenComparing(Figure::observationId))
        .forEach(
            figure ->
                model
                    .breaks(figure.indicator(), figure.cityCode())
                    .forEach(each -> unrevised(model, figure, each).ifPresent(parts::add)));
    return Bilingual.statements(List.copyOf(parts));
  }

  private static Optional<Bilingual> unrevised(
      ReportIndex model, Figure figure, SeriesBreak seriesBreak) {
    int year = figure.periodEnd().getYear();
    if (seriesBreak.revisedFrom() == null
        || seriesBreak.revisedTo() == null
        || seriesBreak.announced() == null
        || year < seriesBreak.revisedFrom()
        || year > seriesBreak.revisedTo()
        || figure.published() != null && !figure.published().isBefore(seriesBreak.announced())) {
      return Optional.empty();
    }
    return Optional.of(
        Bilingual.of(
            figure.published() == null ? "{0}{1}年的{2}公布日期不详，不知是否修订后的数" : "{0}{1}年的{2}是修订前公布的",
            figure.published() == null
                ? "{0}, {1}: the {2} has no date of publication, revised or not is unknown"
                : "{0}, {1}: the {2} was published before its revision",
            model.areaName(figure.cityCode()),
            year,
            model.indicatorName(figure.indicator())));
  }

  /** Of figures with those flags. */
  public static Bilingual of(
      ReportIndex model, List<Flag> flags, Collection<String> observationIds) {
    List<Bilingual> parts = new ArrayList<>();
    flags.stream()
        .filter(flag -> !flag.isHarmless())
        .distinct()
        .sorted()
        .map(Phrases::flag)
        .forEach(parts::add);
    List<Figure> figures =
        observationIds.stream()
            .filter(Objects::nonNull)
            .map(model.figures()::get)
            .filter(Objects::nonNull)
            .toList();
    if (figures.stream().map(Figure::sourceClass).anyMatch(SourceClass.UNVERIFIED::equals)) {
      parts.add(Texts.of("caveats.a-source-is-not"));
    }
    return Bilingual.statements(parts.stream().distinct().toList());
  }

  /** Which direction is good, where one is. */
  static Bilingual polarity(Polarity polarity) {
    return polarity == Polarity.NONE
        ? Bilingual.EMPTY
        : Texts.of("caveats.polarity", Phrases.of("polarity_short", polarity));
  }
}
