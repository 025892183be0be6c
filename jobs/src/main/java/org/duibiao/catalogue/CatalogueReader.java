package org.duibiao.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duibiao.model.Basis;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Indicator;
import org.duibiao.model.Kind;
import org.duibiao.model.Measure;
import org.duibiao.model.Nature;
import org.duibiao.model.Polarity;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.Status;
import org.duibiao.model.Sum;
import org.duibiao.model.Uncertainty;
import org.duibiao.model.Unit;

/**
 * Reads a catalogue in two passes: the first looks at everything and collects what is wrong, the
 * second builds the catalogue if nothing is.
 */
final class CatalogueReader {

  private static final String AREAS = "areas.csv";
  private static final String DISTRICTS = "districts.csv";
  private static final String UNITS = "units.yaml";
  private static final String INDICATORS = "indicators.yaml";
  private static final String NATURES = "natures.yaml";
  private static final String BENCHMARKS = "benchmarks.yaml";
  private static final String BREAKS = "series_breaks.yaml";
  private static final String LEXICON = "lexicon.yaml";
  private static final String SYNONYMS = "synonyms.yaml";
  private static final String WORDS = "table_words.yaml";
  private static final String SUMS = "sums.yaml";
  private static final List<String> FILES =
      List.of(AREAS, UNITS, INDICATORS, NATURES, BENCHMARKS, BREAKS, LEXICON, SYNONYMS);

  private static final Pattern NUMERAL = Pattern.compile("[0-9〇零○一二两三四五六七八九十百千万亿廿]");
  private static final Pattern MULTIPLIED = Pattern.compile("[十百千万亿]+(.+)");
  private static final String PROPORTION = "proportion";
  private static final String ALL = "all";

  private final String directory;
  private final Map<String, byte[]> files;
  private final List<Problem> missing = new ArrayList<>();

  private final AreasFile areas;
  private final DistrictsFile districts;
  private final Entries units;
  private final Entries indicators;
  private final Entries natures;
  private final Entries benchmarks;
  private final Entries breaks;
  private final Entries lexicon;
  private final Entries synonyms;
  private final Entries words;
  private final Entries sums;

  CatalogueReader(String directory, Map<String, byte[]> files) {
    this.directory = directory;
    this.files = files;
    for (String name : FILES) {
      if (!files.containsKey(name)) {
        missing.add(new Problem(path(name), 0, "missing; a catalogue has " + FILES));
      }
    }
    areas = files.containsKey(AREAS) ? AreasFile.read(path(AREAS), files.get(AREAS)) : null;
    units = entries(UNITS, "units");
    indicators = entries(INDICATORS, "indicators");
    natures = entries(NATURES, "natures");
    benchmarks = entries(BENCHMARKS, "benchmarks");
    breaks = entries(BREAKS, "breaks");
    lexicon = entries(LEXICON, "lexicon");
    synonyms = entries(SYNONYMS, "synonyms");
    // A catalogue without these is complete: texts, drafts of sidecars and checks of sums know
    // less.
    districts =
        files.containsKey(DISTRICTS)
            ? DistrictsFile.read(
                path(DISTRICTS), files.get(DISTRICTS), areas == null ? null : areas.codes())
            : null;
    words = entries(WORDS, "words");
    sums = entries(SUMS, "sums");
  }

  Catalogue read() {
    checkUnits();
    checkIndicators();
    checkNatures();
    checkBenchmarks();
    checkBreaks();
    checkSynonyms();
    checkSums();
    List<String> problems =
        Stream.of(
                missing.stream(),
                areas == null ? Stream.<Problem>empty() : areas.problems().stream(),
                districts == null ? Stream.<Problem>empty() : districts.problems().stream(),
                units.problems(),
                indicators.problems(),
                natures.problems(),
                benchmarks.problems(),
                breaks.problems(),
                lexicon.problems(),
                synonyms.problems(),
                words.problems(),
                sums.problems())
            .flatMap(s -> s)
            .map(Problem::toString)
            .toList();
    if (!problems.isEmpty()) {
      throw new CatalogueException(problems);
    }
    return catalogue();
  }

