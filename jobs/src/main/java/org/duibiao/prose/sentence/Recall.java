package org.duibiao.prose.sentence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.catalogue.Lexicon.Role;
import org.duibiao.prose.words.Vocabulary;

/**
 * The nouns that a document said last, by the units of their figures, for sentences that leave them
 * out: 碑林区以82.35岁居首, or 这一比例提高到40%.
 */
final class Recall {

  private final Vocabulary words;
  private final Map<String, Token> known = new HashMap<>();
  private final Map<String, Token> near = new HashMap<>();
  private final List<Token> named = new ArrayList<>();

  Recall(Vocabulary words) {
    this.words = words;
  }

  /** Keeps the noun of a figure that the catalogue knows. */
  void keep(Token token) {
    if (token.meaning != null && token.unit != null) {
      near.put(token.unit + token.isFraction(), token);
      if (token.measure) {
        known.put(token.unit, token);
      }
    }
    boolean level = token.meaning != null && !token.elided;
    if (level && named.stream().noneMatch(before -> before.term.equals(token.term))) {
      named.add(token);
    }
  }

  /** Whether a clause begins with an area, of which the figure is. */
  private boolean isPlace(String clause) {
    return words.areaNames().at(clause, 0) != null
        || words.list(Role.NATION).at(clause, 0) != null
        || words.province().at(clause, 0) != null
        || words.districtNames().at(clause, 0) != null;
  }

  /** Begins a paragraph. */
  void begin() {
    named.clear();
    near.clear();
  }

  /** The last figures of the paragraph with nouns of their own; fewer if there are fewer. */
  List<Token> last(int count) {
    return named.subList(Math.max(0, named.size() - count), named.size());
  }

  /**
   * The figure whose noun one without a noun has: one in the same unit, if that unit measures
   * little else or a word such as 这一比例 stands for the noun; null if there is none.
   */
  Token of(Token token, Sentence sentence) {
    if (token.unit == null) {
      return null;
    }
    int clause = sentence.clause(token.cellFrom);
    Token beside = near.get(token.unit + token.isFraction());
    if (beside != null && isPlace(sentence.text().substring(clause, token.cellFrom))) {
      // 甲市床位3万张。乙市2万张。
      return beside;
    }
    Token last = known.get(token.unit);
    if (last == null) {
      return null;
    }
    boolean said = words.list(Role.ANAPHOR).first(sentence.text(), clause, token.cellFrom) >= 0;
    boolean lives = words.list(Role.AGE_UNIT).at(token.unit, 0) != null;
    return said || lives ? last : null;
  }
}
