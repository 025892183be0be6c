package org.duibiao.normalize;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.duibiao.ingest.Source;
import org.duibiao.model.Area;
import org.duibiao.model.Basis;
import org.duibiao.model.Bound;
import org.duibiao.model.Digest;
import org.duibiao.model.Indicator;
import org.duibiao.model.Measure;
import org.duibiao.model.Period;
import org.duibiao.model.Status;

/** What was found out of one value of a table so far. */
final class Draft {

  ReadingKind kind;
  Area area;
  Indicator indicator;
  BigDecimal value;
  BigDecimal high;
  String unit;
  BigDecimal resolution;
  Bound bound;
  Method method = Method.TABLE;
  Status status = Status.ACTUAL;
  Measure measure = Measure.LEVEL;
  Period period;
  String scope = "city";
  Basis basis;
  Source source;
  String term;
  String reason;
  Disposition disposition;
  String detail;
  final List<String> missing = new ArrayList<>();
  final TreeSet<String> flags = new TreeSet<>();

  Draft(ReadingKind kind) {
    this.kind = kind;
  }

  Draft because(String why, Disposition what, String words) {
    this.reason = why;
    this.disposition = what;
    this.detail = words;
    return this;
  }

  void lacks(String what) {
    kind = ReadingKind.CANDIDATE;
    missing.add(what);
  }

  void note(String what) {
    detail = detail == null ? what : detail + "; " + what;
  }

  /**
   * The id of what it is so far.
   *
   * @param otherCity what stands for a city that is not known, or null
   * @param otherPeriod what stands for a period that is not known, or null
   * @param ordinal how many equal figures were before
   */
  String id(Digest digest, String otherCity, String otherPeriod, int ordinal) {
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
    return digest.next(parts.toArray());
  }

  /** The reading, without its place. */
  ReadingBuilder reading(String id, List<String> sharedFlags) {
    ReadingBuilder reading =
        new ReadingBuilder(kind, id)
            .of(area, indicator, basis)
            .figure(value, high, unit, resolution, bound)
            .during(period)
            .lacking(
                kind == ReadingKind.OBSERVATION ? null : term,
                missing.isEmpty() ? null : List.copyOf(missing))
            .because(reason, disposition, detail);
    return kind == ReadingKind.REJECT
        ? reading
        : reading.as(status, measure, scope).by(method, sharedFlags);
  }
}
