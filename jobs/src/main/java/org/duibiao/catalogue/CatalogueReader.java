package org.duibiao.catalogue;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.model.Area;
import org.duibiao.model.Benchmark;
import org.duibiao.model.BenchmarkBuilder;
import org.duibiao.model.Indicator;
import org.duibiao.model.IndicatorBuilder;
import org.duibiao.model.Nature;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.Sum;
import org.duibiao.model.Unit;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.Status;
import org.duibiao.model.code.Uncertainty;

/**
 * Reads a catalogue in two passes: the first looks at everything and collects what is wrong, the
 * second builds the catalogue if nothing is.
 */
final class CatalogueReader {

  static final String ALL = "all";

  private static final String AREAS = "areas.csv";
  private static final String DISTRICTS = "districts.csv";
  private static final String RELIABILITY = "reliability.csv";

  private static final List<String> FILES =
      List.of(
          (AREAS
                  + " units.yaml indicators.yaml natures.yaml benchmarks.yaml series_breaks.yaml"
                  + " lexicon.yaml synonyms.yaml")
              .split(" "));

  /** Without these a catalogue is complete: texts, drafts and checks of sums then know less. */
  private static final List<String> OPTIONAL =
      List.of(DISTRICTS, RELIABILITY, "table_words.yaml", "sums.yaml");

  private final String directory;
  private final Map<String, byte[]> files;
  private final Map<String, YamlList> lists = new HashMap<>();
  private final Map<String, Unit> units = new LinkedHashMap<>();
  private final Map<String, Indicator> indicators = new LinkedHashMap<>();

  CatalogueReader(String directory, Map<String, byte[]> files) {
    this.directory = directory.endsWith("/") ? directory : directory + "/";
    this.files = files;
  }

  Catalogue read() {
    List<String> problems = new ArrayList<>();
    FILES.stream()
        .filter(name -> !files.containsKey(name))
        .forEach(name -> problems.add(directory + name + ": missing; a catalogue has " + FILES));
    AreasFile areas = file(AREAS, AreasFile::new);
    CsvFile counties =
        file(DISTRICTS, (path, bytes) -> new CsvFile(path, bytes, AreasFile.DISTRICTS));
    ReliabilityFile reliability = file(RELIABILITY, ReliabilityFile::new);
    Set<String> codes = areas == null ? null : areas.codes();
    List<Area> districts = counties == null ? List.of() : AreasFile.districts(counties, codes);
    List<CheckedFile> all = new ArrayList<>(Arrays.asList(areas, counties, reliability));
    all.addAll(readLists());
    new CatalogueChecks(codes, lists).run();
    all.stream().filter(Objects::nonNull).forEach(file -> problems.addAll(file.problems()));
    if (!problems.isEmpty()) {
      throw new InvalidFileException(problems);
    }
    return catalogue(
        areas.areas(),
        districts,
        reliability == null ? Reliability.UNMEASURED : reliability.reliability());
  }

  /** Reads the YAML files side by side: together they are most of what a small run reads. */
  private List<YamlFile> readLists() {
    List<String> names =
        Stream.concat(FILES.stream(), OPTIONAL.stream())
            .filter(name -> name.endsWith(".yaml"))
            .map(name -> name.substring(0, name.indexOf('.')))
            .toList();
    List<YamlFile> read =
        names.parallelStream()
            .map(
                name ->
                    file(
                        name + ".yaml",
                        (path, bytes) -> YamlFile.read(path, bytes, YamlSchema.of(name))))
            .toList();
    for (int i = 0; i < names.size(); i++) {
      String key = names.get(i).substring(names.get(i).indexOf('_') + 1);
      lists.put(key, new YamlList(read.get(i), key));
    }
    return read;
  }

  private <T> T file(String name, BiFunction<String, byte[], T> reader) {
    return files.containsKey(name) ? reader.apply(directory + name, files.get(name)) : null;
  }

  private Stream<CheckedEntry> stream(String key) {
    return lists.get(key).list.stream();
  }

  // The catalogue, once all of that holds.

  private Catalogue catalogue(List<Area> areas, List<Area> districts, Reliability reliability) {
    stream("units").map(CatalogueReader::unit).forEach(unit -> units.put(unit.id(), unit));
    stream("indicators").map(this::indicator).forEach(each -> indicators.put(each.id(), each));
    List<Benchmark> benchmarks = stream("benchmarks").map(this::benchmark).toList();
    Map<String, List<String>> words =
        stream("words").collect(toMap(entry -> entry.text("id"), entry -> entry.texts("words")));
    CatalogueIndex index = new CatalogueIndex(indicators, units);
    areas.forEach(index::addArea);
    districts.forEach(index::addDistrict);
    stream("natures").map(CatalogueReader::nature).forEach(index::addNature);
    words.getOrDefault("total/row", List.of()).forEach(word -> index.totals.add(Terms.key(word)));
    return new Catalogue(
        areas,
        districts,
        List.copyOf(indicators.values()),
        List.copyOf(units.values()),
        benchmarks,
        stream("breaks").map(e -> seriesBreak(e, benchmarks)).toList(),
        lexicon(),
        words,
        stream("sums").map(e -> new Sum(e.text("whole"), e.texts("parts"))).toList(),
        reliability,
        Catalogue.sha256(
            Stream.concat(FILES.stream(), OPTIONAL.stream())
                .filter(files::containsKey)
                .collect(toMap(name -> name, files::get))),
        index);
  }

