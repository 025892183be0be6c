package org.duibiao.model;

import java.time.LocalDate;
import java.util.Locale;

/** On which side of a series break a figure was made. */
public enum Vintage {
  /** On the old basis: published before the break was announced, or about a day before it. */
  BEFORE,
  /** On the new basis. */
  AFTER,
  /** The year exists on both bases, and when the figure was published is not known. */
  UNKNOWN,
  /** The break does not concern the figure, or its year ends before the revised ones begin. */
  UNAFFECTED;

  /** The name in tables, such as {@code before}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The vintage of a figure. In the revised years it is told by the day of publication, elsewhere
   * by what the figure is about: with the census of 2020, which revised 2011 to 2019 and was
   * announced on 2021-05-11, a population of 2019 is {@code BEFORE} if published in 2020 and {@code
   * AFTER} if published in 2022; one of 2021 is {@code AFTER}, one of 2010 {@code UNAFFECTED}.
   *
   * @param published the day of publication, or null if unknown
   */
  public static Vintage of(
      SeriesBreak seriesBreak,
      String indicator,
      String cityCode,
      LocalDate periodEnd,
      LocalDate published) {
    if (!seriesBreak.concerns(indicator, cityCode)) {
      return UNAFFECTED;
    }
    if (revises(seriesBreak, periodEnd.getYear())) {
      return ofRevision(seriesBreak, published);
    }
    if (!periodEnd.isBefore(seriesBreak.date())) {
      return AFTER;
    }
    boolean beforeRevision =
        seriesBreak.revisedFrom() != null && periodEnd.getYear() < seriesBreak.revisedFrom();
    return beforeRevision ? UNAFFECTED : BEFORE;
  }

  /** Whether figures of that year exist on the old and on the new basis. */
  public static boolean revises(SeriesBreak seriesBreak, int year) {
    return seriesBreak.revisedFrom() != null
        && year >= seriesBreak.revisedFrom()
        && (seriesBreak.revisedTo() == null || year <= seriesBreak.revisedTo());
  }

  /** The vintage of a figure about a revised year. */
  public static Vintage ofRevision(SeriesBreak seriesBreak, LocalDate published) {
    if (published == null || seriesBreak.announced() == null) {
      return UNKNOWN;
    }
    return published.isBefore(seriesBreak.announced()) ? BEFORE : AFTER;
  }
}
