package org.duibiao.report.page;

import java.util.List;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;

/** A finding in a frame: a sentence that can be quoted, and what belongs to it. */
final class Card {

  private Card() {}

  static Html of(Bilingual lead, Object... rest) {
    return Html.of("<article class=\"card\">{}{}</article>\n", Paragraph.lead(lead), List.of(rest));
  }
}
