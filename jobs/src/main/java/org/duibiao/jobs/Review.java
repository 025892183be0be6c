package org.duibiao.jobs;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.normalize.Reading;
import org.duibiao.normalize.ReadingKind;
import org.duibiao.warehouse.DataScan;

/** The figures that wait for a person to say where they belong, by term. */
final class Review {

  private Review() {}

  private record Group(String term, List<String> missing) {}

  private static final class Waiting {
    private Reading example;
    private int count;
  }

  static Execution.Outcome execute(Stage stage, PrintStream out) {
    Map<Group, Waiting> groups = new HashMap<>();
    for (DataScan scan : stage.warehouse().scans(Reading.class)) {
      scan.forEach(
          Reading.class,
          stage.configuration(),
          reading -> {
            if (reading.kind() == ReadingKind.CANDIDATE && reading.knownTo() == null) {
              Waiting waiting =
                  groups.computeIfAbsent(
                      new Group(reading.term(), reading.missing()), group -> new Waiting());
              waiting.count++;
              if (waiting.example == null || order().compare(reading, waiting.example) < 0) {
                waiting.example = reading;
              }
            }
          });
    }
    if (groups.isEmpty()) {
      out.println("Nothing waits.");
      return new Execution.Outcome(ExitCode.DONE, null);
    }
    List<Map.Entry<Group, Waiting>> sorted = new ArrayList<>(groups.entrySet());
    sorted.sort(
        Comparator.comparing((Map.Entry<Group, Waiting> e) -> -e.getValue().count)
            .thenComparing(e -> String.valueOf(e.getKey().term()))
            .thenComparing(e -> e.getKey().missing().toString()));
    for (Map.Entry<Group, Waiting> entry : sorted) {
      Reading example = entry.getValue().example;
      out.println(
          entry.getValue().count
              + " × "
              + (entry.getKey().term() == null ? "(no term)" : entry.getKey().term())
              + ", missing "
              + String.join(" and ", entry.getKey().missing())
              + "; such as '"
              + example.quote()
              + "' in "
              + example.path()
              + " "
              + example.locator()
              + (example.detail() == null ? "" : ": " + example.detail()));
    }
    return new Execution.Outcome(ExitCode.DONE, null);
  }

  private static Comparator<Reading> order() {
    return Comparator.comparing(Reading::path).thenComparing(Reading::locator);
  }
}