  // What must hold beyond the schemas.

  private void checkUnits() {
    for (Entry unit : units.list) {
      unit.refersTo("counts", indicators);
      if (unit.has("per") && !unit.text("dimension").equals(PROPORTION)) {
        unit.report(
            "per", "per is for the dimension proportion only; remove it or change the dimension");
      }
      Map<String, Entry> forms = new HashMap<>();
      for (Entry form : unit.list("forms")) {
        Entry taken = forms.putIfAbsent(Terms.key(form.text()), form);
        // Variants in full width are listed for the reader: ％ beside %.
        if (taken != null && taken.text().equals(form.text())) {
          form.report("form '" + form.text() + "' stands twice; remove one");
        }
      }
      for (Entry form : unit.list("forms")) {
        Matcher multiplied = MULTIPLIED.matcher(Terms.key(form.text()));
        if (multiplied.matches() && forms.containsKey(multiplied.group(1))) {
          form.report(
              "form '"
                  + form.text()
                  + "' is '"
                  + multiplied.group(1)
                  + "' with a multiplier, which is understood anyway; remove it");
        }
      }
    }
  }

  private void checkIndicators() {
    checkTerms();
    for (Entry indicator : indicators.list) {
      indicator.refersTo("unit", units);
      indicator.refersTo("part_of", indicators);
      indicator.refersTo("completes", indicators);
      BigDecimal min = indicator.decimal("range", "min");
      BigDecimal max = indicator.decimal("range", "max");
      if (min != null && max != null && min.compareTo(max) > 0) {
        indicator.report(
            "range", "min " + min.toPlainString() + " is more than max " + max.toPlainString());
      }
    }
    indicators.reportCircles("part_of");
  }

  private void checkTerms() {
    Map<String, Entry> owners = new HashMap<>();
    Map<String, Entry> places = new HashMap<>();
    for (Entry indicator : indicators.list) {
      List<Entry> terms = new ArrayList<>();
      terms.addAll(indicator.list("id"));
      terms.addAll(indicator.list("zh"));
      terms.addAll(indicator.list("aliases"));
      for (Entry term : terms) {
        String text = term.term();
        if (text.isEmpty()) {
          continue;
        }
        String key = Terms.key(text);
        Entry owner = owners.putIfAbsent(key, indicator);
        Entry place = places.putIfAbsent(key, term);
        if (owner == indicator) {
          // Another spelling of the same is listed for the reader: Hospitals beside hospitals.
          if (place.term().equals(text) || !place.qualifiers().equals(term.qualifiers())) {
            term.report("term '" + text + "' is there already, in line " + place.line());
          }
        } else if (owner != null) {
          term.report(
              "term '"
                  + text
                  + "' means "
                  + owner.id()
                  + " already, in line "
                  + place.line()
                  + "; a term may belong to one indicator");
        }
      }
    }
  }

  private void checkNatures() {
    Map<String, Entry> places = new HashMap<>();
    for (Entry nature : natures.list) {
      for (Entry term : nature.list("terms")) {
        Entry place = places.putIfAbsent(Terms.key(term.text()), term);
        if (place != null) {
          term.report("term '" + term.text() + "' is there already, in line " + place.line());
        }
      }
    }
  }

  private void checkBenchmarks() {
    for (Entry benchmark : benchmarks.list) {
      benchmark.refersTo("numerator", indicators);
      benchmark.refersTo("denominator", indicators);
      benchmark.refersTo("published", indicators);
      benchmark.refersTo("bases", indicators);
      benchmark.refersTo("ages", indicators);
      benchmark.refersTo("unit", units);
      Entry unit = units.byId.get(benchmark.text("unit"));
      if (unit == null) {
        continue;
      }
      if (benchmark.has("per")
          && unit.has("per")
          && benchmark.number("per") != unit.number("per")) {
        benchmark.report(
            "per",
            "per "
                + benchmark.text("per")
                + " does not fit the unit "
                + unit.id()
                + ", which is per "
                + unit.text("per"));
      }
      Entry published = indicators.byId.get(benchmark.text("published"));
      if (published != null && published.has("unit") && !published.text("unit").equals(unit.id())) {
        benchmark.report(
            "unit",
            "unit "
                + unit.id()
                + " differs from that of the published indicator, "
                + published.text("unit"));
      }
    }
  }

