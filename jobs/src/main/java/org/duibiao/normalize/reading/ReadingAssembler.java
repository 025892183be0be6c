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
import org.duibiao.tables.ReadingBuilder;
import org.duibiao.tables.Source;

/** Puts a reading together, part by part; what is not said stays null. */
public final class ReadingAssembler {

  private final ReadingBuilder reading;

  /** A reading with its id, see {@link Reading#observationId()}. */
  public ReadingAssembler(ReadingKind kind, String id) {
    reading = ReadingBuilder.builder().kind(kind).observationId(id);
  }

  /**
   * The file that readings come from, and the run that makes them.
   *
   * @param path in the landing area
   * @param now when the warehouse learns them
   */
  public record Origin(String path, String fileSha256, String runId, Instant now) {}

  /** The publication. */
  public ReadingAssembler withSource(Source source) {
    reading
        .sourceId(source.sourceId())
        .publisher(source.publisher())
        .sourceClass(source.sourceClass())
        .published(source.published());
    return this;
  }

  /**
   * The place in the file.
   *
   * @param field the header of the column, or null
   * @param quote the cell or the clause, as published
   */
  public ReadingAssembler withPlace(String locator, String field, String quote) {
    reading.locator(locator).field(field).quote(quote);
    return this;
  }

  /** What is counted and where, as far as it is known. */
  public ReadingAssembler withSubject(Area area, Indicator indicator, PopulationBasis basis) {
    reading
        .cityCode(area == null ? null : area.code())
        .indicator(indicator == null ? null : indicator.id())
        .populationBasis(basis);
    return this;
  }

  /**
   * The figure, in the canonical unit.
   *
   * @param high the upper end of a range, or null
   * @param resolution one unit of the last printed digit
   */
  public ReadingAssembler withValue(
      BigDecimal value, BigDecimal high, String unit, BigDecimal resolution, Bound bound) {
    reading.value(value).valueHigh(high).unit(unit).resolution(resolution).bound(bound);
    return this;
  }

  /** What the figure says, and of which part of the area. */
  public ReadingAssembler withStatus(Status status, Measure measure, String scope) {
    reading.status(status).measure(measure).scope(scope);
    return this;
  }

  /** When, or null. */
  public ReadingAssembler withPeriod(Period period) {
    if (period != null) {
      reading.periodStart(period.start()).periodEnd(period.end()).periodType(period.type());
    }
    return this;
  }

  /** How it was read, and what must be known when using it. */
  public ReadingAssembler withMethod(ReadingMethod method, List<String> flags) {
    reading.method(method).flags(flags);
    return this;
  }

  /** The noun phrase as published, and which attributes are not known. */
  public ReadingAssembler withMissing(String term, List<String> missing) {
    reading.term(term).missing(missing);
    return this;
  }

  /** What is wrong and what to do. */
  public ReadingAssembler withReason(String reason, Disposition disposition, String detail) {
    reading.reason(reason).disposition(disposition).detail(detail);
    return this;
  }

  /** The reading. */
  public Reading build(Origin origin) {
    return reading
        .fileSha256(origin.fileSha256())
        .path(origin.path())
        .knownFrom(origin.now())
        .runId(origin.runId())
        .build();
  }
}
