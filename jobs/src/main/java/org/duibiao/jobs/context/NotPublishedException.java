package org.duibiao.jobs.context;

import org.duibiao.model.Message;

/** A gate does not hold, so that nothing is published: the message says which and what to do. */
public final class NotPublishedException extends RuntimeException {

  /**
   * A gate that does not hold.
   *
   * @param template the message, with {@code %s} for each argument; without arguments as it is
   */
  public NotPublishedException(String template, Object... arguments) {
    super(Message.of(template, arguments));
  }
}
