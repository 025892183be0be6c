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
  private final Map<String, Staged> newestByPath = new HashMap<>();

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
    files.forEach(file -> file.forEach(Reading.class, warehouse.configuration(), this::stage));
    List<DataFile> replaced = new ArrayList<>();
    List<DataFile> written = new ArrayList<>();
    for (DataFile file : warehouse.scans(Reading.class)) {
      boolean[] compared = {false};
      file.forEach(
          Reading.class, CURRENT, warehouse.configuration(), row -> compared[0] |= isCompared(row));
      if (compared[0]) {
        rewrite(file, replaced, written);
      }
    }
    try (TableWriter<Reading> opened = writer()) {
      files.forEach(
          file -> file.forEach(Reading.class, warehouse.configuration(), row -> open(row, opened)));
      written.addAll(opened.finish());
    }
    if (!replaced.isEmpty() || !written.isEmpty()) {
      warehouse.exchange(Reading.class, replaced, written);
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

  private void stage(Reading row) {
    Staged known = new Staged(digest(row, FIGURE), digest(row, LINEAGE), row);
    staged.put(row.observationId(), known);
    newestByPath.merge(
        row.path(), known, (one, other) -> isLater(other.published, one.published) ? other : one);
  }

  private static boolean isLater(LocalDate one, LocalDate other) {
    return one != null && (other == null || one.isAfter(other));
  }

  private boolean isCompared(Reading row) {
    return row.knownTo() == null && paths.contains(row.path());
  }

  /** Writes a data file again without what has moved, and with what has ended as closed. */
  private void rewrite(DataFile file, List<DataFile> replaced, List<DataFile> written) {
    boolean[] changed = {false};
    try (TableWriter<Reading> writer = writer()) {
      file.forEach(
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
        replaced.add(file);
        written.addAll(writer.finish());
      }
    }
  }

  /** The old reading as it is from now on; null if the new one stands for it. */
  private Reading compare(Reading old) {
    Staged same = staged.get(old.observationId());
    // A figure that a re-issue leaves out was replaced when the re-issue was published.
    Staged issue = same == null ? newestByPath.get(old.path()) : same;
    boolean reissued = issue != null && !issue.fileSha256.equals(old.fileSha256());
    if (same == null || !same.figure.equals(digest(old, FIGURE))) {
      LocalDate named = same == null ? replacedOn.get(old.path()) : null;
      return ReadingBuilder.builder(old)
          .superseded(named != null ? named : reissued ? issue.published : null)
          .knownTo(now)
          .build();
    }
    // What was known first stays known from then, unless the same file's date was put right.
    boolean keepsFirst =
        reissued
            && old.published() != null
            && (same.published == null || old.published().isBefore(same.published));
    same.firstPublished = keepsFirst ? old.published() : same.published;
    same.knownFrom = old.knownFrom();
    same.unchanged =
        same.lineage.equals(digest(old, LINEAGE))
            && Objects.equals(old.published(), same.firstPublished);
    return same.unchanged ? old : null;
  }

  private void open(Reading row, TableWriter<Reading> writer) {
    Staged known = staged.get(row.observationId());
    if (known.knownFrom == null) {
      writer.add(row);
    } else if (!known.unchanged) {
      writer.add(
          ReadingBuilder.builder(row)
              .published(known.firstPublished)
              .knownFrom(known.knownFrom)
              .build());
    }
  }
}
