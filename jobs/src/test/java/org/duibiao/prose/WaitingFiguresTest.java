package org.duibiao.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.EvidenceKind;
import org.duibiao.ingest.sidecar.Correction;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.ingest.sidecar.SidecarBuilder;
import org.duibiao.ingest.text.ProseTexts;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.tables.Reading;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What figures rest on is kept, and those that rest on too little wait with what was read. */
class WaitingFiguresTest {

  private static final String SIDECAR =
      "publisher: 卫生健康委员会\ntitle: 工作情况\npublished: 2023-09-05\nclass: report\ncity: \"370200\"\n";

  /** Only a time in the clause is believed. */
  private static final String DOUBTING =
      """
      attribute,evidence,judged,right,weight
      figure,threshold,,,0.9
      figure,any,100,90,0
      figure,attributes,,,1
      period,any,100,50,0
      period,time_clause,50,49,4
      period,time_most_named,50,10,-2
      status,any,100,99,6
      """;

  private static Catalogue believing;
  private static Catalogue doubting;

  @BeforeAll
  static void load() throws IOException {
    believing = CorpusReader.believingCatalogue();
    doubting = CorpusReader.catalogueWith("reliability.csv", DOUBTING);
  }

  private static Sidecar sidecar(String more) {
    return Sidecar.parse("text.yaml", (SIDECAR + more).getBytes(StandardCharsets.UTF_8));
  }

  private static List<Reading> figures(Catalogue catalogue, String text) throws IOException {
    return CorpusReader.read(catalogue, sidecar(""), text).stream()
        .filter(reading -> reading.kind() != ReadingKind.REJECT)
        .toList();
  }

  /** Neither a day of publication nor a year in the text: half a year is of no certain year. */
  @Test
  void aTimeWithoutAYearIsNoneWhereNothingSaysWhich() throws IOException {
    Sidecar sidecar =
        Sidecar.parse(
            "text.yaml", SIDECAR.replace("2023-09-05", "unknown").getBytes(StandardCharsets.UTF_8));
    assertThat(CorpusReader.read(believing, sidecar, "截至6月底,全市共有医院41家。\n"))
        .filteredOn(reading -> reading.kind() == ReadingKind.CANDIDATE)
        .singleElement()
        .satisfies(
            reading -> {
              assertThat(reading.missing()).containsExactly("period");
              assertThat(reading.periodEnd()).isNull();
            });
  }

