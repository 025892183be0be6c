package org.duibiao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duibiao.catalogue.Catalogue.Meaning;
import org.duibiao.model.Area;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Indicator;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.Unit;
import org.duibiao.model.code.AreaLevel;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

  private static final String DIRECTORY = "data/catalogue";
  private static final Path SHIPPED = Path.of("../data/catalogue");

  private static final String AREAS =
      """
      code,level,name_zh,name_en,aliases,parent,valid_from,valid_to,successor
      000000,nation,全国,China,中国,,,,
      370000,province,山东省,Shandong,山东,000000,,,
      370100,prefecture,济南市,Jinan,济南|Jinan,370000,,,
      371200,prefecture,莱芜市,Laiwu,莱芜,370000,1992-11-01,2019-01-08,370100
      """;
  private static final String UNITS =
      """
      units:
        - id: person
          zh: 人
          en: person
          en_plural: people
          dimension: person
          forms: [人, 名, 个]
        - id: hospital
          zh: 家
          en: hospital
          dimension: hospital
          forms: [家, 所, 个]
        - id: per_1000000
          zh: /百万人
          en: per million
          dimension: proportion
          per: 1000000
          forms: [每百万人]
        - id: year
          zh: 岁
          en: year
          en_plural: years
          dimension: year
          forms: [岁]
      """;
  private static final String INDICATORS =
      """
      indicators:
        - id: permanent_population
          zh: 常住人口
          en: Permanent population
          aliases:
            - 年末常住人口
            - {term: 新增常住人口, measure: new}
          unit: person
          kind: stock
          polarity: none
          uncertainty: stock
          basis: permanent
          range: {min: 1000, max: 40000000}
        - id: hospitals
          zh: 医院数
          en: Hospitals
          aliases: [医院, 医院 个数]
          unit: hospital
          kind: stock
          polarity: none
          uncertainty: stock
        - id: tertiary_hospitals
          zh: 三级医院数
          en: Tertiary hospitals
          unit: hospital
          kind: stock
          polarity: high
          uncertainty: stock
          part_of: hospitals
        - id: life_expectancy
          zh: 人均预期寿命
          en: Life expectancy
          aliases:
            - {term: 户籍人口平均期望寿命, basis: registered, flags: [definition_differs]}
          unit: year
          kind: rate
          polarity: high
          uncertainty: events
          range: {min: 30.5, max: 95}
      """;
  private static final String NATURES =
      """
      natures:
        - {terms: [实际值, 实际], status: actual}
        - {terms: [测算], status: actual, flags: [estimated]}
        - {terms: [新增], status: actual, measure: new}
      """;
  private static final String BENCHMARKS =
      """
      benchmarks:
        - id: tertiary_hospitals_per_million
          zh: 每百万常住人口三级医院数
          en: Tertiary hospitals per million residents
          numerator: tertiary_hospitals
          denominator: permanent_population
          per: 1000000
          unit: per_1000000
          margin: 0.05
        - id: life_expectancy
          zh: 人均预期寿命
          en: Life expectancy
          published: life_expectancy
          unit: year
          margin: 0.01
      """;
  private static final String BREAKS =
      """
      breaks:
        - id: census_2020
          zh: 七普
          en: The census of 2020.
          indicator: permanent_population
          cities: all
          date: 2020-11-01
          announced: 2021-05-11
          revises: {from: 2011, to: 2019}
          source: 国家统计局
        - id: laiwu
          zh: 莱芜并入济南
          en: Laiwu became part of Jinan.
          indicator: [permanent_population, hospitals]
          cities: [370100]
          date: 2019-01-09
          source: 国务院
      """;

  private final Map<String, byte[]> files =
      new TreeMap<>(
          Map.of(
              "areas.csv", bytes(AREAS),
              "units.yaml", bytes(UNITS),
              "indicators.yaml", bytes(INDICATORS),
              "natures.yaml", bytes(NATURES),
              "benchmarks.yaml", bytes(BENCHMARKS),
              "series_breaks.yaml", bytes(BREAKS),
              "lexicon.yaml", bytes("lexicon: []\n"),
              "synonyms.yaml", bytes("synonyms: []\n")));

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Catalogue load() {
    return Catalogue.load(DIRECTORY, files);
  }

  /** Replaces the first occurrence of a text in a file. */
  private CatalogueTest with(String file, String text, String replacement) {
    String whole = new String(files.get(file), StandardCharsets.UTF_8);
    int at = whole.indexOf(text);
    assertThat(at).as("%s is in %s", text, file).isNotNegative();
    files.put(
        file, bytes(whole.substring(0, at) + replacement + whole.substring(at + text.length())));
    return this;
  }

  /** What is said to be wrong, without the directory. */
  private List<String> problems() {
    InvalidFileException wrong = catchThrowableOfType(InvalidFileException.class, this::load);
    assertThat(wrong).as("a problem is found").isNotNull();
    assertThat(wrong).hasMessage(String.join("\n", wrong.problems()));
    assertThat(wrong.problems()).allMatch(problem -> problem.startsWith(DIRECTORY + "/"));
    return wrong.problems().stream().map(p -> p.substring(DIRECTORY.length() + 1)).toList();
  }

  // What is asked of it.

  @Test
  void findsAreasByNameAliasAndCode() {
    Catalogue catalogue = load();
    Area jinan = catalogue.areaByCode("370100").orElseThrow();
    assertThat(jinan)
        .isEqualTo(
            new Area(
                "370100",
                AreaLevel.PREFECTURE,
                "济南市",
                "Jinan",
                List.of("济南", "Jinan"),
                "370000",
                null,
                null,
                null));
    for (String name : List.of("济南市", "济南", " 济\u3000南\u00A0市 ", "ＪＩＮＡＮ", "370100")) {
      assertThat(catalogue.area(name)).as(name).contains(jinan);
    }
    assertThat(catalogue.area("济北")).isEmpty();
    assertThat(catalogue.area("")).isEmpty();
    assertThat(catalogue.areaByCode("济南市")).isEmpty();
    assertThat(catalogue.areaByCode("371200").orElseThrow().validTo())
        .isEqualTo(LocalDate.of(2019, 1, 8));
    assertThat(catalogue.areas())
        .extracting(Area::code)
        .containsExactly("000000", "370000", "370100", "371200");
  }

  @Test
  void understandsTerms() {
    Catalogue catalogue = load();
    Indicator population = catalogue.indicator("permanent_population").orElseThrow();
    Indicator lifeExpectancy = catalogue.indicator("life_expectancy").orElseThrow();
    assertThat(catalogue.meaning("常住人口"))
        .contains(
            new Meaning(population, PopulationBasis.PERMANENT, Measure.LEVEL, List.of(), "常住人口"));
    assertThat(catalogue.meaning("permanent_population"))
        .contains(
            new Meaning(
                population,
                PopulationBasis.PERMANENT,
                Measure.LEVEL,
                List.of(),
                "permanent_population"));
    assertThat(catalogue.meaning("新增 常住人口"))
        .contains(
            new Meaning(population, PopulationBasis.PERMANENT, Measure.NEW, List.of(), "新增常住人口"));
    assertThat(catalogue.meaning("户籍人口平均期望寿命"))
        .contains(
            new Meaning(
                lifeExpectancy,
                PopulationBasis.REGISTERED,
                Measure.LEVEL,
                List.of(Flag.DEFINITION_DIFFERS),
                "户籍人口平均期望寿命"));
    assertThat(catalogue.meaning("医院个数").orElseThrow().alias()).isEqualTo("医院 个数");
    assertThat(catalogue.meaning("病院")).isEmpty();
    assertThat(catalogue.terms())
        .containsExactlyInAnyOrder("年末常住人口", "新增常住人口", "医院", "医院个数", "户籍人口平均期望寿命")
        .isUnmodifiable();
    assertThat(lifeExpectancy.min()).isEqualByComparingTo("30.5");
    assertThat(catalogue.indicator("tertiary_hospitals").orElseThrow().partOf())
        .containsExactly("hospitals");
  }

  @Test
  void findsUnitsByForm() {
    Catalogue catalogue = with("units.yaml", "per: 1000000", "per: 1000000.0").load();
    assertThat(catalogue.unitsOf("个")).extracting(Unit::id).containsExactly("person", "hospital");
    assertThat(catalogue.unitsOf("户")).isEmpty();
    assertThat(catalogue.unit("person").orElseThrow().enPlural()).isEqualTo("people");
    assertThat(catalogue.unit("hospital").orElseThrow())
        .isEqualTo(
            new Unit(
                "hospital",
                "家",
                "hospital",
                "hospital",
                "hospital",
                1,
                List.of("家", "所", "个"),
                null));
  }

  @Test
  void understandsNatures() {
    Catalogue catalogue = load();
    assertThat(catalogue.nature(" 测 算").orElseThrow().flags()).containsExactly(Flag.ESTIMATED);
    assertThat(catalogue.nature("实际").orElseThrow())
        .satisfies(
            nature -> {
              assertThat(nature.status()).isEqualTo(Status.ACTUAL);
              assertThat(nature.measure()).isEqualTo(Measure.LEVEL);
            });
    assertThat(catalogue.nature("新增").orElseThrow().measure()).isEqualTo(Measure.NEW);
    assertThat(catalogue.nature("臆测")).isEmpty();
  }

  @Test
  void knowsBenchmarksAndBreaks() {
    Catalogue catalogue = load();
    Benchmark computed = catalogue.benchmarks().get(0);
    assertThat(computed.isComputed()).isTrue();
    assertThat(computed.per()).isEqualTo(1_000_000);
    assertThat(computed.polarity()).as("the numerator's").isEqualTo(Polarity.HIGH);
    Benchmark published = catalogue.benchmarks().get(1);
    assertThat(published.isComputed()).isFalse();
    assertThat(published.published().id()).isEqualTo("life_expectancy");
    assertThat(published.per()).isEqualTo(1);
    SeriesBreak census = catalogue.seriesBreaks().get(0);
    assertThat(census.concerns("permanent_population", "440300")).isTrue();
    assertThat(census.revisedFrom()).isEqualTo(2011);
    SeriesBreak laiwu = catalogue.seriesBreaks().get(1);
    assertThat(laiwu.cities()).containsExactly("370100");
    assertThat(laiwu.announced()).isNull();
    assertThat(laiwu.revisedTo()).isNull();
  }

  @Test
  void hashesItsOwnFilesOnly() {
    String sha256 = load().sha256();
    assertThat(sha256).matches("[0-9a-f]{64}");
    files.put("README.md", bytes("anything"));
    assertThat(load().sha256()).isEqualTo(sha256);
    with("units.yaml", "[岁]", "[岁, 周岁]");
    assertThat(load().sha256()).isNotEqualTo(sha256);
  }

  @Test
  void readsWindowsFiles() {
    for (String file : List.copyOf(files.keySet())) {
      String text = new String(files.get(file), StandardCharsets.UTF_8);
      files.put(file, bytes("\uFEFF" + text.replace("\n", "\r\n")));
    }
    assertThat(load().areas()).hasSize(4);
    assertThat(with("units.yaml", "per: 1000000", "par: 1000000").problems())
        .contains("units.yaml:17: unknown key 'par' (did you mean 'per'?)");
  }

  // What may be wrong with any file.

  @Test
  void reportsEverythingAtOnce() {
    files.remove("natures.yaml");
    with("areas.csv", "370000,province", "370000,provinz");
    with("units.yaml", "en_plural", "en_plurals");
    with("indicators.yaml", "aliases", "aliasses");
    with("indicators.yaml", "unit: year", "unit: years");
    with("series_breaks.yaml", "[370100]", "[370101]");
    assertThat(problems())
        .containsExactly(
            "natures.yaml: missing; a catalogue has [areas.csv, units.yaml, indicators.yaml,"
                + " natures.yaml, benchmarks.yaml, series_breaks.yaml, lexicon.yaml,"
                + " synonyms.yaml]",
            "areas.csv:3: level 'provinz' is not one of nation, province, municipality,"
                + " prefecture, county (did you mean 'province'?)",
            "units.yaml:5: unknown key 'en_plurals' (did you mean 'en_plural'?)",
            "indicators.yaml:5: unknown key 'aliasses' (did you mean 'aliases'?)",
            "indicators.yaml:35: unit 'years' is not a unit of the catalogue"
                + " (did you mean 'year'?)",
            "series_breaks.yaml:15: code '370101' is not in areas.csv; add it or correct it");
  }

  @Test
  void reportsWhatIsNotYaml() {
    with("units.yaml", "zh: 人", "zh: \"人");
    assertThat(problems()).hasSize(1).first().asString().startsWith("units.yaml:").contains("YAML");
  }

  @Test
  void reportsTabsAtTheirLine() {
    assertThat(with("natures.yaml", "  - {terms: [测算]", "\t- {terms: [测算]").problems())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("natures.yaml:3: not readable as YAML: found character '\\t(TAB)'");
  }

  @Test
  void reportsWhatIsNotUtf8() {
    files.put("indicators.yaml", INDICATORS.getBytes(Charset.forName("GB18030")));
    files.put("areas.csv", AREAS.getBytes(Charset.forName("GB18030")));
    assertThat(problems())
        .containsExactly(
            "areas.csv:2: byte 0xB9 is not UTF-8; save the file as UTF-8",
            "indicators.yaml:3: byte 0xB3 is not UTF-8; save the file as UTF-8");
  }

  @Test
  void reportsAnEmptyFile() {
    files.put("units.yaml", bytes("# nothing yet\n"));
    files.put("areas.csv", new byte[0]);
    files.put("natures.yaml", bytes("natures:\n"));
    files.put("series_breaks.yaml", bytes("- id: census_2020\n"));
    assertThat(problems())
        .containsExactly(
            "areas.csv:1: the file is empty; its header is"
                + " code,level,name_zh,name_en,aliases,parent,valid_from,valid_to,successor",
            "units.yaml:2: the file is empty",
            "natures.yaml:1: natures has no value; give it one or leave the key out",
            "series_breaks.yaml:1: the file must be a map, not a list");
  }

  @Test
  void reportsDuplicateKeys() {
    with("indicators.yaml", "    kind: stock", "    unit: hospital\n    kind: stock");
    with("benchmarks.yaml", "benchmarks:", "benchmarks:\n  []\nbenchmarks:");
    assertThat(problems())
        .containsExactly(
            "indicators.yaml:9: key 'unit' is there already, in line 8",
            "benchmarks.yaml:3: key 'benchmarks' is there already, in line 1");
  }

  @Test
  void reportsWhatOfYamlIsNotUnderstood() {
    with("natures.yaml", "[测算]", "&measured [测算]");
    with("units.yaml", "zh: 人", "zh: !!binary 人");
    with("benchmarks.yaml", "benchmarks:", "{a: b}: c\nbenchmarks:");
    with("series_breaks.yaml", "breaks:", "---\nbreaks:")
        .with("series_breaks.yaml", "  - id: laiwu", "---\n");
    assertThat(problems())
        .contains(
            "units.yaml:3: tags (tag:yaml.org,2002:binary) are not supported; leave it out",
            "natures.yaml:3: anchors (& and *) are not supported; write the value out",
            "benchmarks.yaml:1: a key must be a word");
  }

  @Test
  void reportsMissingKeysWithTheirPurpose() {
    with("indicators.yaml", "    polarity: high\n", "");
    with("units.yaml", "    per: 1000000\n", "");
    with("benchmarks.yaml", "    per: 1000000\n", "");
    with("benchmarks.yaml", "    published: life_expectancy\n", "");
    with("series_breaks.yaml", "to: 2019", "till: 2019");
    assertThat(problems())
        .containsExactly(
            "units.yaml:13: missing key 'per': dimension proportion only: out of how many, such as"
                + " 100",
            "indicators.yaml:22: missing key 'polarity': high is good, low is good, or no"
                + " judgement",
            "benchmarks.yaml:2: missing key 'per', which goes with 'numerator': per how many of the"
                + " denominator",
            "benchmarks.yaml:9: missing key 'numerator': the indicator counted; or name the"
                + " indicator that publishes the rate: published",
            "series_breaks.yaml:9: missing key 'to': the last year",
            "series_breaks.yaml:9: unknown key 'till'; known are from, to");
  }

  @Test
  void reportsWrongTypes() {
    with("indicators.yaml", "[医院, 医院 个数]", "[医院, [医院 个数], 120]");
    with("indicators.yaml", "min: 1000,", "min: few,");
    with("indicators.yaml", "basis: permanent", "basis:");
    with("units.yaml", "forms: [岁]", "forms: 岁");
    with("units.yaml", "per: 1000000", "per: 1e6");
    with("benchmarks.yaml", "numerator: tertiary_hospitals", "numerator: {}");
    assertThat(problems())
        .containsExactly(
            "units.yaml:17: per must be a whole number, not '1e6'",
            "units.yaml:24: forms must be a list, not '岁'",
            "indicators.yaml:12: basis has no value; give it one or leave the key out",
            "indicators.yaml:13: min must be a number, not 'few'",
            "indicators.yaml:17: an entry of aliases must be text or a map, not" + " a list",
            "indicators.yaml:17: an entry of aliases must be text or a map, not"
                + " '120'; put it in quotes",
            "benchmarks.yaml:5: numerator must be text, not a map");
  }

  @Test
  void reportsWordsThatAreNotOfTheList() {
    with("indicators.yaml", "kind: rate", "kind: rates");
    with("indicators.yaml", "flags: [definition_differs]", "flags: [definition]");
    with("natures.yaml", "flags: [estimated]", "flags: [estimate]");
    with("natures.yaml", "status: actual, measure", "status: 实际, measure");
    assertThat(problems())
        .containsExactly(
            "indicators.yaml:34: an entry of flags 'definition' is not one of estimated,"
                + " provisional, series_break, definition_differs, corrected, quoted,"
                + " date_inferred, transcribed, derived",
            "indicators.yaml:36: kind 'rates' is not one of stock, flow, rate (did you mean"
                + " 'rate'?)",
            "natures.yaml:3: an entry of flags 'estimate' is not one of estimated, provisional,"
                + " series_break, definition_differs, corrected, quoted, date_inferred,"
                + " year_inferred, transcribed, derived (did you mean 'estimated'?)",
            "natures.yaml:4: status '实际' is not one of actual, target, plan, standard,"
                + " comparison");
  }

  @Test
  void reportsValuesThatCannotBe() {
    with("units.yaml", "id: year", "id: Year");
    with("units.yaml", "per: 1000000", "per: 0");
    with("units.yaml", "zh: 家", "zh: \" \"");
    with("units.yaml", "forms: [岁]", "forms: []");
    with("benchmarks.yaml", "margin: 0.05", "margin: 5");
    with("series_breaks.yaml", "cities: all", "cities: some");
    with("series_breaks.yaml", "[370100]", "[37010, 济南]");
    with("series_breaks.yaml", "date: 2019-01-09", "date: 2019年1月9日");
    with("series_breaks.yaml", "[permanent_population, hospitals]", "[hospitals, hospitals]");
    assertThat(problems())
        .containsExactly(
            "units.yaml:9: zh is blank; give it a text or leave the key out",
            "units.yaml:17: per is 0; the least is 1",
            "units.yaml:19: id 'Year' is not an id in snake_case, such as health_personnel",
            "units.yaml:24: forms is empty; name at least one, or leave it out",
            "indicators.yaml:35: unit 'year' is not a unit of the catalogue (did you mean 'Year'?)",
            "benchmarks.yaml:9: margin is 5; the most is 1",
            "benchmarks.yaml:14: unit 'year' is not a unit of the catalogue (did you mean 'Year'?)",
            "series_breaks.yaml:6: cities 'some' is not all, or a list of codes",
            "series_breaks.yaml:14: indicator names something twice; name it once",
            "series_breaks.yaml:15: an entry of cities '37010' is not a code of six digits, such as"
                + " \"440300\"",
            "series_breaks.yaml:15: an entry of cities '济南' is not a code of six digits, such as"
                + " \"440300\"",
            "series_breaks.yaml:16: date '2019年1月9日' is not a date such as 2020-11-01");
  }

  // What holds between entries and files.

  @Test
  void reportsDuplicateIds() {
    with("indicators.yaml", "id: tertiary_hospitals", "id: hospitals");
    with("units.yaml", "id: hospital", "id: person");
    with("series_breaks.yaml", "id: laiwu", "id: census_2020");
    assertThat(problems())
        .contains(
            "units.yaml:8: id 'person' is taken by line 2",
            "indicators.yaml:22: id 'hospitals' is taken by line 14",
            "series_breaks.yaml:11: id 'census_2020' is taken by line 2");
  }

  @Test
  void reportsTermsOfTwoIndicators() {
    with("indicators.yaml", "zh: 三级医院数", "zh: 医院 个数");
    with("indicators.yaml", "term: 新增常住人口", "term: 年末常住人口");
    with("indicators.yaml", "[医院, 医院 个数]", "[医院, Hospitals, 医院 个数, 医院]");
    with("natures.yaml", "[测算]", "[测算, 实 际]");
    assertThat(problems())
        .containsExactly(
            "indicators.yaml:7: term '年末常住人口' is there already, in line 6",
            "indicators.yaml:17: term '医院' is there already, in line 17",
            "indicators.yaml:23: term '医院 个数' means hospitals already, in line 17; a term may"
                + " belong to one indicator",
            "natures.yaml:3: term '实 际' is there already, in line 2");
  }

  @Test
  void reportsReferencesToNothing() {
    with("indicators.yaml", "part_of: hospitals", "part_of: [hospital]");
    with("benchmarks.yaml", "numerator: tertiary_hospitals", "numerator: tertiary_hospital");
    with("benchmarks.yaml", "denominator: permanent_population", "denominator: people");
    with("benchmarks.yaml", "published: life_expectancy", "published: life_expectance");
    with("benchmarks.yaml", "unit: year", "unit: jahr");
    with("series_breaks.yaml", "indicator: permanent_population", "indicator: population");
    assertThat(problems())
        .containsExactly(
            "indicators.yaml:29: part_of 'hospital' is not an indicator of the catalogue (did you"
                + " mean 'hospitals'?)",
            "benchmarks.yaml:5: numerator 'tertiary_hospital' is not an indicator of the catalogue"
                + " (did you mean 'tertiary_hospitals'?)",
            "benchmarks.yaml:6: denominator 'people' is not an indicator of the catalogue; add it"
                + " or correct it",
            "benchmarks.yaml:13: published 'life_expectance' is not an indicator of the catalogue"
                + " (did you mean 'life_expectancy'?)",
            "benchmarks.yaml:14: unit 'jahr' is not a unit of the catalogue; add it or correct it",
            "series_breaks.yaml:5: indicator 'population' is not an indicator of the catalogue; add"
                + " it or correct it");
  }

  @Test
  void doesNotBlameReferencesIntoAFileThatCannotBeRead() {
    files.put("units.yaml", bytes("units: ["));
    files.remove("areas.csv");
    assertThat(problems())
        .hasSize(2)
        .allMatch(p -> p.startsWith("areas.csv: missing") || p.startsWith("units.yaml:1: not"));
  }

  @Test
  void reportsCircles() {
    with("indicators.yaml", "[医院, 医院 个数]\n", "[医院]\n    part_of: tertiary_hospitals\n");
    with(
        "indicators.yaml",
        "uncertainty: events\n",
        "uncertainty: events\n    part_of: life_expectancy\n");
    assertThat(problems())
        .containsExactly(
            "indicators.yaml:30: part_of goes in a circle: hospitals → tertiary_hospitals →"
                + " hospitals",
            "indicators.yaml:40: part_of goes in a circle: life_expectancy → life_expectancy");
  }

  @Test
  void reportsWhatContradictsItself() {
    with("units.yaml", "dimension: hospital", "dimension: hospital\n    per: 10");
    with("units.yaml", "[家, 所, 个]", "[家, 家, 万家, 所, 个]");
    with("indicators.yaml", "min: 30.5", "min: 100");
    with("benchmarks.yaml", "per: 1000000", "per: 100000");
    with("benchmarks.yaml", "unit: year", "unit: person");
    with("series_breaks.yaml", "from: 2011", "from: 2021");
    with("series_breaks.yaml", "date: 2020-11-01", "date: 2020-11-31");
    assertThat(problems())
        .containsExactly(
            "units.yaml:12: per is for the dimension proportion only; remove it or change the"
                + " dimension",
            "units.yaml:13: form '家' stands twice; remove one",
            "units.yaml:13: form '万家' is '家' with a multiplier, which is read anyway;"
                + " remove it",
            "indicators.yaml:39: min 100 is more than max 95",
            "benchmarks.yaml:7: per 100000 does not fit the unit per_1000000, which is per 1000000",
            "benchmarks.yaml:14: unit person differs from that of the published indicator, year",
            "series_breaks.yaml:7: date '2020-11-31' is not a calendar date",
            "series_breaks.yaml:9: from 2021 is after to 2019");
  }

  @Test
  void anySlipIsReportedOrHarmless() {
    String letters = "{}[]:,-&*!|>'\"%@#?\n \t~0a1.家";
    Random random = new Random(20260101);
    Map<String, byte[]> sound = Map.copyOf(files);
    List<String> names = List.copyOf(files.keySet());
    for (int i = 0; i < 3_000; i++) {
      files.putAll(sound);
      String name = names.get(random.nextInt(names.size()));
      StringBuilder text = new StringBuilder(new String(files.get(name), StandardCharsets.UTF_8));
      for (int slips = 1 + random.nextInt(3); slips > 0; slips--) {
        int at = random.nextInt(text.length());
        String letter = String.valueOf(letters.charAt(random.nextInt(letters.length())));
        text.replace(at, at + random.nextInt(2), letter);
      }
      files.put(name, bytes(text.toString()));
      try {
        load();
      } catch (InvalidFileException e) {
        assertThat(e.problems()).isNotEmpty().allMatch(p -> p.matches("data/catalogue/\\S+: .+"));
      } catch (RuntimeException e) {
        throw new AssertionError(name + ":\n" + text, e);
      }
    }
  }

  // areas.csv

  @Test
  void reportsAreasThatAreNotWellFormed() {
    with("areas.csv", "370100,prefecture,济南市,Jinan,济南|Jinan", "37010,prefektur,,Jinan,济南||济南");
    with("areas.csv", "1992-11-01,2019-01-08", "1992,2019-01-08");
    with("areas.csv", "山东,000000,,,", "山东,000000,,,,");
    assertThat(problems())
        .containsExactly(
            "areas.csv:3: 10 cells; the header has 9",
            "areas.csv:4: code '37010' is not a code of six digits, such as 440300",
            "areas.csv:4: level 'prefektur' is not one of nation, province, municipality,"
                + " prefecture, county (did you mean 'prefecture'?)",
            "areas.csv:4: name_zh is blank",
            "areas.csv:4: a blank alias; remove a | from '济南||济南'",
            "areas.csv:4: name '济南' stands twice in the row; name_zh is not an alias",
            "areas.csv:5: valid_from '1992' is not a date such as 2019-01-09; or leave it blank",
            "areas.csv:5: successor '370100' is not the code of a row; add it or correct it",
            "series_breaks.yaml:15: code '370100' is not in areas.csv; add it or correct it");
  }

  @Test
  void reportsAreasThatDoNotFitEachOther() {
    with("areas.csv", "371200,prefecture,莱芜市,Laiwu,莱芜,", "370100,prefecture,莱芜市,Laiwu,济 南,");
    with("areas.csv", "000000,nation,全国,China,中国,", "000000,nation,全国,China,中国,370000");
    with("areas.csv", "山东,000000", "山东,370100");
    with("areas.csv", "济南|Jinan,370000", "济南|Jinan,");
    assertThat(problems())
        .containsExactly(
            "areas.csv:2: the nation has the parent '370000'; leave it blank",
            "areas.csv:3: parent 370100 济南市 (line 4) is not of a higher level than province",
            "areas.csv:4: parent is blank; name the code of the area around it",
            "areas.csv:5: code '370100' is taken by 370100 济南市 (line 4); a code stands once",
            "areas.csv:5: name '济 南' is also a name of 370100 济南市 (line 4); it may have one");
  }

  @Test
  void reportsAreasThatEndBeforeTheyBegin() {
    with("areas.csv", "1992-11-01,2019-01-08", "2019-01-09,2019-01-08");
    with("areas.csv", "济南|Jinan,370000,,,", "济南|Jinan,370000,,,371200");
    with(
        "areas.csv",
        "370000,province,山东省,Shandong,山东,000000",
        "370000,province,山东省,Shandong,山东,100000");
    assertThat(problems())
        .containsExactly(
            "areas.csv:3: parent '100000' is not the code of a row; add it or correct it",
            "areas.csv:4: successor 371200 without valid_to; add the last day",
            "areas.csv:4: successor 371200 leads back to 370100",
            "areas.csv:5: valid_from 2019-01-09 is after valid_to 2019-01-08",
            "areas.csv:5: successor 370100 leads back to 371200");
  }

  @Test
  void reportsAnotherHeaderAndBrokenQuotes() {
    with("areas.csv", "name_en,aliases", "aliases,name_en");
    assertThat(problems())
        .containsExactly(
            "areas.csv:1: the header is"
                + " code,level,name_zh,aliases,name_en,parent,valid_from,valid_to,successor; it"
                + " must be"
                + " code,level,name_zh,name_en,aliases,parent,valid_from,valid_to,successor");
    files.put("areas.csv", bytes(AREAS.replace("济南市", "\"济南市")));
    assertThat(problems())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("areas.csv:4: not readable as CSV: ");
  }

  @Test
  void countsLinesOfQuotedCells() {
    with("areas.csv", "山东省", "\"山东省\n\"");
    assertThat(load().areaByCode("370000").orElseThrow().zh()).isEqualTo("山东省");
    assertThat(with("areas.csv", "prefecture,莱芜市", "prefect,莱芜市").problems())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("areas.csv:6: level 'prefect'");
  }

  // The catalogue that is shipped.

  private static Map<String, byte[]> shipped() {
    Map<String, byte[]> shipped = new TreeMap<>();
    try (Stream<Path> list = Files.list(SHIPPED)) {
      for (Path file : list.filter(Files::isRegularFile).toList()) {
        shipped.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return shipped;
  }

  @Test
  void shippedCatalogueHoldsTheCore() {
    Catalogue catalogue = Catalogue.load(DIRECTORY, shipped());
    assertThat(catalogue.area("深圳")).map(Area::code).contains("440300");
    assertThat(catalogue.areas()).filteredOn(Area::isCity).hasSizeGreaterThan(330);
    assertThat(catalogue.meaning("三级医院").orElseThrow().indicator().id())
        .isEqualTo("tertiary_hospitals");
    assertThat(catalogue.benchmarks()).extracting(Benchmark::id).contains("beds_per_1000");
    SeriesBreak census =
        catalogue.seriesBreaks().stream()
            .filter(each -> each.id().equals("census_2020"))
            .findFirst()
            .orElseThrow();
    assertThat(census.indicators())
        .as("and what publishers divide by the population")
        .contains("permanent_population", "beds_per_1000", "gross_domestic_product_per_capita")
        .doesNotContain("beds", "life_expectancy", "maternal_mortality_ratio");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "areas.csv",
        "reliability.csv",
        "units.yaml",
        "indicators.yaml",
        "natures.yaml",
        "benchmarks.yaml",
        "series_breaks.yaml",
        "lexicon.yaml",
        "synonyms.yaml"
      })
  void aSlipInAShippedFileIsReportedAtItsLine(String name) {
    Map<String, byte[]> broken = shipped();
    String text = new String(broken.get(name), StandardCharsets.UTF_8).stripTrailing();
    int line = (int) text.lines().count() + 1;
    String slip = name.endsWith(".csv") ? "990000,province" : "  - {idd: slip}";
    broken.put(name, bytes(text + "\n" + slip + "\n"));
    InvalidFileException wrong =
        catchThrowableOfType(InvalidFileException.class, () -> Catalogue.load(DIRECTORY, broken));
    assertThat(wrong.problems())
        .isNotEmpty()
        .allMatch(problem -> problem.startsWith(DIRECTORY + "/" + name + ":" + line + ": "));
  }
}
