package org.duibiao.jobs.context;

import org.duibiao.model.Message;

/** The command was called with something that cannot be: the message says what to change. */
public final class UsageException extends RuntimeException {

  /**
   * A wrong use.
   *
   * @param template the message, with {@code %s} for each argument; without arguments as it is
   */
  public UsageException(String template, Object... arguments) {
    super(Message.of(template, arguments));
  }
}
