package org.duibiao.normalize.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.model.Digest;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.tables.Reading;
import org.duibiao.tables.ReadingBuilder;

/**
 * Makes readings of a file that has both tables and running text, and compares the figures of one
 * with those of the other.
 */
public final class CombinedNormalizer implements RecordNormalizer {

  private final RecordNormalizer tables;
  private final RecordNormalizer text;
  private final FileFindingCollector comparison;

  /**
   * A normalizer of both.
   *
   * @param path the file, as its findings name it
   * @param tables makes what takes the rows, given where its readings go
   * @param text makes what takes the paragraphs
   * @param readings takes the readings of both; where the text repeats a figure of a table, the
   *     text's has an id of its own
   */
  public CombinedNormalizer(
      String path,
      Function<Consumer<Reading>, RecordNormalizer> tables,
      Function<Consumer<Reading>, RecordNormalizer> text,
      Consumer<Reading> readings) {
    this.comparison = new FileFindingCollector(path);
    Set<String> ids = new HashSet<>();
    this.tables =
        tables.apply(
            reading -> {
              ids.add(reading.observationId());
              if (reading.kind() == ReadingKind.OBSERVATION) {
                comparison.ordinalAmongEquals(reading);
              }
              readings.accept(reading);
            });
    this.text =
        text.apply(
            reading -> {
              String id = reading.observationId();
              if (!ids.contains(id)) {
                readings.accept(reading);
                return;
              }
              Reading repeated =
                  ReadingBuilder.builder(reading).observationId(Digest.id("text", id)).build();
              comparison.checkContradiction(id, repeated);
              readings.accept(repeated);
            });
  }

  @Override
  public void normalize(FileRecord row) {
    (row.text() == null ? tables : text).normalize(row);
  }

  @Override
  public Outcome finish() {
    Outcome ofTables = tables.finish();
    Outcome ofText = text.finish();
    return new Outcome(
        Stream.concat(ofTables.sources().stream(), ofText.sources().stream()).distinct().toList(),
        Stream.of(ofTables.findings(), ofText.findings(), comparison.findings())
            .flatMap(List::stream)
            .toList(),
        ofTables.unusedCorrections().stream().filter(ofText.unusedCorrections()::contains).toList(),
        Stream.concat(ofTables.usedAliases().stream(), ofText.usedAliases().stream())
            .distinct()
            .sorted()
            .toList());
  }
}
