package org.duibiao.report.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Texts;
import org.duibiao.model.Benchmark;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.TargetState;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.BenchmarkRow;

/**
 * The findings to show first about a city: at most three, chosen by rule.
 *
 * <p>Each rule ({@link CityFinding.Rule}) uses only what can be compared. Findings are ordered by
 * the priority of their rule: outcomes, what the city promised, resources. A finding comes one step
 * later if it is more than three years older than the city's newest figures, and another step later
 * if it is to be used with care; within a step the largest relative gap comes first. What may rest
 * on few deaths is none, nor is what is only context, such as how many hospitals there are. The
 * first three of different rules about different subjects are chosen; if there are fewer, others
 * about other subjects are added. The same release gives the same findings.
 *
 * @param findings none to three of them, the one that matters most first
 * @param shortfall why there are not three; empty if there are
 */
public record CityFindings(List<CityFinding> findings, Bilingual shortfall) {

  private static final int MAX_FINDINGS = 3;

  /** Figures that are older than the newest by more than that matter less. */
  private static final int OLD = 3;

  public static CityFindings of(ReportIndex model, String city) {
    CityRows rows = model.city(city);
    Set<String> context = context(model);
    int newest = rows.newestYear();
    Comparator<CityFinding> order =
        Comparator.comparing((CityFinding each) -> priority(each, newest))
            .thenComparing(Comparator.comparing(CityFinding::weight).reversed())
            .thenComparing(CityFinding::rule)
            .thenComparing(Comparator.comparing(CityFinding::year).reversed())
            .thenComparing(CityFinding::subject)
            .thenComparing(each -> each.sentence().zh().toString());
    List<CityFinding> chosen =
        choose(
            Stream.of(
                    new ComparisonFindings(model, rows).all(),
                    new TargetFindings(model, rows).all(),
                    new RevisionFindings(model, rows).all())
                .flatMap(each -> each)
                .filter(each -> each.rule().isPromise() || !context.contains(each.subject()))
                .sorted(order)
                .toList());
    return new CityFindings(
        chosen.stream().sorted(order).toList(),
        chosen.size() == MAX_FINDINGS ? Bilingual.EMPTY : shortfall(model, rows, chosen.size()));
  }

  /** 1 matters most. */
  private static int priority(CityFinding finding, int newest) {
    return finding.rule().priority()
        + (isOld(finding.year(), newest) ? 1 : 0)
        + (finding.comparability() == Comparability.WITH_CARE ? 1 : 0);
  }

  /** Whether a year is so long before the city's newest figures that it matters less. */
  static boolean isOld(int year, int newest) {
    return year < newest - OLD;
  }

  /** The first of different rules about different subjects, then others about other subjects. */
  private static List<CityFinding> choose(List<CityFinding> sorted) {
    List<CityFinding> chosen = new ArrayList<>();
    Set<CityFinding.Rule> rules = EnumSet.noneOf(CityFinding.Rule.class);
    Set<String> subjects = new HashSet<>();
    for (boolean repeatsRules : List.of(false, true)) {
      for (CityFinding each : sorted) {
        if (chosen.size() < MAX_FINDINGS
            && (repeatsRules || !rules.contains(each.rule()))
            && subjects.add(each.subject())) {
          rules.add(each.rule());
          chosen.add(each);
        }
      }
    }
    return chosen;
  }

  /** The benchmarks that are only context, and what they count. */
  private static Set<String> context(ReportIndex model) {
    return model.benchmarks().stream()
        .filter(Benchmark::context)
        .flatMap(each -> Stream.of(each.id(), indicator(each)))
        .collect(Collectors.toSet());
  }

  private static String indicator(Benchmark benchmark) {
    return (benchmark.isComputed() ? benchmark.numerator() : benchmark.published()).id();
  }

  private static Bilingual shortfall(ReportIndex model, CityRows rows, int found) {
    List<BenchmarkRow> compared =
        model.benchmarks().stream()
            .flatMap(benchmark -> rows.newestCompared(benchmark.id()).stream())
            .toList();
    long careful =
        compared.stream().filter(row -> row.comparability() == Comparability.WITH_CARE).count();
    long unchecked =
        rows.targets().stream().filter(row -> row.state() == TargetState.CANNOT_BE_CHECKED).count();
    Bilingual why =
        model.isReference(rows.code())
            ? Texts.of("city.the-reference-is-not")
            : Texts.of(
                "city.of-benchmarks-can-be",
                model.benchmarks().size(),
                model.referenceName(),
                compared.size(),
                careful == 0 ? Bilingual.EMPTY : Texts.of("city.of-these-with-care", careful));
    Bilingual targets =
        unchecked == 0 ? Bilingual.EMPTY : Texts.of("city.for-of-its-targets", unchecked);
    Bilingual name = model.areaName(rows.code());
    Bilingual missing = missing(model, rows);
    return found == 0
        ? Texts.of("city.what-is-published-does", name, why, targets, missing)
        : Texts.of("city.what-is-published-supports", name, why, targets, found, missing);
  }

  /** The outcomes, else resources, in which the reference has figures to compare with. */
  private static Bilingual missing(ReportIndex model, CityRows rows) {
    List<Bilingual> names =
        model.views().stream()
            .filter(view -> !view.referencesByYear().isEmpty())
            .map(BenchmarkView::benchmark)
            .filter(each -> !each.context() && rows.newestCompared(each.id()).isEmpty())
            .sorted(Comparator.comparing(each -> each.polarity() == Polarity.NONE))
            .limit(MAX_FINDINGS)
            .map(each -> model.benchmarkName(each.id()))
            .toList();
    return names.isEmpty() || model.isReference(rows.code())
        ? Bilingual.EMPTY
        : Texts.of("city.missing", Bilingual.list(names), model.referenceName());
  }
}
