package org.duibiao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.duibiao.catalogue.EvidenceKind.Attribute;
import org.duibiao.catalogue.Reliability.Judgement;
import org.junit.jupiter.api.Test;

/** Reliabilities add up from weights, and the file of them is checked. */
class ReliabilityTest {

  private static final String FILE =
      """
      attribute,evidence,judged,right,weight
      figure,threshold,,,0.9
      figure,any,100,80,0
      figure,attributes,,,1
      period,any,100,88,2.197
      period,time_clause,40,40,1.0
      period,time_publication,10,4,-2.197
      status,any,100,99,4.595
      """;

  private static ReliabilityFile file(String text) {
    return new ReliabilityFile("reliability.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Reliability reliability() {
    return file(FILE).reliability();
  }

  /** Odds of 9 to 1 and of 99 to 1: .9 · .99. */
  @Test
  void aFigureIsAsReliableAsItsAttributesTogether() {
    Judgement judgement = reliability().judge(Set.of());

    assertThat(judgement.attributes().get(Attribute.PERIOD)).isEqualTo(.9, within(1e-3));
    assertThat(judgement.attributes().get(Attribute.STATUS)).isEqualTo(.99, within(1e-3));
    assertThat(judgement.figure()).isEqualTo(.891, within(1e-3));
    assertThat(judgement.weakest()).isEqualTo(Attribute.PERIOD);
  }

  /** Weights that cancel leave even odds: .5 · .99. */
  @Test
  void evidenceMakesAnAttributeMoreOrLessCertain() {
    Set<EvidenceKind> doubtful = Set.of(EvidenceKind.TIME_PUBLICATION, EvidenceKind.NOUN_EXACT);

    assertThat(reliability().judge(doubtful).figure()).isEqualTo(.495, within(1e-3));
    assertThat(reliability().judge(Set.of(EvidenceKind.TIME_CLAUSE)).figure())
        .isGreaterThan(reliability().judge(Set.of()).figure());
    assertThat(reliability().doubt(Attribute.PERIOD, doubtful))
        .isEqualTo(EvidenceKind.TIME_PUBLICATION);
    assertThat(reliability().doubt(Attribute.STATUS, doubtful)).isNull();
  }

  /** A slope of 2 squares the odds of .891: 8.174² to 1. */
  @Test
  void theWholeIsCalibrated() {
    Reliability even = reliability();
    Judgement steeper =
        new Reliability(even.attributes(), even.figure(), 2, even.threshold()).judge(Set.of());

    assertThat(steeper.figure()).isEqualTo(.985, within(1e-3));
    assertThat(reliability().threshold()).isEqualTo(.9);
  }

  @Test
  void withoutAMeasurementEverythingIsBelieved() {
    Reliability none = Reliability.UNMEASURED;

    assertThat(none.isMeasured()).isFalse();
    assertThat(none.judge(Set.of(EvidenceKind.TIME_PUBLICATION)).figure()).isOne();
    assertThat(none.threshold()).isZero();
  }

  @Test
  void slipsAreReportedAtTheirLines() {
    ReliabilityFile wrong =
        file(
            """
            attribute,evidence,judged,right,weight
            figure,treshold,,,0.9
            peroid,any,100,88,2.197
            period,time_claus,40,40,1.0
            period,time_clause,many,40,1.0
            """);

    List<String> problems = wrong.problems();
    assertThat(problems).hasSize(4);
    assertThat(problems.get(0))
        .isEqualTo("reliability.csv:2: evidence of figure is any, attributes or threshold");
    assertThat(problems.get(1)).startsWith("reliability.csv:3: No attribute is called 'peroid'");
    assertThat(problems.get(2)).startsWith("reliability.csv:4: No evidence kind is called");
    assertThat(problems.get(3)).startsWith("reliability.csv:5: judged and right are whole numbers");
  }
}
