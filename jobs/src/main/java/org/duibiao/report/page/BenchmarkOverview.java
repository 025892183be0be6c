package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.List;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Numbers;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.BenchmarkRow;

/** All benchmarks at a glance: how many cities are above and below the reference. */
final class BenchmarkOverview {

  private final ReportIndex model;
  private final Bilingual reference;

  private BenchmarkOverview(ReportIndex model) {
    this.model = model;
    this.reference = model.areaName(model.reference().code());
  }

  static Html render(ReportIndex model) {
    return new BenchmarkOverview(model).section();
  }

  private Html section() {
    List<Html> lines = new ArrayList<>();
    for (BenchmarkView view : model.views()) {
      Html name =
          Html.of(
              "<th scope=\"row\"><a href=\"#{}\">{}</a> <small>{}</small></th>",
              BenchmarkSection.anchor(view.benchmark()),
              model.benchmarkName(view.benchmark().id()),
              Phrases.of("polarity_short", view.benchmark().polarity().id()));
      if (view.year() == null) {
        lines.add(
            Html.of(
                "<tr>{}<td colspan=\"6\" class=\"note\">{}</td></tr>\n",
                name,
                Bilingual.of("{0}没有同年数字", "no figure of {0} for the same year", reference)));
        continue;
      }
      List<BenchmarkRow> rows = view.compared();
      lines.add(
          Html.of(
              "<tr>{}<td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td>"
                  + "<td class=\"n\">{}</td><td>{}</td><td>{}</td></tr>\n",
              name,
              view.year(),
              Bilingual.of(
                  "{} <small>{}</small>",
                  "{} <small>{}</small>",
                  Numbers.rate(view.reference().rate(), view.reference().basis()),
                  ReportIndex.rateUnit(view.benchmark())),
              HighlightsSection.count(view, 1),
              HighlightsSection.count(view, -1),
              rows.isEmpty() ? Bilingual.EMPTY : named(rows.get(0)),
              rows.isEmpty() ? Bilingual.EMPTY : named(rows.get(rows.size() - 1))));
    }
    if (lines.isEmpty()) {
      return Html.EMPTY;
    }
    return Html.of(
        "<h3 id=\"overview\">{}</h3>\n"
            + "<div class=\"scroll\" tabindex=\"0\" role=\"group\""
            + " aria-labelledby=\"overview\"><table class=\"overview\"><thead><tr><th"
            + " scope=\"col\">{}</th><th scope=\"col\" class=\"n\">{}</th><th scope=\"col\""
            + " class=\"n\">{}</th><th scope=\"col\" class=\"n\">{}</th><th scope=\"col\""
            + " class=\"n\">{}</th><th scope=\"col\">{}</th><th"
            + " scope=\"col\">{}</th></tr></thead>\n"
            + "<tbody>{}</tbody></table></div>\n"
            + "<p class=\"note\">{}</p>\n",
        Bilingual.plain("各项指标一览", "All benchmarks at a glance"),
        Bilingual.plain("指标", "Benchmark"),
        Bilingual.plain("年份", "Year"),
        reference,
        Bilingual.of("高于{0}", "Above {0}", reference),
        Bilingual.of("低于{0}", "Below {0}", reference),
        Bilingual.plain("最高的其他城市", "Highest other city"),
        Bilingual.plain("最低的其他城市", "Lowest other city"),
        lines,
        Bilingual.plain(
            "高于、低于是按比率本身数的，其中相差不到界限（多为 5%）的看作相近。",
            "Above and below are counted by the rates themselves; those nearer than the margin,"
                + " mostly 5%, are taken to be close."));
  }

  private Bilingual named(BenchmarkRow row) {
    return Bilingual.of(
        "{} {}", "{} {}", model.areaName(row.cityCode()), Numbers.rate(row.rate(), row.basis()));
  }
}