  private static Unit unit(CheckedEntry e) {
    return new Unit(
        e.text("id"),
        e.text("zh"),
        e.text("en"),
        e.has("en_plural") ? e.text("en_plural") : e.text("en"),
        e.text("dimension"),
        e.has("per") ? e.number("per") : 1,
        e.texts("forms"),
        e.textOrNull("counts"));
  }

  private Indicator indicator(CheckedEntry e) {
    return IndicatorBuilder.builder()
        .id(e.text("id"))
        .zh(e.text("zh"))
        .en(e.text("en"))
        .aliases(e.list("aliases").stream().map(CatalogueReader::term).toList())
        .unit(units.get(e.text("unit")))
        .printedUnits(e.texts("printed_units"))
        .kind(e.code("kind", IndicatorKind.class, null))
        .ofFlow(e.has("of"))
        .polarity(e.code("polarity", Polarity.class, null))
        .uncertainty(e.code("uncertainty", Uncertainty.class, null))
        .populationBasis(e.code("basis", PopulationBasis.class, null))
        .min(e.decimal("range", "min"))
        .max(e.decimal("range", "max"))
        .partOf(e.texts("part_of"))
        .completes(e.textOrNull("completes"))
        .substitute(e.textOrNull("substitute"))
        .definitionZh(e.textOrNull("definition_zh"))
        .definitionEn(e.textOrNull("definition_en"))
        .definitionSource(e.textOrNull("definition_source"))
        .build();
  }

  private static Indicator.Term term(CheckedEntry e) {
    return new Indicator.Term(
        e.text(),
        e.code("basis", PopulationBasis.class, null),
        e.code("measure", Measure.class, Measure.LEVEL),
        Flag.listOf(e.texts("flags")));
  }

  private static Nature nature(CheckedEntry e) {
    return new Nature(
        e.texts("terms"),
        e.code("status", Status.class, null),
        e.code("measure", Measure.class, Measure.LEVEL),
        Flag.listOf(e.texts("flags")));
  }

  /** Of each role the longest words stand first. */
  private Lexicon lexicon() {
    Map<WordClass, List<String>> words =
        stream("lexicon")
            .collect(
                groupingBy(
                    entry -> entry.code("role", WordClass.class, null),
                    flatMapping(entry -> entry.texts("words").stream(), toList())));
    words.replaceAll(
        (role, list) ->
            list.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    Map<Boolean, Map<String, String>> synonyms =
        Map.of(true, new HashMap<>(), false, new HashMap<>());
    stream("synonyms")
        .forEach(entry -> synonyms.get(entry.isTrue("sure")).putAll(entry.at("pairs").pairs()));
    return new Lexicon(words, synonyms.get(true), synonyms.get(false));
  }

  private Benchmark benchmark(CheckedEntry e) {
    Indicator numerator = indicators.get(e.text("numerator"));
    Indicator published = indicators.get(e.text("published"));
    Unit unit = units.get(e.text("unit"));
    return BenchmarkBuilder.builder()
        .id(e.text("id"))
        .zh(e.text("zh"))
        .en(e.text("en"))
        .numerator(numerator)
        .denominator(indicators.get(e.text("denominator")))
        .per(e.has("per") ? e.number("per") : unit.per())
        .published(published)
        .unit(unit)
        .polarity((published != null ? published : numerator).polarity())
        .margin(e.has("margin") ? Double.parseDouble(e.text("margin")) : Benchmark.DEFAULT_MARGIN)
        .bases(e.texts("bases").stream().map(indicators::get).toList())
        .boundedBy(e.texts("bounded_by").stream().map(indicators::get).toList())
        .ages(indicators.get(e.text("ages")))
        .leading(e.has("leading"))
        .context(e.has("context"))
        .build();
  }

  /** A break of what a rate is made of is one of the rate as it is published too. */
  private SeriesBreak seriesBreak(CheckedEntry e, List<Benchmark> benchmarks) {
    List<String> named = e.text("indicator").equals(ALL) ? List.of() : e.texts("indicator");
    Stream<String> inherited =
        benchmarks.stream()
            .filter(each -> each.published() != null && each.isMadeOf(named))
            .map(each -> each.published().id());
    BigDecimal from = e.decimal("revises", "from");
    BigDecimal to = e.decimal("revises", "to");
    return new SeriesBreak(
        e.text("id"),
        e.text("zh"),
        e.text("en"),
        Stream.concat(named.stream(), inherited).distinct().toList(),
        e.isList("cities") ? e.texts("cities") : List.of(),
        e.date("date"),
        e.date("announced"),
        from == null ? null : from.intValueExact(),
        to == null ? null : to.intValueExact(),
        e.text("source"));
  }
}
