package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Sanitizer;
import org.duibiao.markup.Texts;
import org.duibiao.model.code.Flag;
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.Disagreement;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.Figure;
import org.duibiao.tables.Source;

/** The source of every figure of the page: its publication, its place in it and its wording. */
public final class SourcesSection extends Section {

  /** The most characters of a text from a source; {@code figures.csv} has all of it. */
  private static final int SHOWN = 300;

  private static final int NAME = 40;

  private static final Pattern WEB = Pattern.compile("https?://[\\x21-\\x7E&&[^<>\"'\\\\^`{|}]]+");

  SourcesSection(ReportIndex model) {
    super(model, "appendix", Texts.of("sources.appendix-where-every-figure"));
  }

  /** Where the figures of a city come from. */
  static Section ofCity(ReportIndex model, CityRows city) {
    Bilingual heading = Texts.of("city-sources.where-the-figures-of", model.areaName(city.code()));
    return new Section(model, "own-sources", heading) {
      @Override
      Html body(Citations citations) {
        return citations.own().isEmpty()
            ? Html.EMPTY
            : Html.all(
                Paragraph.of(Texts.of("city-sources.the-numbers-are-those")),
                new SourcesSection(model).table(citations, "own-sources-h"));
      }
    };
  }

  @Override
  List<Html> contents() {
    return List.of(link("appendix", Bilingual.plain("出处", "Sources")));
  }

  @Override
  Html body(Citations citations) {
    return Html.all(
        Paragraph.of(Texts.of("sources.figures-of-and-others", model.referenceName())),
        table(citations, "appendix-h"));
  }

  /**
   * The figures of one part of the page as a table.
   *
   * @param heading the id of its heading
   */
  Html table(Citations citations, String heading) {
    List<Html> groups = new ArrayList<>();
    List<Html> lines = new ArrayList<>();
    Citations.Citation first = null;
    for (Citations.Citation entry : citations.own()) {
      if (first != null && !isSameSource(first, entry)) {
        groups.add(group(first.figure(), lines));
        lines.clear();
        first = null;
      }
      first = first == null ? entry : first;
      lines.add(line(entry));
    }
    if (first != null) {
      groups.add(group(first.figure(), lines));
    }
    return Html.of(
        "<table class=\"appendix\" aria-labelledby=\"{}\"><thead><tr>"
            + "<th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th>"
            + "<th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n{}</table>\n",
        heading,
        Bilingual.plain("编号", "No."),
        Bilingual.plain("数字", "Figure"),
        Bilingual.plain("值", "Value"),
        Bilingual.plain("原文与位置", "Words and place"),
        Bilingual.plain("说明", "Remarks"),
        groups);
  }

  private static boolean isSameSource(Citations.Citation a, Citations.Citation b) {
    Figure x = a.figure();
    Figure y = b.figure();
    return x.sourceId().equals(y.sourceId())
        && x.path().equals(y.path())
        && x.publisher().equals(y.publisher())
        && x.sourceClass() == y.sourceClass()
        && Objects.equals(x.published(), y.published());
  }

  private Html group(Figure figure, List<Html> lines) {
    Optional<Source> source = model.source(figure);
    List<Html> parts = new ArrayList<>();
    parts.add(Html.of("<b>{}</b>", Sanitizer.shorten(figure.publisher(), SHOWN)));
    source
        .map(Source::title)
        .ifPresent(title -> parts.add(Html.of("《{}》", Sanitizer.shorten(title, SHOWN))));
    parts.add(
        Html.text(
            figure.published() == null
                ? Texts.of("sources.date-of-publication-unknown")
                : Bilingual.of("{} 公布", "published {}", figure.published())));
    parts.add(Html.text(Phrases.of("class", figure.sourceClass())));
    if (source.isPresent() && source.get().transcribed()) {
      parts.add(Html.text(Phrases.flag(Flag.TRANSCRIBED)));
    }
    source.map(Source::url).filter(url -> !url.isBlank()).ifPresent(url -> parts.add(link(url)));
    parts.add(
        Html.of(
            "<span class=\"path\">{}</span>",
            Texts.of("sources.file", Sanitizer.shorten(figure.path(), SHOWN))));
    return Html.of(
        "<tbody><tr class=\"group\"><th colspan=\"5\" scope=\"rowgroup\">{}</th></tr>\n"
            + "{}</tbody>\n",
        Html.join(" · ", parts),
        lines);
  }

  /** A web address as a link; any other address as text. */
  public static Html link(String url) {
    return url.length() <= 2000 && WEB.matcher(url).matches()
        ? Html.of(
            "<a href=\"{0}\" rel=\"noopener noreferrer\">{1}</a>",
            url, Sanitizer.shorten(url, SHOWN))
        : Html.text(Sanitizer.shorten(url, SHOWN));
  }

  private Html line(Citations.Citation entry) {
    Figure figure = entry.figure();
    String place =
        figure.field() == null || figure.field().isBlank()
            ? figure.locator()
            : figure.locator() + " · " + Sanitizer.shorten(figure.field(), 80);
    Html words =
        figure.quote() == null || figure.quote().isBlank()
            ? Html.EMPTY
            : Html.of("<q lang=\"zh-CN\">{}</q> ", Sanitizer.shorten(figure.quote(), SHOWN));
    return Html.of(
        "<tr id=\"{}\"><td class=\"no\">[{}]</td><td>{} · {} · {}</td><td class=\"n\">{}</td>"
            + "<td>{}<code>{}</code></td><td class=\"why\">{}</td></tr>\n",
        entry.anchor(),
        entry.number(),
        model.areaName(figure.cityCode()),
        model.indicatorName(figure.indicator()),
        Phrases.period(figure),
        model.valueText(figure),
        words,
        Sanitizer.shorten(place, SHOWN),
        remarks(figure));
  }

  /** The flags of a figure, and which other figures were published and are not used, and why. */
  private Bilingual remarks(Figure figure) {
    List<Bilingual> parts = new ArrayList<>();
    Bilingual flags =
        Phrases.flags(figure.flags().stream().filter(flag -> flag != Flag.TRANSCRIBED).toList());
    if (!flags.isEmpty()) {
      parts.add(flags);
    }
    for (Disagreement disagreement : model.disagreements().of(figure.observationId())) {
      Figure chosen = disagreement.chosen();
      Bilingual why = model.selectionRule(chosen.observationId());
      if (!chosen.observationId().equals(figure.observationId())) {
        parts.add(
            Texts.of(
                "sources.not-used-used-is",
                model.valueText(chosen),
                Sanitizer.shorten(chosen.publisher(), NAME),
                why.isEmpty() ? why : Bilingual.of("，因为{}", ", because {}", why)));
        continue;
      }
      for (Figure other : disagreement.others()) {
        parts.add(
            Texts.of(
                "sources.is-not-used",
                model.valueText(other),
                Sanitizer.shorten(other.publisher(), NAME),
                other.published() == null
                    ? Bilingual.plain("日期不详", "not dated")
                    : Bilingual.same(other.published()),
                why.isEmpty() ? why : Bilingual.of("：{}", ": {}", why)));
      }
    }
    return Bilingual.statements(parts);
  }
}
