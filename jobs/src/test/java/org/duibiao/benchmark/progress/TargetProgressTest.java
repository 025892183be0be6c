package org.duibiao.benchmark.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.duibiao.model.code.TargetPace;
import org.duibiao.model.code.TargetState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetProgressTest {

  @ParameterizedTest
  @CsvSource({
    // attained, share of the time, latest year, pace; due at the end of 2025
    "true,  1,   2025, AHEAD,   MET",
    "true,  0.8, 2024, AHEAD,   MET_EARLY",
    "true,  ,    2025, UNKNOWN, MET",
    "true,  ,    2024, UNKNOWN, MET_EARLY",
    "false, 1,   2025, BEHIND,  MISSED",
    "false, ,    2026, UNKNOWN, MISSED",
    "false, 0.8, 2024, BEHIND,  BEHIND",
    "false, 0.8, 2024, ON_PACE, ON_PACE",
    "false, 0.8, 2024, AHEAD,   AHEAD",
    "false, 0.8, 2024, UNKNOWN, PACE_UNKNOWN",
    ",      ,    ,     UNKNOWN, CANNOT_BE_CHECKED",
  })
  void aTargetStandsByTheFigureThatChecksIt(
      Boolean attained, Double elapsed, Integer latestYear, TargetPace pace, TargetState state) {
    LocalDate due = LocalDate.of(2025, 12, 31);
    assertThat(TargetProgress.state(attained, elapsed, latestYear, due, pace)).isEqualTo(state);
  }
}
