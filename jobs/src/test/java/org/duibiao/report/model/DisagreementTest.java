package org.duibiao.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duibiao.model.code.FindingKind;
import org.duibiao.tables.Figure;
import org.duibiao.tables.FigureBuilder;
import org.duibiao.tables.Finding;
import org.duibiao.tables.FindingBuilder;
import org.junit.jupiter.api.Test;

class DisagreementTest {

  private static final ReleaseFixture FIXTURE = ReleaseFixture.cities();
  private static final Figure CHOSEN = FIXTURE.figures.get(0);

  private static Figure other(String indicator, int yearsLater) {
    LocalDate day = CHOSEN.periodEnd().plusYears(yearsLater);
    return FigureBuilder.builder(CHOSEN)
        .observationId(indicator + yearsLater)
        .indicator(indicator)
        .periodStart(day)
        .periodEnd(day)
        .value(CHOSEN.value().add(CHOSEN.value()))
        .build();
  }

  private static List<Figure> others(FindingKind kind, Figure other) {
    Finding finding =
        FindingBuilder.builder()
            .findingId("1")
            .kind(kind)
            .cityCode(CHOSEN.cityCode())
            .indicator(CHOSEN.indicator())
            .periodEnd(CHOSEN.periodEnd())
            .observationIds(List.of(CHOSEN.observationId(), other.observationId()))
            .detail("look")
            .runId("run-1")
            .build();
    Map<String, Figure> figures =
        Map.of(CHOSEN.observationId(), CHOSEN, other.observationId(), other);
    return Disagreement.of(finding, figures, Set.of(CHOSEN.observationId())).others();
  }

  @Test
  void onlyAnotherValueOfTheSameFigureIsSaidNotToBeUsed() {
    Figure same = other(CHOSEN.indicator(), 0);
    assertThat(others(FindingKind.SOURCES_DISAGREE, same)).containsExactly(same);
    assertThat(others(FindingKind.RATE_DISAGREES, other("beds_per_1000", 0)))
        .as("a count is no rival of the rate that it gives")
        .isEmpty();
    assertThat(others(FindingKind.LEVEL_SHIFT, other(CHOSEN.indicator(), 1)))
        .as("nor is the year after")
        .isEmpty();
  }
}
