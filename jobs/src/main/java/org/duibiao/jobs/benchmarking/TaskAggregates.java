package org.duibiao.jobs.benchmarking;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duibiao.benchmark.selection.FigureAccumulators;
import org.duibiao.warehouse.DataFile;

/**
 * What the tasks that wrote readings have already gathered for the choice of values, so that those
 * files need not be read back.
 */
public final class TaskAggregates {

  private final Set<String> fileNames = new HashSet<>();
  private FigureAccumulators accumulators;

  /** Takes in what one task gathered from the file of readings that it wrote; null is nothing. */
  public void add(DataFile file, FigureAccumulators gathered) {
    if (gathered == null) {
      return;
    }
    fileNames.add(name(file.path()));
    accumulators = accumulators == null ? gathered : accumulators.merge(gathered);
  }

  /**
   * What was gathered, if all of its files are still part of the table: a change of vintages may
   * have written them again.
   */
  Optional<FigureAccumulators> ifCurrent(List<DataFile> scans) {
    Set<String> present = new HashSet<>();
    scans.forEach(scan -> present.add(name(scan.path())));
    return Optional.ofNullable(accumulators).filter(gathered -> present.containsAll(fileNames));
  }

  /** The data files that nothing was gathered from. */
  List<DataFile> filesToRead(List<DataFile> scans) {
    return scans.stream().filter(scan -> !fileNames.contains(name(scan.path()))).toList();
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
