package org.duibiao.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.duibiao.ingest.TestTable;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.model.code.FindingKind;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.normalize.reading.CombinedNormalizer;
import org.duibiao.normalize.reading.FileFinding;
import org.duibiao.normalize.reading.ReadingDraft;
import org.duibiao.normalize.table.NormalizedTable;
import org.duibiao.normalize.table.TableNormalizer;
import org.duibiao.tables.Reading;
import org.junit.jupiter.api.Test;

/** Figures of one page in its text and in its tables. */
class TextBesideTablesTest {

  private static final String SIDECAR =
      """
      publisher: 日照市统计局
      title: 2023年统计公报
      published: 2024-03-01
      city: "371100"
      text: true
      layout:
        kind: wide
        table: 1
        columns:
          indicator: 指标
        across: period
        constants:
          city: 日照市
      """;

  private record Page(List<Reading> readings, List<FileFinding> findings) {}

  private static Page read(String text) throws UnreadableFileException {
    String html =
        "<html><body><p>%s</p><table><tr><td>指标<td>2022年<td>2023年<tr><td>医院(家)<td>48<td>50"
                .formatted(text)
            + "<tr><td>常住人口(人)<td>2967000<td>2961340</table></body></html>";
    TestTable page = TestTable.read("a/b.html", html.getBytes(StandardCharsets.UTF_8), SIDECAR);
    List<Reading> readings = new ArrayList<>();
    ReadingDraft.Origin origin =
        new ReadingDraft.Origin(
            page.sidecar().source("a/b", "a/b.html"), "sha", "run", Instant.EPOCH);
    CombinedNormalizer normalizer =
        new CombinedNormalizer(
            "a/b.html",
            sink ->
                new TableNormalizer(
                    NormalizedTable.CATALOGUE, origin, page.sidecar(), page.mappings(), sink),
            sink ->
                new ProseNormalizer(
                    NormalizedTable.CATALOGUE,
                    origin,
                    page.sidecar(),
                    (mention, reading) -> sink.accept(reading)),
            readings::add);
    for (FileRecord row : page.rows()) {
      normalizer.normalize(row);
    }
    return new Page(readings, normalizer.finish().findings());
  }

  @Test
  void aSentenceAndACellContradictEachOther() throws UnreadableFileException {
    Page page = read("2023年末,全市共有医院53家。");
    List<Reading> hospitals =
        page.readings.stream()
            .filter(each -> each.kind() == ReadingKind.OBSERVATION)
            .filter(each -> "hospitals".equals(each.indicator()))
            .filter(each -> each.periodEnd().getYear() == 2023)
            .toList();
    assertThat(hospitals)
        .extracting(each -> each.value().intValue())
        .containsExactlyInAnyOrder(50, 53);
    assertThat(page.findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(FindingKind.ROWS_CONTRADICT);
              assertThat(List.of(finding.reading().observationId(), finding.otherId()))
                  .as("both are left out of gold")
                  .containsExactlyInAnyOrderElementsOf(
                      hospitals.stream().map(Reading::observationId).toList());
              assertThat(finding.detail()).contains("a/b.html", "'50'", "医院53家");
            });
  }

  @Test
  void theSameFigureRoundedDoesNot() throws UnreadableFileException {
    Page page = read("2023年末,全市常住人口296.13万人,医院50家。");
    assertThat(page.findings).isEmpty();
    assertThat(page.readings).extracting(Reading::observationId).doesNotHaveDuplicates();
  }
}
