package org.duibiao.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.duibiao.benchmark.BenchmarkRow;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Polarity;

/** One benchmark: its unit and meaning, the picture, the table, earlier years. */
final class BenchmarkSection {

  private final Model model;
  private final View view;
  private final Benchmark benchmark;
  private final Text reference;
  private final boolean computed;
  private final boolean ranked;

  private BenchmarkSection(Model model, View view) {
    this.model = model;
    this.view = view;
    this.benchmark = view.benchmark();
    this.reference = model.area(model.reference().code());
    this.computed = view.isComputed();
    this.ranked = view.rows().stream().anyMatch(row -> row.rank() != null);
  }

  static Html render(Model model, View view) {
    return new BenchmarkSection(model, view).section();
  }

  /** The id of a benchmark's section. */
  static String anchor(Benchmark benchmark) {
    return "b-" + Model.identifier(benchmark.id());
  }

  /** The id of a city's row in it. */
  static String anchor(Benchmark benchmark, String cityCode) {
    return anchor(benchmark) + "-" + Model.identifier(cityCode);
  }

  private Html section() {
    return Html.of(
        "<section id=\"{0}\" class=\"benchmark\"><h3 id=\"{0}-h\">{1}</h3>\n"
            + "<p class=\"unit\">{2} · {3}{4}</p>\n{5}{6}{7}</section>\n",
        anchor(benchmark),
        model.benchmark(benchmark.id()),
        Text.of("单位：{}", "Unit: {}", Model.rateUnit(benchmark)),
        Headlines.judgement(benchmark),
        formula(),
        view.year() == null ? noYear() : figure(),
        table(),
        history());
  }

  private Text formula() {
    if (!computed) {
      return Text.plain(" · 各市公布的比率，未经换算", " · rates as published");
    }
    return Text.of(
        " · {0} ÷ {1}",
        " · {0} ÷ {1}",
        model.indicator(benchmark.numerator().id()),
        model.indicator(benchmark.denominator().id()));
  }

  private Html noYear() {
    return Html.of(
        "<p class=\"note\">{}</p>\n",
        Text.of(
            "{0}在各市有数字的年份没有数字，不作对照，只列出各市的数字。",
            "There is no figure of {0} for a year in which another city has one: the figures are"
                + " listed without a comparison.",
            reference));
  }

  private Html figure() {
    int more = view.compared().size() - view.points().size();
    Text left =
        more == 0
            ? Text.EMPTY
            : Text.of(
                "图中是人口最多的 {0} 个城市与{1}，另外 {2} 个城市见表。",
                " Drawn are the {0} most populous cities and {1}; {2} more are in the table.",
                view.points().size(),
                reference,
                more);
    Text scale =
        Chart.beginsAtZero(model, view)
            ? Text.EMPTY
            : Text.plain("横轴不从 0 开始。", " The scale does not begin at 0.");
    return Html.of(
        "<figure><figcaption><p class=\"lead\">{}</p></figcaption>\n{}"
            + "<p class=\"legend\"><span class=\"key\">◆ {}</span> <span class=\"key up\">● {}</span>"
            + " <span class=\"key down\">■ {}</span> {} {}{}</p>"
            + "</figure>\n",
        Text.of("{}{}", "{} {}", Headlines.level(model, view), Headlines.sides(model, view)),
        Chart.of(model, view),
        reference,
        Text.plain("高于（或等于）它", "above it or equal"),
        Text.plain("低于它", "below it"),
        view.points().stream().anyMatch(row -> !row.comparability().equals("comparable"))
            ? Html.of(
                "<span class=\"key\">○ □ {}</span>", Text.plain("空心：须慎用", "hollow: with care"))
            : Html.EMPTY,
        left,
        scale);
  }

  private Html table() {
    List<Html> head = new ArrayList<>();
    head.add(column(Text.plain("城市", "City"), ""));
    head.add(column(Text.plain("年份", "Year"), "n"));
    if (computed) {
      head.add(column(model.indicator(benchmark.numerator().id()), "n"));
      head.add(column(model.indicator(benchmark.denominator().id()), "n"));
    }
    head.add(
        column(
            Text.of("比率 <small>{0}</small>", "Rate <small>{0}</small>", Model.rateUnit(benchmark)),
            "n"));
    head.add(column(reference, "n"));
    head.add(column(Text.plain("相差", "Difference"), "n"));
    head.add(column(Text.plain("比值", "Ratio"), "n"));
    if (computed) {
      head.add(column(Text.plain("持平还需", "Needed to match"), "n"));
    }
    head.add(column(Text.plain("高低与评价", "Standing"), ""));
    if (ranked) {
      head.add(column(Text.plain("位次", "Rank"), "n"));
    }
    head.add(column(Text.plain("可比性", "Comparability"), ""));

    List<Html> main = new ArrayList<>();
    List<Html> older = new ArrayList<>();
    List<Html> others = new ArrayList<>();
    boolean placed = view.year() == null;
    for (BenchmarkRow row : view.rows()) {
      if (!model.isCity(row.cityCode())) {
        others.add(line(row));
      } else if (!View.isOf(row, view.year())) {
        older.add(line(row));
      } else {
        if (!placed && isBehind(row)) {
          main.add(referenceLine());
          placed = true;
        }
        main.add(line(row));
      }
    }
    if (!placed) {
      main.add(referenceLine());
    }
    int columns = head.size();
    return Html.of(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"{0}-h\"><table>"
            + "<thead><tr>{1}</tr></thead>\n{2}{3}{4}</table></div>\n",
        anchor(benchmark),
        head,
        group(main, null, columns),
        group(
            older,
            view.year() == null
                ? null
                : Text.of(
                    "{}年没有可对照数字的城市：最近一年",
                    "Cities without a figure to compare in {}: their newest year",
                    view.year()),
            columns),
        group(others, Text.plain("省与全国（不与城市排名）", "Provinces, nation (not ranked)"), columns));
  }

