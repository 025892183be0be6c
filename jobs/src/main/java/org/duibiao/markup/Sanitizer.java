package org.duibiao.markup;

/** Makes text from outside safe to show. */
public final class Sanitizer {

  private Sanitizer() {}

  /**
   * Without what changes how the rest is shown: control characters, marks and overrides of
   * direction and invisible characters go, line ends and tabs become spaces, half a surrogate pair
   * becomes U+FFFD. {@code "35\u202E家\n" → "35家 "}.
   */
  public static String clean(String text) {
    int clean = 0;
    while (clean < text.length() && isPlain(text.charAt(clean))) {
      clean++;
    }
    if (clean == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, clean);
    text.codePoints()
        .skip(clean)
        .forEach(
            c -> {
              if (c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
                out.append(' ');
              } else if (Character.getType(c) == Character.SURROGATE) {
                out.append('\uFFFD');
              } else if (!isHidden(c)) {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  /** At most that number of characters, with an ellipsis if there were more. */
  public static String shorten(String text, int length) {
    if (text.codePointCount(0, text.length()) <= length) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, length)) + "…";
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c < 0x7F || c >= 0x2E80 && c < 0xD800;
  }

  private static boolean isHidden(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.FORMAT || (c & 0xFFFE) == 0xFFFE;
  }
}
