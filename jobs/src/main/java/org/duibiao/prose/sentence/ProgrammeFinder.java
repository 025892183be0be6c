package org.duibiao.prose.sentence;

import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.prose.words.DocumentVocabulary;

/**
 * Finds the programme whose figure one is: 接入“健康通”平台的医院达60家, 开展“优质服务基层行”活动. It has a name in
 * quotation marks that says what it is, or is followed by what it is; slogans are none.
 */
final class ProgrammeFinder {

  private static final int LONGEST_NAME = 18;

  private final DocumentVocabulary words;

  ProgrammeFinder(DocumentVocabulary words) {
    this.words = words;
  }

  /** The name of the programme that the phrase before a figure is about; null if there is none. */
  String find(Sentence sentence, NumberToken token) {
    String text = sentence.text();
    int from = sentence.phraseStart(token.quantityFrom);
    int to = token.quantityFrom;
    String name = null;
    for (int open = text.indexOf('“', from); open >= 0 && open < to; ) {
      int close = text.indexOf('”', open);
      if (close < 0 || close >= to) {
        break;
      }
      String quoted = text.substring(open + 1, close);
      String kind = words.list(WordClass.PROGRAMME).at(text, close + 1);
      boolean says = words.list(WordClass.PROGRAMME).isBefore(quoted, quoted.length(), 1);
      if (quoted.length() <= LONGEST_NAME && (says || kind != null)) {
        name = says ? quoted : quoted + kind;
      }
      open = text.indexOf('“', close);
    }
    return name;
  }
}
