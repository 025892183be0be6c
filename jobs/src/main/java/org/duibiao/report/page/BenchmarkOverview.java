package org.duibiao.report.page;

import java.util.List;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Texts;
import org.duibiao.model.code.Side;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.BenchmarkRow;

/** A table of all benchmarks: how many cities are above and below the reference. */
final class BenchmarkOverview {

  private final ReportIndex model;
  private final Bilingual reference;

  private BenchmarkOverview(ReportIndex model) {
    this.model = model;
    this.reference = model.referenceName();
  }

  static Html render(ReportIndex model) {
    return new BenchmarkOverview(model).section();
  }

  private Html section() {
    DataTable table = new DataTable("overview", "overview", reference);
    for (BenchmarkView view : model.views()) {
      Bilingual polarity = Phrases.of("polarity_short", view.benchmark().polarity());
      Html name = BenchmarkSection.link(model, view.benchmark(), polarity);
      if (view.year() == null) {
        table.row(name, Texts.of("benchmark-overview.no-figure-of-for", reference));
        continue;
      }
      List<BenchmarkRow> rows = view.compared();
      table.row(
          name,
          view.year(),
          Bilingual.both(
              "{} <small>{}</small>",
              Numbers.rate(view.reference().rate(), view.reference().basis()),
              ReportIndex.rateUnit(view.benchmark())),
          HighlightsSection.count(view, Side.ABOVE),
          HighlightsSection.count(view, Side.BELOW),
          rows.isEmpty() ? Bilingual.EMPTY : named(rows.get(0)),
          rows.isEmpty() ? Bilingual.EMPTY : named(rows.get(rows.size() - 1)));
    }
    return model.views().isEmpty()
        ? Html.EMPTY
        : Html.of(
            "<h3 id=\"overview\">{}</h3>\n{}{}",
            Texts.of("benchmark-overview.all-benchmarks-at-a"),
            table.render(),
            Paragraph.note(Texts.of("benchmark-overview.cities-nearer-than-the")));
  }

  private Bilingual named(BenchmarkRow row) {
    return Bilingual.both(
        "{} {}", model.areaName(row.cityCode()), Numbers.rate(row.rate(), row.basis()));
  }
}
