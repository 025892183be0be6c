package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.duibiao.markup.Clean;
import org.duibiao.markup.Html;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Text;
import org.duibiao.report.model.Changes;
import org.duibiao.report.model.Disagreement;
import org.duibiao.report.model.Model;
import org.duibiao.report.model.Periods;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportInput;
import org.duibiao.report.model.Review;
import org.duibiao.tables.Figure;
import org.duibiao.tables.Finding;
import org.duibiao.tables.Source;

/**
 * On the data itself: what changed since the release before, which publications there are, what
 * does not fit together, what was left out and what waits for a person.
 */
final class DataSection {

  /** How many rows a table has room for. */
  private static final int ROWS = 60;

  private static final int NAME = 80;

  private final Model model;

  private DataSection(Model model) {
    this.model = model;
  }

  static Html render(Model model) {
    DataSection section = new DataSection(model);
    return Html.of(
        "<section id=\"data\" aria-labelledby=\"data-h\"><h2 id=\"data-h\">{}</h2>\n"
            + "<h3 id=\"changes\">{}</h3>\n{}<h3 id=\"sources\">{}</h3>\n{}"
            + "<h3 id=\"findings\">{}</h3>\n{}<h3 id=\"waiting\">{}</h3>\n{}"
            + "<h3 id=\"rejects\">{}</h3>\n{}</section>\n",
        Text.plain("数据本身", "On the data itself"),
        Text.plain("与上一次发布相比", "Since the release before"),
        section.changes(),
        Text.plain("来源", "Sources"),
        section.sources(),
        Text.plain("对不上的地方", "What does not fit together"),
        section.findings(),
        Text.plain("等人判断的", "What waits for a person"),
        section.waiting(),
        Text.plain("没有采用的", "What was left out"),
        section.refused());
  }

  private Html changes() {
    Changes changes = model.input().changes();
    if (changes.since() == null) {
      return Html.of("<p>{}</p>\n", Text.plain("这是第一次发布。", "This is the first release."));
    }
    List<Html> items = new ArrayList<>();
    for (Changes.Why why : Changes.Why.values()) {
      long count = changes.values().stream().filter(value -> value.why() == why).count();
      if (count > 0) {
        items.add(
            Html.of(
                "<li>{}</li>",
                Text.of(
                    "{0}：{1} 个",
                    "{0}: {1}",
                    Phrases.of("why", why.name().toLowerCase(Locale.ROOT)),
                    Numbers.count(count))));
      }
    }
    named(changes.sources(), "新来源", "new source").ifPresent(items::add);
    named(changes.gone(), "不再有的来源", "source no longer there").ifPresent(items::add);
    if (changes.catalogueChanged()) {
      items.add(
          Html.of(
              "<li>{}</li>",
              Text.plain("目录（指标、口径、方法）有变化", "the catalogue (indicators, methods) has changed")));
    }
    if (!changes.verdicts().isEmpty()) {
      items.add(
          Html.of(
              "<li>{}</li>",
              Text.of(
                  "数字没有变而评价或可比性变了的比较：{} 个",
                  "comparisons whose verdict changed although their figures did not: {}",
                  Numbers.count(changes.verdicts().size()))));
    }
    if (items.isEmpty()) {
      return Html.of(
          "<p>{}</p>\n",
          Text.of(
              "与发布号 <code>{}</code> 相比，没有变化。",
              "Nothing has changed since release <code>{}</code>.",
              Clean.shortened(changes.since(), NAME)));
    }
    return Html.of(
        "<p>{}</p>\n<ul>{}</ul>\n{}",
        Text.of(
            "与发布号 <code>{}</code> 相比：",
            "Compared with release <code>{}</code>:",
            Clean.shortened(changes.since(), NAME)),
        items,
        values(changes));
  }

  private Optional<Html> named(List<Source> sources, String zh, String en) {
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    List<Text> names =
        sources.stream()
            .limit(5)
            .map(source -> Text.same(Clean.shortened(title(source), NAME)))
            .toList();
    return Optional.of(
        Html.of(
            "<li>{}</li>",
            Text.of(
                "{0} {2} 份：{1}{3}",
                "{0}: {2}, {1}{3}",
                Text.plain(zh, en),
                Text.list(names),
                sources.size(),
                sources.size() > 5 ? Text.plain("等", " and others") : Text.EMPTY)));
  }

  private static String title(Source source) {
    return source.title() == null ? source.sourceId() : source.title();
  }

