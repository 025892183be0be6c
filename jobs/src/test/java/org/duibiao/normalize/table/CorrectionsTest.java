package org.duibiao.normalize.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.duibiao.catalogue.InvalidFileException;
import org.duibiao.ingest.TestTable;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.sidecar.LandingFile;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.model.code.Disposition;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.normalize.reading.ReadingDraft;
import org.duibiao.tables.Reading;
import org.junit.jupiter.api.Test;

class CorrectionsTest {

  private static final String SIDECAR =
      TestTable.SOURCE
          + "layout: {kind: wide, columns: {city: 城市}, across: indicator, constants: {period:"
          + " 2023年}}\n";
  private static final String TABLE = "城市,医院(家),床位(张)\n泰安市,12,35000\n日照市,7,9000\n";

  private final List<Reading> readings = new ArrayList<>();

  private static Sidecar sidecar(String corrections) {
    return Sidecar.of(
        new LandingFile(
            "a/b.csv",
            "a/b.csv",
            1,
            "f",
            "a/b.csv.yaml",
            SIDECAR.getBytes(StandardCharsets.UTF_8),
            "s",
            corrections.getBytes(StandardCharsets.UTF_8),
            null));
  }

  private List<String> read(String corrections) throws UnreadableFileException {
    TestTable table = TestTable.read(TABLE, SIDECAR);
    Sidecar sidecar = sidecar(corrections);
    TableNormalizer normalizer =
        new TableNormalizer(
            NormalizedTable.CATALOGUE,
            new ReadingDraft.Origin(sidecar.source("a/b", "a/b.csv"), "f", "run", Instant.EPOCH),
            sidecar,
            table.mappings(),
            readings::add);
    table.rows().forEach(normalizer::normalize);
    List<String> unused = normalizer.finish().unusedCorrections();
    assertThat(readings).hasSize(4);
    return unused;
  }

  @Test
  void overridesOneValueAndKeepsTheWords() throws UnreadableFileException {
    assertThat(
            read(
                "corrections:\n  - {at: 'row:2', column: 床位(张), expect: 35000, override: 3500,"
                    + " reason: 多印了一个零}\n"))
        .isEmpty();
    Reading beds = readings.get(1);
    assertThat(beds.value()).isEqualByComparingTo("3500");
    assertThat(beds.quote()).isEqualTo("35000");
    assertThat(beds.flags()).containsExactly(Flag.CORRECTED, Flag.DATE_INFERRED);
    assertThat(beds.detail()).isEqualTo("corrected to '3500': 多印了一个零");
    assertThat(readings.get(0).flags()).doesNotContain(Flag.CORRECTED);
  }

  @Test
  void dropsAndFlags() throws UnreadableFileException {
    read(
        """
        corrections:
          - {at: "row:2", column: 医院(家), expect: "12", drop: true, reason: 误录}
          - {at: "row:3", column: 床位(张), expect: "9000", flag: provisional, reason: 快报}
        """);
    assertThat(readings.get(0).kind()).isEqualTo(ReadingKind.REJECT);
    assertThat(readings.get(0).reason()).isEqualTo("dropped");
    assertThat(readings.get(0).disposition()).isEqualTo(Disposition.IGNORED);
    assertThat(readings.get(0).detail()).isEqualTo("误录");
    assertThat(readings.get(3).flags()).contains(Flag.CORRECTED, Flag.PROVISIONAL);
    assertThat(readings.get(3).value()).isEqualByComparingTo("9000");
  }

  @Test
  void leavesWhatIsPublishedOnceThePublisherHasMendedIt() throws UnreadableFileException {
    read(
        "corrections:\n"
            + "  - {at: 'row:2', column: 床位(张), expect: 99999, override: 3500, reason: 错}\n");
    Reading beds = readings.get(1);
    assertThat(beds.kind()).isEqualTo(ReadingKind.OBSERVATION);
    assertThat(beds.value()).isEqualByComparingTo("35000");
    assertThat(beds.flags()).contains(Flag.CORRECTION_OUTDATED).doesNotContain(Flag.CORRECTED);
    assertThat(beds.detail())
        .isEqualTo(
            "its correction expects '99999', but '35000' is published and stays: if the publisher"
                + " has corrected it, remove the correction; else correct `expect`");
  }

  @Test
  void comparesNumbersAsNumbers() throws UnreadableFileException {
    for (String expect : List.of("35000", "35,000", "3.5万", "35000张")) {
      readings.clear();
      read(
          "corrections:\n  - {at: 'row:2', column: 床位(张), expect: '"
              + expect
              + "', override: 3500, reason: 多印了一个零}\n");
      assertThat(readings.get(1).value()).as(expect).isEqualByComparingTo("3500");
    }
  }

  @Test
  void saysWhichCorrectionsHaveNoValue() throws UnreadableFileException {
    assertThat(read("corrections:\n  - {at: 'row:9', expect: 1, drop: true, reason: 错}\n"))
        .containsExactly(
            "row:9 is corrected ('1'), but no value stands there: correct `at` and `column`, or"
                + " remove it");
  }

  @Test
  void whatIsWrongInTheFileItself() {
    assertThatThrownBy(() -> sidecar("corrections:\n  - {at: 'row:2', expect: 1, reason: 错}\n"))
        .isInstanceOfSatisfying(
            InvalidFileException.class,
            e ->
                assertThat(e.problems())
                    .containsExactly(
                        "a/b.csv.corrections.yaml:2: a correction says one of drop: true, override"
                            + " and flag (or the last two)"));
  }
}
