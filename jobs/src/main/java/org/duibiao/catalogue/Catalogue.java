package org.duibiao.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
 */
public final class Catalogue {

  private final List<Area> areas;
  private final List<Area> districts;
  private final List<Indicator> indicators;
  private final List<Unit> units;
  private final List<Benchmark> benchmarks;
  private final List<SeriesBreak> seriesBreaks;
  private final Lexicon lexicon;
  private final Map<String, List<String>> words;
  private final List<Sum> sums;
  private final Reliability reliability;
  private final Set<String> totals = new HashSet<>();
  private final String sha256;

  private final Map<String, Area> areasByCode = new HashMap<>();
  private final Map<String, Area> areasByName = new HashMap<>();
  private final Map<String, List<Area>> districtsByParent = new HashMap<>();
  private final Map<String, Indicator> indicatorsById = new HashMap<>();
  private final Map<String, Meaning> meanings = new HashMap<>();
  private final Map<String, Unit> unitsById = new HashMap<>();
  private final Map<String, List<Unit>> unitsByForm = new HashMap<>();
  private final Map<String, Nature> naturesByTerm = new HashMap<>();
  private final Set<String> terms = new TreeSet<>();

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

  Catalogue(
      List<Area> areas,
      List<Area> districts,
      List<Indicator> indicators,
      List<Unit> units,
      List<Nature> natures,
      List<Benchmark> benchmarks,
      List<SeriesBreak> breaks,
      Lexicon lexicon,
      Map<String, List<String>> words,
      List<Sum> sums,
      Reliability reliability,
      String sha256) {
    this.areas = List.copyOf(areas);
    this.districts = List.copyOf(districts);
    this.indicators = List.copyOf(indicators);
    this.units = List.copyOf(units);
    this.benchmarks = List.copyOf(benchmarks);
    this.seriesBreaks = List.copyOf(breaks);
    this.lexicon = lexicon;
    this.words = Map.copyOf(words);
    this.sums = List.copyOf(sums);
    this.reliability = reliability;
    this.sha256 = sha256;
    words.getOrDefault("total/row", List.of()).forEach(word -> totals.add(Terms.key(word)));
    areas.forEach(this::index);
    for (Area district : districts) {
      areasByCode.put(district.code(), district);
      areasByName.put(district.code(), district);
      districtsByParent
          .computeIfAbsent(district.parent(), parent -> new ArrayList<>())
          .add(district);
    }
    indicators.forEach(this::index);
    units.forEach(this::index);
    unitsByForm.replaceAll((form, list) -> List.copyOf(list));
    for (Nature nature : natures) {
      nature.terms().forEach(term -> naturesByTerm.put(Terms.key(term), nature));
    }
  }

  private void index(Area area) {
    areasByCode.put(area.code(), area);
    areasByName.put(area.code(), area);
    areasByName.put(Terms.key(area.zh()), area);
    area.aliases().forEach(alias -> areasByName.put(Terms.key(alias), area));
  }

  private void index(Indicator indicator) {
    indicatorsById.put(indicator.id(), indicator);
    index(indicator, new Indicator.Term(indicator.zh(), null, Measure.LEVEL, List.of()));
    for (Indicator.Term term : indicator.aliases()) {
      index(indicator, term);
      terms.add(Terms.key(term.term()));
    }
    index(indicator, new Indicator.Term(indicator.id(), null, Measure.LEVEL, List.of()));
  }

  private void index(Indicator indicator, Indicator.Term term) {
    PopulationBasis basis =
        term.populationBasis() == null ? indicator.populationBasis() : term.populationBasis();
    meanings.putIfAbsent(
        Terms.key(term.term()),
        new Meaning(indicator, basis, term.measure(), term.flags(), term.term()));
  }

  private void index(Unit unit) {
    unitsById.put(unit.id(), unit);
    for (String form : unit.forms()) {
      List<Unit> same = unitsByForm.computeIfAbsent(Terms.key(form), key -> new ArrayList<>());
      if (!same.contains(unit)) {
        same.add(unit);
      }
    }
  }

