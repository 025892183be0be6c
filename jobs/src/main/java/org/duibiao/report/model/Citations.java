package org.duibiao.report.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.duibiao.markup.Html;
import org.duibiao.tables.Figure;
import org.duibiao.tables.Source;

/** The figures that the page shows, numbered as they stand in its appendix: by publication. */
public final class Citations {

  private final Map<String, Citation> entries = new LinkedHashMap<>();
  private final Citations common;

  /**
   * A figure in the appendix.
   *
   * @param number its number, from 1
   * @param anchor the id of its element
   * @param figure the figure
   */
  public record Citation(int number, String anchor, Figure figure) {}

  /**
   * The citations of a part of the page, numbered after the common ones.
   *
   * @param common may be null
   */
  public Citations(ReportIndex model, Citations common, Collection<String> shown) {
    this.common = common;
    int first = common == null ? 1 : common.entries.size() + 1;
    shown.stream()
        .distinct()
        .filter(id -> common == null || !common.entries.containsKey(id))
        .map(model.figures()::get)
        .filter(Objects::nonNull)
        .sorted(
            Comparator.comparing(Figure::sourceClass)
                .thenComparing(Figure::publisher)
                .thenComparing(
                    figure -> model.source(figure).map(Source::title).orElse(null),
                    Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Figure::sourceId)
                .thenComparing(Figure::path)
                .thenComparing(Figure::cityCode)
                .thenComparing(Figure::indicator)
                .thenComparing(Figure::periodEnd)
                .thenComparing(Figure::observationId))
        .forEachOrdered(
            figure -> {
              int number = first + entries.size();
              entries.put(figure.observationId(), new Citation(number, "f-" + number, figure));
            });
  }

  /** All except the common ones, in the order of their numbers. */
  public Collection<Citation> own() {
    return entries.values();
  }

  /** Its number, or null if the page does not show it. */
  public Integer number(String observationId) {
    Citation entry = entries.get(observationId);
    return entry == null ? null : entry.number();
  }

  /** Links to the entries of these observations, without nulls: {@code [12][13]}. */
  public Html links(String... observationIds) {
    return Html.join(
        "", Stream.of(observationIds).filter(Objects::nonNull).distinct().map(this::link).toList());
  }

  private Html link(String observationId) {
    Citation entry = entries.get(observationId);
    if (entry == null && common != null) {
      return common.link(observationId);
    }
    return entry == null
        ? Html.text("[?]")
        : Html.of("<a class=\"r\" href=\"#{}\">[{}]</a>", entry.anchor(), entry.number());
  }
}
