package org.duibiao.prose.document;

import org.duibiao.model.Area;

/**
 * Who figures belong to: the document's area, another area, a part of it, or one institution.
 *
 * @param area another area than the document's, or null
 * @param scope the part of the area
 * @param institution whether it is one institution
 * @param phrase the words by which it was named, or null
 */
public record FigureSubject(Area area, String scope, boolean institution, String phrase) {

  public static final FigureSubject CITY = new FigureSubject(null, "city", false, null);

  /** Another area than the document's. */
  public static FigureSubject of(Area area) {
    return new FigureSubject(area, "city", false, null);
  }

  public static FigureSubject urbanCore(String phrase) {
    return new FigureSubject(null, "urban_core", false, phrase);
  }

  public static FigureSubject district(String name, String phrase) {
    return new FigureSubject(null, "district:" + name, false, phrase);
  }

  public static FigureSubject institution(String name, String phrase) {
    return new FigureSubject(null, "institution:" + name, true, phrase);
  }
}
