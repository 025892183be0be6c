package org.duibiao.markup;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Markup that is safe to put into a page: whatever comes from outside has been escaped. The only
 * way to make it from values is a template that is written in code or in {@code texts.csv}:
 *
 * <pre>{@code
 * Html.of("<td class=\"{}\">{}</td>", "n", "<b>")  →  <td class="n">&lt;b&gt;</td>
 * }</pre>
 */
public final class Html {

  /** Nothing. */
  public static final Html EMPTY = new Html("");

  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  private final String markup;

  private Html(String markup) {
    this.markup = markup;
  }

  /** Markup or a style sheet that is written in code or already escaped. */
  public static Html trusted(String markup) {
    return new Html(markup);
  }

  /** The value as text. */
  public static Html text(Object value) {
    StringBuilder out = new StringBuilder();
    append(out, value);
    return new Html(out.toString());
  }

  /**
   * The template, each {@code {}} replaced by the next value and each {@code {2}} by the third:
   * markup as it is, a {@link Bilingual} in both languages, the elements of an {@link Iterable} one
   * after the other, null as nothing, anything else escaped.
   */
  public static Html of(String template, Object... values) {
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

  /** The values one after the other, each as in a template. */
  public static Html all(Object... values) {
    return text(Arrays.asList(values));
  }

  /** All parts with a separator. */
  public static Html join(String between, Iterable<Html> parts) {
    StringBuilder out = new StringBuilder();
    String separator = "";
    for (Html part : parts) {
      append(out, separator);
      out.append(part.markup);
      separator = between;
    }
    return new Html(out.toString());
  }

  /** The words without the markup, for files of another kind: {@code a &lt; <b>2</b> → a < 2}. */
  public String plainText() {
    if (markup.indexOf('<') < 0 && markup.indexOf('&') < 0) {
      return markup;
    }
    return TAG.matcher(markup)
        .replaceAll("")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
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

  private static void append(StringBuilder out, Object value) {
    if (value instanceof Html html) {
      out.append(html.markup);
    } else if (value instanceof Bilingual text) {
      out.append(text.spans().markup);
    } else if (value instanceof Iterable<?> parts) {
      parts.forEach(part -> append(out, part));
    } else if (value != null) {
      escape(out, Sanitizer.clean(value.toString()));
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
