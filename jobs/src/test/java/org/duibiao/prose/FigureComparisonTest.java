package org.duibiao.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.ingest.text.ProseTexts;
import org.duibiao.model.code.FindingKind;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.normalize.reading.FileFinding;
import org.duibiao.normalize.reading.ReadingDraft;
import org.duibiao.tables.Reading;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Of two values of one figure in one document none is believed. */
class FigureComparisonTest {

  private static Catalogue catalogue;

  @BeforeAll
  static void load() throws IOException {
    catalogue = CorpusReader.believingCatalogue();
  }

  private record Document(List<Reading> readings, List<FileFinding> findings) {

    List<ReadingKind> kinds() {
      return readings.stream().map(Reading::kind).filter(k -> k != ReadingKind.REJECT).toList();
    }
  }

  private static Document read(String text) throws IOException {
    String yaml = "publisher: 临沂市统计局\ntitle: 2022年统计公报\npublished: 2023-03-01\ncity: \"371300\"\n";
    Sidecar sidecar = Sidecar.parse("a.txt.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    List<Reading> readings = new ArrayList<>();
    ProseNormalizer normalizer =
        new ProseNormalizer(
            catalogue,
            new ReadingDraft.Origin(sidecar.source("id", "a.txt"), "sha", "run", Instant.EPOCH),
            sidecar,
            (mention, reading) -> readings.add(reading));
    ProseTexts.paragraphs(new StringReader(text), normalizer::normalize);
    return new Document(readings, normalizer.finish().findings());
  }

  @Test
  void bothValuesWaitAndNameEachOther() throws IOException {
    String text = "2022年末全市医院31家。\n2022年末全市注册护士500人。\n2022年末全市医院33家。\n";
    Document document = read(text);
    List<Reading> waiting =
        document.readings.stream().filter(r -> r.kind() == ReadingKind.CANDIDATE).toList();
    assertThat(waiting).hasSize(2);
    assertThat(waiting).allMatch(r -> r.missing().equals(List.of("value")));
    assertThat(waiting).allMatch(r -> "hospitals".equals(r.indicator()));
    String first = "char:" + text.indexOf("31家") + "-" + (text.indexOf("31家") + 3);
    String second = "char:" + text.indexOf("33家") + "-" + (text.indexOf("33家") + 3);
    assertThat(waiting.get(0).locator()).isEqualTo(first);
    assertThat(waiting.get(0).detail()).contains(second, "'33家'", "of the same figure");
    assertThat(waiting.get(1).detail()).contains(first, "'31家'");
    assertThat(document.readings)
        .filteredOn(r -> r.kind() == ReadingKind.OBSERVATION)
        .extracting(Reading::indicator)
        .containsExactly("registered_nurses");
    assertThat(document.findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(FindingKind.ROWS_CONTRADICT);
              assertThat(finding.detail()).contains("a.txt", first, second, "neither is used");
            });
  }

  @Test
  void whatIsEqualButForRoundingAgrees() throws IOException {
    Document document = read("2022年末常住人口871.3万人。\n2022年末常住人口8713218人。\n2022年末常住人口约871万人。\n");
    assertThat(document.kinds()).containsOnly(ReadingKind.OBSERVATION).hasSize(3);
    assertThat(document.findings).isEmpty();
  }

  @Test
  void whatTheTextTellsApartAgrees() throws IOException {
    Document document =
        read("2022年末全市医院31家,兰山区医院7家。2021年末全市医院30家。\n2022年新增床位300张。2022年新增床位500张。\n");
    assertThat(document.findings).isEmpty();
    assertThat(document.kinds()).containsOnly(ReadingKind.OBSERVATION);
  }

  @Test
  void aNameThatIsDefinedOtherwiseYieldsToTheExactOne() throws IOException {
    Document document = read("2022年末全市卫生院51个。\n2022年末全市乡镇卫生院44个。\n");
    assertThat(document.kinds()).containsExactly(ReadingKind.CANDIDATE, ReadingKind.OBSERVATION);
  }

  @Test
  void partsOfTheRegisteredAreNotThoseOfTheResidents() throws IOException {
    Document document =
        read("2022年末常住人口800万人,其中城镇人口500万人。\n2022年末户籍人口900万人,其中城镇人口400万人、男性人口460万人。\n");
    assertThat(document.findings).isEmpty();
    assertThat(document.readings)
        .filteredOn(r -> "male_population".equals(r.indicator()))
        .singleElement()
        .satisfies(r -> assertThat(r.populationBasis().id()).isEqualTo("registered"));
    assertThat(document.readings)
        .filteredOn(r -> "urban_population".equals(r.indicator()))
        .singleElement()
        .satisfies(r -> assertThat(r.value()).isEqualByComparingTo("5000000"));
  }
}
