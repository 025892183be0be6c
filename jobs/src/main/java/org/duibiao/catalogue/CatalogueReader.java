package org.duibiao.catalogue;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duibiao.catalogue.Lexicon.WordClass;
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

  private static final String AREAS = "areas.csv";
  private static final String DISTRICTS = "districts.csv";
  private static final String RELIABILITY = "reliability.csv";
  private static final String ALL = "all";

  /** The files in YAML, in the order of their problems. */
  private static final List<String> LISTS =
      Stream.of(
              "units indicators natures benchmarks series_breaks lexicon synonyms table_words sums"
                  .split(" "))
          .map(name -> name + ".yaml")
          .toList();

  /** Without these a catalogue is complete: texts, drafts and checks of sums then know less. */
  private static final List<String> OPTIONAL =
      List.of(DISTRICTS, RELIABILITY, "table_words.yaml", "sums.yaml");

  private static final List<String> FILES =
      Stream.concat(Stream.of(AREAS), LISTS.stream())
          .filter(name -> !OPTIONAL.contains(name))
          .toList();

  private final String directory;
  private final Map<String, byte[]> files;
  private final List<Problem> missing = new ArrayList<>();

  private final AreasFile areas;
  private final DistrictsFile districts;
  private final ReliabilityFile reliability;
  private final Map<String, YamlList> lists = new LinkedHashMap<>();

  CatalogueReader(String directory, Map<String, byte[]> files) {
    this.directory = directory;
    this.files = files;
    for (String name : FILES) {
      if (!files.containsKey(name)) {
        missing.add(new Problem(path(name), 0, "missing; a catalogue has " + FILES));
      }
    }
    areas = file(AREAS, AreasFile::new);
    Set<String> codes = areas == null ? null : areas.codes();
    districts = file(DISTRICTS, (path, bytes) -> new DistrictsFile(path, bytes, codes));
    reliability = file(RELIABILITY, ReliabilityFile::new);
    for (String name : LISTS) {
      String key = name.substring(name.indexOf('_') + 1, name.indexOf('.'));
      lists.put(key, new YamlList(yaml(name), key));
    }
  }

  Catalogue read() {
    new CatalogueChecks(areas, lists).run();
    List<Problem> problems = new ArrayList<>(missing);
    Stream.of(areas, districts, reliability)
        .filter(Objects::nonNull)
        .forEach(file -> problems.addAll(file.problems()));
    lists.values().forEach(list -> problems.addAll(list.problems()));
    if (!problems.isEmpty()) {
      throw new CatalogueException(problems.stream().map(Problem::toString).toList());
    }
    return catalogue();
  }

  // The catalogue, once all of that holds.

  private Catalogue catalogue() {
    Map<String, Unit> unitsById = byId(stream("units").map(this::unit), Unit::id);
    Map<String, Indicator> indicatorsById =
        byId(stream("indicators").map(e -> indicator(e, unitsById)), Indicator::id);
    List<Benchmark> benchmarks =
        stream("benchmarks").map(e -> benchmark(e, unitsById, indicatorsById)).toList();
    return new Catalogue(
        areas.areas(),
        districts == null ? List.of() : districts.districts(),
        List.copyOf(indicatorsById.values()),
        List.copyOf(unitsById.values()),
        stream("natures").map(this::nature).toList(),
        benchmarks,
        stream("breaks").map(e -> seriesBreak(e, benchmarks)).toList(),
        lexicon(),
        stream("words").collect(toMap(entry -> entry.text("id"), entry -> entry.texts("words"))),
        stream("sums").map(e -> new Sum(e.text("whole"), e.texts("parts"))).toList(),
        reliability == null ? Reliability.UNMEASURED : reliability.reliability(),
        Catalogue.sha256(
            Stream.concat(FILES.stream(), OPTIONAL.stream().filter(files::containsKey))
                .collect(toMap(name -> name, files::get))));
  }

  private static <T> Map<String, T> byId(Stream<T> things, Function<T, String> id) {
    Map<String, T> byId = new LinkedHashMap<>();
    things.forEach(thing -> byId.put(id.apply(thing), thing));
    return byId;
  }

  private Unit unit(YamlEntry e) {
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

  private Indicator indicator(YamlEntry e, Map<String, Unit> unitsById) {
    return IndicatorBuilder.builder()
        .id(e.text("id"))
        .zh(e.text("zh"))
        .en(e.text("en"))
        .aliases(e.list("aliases").stream().map(this::term).toList())
        .unit(unitsById.get(e.text("unit")))
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

  private Indicator.Term term(YamlEntry e) {
    return new Indicator.Term(
        e.term(),
        e.code("basis", PopulationBasis.class, null),
        e.code("measure", Measure.class, Measure.LEVEL),
        Flag.listOf(e.texts("flags")));
  }

  private Nature nature(YamlEntry e) {
    return new Nature(
        e.texts("terms"),
        e.code("status", Status.class, null),
        e.code("measure", Measure.class, Measure.LEVEL),
        Flag.listOf(e.texts("flags")));
  }

  private Lexicon lexicon() {
    Map<WordClass, List<String>> words =
        stream("lexicon")
            .collect(
                groupingBy(
                    entry -> entry.code("role", WordClass.class, null),
                    flatMapping(entry -> entry.texts("words").stream(), toList())));
    Map<String, String> sure = new LinkedHashMap<>();
    Map<String, String> unsure = new LinkedHashMap<>();
    for (YamlEntry entry : lists.get("synonyms").list) {
      Map<String, String> pairs = entry.node.path("sure").asBoolean() ? sure : unsure;
      entry
          .node
          .path("pairs")
          .properties()
          .forEach(pair -> pairs.put(pair.getKey(), YamlFile.text(pair.getValue())));
    }
    return new Lexicon(words, sure, unsure);
  }

  private Benchmark benchmark(
      YamlEntry e, Map<String, Unit> unitsById, Map<String, Indicator> indicatorsById) {
    Indicator numerator = indicatorsById.get(e.text("numerator"));
    Indicator published = indicatorsById.get(e.text("published"));
    Unit unit = unitsById.get(e.text("unit"));
    return BenchmarkBuilder.builder()
        .id(e.text("id"))
        .zh(e.text("zh"))
        .en(e.text("en"))
        .numerator(numerator)
        .denominator(indicatorsById.get(e.text("denominator")))
        .per(e.has("per") ? e.number("per") : unit.per())
        .published(published)
        .unit(unit)
        .polarity((published != null ? published : numerator).polarity())
        .margin(e.has("margin") ? Double.parseDouble(e.text("margin")) : Benchmark.DEFAULT_MARGIN)
        .bases(e.texts("bases").stream().map(indicatorsById::get).toList())
        .ages(indicatorsById.get(e.text("ages")))
        .leading(e.has("leading"))
        .context(e.has("context"))
        .build();
  }

  /** A break of what a rate is made of is one of the rate as it is published too. */
  private SeriesBreak seriesBreak(YamlEntry e, List<Benchmark> benchmarks) {
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
        LocalDate.parse(e.text("date")),
        e.has("announced") ? LocalDate.parse(e.text("announced")) : null,
        from == null ? null : from.intValueExact(),
        to == null ? null : to.intValueExact(),
        e.text("source"));
  }

  // Files as lists of entries.

  private String path(String name) {
    return directory.endsWith("/") ? directory + name : directory + "/" + name;
  }

  private <T> T file(String name, BiFunction<String, byte[], T> reader) {
    return files.containsKey(name) ? reader.apply(path(name), files.get(name)) : null;
  }

  private YamlFile yaml(String name) {
    YamlSchema schema = YamlSchema.of(name.substring(0, name.lastIndexOf('.')));
    return file(name, (path, bytes) -> YamlFile.read(path, bytes, schema));
  }

  private Stream<YamlEntry> stream(String key) {
    return lists.get(key).list.stream();
  }
}
