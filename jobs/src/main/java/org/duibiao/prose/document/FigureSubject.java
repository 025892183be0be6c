package org.duibiao.prose.document;

import org.duibiao.model.Area;

/**
 * Whose figures are: the city's, another area's, those of a part of it or of one institution.
 *
 * @param area another area than the document's, or null
 * @param scope the part of the area
 * @param institution whether it is one institution
 * @param phrase the words by which the institution was named, or null
 */
public record FigureSubject(Area area, String scope, boolean institution, String phrase) {
  public static final FigureSubject CITY = new FigureSubject(null, "city", false, null);
}
