package org.duibiao.jobs.ingestion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.tables.Reading;

/**
 * The problems of one file that a person should fix: each once, at the place where it occurs first.
 */
final class FileProblems {

  private static final int MAX_PROBLEMS = 20;

  private final Map<String, Occurrences> occurrences = new LinkedHashMap<>();

  private static final class Occurrences {
    private final String firstPlace;
    private int count;

    private Occurrences(String place) {
      this.firstPlace = place;
    }
  }

  /** A reject or candidate with its detail; of a thousand different problems twenty are kept. */
  void add(Reading reading) {
    Occurrences first = occurrences.get(reading.detail());
    if (first == null && occurrences.size() < MAX_PROBLEMS) {
      String column = reading.field() == null ? "" : ", column '" + reading.field() + "'";
      first = new Occurrences(reading.locator() + column + " says '" + reading.quote() + "': ");
      occurrences.put(reading.detail(), first);
    }
    if (first != null) {
      first.count++;
    }
  }

  /** A line a problem, in the order of the file. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    occurrences.forEach(
        (detail, first) ->
            lines.add(
                first.firstPlace
                    + detail
                    + (first.count == 1 ? "" : " (" + first.count + " values of this file)")));
    return lines;
  }
}
