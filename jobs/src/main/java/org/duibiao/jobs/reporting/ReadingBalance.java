package org.duibiao.jobs.reporting;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.spark.util.SerializableConfiguration;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.ingestion.ReadingCounts;
import org.duibiao.model.Message;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.Reading;
import org.duibiao.warehouse.DataFile;

/**
 * Whether silver.readings holds what was made of each file's values, and each figure once: counted
 * in the table, not by the tasks that wrote to it.
 */
record ReadingBalance(RunContext run) {

  /** The columns of a reading that are counted. */
  private static final Set<String> COLUMNS =
      Set.of("kind", "observation_id", "path", "method", "flags", "disposition", "known_to");

  /** The first half of an id: enough to find ids that may stand twice. */
  private static long idPrefix(Reading row) {
    return Long.parseUnsignedLong(row.observationId(), 0, 16, 16);
  }

  private static String text(ReadingCounts counts) {
    return Message.of(
        "%d observations, %d candidates and %d rejects (%d derived)",
        counts.observations(), counts.candidates(), counts.rejects(), counts.derived());
  }

  /** What one task counted: by file, and the ids by their first half. */
  private record Share(HashMap<String, ReadingCounts> files, long[] ids) implements Serializable {}

  /** A sentence for each file of which a value was lost or stands twice; empty if none. */
  List<String> faults() {
    List<DataFile> scans = run.warehouse().scans(Reading.class);
    List<Share> shares = count(scans);
    Map<String, ReadingCounts> counted = new TreeMap<>();
    shares.forEach(
        share ->
            share.files().forEach((path, some) -> counted.merge(path, some, ReadingCounts::plus)));
    List<String> faults = new ArrayList<>();
    for (NormalizedFile file : run.warehouse().read(NormalizedFile.class)) {
      ReadingCounts made = ReadingCounts.of(file);
      ReadingCounts held =
          Objects.requireNonNullElse(counted.remove(file.path()), ReadingCounts.NONE);
      if (!file.balances() || !made.equals(held)) {
        faults.add(
            Message.of(
                "%s has %d values; %s were made of them, and silver.readings holds %s. This is a"
                    + " fault of the program: please report it with the file",
                file.path(), file.valuesFound(), text(made), text(held)));
      }
    }
    counted.forEach(
        (path, held) ->
            faults.add(
                path + " has " + text(held) + " in silver.readings, but was not read to its end"));
    faults.addAll(duplicates(scans, shares));
    return faults;
  }

  private List<Share> count(List<DataFile> scans) {
    SerializableConfiguration configuration = new SerializableConfiguration(run.configuration());
    return run.tasks()
        .shared(
            "check the balance",
            scans,
            some -> {
              HashMap<String, ReadingCounts> files = new HashMap<>();
              LongStream.Builder ids = LongStream.builder();
              some.forEach(
                  scan ->
                      scan.forEach(
                          Reading.class,
                          COLUMNS,
                          configuration.value(),
                          row -> {
                            if (row.knownTo() == null) {
                              files.merge(row.path(), ReadingCounts.of(row), ReadingCounts::plus);
                              ids.add(idPrefix(row));
                            }
                          }));
              return new Share(files, ids.build().toArray());
            });
  }

  /** Figures that are current more than once, found by their whole ids. */
  private List<String> duplicates(List<DataFile> scans, List<Share> shares) {
    long[] ids = shares.stream().flatMapToLong(share -> Arrays.stream(share.ids())).toArray();
    Arrays.parallelSort(ids);
    long[] suspects =
        LongStream.range(1, ids.length)
            .filter(i -> ids[(int) i] == ids[(int) i - 1])
            .map(i -> ids[(int) i])
            .toArray();
    if (suspects.length == 0) {
      return List.of();
    }
    Map<String, List<String>> places = new TreeMap<>();
    for (DataFile scan : scans) {
      scan.forEach(
          Reading.class,
          COLUMNS,
          run.configuration(),
          row -> {
            if (row.knownTo() == null && Arrays.binarySearch(suspects, idPrefix(row)) >= 0) {
              places.computeIfAbsent(row.observationId(), id -> new ArrayList<>()).add(row.path());
            }
          });
    }
    Map<String, List<String>> figures = new TreeMap<>();
    places.forEach(
        (id, paths) -> {
          if (paths.size() > 1) {
            String files = String.join(", ", new TreeSet<>(paths));
            figures.computeIfAbsent(files, some -> new ArrayList<>()).add(id);
          }
        });
    List<String> faults = new ArrayList<>();
    String fault = "%d figures of %s stand more than once in silver.readings, such as %s";
    figures.forEach(
        (files, same) -> faults.add(Message.of(fault, same.size(), files, same.get(0))));
    return faults;
  }
}
