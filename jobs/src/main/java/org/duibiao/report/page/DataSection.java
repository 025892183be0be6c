package org.duibiao.report.page;

import java.math.BigDecimal;
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
import org.duibiao.markup.Texts;
import org.duibiao.model.code.FindingKind;
import org.duibiao.model.code.Flag;
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.Disagreement;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReleaseChanges;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.report.model.ReportInput;
import org.duibiao.report.model.ReviewSummary;
import org.duibiao.tables.Figure;
import org.duibiao.tables.Finding;
import org.duibiao.tables.Source;

/**
 * The data itself: what changed since the previous release, the publications, the findings, the
 * candidates that wait for review, and what was left out.
 */
final class DataSection extends Section {

  /** The most rows of a table. */
  private static final int ROWS = 60;

  private static final int NAME = 80;

  private static final int DETAIL = 240;

  DataSection(ReportIndex model) {
    super(model, "data", Bilingual.plain("数据本身", "On the data itself"));
  }

  @Override
  List<Html> contents() {
    return List.of(link("data", Bilingual.plain("数据本身", "The data")));
  }

  @Override
  Html body(Citations citations) {
    return Html.of(
        "<h3 id=\"changes\">{}</h3>\n{}<h3 id=\"sources\">{}</h3>\n{}"
            + "<h3 id=\"findings\">{}</h3>\n{}<h3 id=\"waiting\">{}</h3>\n{}"
            + "<h3 id=\"rejects\">{}</h3>\n{}",
        Texts.of("data.since-the-release-before"),
        changes(),
        Bilingual.plain("来源", "Sources"),
        sources(),
        Texts.of("data.what-does-not-fit"),
        findings(),
        Texts.of("data.what-waits-for-a"),
        waiting(),
        Bilingual.plain("没有采用的", "What was left out"),
        leftOut());
  }

  private Html changes() {
    ReleaseChanges changes = model.input().changes();
    if (changes.since() == null) {
      return Paragraph.of(Texts.of("data.this-is-the-first"));
    }
    List<Bilingual> items = new ArrayList<>();
    for (ReleaseChanges.ChangeReason why : ReleaseChanges.ChangeReason.values()) {
      long count = changes.valueChanges().stream().filter(value -> value.reason() == why).count();
      if (count > 0) {
        items.add(Bilingual.of("{0}：{1} 个", "{0}: {1}", reason(why), Numbers.count(count)));
      }
    }
    named(changes.newSources(), "新来源", "new source").ifPresent(items::add);
    named(changes.removedSources(), "不再有的来源", "source no longer there").ifPresent(items::add);
    if (changes.catalogueChanged()) {
      items.add(Texts.of("data.the-catalogue-indicators-methods"));
    }
    if (!changes.verdictChanges().isEmpty()) {
      items.add(
          Texts.of(
              "data.comparisons-whose-verdict-changed",
              Numbers.count(changes.verdictChanges().size())));
    }
    String since = Sanitizer.shorten(changes.since(), NAME);
    return items.isEmpty()
        ? Paragraph.of(Texts.of("data.nothing-has-changed-since", since))
        : Html.of(
            "{}{}{}",
            Paragraph.of(Texts.of("data.compared-with-release", since)),
            Paragraph.list(items),
            values(changes));
  }

  private static Bilingual reason(ReleaseChanges.ChangeReason reason) {
    return Phrases.of("why", reason.name().toLowerCase(Locale.ROOT));
  }

  private Optional<Bilingual> named(List<Source> sources, String zh, String en) {
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    List<Bilingual> names =
        sources.stream()
            .limit(5)
            .map(source -> Bilingual.same(Sanitizer.shorten(title(source), NAME)))
            .toList();
    return Optional.of(
        Texts.of(
            "data.number-and-names",
            Bilingual.plain(zh, en),
            Bilingual.list(names),
            sources.size(),
            sources.size() > 5 ? Bilingual.plain("等", " and others") : Bilingual.EMPTY));
  }

  private static String title(Source source) {
    return source.title() == null ? source.sourceId() : source.title();
  }

  private Html values(ReleaseChanges changes) {
    DataTable table = new DataTable("changes", "words");
    for (ReleaseChanges.ValueChange value : changes.valueChanges().stream().limit(ROWS).toList()) {
      String publisher = value.sourceAfter() == null ? value.sourceBefore() : value.sourceAfter();
      table.row(
          model.areaName(value.cityCode()),
          model.indicatorName(value.indicator()),
          value.year(),
          reason(value.reason()),
          amount(value.indicator(), value.before()),
          amount(value.indicator(), value.after()),
          shortened(publisher));
    }
    return Html.of("{}{}", table.render(), rest(changes.valueChanges().size() - ROWS));
  }

  private Bilingual amount(String indicator, BigDecimal value) {
    return value == null ? null : model.amountText(indicator, value);
  }

  private static String shortened(String text) {
    return text == null ? "" : Sanitizer.shorten(text, NAME);
  }

