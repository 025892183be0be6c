package org.duibiao.normalize.describe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duibiao.model.Area;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.normalize.cell.CellClassifier;

/** Where a file comes from, as far as it says so itself. */
final class SourceDraft {

  /** What a key holds until a person fills it in; a run refuses it. */
  static final String PLACEHOLDER = "?";

  private static final Pattern DATE =
      Pattern.compile(
          "(?<![0-9])(?:19|20)[0-9]{2}(?:年\\s*[01]?[0-9]\\s*月\\s*[0-3]?[0-9]\\s*[日号]"
              + "|([-/.])[01]?[0-9]\\1[0-3]?[0-9](?![0-9]))");
  private static final Pattern COMPACT_DATE =
      Pattern.compile("(?<![0-9])(?:19|20)[0-9]{2}[01][0-9][0-3][0-9](?![0-9])");
  private static final String SAID = "the file says '%s'";
  private static final int MAX_TITLE_LENGTH = 80;
  private static final int MAX_NAME_LENGTH = 30;

  private final CellClassifier classifier;
  private final String path;

  /** The file's name without folder and extension. */
  final String stem;

  private final List<String> lines;

  /**
   * A draft.
   *
   * @param path the file's path in the landing area
   * @param lines what stands in the file outside of tables, in order: titles, footnotes, text
   */
  SourceDraft(CellClassifier classifier, String path, List<String> lines) {
    this.classifier = classifier;
    this.path = path;
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    this.stem = dot > 0 ? name.substring(0, dot) : name;
    this.lines = lines;
  }

  /** What stands right behind one of these words and a colon: 来源:统计局. Null without it. */
  static String afterLabel(List<String> words, String line) {
    String rest = restAfterLabel(words, line);
    return rest == null ? null : rest.split("[\\s　|;；。,，]|[)）】]$", 2)[0].strip();
  }

  /** All that stands behind one of these words and a colon; null without it. */
  static String restAfterLabel(List<String> words, String line) {
    for (String word : words) {
      Matcher label =
          Pattern.compile("(?s)" + Pattern.quote(word) + "\\p{javaWhitespace}*+[:：](.*)")
              .matcher(line);
      if (label.find()) {
        return label.group(1).strip();
      }
    }
    return null;
  }

  void write(SidecarWriter draft, boolean perRow) {
    Optional<Guess> publisher = publisher();
    publisher.ifPresent(guess -> draft.line("", "publisher", guess));
    if (publisher.isEmpty() && !perRow) {
      draft.raw(
          "publisher: \"" + PLACEHOLDER + "\"",
          "TO FILL IN: the file does not say who published it");
    }
    String title = title();
    String reason = title.equals(stem) ? "the file's name" : "the first line that can be one";
    draft.line("", "title", title, reason);
    Optional<Guess> published = published();
    published.ifPresent(guess -> draft.line("", "published", guess));
    if (published.isEmpty() && !perRow) {
      draft.line(
          "",
          "published",
          "unknown",
          "the file does not say when; a day such as 2024-04-28 is better: unknown loses to it");
    }
    draft.line("", "class", sourceClass(title));
  }

  private List<String> words(String id) {
    return classifier.catalogue().words(id);
  }

  private Optional<Guess> publisher() {
    List<String> places = new ArrayList<>(lines);
    places.add(stem);
    places.addAll(folders());
    return Guess.first(
            lines,
            line -> {
              String named = afterLabel(words("publisher/before"), line);
              return named != null && isPublisher(named) ? named : null;
            },
            SAID)
        .or(() -> Guess.first(places, this::institution, "named in '%s'"));
  }

  /** A name that says which city's, province's or country's authority it is, or no authority's. */
  private boolean isPublisher(String name) {
    boolean authority = words("publisher/ends").stream().anyMatch(name::endsWith);
    return name.length() > 1
        && name.length() <= MAX_NAME_LENGTH
        && (!authority || isOfArea(name))
        && name.matches("[\\p{IsHan}A-Za-z0-9（）()《》“”·. -]+");
  }

