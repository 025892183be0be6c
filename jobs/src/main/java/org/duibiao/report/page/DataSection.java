package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Sanitizer;
import org.duibiao.report.model.Disagreement;
import org.duibiao.report.model.PeriodText;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReleaseChanges;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.report.model.ReportInput;
import org.duibiao.report.model.ReviewSummary;
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

  private final ReportIndex model;

  private DataSection(ReportIndex model) {
    this.model = model;
  }

  static Html render(ReportIndex model) {
    DataSection section = new DataSection(model);
    return Html.of(
        "<section id=\"data\" aria-labelledby=\"data-h\"><h2 id=\"data-h\">{}</h2>\n"
            + "<h3 id=\"changes\">{}</h3>\n{}<h3 id=\"sources\">{}</h3>\n{}"
            + "<h3 id=\"findings\">{}</h3>\n{}<h3 id=\"waiting\">{}</h3>\n{}"
            + "<h3 id=\"rejects\">{}</h3>\n{}</section>\n",
        Bilingual.plain("数据本身", "On the data itself"),
        Bilingual.plain("与上一次发布相比", "Since the release before"),
        section.changes(),
        Bilingual.plain("来源", "Sources"),
        section.sources(),
        Bilingual.plain("对不上的地方", "What does not fit together"),
        section.findings(),
        Bilingual.plain("等人判断的", "What waits for a person"),
        section.waiting(),
        Bilingual.plain("没有采用的", "What was left out"),
        section.refused());
  }

  private Html changes() {
    ReleaseChanges changes = model.input().changes();
    if (changes.since() == null) {
      return Html.of("<p>{}</p>\n", Bilingual.plain("这是第一次发布。", "This is the first release."));
    }
    List<Html> items = new ArrayList<>();
    for (ReleaseChanges.ChangeReason why : ReleaseChanges.ChangeReason.values()) {
      long count = changes.valueChanges().stream().filter(value -> value.reason() == why).count();
      if (count > 0) {
        items.add(
            Html.of(
                "<li>{}</li>",
                Bilingual.of(
                    "{0}：{1} 个",
                    "{0}: {1}",
                    Phrases.of("why", why.name().toLowerCase(Locale.ROOT)),
                    Numbers.count(count))));
      }
    }
    named(changes.newSources(), "新来源", "new source").ifPresent(items::add);
    named(changes.removedSources(), "不再有的来源", "source no longer there").ifPresent(items::add);
    if (changes.catalogueChanged()) {
      items.add(
          Html.of(
              "<li>{}</li>",
              Bilingual.plain(
                  "目录（指标、口径、方法）有变化", "the catalogue (indicators, methods) has changed")));
    }
    if (!changes.verdictChanges().isEmpty()) {
      items.add(
          Html.of(
              "<li>{}</li>",
              Bilingual.of(
                  "数字没有变而评价或可比性变了的比较：{} 个",
                  "comparisons whose verdict changed although their figures did not: {}",
                  Numbers.count(changes.verdictChanges().size()))));
    }
    if (items.isEmpty()) {
      return Html.of(
          "<p>{}</p>\n",
          Bilingual.of(
              "与发布号 <code>{}</code> 相比，没有变化。",
              "Nothing has changed since release <code>{}</code>.",
              Sanitizer.shorten(changes.since(), NAME)));
    }
    return Html.of(
        "<p>{}</p>\n<ul>{}</ul>\n{}",
        Bilingual.of(
            "与发布号 <code>{}</code> 相比：",
            "Compared with release <code>{}</code>:",
            Sanitizer.shorten(changes.since(), NAME)),
        items,
        values(changes));
  }

  private Optional<Html> named(List<Source> sources, String zh, String en) {
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    List<Bilingual> names =
        sources.stream()
            .limit(5)
            .map(source -> Bilingual.same(Sanitizer.shorten(title(source), NAME)))
            .toList();
    return Optional.of(
        Html.of(
            "<li>{}</li>",
            Bilingual.of(
                "{0} {2} 份：{1}{3}",
                "{0}: {2}, {1}{3}",
                Bilingual.plain(zh, en),
                Bilingual.list(names),
                sources.size(),
                sources.size() > 5 ? Bilingual.plain("等", " and others") : Bilingual.EMPTY)));
  }

  private static String title(Source source) {
    return source.title() == null ? source.sourceId() : source.title();
  }

  private Html values(ReleaseChanges changes) {
    if (changes.valueChanges().isEmpty()) {
      return Html.EMPTY;
    }
    List<Html> lines = new ArrayList<>();
    for (ReleaseChanges.ValueChange value : changes.valueChanges().stream().limit(ROWS).toList()) {
      lines.add(
          Html.of(
              "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"n\">{}</td><td>{}</td>"
                  + "<td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td></tr>\n",
              model.areaName(value.cityCode()),
              model.indicatorName(value.indicator()),
              value.year(),
              Phrases.of("why", value.reason().name().toLowerCase(Locale.ROOT)),
              value.before() == null
                  ? Bilingual.same("—")
                  : model.amountText(value.indicator(), value.before()),
              value.after() == null
                  ? Bilingual.same("—")
                  : model.amountText(value.indicator(), value.after()),
              Sanitizer.shorten(
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
                Bilingual.plain("城市", "City"),
                Bilingual.plain("指标", "Indicator"),
                Bilingual.plain("年份", "Year"),
                Bilingual.plain("变化", "Change"),
                Bilingual.plain("原为", "Before"),
                Bilingual.plain("现为", "Now"),
                Bilingual.plain("公布者", "Publisher")),
            lines),
        rest(changes.valueChanges().size() - ROWS));
  }

  private static Html rest(int more) {
    return more <= 0
        ? Html.EMPTY
        : Html.of(
            "<p class=\"note\">{}</p>\n",
            Bilingual.of("另有 {} 行没有列出。", "{} more rows are not listed.", Numbers.count(more)));
  }

  private static Html scroll(String heading, List<Bilingual> columns, List<Html> lines) {
    return HtmlTable.scrolled(
        heading, "words", columns.stream().map(HtmlTable::textColumn).toList(), lines);
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
              Sanitizer.shorten(source.publisher() == null ? "" : source.publisher(), NAME),
              Sanitizer.shorten(title(source), NAME),
              source.url() == null || source.url().isBlank()
                  ? Html.EMPTY
                  : Html.of("<br/><small>{}</small>", SourcesSection.link(source.url())),
              source.published() == null
                  ? Bilingual.plain("不详", "unknown")
                  : Bilingual.same(source.published()),
              Phrases.of("class", source.sourceClass().id()),
              source.transcribed()
                  ? Bilingual.of("；{}", "; {}", Phrases.flag("transcribed"))
                  : Bilingual.EMPTY,
              Numbers.count(figures.get(key(source)))));
    }
    return Html.of(
        "<p>{}</p>\n{}{}",
        Bilingual.of(
            "本次发布的数字来自 {0} 份出版物，按用到的数字多少排列。",
            "The figures of this release come from {0} publications, sorted by how many are used.",
            Numbers.count(used.size())),
        lines.isEmpty()
            ? Html.EMPTY
            : scroll(
                "sources",
                List.of(
                    Bilingual.plain("公布者", "Publisher"),
                    Bilingual.plain("题名", "Title"),
                    Bilingual.plain("公布日期", "Published"),
                    Bilingual.plain("类别", "Class"),
                    Bilingual.plain("用到的数字", "Figures")),
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
          "<p>{}</p>\n",
          Bilingual.plain("除来源之间的不一致外，没有发现。", "Nothing besides sources that disagree."));
    }
    List<Html> lines = new ArrayList<>();
    for (Finding finding : findings.stream().limit(ROWS).toList()) {
      lines.add(
          Html.of(
              "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td>"
                  + "<td lang=\"en\">{}</td></tr>\n",
              Phrases.of("finding", finding.kind()),
              finding.cityCode() == null ? Bilingual.EMPTY : model.areaName(finding.cityCode()),
              finding.indicator() == null
                  ? Bilingual.EMPTY
                  : model.indicatorName(finding.indicator()),
              finding.periodEnd() == null
                  ? Bilingual.EMPTY
                  : PeriodText.instant(finding.periodEnd()),
              Sanitizer.shorten(finding.detail() == null ? "" : finding.detail(), 240)));
    }
    return Html.of(
        "{}{}",
        scroll(
            "findings",
            List.of(
                Bilingual.plain("情形", "Kind"),
                Bilingual.plain("城市", "City"),
                Bilingual.plain("指标", "Indicator"),
                Bilingual.plain("时点", "Date"),
                Bilingual.plain("细节（英文）", "Detail")),
            lines),
        rest(findings.size() - ROWS));
  }

  private Html waiting() {
    ReviewSummary review = model.input().review();
    long all = model.input().counts().candidates();
    Bilingual lead =
        all == 0
            ? Bilingual.plain("没有。", "Nothing.")
            : Bilingual.of(
                "{0} 个数字读懂了，但目录里还没有它们的位置；补上之后，下一次运行就会归位。",
                "{0} figures were understood, but the catalogue has no place for them yet; once it"
                    + " has, the next run places them.",
                Numbers.count(all));
    List<Html> lines = new ArrayList<>();
    for (ReviewSummary.PendingTerm each : review.pendingTerms().stream().limit(ROWS).toList()) {
      lines.add(
          Html.of(
              "<tr><th scope=\"row\"><span lang=\"zh-CN\" class=\"always\">{}</span></th>"
                  + "<td>{}</td><td class=\"n\">{}</td>{}</tr>\n",
              Sanitizer.shorten(each.term(), NAME),
              Bilingual.list(each.missing().stream().map(id -> Phrases.of("missing", id)).toList()),
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
                    Bilingual.plain("原文的说法", "Term as published"),
                    Bilingual.plain("缺什么", "What is missing"),
                    Bilingual.plain("个数", "Figures"),
                    Bilingual.plain("例子", "An example")),
                lines),
        rest(review.pendingTerms().size() - ROWS),
        review.complete() ? Html.EMPTY : incomplete());
  }

  private static Html incomplete() {
    return Html.of(
        "<p class=\"note\">{}</p>\n",
        Bilingual.of(
            "数量太大，这里不逐项列出；见 silver.candidates 与 silver.rejects。",
            "There are too many to be listed here; see silver.candidates and silver.rejects."));
  }

  private static Html example(ReviewSummary.Example example) {
    return Html.of(
        "<td><q lang=\"zh-CN\" class=\"always\">{}</q><br/><small>{} <code>{}</code></small></td>",
        Sanitizer.shorten(example.quote() == null ? "" : example.quote(), NAME),
        Sanitizer.shorten(example.path(), NAME),
        Sanitizer.shorten(example.locator(), NAME));
  }

  private Html refused() {
    ReviewSummary review = model.input().review();
    ReportInput.Counts counts = model.input().counts();
    List<Html> lines = new ArrayList<>();
    for (ReviewSummary.ExcludedValues each :
        review.excludedValues().stream().limit(ROWS).toList()) {
      lines.add(
          Html.of(
              "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"n\">{}</td>{}</tr>\n",
              Phrases.of("reject", each.reason()),
              Phrases.of("disposition", each.disposition()),
              Numbers.count(each.count()),
              example(each.example())));
    }
    List<Html> files =
        review.rejectedFiles().stream()
            .limit(ROWS)
            .map(
                file ->
                    Html.of(
                        "<li>{}：{} <small lang=\"en\" class=\"always\">{}</small></li>\n",
                        Sanitizer.shorten(file.path(), NAME),
                        Phrases.of("reject", file.reason()),
                        Sanitizer.shorten(file.detail() == null ? "" : file.detail(), 240)))
            .toList();
    return Html.of(
        "<p>{}</p>\n{}{}",
        Bilingual.of(
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
                    Bilingual.plain("原因", "Reason"),
                    Bilingual.plain("处置", "Disposition"),
                    Bilingual.plain("个数", "Values"),
                    Bilingual.plain("例子", "An example")),
                lines),
        files.isEmpty() ? Html.EMPTY : Html.of("<ul>{}</ul>\n", files));
  }
}
