package org.duibiao.jobs.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duibiao.catalogue.Terms;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.reviewing.AcceptOptions;
import org.duibiao.jobs.reviewing.CatalogueEditor;
import org.duibiao.jobs.reviewing.UnmatchedTerm;
import org.duibiao.model.Indicator;
import org.duibiao.model.Message;
import org.duibiao.model.Unit;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.tables.Reading;
import org.duibiao.warehouse.DataFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code duibiao review}: the figures that wait for a person to say where they belong, by term. */
@Command(name = "review")
final class ReviewCommand extends BaseCommand {

  private static final Comparator<Reading> EXAMPLE_ORDER =
      Comparator.comparing(Reading::path).thenComparing(Reading::locator);

  @Mixin private AcceptOptions accepted;

  private record TermGroup(String term, List<String> missing) {}

  private static final class Tally {
    private Reading example;
    private int count;
  }

  @Override
  int execute(RunContext run) throws IOException {
    boolean accepts = accepted.isGiven();
    Map<TermGroup, Tally> groups = new HashMap<>();
    Map<String, UnmatchedTerm> terms = new HashMap<>();
    for (DataFile scan : run.warehouse().scans(Reading.class)) {
      scan.forEach(
          Reading.class,
          run.configuration(),
          reading -> {
            if (reading.kind() == ReadingKind.CANDIDATE && reading.knownTo() == null) {
              Tally same =
                  groups.computeIfAbsent(
                      new TermGroup(reading.term(), reading.missing()), group -> new Tally());
              same.count++;
              if (same.example == null || EXAMPLE_ORDER.compare(reading, same.example) < 0) {
                same.example = reading;
              }
              if (UnmatchedTerm.isUnmatched(reading)) {
                terms
                    .computeIfAbsent(
                        Terms.key(reading.term()),
                        key -> new UnmatchedTerm(run.catalogue(), reading.term()))
                    .add(reading);
              }
            }
          });
    }
    if (accepts) {
      print(new CatalogueEditor(run).accept(accepted, terms));
      return ExitCode.DONE;
    }
    if (groups.isEmpty()) {
      print("Nothing waits.");
      return ExitCode.DONE;
    }
    List<Map.Entry<TermGroup, Tally>> sorted = new ArrayList<>(groups.entrySet());
    sorted.sort(
        Comparator.comparing((Map.Entry<TermGroup, Tally> e) -> -e.getValue().count)
            .thenComparing(e -> String.valueOf(e.getKey().term()))
            .thenComparing(e -> e.getKey().missing().toString()));
    for (Map.Entry<TermGroup, Tally> entry : sorted) {
      Reading example = entry.getValue().example;
      String term = entry.getKey().term();
      print(
          "%d × %s, missing %s; such as '%s' in %s %s%s",
          entry.getValue().count,
          term == null ? "(no term)" : term,
          String.join(" and ", entry.getKey().missing()),
          example.quote(),
          example.path(),
          example.locator(),
          example.detail() == null ? "" : ": " + example.detail());
      UnmatchedTerm waiting =
          UnmatchedTerm.isUnmatched(example) ? terms.remove(Terms.key(example.term())) : null;
      if (waiting != null) {
        print("    " + proposal(waiting));
      }
    }
    return ExitCode.DONE;
  }

  /** What would place the figures under a term; it is printed once for each term. */
  private static String proposal(UnmatchedTerm waiting) {
    if (waiting.knownMeaning().isPresent()) {
      Indicator known = waiting.knownMeaning().get().indicator();
      return Message.of(
          "in the catalogue as %s, counted in %s: run again, and if it still waits, look at its"
              + " unit",
          known.id(), known.unit().id());
    }
    String accept = ": duibiao review --accept " + quoted(waiting.term());
    Optional<Indicator> nearest = waiting.suggestedIndicator();
    if (nearest.isPresent()) {
      String known = nearest.get().zh() + " (" + nearest.get().id() + ")";
      return "proposed: an alias of " + known + accept;
    }
    Optional<Unit> unit = waiting.unit();
    Optional<IndicatorKind> kind = unit.flatMap(waiting::kind);
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
}
