package org.duibiao.prose;

import java.io.IOException;
import java.nio.charset.Charset;
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

/**
 * The words, synonyms and terms by which running text is read, and where they occur. None may be in
 * the catalogue for the sake of one published document: {@code defended_words.txt} lists those that
 * were found in only one, each with what else it is there for.
 */
final class CatalogueWords {

  private CatalogueWords() {}

  static Set<String> words(Catalogue catalogue) {
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

  /** The texts and tables that are shipped, folded. */
  static List<String> shipped() throws IOException {
    List<String> texts = texts(Path.of("..", "data", "examples"), ".txt");
    texts.addAll(texts(Path.of("..", "data", "landing"), ".csv"));
    return texts;
  }

  static List<String> texts(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> texts = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
        texts.add(Terms.key(new String(Files.readAllBytes(file), charset(file))));
      }
      return texts;
    }
  }

  private static Charset charset(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
  }

  /** Each line: the word, a tab, and what it is there for besides. */
  static Map<String, String> defences() throws IOException {
    try (var lines = CatalogueWords.class.getResourceAsStream("defended_words.txt")) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t", 2))
          .collect(
              Collectors.toMap(cells -> cells[0], cells -> cells[1], (a, b) -> a, TreeMap::new));
    }
  }
}
