package org.duibiao.jobs.context;

/** A gate does not hold, so that nothing is published: the message says which and what to do. */
public final class NotPublishedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotPublishedException(String message) {
    super(message);
  }
}
