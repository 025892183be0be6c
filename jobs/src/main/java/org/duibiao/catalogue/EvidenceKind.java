package org.duibiao.catalogue;

import static org.duibiao.catalogue.EvidenceKind.Attribute.BOUND;
import static org.duibiao.catalogue.EvidenceKind.Attribute.CITY;
import static org.duibiao.catalogue.EvidenceKind.Attribute.INDICATOR;
import static org.duibiao.catalogue.EvidenceKind.Attribute.MEASURE;
import static org.duibiao.catalogue.EvidenceKind.Attribute.PERIOD;
import static org.duibiao.catalogue.EvidenceKind.Attribute.SCOPE;
import static org.duibiao.catalogue.EvidenceKind.Attribute.STATUS;
import static org.duibiao.catalogue.EvidenceKind.Attribute.UNIT;

import java.util.Set;
import org.duibiao.model.code.Code;

/**
 * What the attributes of a figure of running text rest on, and the circumstances in which it
 * stands. How often readings on each kind are right is measured: see {@link Reliability}.
 */
public enum EvidenceKind implements Code {
  NOUN_EXACT("the noun as the catalogue has it", INDICATOR),
  NOUN_ENDING("the end of the noun phrase", INDICATOR),
  NOUN_LOOSE("the noun without fillers", INDICATOR),
  NOUN_COMPLETED("the noun completed by words before it", INDICATOR),
  NOUN_ELIDED("the noun of a figure before", INDICATOR),
  /** The clause has words of its own, which may be another noun. */
  NOUN_ELIDED_AMONG_WORDS("the noun of a figure before, beside other words", INDICATOR),
  NOUN_COMPOSED("the noun of a row and a column", INDICATOR),
  NOUN_GOAL("what things are to become", INDICATOR),
  /** Words before the noun say more of it and were cut off. */
  NOUN_CUT("a noun with words before it", INDICATOR),
  NOUN_AFTER("a noun after its number", INDICATOR),

  UNIT_PRINTED("the printed unit", UNIT),
  UNIT_NONE("the indicator's unit", UNIT),
  UNIT_DIVIDED("a denominator before the noun", UNIT),

  BOUND_NONE("a number without a bound", BOUND),
  BOUND_WORD("a bound in words", BOUND),

  TIME_CLAUSE("a time in its clause", PERIOD),
  TIME_SENTENCE("a time in its sentence", PERIOD),
  TIME_BESIDE("a time beside it", PERIOD),
  TIME_LISTED("a list of times", PERIOD),
  TIME_BASE("the start of a change", PERIOD),
  TIME_PARAGRAPH("the paragraph's time", PERIOD),
  TIME_HEADING("the heading's time", PERIOD),
  TIME_SAID_BEFORE("the time said last", PERIOD),
  TIME_PLAN("the plan's years", PERIOD),
  TIME_NEXT_YEAR("the year to come", PERIOD),
  TIME_TITLE("the title's year", PERIOD),
  TIME_PUBLICATION("the day of publication", PERIOD),
  TIME_MOST_NAMED("the year that the text names most", PERIOD),
  TIME_COLUMN("the column's time", PERIOD),
  TIME_ROW("the row's time", PERIOD),
  TIME_CAPTION("the caption's time", PERIOD),
  TIME_UNKNOWN("no time", PERIOD),
  /** The time is said from another: 去年, 上半年. */
  TIME_RELATIVE("a time without its year", PERIOD),
  /** The figure is where a change starts, and no time is said of it. */
  TIME_OF_BASE_UNSAID("the start of a change without a time", PERIOD),
  /** 彼时, 建国初: a time that the reader cannot place. */
  TIME_VAGUE("words for a time that is not told", PERIOD),
  TIME_SEVERAL("several times in the sentence", PERIOD, STATUS),
  /** A level after a time of comparison may be of either: 与2020年的3家相比. */
  TIME_COMPARED("a level after a time of comparison", PERIOD, MEASURE),
  TIME_OF_TARGET_OVER("a target of a time that is over", PERIOD, STATUS),
  TIME_OLD("a time before the document's", PERIOD, STATUS),
  TIME_AHEAD("a time after the document's", PERIOD),

  AREA_DEFAULT("no area named", CITY, SCOPE),
  AREA_CLAUSE("an area in its clause", CITY, SCOPE),
  AREA_SENTENCE("an area in its sentence", CITY, SCOPE),
  AREA_BEFORE("an area in a sentence before", CITY, SCOPE),
  AREA_BESIDE("an area beside it", CITY, SCOPE),
  AREA_CELL("an area of a row or a column", CITY, SCOPE),
  AREA_OTHER("another area than the document's", CITY, SCOPE),
  AREA_PART("a part of the area", CITY, SCOPE),
  AREA_INFERRED("an area that only the text names", CITY),
  AREA_COUNTY("a document about a county", CITY, SCOPE),
  /** An area stands before the figure and is not its own. */
  AREA_PASSED("another area named before it", CITY, SCOPE),
  AREAS_SEVERAL("several areas in the sentence", CITY, SCOPE),

  STATUS_DEFAULT("nothing that says whether it is done", STATUS),
  STATUS_SECTION("a part of the text that looks ahead", STATUS),
  /** Nothing but the section says that the figure is a target. */
  STATUS_SECTION_ALONE("nothing but a part of the text that looks ahead", PERIOD, STATUS),
  STATUS_TIME("the time, past or to come", STATUS),
  STATUS_CUE("a word that says whether it is done", STATUS),
  STATUS_BESIDE("a word beside it, such as a goal", STATUS),
  STATUS_BASE("where a change starts", STATUS),
  STATUS_COLUMN("the column's header", STATUS),
  STATUS_ACTUAL("a figure read as actual", STATUS),
  STATUS_ACTUAL_AHEAD("an actual figure of a time to come", STATUS),

  MEASURE_PLAIN("no word of change", MEASURE),
  MEASURE_TERM("what its term says", MEASURE),
  MEASURE_ADDED("a word for what is new", MEASURE),
  MEASURE_CHANGE("a word of change", MEASURE),
  MEASURE_COMPARISON("a comparison", MEASURE),
  /** A level after a word of change: 增加到. */
  MEASURE_REACHED("a level after a word of change", MEASURE),

  // Circumstances of several attributes.
  IN_TABLE("a table in the text", INDICATOR, PERIOD, STATUS),
  IN_BRACKETS("brackets", INDICATOR, PERIOD, CITY),
  IN_LIST("a list of figures", INDICATOR, UNIT, BOUND),
  IN_PLANS("a part that looks ahead", PERIOD, STATUS),
  COMPARED("words of comparison before it", PERIOD, CITY, STATUS, MEASURE),
  FIRST_OF_SENTENCE("the first figure of its sentence", INDICATOR, PERIOD, CITY),
  LATE_IN_SENTENCE(
      "the fourth figure of its sentence or a later one", INDICATOR, UNIT, PERIOD, CITY),
  NUMBER_IN_WORDS("a number in words", INDICATOR, BOUND, MEASURE),
  ELIDED("a figure without a noun of its own", UNIT, MEASURE),

  DOCUMENT_BULLETIN("bulletins", INDICATOR, PERIOD, STATUS),
  DOCUMENT_REPORT("reports", INDICATOR, PERIOD, STATUS),
  DOCUMENT_PLAN("plans", INDICATOR, PERIOD, SCOPE, STATUS),
  DOCUMENT_NEWS("news", INDICATOR, PERIOD, CITY, STATUS),
  DOCUMENT_RESPUN("respun texts", INDICATOR, PERIOD, STATUS);

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
