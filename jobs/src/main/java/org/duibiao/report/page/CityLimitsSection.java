package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Texts;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.TargetState;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.BenchmarkRow;

/** What cannot be said about a city, and why. */
final class CityLimitsSection extends Section {

  private final CityRows city;
  private final Map<BenchmarkView, BenchmarkRow> compared;
  private final Bilingual name;

  CityLimitsSection(ReportIndex model, CityRows city, Map<BenchmarkView, BenchmarkRow> compared) {
    super(model, "unsaid", Texts.of("city-limits.what-this-does-not", model.areaName(city.code())));
    this.city = city;
    this.compared = compared;
    this.name = model.areaName(city.code());
  }

  @Override
  Html body(Citations citations) {
    List<Bilingual> items = new ArrayList<>();
    Map<Bilingual, List<Bilingual>> why = new LinkedHashMap<>();
    compared.forEach(
        (view, row) -> {
          if (row.comparability() == Comparability.NOT_COMPARABLE
              && !model.isReference(city.code())) {
            why.computeIfAbsent(Phrases.flags(reasons(row)), each -> new ArrayList<>())
                .add(model.benchmarkName(view.benchmark().id()));
          }
        });
    why.forEach(
        (reason, names) ->
            items.add(
                Texts.of(
                    "city-limits.not-compared-with",
                    Bilingual.list(names),
                    model.referenceName(),
                    reason)));
    List<Bilingual> without =
        model.views().stream()
            .filter(view -> !compared.containsKey(view))
            .map(view -> model.benchmarkName(view.benchmark().id()))
            .toList();
    if (!without.isEmpty()) {
      items.add(Texts.of("city-limits.no-figure-of-that", name, Bilingual.list(without)));
    }
    long unchecked =
        city.targets().stream().filter(row -> row.state() == TargetState.CANNOT_BE_CHECKED).count();
    if (unchecked > 0) {
      items.add(Texts.of("city-limits.for-targets-no-figure", unchecked));
    }
    items.add(Texts.of("city-limits.institutions-beds-and-staff"));
    return Paragraph.list(items);
  }

  private static List<Flag> reasons(BenchmarkRow row) {
    return row.reasons().contains(Flag.NO_REFERENCE_VALUE)
        ? List.of(Flag.NO_REFERENCE_VALUE)
        : BenchmarkView.reasons(row).stream().filter(each -> !each.isHarmless()).sorted().toList();
  }
}
