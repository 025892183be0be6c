package org.duibiao.jobs;

/** The command was called with something that cannot be: the message says what to change. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
