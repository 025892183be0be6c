package org.duibiao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duibiao.model.Indicator;
import org.duibiao.model.IndicatorBuilder;
import org.duibiao.model.Unit;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.Uncertainty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is written into the catalogue stands in its style, and all else stays as it was. */
class IndicatorsFileTest {

  private static final String TEXT =
      """
      # What is measured.
      indicators:
        # hospitals first
        - id: hospitals
          zh: 医院
          en: Hospitals
          aliases:
            - 医院数   # as in bulletins
            - {term: 医院总数,
               flags: [definition_differs]}
            # the last of them
          unit: hospital
          kind: stock
          polarity: none
          uncertainty: stock

        - id: clinics
          zh: 诊所
          en: Clinics
          unit: clinic
          kind: stock
          polarity: none
          uncertainty: stock
        - {id: beds, zh: 床位, en: Beds, aliases: [床位数], unit: bed, kind: stock,
           polarity: none, uncertainty: stock}
      # the end\
      """;

  private static final Unit STATION =
      new Unit("station", "个", "station", "stations", "station", 1, List.of("个"), null);

  private static IndicatorsFile file(String text) {
    return new IndicatorsFile("c/indicators.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Indicator indicator(String zh) {
    return IndicatorBuilder.builder()
        .id("kind_stations")
        .zh(zh)
        .en("Stations: kind ones")
        .aliases(List.of())
        .unit(STATION)
        .printedUnits(List.of())
        .kind(IndicatorKind.STOCK)
        .polarity(Polarity.NONE)
        .uncertainty(Uncertainty.STOCK)
        .partOf(List.of())
        .build();
  }

  @Test
  void anAliasStandsAfterTheOthers() {
    assertThat(text(file(TEXT).withAlias("hospitals", "大医院")))
        .isEqualTo(TEXT.replace("definition_differs]}\n", "definition_differs]}\n      - 大医院\n"));
  }

  @Test
  void theFirstAliasStandsUnderTheName() {
    assertThat(text(file(TEXT).withAlias("clinics", "私人诊所")))
        .isEqualTo(TEXT.replace("en: Clinics\n", "en: Clinics\n    aliases:\n      - 私人诊所\n"));
  }

  @Test
  void anEmptyListIsFilled() {
    String empty = TEXT.replace("en: Clinics\n", "en: Clinics\n    aliases: [ ]  # none\n");
    assertThat(text(file(empty).withAlias("clinics", "私人诊所")))
        .isEqualTo(empty.replace("aliases: [ ]  # none\n", "aliases:  # none\n      - 私人诊所\n"));
  }

  @Test
  void lineEndsStayAsTheyAre() {
    String windows = "\uFEFF" + TEXT.replace("\n", "\r\n");
    assertThat(text(file(windows).withAlias("clinics", "私人诊所")))
        .isEqualTo(
            windows.replace("en: Clinics\r\n", "en: Clinics\r\n    aliases:\r\n      - 私人诊所\r\n"));
  }

  @Test
  void whatYamlWouldMistakeStandsInQuotes() {
    assertThat(text(file(TEXT).withAlias("clinics", "诊所: \"甲\" #1")))
        .contains("- \"诊所: \\\"甲\\\" #1\"\n");
    assertThat(text(file(TEXT).withAlias("clinics", "-诊所"))).contains("- \"-诊所\"\n");
    assertThat(text(file(TEXT).withAlias("clinics", "true"))).contains("- \"true\"\n");
    assertThat(text(file(TEXT).withAlias("clinics", "诊所(个体)"))).contains("- 诊所(个体)\n");
  }

  @Test
  void aNewIndicatorStandsAtTheEnd() {
    assertThat(text(file(TEXT).withIndicator(indicator("爱心驿站"))).substring(TEXT.length()))
        .isEqualTo(
            """

              - id: kind_stations
                zh: 爱心驿站
                en: "Stations: kind ones"
                unit: station
                kind: stock
                polarity: none
                uncertainty: stock
            """);
  }

  @Test
  void whatIsWrittenOtherwiseIsLeftToAPerson() {
    assertThatThrownBy(() -> file(TEXT).withAlias("beds", "病床"))
        .isInstanceOf(InvalidFileException.class)
        .hasMessage(
            "c/indicators.yaml:24: the aliases of beds are not one per line: write the entry by"
                + " hand");
    assertThatThrownBy(() -> file(TEXT).withAlias("bed", "病床"))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("there is no indicator 'bed'");
  }

  @Test
  void shippedIndicatorsTakeAnAliasAndTheCatalogueStaysSound() throws IOException {
    takeAnAlias(12);
  }

  @Test
  @Tag("long")
  void everyShippedIndicatorTakesAnAliasAndTheCatalogueStaysSound() throws IOException {
    takeAnAlias(1);
  }

  /** Gives each indicator that is so many after another an alias, and the last one. */
  private static void takeAnAlias(int step) throws IOException {
    Map<String, byte[]> files = shipped();
    Catalogue before = Catalogue.load("data/catalogue", files);
    List<Indicator> all = before.indicators();
    List<Indicator> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i % step == 0 || i == all.size() - 1) {
        some.add(all.get(i));
      }
    }
    byte[] bytes = files.get(IndicatorsFile.NAME);
    for (Indicator indicator : some) {
      bytes = new IndicatorsFile("i.yaml", bytes).withAlias(indicator.id(), "新" + indicator.id());
    }
    bytes = new IndicatorsFile("i.yaml", bytes).withIndicator(indicator("爱心: 驿站"));
    files.put(IndicatorsFile.NAME, bytes);

    Catalogue after = Catalogue.load("data/catalogue", files);

    assertThat(after.indicators()).hasSize(all.size() + 1);
    for (Indicator indicator : some) {
      assertThat(after.meaning("新" + indicator.id()).orElseThrow().indicator().id())
          .isEqualTo(indicator.id());
    }
    assertThat(after.meaning("爱心: 驿站").orElseThrow().indicator().id()).isEqualTo("kind_stations");
  }

  @Test
  void theNearestIndicatorIsOfTheSameKindOfThing() throws IOException {
    Catalogue catalogue = Catalogue.load("data/catalogue", shipped());
    Unit hospital = catalogue.unit("hospital").orElseThrow();
    Unit percent = catalogue.unit("percent").orElseThrow();
    assertThat(
            TermSuggester.suggest(catalogue, "我市三级甲等医院", Set.of(hospital))
                .orElseThrow()
                .indicator()
                .id())
        .isEqualTo("grade_a_tertiary_hospitals");
    assertThat(TermSuggester.suggest(catalogue, "我市三级甲等医院", Set.of(percent))).isEmpty();
    Unit bed = catalogue.unit("bed").orElseThrow();
    assertThat(
            TermSuggester.suggest(catalogue, "年末全市病床总数", Set.of(bed))
                .orElseThrow()
                .indicator()
                .id())
        .isEqualTo("beds");
    for (String part : List.of("家庭病床", "日间病床", "民营三级甲等医院", "甲等医院")) {
      assertThat(
              TermSuggester.suggest(catalogue, part, Set.of()).map(each -> each.indicator().id()))
          .as("narrower or broader than what is known: " + part)
          .isEmpty();
    }
    assertThat(TermSuggester.suggest(catalogue, "爱心驿站", Set.of())).isEmpty();
    assertThat(TermSuggester.suggest(catalogue, "站", Set.of())).isEmpty();
  }

  private static Map<String, byte[]> shipped() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> list = Files.list(Path.of("../data/catalogue"))) {
      for (Path file : list.filter(Files::isRegularFile).toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
