package org.duibiao.jobs.reviewing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.TermSuggester;
import org.duibiao.catalogue.Terms;
import org.duibiao.model.Indicator;
import org.duibiao.model.IndicatorBuilder;
import org.duibiao.model.Unit;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.Uncertainty;
import org.duibiao.tables.Reading;

/** The figures that wait under one term, and what they suggest for its catalogue entry. */
public final class UnmatchedTerm {

  private final Catalogue catalogue;
  private String term;
  private final Map<String, Integer> units = new HashMap<>();
  private int withAmbiguousUnit;
  private int figureCount;

  public UnmatchedTerm(Catalogue catalogue, String term) {
    this.catalogue = catalogue;
    this.term = term;
  }

  /** Whether a candidate waits for what the catalogue says of its term. */
  public static boolean isUnmatched(Reading candidate) {
    return candidate.indicator() == null
        && candidate.term() != null
        && !Terms.key(candidate.term()).isEmpty()
        && candidate.missing().contains("indicator");
  }

  public void add(Reading candidate) {
    figureCount++;
    // Of several spellings the first by order, so that the order of the rows does not matter.
    term = candidate.term().compareTo(term) < 0 ? candidate.term() : term;
    if (candidate.unit() != null) {
      units.merge(candidate.unit(), 1, Integer::sum);
    } else if (!candidate.missing().contains("unit")) {
      withAmbiguousUnit++;
    }
  }

  /** The term as published. */
  public String term() {
    return term;
  }

  int figureCount() {
    return figureCount;
  }

  /** What the catalogue says of the term now. */
  public Optional<Catalogue.Meaning> knownMeaning() {
    return catalogue.meaning(term);
  }

  /** The indicator that it may be another name of. */
  public Optional<Indicator> suggestedIndicator() {
    return TermSuggester.suggest(catalogue, term, possibleUnits())
        .map(Catalogue.Meaning::indicator);
  }

  private Set<Unit> possibleUnits() {
    Set<Unit> possible = new HashSet<>();
    units.keySet().forEach(id -> catalogue.unit(id).ifPresent(possible::add));
    if (withAmbiguousUnit > 0) {
      // A measure word of several things, such as 家, does not say which of them is counted.
      catalogue.units().stream().filter(this::hasSharedForm).forEach(possible::add);
    }
    return possible;
  }

  private boolean hasSharedForm(Unit unit) {
    return unit.forms().stream().anyMatch(form -> catalogue.unitsOf(form).size() > 1);
  }

  /** The unit that most of its figures have. */
  public Optional<Unit> unit() {
    return mostFrequent(
            units.entrySet().stream()
                .flatMap(unit -> Stream.generate(unit::getKey).limit(unit.getValue())),
            Function.identity())
        .flatMap(catalogue::unit);
  }

  /** The kind that most known indicators in that unit are of. */
  public Optional<IndicatorKind> kind(Unit unit) {
    return mostFrequent(inUnit(unit).map(Indicator::kind), IndicatorKind::id);
  }

  /** A new indicator of that name. */
  Indicator newIndicator(String id, String en, Unit unit, IndicatorKind kind) {
    Uncertainty uncertainty =
        mostFrequent(
                inUnit(unit).filter(other -> other.kind() == kind).map(Indicator::uncertainty),
                Uncertainty::id)
            .orElse(Uncertainty.NONE);
    return IndicatorBuilder.builder()
        .id(id)
        .zh(term)
        .en(en)
        .aliases(List.of())
        .unit(unit)
        .printedUnits(List.of())
        .kind(kind)
        .polarity(Polarity.NONE)
        .uncertainty(uncertainty)
        .partOf(List.of())
        .build();
  }

  private Stream<Indicator> inUnit(Unit unit) {
    return catalogue.indicators().stream().filter(other -> Objects.equals(other.unit(), unit));
  }

  /** What occurs most often; of several the first by name. */
  private static <T> Optional<T> mostFrequent(Stream<T> things, Function<T, String> name) {
    return things
        .collect(Collectors.groupingBy(thing -> thing, Collectors.counting()))
        .entrySet()
        .stream()
        .min(
            Comparator.comparing((Map.Entry<T, Long> entry) -> -entry.getValue())
                .thenComparing(entry -> name.apply(entry.getKey())))
        .map(Map.Entry::getKey);
  }
}
