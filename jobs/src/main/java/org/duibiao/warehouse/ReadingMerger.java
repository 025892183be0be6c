package org.duibiao.warehouse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duibiao.columns.Schema;
import org.duibiao.model.Digest;
import org.duibiao.tables.Reading;
import org.duibiao.tables.ReadingBuilder;

/**
 * Changes silver.readings where files were re-issued, corrected, normalized again or removed: a
 * figure that has changed is closed and a new vintage of it opened; one that has not keeps its
 * vintage, and is only said to stand at its new place. All in one commit, which writes again only
 * the data files in which a row changes. Of the new readings a digest each is held in memory.
 */
public final class ReadingMerger {

  private static final Schema<Reading> SCHEMA = Schema.of(Reading.class);

  /** What a figure says; a difference in any of these is another vintage. */
  private static final int[] FIGURE =
      columns(
          "kind city_code indicator value value_high unit resolution bound status measure"
              + " period_start period_end period_type scope population_basis flags term missing"
              + " reason");

  /** Where it stands and who says so; a difference is noted without a new vintage. */
  private static final int[] LINEAGE =
      columns(
          "source_id publisher class file_sha256 path locator field quote method disposition"
              + " detail");

  private static final Set<String> CURRENT = Set.of("path", "known_to");

  private final Warehouse warehouse;
  private final Set<String> paths;
  private final Map<String, LocalDate> replacedOn;
  private final Instant now;
  private final Digest digest = new Digest();
  private final Map<String, Staged> staged = new HashMap<>();
  private final Map<String, Issue> issues = new HashMap<>();

  /** An issue of a file, and when the newest publication in it was published. */
  private record Issue(String fileSha256, LocalDate published) {}

  /** What is known of a new reading; what it takes from the vintage that it continues, if any. */
  private static final class Staged {
    private final String figure;
    private final String lineage;
    private final String fileSha256;
    private final LocalDate published;
    private boolean unchanged;
    private Instant knownFrom;
    private LocalDate firstPublished;

    private Staged(String figure, String lineage, Reading reading) {
      this.figure = figure;
      this.lineage = lineage;
      this.fileSha256 = reading.fileSha256();
      this.published = reading.published();
    }
  }

  /**
   * Compares the current readings of files.
   *
   * @param paths the files whose current readings are compared, with or without new ones
   * @param replacedOn by path, when the publication that replaces it was published
   * @param now the run's clock
   */
  public ReadingMerger(
      Warehouse warehouse,
      Collection<String> paths,
      Map<String, LocalDate> replacedOn,
      Instant now) {
    this.warehouse = warehouse;
    this.paths = new HashSet<>(paths);
    this.replacedOn = replacedOn;
    this.now = now;
  }

  /**
   * Makes the current readings of the files what was staged for them: each old row is closed, moved
   * or left alone; each new row without an equal old one is opened.
   *
   * @param files data files with the new readings
   */
  public void merge(List<DataFile> files) {
    forEach(files, this::stage);
    List<DataScan> replaced = new ArrayList<>();
    List<DataFile> written = new ArrayList<>();
    for (DataScan scan : warehouse.scans(Reading.class)) {
      if (holdsCurrent(scan)) {
        rewrite(scan, replaced, written);
      }
    }
    try (TableWriter<Reading> opened = writer()) {
      forEach(files, reading -> open(reading, opened));
      written.addAll(opened.finish());
    }
    if (!replaced.isEmpty() || !written.isEmpty()) {
      warehouse.exchange(Reading.class, replaced, written);
    }
  }

  private void forEach(List<DataFile> files, Consumer<Reading> readings) {
    for (DataFile file : files) {
      new DataScan(file.path(), file.size(), file.modified())
          .forEach(Reading.class, warehouse.configuration(), readings);
    }
  }

  /** What is merged is not taken back when a run is killed: its file is not named by the run. */
  private TableWriter<Reading> writer() {
    return Warehouse.writer(warehouse.root(), warehouse.configuration(), Reading.class, "merged");
  }

  private static int[] columns(String names) {
    List<String> all = SCHEMA.fields().stream().map(Schema.Field::name).toList();
    return Stream.of(names.split(" ")).mapToInt(all::indexOf).toArray();
  }

  private String digest(Reading reading, int[] columns) {
    return digest.nextId(IntStream.of(columns).mapToObj(i -> SCHEMA.value(reading, i)).toArray());
  }

  private void stage(Reading reading) {
    staged.put(
        reading.observationId(),
        new Staged(digest(reading, FIGURE), digest(reading, LINEAGE), reading));
    issues.merge(
        reading.path(),
        new Issue(reading.fileSha256(), reading.published()),
        (one, other) ->
            one.published == null
                    || other.published != null && other.published.isAfter(one.published)
                ? other
                : one);
  }

  private boolean isCompared(Reading reading) {
    return reading.knownTo() == null && paths.contains(reading.path());
  }

  private boolean holdsCurrent(DataScan scan) {
    boolean[] found = {false};
    scan.forEach(
        Reading.class,
        CURRENT,
        warehouse.configuration(),
        reading -> found[0] |= isCompared(reading));
    return found[0];
  }

  /** Writes a data file again without what has moved, and with what has ended as closed. */
  private void rewrite(DataScan scan, List<DataScan> replaced, List<DataFile> written) {
    boolean[] changed = {false};
    try (TableWriter<Reading> writer = writer()) {
      scan.forEach(
          Reading.class,
          warehouse.configuration(),
          old -> {
            Reading kept = isCompared(old) ? compare(old) : old;
            changed[0] |= kept != old;
            if (kept != null) {
              writer.add(kept);
            }
          });
      if (changed[0]) {
        replaced.add(scan);
        written.addAll(writer.finish());
      }
    }
  }

  /** The old reading as it is from now on; null if the new one stands for it. */
  private Reading compare(Reading old) {
    Staged now = staged.get(old.observationId());
    if (now == null) {
      // A figure that a re-issue leaves out was replaced when the re-issue was published.
      Issue issue = issues.get(old.path());
      LocalDate issued =
          issue == null || issue.fileSha256.equals(old.fileSha256()) ? null : issue.published;
      LocalDate replaced = replacedOn.get(old.path());
      return closed(old, replaced == null ? issued : replaced);
    }
    boolean reissued = !now.fileSha256.equals(old.fileSha256());
    if (!now.figure.equals(digest(old, FIGURE))) {
      return closed(old, reissued ? now.published : null);
    }
    now.firstPublished = firstPublished(old.published(), now.published, reissued);
    now.unchanged =
        now.lineage.equals(digest(old, LINEAGE))
            && Objects.equals(old.published(), now.firstPublished);
    now.knownFrom = old.knownFrom();
    return now.unchanged ? old : null;
  }

  /** What was known first stays known from then, unless the same file's date was put right. */
  private static LocalDate firstPublished(LocalDate before, LocalDate now, boolean reissued) {
    return !reissued || before == null ? now : now == null || before.isBefore(now) ? before : now;
  }

  private Reading closed(Reading old, LocalDate superseded) {
    return ReadingBuilder.builder(old).superseded(superseded).knownTo(now).build();
  }

  private void open(Reading reading, TableWriter<Reading> writer) {
    Staged known = staged.get(reading.observationId());
    if (!known.unchanged) {
      writer.add(
          known.knownFrom == null
              ? reading
              : ReadingBuilder.builder(reading)
                  .published(known.firstPublished)
                  .knownFrom(known.knownFrom)
                  .build());
    }
  }
}
