package org.duibiao.prose;

import org.duibiao.model.Area;

/**
 * Whose figures are: the city's, another area's, those of a part of it or of one institution.
 *
 * @param area another area than the document's, or null
 * @param scope the part of the area
 * @param institution whether it is one institution
 * @param phrase the words by which the institution was named, or null
 */
record Whose(Area area, String scope, boolean institution, String phrase) {
  static final Whose CITY = new Whose(null, "city", false, null);

  /** Whether a later sentence still speaks of the institution. */
  boolean goesOn(String sentence) {
    if (!institution || phrase == null) {
      return false;
    }
    for (int i = 0; i + 4 <= phrase.length(); i++) {
      if (sentence.contains(phrase.substring(i))) {
        return true;
      }
    }
    return sentence.contains("该院")
        || sentence.contains("院区")
        || sentence.contains("该中心")
        || sentence.contains("医院现");
  }
}
