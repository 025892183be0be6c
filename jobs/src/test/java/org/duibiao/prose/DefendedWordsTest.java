package org.duibiao.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The list of defended words is no longer than it has to be. */
class DefendedWordsTest {

  @Test
  void everyDefendedWordIsInTheCatalogueForAReason() throws IOException {
    Map<String, String> defences = CatalogueWords.defences();
    assertThat(defences).isNotEmpty();
    assertThat(CatalogueWords.words(CorpusReader.catalogue())).containsAll(defences.keySet());
    assertThat(defences.values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
  }

  @Test
  void aWordOfAShippedTextNeedsNoDefence() throws IOException {
    List<String> shipped = CatalogueWords.shipped();
    assertThat(CatalogueWords.defences().keySet())
        .filteredOn(word -> shipped.stream().anyMatch(text -> text.contains(word)))
        .isEmpty();
  }
}