  private boolean isBehind(BenchmarkRow row) {
    double rate = view.reference().rate();
    return benchmark.polarity() == Polarity.LOW ? row.rate() > rate : row.rate() <= rate;
  }

  private static Html column(Text name, String look) {
    return look.isEmpty()
        ? Html.of("<th scope=\"col\">{}</th>", name)
        : Html.of("<th scope=\"col\" class=\"{}\">{}</th>", look, name);
  }

  private static Html group(List<Html> lines, Text title, int columns) {
    if (lines.isEmpty()) {
      return Html.EMPTY;
    }
    Html heading =
        title == null
            ? Html.EMPTY
            : Html.of(
                "<tr class=\"group\"><th colspan=\"{}\" scope=\"rowgroup\">{}</th></tr>\n",
                columns,
                title);
    return Html.of("<tbody>{}{}</tbody>\n", heading, lines);
  }

  private Html line(BenchmarkRow row) {
    References references = model.references();
    boolean published = row.basis().equals("published");
    List<Html> cells = new ArrayList<>();
    cells.add(number(Text.same(row.year()), Html.EMPTY));
    if (computed) {
      boolean counted = row.numerator() != null && !published;
      cells.add(
          counted
              ? number(
                  model.numerator(benchmark, row.numerator()),
                  references.links(row.numeratorObservationId()))
              : dash());
      cells.add(
          counted && row.denominator() != null
              ? number(
                  Text.of(
                      "{}{}",
                      "{}{}",
                      model.denominator(benchmark, row.denominator()),
                      otherYear(row.denominatorYear(), row.year())),
                  references.links(row.denominatorObservationId()))
              : dash());
    }
    cells.add(
        number(
            computed && published
                ? Text.of(
                    "{} <small>公布值</small>",
                    "{} <small>as published</small>",
                    Numbers.rate(row.rate(), row.basis()))
                : Text.same(Numbers.rate(row.rate(), row.basis())),
            published ? references.links(row.numeratorObservationId()) : Html.EMPTY));
    if (row.referenceRate() == null) {
      cells.add(dash());
      cells.add(dash());
      cells.add(dash());
    } else {
      cells.add(
          number(
              Text.of(
                  "{}{}",
                  "{}{}",
                  Numbers.rate(row.referenceRate(), row.basis()),
                  otherYear(row.referenceYear(), row.year())),
              references.links(
                  row.referenceNumeratorObservationId(), row.referenceDenominatorObservationId())));
      cells.add(
          row.difference() == null
              ? dash()
              : number(
                  Text.same(Numbers.difference(row.difference(), row.referenceRate(), row.basis())),
                  Html.EMPTY));
      cells.add(
          row.ratio() == null
              ? dash()
              : number(Text.same(Numbers.fixed(row.ratio(), 2)), Html.EMPTY));
    }
    if (computed) {
      cells.add(row.neededToMatch() == null ? dash() : needed(row));
    }
    cells.add(Html.of("<td class=\"standing\">{}</td>", standing(row)));
    if (ranked) {
      cells.add(row.rank() == null ? dash() : number(rank(row.rank(), row.cities()), Html.EMPTY));
    }
    cells.add(Html.of("<td class=\"why\">{}</td>", comparability(row)));
    return Html.of(
        "<tr><th scope=\"row\" id=\"{}\">{}</th>{}</tr>\n",
        anchor(benchmark, row.cityCode()),
        model.area(row.cityCode()),
        cells);
  }

  private Html needed(BenchmarkRow row) {
    return Model.up(row.neededToMatch()) <= 0
        ? Html.of("<td class=\"n\">{}</td>", Text.plain("已达到", "already there"))
        : number(model.needed(benchmark, row.neededToMatch()), Html.EMPTY);
  }

