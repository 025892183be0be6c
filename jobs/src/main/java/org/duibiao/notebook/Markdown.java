package org.duibiao.notebook;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.duibiao.report.Html;

/** Markdown with tables; markup in it is shown as it is written. */
final class Markdown {

  private static final List<org.commonmark.Extension> EXTENSIONS =
      List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .sanitizeUrls(true)
          .softbreak("\n")
          .build();
  private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();

  private Markdown() {}

  static Html html(String markdown) {
    return Html.trusted(HTML.render(PARSER.parse(markdown)));
  }

  /** What its first heading says, or null. */
  static String heading(String markdown) {
    String[] found = new String[1];
    PARSER
        .parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Heading heading) {
                if (found[0] == null) {
                  found[0] = text(heading);
                }
              }
            });
    return found[0];
  }

  private static String text(Node node) {
    return TEXT.render(node).strip();
  }
}
