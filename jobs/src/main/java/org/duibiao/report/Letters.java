package org.duibiao.report;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide text will be in a picture, whatever the font: estimated a little too wide, in em. A
 * picture cannot measure, and what does not fit would be cut by its edge.
 */
final class Letters {

  private static final double WIDE = 1;
  private static final double DIGIT = 0.64;
  private static final double CAPITAL = 0.72;
  private static final double NARROW = 0.36;
  private static final double BROAD = 0.9;
  private static final double OTHER = 0.58;

  private Letters() {}

  /** The wider of the two languages. */
  static double width(Text text, double size) {
    return Math.max(width(text.zh(), size), width(text.en(), size));
  }

  static double width(Html html, double size) {
    return size * plain(html).codePoints().mapToDouble(Letters::em).sum();
  }

  /** The text, cut with an ellipsis in the language in which it is wider than that. */
  static Text fit(Text text, double width, double size) {
    return new Text(fit(text.zh(), width, size), fit(text.en(), width, size));
  }

  static Html fit(Html html, double width, double size) {
    if (width(html, size) <= width) {
      return html;
    }
    StringBuilder out = new StringBuilder();
    double left = width / size - WIDE;
    for (int c : plain(html).codePoints().toArray()) {
      left -= em(c);
      if (left < 0) {
        break;
      }
      out.appendCodePoint(c);
    }
    return Html.text(out.toString().stripTrailing() + "…");
  }

  /** At most so many lines of that width; the last one is cut if there were more. */
  static List<Text> wrap(Text text, double width, double size, int lines) {
    List<Html> zh = wrap(text.zh(), width, size, lines);
    List<Html> en = wrap(text.en(), width, size, lines);
    List<Text> out = new ArrayList<>();
    for (int i = 0; i < Math.max(zh.size(), en.size()); i++) {
      out.add(
          new Text(i < zh.size() ? zh.get(i) : Html.EMPTY, i < en.size() ? en.get(i) : Html.EMPTY));
    }
    return out;
  }

  private static List<Html> wrap(Html html, double width, double size, int lines) {
    List<Html> out = new ArrayList<>();
    String rest = plain(html).strip();
    while (!rest.isEmpty() && out.size() < lines - 1) {
      int end = lineEnd(rest, width / size);
      out.add(Html.text(rest.substring(0, end).strip()));
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      out.add(fit(Html.text(rest), width, size));
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

  /** What is read of markup: without tags, and with letters instead of their names. */
  static String plain(Html html) {
    return html.toString()
        .replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
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
