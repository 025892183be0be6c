package org.duibiao.normalize.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.duibiao.model.Area;
import org.duibiao.model.Digest;
import org.duibiao.model.Indicator;
import org.duibiao.model.Period;
import org.duibiao.model.Scope;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Disposition;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.model.code.ReadingMethod;
import org.duibiao.model.code.Status;
import org.duibiao.tables.Reading;
import org.duibiao.tables.ReadingBuilder;
import org.duibiao.tables.Source;

/**
 * What is known of one value so far; what is not said stays null. Of a table and of running text
 * the same draft becomes a reading, so that a figure has the same identity in both.
 */
public final class ReadingDraft {

  public ReadingKind kind;
  public Area area;
  public Indicator indicator;
  public BigDecimal value;
  public BigDecimal high;
  public String unit;
  public BigDecimal resolution;
  public Bound bound;
  public ReadingMethod method = ReadingMethod.TABLE;
  public Status status = Status.ACTUAL;
  public Measure measure = Measure.LEVEL;
  public Period period;
  public String scope = Scope.CITY;
  public PopulationBasis basis;
  public Source source;
  public String term;
  String reason;
  Disposition disposition;
  String detail;
  final List<String> missing = new ArrayList<>();
  public final Set<Flag> flags = EnumSet.noneOf(Flag.class);

  /**
   * Where readings come from, and the run that makes them.
   *
   * @param source the publication that the file is
   * @param now when the warehouse learns them
   */
  public record Origin(Source source, String fileSha256, String runId, Instant now) {}

  /**
   * The place of a value in the file.
   *
   * @param field the header of the column, or null
   * @param quote the cell or the clause, as published
   */
  public record Place(String locator, String field, String quote) {}

  /** A draft of what the file says for certain: a level of the city, as it is. */
  public ReadingDraft(ReadingKind kind) {
    this.kind = kind;
  }

  /**
   * What is known of a value that is not taken.
   *
   * @param reason one word, such as {@code unreadable_period}
   * @param detail what is wrong and what to do, with {@code %s} for each argument
   */
  public static ReadingDraft reject(
      Disposition disposition, String reason, String detail, Object... args) {
    ReadingDraft draft = new ReadingDraft(ReadingKind.REJECT);
    draft.reason = reason;
    draft.disposition = disposition;
    draft.addDetail(detail, args);
    return draft;
  }

  /** The same of a value that a person has to correct. */
  public static ReadingDraft rejected(String reason, String detail, Object... args) {
    return reject(Disposition.REJECTED, reason, detail, args);
  }

  public void addMissing(String what) {
    kind = ReadingKind.CANDIDATE;
    missing.add(what);
  }

  /** Adds what is to be done; the template has {@code %s} for each argument. */
  public void addDetail(String template, Object... args) {
    String words = args.length == 0 ? template : String.format(Locale.ROOT, template, args);
    detail = detail == null ? words : detail + "; " + words;
  }

  /**
   * The id of what it is so far.
   *
   * @param otherCity what stands for a city that is not known, or null
   * @param otherPeriod what stands for a period that is not known, or null
   * @param ordinal how many equal figures were before
   */
  public String observationId(Digest digest, String otherCity, String otherPeriod, int ordinal) {
    List<Object> parts = new ArrayList<>();
    if (kind == ReadingKind.CANDIDATE) {
      parts.add("candidate");
    }
    parts.add(source.sourceId());
    parts.add(area == null ? otherCity : area.code());
    parts.add(indicator == null ? term : indicator.id());
    parts.add(measure.id());
    parts.add(status.id());
    parts.add(scope);
    parts.add(basis == null ? null : basis.id());
    parts.add(period == null ? otherPeriod : period.start());
    parts.add(period == null ? null : period.end());
    parts.add(ordinal);
    return digest.nextId(parts.toArray());
  }

  /**
   * The reading.
   *
   * @param flags the flags of the draft; equal lists are shared
   */
  public Reading build(Origin origin, String id, Place place, List<Flag> flags) {
    Source from = source == null ? origin.source() : source;
    ReadingBuilder reading =
        ReadingBuilder.builder()
            .kind(kind)
            .observationId(id)
            .cityCode(area == null ? null : area.code())
            .indicator(indicator == null ? null : indicator.id())
            .populationBasis(basis)
            .value(value)
            .valueHigh(high)
            .unit(unit)
            .resolution(resolution)
            .bound(bound)
            .term(kind == ReadingKind.OBSERVATION ? null : term)
            .missing(missing.isEmpty() ? null : List.copyOf(missing))
            .reason(reason)
            .disposition(disposition)
            .detail(detail)
            .sourceId(from.sourceId())
            .publisher(from.publisher())
            .sourceClass(from.sourceClass())
            .published(from.published())
            .locator(place.locator())
            .field(place.field())
            .quote(place.quote())
            .fileSha256(origin.fileSha256())
            .path(origin.source().path())
            .knownFrom(origin.now())
            .runId(origin.runId());
    if (period != null) {
      reading.periodStart(period.start()).periodEnd(period.end()).periodType(period.type());
    }
    if (kind != ReadingKind.REJECT) {
      reading.status(status).measure(measure).scope(scope).method(method).flags(flags);
    }
    return reading.build();
  }
}
