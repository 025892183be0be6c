package org.duibiao.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.Lexicon;
import org.duibiao.catalogue.Terms;
import org.junit.jupiter.api.Test;

/**
 * No word, synonym or term may be there for the sake of one published document: each that matches
 * only one of them, and no text or table that is shipped, is listed with what else it is there for.
 */
class SingleDocumentTest {

  private static final Path SEEDS = Path.of("..", "..", "shared", "seeds");

  @Test
  void whatMatchesOnlyOneDocumentIsDefended() throws IOException {
    assumeTrue(Files.isDirectory(SEEDS), "skipped: there is no ../shared/seeds");
    List<String> seeds = texts(SEEDS, ".txt");
    List<String> others = texts(Path.of("..", "data", "examples"), ".txt");
    others.addAll(texts(Path.of("..", "data", "landing"), ".csv"));
    Map<String, String> defences = defences();
    Set<String> undefended = new TreeSet<>();
    for (String word : words(CorpusReader.catalogue())) {
      long in = seeds.stream().filter(text -> text.contains(word)).count();
      boolean alone = in == 1 && others.stream().noneMatch(text -> text.contains(word));
      if (alone && !defences.containsKey(word)) {
        undefended.add(word);
      }
    }
    assertThat(undefended).isEmpty();
  }

  private static Set<String> words(Catalogue catalogue) {
    Set<String> words = new TreeSet<>();
    for (Lexicon.WordClass role : Lexicon.WordClass.values()) {
      words.addAll(catalogue.lexicon().words(role));
    }
    words.addAll(catalogue.lexicon().unambiguousSynonyms().keySet());
    words.addAll(catalogue.lexicon().ambiguousSynonyms().keySet());
    words.addAll(catalogue.meanings().keySet());
    words.removeIf(word -> word.length() < 2);
    return words;
  }

  private static List<String> texts(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> texts = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
        texts.add(Terms.key(new String(Files.readAllBytes(file), charset(file))));
      }
      return texts;
    }
  }

  private static java.nio.charset.Charset charset(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0
        ? StandardCharsets.UTF_8
        : java.nio.charset.Charset.forName("GB18030");
  }

  /** Each line: the word, a tab, and what it is there for besides. */
  private static Map<String, String> defences() throws IOException {
    try (var lines = SingleDocumentTest.class.getResourceAsStream("defended_words.txt")) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t", 2))
          .collect(
              Collectors.toMap(cells -> cells[0], cells -> cells[1], (a, b) -> a, TreeMap::new));
    }
  }
}
