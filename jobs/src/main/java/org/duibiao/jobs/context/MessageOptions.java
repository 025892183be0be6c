package org.duibiao.jobs.context;

import picocli.CommandLine.Option;

/** The options that say how a command reports what it does. */
public final class MessageOptions {

  @Option(names = "--log-format", paramLabel = "FORMAT")
  private Console.LogFormat logFormat = Console.LogFormat.TEXT;

  @Option(names = "--status-file", paramLabel = "FILE")
  private String statusFile;

  public Console.LogFormat logFormat() {
    return logFormat;
  }

  /** The path of the status file, or null. */
  public String statusFile() {
    return statusFile;
  }
}
