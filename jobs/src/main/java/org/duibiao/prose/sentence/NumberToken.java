package org.duibiao.prose.sentence;

import org.duibiao.catalogue.Catalogue;
import org.duibiao.normalize.number.ParsedNumber;

/** A number of a sentence with its bound and unit, before it is known what it is a figure of. */
final class NumberToken {

  /** The number itself. */
  final int from;

  final int to;

  /** With its bound words and unit. */
  int quantityFrom;

  int quantityTo;

  /** Why it is no statistic, or null. */
  String rejectReason;

  String detail;
  boolean unreadable;

  ParsedNumber.Amount number;

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

  /** The noun phrase, and whether it stands after the number. */
  String term;

  boolean termAfter;

  /** The noun with the head of the noun before: 医院, after 床位 → 医院床位; or null. */
  String termWithHead;

  /** Whether the noun is left out and taken from the number before. */
  boolean elided;

  /** The figure before from which the noun is taken, or null. */
  NumberToken antecedent;

  /** Whether it is one of several figures of one noun, that does not say of what each is. */
  boolean ambiguous;

  /** What it was understood to be, or null. */
  Catalogue.Meaning meaning;

  /** Its place in a list of figures after 分别, and how many there are; 0 of 0 without one. */
  int listIndex;

  int listSize;

  NumberToken(int from, int to) {
    this.from = from;
    this.to = to;
    this.quantityFrom = from;
    this.quantityTo = to;
  }

  NumberToken reject(String reason, String words) {
    this.rejectReason = reason;
    this.detail = words;
    return this;
  }

  /** It is a figure after all, in the unit of the one after it. */
  void acceptWithUnit(String measured) {
    rejectReason = null;
    detail = null;
    unit = measured;
    measurement = true;
  }

  /** Takes the noun of a figure before, which is not said again. */
  void elide(NumberToken before) {
    term = before.term;
    antecedent = before;
    elided = true;
  }

  /** Whether it has decimals that are no part of a larger unit's, as rates do: 6.5张, no 3.5万张. */
  boolean isFraction() {
    return !number.scaled() && hasDecimals();
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
}
