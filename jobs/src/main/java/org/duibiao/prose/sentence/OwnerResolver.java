package org.duibiao.prose.sentence;

import java.util.List;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.prose.words.DocumentVocabulary;

/**
 * Finds whose beds, staff or visits are counted where the noun leaves it out: those of the
 * institutions that were counted before in the same statement.
 *
 * <pre>
 * 敬老院30所,床位3000张 → 敬老院床位
 * 医疗卫生机构30家,床位3000张 → 床位: all institutions' are the city's
 * </pre>
 */
final class OwnerResolver {

  private final Sentence sentence;
  private final DocumentVocabulary words;
  private final String text;

  /** The institutions of the statement that were named last; null before, and for all together. */
  private String owner;

  /** Whether they were counted, so that what follows is theirs for certain. */
  private boolean counted;

  /** Whether others were counted right before them. */
  private boolean several;

  /** Whether all institutions, or what all of them have, were counted before. */
  private boolean whole;

  OwnerResolver(Sentence sentence) {
    this.sentence = sentence;
    this.words = sentence.words();
    this.text = sentence.text();
  }

  /** Completes the nouns of the figures of the sentence, in order. */
  void resolve(List<NumberToken> tokens) {
    int end = sentence.from();
    for (NumberToken token : tokens) {
      if (!token.isStatistic()) {
        continue;
      }
      if (sentence.start(token.quantityFrom, ";；") > end) {
        forget();
      }
      end = token.quantityTo;
      if (token.isElided()) {
        // A change is of what the figure before it is of.
        if (token.antecedent.owned) {
          token.term = token.antecedent.term;
          token.owned = true;
        }
      } else if (token.hasTerm()) {
        resolve(token);
      }
    }
  }

  private void resolve(NumberToken token) {
    if (isInstitution(token)) {
      count(token);
      return;
    }
    int resource = words.list(WordClass.RESOURCE).firstIndex(token.term, 0, token.term.length());
    if (resource < 0) {
      return;
    }
    String named = token.term.substring(0, resource);
    if (words.endsInInstitution(named)) {
      // 医院诊疗人次: the figures after it may be of hospitals too.
      boolean all = words.isAllInstitutions(named);
      owner = all ? null : named;
      whole |= all;
      counted = false;
      several = false;
    } else if (words.ownAreaWords().isBetween(text, clause(token), token.quantityFrom)) {
      forget();
    } else if (owner != null && !isRate(token)) {
      own(token);
    }
    whole |= owner == null;
  }

  private void own(NumberToken token) {
    if (whole && (several || !counted)) {
      // 机构90家,其中医院30家、卫生院20家,床位3000张: the list of parts has come to its end.
      forget();
      return;
    }
    boolean added = words.list(WordClass.ADDED).occursIn(token.term);
    if (added && words.list(WordClass.SECTOR_HEALTH).occursIn(owner)) {
      return;
    }
    boolean certain = counted && !several && !whole;
    // Without the brackets in it: 防治院(所、站) → 防治院.
    token.term = several ? token.term : owner.replaceAll("\\([^()]*\\)", "") + token.term;
    token.owned = true;
    token.ambiguous |= !certain;
  }

  private void count(NumberToken token) {
    boolean all = words.isAllInstitutions(token.term);
    // 6家医院竣工: what follows is of them, who are not all hospitals.
    several = token.ambiguous || counted && !all && owner != null;
    owner = all ? null : token.term;
    whole |= all;
    counted = true;
  }

  private void forget() {
    owner = null;
    counted = false;
    several = false;
    whole = false;
  }

  private int clause(NumberToken token) {
    return sentence.clauseStart(token.quantityFrom);
  }

  private boolean isRate(NumberToken token) {
    return token.measurement
        || token.isFraction()
        || words.denominators().lastUnit(text, clause(token), token.quantityFrom) != null;
  }

  private boolean isInstitution(NumberToken token) {
    return token.unit != null
        && !token.measurement
        && words.catalogue().unitsOf(token.unit).stream()
            .anyMatch(u -> u.id().equals("institution"))
        && words.endsInInstitution(token.term);
  }
}
