package org.duibiao.catalogue;

import java.util.List;
import java.util.Map;
import org.duibiao.model.code.Code;

/**
 * The words that running text is parsed with: those that end a noun, announce a target or compare;
 * and the synonyms of paraphrased texts.
 *
 * @param words the words of each role, the longest first
 * @param unambiguousSynonyms wordings of paraphrased texts that never mean themselves, and what
 *     they stand for
 * @param ambiguousSynonyms wordings that stand for something else in paraphrased texts only
 */
public record Lexicon(
    Map<WordClass, List<String>> words,
    Map<String, String> unambiguousSynonyms,
    Map<String, String> ambiguousSynonyms) {

  /** What words do in a sentence; {@code lexicon.schema.json} explains each, with an example. */
  public enum WordClass implements Code {
    SELF,
    URBAN_CORE,
    NATION,
    NATION_SAYS,
    PROVINCE,
    AVERAGE,
    ADDS_NOTHING,
    COMPARATOR,
    COMMON_AREA,
    INSTITUTION,
    INSTITUTION_KIND,
    GRADE,
    GROUP,
    RESOURCE,
    BARE_HEAD,
    SECTOR_HEALTH,
    SECTOR_OTHER,
    GENERIC,
    OWN_INSTITUTION,
    SAME_INSTITUTION,
    COMPARED_TO,
    TARGET,
    PLAN,
    WORK_FOR,
    DONE,
    NOT_PLAN,
    HEADING_PLAN,
    HEADING_DONE,
    HEADING_NEXT,
    HEADING_WAS,
    TITLE_PLAN,
    TITLE_DONE,
    RISE,
    FALL,
    GROWTH,
    DECLINE,
    EXTENT,
    ADDED,
    PROGRAMME,
    SAME_DISTRICT,
    STANDING,
    DIFFERENCE,
    SHORTFALL,
    ANAPHOR,
    VAGUE_TIME,
    FOUNDED,
    EVENT,
    BASE,
    RANK,
    RANKED_AMONG,
    PEERS,
    DOSE,
    STANDARD,
    GOAL,
    LINK,
    LIKE_LINK,
    LEAD,
    LEAD_VERB,
    SUFFIX,
    PREDICATE,
    LOCATED,
    ACTION,
    LICENCE,
    MADE_INTO,
    JOINER,
    IDIOM,
    IDIOM_NOUN,
    PHONE,
    AGE_UNIT,
    AGE,
    LASTING,
    DURATION_UNIT,
    NO_UNIT,
    ORDINAL_UNIT,
    ATTACHMENT,
    CHROME,
    COUNTER,
    CONCRETE_COUNTER,
    DENOMINATOR,
    PEOPLE_COUNTER,
    RESIDENCE,
    PEOPLE,
    FILLER
  }

  /** The words of a role, the longest first. */
  public List<String> words(WordClass role) {
    return words.getOrDefault(role, List.of());
  }
}