  private void checkBreaks() {
    for (Entry entry : breaks.list) {
      if (!entry.text("indicator").equals(ALL)) {
        entry.refersTo("indicator", indicators);
      }
      for (Entry city : entry.isList("cities") ? entry.list("cities") : List.<Entry>of()) {
        if (areas != null && areas.codes() != null && !areas.codes().contains(city.text())) {
          city.report("code '" + city.text() + "' is not in areas.csv; add it or correct it");
        }
      }
      entry.checkDate("date");
      entry.checkDate("announced");
      BigDecimal from = entry.decimal("revises", "from");
      BigDecimal to = entry.decimal("revises", "to");
      if (from != null && to != null && from.compareTo(to) > 0) {
        entry.report("revises", "from " + from + " is after to " + to);
      }
    }
  }

  private void checkSynonyms() {
    for (Entry entry : synonyms.list) {
      for (Map.Entry<String, JsonNode> pair : entry.node.path("pairs").properties()) {
        if (NUMERAL.matcher(pair.getKey() + pair.getValue().asText()).find()) {
          entry.report(
              "pairs",
              "'"
                  + pair.getKey()
                  + "' holds a numeral: the numbers of a text are found before its synonyms");
        }
      }
    }
  }

  private void checkSums() {
    for (Entry sum : sums.list) {
      sum.refersTo("whole", indicators);
      sum.refersTo("parts", indicators);
    }
  }

  // The catalogue, once all of that holds.

  private Catalogue catalogue() {
    Map<String, Unit> unitsById = byId(units.list.stream().map(this::unit), Unit::id);
    Map<String, Indicator> indicatorsById =
        byId(indicators.list.stream().map(e -> indicator(e, unitsById)), Indicator::id);
    return new Catalogue(
        areas.areas(),
        districts == null ? List.of() : districts.districts(),
        List.copyOf(indicatorsById.values()),
        List.copyOf(unitsById.values()),
        natures.list.stream().map(this::nature).toList(),
        benchmarks.list.stream().map(e -> benchmark(e, unitsById, indicatorsById)).toList(),
        breaks.list.stream().map(this::seriesBreak).toList(),
        lexicon(),
        words.list.stream()
            .collect(Collectors.toMap(entry -> entry.text("id"), entry -> entry.texts("words"))),
        sums.list.stream().map(e -> new Sum(e.text("whole"), e.texts("parts"))).toList(),
        Catalogue.sha256(
            Stream.concat(
                    FILES.stream(), Stream.of(DISTRICTS, WORDS, SUMS).filter(files::containsKey))
                .collect(Collectors.toMap(name -> name, files::get))));
  }

  private static <T> Map<String, T> byId(Stream<T> things, Function<T, String> id) {
    Map<String, T> byId = new LinkedHashMap<>();
    things.forEach(thing -> byId.put(id.apply(thing), thing));
    return byId;
  }

