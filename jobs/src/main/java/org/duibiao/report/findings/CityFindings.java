package org.duibiao.report.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Texts;
import org.duibiao.model.code.TargetState;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.ReportIndex;

/**
 * The findings to show first about a city: at most three, chosen by rule.
 *
 * <p>Each rule ({@link CityFinding.Rule}) uses only what can be compared. Findings are ordered by
 * the priority of their rule. A finding comes one step later if it is more than three years older
 * than the city's newest figures, another step later if it is to be used with care, and two steps
 * later if it may rest on few deaths; within a step the largest relative gap comes first. The first
 * three of different rules about different subjects are chosen; if there are fewer, others about
 * other subjects are added. The same release gives the same findings.
 *
 * @param findings none to three of them, the one that matters most first
 * @param shortfall why there are not three; empty if there are
 */
public record CityFindings(List<CityFinding> findings, Bilingual shortfall) {

  private static final int MAX_FINDINGS = 3;

  /** Figures that are older than the newest by more than that matter less. */
  private static final int OLD = 3;

  private static final Comparator<Candidate> ORDER =
      Comparator.comparing(Candidate::priority)
          .thenComparing(Comparator.comparing(Candidate::weight).reversed())
          .thenComparing(each -> each.finding().rule())
          .thenComparing(Comparator.comparing((Candidate each) -> each.finding().year()).reversed())
          .thenComparing(each -> each.finding().subject())
          .thenComparing(each -> each.finding().sentence().zh().toString());

  /**
   * A finding that may be chosen.
   *
   * @param priority 1 matters most
   * @param weight the relative gap
   */
  record Candidate(int priority, double weight, CityFinding finding) {}

  public static CityFindings of(ReportIndex model, String city) {
    CityRows rows = model.city(city);
    int newest = rows.newestYear();
    List<Candidate> all = new ArrayList<>();
    Collector collector =
        (later, weight, finding) ->
            all.add(
                new Candidate(
                    finding.rule().priority() + later + (finding.year() < newest - OLD ? 1 : 0),
                    Double.isNaN(weight) ? 0 : Math.abs(weight),
                    finding));
    new ComparisonFindings(model, rows).collect(collector);
    new TargetFindings(model, rows).collect(collector);
    new RevisionFindings(model, rows).collect(collector);
    all.sort(ORDER);
    List<CityFinding> chosen = choose(all);
    return new CityFindings(
        chosen,
        chosen.size() == MAX_FINDINGS ? Bilingual.EMPTY : shortfall(model, rows, chosen.size()));
  }

  /**
   * Collects findings with the number of steps by which they come later than their rule's priority,
   * and their relative gap, of which only the size counts.
   */
  interface Collector {
    void add(int later, double weight, CityFinding finding);
  }

  private static List<CityFinding> choose(List<Candidate> sorted) {
    List<Candidate> chosen = new ArrayList<>();
    Set<CityFinding.Rule> kinds = EnumSet.noneOf(CityFinding.Rule.class);
    Set<String> subjects = new HashSet<>();
    for (Candidate each : sorted) {
      CityFinding finding = each.finding();
      if (chosen.size() < MAX_FINDINGS
          && !kinds.contains(finding.rule())
          && subjects.add(finding.subject())) {
        kinds.add(finding.rule());
        chosen.add(each);
      }
    }
    for (Candidate each : sorted) {
      if (chosen.size() < MAX_FINDINGS && subjects.add(each.finding().subject())) {
        chosen.add(each);
      }
    }
    return chosen.stream().sorted(ORDER).map(Candidate::finding).toList();
  }

  private static Bilingual shortfall(ReportIndex model, CityRows rows, int found) {
    long compared =
        model.benchmarks().stream()
            .filter(benchmark -> rows.newestCompared(benchmark.id()).isPresent())
            .count();
    long unchecked =
        rows.targets().stream().filter(row -> row.state() == TargetState.CANNOT_BE_CHECKED).count();
    Bilingual why =
        model.isReference(rows.code())
            ? Texts.of("city.the-reference-is-not")
            : Texts.of(
                "city.of-benchmarks-can-be",
                model.benchmarks().size(),
                model.referenceName(),
                compared);
    Bilingual targets =
        unchecked == 0 ? Bilingual.EMPTY : Texts.of("city.for-of-its-targets", unchecked);
    return found == 0
        ? Texts.of("city.what-is-published-does", model.areaName(rows.code()), why, targets)
        : Texts.of(
            "city.what-is-published-supports", model.areaName(rows.code()), why, targets, found);
  }
}
