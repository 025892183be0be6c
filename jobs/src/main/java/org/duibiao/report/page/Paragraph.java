package org.duibiao.report.page;

import java.util.List;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;

/** Running text of the page; an empty text gives no paragraph. */
final class Paragraph {

  private Paragraph() {}

  static Html of(Bilingual text) {
    return text.isEmpty() ? Html.EMPTY : Html.of("<p>{}</p>\n", text);
  }

  /** A finding in a frame: a sentence that can be quoted, and what belongs to it. */
  static Html card(Bilingual sentence, Object... rest) {
    return Html.of("<article class=\"card\">{}{}</article>\n", lead(sentence), List.of(rest));
  }

  /** The sentence that says what a section or a card shows. */
  static Html lead(Bilingual text) {
    return text.isEmpty() ? Html.EMPTY : Html.of("<p class=\"lead\">{}</p>\n", text);
  }

  static Html note(Bilingual text) {
    return text.isEmpty() ? Html.EMPTY : Html.of("<p class=\"note\">{}</p>\n", text);
  }

  /** What must be known before something is quoted. */
  static Html caveat(Bilingual text) {
    return text.isEmpty() ? Html.EMPTY : Html.of("<p class=\"caveat\">{}</p>\n", text);
  }

  /** A list with a bullet for each text. */
  static Html list(List<?> texts) {
    return texts.isEmpty()
        ? Html.EMPTY
        : Html.of(
            "<ul>{}</ul>\n", texts.stream().map(text -> Html.of("<li>{}</li>\n", text)).toList());
  }
}
