package org.duibiao.model;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.duibiao.model.code.Vintage;

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
 * @param revisedFrom the first year whose figures were published again on the new basis, or null
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

  /**
   * The vintage of a figure. In the revised years it is told by the day of publication, elsewhere
   * by what the figure is about: with the census of 2020, which revised 2011 to 2019 and was
   * announced on 2021-05-11, a population of 2019 is {@code BEFORE} if published in 2020 and {@code
   * AFTER} if published in 2022; one of 2021 is {@code AFTER}, one of 2010 {@code UNAFFECTED}.
   *
   * @param published the day of publication, or null if unknown
   */
  public Vintage vintageOf(
      String indicator, String cityCode, LocalDate periodEnd, LocalDate published) {
    if (!concerns(indicator, cityCode)) {
      return Vintage.UNAFFECTED;
    }
    if (revises(periodEnd.getYear())) {
      return vintageOfRevised(published);
    }
    if (!periodEnd.isBefore(date)) {
      return Vintage.AFTER;
    }
    boolean beforeRevision = revisedFrom != null && periodEnd.getYear() < revisedFrom;
    return beforeRevision ? Vintage.UNAFFECTED : Vintage.BEFORE;
  }

  /** Whether figures of that year exist on the old and on the new basis. */
  public boolean revises(int year) {
    return revisedFrom != null && year >= revisedFrom && (revisedTo == null || year <= revisedTo);
  }

  /** The vintage of a figure about a revised year. */
  public Vintage vintageOfRevised(LocalDate published) {
    if (published == null || announced == null) {
      return Vintage.UNKNOWN;
    }
    return published.isBefore(announced) ? Vintage.BEFORE : Vintage.AFTER;
  }
}
