package org.duibiao.jobs.ingestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.tables.Reading;

/**
 * The problems of one file that a person should fix: each once, at the place where it occurs first.
 */
final class FileProblems {

  private static final int MAX_PROBLEMS = 20;

  private final Map<String, String> firstPlaces = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /** A reject or candidate with its detail; of a thousand different problems twenty are kept. */
  void add(Reading reading) {
    String detail = reading.detail();
    if (counts.size() < MAX_PROBLEMS || counts.containsKey(detail)) {
      String column = reading.field() == null ? "" : ", column '" + reading.field() + "'";
      firstPlaces.putIfAbsent(
          detail, reading.locator() + column + " says '" + reading.quote() + "': ");
      counts.merge(detail, 1, Integer::sum);
    }
  }

  /** A line a problem, in the order of the file. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    firstPlaces.forEach(
        (detail, place) -> {
          int count = counts.get(detail);
          lines.add(place + detail + (count == 1 ? "" : " (" + count + " values of this file)"));
        });
    return lines;
  }
}