  private Html referenceLine() {
    View.ReferencePoint point = view.reference();
    References references = model.references();
    boolean counted = point.numerator() != null && !point.basis().equals("published");
    List<Html> cells = new ArrayList<>();
    cells.add(number(Text.same(point.year()), Html.EMPTY));
    if (computed) {
      cells.add(
          counted
              ? number(
                  model.numerator(benchmark, point.numerator()),
                  references.links(point.numeratorId()))
              : dash());
      cells.add(
          counted && point.denominator() != null
              ? number(
                  Text.of(
                      "{}{}",
                      "{}{}",
                      model.denominator(benchmark, point.denominator()),
                      otherYear(point.denominatorYear(), point.year())),
                  references.links(point.denominatorId()))
              : dash());
    }
    cells.add(
        number(
            Text.same(Numbers.rate(point.rate(), point.basis())),
            counted && computed ? Html.EMPTY : references.links(point.numeratorId())));
    return Html.of(
        "<tr class=\"reference\"><th scope=\"row\" id=\"{}\">◆ {}</th>{}<td colspan=\"{}\">{}</td>"
            + "</tr>\n",
        anchor(benchmark, model.reference().code()),
        reference,
        cells,
        5 + (computed ? 1 : 0) + (ranked ? 1 : 0),
        point.rank() == null
            ? Text.plain("参照城市", "the reference")
            : Text.of("参照城市，位次 {}", "the reference, rank {}", rank(point.rank(), point.cities())));
  }

  private static Text otherYear(Integer year, int expected) {
    return year == null || year == expected ? Text.EMPTY : Text.of("（{}年）", " ({})", year);
  }

  private Text standing(BenchmarkRow row) {
    List<Text> parts = new ArrayList<>();
    if (row.referenceRate() != null && !row.comparability().equals("not_comparable")) {
      int side = View.side(row);
      parts.add(Phrases.of("side", side > 0 ? "above" : side < 0 ? "below" : "equal"));
    }
    if (row.standing().equals("not_judged")) {
      parts.add(
          Phrases.of(
              "standing",
              benchmark.polarity() == Polarity.NONE ? "not_judged_resource" : "not_judged"));
    } else {
      parts.add(Phrases.of("standing", row.standing()));
    }
    return Text.join("，", ", ", parts);
  }

  private static Text rank(Integer rank, Integer cities) {
    return cities == null ? Text.same(rank) : Text.of("{0}/{1}", "{0} of {1}", rank, cities);
  }

  private static Text comparability(BenchmarkRow row) {
    Text verdict = Phrases.of("comparability", row.comparability());
    List<String> reasons = View.reasons(row);
    return reasons.isEmpty()
        ? verdict
        : Text.of("{}：{}", "{}: {}", verdict, Phrases.flags(reasons));
  }

  private static Html number(Text value, Html links) {
    return Html.of("<td class=\"n\">{}{}</td>", value, links);
  }

  private static Html dash() {
    return Html.of("<td class=\"n\">—</td>");
  }

  /** Earlier years of what is drawn; all others are in the CSV. */
  private Html history() {
    SortedSet<Integer> years = new TreeSet<>();
    view.history().values().forEach(rates -> years.addAll(rates.keySet()));
    if (view.year() == null || years.size() < 2) {
      return Html.EMPTY;
    }
    List<Integer> newestFirst = new ArrayList<>(years);
    Collections.reverse(newestFirst);
    List<Html> head = new ArrayList<>();
    newestFirst.forEach(year -> head.add(Html.of("<th scope=\"col\" class=\"n\">{}</th>", year)));
    List<Html> lines = new ArrayList<>();
    lines.add(years(model.reference().code(), newestFirst, " class=\"reference\""));
    view.points().forEach(point -> lines.add(years(point.cityCode(), newestFirst, "")));
    return Html.of(
        "<details><summary>{}</summary><div class=\"scroll\" tabindex=\"0\" role=\"region\""
            + " aria-labelledby=\"{}-h\"><table class=\"years\"><thead><tr><th scope=\"col\">{}</th>"
            + "{}</tr></thead>\n<tbody>{}</tbody></table></div></details>\n",
        Text.of(
            "历年比率（{0}–{1}年，图中各市；分子、分母与全部城市见 benchmarks.csv）",
            "Rates by year ({0}–{1}, the cities drawn; numerators, denominators and all cities are"
                + " in benchmarks.csv)",
            years.first(),
            years.last()),
        anchor(benchmark),
        Text.plain("城市", "City"),
        head,
        lines);
  }

  private Html years(String code, List<Integer> years, String attributes) {
    SortedMap<Integer, Double> rates = view.history().getOrDefault(code, new TreeMap<>());
    String basis = computed ? "computed" : "published";
    List<Html> cells = new ArrayList<>();
    for (Integer year : years) {
      Double rate = rates.get(year);
      cells.add(rate == null ? dash() : number(Text.same(Numbers.rate(rate, basis)), Html.EMPTY));
    }
    return Html.of(
        "<tr{}><th scope=\"row\">{}</th>{}</tr>\n",
        Html.trusted(attributes),
        model.area(code),
        cells);
  }
}
