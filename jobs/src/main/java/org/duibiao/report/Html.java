package org.duibiao.report;

/**
 * Markup that is safe to put into the page: whatever comes from outside has been escaped. The only
 * way to make it from values is a template of this package's own:
 *
 * <pre>{@code
 * Html.of("<td class=\"{}\">{}</td>", "n", "<b>")  →  <td class="n">&lt;b&gt;</td>
 * }</pre>
 */
final class Html {

  static final Html EMPTY = new Html("");

  private final String markup;

  private Html(String markup) {
    this.markup = markup;
  }

  /** Markup or a style sheet of this package's own. */
  static Html trusted(String markup) {
    return new Html(markup);
  }

  /** The value as text. */
  static Html text(Object value) {
    StringBuilder out = new StringBuilder();
    append(out, value);
    return new Html(out.toString());
  }

  /**
   * The template, each {@code {}} replaced by the next value and each {@code {2}} by the third:
   * markup as it is, a {@link Text} in both languages, the elements of an {@link Iterable} one
   * after the other, null as nothing, anything else escaped.
   */
  static Html of(String template, Object... values) {
    StringBuilder out = new StringBuilder(template.length() + 32 * values.length);
    int next = 0;
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      out.append(template, from, open);
      int close = template.indexOf('}', open);
      int index =
          close == open + 1 ? next++ : Integer.parseInt(template.substring(open + 1, close));
      append(out, values[index]);
      from = close + 1;
    }
    return new Html(out.append(template, from, template.length()).toString());
  }

  /** All of them with that text between. */
  static Html join(String between, Iterable<Html> parts) {
    StringBuilder out = new StringBuilder();
    String separator = "";
    for (Html part : parts) {
      append(out, separator);
      out.append(part.markup);
      separator = between;
    }
    return new Html(out.toString());
  }

  boolean isEmpty() {
    return markup.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Html html && markup.equals(html.markup);
  }

  @Override
  public int hashCode() {
    return markup.hashCode();
  }

  /** The markup. */
  @Override
  public String toString() {
    return markup;
  }

  /**
   * What a reader sees of it, for files that are no markup: {@code "3 &lt; 4<sup>1</sup>" → "3 <
   * 41"}.
   */
  String plain() {
    StringBuilder out = new StringBuilder(markup.length());
    int i = 0;
    while (i < markup.length()) {
      char c = markup.charAt(i);
      if (c == '<') {
        i = markup.indexOf('>', i) + 1;
      } else if (c == '&') {
        int end = markup.indexOf(';', i) + 1;
        out.append(character(markup.substring(i, end)));
        i = end;
      } else {
        out.append(c);
        i++;
      }
    }
    return out.toString();
  }

  /** The reverse of {@link #escape}, which knows no others. */
  private static char character(String entity) {
    return switch (entity) {
      case "&amp;" -> '&';
      case "&lt;" -> '<';
      case "&gt;" -> '>';
      case "&quot;" -> '"';
      case "&#39;" -> '\'';
      default -> throw new IllegalArgumentException("Not an entity of this class: " + entity);
    };
  }

  private static void append(StringBuilder out, Object value) {
    if (value instanceof Html html) {
      out.append(html.markup);
    } else if (value instanceof Text text) {
      out.append(text.spans().markup);
    } else if (value instanceof Iterable<?> parts) {
      parts.forEach(part -> append(out, part));
    } else if (value != null) {
      escape(out, Clean.text(value.toString()));
    }
  }

  private static void escape(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }
}
