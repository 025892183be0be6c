package org.duibiao.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A text in Chinese and in English.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record Bilingual(Html zh, Html en) {

  public static final Bilingual EMPTY = same("");

  /**
   * The same values put into a sentence of each language; see {@link Html#of}. A value that is
   * itself bilingual is inserted in that language.
   */
  public static Bilingual of(String zh, String en, Object... values) {
    return new Bilingual(
        Html.of(zh, side(values, Bilingual::zh)), Html.of(en, side(values, Bilingual::en)));
  }

  /** The values put into a template that is the same in both languages. */
  public static Bilingual both(String template, Object... values) {
    return of(template, template, values);
  }

  /** Names and phrases that are data: nothing in them is a placeholder. */
  public static Bilingual plain(String zh, String en) {
    return new Bilingual(Html.text(zh), Html.text(en));
  }

  /** What is the same in both languages. */
  public static Bilingual same(Object value) {
    Html html = Html.text(value);
    return new Bilingual(html, html);
  }

  /** A list, as each language writes it. */
  public static Bilingual list(List<Bilingual> parts) {
    return join("、", ", ", parts);
  }

  /** Statements one after the other, as each language separates them; empty ones are left out. */
  public static Bilingual statements(List<Bilingual> parts) {
    return join("；", "; ", parts.stream().filter(part -> !part.isEmpty()).toList());
  }

  /** All parts with a separator of each language. */
  public static Bilingual join(String zh, String en, List<Bilingual> parts) {
    return new Bilingual(
        Html.join(zh, parts.stream().map(Bilingual::zh).toList()),
        Html.join(en, parts.stream().map(Bilingual::en).toList()));
  }

  /** The words of both languages without markup. */
  public String plainText(String between) {
    return zh.plainText() + between + en.plainText();
  }

  public boolean isEmpty() {
    return zh.isEmpty() && en.isEmpty();
  }

  /** Both languages as elements that the switch shows and hides. */
  Html spans() {
    return zh.equals(en)
        ? zh
        : Html.of("<span lang=\"zh-CN\">{}</span><span lang=\"en\">{}</span>", zh, en);
  }

  private static Object[] side(Object[] values, Function<Bilingual, Html> side) {
    List<Object> chosen = new ArrayList<>();
    for (Object value : values) {
      chosen.add(value instanceof Bilingual text ? side.apply(text) : value);
    }
    return chosen.toArray();
  }
}
