package org.duibiao.prose.words;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.duibiao.catalogue.Lexicon;

/** The synonyms that a text is read with. */
public final class Synonyms {

  /** So many different words that never mean themselves make a respun text. */
  private static final int PARAPHRASE_THRESHOLD = 3;

  private final Map<String, String> meanings;
  private final WordList words;

  private Synonyms(Map<String, String> meanings) {
    this.meanings = meanings;
    this.words = new WordList(meanings.keySet());
  }

  public static Synonyms sure(Lexicon lexicon) {
    return new Synonyms(lexicon.unambiguousSynonyms());
  }

  /** All of them, for respun texts. */
  public static Synonyms all(Lexicon lexicon) {
    Map<String, String> all = new HashMap<>(lexicon.ambiguousSynonyms());
    all.putAll(lexicon.unambiguousSynonyms());
    return new Synonyms(all);
  }

  /** Whether the words of a text give it away as respun. */
  public boolean isParaphrased(String text) {
    return IntStream.range(0, text.length())
            .mapToObj(i -> words.at(text, i))
            .filter(Objects::nonNull)
            .distinct()
            .limit(PARAPHRASE_THRESHOLD)
            .count()
        == PARAPHRASE_THRESHOLD;
  }

  /** The word that starts there and stands for another, or null. */
  String at(String text, int from) {
    return words.at(text, from);
  }

  String canonical(String word) {
    return meanings.get(word);
  }
}
