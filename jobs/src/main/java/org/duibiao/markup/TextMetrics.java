package org.duibiao.markup;

import java.util.ArrayList;
import java.util.List;

/**
 * Estimates the width of text in a drawing with any font, a little too wide, in em. SVG cannot
 * measure text, and the edge would cut what does not fit.
 */
public final class TextMetrics {

  private static final double WIDE = 1;
  private static final double DIGIT = 0.64;
  private static final double CAPITAL = 0.72;
  private static final double NARROW = 0.36;
  private static final double BROAD = 0.9;
  private static final double OTHER = 0.58;

  private TextMetrics() {}

  /** The wider of the two languages. */
  public static double width(Bilingual text, double size) {
    return Math.max(width(text.zh(), size), width(text.en(), size));
  }

  public static double width(Html html, double size) {
    return width(html.plainText(), size);
  }

  /** The width of a text in letters of that size. */
  public static double width(String text, double size) {
    return size * text.codePoints().mapToDouble(TextMetrics::em).sum();
  }

  /** The text, cut with an ellipsis in the language in which it is wider than that. */
  public static Bilingual fit(Bilingual text, double width, double size) {
    return new Bilingual(fit(text.zh(), width, size), fit(text.en(), width, size));
  }

  private static Html fit(Html html, double width, double size) {
    String text = html.plainText();
    return width(text, size) <= width ? html : Html.text(fit(text, width, size));
  }

  /** As much of the text as fits into that width, with an ellipsis if something is left out. */
  public static String fit(String text, double width, double size) {
    if (width(text, size) <= width) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    double left = width / size - WIDE;
    for (int c : text.codePoints().toArray()) {
      left -= em(c);
      if (left < 0) {
        break;
      }
      out.appendCodePoint(c);
    }
    return out.toString().stripTrailing() + "…";
  }

  /** At most that number of lines of that width; the last one is cut if there were more. */
  static List<Bilingual> wrap(Bilingual text, double width, double size, int lines) {
    List<Html> zh = wrap(text.zh(), width, size, lines);
    List<Html> en = wrap(text.en(), width, size, lines);
    List<Bilingual> out = new ArrayList<>();
    for (int i = 0; i < Math.max(zh.size(), en.size()); i++) {
      out.add(
          new Bilingual(
              i < zh.size() ? zh.get(i) : Html.EMPTY, i < en.size() ? en.get(i) : Html.EMPTY));
    }
    return out;
  }

  private static List<Html> wrap(Html html, double width, double size, int lines) {
    return wrap(html.plainText(), width, size, lines).stream().map(Html::text).toList();
  }

  /** At most that number of lines of that width; the last one is cut if there were more. */
  public static List<String> wrap(String text, double width, double size, int lines) {
    List<String> out = new ArrayList<>();
    String rest = text.strip();
    while (!rest.isEmpty() && out.size() < lines - 1) {
      int end = lineEnd(rest, width / size);
      out.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      out.add(fit(rest, width, size));
    }
    return out;
  }

  /** Where a line ends: after a space if there is one, else wherever the width does. */
  private static int lineEnd(String text, double em) {
    double left = em;
    int space = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      left -= em(c);
      if (left < 0) {
        return space > i / 2 ? space : Math.max(i, Character.charCount(text.codePointAt(0)));
      }
      if (c == ' ') {
        space = i;
      }
    }
    return text.length();
  }

  private static double em(int c) {
    if (c == '–') {
      return DIGIT;
    } else if (c >= 0x1100) {
      return c >= 0x2000 && c < 0x2E80 ? BROAD : WIDE;
    } else if (c >= '0' && c <= '9') {
      return DIGIT;
    } else if (c == 'm' || c == 'w' || c == 'M' || c == 'W' || c == '%' || c == '@') {
      return BROAD;
    } else if (c >= 'A' && c <= 'Z') {
      return CAPITAL;
    } else if (" .,:;'|!ijlft()[]/-".indexOf(c) >= 0) {
      return NARROW;
    }
    return c < 0x250 ? OTHER : CAPITAL;
  }
}
