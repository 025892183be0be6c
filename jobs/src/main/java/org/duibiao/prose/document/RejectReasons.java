package org.duibiao.prose.document;

import java.util.Locale;
import java.util.ResourceBundle;

/** Why numbers are not statistics, in words. */
public final class RejectReasons {

  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle(RejectReasons.class.getName(), Locale.ROOT);

  private RejectReasons() {}

  public static String describe(String reason) {
    return WORDS.getString(WORDS.containsKey(reason) ? reason : "other");
  }
}
