package org.duibiao.jobs.benchmarking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duibiao.benchmark.selection.Gathering;
import org.duibiao.warehouse.DataFile;
import org.duibiao.warehouse.DataScan;

/**
 * What the tasks that wrote readings have already gathered for the choice of values, so that those
 * files need not be read back.
 */
public final class Gathered {

  private final Set<String> names = new HashSet<>();
  private Gathering gathering;

  /** Takes in what one task gathered from the file of readings that it wrote. */
  public void add(DataFile file, Gathering gathered) {
    names.add(name(file.path()));
    gathering = gathering == null ? gathered : gathering.merge(gathered);
  }

  /**
   * What was gathered, if all of its files are still part of the table: a change of vintages may
   * have written them anew.
   */
  Optional<Gathering> of(List<DataScan> scans) {
    Set<String> present = new HashSet<>();
    scans.forEach(scan -> present.add(name(scan.path())));
    return Optional.ofNullable(gathering).filter(gathered -> present.containsAll(names));
  }

  /** The data files that nothing was gathered from. */
  List<DataScan> others(List<DataScan> scans) {
    List<DataScan> others = new ArrayList<>(scans);
    others.removeIf(scan -> names.contains(name(scan.path())));
    return others;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
