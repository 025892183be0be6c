package org.duibiao.model;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * A date at which a series of figures changed its meaning.
 *
 * @param id such as {@code census_2020}
 * @param zh what happened, in Chinese
 * @param en what happened, in English
 * @param indicators the indicators concerned; empty for all
 * @param cities the codes of the areas concerned; empty for all
 * @param date figures about this day and later are after the break
 * @param announced when the new basis became known, or null
 * @param revisedFrom the first year whose figures were published anew on the new basis, or null
 * @param revisedTo the last such year, or null
 * @param source where the break is documented
 */
public record SeriesBreak(
    String id,
    String zh,
    String en,
    List<String> indicators,
    List<String> cities,
    LocalDate date,
    LocalDate announced,
    Integer revisedFrom,
    Integer revisedTo,
    String source)
    implements Serializable {

  /** Whether it concerns that indicator in that area. */
  public boolean concerns(String indicator, String cityCode) {
    return (indicators.isEmpty() || indicators.contains(indicator))
        && (cities.isEmpty() || cities.contains(cityCode));
  }
}