  /** A city that a text only mentions, to learn from it, is a proposal and no fact. */
  @Test
  void aCityThatOnlyTheTextNamesWaits() throws IOException {
    Sidecar sidecar =
        Sidecar.parse(
            "text.yaml",
            SIDECAR.replace("city: \"370200\"\n", "").getBytes(StandardCharsets.UTF_8));
    List<Reading> read =
        CorpusReader.read(believing, sidecar, "我委组织人员赴深圳市考察。\n截至2022年底,全市共有医院41家。\n");
    assertThat(read)
        .filteredOn(reading -> "hospitals".equals(reading.indicator()))
        .singleElement()
        .satisfies(reading -> assertThat(reading.missing()).containsExactly("city"));
    Sidecar named =
        Sidecar.parse(
            "text.yaml",
            SIDECAR
                .replace("city: \"370200\"\n", "")
                .replace("工作情况", "青岛市工作情况")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(CorpusReader.read(believing, named, "截至2022年底,全市共有医院41家。\n"))
        .filteredOn(reading -> reading.kind() == ReadingKind.OBSERVATION)
        .extracting(Reading::cityCode)
        .containsExactly("370200");
  }

  @Test
  void aFigureThatRestsOnTooLittleWaitsWithWhatWasRead() throws IOException {
    String text = "全市共有医院41家。\n截至2022年底共有床位3100张。\n";
    List<Reading> read = figures(doubting, text);

    assertThat(read)
        .extracting(Reading::kind)
        .containsExactly(ReadingKind.CANDIDATE, ReadingKind.OBSERVATION);
    Reading waiting = read.get(0);
    assertThat(waiting.missing()).containsExactly("period");
    assertThat(waiting.detail())
        .startsWith(
            "the period is not certain (the year that the text names most): such"
                + " figures are right in 12 of 100 cases; ");
    Reading believed = figures(believing, text).get(0);
    assertThat(believed.kind()).isEqualTo(ReadingKind.OBSERVATION);
    assertThat(waiting.indicator()).isEqualTo("hospitals").isEqualTo(believed.indicator());
    assertThat(waiting.value()).isEqualTo(believed.value());
    assertThat(waiting.cityCode()).isEqualTo(believed.cityCode());
    assertThat(waiting.periodEnd()).isEqualTo(believed.periodEnd());
    assertThat(waiting.status()).isEqualTo(believed.status());
  }

  @Test
  void aPersonWhoConfirmsItIsBelieved() throws IOException {
    String text = "全市共有医院41家。\n";
    int at = text.indexOf("41");
    Correction same =
        new Correction("char:" + at + "-" + (at + 3), null, "41家", "已核对", false, "41家", null);
    Sidecar confirmed = SidecarBuilder.builder(sidecar("")).corrections(List.of(same)).build();

    Reading reading = CorpusReader.read(doubting, confirmed, text).get(0);

    assertThat(reading.kind()).isEqualTo(ReadingKind.OBSERVATION);
    assertThat(reading.value()).isEqualByComparingTo("41");
    assertThat(reading.flags()).contains(Flag.CORRECTED);
  }

  /** Each kind that is named is there, and each with a minus is not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "2021年末共有医院41家。 → 41 time_clause noun_exact area_default status_time first_of_sentence",
        "2021年末,共有医院41家。 → 41 time_sentence -time_clause",
        "共有医院41家。 → 41 time_publication -time_relative",
        "去年共有医院41家。 → 41 time_clause time_relative",
        "2019年共有医院41家。 → 41 time_clause -time_relative",
        "全市共有医院41家。 → 41 area_clause -area_default -areas_several",
        "全省医院900家,全市医院41家。 → 41 areas_several -area_passed",
        "放到全国来说,医院41家。 → 41 area_passed",
        "与2019年相比,医院仍为41家。 → 41 time_compared compared",
        "2021年婴儿死亡率由3.9‰降至3.1‰。 → 3.9 status_base",
        "到2025年,医院达到41家。 → 41 time_ahead -time_of_target_over",
        "2021年力争医院达到41家。 → 41 time_of_target_over status_cue -status_actual",
        "每千人口床位、执业医师分别为7.1张、3.2人。 → 7.1 in_list unit_divided",
        "成立初医院只有41家。 → 41 time_vague",
        "全市医院(含分院)41家,床位超过3100张。 → 3100 bound_word -bound_none",
      })
  void whatAFigureRestsOnIsKept(String text, String expected) throws IOException {
    String[] words = expected.split(" ");
    Set<String> kinds = kinds(text, words[0]);

    for (int i = 1; i < words.length; i++) {
      boolean absent = words[i].startsWith("-");
      String kind = absent ? words[i].substring(1) : words[i];
      assertThat(kinds.contains(kind)).as("%s of %s", kind, kinds).isNotEqualTo(absent);
    }
  }

  /** The kinds of evidence of the figure of that value. */
  private static Set<String> kinds(String text, String value) throws IOException {
    Map<String, Set<EvidenceKind>> kinds = new TreeMap<>();
    ProseNormalizer normalizer =
        ProseNormalizer.explaining(
            believing,
            "text",
            sidecar(""),
            (mention, reading) -> {
              if (reading.value() != null) {
                kinds.put(
                    reading.value().stripTrailingZeros().toPlainString(),
                    mention.evidence().kinds());
              }
            });
    ProseTexts.paragraphs(new StringReader(text), normalizer::normalize);
    normalizer.finish();
    assertThat(kinds).containsKey(value);
    return kinds.get(value).stream().map(EvidenceKind::id).collect(Collectors.toSet());
  }
}
