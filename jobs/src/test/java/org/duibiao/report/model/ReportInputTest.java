package org.duibiao.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duibiao.model.code.AreaLevel;
import org.duibiao.tables.Finding;
import org.duibiao.tables.FindingBuilder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReportInputTest {

  private static final ReportInput INPUT = ReleaseFixture.cities().input();
  private static final String CONTENT = INPUT.contentSha256("c");

  /** Named by the hash of the catalogue that they are of. */
  private static final Set<String> OF_THE_CATALOGUE =
      Set.of("areas", "indicators", "units", "benchmarks", "breaks");

  /** Another value of what is no list. */
  private static final Map<String, Object> OTHERS =
      Map.of(
          "asOf", LocalDate.of(2020, 12, 31),
          "reference", ReleaseFixture.area("370200", AreaLevel.PREFECTURE, "青岛市", "Qingdao"),
          "counts", new ReportInput.Counts(21, 1, 28413, 317, 13, 940),
          "review", new ReviewSummary(List.of(), List.of(), List.of(), false),
          "changes",
              new ReleaseChanges("other", false, List.of(), List.of(), List.of(), List.of()));

  @TestFactory
  List<DynamicTest> allThatAReportShowsIsInItsHash() {
    List<DynamicTest> tests = new ArrayList<>();
    for (RecordComponent part : ReportInput.class.getRecordComponents()) {
      if (!part.getName().equals("releaseId") && !OF_THE_CATALOGUE.contains(part.getName())) {
        tests.add(
            DynamicTest.dynamicTest(
                part.getName(),
                () -> assertThat(without(part).contentSha256("c")).isNotEqualTo(CONTENT)));
      }
    }
    return tests;
  }

  private static ReportInput without(RecordComponent part) throws ReflectiveOperationException {
    Object other = OTHERS.get(part.getName());
    if (other == null) {
      List<?> rows = (List<?>) part.getAccessor().invoke(INPUT);
      other =
          rows.isEmpty()
              ? Collections.nCopies(1, INPUT.sources().get(0))
              : rows.subList(1, rows.size());
    }
    ReportInputBuilder builder = ReportInputBuilder.builder(INPUT);
    for (var setter : ReportInputBuilder.class.getMethods()) {
      if (setter.getName().equals(part.getName()) && setter.getParameterCount() == 1) {
        setter.invoke(builder, other);
      }
    }
    return builder.build();
  }

  @Test
  void neitherOrderNorRunNorIdCounts() {
    List<Finding> findings =
        new ArrayList<>(
            INPUT.findings().stream()
                .map(finding -> FindingBuilder.builder(finding).runId("another").build())
                .toList());
    Collections.reverse(findings);
    ReportInput same =
        ReportInputBuilder.builder(INPUT).findings(findings).releaseId("another").build();
    assertThat(same.contentSha256("c")).isEqualTo(CONTENT);
    assertThat(INPUT.contentSha256("d")).isNotEqualTo(CONTENT);
  }
}
