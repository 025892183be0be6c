package org.duibiao.model.code;

import static org.duibiao.model.code.Flag.Meaning.EXPLAINS_NO_VERDICT;
import static org.duibiao.model.code.Flag.Meaning.HARMLESS;
import static org.duibiao.model.code.Flag.Meaning.HAS_NO_COUNT;
import static org.duibiao.model.code.Flag.Meaning.NEEDS_CARE;
import static org.duibiao.model.code.Flag.Meaning.NEVER_RANKED;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What must be known of a figure or a comparison when using it, and what that means for a verdict.
 * The constants are in the order of their ids, in which lists of them are stored.
 */
public enum Flag implements Code {
  /** The figure that checks a target is of a day after it was due. */
  AFTER_DUE,
  /** The shares of old people in the two populations are far apart. */
  AGE_STRUCTURE_DIFFERS(NEEDS_CARE),
  /** The value is printed as approximate. */
  APPROXIMATE(NEEDS_CARE, HAS_NO_COUNT),
  /** What the rate is a rate of is only bounded, by a crude rate: its interval is the widest. */
  BASE_BOUNDED,
  /** One rate is computed and the other published. */
  BASIS_DIFFERS,
  /** A published rate does not say whether it is of permanent or of registered residents. */
  BASIS_UNKNOWN(NEEDS_CARE),
  /** Only a limit or a range is published. */
  BOUND(NEEDS_CARE, NEVER_RANKED, HAS_NO_COUNT),
  /** A change of boundaries lies between the count and the population. */
  BOUNDARY_CHANGE(NEEDS_CARE),
  /** No figure checks the target. */
  CANNOT_BE_CHECKED(HARMLESS),
  /** A complete count has no random error to test. */
  COMPLETE_COUNT(EXPLAINS_NO_VERDICT),
  /** The rate that checks a target is computed from counts. */
  COMPUTED(HARMLESS),
  /** Publishers contradict each other. */
  CONFLICTING_SOURCES(NEEDS_CARE),
  /** A correction replaced what is printed. */
  CORRECTED,
  /** Its correction expects another value; the published one stays. */
  CORRECTION_OUTDATED(NEEDS_CARE),
  /** The source names no day; the last day of the period is taken. */
  DATE_INFERRED(HARMLESS),
  /** What is counted is not what the indicator means. */
  DEFINITION_DIFFERS(NEEDS_CARE),
  /** The value follows from what is printed. */
  DERIVED(HARMLESS),
  /** A gate before gold doubts the value: it is kept, but never chosen. */
  DOUBTED(NEEDS_CARE, NEVER_RANKED),
  /** The publisher estimates the value. */
  ESTIMATED(NEEDS_CARE),
  /** Only of the report: {@link #NO_COUNT_KNOWN} of events, of which there may be few. */
  EVENTS_UNKNOWN,
  /** A rate rests on fewer than ten events. */
  FEW_CASES,
  /** The row is the reference's own. */
  IS_REFERENCE(EXPLAINS_NO_VERDICT),
  /** The level before a target was set meets it already. */
  KEPT_BEFORE,
  /** The value is not of the end of the year. */
  MID_YEAR(NEEDS_CARE),
  /** The count behind a rate is not known, so that nothing can be tested. */
  NO_COUNT_KNOWN(EXPLAINS_NO_VERDICT),
  /** Neither more nor less is better. */
  NO_POLARITY(EXPLAINS_NO_VERDICT),
  /** The reference has no rate. */
  NO_REFERENCE_VALUE,
  /** The count follows from a published rate and what it is a rate of. */
  NUMERATOR_RECONSTRUCTED,
  /** A year's flow is divided by the population of one year-end. */
  ONE_YEAR_END,
  /** The target is an amount of work that is planned. */
  PLAN(HARMLESS),
  /** One rate is per permanent and the other per registered resident. */
  POPULATION_BASIS_DIFFERS,
  /** A target is judged on the population that it was set on, which was revised afterwards. */
  POPULATION_BEFORE_REVISION,
  /** The population is interpolated between two other years. */
  POPULATION_INTERPOLATED(NEEDS_CARE, NEVER_RANKED),
  /** The two populations are of different vintages. */
  POPULATION_VINTAGE_DIFFERS(NEEDS_CARE),
  /** The population is of another year than the count. */
  POPULATION_YEAR_DIFFERS(NEEDS_CARE, NEVER_RANKED),
  /** The publisher calls the value provisional. */
  PROVISIONAL,
  /** Another city quotes the value. */
  QUOTED(NEEDS_CARE, NEVER_RANKED),
  /** Only two cities can be tested against each other. */
  REFERENCE_NOT_A_CITY(EXPLAINS_NO_VERDICT),
  /** The reference's rate is of another year. */
  REFERENCE_YEAR_DIFFERS(NEEDS_CARE),
  /** The rate is per registered resident. */
  REGISTERED_POPULATION(NEEDS_CARE, NEVER_RANKED),
  /** The series changed its meaning. */
  SERIES_BREAK(NEEDS_CARE),
  /** Years of the series are missing. */
  SERIES_HAS_GAPS(EXPLAINS_NO_VERDICT),
  /** The reference's series does not reach back far enough. */
  SERIES_TOO_SHORT(EXPLAINS_NO_VERDICT),
  /** The interval assumes a simple random sample. */
  SIMPLE_SAMPLE_ASSUMED,
  /** Not official, and neither the day nor the address of the publication is known. */
  SOURCE_UNTRACEABLE(NEEDS_CARE),
  /** The file is typed over or rebuilt from the publication. */
  TRANSCRIBED(HARMLESS),
  /** The source names no year; the year is inferred. */
  YEAR_INFERRED(NEEDS_CARE);

  /** What a flag means for a verdict. */
  enum Meaning {
    NEEDS_CARE,
    NEVER_RANKED,
    HAS_NO_COUNT,
    EXPLAINS_NO_VERDICT,
    HARMLESS
  }

  private final Set<Meaning> meanings;

  Flag(Meaning... meanings) {
    this.meanings = Set.of(meanings);
  }

  /** Whether a comparison with it is to be used with care. */
  public boolean needsCare() {
    return meanings.contains(NEEDS_CARE);
  }

  /** Whether a rate with it is shown but never ranked. */
  public boolean isNeverRanked() {
    return meanings.contains(NEVER_RANKED);
  }

  /** Whether the numerator or denominator of a rate with it is not known as a number. */
  public boolean hasNoCount() {
    return meanings.contains(HAS_NO_COUNT);
  }

  /** Whether it only says why there is no verdict or no test. */
  public boolean explainsNoVerdict() {
    return meanings.contains(EXPLAINS_NO_VERDICT);
  }

  /** Whether it is said with the source and is no reason to be careful. */
  public boolean isHarmless() {
    return meanings.contains(HARMLESS);
  }

  /** The flags as a set that can grow, in their order. */
  public static Set<Flag> setOf(Collection<Flag> flags) {
    return flags.isEmpty() ? EnumSet.noneOf(Flag.class) : EnumSet.copyOf(flags);
  }

  /** The flags of those names, in their order. */
  public static List<Flag> listOf(Collection<String> ids) {
    return ids.stream().map(id -> Code.of(Flag.class, id)).sorted().toList();
  }
}
