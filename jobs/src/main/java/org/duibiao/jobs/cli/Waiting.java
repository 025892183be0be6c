package org.duibiao.jobs.cli;

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
import org.duibiao.catalogue.Nearest;
import org.duibiao.catalogue.Terms;
import org.duibiao.model.Indicator;
import org.duibiao.model.Unit;
import org.duibiao.model.code.Kind;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.Uncertainty;
import org.duibiao.tables.Reading;

/** The figures that wait under one term, and what they say of the indicator that it lacks. */
final class Waiting {

  private static final String UNIT = "unit";

  private final Catalogue catalogue;
  private String term;
  private final Map<String, Integer> units = new HashMap<>();
  private int counted;
  private int figures;

  Waiting(Catalogue catalogue, String term) {
    this.catalogue = catalogue;
    this.term = term;
  }

  /** Whether a candidate waits for what the catalogue says of its term. */
  static boolean isFor(Reading candidate) {
    return candidate.term() != null
        && !Terms.key(candidate.term()).isEmpty()
        && candidate.missing().contains("indicator");
  }

  void add(Reading candidate) {
    figures++;
    // Of several spellings the same one, in whatever order they come.
    term = candidate.term().compareTo(term) < 0 ? candidate.term() : term;
    if (candidate.unit() != null) {
      units.merge(candidate.unit(), 1, Integer::sum);
    } else if (!candidate.missing().contains(UNIT)) {
      counted++;
    }
  }

  /** The term as published. */
  String term() {
    return term;
  }

  int figures() {
    return figures;
  }

  /** What the catalogue says of it by now. */
  Optional<Catalogue.Meaning> known() {
    return catalogue.meaning(term);
  }

  /** The indicator that it may be another name of. */
  Optional<Indicator> nearest() {
    return Nearest.of(catalogue, term, possibleUnits()).map(Catalogue.Meaning::indicator);
  }

  private Set<Unit> possibleUnits() {
    Set<Unit> possible = new HashSet<>();
    units.keySet().forEach(id -> catalogue.unit(id).ifPresent(possible::add));
    if (counted > 0) {
      // A measure word of several things, such as 家, does not say which of them is counted.
      catalogue.units().stream().filter(this::sharesForm).forEach(possible::add);
    }
    return possible;
  }

  private boolean sharesForm(Unit unit) {
    return unit.forms().stream().anyMatch(form -> catalogue.unitsOf(form).size() > 1);
  }

  /** The unit that most of its figures have. */
  Optional<Unit> unit() {
    return most(
            units.entrySet().stream()
                .flatMap(unit -> Stream.generate(unit::getKey).limit(unit.getValue())),
            Function.identity())
        .flatMap(catalogue::unit);
  }

  /** The kind that most known indicators in that unit are of. */
  Optional<Kind> kind(Unit unit) {
    return most(inUnit(unit).map(Indicator::kind), Kind::id);
  }

  /** A new indicator of that name. */
  Indicator indicator(String id, String en, Unit unit, Kind kind) {
    Uncertainty uncertainty =
        most(
                inUnit(unit).filter(other -> other.kind() == kind).map(Indicator::uncertainty),
                Uncertainty::id)
            .orElse(Uncertainty.NONE);
    return new Indicator(
        id,
        term,
        en,
        List.of(),
        unit,
        List.of(),
        kind,
        Polarity.NONE,
        uncertainty,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        null);
  }

  private Stream<Indicator> inUnit(Unit unit) {
    return catalogue.indicators().stream().filter(other -> Objects.equals(other.unit(), unit));
  }

  /** What occurs most often; of several the first by name. */
  private static <T> Optional<T> most(Stream<T> things, Function<T, String> name) {
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