  private boolean isOfArea(String name) {
    return name.startsWith("国家") || name.startsWith("中国") || classifier.startsWithArea(name);
  }

  /** The names of the folders around the file, from the inside. */
  private List<String> folders() {
    List<String> folders = new ArrayList<>(List.of(path.split("/")));
    folders.remove(folders.size() - 1);
    Collections.reverse(folders);
    return folders;
  }

  /** A publisher's whole name: what stands before 统计局 and its like. */
  private String institution(String text) {
    String best = null;
    for (String end : words("publisher/ends")) {
      Matcher matcher =
          Pattern.compile("(?<!\\p{IsHan})\\p{IsHan}{2,14}?" + Pattern.quote(end)).matcher(text);
      // The name of a site alone is a link that leads elsewhere.
      if (matcher.find()
          && isOfArea(matcher.group())
          && !(end.endsWith("网") && matcher.group().equals(text.strip()))
          && (best == null || matcher.group().length() > best.length())) {
        best = matcher.group();
      }
    }
    return best;
  }

  /** The first line that can be a title, else the file's name. */
  String title() {
    return lines.stream().map(String::strip).filter(this::isTitle).findFirst().orElse(stem);
  }

  private boolean isTitle(String line) {
    return line.length() >= 4
        && line.length() <= MAX_TITLE_LENGTH
        && line.matches(".*\\p{IsHan}{3}.*")
        && Stream.of("unit/before", "publisher/before", "published/before")
            .allMatch(id -> afterLabel(words(id), line) == null)
        && !line.endsWith("。")
        && !isMenu(line);
  }

  /** 首页 | 政务公开, or 当前位置:首页>数据 */
  private boolean isMenu(String line) {
    return words("page/menu").stream().anyMatch(line::contains) || line.split("[|｜>›»]").length > 2;
  }

  private Optional<Guess> published() {
    List<String> outer = new ArrayList<>(lines.subList(0, Math.min(6, lines.size())));
    outer.addAll(lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    return Guess.first(
            lines,
            line -> {
              String said = afterLabel(words("published/before"), line);
              return said == null ? null : date(line.substring(line.indexOf(said)));
            },
            SAID)
        .or(() -> Guess.first(List.of(stem), this::date, "the date in the file's name"))
        .or(
            () ->
                Guess.first(
                    outer, line -> line.length() <= 40 ? date(line) : null, "the date in '%s'"));
  }

  /** The first day of the calendar in a text; null without one. */
  private String date(String text) {
    return Stream.of(DATE, COMPACT_DATE)
        .flatMap(pattern -> pattern.matcher(text).results())
        .map(found -> classifier.headers().period(found.group(), IndicatorKind.STOCK).period())
        .filter(Objects::nonNull)
        .map(day -> day.end().toString())
        .findFirst()
        .orElse(null);
  }

  private Guess sourceClass(String title) {
    for (String kind : List.of("census", "yearbook", "bulletin", "news", "report")) {
      for (String word : words("class/" + kind)) {
        if (title.contains(word) || stem.contains(word)) {
          return new Guess(kind, "'" + word + "' in the title");
        }
      }
    }
    return new Guess("report", "nothing says yearbook, bulletin or news");
  }

  /** The one city that the titles, the name or the folder name, else the nation; null without. */
  Area city() {
    if (classifier.cityIn(title()) == null && classifier.namesProvince(title())) {
      return null;
    }
    List<String> places = new ArrayList<>();
    places.add(title());
    lines.stream().map(this::institution).filter(Objects::nonNull).forEach(places::add);
    places.add(stem);
    places.addAll(lines.subList(0, Math.min(lines.size(), 6)));
    places.addAll(folders());
    return places.stream()
        .map(classifier::cityIn)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(this::nation);
  }

  /** The nation if the file says that it comes from a database about it; null otherwise. */
  private Area nation() {
    boolean said =
        lines.stream()
            .map(line -> restAfterLabel(words("database/before"), line))
            .anyMatch(words("database/nation")::contains);
    return said ? classifier.catalogue().areaByCode("000000").orElseThrow() : null;
  }
}
