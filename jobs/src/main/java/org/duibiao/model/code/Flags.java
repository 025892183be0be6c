package org.duibiao.model.code;

import java.util.Set;

/** The flags and reasons that this package sets or looks at. */
public final class Flags {

  public static final String AGE_STRUCTURE_DIFFERS = "age_structure_differs";
  public static final String APPROXIMATE = "approximate";
  public static final String BOUND = "bound";
  public static final String BOUNDARY_CHANGE = "boundary_change";
  public static final String CONFLICTING_SOURCES = "conflicting_sources";
  public static final String FEW_CASES = "few_cases";
  public static final String MID_YEAR = "mid_year";
  public static final String NUMERATOR_RECONSTRUCTED = "numerator_reconstructed";
  public static final String ONE_YEAR_END = "one_year_end";
  public static final String POPULATION_VINTAGE_DIFFERS = "population_vintage_differs";
  public static final String POPULATION_YEAR_DIFFERS = "population_year_differs";
  public static final String QUOTED = "quoted";
  public static final String REFERENCE_YEAR_DIFFERS = "reference_year_differs";
  public static final String REGISTERED_POPULATION = "registered_population";
  public static final String SERIES_HAS_GAPS = "series_has_gaps";
  public static final String SERIES_TOO_SHORT = "series_too_short";
  public static final String SIMPLE_SAMPLE_ASSUMED = "simple_sample_assumed";

  public static final String BASIS_DIFFERS = "basis_differs";
  public static final String COMPLETE_COUNT = "complete_count";
  public static final String IS_REFERENCE = "is_reference";
  public static final String NO_COUNT_KNOWN = "no_count_known";
  public static final String NO_POLARITY = "no_polarity";
  public static final String NO_REFERENCE_VALUE = "no_reference_value";
  public static final String NOT_A_CITY = "reference_not_a_city";
  public static final String POPULATION_BASIS_DIFFERS = "population_basis_differs";

  /** The flags with which a comparison wants care. */
  public static final Set<String> WITH_CARE =
      Set.of(
          AGE_STRUCTURE_DIFFERS,
          APPROXIMATE,
          BOUND,
          BOUNDARY_CHANGE,
          CONFLICTING_SOURCES,
          "definition_differs",
          "estimated",
          MID_YEAR,
          POPULATION_VINTAGE_DIFFERS,
          POPULATION_YEAR_DIFFERS,
          QUOTED,
          REFERENCE_YEAR_DIFFERS,
          REGISTERED_POPULATION,
          "series_break",
          "year_inferred");

  /** The flags of a rate that is shown but never ranked. */
  public static final Set<String> NEVER_RANKED = Set.of(BOUND, QUOTED, REGISTERED_POPULATION);

  /** The flags of a rate whose numerator or denominator is not known as a number. */
  public static final Set<String> NO_COUNT = Set.of(BOUND, APPROXIMATE);

  private Flags() {}
}