  private Unit unit(Entry e) {
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

  private Indicator indicator(Entry e, Map<String, Unit> unitsById) {
    return new Indicator(
        e.text("id"),
        e.text("zh"),
        e.text("en"),
        e.list("aliases").stream().map(this::term).toList(),
        unitsById.get(e.text("unit")),
        e.texts("printed_units"),
        Kind.of(e.text("kind")),
        Polarity.of(e.text("polarity")),
        Uncertainty.of(e.text("uncertainty")),
        e.has("basis") ? Basis.of(e.text("basis")) : null,
        e.decimal("range", "min"),
        e.decimal("range", "max"),
        e.texts("part_of"),
        e.textOrNull("completes"),
        e.textOrNull("definition_zh"),
        e.textOrNull("definition_en"),
        e.textOrNull("definition_source"));
  }

  private Indicator.Term term(Entry e) {
    return e.node.isObject()
        ? new Indicator.Term(
            e.term(),
            e.has("basis") ? Basis.of(e.text("basis")) : null,
            e.has("measure") ? Measure.of(e.text("measure")) : Measure.LEVEL,
            e.texts("flags"))
        : new Indicator.Term(e.term(), null, Measure.LEVEL, List.of());
  }

  private Nature nature(Entry e) {
    return new Nature(
        e.texts("terms"),
        Status.of(e.text("status")),
        e.has("measure") ? Measure.of(e.text("measure")) : Measure.LEVEL,
        e.texts("flags"));
  }

  private Lexicon lexicon() {
    Map<Lexicon.Role, List<String>> words = new EnumMap<>(Lexicon.Role.class);
    for (Entry entry : lexicon.list) {
      words
          .computeIfAbsent(Lexicon.Role.of(entry.text("role")), role -> new ArrayList<>())
          .addAll(entry.texts("words"));
    }
    Map<String, String> sure = new LinkedHashMap<>();
    Map<String, String> unsure = new LinkedHashMap<>();
    for (Entry entry : synonyms.list) {
      for (Map.Entry<String, JsonNode> pair : entry.node.path("pairs").properties()) {
        (entry.node.path("sure").asBoolean() ? sure : unsure)
            .put(pair.getKey(), YamlFile.text(pair.getValue()));
      }
    }
    return new Lexicon(words, sure, unsure);
  }

  private Benchmark benchmark(
      Entry e, Map<String, Unit> unitsById, Map<String, Indicator> indicatorsById) {
    Indicator numerator = indicatorsById.get(e.text("numerator"));
    Indicator published = indicatorsById.get(e.text("published"));
    Unit unit = unitsById.get(e.text("unit"));
    return new Benchmark(
        e.text("id"),
        e.text("zh"),
        e.text("en"),
        numerator,
        indicatorsById.get(e.text("denominator")),
        e.has("per") ? e.number("per") : unit.per(),
        published,
        unit,
        (published != null ? published : numerator).polarity(),
        e.has("margin") ? Double.parseDouble(e.text("margin")) : Benchmark.USUAL_MARGIN,
        e.texts("bases").stream().map(indicatorsById::get).toList(),
        indicatorsById.get(e.text("ages")));
  }

  private SeriesBreak seriesBreak(Entry e) {
    BigDecimal from = e.decimal("revises", "from");
    BigDecimal to = e.decimal("revises", "to");
    return new SeriesBreak(
        e.text("id"),
        e.text("zh"),
        e.text("en"),
        e.text("indicator").equals(ALL) ? List.of() : e.texts("indicator"),
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

  private Entries entries(String name, String key) {
    return new Entries(
        files.containsKey(name)
            ? YamlFile.read(
                path(name),
                files.get(name),
                YamlSchema.of(name.substring(0, name.lastIndexOf('.'))))
            : null,
        key);
  }

  /** The one list of a file; empty if the file is missing or cannot be read. */
  private static final class Entries {
    private final YamlFile file;
    private final String noun;
    private final List<Entry> list;
    private final Map<String, Entry> byId = new LinkedHashMap<>();

    /** Whether all ids are known, so that an unknown one is an error. */
    private final boolean complete;

    Entries(YamlFile file, String key) {
      this.file = file;
      this.noun = (key.startsWith("i") ? "an " : "a ") + key.substring(0, key.length() - 1);
      this.list = file == null ? List.of() : new Entry(file, "", file.root()).list(key);
      for (Entry entry : list) {
        Entry taken = entry.id() == null ? null : byId.putIfAbsent(entry.id(), entry);
        if (taken != null) {
          entry.report("id", "id '" + entry.id() + "' is taken by line " + taken.line());
        }
      }
      this.complete =
          file != null
              && file.root().path(key).isArray()
              && list.stream().allMatch(entry -> entry.id() != null);
    }

    Stream<Problem> problems() {
      return file == null ? Stream.empty() : file.sorted().stream();
    }

    /** Reports every circle of references once, at the entry that closes it. */
    void reportCircles(String key) {
      Map<String, Boolean> done = new HashMap<>();
      for (Entry entry : byId.values()) {
        walk(entry, key, new ArrayList<>(), done);
      }
    }

    private void walk(Entry entry, String key, List<String> way, Map<String, Boolean> done) {
      String id = entry.id();
      int met = way.indexOf(id);
      if (met >= 0) {
        List<String> circle = new ArrayList<>(way.subList(met, way.size()));
        circle.add(id);
        byId.get(way.get(way.size() - 1))
            .report(key, key + " goes in a circle: " + String.join(" → ", circle));
      } else if (done.putIfAbsent(id, true) == null) {
        way.add(id);
        for (Entry next : entry.list(key)) {
          if (byId.containsKey(next.text())) {
            walk(byId.get(next.text()), key, way, done);
          }
        }
        way.remove(way.size() - 1);
      }
    }
  }

  /** A place in a file. What departs from the schema there is not looked at any more. */
  private static final class Entry {
    private final YamlFile file;
    private final String pointer;
    private final JsonNode node;

    Entry(YamlFile file, String pointer, JsonNode node) {
      this.file = file;
      this.pointer = pointer;
      this.node = node;
    }

    int line() {
      return file.line(pointer);
    }

    void report(String problem) {
      file.report(pointer, problem);
    }

    void report(String key, String problem) {
      file.report(YamlFile.child(pointer, key), problem);
    }

    boolean has(String key) {
      return !node.path(key).isMissingNode() && file.isSound(YamlFile.child(pointer, key));
    }

    boolean isList(String key) {
      return has(key) && node.get(key).isArray();
    }

    String text() {
      return YamlFile.text(node);
    }

    /** The text of a key; empty without it. */
    String text(String key) {
      return has(key) ? YamlFile.text(node.get(key)) : "";
    }

    /**
     * The id, even one that is not well-formed, so that references to it are not blamed; or null.
     */
    String id() {
      return node.path("id").textValue();
    }

    /** Of an alias: the words. */
    String term() {
      return node.isObject() ? text("term") : text();
    }

    /** Of an alias: what it says besides the indicator. */
    List<String> qualifiers() {
      return List.of(text("basis"), text("measure"), texts("flags").toString());
    }

    String textOrNull(String key) {
      return has(key) ? text(key) : null;
    }

    int number(String key) {
      return node.get(key).intValue();
    }

    BigDecimal decimal(String key, String inner) {
      return has(key) && node.get(key).has(inner) ? node.get(key).get(inner).decimalValue() : null;
    }

    /** The entries of a list, or a single value as a list of one; those that are wrong left out. */
    List<Entry> list(String key) {
      String place = YamlFile.child(pointer, key);
      JsonNode value = node.path(key);
      if (!value.isArray()) {
        return has(key) ? List.of(new Entry(file, place, value)) : List.of();
      }
      List<Entry> list = new ArrayList<>();
      for (int i = 0; i < value.size(); i++) {
        Entry entry = new Entry(file, place + "/" + i, value.get(i));
        if (value.get(i).isObject() || file.isSound(entry.pointer)) {
          list.add(entry);
        }
      }
      return list;
    }

    List<String> texts(String key) {
      return list(key).stream().map(Entry::text).toList();
    }

    void refersTo(String key, Entries others) {
      Collection<String> ids = others.byId.keySet();
      for (Entry reference : list(key)) {
        if (others.complete && !ids.contains(reference.text())) {
          String hint = Closest.hint(reference.text(), ids);
          reference.report(
              key
                  + " '"
                  + reference.text()
                  + "' is not "
                  + others.noun
                  + " of the catalogue"
                  + (hint.isEmpty() ? "; add it or correct it" : hint));
        }
      }
    }

    void checkDate(String key) {
      if (has(key)) {
        try {
          LocalDate.parse(text(key));
        } catch (DateTimeParseException e) {
          report(key, key + " '" + text(key) + "' is not a day of the calendar");
        }
      }
    }
  }
}
