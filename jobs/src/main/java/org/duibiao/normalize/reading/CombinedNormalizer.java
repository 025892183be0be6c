package org.duibiao.normalize.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.model.Digest;
import org.duibiao.tables.Reading;
import org.duibiao.tables.ReadingBuilder;
import org.duibiao.tables.Source;

/** Makes readings of a file that has both tables and running text. */
public final class CombinedNormalizer implements RecordNormalizer {

  private final RecordNormalizer tables;
  private final RecordNormalizer text;

  /**
   * A normalizer of both.
   *
   * @param tables makes what takes the rows, given where its readings go
   * @param text makes what takes the paragraphs
   * @param readings takes the readings of both; where the text repeats a figure of a table, the
   *     text's has an id of its own
   */
  public CombinedNormalizer(
      Function<Consumer<Reading>, RecordNormalizer> tables,
      Function<Consumer<Reading>, RecordNormalizer> text,
      Consumer<Reading> readings) {
    Set<String> ids = new HashSet<>();
    this.tables =
        tables.apply(
            reading -> {
              ids.add(reading.observationId());
              readings.accept(reading);
            });
    this.text =
        text.apply(
            reading -> {
              String id = reading.observationId();
              readings.accept(
                  ids.contains(id)
                      ? ReadingBuilder.builder(reading).observationId(Digest.id("text", id)).build()
                      : reading);
            });
  }

  @Override
  public void normalize(FileRecord row) {
    (row.text() == null ? tables : text).normalize(row);
  }

  @Override
  public void finish() {
    tables.finish();
    text.finish();
  }

  @Override
  public List<Source> sources() {
    return Stream.concat(tables.sources().stream(), text.sources().stream()).distinct().toList();
  }

  @Override
  public List<FileFinding> findings() {
    return Stream.concat(tables.findings().stream(), text.findings().stream()).toList();
  }

  @Override
  public List<String> unusedCorrections() {
    List<String> unusedInText = text.unusedCorrections();
    return tables.unusedCorrections().stream().filter(unusedInText::contains).toList();
  }

  @Override
  public List<String> usedAliases() {
    return Stream.concat(tables.usedAliases().stream(), text.usedAliases().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
