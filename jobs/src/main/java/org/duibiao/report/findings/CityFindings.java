package org.duibiao.report.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duibiao.markup.Text;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.Model;

/**
 * What to say of a city first: at most three findings, chosen by rule.
 *
 * <p>Each rule ({@link CityFinding.Kind}) finds what it can, from what can be compared only. What
 * matters more comes first; what is more than three years older than the city's newest figures, is
 * to be used with care, comes a step later for each of these, and what may rest on few deaths two;
 * within a step the greatest relative gap. The first three that are of different kinds and about
 * different things stand; if there are not three kinds, others about other things fill up. The same
 * release gives the same findings.
 *
 * @param city the city's code
 * @param findings none to three of them, the one that matters most first
 * @param shortfall why there are not three; empty if there are
 */
public record CityFindings(String city, List<CityFinding> findings, Text shortfall) {

  private static final int MOST = 3;

  /** Figures that are older than the newest by more than that matter less. */
  private static final int OLD = 3;

  private static final Comparator<Candidate> ORDER =
      Comparator.comparing(Candidate::tier)
          .thenComparing(Comparator.comparing(Candidate::weight).reversed())
          .thenComparing(each -> each.finding().kind())
          .thenComparing(Comparator.comparing((Candidate each) -> each.finding().year()).reversed())
          .thenComparing(each -> each.finding().subject())
          .thenComparing(each -> each.finding().sentence().zh().toString());

  /**
   * Something that could be said.
   *
   * @param tier 1 matters most
   * @param weight the relative gap
   */
  record Candidate(int tier, double weight, CityFinding finding) {}

  public static CityFindings of(Model model, String city) {
    CityRows rows = model.city(city);
    int newest = rows.newestYear();
    List<Candidate> all = new ArrayList<>();
    Collector collector =
        (later, weight, finding) ->
            all.add(
                new Candidate(
                    finding.kind().tier() + later + (finding.year() < newest - OLD ? 1 : 0),
                    Double.isNaN(weight) ? 0 : Math.abs(weight),
                    finding));
    new Comparisons(model, rows).collect(collector);
    new Promised(model, rows).collect(collector);
    new Contested(model, rows).collect(collector);
    all.sort(ORDER);
    List<CityFinding> chosen = choose(all);
    return new CityFindings(
        city, chosen, chosen.size() == MOST ? Text.EMPTY : shortfall(model, rows, chosen.size()));
  }

  /**
   * Takes what the rules find: by how many steps it comes later than its kind does, and its
   * relative gap, where 0.1 and −0.1 matter alike.
   */
  interface Collector {
    void add(int later, double weight, CityFinding finding);
  }

  private static List<CityFinding> choose(List<Candidate> sorted) {
    List<Candidate> chosen = new ArrayList<>();
    Set<CityFinding.Kind> kinds = EnumSet.noneOf(CityFinding.Kind.class);
    Set<String> subjects = new HashSet<>();
    for (Candidate each : sorted) {
      CityFinding finding = each.finding();
      if (chosen.size() < MOST
          && !kinds.contains(finding.kind())
          && subjects.add(finding.subject())) {
        kinds.add(finding.kind());
        chosen.add(each);
      }
    }
    for (Candidate each : sorted) {
      if (chosen.size() < MOST && subjects.add(each.finding().subject())) {
        chosen.add(each);
      }
    }
    return chosen.stream().sorted(ORDER).map(Candidate::finding).toList();
  }

  private static Text shortfall(Model model, CityRows rows, int found) {
    long compared =
        model.benchmarks().stream()
            .filter(benchmark -> rows.newestCompared(benchmark.id()).isPresent())
            .count();
    long unchecked = rows.targets().stream().filter(Promised::isUnchecked).count();
    Text why =
        rows.code().equals(model.reference().code())
            ? Text.plain("参照城市不与自己相比", "the reference is not compared with itself")
            : Text.of(
                "{0} 项指标中，能与{1}相比的有 {2} 项",
                "of {0} benchmarks {2} can be compared with {1}",
                model.benchmarks().size(),
                model.area(model.reference().code()),
                compared);
    Text targets =
        unchecked == 0
            ? Text.EMPTY
            : Text.of(
                "；它的目标中有 {0} 个没有公布可以检验的数字",
                "; for {0} of its targets no figure was published that would check them",
                unchecked);
    return found == 0
        ? Text.of(
            "公开的数字还不足以对{0}说出一句可引用的结论：{1}{2}。",
            "What is published does not yet support a sentence about {0} that could be quoted:"
                + " {1}{2}.",
            model.area(rows.code()),
            why,
            targets)
        : Text.of(
            "公开的数字只够对{0}说这 {3} 点：{1}{2}。",
            "What is published supports no more than this of {0}: {1}{2}.",
            model.area(rows.code()),
            why,
            targets,
            found);
  }
}
