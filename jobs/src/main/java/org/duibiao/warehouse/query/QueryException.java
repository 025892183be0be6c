package org.duibiao.warehouse.query;

/** A query that is not answered: the message says in one sentence why. */
public final class QueryException extends IllegalArgumentException {

  QueryException(String message) {
    super(message);
  }

  QueryException(String message, Throwable cause) {
    super(message, cause);
  }
}