  private Html values(Changes changes) {
    if (changes.values().isEmpty()) {
      return Html.EMPTY;
    }
    List<Html> lines = new ArrayList<>();
    for (Changes.Value value : changes.values().stream().limit(ROWS).toList()) {
      lines.add(
          Html.of(
              "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"n\">{}</td><td>{}</td>"
                  + "<td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td></tr>\n",
              model.area(value.cityCode()),
              model.indicator(value.indicator()),
              value.year(),
              Phrases.of("why", value.why().name().toLowerCase(Locale.ROOT)),
              value.before() == null
                  ? Text.same("—")
                  : model.amount(value.indicator(), value.before()),
              value.after() == null
                  ? Text.same("—")
                  : model.amount(value.indicator(), value.after()),
              Clean.shortened(
                  value.sourceAfter() == null
                      ? value.sourceBefore() == null ? "" : value.sourceBefore()
                      : value.sourceAfter(),
                  NAME)));
    }
    return Html.of(
        "{}{}",
        scroll(
            "changes",
            List.of(
                Text.plain("城市", "City"),
                Text.plain("指标", "Indicator"),
                Text.plain("年份", "Year"),
                Text.plain("变化", "Change"),
                Text.plain("原为", "Before"),
                Text.plain("现为", "Now"),
                Text.plain("公布者", "Publisher")),
            lines),
        rest(changes.values().size() - ROWS));
  }

  private static Html rest(int more) {
    return more <= 0
        ? Html.EMPTY
        : Html.of(
            "<p class=\"note\">{}</p>\n",
            Text.of("另有 {} 行没有列出。", "{} more rows are not listed.", Numbers.count(more)));
  }

  private static Html scroll(String heading, List<Text> columns, List<Html> lines) {
    return Tables.scrolled(heading, "words", columns.stream().map(Tables::words).toList(), lines);
  }

  private Html sources() {
    Map<List<String>, Integer> figures = new HashMap<>();
    for (Figure figure : model.input().figures()) {
      figures.merge(List.of(figure.sourceId(), figure.path()), 1, Integer::sum);
    }
    List<Source> used =
        model.input().sources().stream()
            .filter(source -> figures.containsKey(key(source)))
            .sorted(
                Comparator.comparing((Source source) -> -figures.get(key(source)))
                    .thenComparing(Source::sourceId)
                    .thenComparing(Source::path))
            .toList();
    List<Html> lines = new ArrayList<>();
    for (Source source : used.stream().limit(ROWS).toList()) {
      lines.add(
          Html.of(
              "<tr><th scope=\"row\">{}</th><td>{}{}</td><td>{}</td><td>{}{}</td>"
                  + "<td class=\"n\">{}</td></tr>\n",
              Clean.shortened(source.publisher() == null ? "" : source.publisher(), NAME),
              Clean.shortened(title(source), NAME),
              source.url() == null || source.url().isBlank()
                  ? Html.EMPTY
                  : Html.of("<br/><small>{}</small>", Appendix.link(source.url())),
              source.published() == null
                  ? Text.plain("不详", "unknown")
                  : Text.same(source.published()),
              Phrases.of("class", source.sourceClass().id()),
              source.transcribed()
                  ? Text.of("；{}", "; {}", Phrases.flag("transcribed"))
                  : Text.EMPTY,
              Numbers.count(figures.get(key(source)))));
    }
    return Html.of(
        "<p>{}</p>\n{}{}",
        Text.of(
            "本次发布的数字来自 {0} 份出版物，按用到的数字多少排列。",
            "The figures of this release come from {0} publications, sorted by how many are used.",
            Numbers.count(used.size())),
        lines.isEmpty()
            ? Html.EMPTY
            : scroll(
                "sources",
                List.of(
                    Text.plain("公布者", "Publisher"),
                    Text.plain("题名", "Title"),
                    Text.plain("公布日期", "Published"),
                    Text.plain("类别", "Class"),
                    Text.plain("用到的数字", "Figures")),
                lines),
        rest(used.size() - ROWS));
  }

  private static List<String> key(Source source) {
    return List.of(source.sourceId(), source.path());
  }

  private Html findings() {
    List<Finding> findings =
        model.disagreements().all().stream()
            .map(Disagreement::finding)
            .filter(finding -> !finding.kind().equals("sources_disagree"))
            .toList();
    if (findings.isEmpty()) {
      return Html.of(
          "<p>{}</p>\n", Text.plain("除来源之间的不一致外，没有发现。", "Nothing besides sources that disagree."));
    }
    List<Html> lines = new ArrayList<>();
    for (Finding finding : findings.stream().limit(ROWS).toList()) {
      lines.add(
          Html.of(
              "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td>"
                  + "<td lang=\"en\">{}</td></tr>\n",
              Phrases.of("finding", finding.kind()),
              finding.cityCode() == null ? Text.EMPTY : model.area(finding.cityCode()),
              finding.indicator() == null ? Text.EMPTY : model.indicator(finding.indicator()),
              finding.periodEnd() == null ? Text.EMPTY : Periods.instant(finding.periodEnd()),
              Clean.shortened(finding.detail() == null ? "" : finding.detail(), 240)));
    }
    return Html.of(
        "{}{}",
        scroll(
            "findings",
            List.of(
                Text.plain("情形", "Kind"),
                Text.plain("城市", "City"),
                Text.plain("指标", "Indicator"),
                Text.plain("时点", "Date"),
                Text.plain("细节（英文）", "Detail")),
            lines),
        rest(findings.size() - ROWS));
  }

