package org.duibiao.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.duibiao.benchmark.BenchmarkRow;
import org.duibiao.benchmark.Figure;
import org.duibiao.benchmark.TargetRow;
import org.duibiao.model.Bound;
import org.duibiao.model.Measure;
import org.junit.jupiter.api.Test;

class CityFindingsTest {

  @Test
  void saysTheWorstOutcomeFirstAndTheWorstShortageWithWhatIsMissing() {
    List<String> sentences = sentences(Fixture.cities(), Fixture.QINGDAO);
    assertEquals(3, sentences.size());
    assertEquals("2023年，青岛市的孕产妇死亡率是 4.15/10万（越低越好），深圳市是 3.1/10万，高 1.05/10万。", sentences.get(0));
  }

  @Test
  void givesTheGapInWhatIsCounted() {
    CityFinding fewer = of(Fixture.cities(), "330200", CityFinding.Kind.LOWER);
    assertEquals("2.24 家/百万", fewer.value().zh().words());
    assertEquals("深圳市 3.18 家/百万", fewer.compared().zh().words());
    assertEquals("10 家", fewer.gap().zh().words());
    assertEquals("10 hospitals", fewer.gap().en().words());
    assertEquals(4, fewer.observationIds().size());
    assertTrue(fewer.sentence().zh().words().contains("再有 10 家才与之持平"));
  }

  @Test
  void aMissedTargetComesFirstAndOneThatNothingChecksIsCounted() {
    Fixture fixture = Fixture.cities();
    Figure beds = fixture.figure("330200", Fixture.BEDS, 2024, BigDecimal.valueOf(50_000));
    fixture.targets.add(target("330200", "beds", beds, 80_000, 50_000, false));
    fixture.targets.add(target("330200", "hospitals", beds, 80_000, null, null));
    CityFindings findings = CityFindings.of(new Model(fixture.input()), "330200");
    CityFinding first = findings.findings().get(0);
    assertEquals(CityFinding.Kind.MISSED, first.kind());
    assertEquals(
        "宁波市提出，到2024年床位为 80,000 张；2024年是 50,000 张，没有达到，差 30,000 张。", first.sentence().zh().words());
    assertEquals(
        "Beds: Ningbo promised 80,000 beds by 2024; in 2024 it was 50,000 beds: not kept, by"
            + " 30,000 beds.",
        first.sentence().en().words());
  }

  @Test
  void aFigureToBeUsedWithCareHasItsCaveatInsideTheSentence() {
    Fixture fixture = Fixture.cities();
    Model model = new Model(fixture.input());
    for (CityFinding finding : CityFindings.of(model, "350200").findings()) {
      assertTrue(
          finding.sentence().zh().words().endsWith("（须慎用：不同来源的数字不一致；两地人口一为修订前、一为修订后）。"),
          finding.sentence().zh().words());
      assertTrue(finding.sentence().en().words().contains("with care: sources disagree"));
    }
  }

  @Test
  void whatCannotBeComparedIsNeverAFinding() {
    Fixture fixture = Fixture.cities();
    for (int i = 0; i < fixture.rows.size(); i++) {
      BenchmarkRow row = fixture.rows.get(i);
      if (row.cityCode().equals("330200")) {
        fixture.rows.set(
            i,
            new RowBuilder(row.benchmark(), row.cityCode(), row.year())
                .published(fixture.figures.get(0), fixture.figures.get(1))
                .comparability("not_comparable", List.of("basis_differs"))
                .build());
      }
    }
    CityFindings findings = CityFindings.of(new Model(fixture.input()), "330200");
    assertEquals(List.of(), findings.findings());
    assertEquals(
        "公开的数字还不足以对宁波市说出一句可引用的结论：7 项指标中，能与深圳市相比的有 0 项。", findings.shortfall().zh().words());
  }

  @Test
  void ofTheReferenceItselfItSaysWhereItStandsAmongTheOthers() {
    CityFindings findings = CityFindings.of(new Model(Fixture.cities().input()), Fixture.SHENZHEN);
    assertFalse(findings.findings().isEmpty());
    for (CityFinding finding : findings.findings()) {
      assertEquals(CityFinding.Kind.POSITION, finding.kind());
      assertTrue(finding.sentence().zh().words().contains("中位数"));
    }
  }

  @Test
  void anUnknownCityHasNoFindingAndSaysSo() {
    CityFindings findings = CityFindings.of(new Model(Fixture.cities().input()), "999999");
    assertEquals(List.of(), findings.findings());
    assertFalse(findings.shortfall().isEmpty());
  }

  @Test
  void sameReleaseSameFindingsInWhateverOrder() {
    Fixture fixture = Fixture.cities();
    List<String> before = sentences(fixture, Fixture.QINGDAO);
    Random random = new Random(7);
    Collections.shuffle(fixture.rows, random);
    Collections.shuffle(fixture.values, random);
    Collections.shuffle(fixture.figures, random);
    Collections.shuffle(fixture.vintages, random);
    assertEquals(before, sentences(fixture, Fixture.QINGDAO));
  }

  private static List<String> sentences(Fixture fixture, String city) {
    return CityFindings.of(new Model(fixture.input()), city).findings().stream()
        .map(finding -> finding.sentence().zh().words())
        .toList();
  }

  private static CityFinding of(Fixture fixture, String city, CityFinding.Kind kind) {
    return CityFindings.of(new Model(fixture.input()), city).findings().stream()
        .filter(finding -> finding.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  static TargetRow target(
      String city, String indicator, Figure figure, long target, Integer latest, Boolean kept) {
    return new TargetRow(
        city,
        indicator,
        Measure.LEVEL,
        "city",
        null,
        BigDecimal.valueOf(target),
        Bound.EQ,
        LocalDate.of(2021, 1, 1),
        LocalDate.of(2024, 12, 31),
        latest == null ? null : BigDecimal.valueOf(latest),
        latest == null ? null : (Integer) 2024,
        kept,
        latest == null ? null : BigDecimal.valueOf(target - latest),
        null,
        null,
        latest == null ? null : (Double) 1.0,
        "unknown",
        List.of("transcribed"),
        figure.observationId(),
        latest == null ? null : figure.observationId(),
        null);
  }
}
