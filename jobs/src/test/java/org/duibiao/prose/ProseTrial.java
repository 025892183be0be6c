package org.duibiao.prose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Tries the reader on annotated texts that do not come with the project, see {@code bench/prose}: a
 * folder of texts with their sidecars, and in it a folder {@code gold} with their annotations.
 */
final class ProseTrial {

  private ProseTrial() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    System.out.println(ProseScore.of(folder));
    List<String> texts = CatalogueWords.texts(folder, ".txt");
    List<String> shipped = CatalogueWords.shipped();
    Map<String, String> defences = CatalogueWords.defences();
    for (String word : CatalogueWords.words(CorpusReader.catalogue())) {
      if (texts.stream().filter(text -> text.contains(word)).count() == 1
          && shipped.stream().noneMatch(text -> text.contains(word))
          && !defences.containsKey(word)) {
        System.out.println("in one of these texts, in none that is shipped, not defended: " + word);
      }
    }
  }
}
