package org.duibiao.benchmark;

import java.util.Set;

/** The flags and reasons that this package sets or looks at. */
final class Flags {

  static final String APPROXIMATE = "approximate";
  static final String BOUND = "bound";
  static final String CONFLICTING_SOURCES = "conflicting_sources";
  static final String MID_YEAR = "mid_year";
  static final String ONE_YEAR_END = "one_year_end";
  static final String POPULATION_VINTAGE_DIFFERS = "population_vintage_differs";
  static final String POPULATION_YEAR_DIFFERS = "population_year_differs";
  static final String QUOTED = "quoted";
  static final String REFERENCE_YEAR_DIFFERS = "reference_year_differs";
  static final String REGISTERED_POPULATION = "registered_population";

  static final String BASIS_DIFFERS = "basis_differs";
  static final String IS_REFERENCE = "is_reference";
  static final String NO_POLARITY = "no_polarity";
  static final String NO_REFERENCE_VALUE = "no_reference_value";
  static final String POPULATION_BASIS_DIFFERS = "population_basis_differs";

  /** The flags with which a comparison wants care. */
  static final Set<String> WITH_CARE =
      Set.of(
          APPROXIMATE,
          BOUND,
          CONFLICTING_SOURCES,
          "definition_differs",
          "estimated",
          MID_YEAR,
          POPULATION_VINTAGE_DIFFERS,
          POPULATION_YEAR_DIFFERS,
          QUOTED,
          REFERENCE_YEAR_DIFFERS,
          REGISTERED_POPULATION,
          "series_break");

  /** The flags of a rate that is shown but never ranked. */
  static final Set<String> NEVER_RANKED = Set.of(BOUND, QUOTED, REGISTERED_POPULATION);

  private Flags() {}
}
