package org.duibiao.prose.sentence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.prose.words.DocumentVocabulary;

/**
 * The nouns that a document said last, by the units of their figures, for sentences that leave them
 * out: 碑林区以82.35岁居首, or 这一比例提高到40%.
 */
final class AnaphoraMemory {

  private final DocumentVocabulary words;
  private final Map<String, NumberToken> known = new HashMap<>();
  private final Map<String, NumberToken> near = new HashMap<>();
  private final List<NumberToken> named = new ArrayList<>();

  AnaphoraMemory(DocumentVocabulary words) {
    this.words = words;
  }

  /** Keeps the noun of a figure that the catalogue knows. */
  void remember(NumberToken token) {
    if (token.meaning != null && token.unit != null) {
      near.put(token.unit + token.isFraction(), token);
      if (token.measurement) {
        known.put(token.unit, token);
      }
    }
    boolean level = token.meaning != null && !token.isElided();
    if (level && named.stream().noneMatch(before -> before.term.equals(token.term))) {
      named.add(token);
    }
  }

  /** The last figure of the paragraph in the unit of one, with a noun that is known; or null. */
  NumberToken inUnitOf(NumberToken token) {
    return near.get(token.unit + token.isFraction());
  }

  /** Begins a paragraph. */
  void beginParagraph() {
    named.clear();
    near.clear();
  }

  /** The last figures of the paragraph with nouns of their own; fewer if there are fewer. */
  List<NumberToken> lastNamed(int count) {
    return named.subList(Math.max(0, named.size() - count), named.size());
  }

  /**
   * The figure from which one without a noun takes it: one in the same unit, if that unit measures
   * little else or a word such as 这一比例 stands for the noun; null if there is none.
   */
  NumberToken antecedent(NumberToken token, Sentence sentence) {
    if (token.unit == null) {
      return null;
    }
    int clause = sentence.clauseStart(token.quantityFrom);
    NumberToken beside = near.get(token.unit + token.isFraction());
    String said = sentence.text().substring(clause, token.quantityFrom);
    boolean place = words.otherAreas().starts(said) || words.districtNames().starts(said);
    if (beside != null && place) {
      // 甲市床位3万张。乙市2万张。
      return beside;
    }
    boolean stands =
        words.list(WordClass.ANAPHOR).occursIn(said)
            || words.list(WordClass.AGE_UNIT).starts(token.unit);
    return stands ? known.get(token.unit) : null;
  }
}
