package org.duibiao.jobs.ingestion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.tables.Reading;

/**
 * What somebody should mend in one file: every problem once, at the place where it is met first.
 */
final class Problems {

  private static final int MOST = 20;

  private final Map<String, First> firsts = new LinkedHashMap<>();

  private static final class First {
    private final String place;
    private int count;

    private First(String place) {
      this.place = place;
    }
  }

  /** A reject or candidate with its detail; of a thousand different problems twenty are kept. */
  void add(Reading reading) {
    First first = firsts.get(reading.detail());
    if (first == null && firsts.size() < MOST) {
      String column = reading.field() == null ? "" : ", column '" + reading.field() + "'";
      first = new First(reading.locator() + column + " says '" + reading.quote() + "': ");
      firsts.put(reading.detail(), first);
    }
    if (first != null) {
      first.count++;
    }
  }

  /** A line a problem, in the order of the file. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    firsts.forEach(
        (detail, first) ->
            lines.add(
                first.place
                    + detail
                    + (first.count == 1 ? "" : " (" + first.count + " values of this file)")));
    return lines;
  }
}
