package org.duibiao.report.page;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.markup.Html;
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.ReportIndex;

/**
 * A part of the page under a heading of its own. To add one, write its template and list it in
 * {@link Page#sections}, or in {@link CityArticle#render} where it is about one city; the numbers
 * of the figures that it cites follow from it.
 *
 * @param template its name
 * @param observationIds the observations that it cites, each of which gets a number and a line
 *     among the sources
 * @param values what the template prints besides what all of them have; null is like no value
 */
record Section(String template, Collection<String> observationIds, Map<String, ?> values) {

  /** A section that cites nothing of its own and needs no more than the release. */
  static Section of(String template) {
    return new Section(template, List.of(), Map.of());
  }

  /**
   * What all templates have: the release, the name of its reference, and the links to the
   * observations.
   */
  static Map<String, Object> common(ReportIndex model, Citations citations) {
    Map<String, Object> values = new HashMap<>();
    values.put("model", model);
    values.put("reference", model.referenceName());
    values.put("citations", citations);
    return values;
  }

  Html render(Map<String, Object> common) {
    Map<String, Object> all = new HashMap<>(common);
    all.putAll(values);
    return Templates.fill(template, all);
  }
}