  private Html waiting() {
    Review review = model.input().review();
    long all = model.input().counts().candidates();
    Text lead =
        all == 0
            ? Text.plain("没有。", "Nothing.")
            : Text.of(
                "{0} 个数字读懂了，但目录里还没有它们的位置；补上之后，下一次运行就会归位。",
                "{0} figures were understood, but the catalogue has no place for them yet; once it"
                    + " has, the next run places them.",
                Numbers.count(all));
    List<Html> lines = new ArrayList<>();
    for (Review.Waiting each : review.waiting().stream().limit(ROWS).toList()) {
      lines.add(
          Html.of(
              "<tr><th scope=\"row\"><span lang=\"zh-CN\" class=\"always\">{}</span></th>"
                  + "<td>{}</td><td class=\"n\">{}</td>{}</tr>\n",
              Clean.shortened(each.term(), NAME),
              Text.list(each.missing().stream().map(id -> Phrases.of("missing", id)).toList()),
              Numbers.count(each.count()),
              example(each.example())));
    }
    return Html.of(
        "<p>{}</p>\n{}{}{}",
        lead,
        lines.isEmpty()
            ? Html.EMPTY
            : scroll(
                "waiting",
                List.of(
                    Text.plain("原文的说法", "Term as published"),
                    Text.plain("缺什么", "What is missing"),
                    Text.plain("个数", "Figures"),
                    Text.plain("例子", "An example")),
                lines),
        rest(review.waiting().size() - ROWS),
        review.complete() ? Html.EMPTY : incomplete());
  }

  private static Html incomplete() {
    return Html.of(
        "<p class=\"note\">{}</p>\n",
        Text.of(
            "数量太大，这里不逐项列出；见 silver.candidates 与 silver.rejects。",
            "There are too many to be listed here; see silver.candidates and silver.rejects."));
  }

  private static Html example(Review.Example example) {
    return Html.of(
        "<td><q lang=\"zh-CN\" class=\"always\">{}</q><br/><small>{} <code>{}</code></small></td>",
        Clean.shortened(example.quote() == null ? "" : example.quote(), NAME),
        Clean.shortened(example.path(), NAME),
        Clean.shortened(example.locator(), NAME));
  }

  private Html refused() {
    Review review = model.input().review();
    ReportInput.Counts counts = model.input().counts();
    List<Html> lines = new ArrayList<>();
    for (Review.Refused each : review.refused().stream().limit(ROWS).toList()) {
      lines.add(
          Html.of(
              "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"n\">{}</td>{}</tr>\n",
              Phrases.of("reject", each.reason()),
              Phrases.of("disposition", each.disposition()),
              Numbers.count(each.count()),
              example(each.example())));
    }
    List<Html> files =
        review.files().stream()
            .limit(ROWS)
            .map(
                file ->
                    Html.of(
                        "<li>{}：{} <small lang=\"en\" class=\"always\">{}</small></li>\n",
                        Clean.shortened(file.path(), NAME),
                        Phrases.of("reject", file.reason()),
                        Clean.shortened(file.detail() == null ? "" : file.detail(), 240)))
            .toList();
    return Html.of(
        "<p>{}</p>\n{}{}",
        Text.of(
            "读到的数值中，{0} 个须修正，{1} 个不是统计数字或留空；{2} 个文件没能读。每个文件读到的数值都对得上账。",
            "Of the values that were read, {0} must be mended, {1} are no statistics or blank; {2}"
                + " files could not be read. The values of every file add up.",
            Numbers.count(counts.rejects()),
            Numbers.count(counts.ignored()),
            Numbers.count(counts.rejectedFiles())),
        lines.isEmpty()
            ? Html.EMPTY
            : scroll(
                "rejects",
                List.of(
                    Text.plain("原因", "Reason"),
                    Text.plain("处置", "Disposition"),
                    Text.plain("个数", "Values"),
                    Text.plain("例子", "An example")),
                lines),
        files.isEmpty() ? Html.EMPTY : Html.of("<ul>{}</ul>\n", files));
  }
}
