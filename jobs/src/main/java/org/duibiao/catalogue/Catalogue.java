package org.duibiao.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.duibiao.model.Area;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Digest;
import org.duibiao.model.Indicator;
import org.duibiao.model.Nature;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.Sum;
import org.duibiao.model.Unit;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.PopulationBasis;

/**
 * What is known beforehand: which areas there are, what terms mean, which units are printed how,
 * what is compared. Immutable; read from {@code data/catalogue} and checked once.
 *
 * <p>Whatever is asked by a name or term is found by its {@link Terms#key key}.
 *
 * @param areas all areas but districts, by code; those that ceased to exist too
 * @param districts all districts and counties, by code
 * @param indicators all indicators, in the order of the catalogue
 * @param units all units, in the order of the catalogue
 * @param benchmarks all benchmarks, in the order of the catalogue
 * @param seriesBreaks all series breaks, in the order of the catalogue
 * @param lexicon the words that running text is parsed with
 * @param words the words around tables that say something, by their ids, such as {@code role/city}
 * @param sums the wholes that are the sum of their parts
 * @param reliability how reliable figures of running text are, by what they rest on
 * @param sha256 SHA-256 over the names and bytes of the catalogue's files, in hex
 * @param index what is found by a name, a code or an id
 */
public record Catalogue(
    List<Area> areas,
    List<Area> districts,
    List<Indicator> indicators,
    List<Unit> units,
    List<Benchmark> benchmarks,
    List<SeriesBreak> seriesBreaks,
    Lexicon lexicon,
    Map<String, List<String>> words,
    List<Sum> sums,
    Reliability reliability,
    String sha256,
    CatalogueIndex index) {

  /**
   * What a term means.
   *
   * @param indicator what is measured
   * @param basis the population that the term names, else the one that the indicator implies, or
   *     null
   * @param measure level unless the term names a change
   * @param flags what must be known of a figure under this term
   * @param alias the term as the catalogue writes it
   */
  public record Meaning(
      Indicator indicator,
      PopulationBasis basis,
      Measure measure,
      List<Flag> flags,
      String alias) {}

  /**
   * Reads a catalogue.
   *
   * @param directory the directory as users name it, such as {@code data/catalogue}
   * @param files the bytes of its files by their names; others than those of a catalogue are not
   *     looked at
   * @throws InvalidFileException with everything that is wrong, if anything is
   */
  public static Catalogue load(String directory, Map<String, byte[]> files) {
    return new CatalogueReader(directory, files).read();
  }

  /** The area of that name, alias or code. */
  public Optional<Area> area(String name) {
    return Optional.ofNullable(index.areasByName.get(Terms.key(name)));
  }

  /** The area of that code. */
  public Optional<Area> areaByCode(String code) {
    return Optional.ofNullable(index.areasByCode.get(code));
  }

  /** The districts and counties of a city, by code. */
  public List<Area> districts(String city) {
    return Collections.unmodifiableList(index.districtsByParent.getOrDefault(city, List.of()));
  }

  /** The districts and counties of that name: many cities have one of the same name. */
  public List<Area> districtsNamed(String name) {
    return Collections.unmodifiableList(
        index.districtsByName.getOrDefault(Terms.key(name), List.of()));
  }

  /** What that term means: an indicator's name, alias or id. */
  public Optional<Meaning> meaning(String term) {
    return Optional.ofNullable(index.meanings.get(Terms.key(term)));
  }

  /** The indicator of that id. */
  public Optional<Indicator> indicator(String id) {
    return Optional.ofNullable(index.indicatorsById.get(id));
  }

  /** The indicators that one is a part of, and those that they are parts of. */
  public Set<String> wholesOf(String id) {
    Set<String> wholes = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(id));
    while (!open.isEmpty()) {
      indicator(open.pop()).map(Indicator::partOf).orElse(List.of()).stream()
          .filter(wholes::add)
          .forEach(open::push);
    }
    return wholes;
  }

  /** The units that are printed in that form; 个 stands for many. */
  public List<Unit> unitsOf(String form) {
    return Collections.unmodifiableList(index.unitsByForm.getOrDefault(Terms.key(form), List.of()));
  }

  /** The unit of that id. */
  public Optional<Unit> unit(String id) {
    return Optional.ofNullable(index.unitsById.get(id));
  }

  /** What those words of a nature column mean. */
  public Optional<Nature> nature(String words) {
    return Optional.ofNullable(index.naturesByTerm.get(Terms.key(words)));
  }

  /** Whether a row under that name is the total of those around it: 合计, 全省. */
  public boolean isTotal(String name) {
    return index.totals.contains(Terms.key(name));
  }

  /** The words around tables of that id; none where the catalogue has none. */
  public List<String> words(String id) {
    return words.getOrDefault(id, List.of());
  }

  /** The keys of all names and aliases of indicators, and what they mean. */
  public Map<String, Meaning> meanings() {
    return Collections.unmodifiableMap(index.meanings);
  }

  /**
   * The keys of all aliases of indicators, sorted, so that those that never occur can be listed;
   * without the names and ids, which are there anyway.
   */
  public Set<String> terms() {
    return Collections.unmodifiableSet(index.terms);
  }

  static String sha256(Map<String, byte[]> files) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(files)
        .forEach(
            (name, bytes) -> text.append(Digest.of(bytes)).append(' ').append(name).append('\n'));
    return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
