package org.duibiao.normalize.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.duibiao.columns.ColumnType;
import org.duibiao.model.Area;
import org.duibiao.model.Digest;
import org.duibiao.model.Indicator;
import org.duibiao.model.Period;
import org.duibiao.model.Scope;
import org.duibiao.model.code.Disposition;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.model.code.ReadingMethod;
import org.duibiao.model.code.Status;
import org.duibiao.normalize.number.ParsedNumber.Amount;
import org.duibiao.tables.Reading;
import org.duibiao.tables.ReadingBuilder;
import org.duibiao.tables.Source;

/**
 * What is known of one value so far; what is not said stays null. Of a table and of running text
 * the same draft becomes a reading, so that a figure has the same identity in both.
 */
public final class ReadingDraft {

  /** What is written as it is said. */
  public final ReadingBuilder row = ReadingBuilder.builder();

  public Area area;
  public Indicator indicator;
  public Period period;
  public Source source;
  public final Set<Flag> flags = EnumSet.noneOf(Flag.class);
  private final List<String> missing = new ArrayList<>();

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

  /** A draft of what a table says for certain: a level of the city, as it is. */
  public ReadingDraft() {
    row.kind(ReadingKind.OBSERVATION)
        .method(ReadingMethod.TABLE)
        .status(Status.ACTUAL)
        .measure(Measure.LEVEL)
        .scope(Scope.CITY);
  }

  /**
   * What is known of a value that is not taken.
   *
   * @param reason one word, such as {@code unreadable_period}
   * @param detail what is wrong and what to do, with {@code %s} for each argument
   */
  public static ReadingDraft reject(
      Disposition disposition, String reason, String detail, Object... args) {
    ReadingDraft draft = new ReadingDraft();
    draft.row.kind(ReadingKind.REJECT).reason(reason).disposition(disposition);
    draft.row.method(null).status(null).measure(null).scope(null);
    draft.addDetail(detail, args);
    return draft;
  }

  /** The same of a value that a person has to correct. */
  public static ReadingDraft rejected(String reason, String detail, Object... args) {
    return reject(Disposition.REJECTED, reason, detail, args);
  }

  /**
   * Takes a figure.
   *
   * @param factor by what it is multiplied; negative for a change downwards
   * @return false if it then has more digits than the tables keep
   */
  public boolean takeValue(Amount figure, BigDecimal factor) {
    row.value(figure.value().multiply(factor))
        .valueHigh(figure.high() == null ? null : figure.high().multiply(factor))
        .resolution(figure.resolution().multiply(factor.abs()))
        .bound(figure.bound());
    return Stream.of(row.value(), row.valueHigh(), row.resolution())
        .filter(Objects::nonNull)
        .map(BigDecimal::stripTrailingZeros)
        .allMatch(
            number ->
                number.scale() <= ColumnType.SCALE
                    && number.precision() - number.scale()
                        <= ColumnType.PRECISION - ColumnType.SCALE);
  }

  public void addMissing(String what) {
    row.kind(ReadingKind.CANDIDATE);
    missing.add(what);
  }

  /** Adds what is to be done; the template has {@code %s} for each argument. */
  public void addDetail(String template, Object... args) {
    String words = args.length == 0 ? template : String.format(Locale.ROOT, template, args);
    row.detail(row.detail() == null ? words : row.detail() + "; " + words);
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
    if (row.kind() == ReadingKind.CANDIDATE) {
      parts.add("candidate");
    }
    parts.add(source.sourceId());
    parts.add(area == null ? otherCity : area.code());
    parts.add(indicator == null ? row.term() : indicator.id());
    parts.add(row.measure().id());
    parts.add(row.status().id());
    parts.add(row.scope());
    parts.add(row.populationBasis() == null ? null : row.populationBasis().id());
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
    if (period != null) {
      row.periodStart(period.start()).periodEnd(period.end()).periodType(period.type());
    }
    return row.observationId(id)
        .cityCode(area == null ? null : area.code())
        .indicator(indicator == null ? null : indicator.id())
        .term(row.kind() == ReadingKind.OBSERVATION ? null : row.term())
        .missing(missing.isEmpty() ? null : List.copyOf(missing))
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
        .runId(origin.runId())
        .flags(row.kind() == ReadingKind.REJECT ? null : flags)
        .build();
  }
}
