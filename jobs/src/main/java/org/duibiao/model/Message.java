package org.duibiao.model;

import java.util.Locale;

/** Messages to people. */
public final class Message {

  private Message() {}

  /** A template with {@code %s} for each argument; without arguments a text as it is. */
  public static String of(String template, Object... arguments) {
    return arguments.length == 0 ? template : String.format(Locale.ROOT, template, arguments);
  }
}
