package org.duibiao.normalize.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.duibiao.model.Area;
import org.duibiao.model.Indicator;
import org.duibiao.model.Period;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Disposition;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.model.code.ReadingMethod;
import org.duibiao.model.code.Status;
import org.duibiao.tables.Reading;
import org.duibiao.tables.Source;

/** Puts a reading together, part by part; what is not said stays null. */
public final class ReadingBuilder {

  private final ReadingKind kind;
  private final String id;
  private Source source;
  private String locator;
  private String field;
  private String quote;
  private Area area;
  private Indicator indicator;
  private PopulationBasis basis;
  private BigDecimal value;
  private BigDecimal high;
  private String unit;
  private BigDecimal resolution;
  private Bound bound;
  private Status status;
  private Measure measure;
  private String scope;
  private Period period;
  private ReadingMethod method;
  private List<String> flags;
  private String term;
  private List<String> missing;
  private String reason;
  private Disposition disposition;
  private String detail;

  /** A reading with its id, see {@link Reading#observationId()}. */
  public ReadingBuilder(ReadingKind kind, String id) {
    this.kind = kind;
    this.id = id;
  }

  /**
   * The file that readings come from, and the run that makes them.
   *
   * @param path in the landing area
   * @param now when the warehouse learns them
   */
  public record Origin(String path, String fileSha256, String runId, Instant now) {}

  /** The publication. */
  public ReadingBuilder withSource(Source publication) {
    source = publication;
    return this;
  }

  /**
   * The place in the file.
   *
   * @param header the header of the column, or null
   * @param words the cell or the clause, as published
   */
  public ReadingBuilder withPlace(String place, String header, String words) {
    locator = place;
    field = header;
    quote = words;
    return this;
  }

  /** What is counted and where, as far as it is known. */
  public ReadingBuilder withSubject(Area where, Indicator what, PopulationBasis residents) {
    area = where;
    indicator = what;
    basis = residents;
    return this;
  }

  /** The figure, in the canonical unit. */
  public ReadingBuilder withValue(
      BigDecimal low, BigDecimal upper, String canonical, BigDecimal digit, Bound limit) {
    value = low;
    high = upper;
    unit = canonical;
    resolution = digit;
    bound = limit;
    return this;
  }

  /** What the figure says of it, of which part of the area. */
  public ReadingBuilder withStatus(Status state, Measure aspect, String part) {
    status = state;
    measure = aspect;
    scope = part;
    return this;
  }

  /** When, or null. */
  public ReadingBuilder withPeriod(Period time) {
    period = time;
    return this;
  }

  /** How it was read, and what must be known when using it. */
  public ReadingBuilder withMethod(ReadingMethod way, List<String> warnings) {
    method = way;
    flags = warnings;
    return this;
  }

  /** The noun phrase as published, and what is not known; null for what is known wholly. */
  public ReadingBuilder withMissing(String noun, List<String> unknown) {
    term = noun;
    missing = unknown;
    return this;
  }

  /** What is wrong and what to do. */
  public ReadingBuilder withReason(String why, Disposition what, String words) {
    reason = why;
    disposition = what;
    detail = words;
    return this;
  }

  /** The reading. */
  public Reading build(Origin origin) {
    return new Reading(
        kind,
        id,
        area == null ? null : area.code(),
        indicator == null ? null : indicator.id(),
        value,
        high,
        unit,
        resolution,
        bound,
        status,
        measure,
        period == null ? null : period.start(),
        period == null ? null : period.end(),
        period == null ? null : period.type(),
        scope,
        basis,
        source.sourceId(),
        source.publisher(),
        source.sourceClass(),
        source.published(),
        origin.fileSha256(),
        origin.path(),
        locator,
        field,
        quote,
        method,
        flags,
        term,
        missing,
        reason,
        disposition,
        detail,
        null,
        origin.now(),
        null,
        origin.runId());
  }
}