  private static Html rest(int more) {
    return more <= 0
        ? Html.EMPTY
        : Paragraph.note(Texts.of("data.more-rows-are-not", Numbers.count(more)));
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
    DataTable table = new DataTable("sources", "words");
    for (Source source : used.stream().limit(ROWS).toList()) {
      table.row(
          shortened(source.publisher()),
          List.of(
              shortened(title(source)),
              source.url() == null || source.url().isBlank()
                  ? Html.EMPTY
                  : Html.of("<br/><small>{}</small>", SourcesSection.link(source.url()))),
          source.published() == null
              ? Bilingual.plain("不详", "unknown")
              : Bilingual.same(source.published()),
          List.of(
              Phrases.of("class", source.sourceClass()),
              source.transcribed()
                  ? Bilingual.of("；{}", "; {}", Phrases.flag(Flag.TRANSCRIBED))
                  : Bilingual.EMPTY),
          Numbers.count(figures.get(key(source))));
    }
    return Html.of(
        "{}{}{}",
        Paragraph.of(Texts.of("data.the-figures-of-this", Numbers.count(used.size()))),
        table.render(),
        rest(used.size() - ROWS));
  }

  private static List<String> key(Source source) {
    return List.of(source.sourceId(), source.path());
  }

  private Html findings() {
    List<Finding> findings =
        model.disagreements().all().stream()
            .map(Disagreement::finding)
            .filter(finding -> finding.kind() != FindingKind.SOURCES_DISAGREE)
            .sorted(Comparator.comparing(finding -> finding.indicator() != null))
            .toList();
    if (findings.isEmpty()) {
      return Paragraph.of(Texts.of("data.nothing-besides-sources-that"));
    }
    DataTable table = new DataTable("findings", "words");
    for (Finding finding : findings.stream().limit(ROWS).toList()) {
      table.row(
          Phrases.of("finding", finding.kind()),
          finding.cityCode() == null ? Bilingual.EMPTY : model.areaName(finding.cityCode()),
          finding.indicator() == null ? Bilingual.EMPTY : model.indicatorName(finding.indicator()),
          finding.periodEnd() == null ? Bilingual.EMPTY : Phrases.instant(finding.periodEnd()),
          Sanitizer.shorten(finding.detail() == null ? "" : finding.detail(), DETAIL));
    }
    return Html.of("{}{}", table.render(), rest(findings.size() - ROWS));
  }

  private Html waiting() {
    ReviewSummary review = model.input().review();
    long all = model.input().counts().candidates();
    Bilingual lead =
        all == 0
            ? Bilingual.plain("没有。", "Nothing.")
            : Texts.of("data.figures-were-understood-but", Numbers.count(all));
    DataTable table = new DataTable("waiting", "words");
    for (ReviewSummary.PendingTerm each : review.pendingTerms().stream().limit(ROWS).toList()) {
      table.row(
          Html.of("<span lang=\"zh-CN\" class=\"always\">{}</span>", shortened(each.term())),
          Bilingual.list(each.missing().stream().map(id -> Phrases.of("missing", id)).toList()),
          Numbers.count(each.count()),
          example(each.example()));
    }
    return Html.of(
        "{}{}{}{}",
        Paragraph.of(lead),
        table.render(),
        rest(review.pendingTerms().size() - ROWS),
        review.complete() ? Html.EMPTY : Paragraph.note(Texts.of("data.there-are-too-many")));
  }

  private static Html example(ReviewSummary.Example example) {
    return Html.of(
        "<q lang=\"zh-CN\" class=\"always\">{}</q><br/><small>{} <code>{}</code></small>",
        shortened(example.quote()),
        shortened(example.path()),
        shortened(example.locator()));
  }

  private Html leftOut() {
    ReviewSummary review = model.input().review();
    ReportInput.Counts counts = model.input().counts();
    DataTable table = new DataTable("rejects", "words");
    for (ReviewSummary.ExcludedValues each :
        review.excludedValues().stream().limit(ROWS).toList()) {
      table.row(
          Phrases.of("reject", each.reason()),
          Phrases.of("disposition", each.disposition()),
          Numbers.count(each.count()),
          example(each.example()));
    }
    List<Html> files =
        review.rejectedFiles().stream()
            .limit(ROWS)
            .map(
                file ->
                    Html.of(
                        "{}：{} <small lang=\"en\" class=\"always\">{}</small>",
                        Sanitizer.shorten(file.path(), NAME),
                        Phrases.of("reject", file.reason()),
                        Sanitizer.shorten(file.detail() == null ? "" : file.detail(), DETAIL)))
            .toList();
    return Html.of(
        "{}{}{}",
        Paragraph.of(
            Texts.of(
                "data.of-the-values-that",
                Numbers.count(counts.rejects()),
                Numbers.count(counts.ignored()),
                Numbers.count(counts.rejectedFiles()))),
        table.render(),
        Paragraph.list(files));
  }
}
