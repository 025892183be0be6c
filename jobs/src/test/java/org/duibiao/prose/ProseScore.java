package org.duibiao.prose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.catalogue.EvidenceKind.Attribute;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.tables.Reading;

/**
 * How well texts were read, beside the annotations that {@code data/examples/README.md} describes.
 * A reading is the annotated number if their places overlap, or nearly, and the values agree.
 * Annotations of the tiers admin and event count neither way.
 *
 * @param statistics annotated statistics
 * @param found those that became an observation or a candidate
 * @param exact those found of which city, unit, bound, status, measure, scope and period are right
 * @param core annotated statistics of the indicators that most benchmarks rest on
 * @param placed those of them that are exact, and observations of their indicator
 * @param observations all observations
 * @param judged those of them that no annotation leaves open
 * @param right those judged that are an annotated statistic with every attribute right
 * @param wrong observations that are no annotated statistic
 * @param candidates all candidates
 * @param noise candidates that are no annotated statistic
 */
record ProseScore(
    int statistics,
    int found,
    int exact,
    int core,
    int placed,
    int observations,
    int judged,
    int right,
    int wrong,
    int candidates,
    int noise) {

  static final ProseScore NONE = new ProseScore(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  private static final Pattern LOCATOR = Pattern.compile("char:(\\d+)-(\\d+)");

  private record Found(int start, int end, Reading reading) {

    boolean is(ReadingKind kind) {
      return reading.kind() == kind;
    }

    boolean is(Annotation annotation) {
      return annotation.is(reading, start, end);
    }
  }

  double foundShare() {
    return share(found, statistics);
  }

  double exactShare() {
    return share(exact, statistics);
  }

  double placedShare() {
    return share(placed, core);
  }

  double wrongShare() {
    return share(wrong, observations);
  }

  double noiseShare() {
    return share(noise, candidates);
  }

  double rightShare() {
    return share(right, judged);
  }

  private static double share(int of, int all) {
    return all == 0 ? 0 : (double) of / all;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "found %.3f  exact %.3f  placed %.3f  false %d of %d observations  noise %d of %d"
            + " candidates  right %.3f",
        foundShare(),
        exactShare(),
        placedShare(),
        wrong,
        observations,
        noise,
        candidates,
        rightShare());
  }

  ProseScore plus(ProseScore other) {
    return new ProseScore(
        statistics + other.statistics,
        found + other.found,
        exact + other.exact,
        core + other.core,
        placed + other.placed,
        observations + other.observations,
        judged + other.judged,
        right + other.right,
        wrong + other.wrong,
        candidates + other.candidates,
        noise + other.noise);
  }

  /** The score of all annotated texts of a folder; {@code gold} in it holds the annotations. */
  static ProseScore of(Path folder) throws IOException {
    Map<String, List<Reading>> readings = CorpusReader.read(folder, CorpusReader.catalogue());
    ProseScore score = NONE;
    for (Map.Entry<String, List<Annotation>> text : Annotation.of(folder).entrySet()) {
      score = score.plus(of(text.getValue(), readings.getOrDefault(text.getKey(), List.of())));
    }
    return score;
  }

  /** The score of one text. */
  static ProseScore of(List<Annotation> annotations, List<Reading> readings) {
    List<Found> all = new ArrayList<>();
    for (Reading reading : readings) {
      Matcher place = LOCATOR.matcher(reading.locator());
      if (reading.kind() != ReadingKind.REJECT && place.lookingAt()) {
        all.add(
            new Found(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)), reading));
      }
    }
    int statistics = 0;
    int found = 0;
    int exact = 0;
    int core = 0;
    int placed = 0;
    Set<Found> explained = new HashSet<>();
    Set<Found> hit = new HashSet<>();
    Set<Found> right = new HashSet<>();
    for (Annotation annotation : annotations) {
      if (!annotation.isStatistic()) {
        all.stream()
            .filter(each -> annotation.overlaps(each.start(), each.end()))
            .forEach(explained::add);
        continue;
      }
      statistics++;
      core += annotation.isCore() ? 1 : 0;
      List<Found> hits = all.stream().filter(each -> each.is(annotation)).toList();
      if (hits.isEmpty()) {
        continue;
      }
      hit.addAll(hits);
      hits.stream().filter(each -> annotation.faults(each.reading()).isEmpty()).forEach(right::add);
      found++;
      Found best =
          Collections.max(
              hits,
              Comparator.comparing(
                      (Found each) -> annotation.indicator().equals(each.reading().indicator()))
                  .thenComparing(
                      each -> !annotation.faults(each.reading()).contains(Attribute.CITY)));
      Set<Attribute> faults = annotation.faults(best.reading());
      boolean placeable = best.is(ReadingKind.OBSERVATION) && annotation.isCore();
      placed += placeable && faults.isEmpty() ? 1 : 0;
      faults.remove(Attribute.INDICATOR);
      exact += faults.isEmpty() ? 1 : 0;
    }
    List<Found> loose =
        all.stream().filter(each -> !hit.contains(each) && !explained.contains(each)).toList();
    Set<Found> judged = new HashSet<>(hit);
    judged.addAll(loose);
    return new ProseScore(
        statistics,
        found,
        exact,
        core,
        placed,
        count(all, ReadingKind.OBSERVATION),
        count(judged, ReadingKind.OBSERVATION),
        count(right, ReadingKind.OBSERVATION),
        count(loose, ReadingKind.OBSERVATION),
        count(all, ReadingKind.CANDIDATE),
        count(loose, ReadingKind.CANDIDATE));
  }

  private static int count(Collection<Found> found, ReadingKind kind) {
    return (int) found.stream().filter(each -> each.is(kind)).count();
  }
}
