package org.duibiao.catalogue;

import java.text.Normalizer;
import java.util.Locale;

/** How terms are compared: by their key. */
public final class Terms {

  private Terms() {}

  /**
   * The key of a term: NFKC, without white space and invisible characters, in lower case.
   *
   * <pre>
   * key("执业（助理） 医师")  = "执业(助理)医师"
   * key("Ｓhenzhen\u00a0City") = "shenzhencity"
   * </pre>
   */
  public static String key(String term) {
    if (isPlain(term)) {
      return term;
    }
    String folded = Normalizer.normalize(visible(term), Normalizer.Form.NFKC);
    folded = visible(folded.toLowerCase(Locale.ROOT));
    return Normalizer.normalize(folded, Normalizer.Form.NFKC);
  }

  /** Whether it is its own key for certain: only Chinese characters, small letters and digits. */
  private static boolean isPlain(String term) {
    for (int i = 0; i < term.length(); i++) {
      char c = term.charAt(i);
      boolean plain =
          (c >= '\u4E00' && c <= '\u9FFF') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  /** A text without white space and invisible characters. */
  public static String visible(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(Terms::isVisible).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isVisible(int c) {
    return !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && !Character.isISOControl(c)
        && Character.getType(c) != Character.FORMAT;
  }
}
