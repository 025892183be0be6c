package org.duibiao.jobs.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.duibiao.model.code.Disposition;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.report.model.ReviewSummary;
import org.duibiao.tables.Reading;
import org.duibiao.tables.ReadingBuilder;
import org.junit.jupiter.api.Test;

/** What was read and is no figure, counted by what is wrong with it. */
class SkippedValuesTest {

  private static final Instant PAST = Instant.parse("2026-01-02T03:04:05Z");

  @Test
  void whatWaitsIsCountedByItsTermAndWhatIsMissing() {
    ReviewSummary review =
        review(
            candidate("a.csv", "row:3", "院前急救站点", List.of("indicator")),
            candidate("a.csv", "row:2", "院前急救站点", List.of("indicator")),
            candidate("b.txt", "chars:1-9", "院前急救站点", List.of("indicator", "period")),
            candidate("b.txt", "chars:20-24", null, List.of("city")));
    assertThat(review.pendingTerms())
        .extracting(
            ReviewSummary.PendingTerm::term,
            ReviewSummary.PendingTerm::missing,
            ReviewSummary.PendingTerm::count)
        .containsExactly(
            tuple("院前急救站点", List.of("indicator"), 2L),
            tuple("", List.of("city"), 1L),
            tuple("院前急救站点", List.of("indicator", "period"), 1L));
    assertThat(review.pendingTerms().get(0).example())
        .isEqualTo(new ReviewSummary.Example("a.csv", "row:2", "words of row:2", null));
  }

  @Test
  void whatMustBeMendedComesBeforeWhatIsNoStatisticHoweverMany() {
    ReviewSummary review =
        review(
            reject("a.csv", "row:1", "blank", Disposition.IGNORED),
            reject("a.csv", "row:2", "blank", Disposition.IGNORED),
            reject("a.csv", "row:3", "not_a_number", Disposition.REJECTED),
            reject("a.csv", "row:4", "out_of_range", Disposition.REJECTED),
            reject("a.csv", "row:5", "out_of_range", Disposition.REJECTED));
    assertThat(review.excludedValues())
        .extracting(
            ReviewSummary.ExcludedValues::reason,
            ReviewSummary.ExcludedValues::disposition,
            ReviewSummary.ExcludedValues::count)
        .containsExactly(
            tuple("out_of_range", "rejected", 2L),
            tuple("not_a_number", "rejected", 1L),
            tuple("blank", "ignored", 2L));
  }

  @Test
  void figuresAndWhatNoLongerHoldsAreNotLeftOut() {
    Reading closed =
        ReadingBuilder.builder()
            .kind(ReadingKind.REJECT)
            .path("a.csv")
            .locator("row:1")
            .quote("x")
            .reason("not_a_number")
            .disposition(Disposition.REJECTED)
            .knownTo(PAST)
            .build();
    Reading figure =
        ReadingBuilder.builder()
            .kind(ReadingKind.OBSERVATION)
            .path("a.csv")
            .locator("row:2")
            .quote("22")
            .build();
    ReviewSummary review = review(closed, figure);
    assertThat(review.excludedValues()).isEmpty();
    assertThat(review.pendingTerms()).isEmpty();
  }

  @Test
  void theOrderOfTheRowsSaysNothing() {
    List<Reading> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      // Wide tables have many values in a row: the place alone does not tell them apart.
      rows.add(
          ReadingBuilder.builder()
              .kind(ReadingKind.REJECT)
              .path("a.csv")
              .locator("row:" + i % 3)
              .quote(i % 5 == 0 ? null : "quote " + i)
              .reason("reason " + i % 4)
              .disposition(Disposition.REJECTED)
              .detail(i % 7 == 0 ? null : "detail " + i % 2)
              .build());
      rows.add(candidate("b.csv", "row:" + i % 3, "term " + i % 6, List.of("unit")));
    }
    ReviewSummary expected = review(rows.toArray(Reading[]::new));
    Random random = new Random(4);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(rows, random);
      assertThat(review(rows.toArray(Reading[]::new))).isEqualTo(expected);
    }
  }

  @Test
  void filesAndWhetherAllWasLookedAtAreHandedOn() {
    List<ReviewSummary.RejectedFile> files =
        List.of(new ReviewSummary.RejectedFile("c.csv", "no_sidecar", "describe it"));
    ReviewSummary review = new SkippedValues().review(files, false);
    assertThat(review).isEqualTo(new ReviewSummary(List.of(), List.of(), files, false));
  }

  private static ReviewSummary review(Reading... rows) {
    SkippedValues leftOut = new SkippedValues();
    for (Reading row : rows) {
      leftOut.add(row);
    }
    return leftOut.review(List.of(), true);
  }

  private static Reading candidate(String path, String locator, String term, List<String> missing) {
    return ReadingBuilder.builder()
        .kind(ReadingKind.CANDIDATE)
        .path(path)
        .locator(locator)
        .quote("words of " + locator)
        .term(term)
        .missing(missing)
        .build();
  }

  private static Reading reject(
      String path, String locator, String reason, Disposition disposition) {
    return ReadingBuilder.builder()
        .kind(ReadingKind.REJECT)
        .path(path)
        .locator(locator)
        .quote("x")
        .reason(reason)
        .disposition(disposition)
        .build();
  }
}
