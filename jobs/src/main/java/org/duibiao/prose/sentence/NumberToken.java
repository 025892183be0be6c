package org.duibiao.prose.sentence;

import java.math.BigDecimal;
import org.duibiao.catalogue.Catalogue.Meaning;
import org.duibiao.model.code.Bound;
import org.duibiao.normalize.number.ParsedNumber.Amount;
import org.duibiao.prose.document.RejectReasons;

/**
 * A number of a sentence. The readers of the sentence fill in, one after the other, its bound and
 * unit, its noun, and what it means.
 */
final class NumberToken {

  /** The number itself. */
  final int from;

  final int to;

  /** With its bound words and unit. */
  int quantityFrom;

  int quantityTo;

  /** Why it is not a statistic, or null. */
  String rejectReason;

  String detail;
  boolean unreadable;

  Amount number;

  /** The unit as printed, or null. */
  String unit;

  /** Whether it measures and does not count. */
  boolean measurement;

  /** A place in an order: 位居第三. */
  boolean rank;

  /** A doubling: 翻一番. */
  boolean doubling;

  /** Whether it is an average that something else is compared with: 低于4.5张的全省平均水平. */
  boolean average;

  /** Whether it is the part of a ratio that is not one: 1:1.25. */
  boolean ratio;

  /** The noun phrase, or null; empty if the text has none. */
  String term;

  /** Whether the noun phrase stands after the number. */
  boolean termAfter;

  /** The noun with the head of the noun before: 医院, after 床位 → 医院床位; or null. */
  String termWithHead;

  /** The figure before from which a noun that is left out is taken, or null. */
  NumberToken antecedent;

  /** Whether it is one of several figures of one noun, and the text does not tell them apart. */
  boolean ambiguous;

  /** Whether its noun was completed by the institutions that were counted before. */
  boolean owned;

  /** What the catalogue says that it is, or null. */
  Meaning meaning;

  /** Its place in a list of figures after 分别, and how many there are; 0 of 0 without one. */
  int listIndex;

  int listSize;

  /** Whether its bound stands before the first of a list. */
  boolean boundShared;

  /** The multiplier that it shares with the last of its list, such as 万; or null. */
  String scale;

  /** The unit with the denominator that stands elsewhere, such as /万人; or null. */
  String divided;

  NumberToken(int from, int to) {
    this.from = from;
    this.to = to;
    this.quantityFrom = from;
    this.quantityTo = to;
  }

  /** The number itself as it stands in the paragraph. */
  String in(String text) {
    return text.substring(from, to);
  }

  NumberToken reject(String reason) {
    return reject(reason, RejectReasons.describe(reason));
  }

  NumberToken reject(String reason, String words) {
    this.rejectReason = reason;
    this.detail = words;
    return this;
  }

  /** Makes it a measurement in a unit. */
  void measure(String measured) {
    unit = measured;
    measurement = true;
  }

  /** Takes the noun of a figure before, which is not repeated. */
  void elide(NumberToken before) {
    term = before.term;
    antecedent = before;
  }

  boolean isElided() {
    return antecedent != null;
  }

  /** Whether it has decimals and no multiplier, as rates do: 6.5张, but not 3.5万张. */
  boolean isFraction() {
    return !number.scaled() && hasDecimals();
  }

  /** Whether a bound stands before it that others of its list may share. */
  boolean sharesBound() {
    return boundShared || quantityFrom < from;
  }

  boolean hasDecimals() {
    return number.value().stripTrailingZeros().scale() > 0;
  }

  /** Whether its noun is known. */
  boolean hasTerm() {
    return term != null && !term.isEmpty();
  }

  boolean isStatistic() {
    return rejectReason == null;
  }

  /** A percentage. */
  static Amount percent(BigDecimal value, Bound bound, int resolution) {
    return new Amount(value, null, bound, BigDecimal.valueOf(resolution), false, "%");
  }
}