  /**
   * Reads a catalogue.
   *
   * @param directory the directory as users name it, such as {@code data/catalogue}
   * @param files the bytes of its files by their names; others than those of a catalogue are not
   *     looked at
   * @throws CatalogueException with everything that is wrong, if anything is
   */
  public static Catalogue load(String directory, Map<String, byte[]> files) {
    return new CatalogueReader(directory, files).read();
  }

  /** The area of that name, alias or code. */
  public Optional<Area> area(String name) {
    return Optional.ofNullable(areasByName.get(Terms.key(name)));
  }

  /** The area of that code. */
  public Optional<Area> areaByCode(String code) {
    return Optional.ofNullable(areasByCode.get(code));
  }

  /**
   * The districts and counties of a city, by code. They are found by {@link #areaByCode code}, not
   * by name: many cities have one of the same name.
   */
  public List<Area> districts(String city) {
    return Collections.unmodifiableList(districtsByParent.getOrDefault(city, List.of()));
  }

  /** All districts and counties, by code. */
  public List<Area> districts() {
    return districts;
  }

  /** All areas but districts, by code; those that ceased to exist too. */
  public List<Area> areas() {
    return areas;
  }

  /** What that term means: an indicator's name, alias or id. */
  public Optional<Meaning> meaning(String term) {
    return Optional.ofNullable(meanings.get(Terms.key(term)));
  }

  /** The indicator of that id. */
  public Optional<Indicator> indicator(String id) {
    return Optional.ofNullable(indicatorsById.get(id));
  }

  /** All indicators, in the order of the catalogue. */
  public List<Indicator> indicators() {
    return indicators;
  }

  /** The units that are printed in that form; 个 stands for many. */
  public List<Unit> unitsOf(String form) {
    return unitsByForm.getOrDefault(Terms.key(form), List.of());
  }

  /** The unit of that id. */
  public Optional<Unit> unit(String id) {
    return Optional.ofNullable(unitsById.get(id));
  }

  /** All units, in the order of the catalogue. */
  public List<Unit> units() {
    return units;
  }

  /** What those words of a nature column mean. */
  public Optional<Nature> nature(String words) {
    return Optional.ofNullable(naturesByTerm.get(Terms.key(words)));
  }

  /** Whether a row under that name is the total of those around it: 合计, 全省. */
  public boolean isTotal(String name) {
    return totals.contains(Terms.key(name));
  }

  /**
   * The words around tables that say something.
   *
   * @param id such as role/city, for the headers of columns of cities
   */
  public List<String> words(String id) {
    return words.getOrDefault(id, List.of());
  }

  /** All benchmarks, in the order of the catalogue. */
  public List<Benchmark> benchmarks() {
    return benchmarks;
  }

  /** The wholes that are the sum of their parts. */
  public List<Sum> sums() {
    return sums;
  }

  /** How reliable figures of running text are, by what they rest on. */
  public Reliability reliability() {
    return reliability;
  }

  /** All series breaks, in the order of the catalogue. */
  public List<SeriesBreak> seriesBreaks() {
    return seriesBreaks;
  }

  /** The words that running text is parsed with. */
  public Lexicon lexicon() {
    return lexicon;
  }

  /** The keys of all names and aliases of indicators, and what they mean. */
  public Map<String, Meaning> meanings() {
    return Collections.unmodifiableMap(meanings);
  }

  /**
   * The keys of all aliases of indicators, sorted, so that those that never occur can be listed;
   * without the names and ids, which are there anyway.
   */
  public Set<String> terms() {
    return Collections.unmodifiableSet(terms);
  }

  /** SHA-256 over the names and bytes of the catalogue's files, in hex. */
  public String sha256() {
    return sha256;
  }

  static String sha256(Map<String, byte[]> files) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(files)
        .forEach(
            (name, bytes) -> text.append(Digest.of(bytes)).append(' ').append(name).append('\n'));
    return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
