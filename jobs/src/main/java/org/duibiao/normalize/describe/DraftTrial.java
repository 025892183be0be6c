package org.duibiao.normalize.describe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.InvalidFileException;
import org.duibiao.ingest.LandingFileReader;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.model.code.Disposition;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.normalize.reading.ReadingDraft;
import org.duibiao.normalize.table.TableNormalizer;
import org.duibiao.tables.Reading;

/** Reads the tables of a file by its draft, and says what would come of it. */
public record DraftTrial(Catalogue catalogue) {

  private static final String TO_FILL_IN = "# TO FILL IN: ";
  private static final int SHOWN = 3;
  private static final int MAX_LENGTH = 160;

  /**
   * What would come of a file, for people: how many figures are read and how many wait, the first
   * three of them, and what is asked.
   *
   * @param path the file's path
   * @param draft its sidecar as it was drafted
   */
  public List<String> lines(String path, byte[] bytes, String draft) {
    List<String> lines = new ArrayList<>();
    if (draft.lines().noneMatch(line -> line.startsWith("layout:"))) {
      lines.add("running text: `duibiao explain` shows how it is read");
    } else {
      lines.addAll(readings(path, bytes, draft));
    }
    String asked =
        draft
            .lines()
            .filter(line -> line.contains(TO_FILL_IN))
            .map(line -> line.substring(line.indexOf(TO_FILL_IN) + TO_FILL_IN.length()))
            .collect(Collectors.joining("; "));
    if (!asked.isEmpty()) {
      lines.add("to fill in: " + asked);
    }
    return lines;
  }

  private List<String> readings(String path, byte[] bytes, String draft) {
    String filled = draft.replace('"' + SourceDraft.PLACEHOLDER + '"', "\"…\"");
    List<Reading> readings = new ArrayList<>();
    try {
      Sidecar sidecar = Sidecar.parse(path, filled.getBytes(StandardCharsets.UTF_8));
      LandingFileReader reader = LandingFileReader.open(path, bytes, sidecar);
      TableNormalizer normalizer =
          new TableNormalizer(
              catalogue,
              new ReadingDraft.Origin(sidecar.source(path, path), "", "", Instant.EPOCH),
              sidecar,
              reader.contents().mappings(),
              readings::add);
      reader.forEach(
          row -> {
            if (row.text() == null) {
              normalizer.normalize(row);
            }
          });
      normalizer.finish();
    } catch (InvalidFileException e) {
      return e.problems();
    } catch (IOException | UnreadableFileException e) {
      return List.of("cannot be read by its draft: " + e.getMessage());
    }
    return lines(readings);
  }

  private List<String> lines(List<Reading> readings) {
    List<Reading> said =
        readings.stream().filter(each -> each.disposition() != Disposition.IGNORED).toList();
    Map<ReadingKind, Long> counts =
        said.stream().collect(Collectors.groupingBy(Reading::kind, Collectors.counting()));
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d figures: %d read, %d wait, %d cannot be read",
            said.size(),
            counts.getOrDefault(ReadingKind.OBSERVATION, 0L),
            counts.getOrDefault(ReadingKind.CANDIDATE, 0L),
            counts.getOrDefault(ReadingKind.REJECT, 0L)));
    said.stream().limit(SHOWN).map(this::line).forEach(lines::add);
    Map<String, Long> reasons = new LinkedHashMap<>();
    said.stream()
        .filter(each -> each.kind() != ReadingKind.OBSERVATION)
        .forEach(each -> reasons.merge(reason(each), 1L, Long::sum));
    reasons.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .ifPresent(most -> lines.add(most.getValue() + " times: " + most.getKey()));
    return lines.stream().map(DraftTrial::shortened).toList();
  }

  private static String reason(Reading reading) {
    return reading.detail() != null
        ? reading.detail()
        : "the catalogue does not know '" + reading.term() + "'";
  }

  private String line(Reading reading) {
    String place = reading.locator() + " '" + reading.quote() + "'";
    return switch (reading.kind()) {
      case REJECT -> place + ": " + reading.reason();
      case OBSERVATION -> place + ": " + what(reading);
      case CANDIDATE ->
          place + " waits: " + what(reading) + "; without " + String.join(", ", reading.missing());
    };
  }

  private String what(Reading reading) {
    String indicator =
        reading.indicator() == null
            ? reading.term()
            : catalogue.indicator(reading.indicator()).orElseThrow().zh();
    String city =
        reading.cityCode() == null
            ? null
            : catalogue.areaByCode(reading.cityCode()).orElseThrow().zh();
    return Stream.of(
            city,
            reading.scope().equals("city") ? null : reading.scope(),
            indicator,
            reading.periodEnd() == null ? null : reading.periodEnd().toString(),
            reading.value().stripTrailingZeros().toPlainString()
                + (reading.unit() == null ? "" : " " + reading.unit()),
            reading.status().id().equals("actual") ? null : reading.status().id())
        .filter(each -> each != null)
        .collect(Collectors.joining(", "));
  }

  private static String shortened(String line) {
    String one = line.replaceAll("\\s+", " ").strip();
    return one.length() > MAX_LENGTH ? one.substring(0, MAX_LENGTH) + "…" : one;
  }
}
