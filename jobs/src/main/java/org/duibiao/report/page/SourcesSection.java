package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.duibiao.markup.Html;
import org.duibiao.markup.Sanitizer;
import org.duibiao.report.model.Citations;
import org.duibiao.tables.Figure;

/** The source of every figure: its publication, its place in it and its wording. */
public final class SourcesSection {

  private static final Pattern WEB = Pattern.compile("https?://[\\x21-\\x7E&&[^<>\"'\\\\^`{|}]]+");

  private SourcesSection() {}

  /** The figures of one part of the page, those of a publication together. */
  public static List<List<Citations.Citation>> publications(Citations citations) {
    List<List<Citations.Citation>> groups = new ArrayList<>();
    Object last = null;
    for (Citations.Citation entry : citations.own()) {
      Object publication = publication(entry.figure());
      if (!publication.equals(last)) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(entry);
      last = publication;
    }
    return groups;
  }

  private static List<String> publication(Figure figure) {
    return List.of(
        figure.sourceId(),
        figure.path(),
        figure.publisher(),
        figure.sourceClass().id(),
        Objects.toString(figure.published()));
  }

  /** A web address as a link; any other address as text. */
  public static Html link(String url) {
    String text = Sanitizer.shorten(url, 300);
    return url.length() <= 2000 && WEB.matcher(url).matches()
        ? Html.of("<a href=\"{0}\" rel=\"noopener noreferrer\">{1}</a>", url, text)
        : Html.text(text);
  }

  /** The text, or nothing where it is null or blank. */
  public static String present(String text) {
    return text == null || text.isBlank() ? "" : text;
  }
}
