package org.duibiao.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.Uncertainty;

/**
 * Something that cities publish figures about.
 *
 * @param id the field's English term, snake_case, such as {@code tertiary_hospitals}
 * @param zh the name in Chinese
 * @param en the name in English
 * @param aliases the terms it is published under, with what each adds, without {@code zh}
 * @param unit the canonical unit
 * @param printedUnits forms that are accepted besides those of the unit's dimension
 * @param kind stock, flow or rate
 * @param ofFlow whether it is a rate of what happens over a time, such as births
 * @param polarity whether more is better
 * @param uncertainty what its figures are as data
 * @param populationBasis the population that it implies, or null
 * @param min the least plausible value for one city, in the canonical unit, or null
 * @param max the greatest plausible value for one city, or null
 * @param partOf the indicators that it is a part of
 * @param completes the indicator whose task of the year it is the done share of, or null
 * @param substitute the population that rates are divided by where this one is not known, or null
 * @param definitionZh its definition in Chinese
 * @param definitionEn its definition in English
 * @param definitionSource where the definition is published
 */
@RecordBuilder
public record Indicator(
    String id,
    String zh,
    String en,
    List<Term> aliases,
    Unit unit,
    List<String> printedUnits,
    IndicatorKind kind,
    boolean ofFlow,
    Polarity polarity,
    Uncertainty uncertainty,
    PopulationBasis populationBasis,
    BigDecimal min,
    BigDecimal max,
    List<String> partOf,
    String completes,
    String substitute,
    String definitionZh,
    String definitionEn,
    String definitionSource)
    implements Serializable {

  /** Whether a value is not plausible for one city. */
  public boolean isOutside(BigDecimal value) {
    return min != null && value.compareTo(min) < 0 || max != null && value.compareTo(max) > 0;
  }

  /**
   * Whether a figure of it may be of permanent or of registered residents, as only its term says.
   */
  public boolean dependsOnResidents() {
    return populationBasis == null
        && aliases.stream().anyMatch(each -> each.populationBasis() != null);
  }

  /** As what its figures are dated: the rate of a flow as a flow. */
  public IndicatorKind datedAs() {
    return ofFlow ? IndicatorKind.FLOW : kind;
  }

  /**
   * A published term and what it says besides the indicator.
   *
   * @param term the words
   * @param populationBasis the population that it names, or null
   * @param measure level unless it names a change
   * @param flags what must be known of a figure under this term
   */
  public record Term(
      String term, PopulationBasis populationBasis, Measure measure, List<Flag> flags)
      implements Serializable {}
}
