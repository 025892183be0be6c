package org.duibiao.catalogue;

import java.util.Set;
import org.duibiao.model.code.Code;

/**
 * What the attributes of a figure of running text rest on, and the circumstances in which it
 * stands. How often readings on each kind are right is measured: see {@link Reliability}.
 */
public enum EvidenceKind implements Code {
  NOUN_EXACT("the noun as the catalogue has it", Attribute.INDICATOR),
  NOUN_ENDING("the end of the noun phrase", Attribute.INDICATOR),
  NOUN_LOOSE("the noun without fillers", Attribute.INDICATOR),
  NOUN_COMPLETED("the noun completed by words before it", Attribute.INDICATOR),
  NOUN_ELIDED("the noun of a figure before", Attribute.INDICATOR),
  /** The clause has words of its own, which may be another noun. */
  NOUN_ELIDED_AMONG_WORDS("the noun of a figure before, beside other words", Attribute.INDICATOR),
  NOUN_COMPOSED("the noun of a row and a column", Attribute.INDICATOR),
  NOUN_GOAL("what things are to become", Attribute.INDICATOR),
  /** Words before the noun say more of it and were cut off. */
  NOUN_CUT("a noun with words before it", Attribute.INDICATOR),
  NOUN_AFTER("a noun after its number", Attribute.INDICATOR),

  UNIT_PRINTED("the printed unit", Attribute.UNIT),
  UNIT_NONE("the indicator's unit", Attribute.UNIT),
  UNIT_DIVIDED("a denominator before the noun", Attribute.UNIT),

  BOUND_NONE("a number without a bound", Attribute.BOUND),
  BOUND_WORD("a bound in words", Attribute.BOUND),

  TIME_CLAUSE("a time in its clause", Attribute.PERIOD),
  TIME_SENTENCE("a time in its sentence", Attribute.PERIOD),
  TIME_BESIDE("a time beside it", Attribute.PERIOD),
  TIME_LISTED("a list of times", Attribute.PERIOD),
  TIME_BASE("the start of a change", Attribute.PERIOD),
  TIME_PARAGRAPH("the paragraph's time", Attribute.PERIOD),
  TIME_HEADING("the heading's time", Attribute.PERIOD),
  TIME_SAID_BEFORE("the time said last", Attribute.PERIOD),
  TIME_PLAN("the plan's years", Attribute.PERIOD),
  TIME_NEXT_YEAR("the year to come", Attribute.PERIOD),
  TIME_TITLE("the title's year", Attribute.PERIOD),
  TIME_PUBLICATION("the day of publication", Attribute.PERIOD),
  TIME_MOST_NAMED("the year that the text names most", Attribute.PERIOD),
  TIME_COLUMN("the column's time", Attribute.PERIOD),
  TIME_ROW("the row's time", Attribute.PERIOD),
  TIME_CAPTION("the caption's time", Attribute.PERIOD),
  TIME_UNKNOWN("no time", Attribute.PERIOD),
  /** The time is said from another: 去年, 上半年. */
  TIME_RELATIVE("a time without its year", Attribute.PERIOD),
  /** The figure is where a change starts, and no time is said of it. */
  TIME_OF_BASE_UNSAID("the start of a change without a time", Attribute.PERIOD),
  /** 彼时, 建国初: a time that the reader cannot place. */
  TIME_VAGUE("words for a time that is not told", Attribute.PERIOD),
  TIME_SEVERAL("several times in the sentence", Attribute.PERIOD, Attribute.STATUS),
  /** A level after a time of comparison may be of either: 与2020年的3家相比. */
  TIME_COMPARED("a level after a time of comparison", Attribute.PERIOD, Attribute.MEASURE),
  TIME_OF_TARGET_OVER("a target of a time that is over", Attribute.PERIOD, Attribute.STATUS),
  TIME_OLD("a time before the document's", Attribute.PERIOD, Attribute.STATUS),
  TIME_AHEAD("a time after the document's", Attribute.PERIOD),

  AREA_DEFAULT("no area named", Attribute.CITY, Attribute.SCOPE),
  AREA_CLAUSE("an area in its clause", Attribute.CITY, Attribute.SCOPE),
  AREA_SENTENCE("an area in its sentence", Attribute.CITY, Attribute.SCOPE),
  AREA_BEFORE("an area in a sentence before", Attribute.CITY, Attribute.SCOPE),
  AREA_BESIDE("an area beside it", Attribute.CITY, Attribute.SCOPE),
  AREA_CELL("an area of a row or a column", Attribute.CITY, Attribute.SCOPE),
  AREA_OTHER("another area than the document's", Attribute.CITY, Attribute.SCOPE),
  AREA_PART("a part of the area", Attribute.CITY, Attribute.SCOPE),
  AREA_INFERRED("an area that only the text names", Attribute.CITY),
  AREA_COUNTY("a document about a county", Attribute.CITY, Attribute.SCOPE),
  /** An area stands before the figure and is not its own. */
  AREA_PASSED("another area named before it", Attribute.CITY, Attribute.SCOPE),
  AREAS_SEVERAL("several areas in the sentence", Attribute.CITY, Attribute.SCOPE),

