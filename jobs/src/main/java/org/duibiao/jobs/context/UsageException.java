package org.duibiao.jobs.context;

/** The command was called with something that cannot be: the message says what to change. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
