package org.duibiao.prose.sentence;

import org.duibiao.catalogue.Lexicon.Role;
import org.duibiao.prose.words.Vocabulary;

/**
 * Finds the programme whose figure one is: 接入“健康通”平台的医院达60家, 开展“优质服务基层行”活动. It has a name in
 * quotation marks that says what it is, or is followed by what it is; slogans are none.
 */
final class Programmes {

  private static final int LONGEST_NAME = 18;

  private final Vocabulary words;

  Programmes(Vocabulary words) {
    this.words = words;
  }

  /** The name of the programme that the phrase before a figure is about; null if there is none. */
  String of(Sentence sentence, Token token) {
    String text = sentence.text();
    int from = sentence.phrase(token.cellFrom);
    int to = token.cellFrom;
    String name = null;
    for (int open = text.indexOf('“', from); open >= 0 && open < to; ) {
      int close = text.indexOf('”', open);
      if (close < 0 || close >= to) {
        break;
      }
      String quoted = text.substring(open + 1, close);
      String kind = words.list(Role.PROGRAMME).at(text, close + 1);
      boolean says = words.list(Role.PROGRAMME).before(quoted, quoted.length(), 1) != null;
      if (quoted.length() <= LONGEST_NAME && (says || kind != null)) {
        name = says ? quoted : quoted + kind;
      }
      open = text.indexOf('“', close);
    }
    return name;
  }
}