  STATUS_DEFAULT("nothing that says whether it is done", Attribute.STATUS),
  STATUS_SECTION("a part of the text that looks ahead", Attribute.STATUS),
  /** Nothing but the section says that the figure is a target. */
  STATUS_SECTION_ALONE(
      "nothing but a part of the text that looks ahead", Attribute.PERIOD, Attribute.STATUS),
  STATUS_TIME("the time, past or to come", Attribute.STATUS),
  STATUS_CUE("a word that says whether it is done", Attribute.STATUS),
  STATUS_BESIDE("a word beside it, such as a goal", Attribute.STATUS),
  STATUS_BASE("where a change starts", Attribute.STATUS),
  STATUS_COLUMN("the column's header", Attribute.STATUS),
  STATUS_ACTUAL("a figure read as actual", Attribute.STATUS),
  STATUS_ACTUAL_AHEAD("an actual figure of a time to come", Attribute.STATUS),

  MEASURE_PLAIN("no word of change", Attribute.MEASURE),
  MEASURE_TERM("what its term says", Attribute.MEASURE),
  MEASURE_ADDED("a word for what is new", Attribute.MEASURE),
  MEASURE_CHANGE("a word of change", Attribute.MEASURE),
  MEASURE_COMPARISON("a comparison", Attribute.MEASURE),
  /** A level after a word of change: 增加到. */
  MEASURE_REACHED("a level after a word of change", Attribute.MEASURE),

  // Circumstances of several attributes.
  IN_TABLE("a table in the text", Attribute.INDICATOR, Attribute.PERIOD, Attribute.STATUS),
  IN_BRACKETS("brackets", Attribute.INDICATOR, Attribute.PERIOD, Attribute.CITY),
  IN_LIST("a list of figures", Attribute.INDICATOR, Attribute.UNIT, Attribute.BOUND),
  IN_PLANS("a part that looks ahead", Attribute.PERIOD, Attribute.STATUS),
  COMPARED(
      "words of comparison before it",
      Attribute.PERIOD,
      Attribute.CITY,
      Attribute.STATUS,
      Attribute.MEASURE),
  FIRST_OF_SENTENCE(
      "the first figure of its sentence", Attribute.INDICATOR, Attribute.PERIOD, Attribute.CITY),
  LATE_IN_SENTENCE(
      "the fourth figure of its sentence or a later one",
      Attribute.INDICATOR,
      Attribute.UNIT,
      Attribute.PERIOD,
      Attribute.CITY),
  NUMBER_IN_WORDS("a number in words", Attribute.INDICATOR, Attribute.BOUND, Attribute.MEASURE),
  ELIDED("a figure without a noun of its own", Attribute.UNIT, Attribute.MEASURE),

  DOCUMENT_BULLETIN("bulletins", Attribute.INDICATOR, Attribute.PERIOD, Attribute.STATUS),
  DOCUMENT_REPORT("reports", Attribute.INDICATOR, Attribute.PERIOD, Attribute.STATUS),
  DOCUMENT_PLAN("plans", Attribute.INDICATOR, Attribute.PERIOD, Attribute.SCOPE, Attribute.STATUS),
  DOCUMENT_NEWS("news", Attribute.INDICATOR, Attribute.PERIOD, Attribute.CITY, Attribute.STATUS),
  DOCUMENT_RESPUN("respun texts", Attribute.INDICATOR, Attribute.PERIOD, Attribute.STATUS);

  /** What is right or wrong of a figure. */
  public enum Attribute implements Code {
    INDICATOR,
    UNIT,
    BOUND,
    PERIOD,
    CITY,
    SCOPE,
    STATUS,
    MEASURE
  }

  private final String words;
  private final Set<Attribute> attributes;

  EvidenceKind(String words, Attribute... attributes) {
    this.words = words;
    this.attributes = Set.of(attributes);
  }

  /** The kind in words, for people: {@code the paragraph's time}. */
  public String words() {
    return words;
  }

  /** Whether no attribute rests on it alone, but some are more or less certain with it. */
  public boolean isCircumstance() {
    return compareTo(IN_TABLE) >= 0;
  }

  /** Whether it tells how sure an attribute is. */
  public boolean concerns(Attribute attribute) {
    return attributes.contains(attribute);
  }
}
