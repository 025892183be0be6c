package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.List;
import org.duibiao.markup.Html;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Text;
import org.duibiao.report.model.Model;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.View;
import org.duibiao.tables.BenchmarkRow;

/** All benchmarks at a glance: how many cities are above and below the reference. */
final class Overview {

  private final Model model;
  private final Text reference;

  private Overview(Model model) {
    this.model = model;
    this.reference = model.area(model.reference().code());
  }

  static Html render(Model model) {
    return new Overview(model).section();
  }

  private Html section() {
    List<Html> lines = new ArrayList<>();
    for (View view : model.views()) {
      Html name =
          Html.of(
              "<th scope=\"row\"><a href=\"#{}\">{}</a> <small>{}</small></th>",
              BenchmarkSection.anchor(view.benchmark()),
              model.benchmark(view.benchmark().id()),
              Phrases.of("polarity_short", view.benchmark().polarity().id()));
      if (view.year() == null) {
        lines.add(
            Html.of(
                "<tr>{}<td colspan=\"6\" class=\"note\">{}</td></tr>\n",
                name,
                Text.of("{0}没有同年数字", "no figure of {0} for the same year", reference)));
        continue;
      }
      List<BenchmarkRow> rows = view.compared();
      lines.add(
          Html.of(
              "<tr>{}<td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td>"
                  + "<td class=\"n\">{}</td><td>{}</td><td>{}</td></tr>\n",
              name,
              view.year(),
              Text.of(
                  "{} <small>{}</small>",
                  "{} <small>{}</small>",
                  Numbers.rate(view.reference().rate(), view.reference().basis()),
                  Model.rateUnit(view.benchmark())),
              Headlines.count(view, 1),
              Headlines.count(view, -1),
              rows.isEmpty() ? Text.EMPTY : named(rows.get(0)),
              rows.isEmpty() ? Text.EMPTY : named(rows.get(rows.size() - 1))));
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
        Text.plain("各项指标一览", "All benchmarks at a glance"),
        Text.plain("指标", "Benchmark"),
        Text.plain("年份", "Year"),
        reference,
        Text.of("高于{0}", "Above {0}", reference),
        Text.of("低于{0}", "Below {0}", reference),
        Text.plain("最高的其他城市", "Highest other city"),
        Text.plain("最低的其他城市", "Lowest other city"),
        lines,
        Text.plain(
            "高于、低于是按比率本身数的，其中相差不到界限（多为 5%）的看作相近。",
            "Above and below are counted by the rates themselves; those nearer than the margin,"
                + " mostly 5%, are taken to be close."));
  }

  private Text named(BenchmarkRow row) {
    return Text.of(
        "{} {}", "{} {}", model.area(row.cityCode()), Numbers.rate(row.rate(), row.basis()));
  }
}
