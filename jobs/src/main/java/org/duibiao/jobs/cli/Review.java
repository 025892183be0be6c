package org.duibiao.jobs.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duibiao.catalogue.Terms;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.Stage;
import org.duibiao.model.Indicator;
import org.duibiao.model.Unit;
import org.duibiao.model.code.Kind;
import org.duibiao.tables.Reading;
import org.duibiao.tables.ReadingKind;
import org.duibiao.warehouse.DataScan;

/** The figures that wait for a person to say where they belong, by term. */
public final class Review {

  private Review() {}

  private record Group(String term, List<String> missing) {}

  private static final class Same {
    private Reading example;
    private int count;
  }

  public static Execution.Outcome execute(Stage stage, Entry accepted, PrintStream out)
      throws IOException {
    boolean accepts = accepted.isGiven();
    Map<Group, Same> groups = new HashMap<>();
    Map<String, Waiting> terms = new HashMap<>();
    for (DataScan scan : stage.warehouse().scans(Reading.class)) {
      scan.forEach(
          Reading.class,
          stage.configuration(),
          reading -> {
            if (reading.kind() == ReadingKind.CANDIDATE && reading.knownTo() == null) {
              Same same =
                  groups.computeIfAbsent(
                      new Group(reading.term(), reading.missing()), group -> new Same());
              same.count++;
              if (same.example == null || order().compare(reading, same.example) < 0) {
                same.example = reading;
              }
              if (Waiting.isFor(reading)) {
                terms
                    .computeIfAbsent(
                        Terms.key(reading.term()),
                        key -> new Waiting(stage.catalogue(), reading.term()))
                    .add(reading);
              }
            }
          });
    }
    if (accepts) {
      new Accept(stage, out).accept(accepted, terms);
      return new Execution.Outcome(ExitCode.DONE, null);
    }
    if (groups.isEmpty()) {
      out.println("Nothing waits.");
      return new Execution.Outcome(ExitCode.DONE, null);
    }
    List<Map.Entry<Group, Same>> sorted = new ArrayList<>(groups.entrySet());
    sorted.sort(
        Comparator.comparing((Map.Entry<Group, Same> e) -> -e.getValue().count)
            .thenComparing(e -> String.valueOf(e.getKey().term()))
            .thenComparing(e -> e.getKey().missing().toString()));
    for (Map.Entry<Group, Same> entry : sorted) {
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
      Waiting waiting = Waiting.isFor(example) ? terms.remove(Terms.key(example.term())) : null;
      if (waiting != null) {
        out.println("    " + proposal(waiting));
      }
    }
    return new Execution.Outcome(ExitCode.DONE, null);
  }

  /** What would place the figures under a term; it is said once a term. */
  private static String proposal(Waiting waiting) {
    if (waiting.known().isPresent()) {
      Indicator known = waiting.known().get().indicator();
      return "in the catalogue as "
          + known.id()
          + ", counted in "
          + known.unit().id()
          + ": run again, and if it still waits, look at its unit";
    }
    String accept = ": duibiao review --accept " + quoted(waiting.term());
    Optional<Indicator> nearest = waiting.nearest();
    if (nearest.isPresent()) {
      return "proposed: an alias of "
          + nearest.get().zh()
          + " ("
          + nearest.get().id()
          + ")"
          + accept;
    }
    Optional<Unit> unit = waiting.unit();
    Optional<Kind> kind = unit.flatMap(waiting::kind);
    return "proposed: a new indicator"
        + unit.map(of -> ", unit " + of.id()).orElse("")
        + kind.map(of -> ", kind " + of.id()).orElse("")
        + accept
        + " --id ID --en NAME"
        + (unit.isEmpty() ? " --unit UNIT" : "")
        + (unit.isPresent() && kind.isEmpty() ? " --kind KIND" : "");
  }

  /** A term as one word of a shell. */
  private static String quoted(String term) {
    boolean plain = term.codePoints().allMatch(Character::isLetterOrDigit);
    return plain ? term : "'" + term.replace("'", "'\\''") + "'";
  }

  private static Comparator<Reading> order() {
    return Comparator.comparing(Reading::path).thenComparing(Reading::locator);
  }
}
