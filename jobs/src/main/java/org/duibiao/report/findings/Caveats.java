package org.duibiao.report.findings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Sanitizer;
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
    List<Bilingual> others = OtherFigure.of(model, row).map(each -> of(model, each)).toList();
    if (!others.isEmpty()) {
      flags.remove(Flag.CONFLICTING_SOURCES);
    }
    Bilingual text =
        Bilingual.statements(
            Stream.concat(
                    Stream.of(of(model, flags, BenchmarkView.observationIds(row))), others.stream())
                .toList());
    return row.comparability() == Comparability.WITH_CARE && !text.isEmpty()
        ? Bilingual.of("须慎用：{}", "with care: {}", text)
        : text;
  }

  private static Bilingual of(ReportIndex model, OtherFigure figure) {
    Figure other = figure.other();
    return Texts.of(
        "caveats.another-source",
        model.areaName(other.cityCode()),
        model.indicatorName(other.indicator()),
        Sanitizer.shorten(other.publisher(), 40),
        model.valueText(other),
        other.flags().contains(Flag.DEFINITION_DIFFERS)
            ? Texts.of("caveats.by-another-definition")
            : Bilingual.EMPTY,
        figure.reverses(model) ? Texts.of("caveats.which-reverses-it") : Bilingual.EMPTY);
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
    Map<Boolean, List<Flag>> own =
        flags.stream().collect(Collectors.partitioningBy(flag -> Phrases.has(kind, flag.id())));
    return Bilingual.statements(
        Stream.concat(
                own.get(true).stream().map(flag -> Phrases.of(kind, flag)),
                Stream.of(of(model, own.get(false), observationIds)))
            .toList());
  }

  /**
   * The figures about years that a series break revised which are not known to be revised, such as
   * {@code 2019年的常住人口是修订前公布的}.
   */
  public static Bilingual unrevised(ReportIndex model, Collection<String> observationIds) {
    return Bilingual.statements(
        figures(model, observationIds)
            .sorted(Comparator.comparing(Figure::periodEnd).thenComparing(Figure::observationId))
            .flatMap(
                figure ->
                    model
                        .breaks(figure.indicator(), figure.cityCode())
                        .filter(each -> isUnrevised(figure, each))
                        .map(each -> unrevised(model, figure)))
            .distinct()
            .toList());
  }

  private static Stream<Figure> figures(ReportIndex model, Collection<String> observationIds) {
    return observationIds.stream().map(model.figures()::get).filter(Objects::nonNull);
  }

  private static boolean isUnrevised(Figure figure, SeriesBreak seriesBreak) {
    int year = figure.periodEnd().getYear();
    return seriesBreak.revisedFrom() != null
        && seriesBreak.revisedTo() != null
        && seriesBreak.announced() != null
        && year >= seriesBreak.revisedFrom()
        && year <= seriesBreak.revisedTo()
        && (figure.published() == null || figure.published().isBefore(seriesBreak.announced()));
  }

  private static Bilingual unrevised(ReportIndex model, Figure figure) {
    return Texts.of(
        figure.published() == null ? "caveats.revised-or-not-is-unknown" : "caveats.not-revised",
        model.areaName(figure.cityCode()),
        figure.periodEnd().getYear(),
        model.indicatorName(figure.indicator()));
  }

  /** Of figures with those flags. */
  public static Bilingual of(
      ReportIndex model, List<Flag> flags, Collection<String> observationIds) {
    boolean isUnverified =
        figures(model, observationIds)
            .anyMatch(figure -> figure.sourceClass() == SourceClass.UNVERIFIED);
    return Bilingual.statements(
        Stream.concat(
                flags.stream()
                    .filter(flag -> !flag.isHarmless())
                    .distinct()
                    .sorted()
                    .map(Phrases::flag),
                isUnverified ? Stream.of(Texts.of("caveats.a-source-is-not")) : Stream.empty())
            .distinct()
            .toList());
  }

  /** Which direction is good, where one is. */
  static Bilingual polarity(Polarity polarity) {
    return polarity == Polarity.NONE
        ? Bilingual.EMPTY
        : Texts.of("caveats.polarity", Phrases.of("polarity_short", polarity));
  }
}
