package org.duibiao.jobs.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code notebooks} is told besides what all commands are. */
public final class NotebookOptions {

  @Option(
      names = "--notebooks",
      paramLabel = "DIR",
      defaultValue = "notebooks-export",
      description = "The notebooks, in Databricks source format (default: ${DEFAULT-VALUE}).")
  private String folder;

  @Option(
      names = "--exports",
      paramLabel = "DIR",
      description = "Where their .ipynb and .html are written (default: beside each notebook).")
  private String exports;

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "A widget's value instead of its default, such as city=370200; repeatable.")
  private Map<String, String> values = new TreeMap<>();

  @Parameters(
      paramLabel = "NOTEBOOK",
      arity = "0..*",
      description = "Only these, by file name with or without .sql (default: all).")
  private List<String> names = List.of();

  String folder() {
    return folder;
  }

  String exports() {
    return exports == null ? folder : exports;
  }

  Map<String, String> values() {
    return values;
  }

  /** The file names that were asked for; empty for all. */
  List<String> names() {
    return names.stream().map(name -> name.endsWith(".sql") ? name : name + ".sql").toList();
  }
}
