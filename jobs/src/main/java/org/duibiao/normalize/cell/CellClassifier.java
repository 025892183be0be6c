package org.duibiao.normalize.cell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.model.Area;
import org.duibiao.model.Period;
import org.duibiao.model.code.AreaLevel;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.normalize.number.NumberReader;
import org.duibiao.normalize.number.ParsedNumber;

/** What single texts of a file without a sidecar look like; nothing is decided here. */
public final class CellClassifier {

  private static final int FIRST_YEAR = 1949;
  private static final int MAX_TERM_LENGTH = 80;
  private static final Pattern BARE_YEAR =
      Pattern.compile("(?:19(?:49|[5-9][0-9])|20[0-9]{2}|2100)(?:\\.0+)?");
  private static final Pattern PERIOD_IN_TEXT =
      Pattern.compile(
          "(?<![0-9])((?:19|20)[0-9]{2})\\s*(年(?:[0-9]{1,2}[-—–~至到])?(?:[0-9]{1,2}月份?)?(?:上半年|下半年"
              + "|前?[一二三四1-4]季度|前三季度)?[末底]?|(?![0-9]))");

  private final Catalogue catalogue;
  private final HeaderReader headers;
  private final List<Area> cities;

  public CellClassifier(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.cities = catalogue.areas().stream().filter(Area::isCity).toList();
    this.headers = new HeaderReader(catalogue);
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  /** The reader of headers and labels by the same catalogue. */
  public HeaderReader headers() {
    return headers;
  }

  public boolean isArea(String text) {
    return headers.area(text).isPresent() || headers.isTotal(text);
  }

  public boolean isCity(String text) {
    return headers.area(text).filter(Area::isCity).isPresent();
  }

  /** Whether a name begins with that of an area. */
  public boolean startsWithArea(String name) {
    return catalogue.areas().stream()
        .flatMap(area -> names(area).stream())
        .anyMatch(name::startsWith);
  }

  /** A number in four digits that may be a year. */
  public boolean isBareYear(String text) {
    return BARE_YEAR.matcher(text.strip()).matches();
  }

  /** A period in words or digits, a bare year too. */
  public boolean isPeriod(String text) {
    String plain = text.strip();
    if (plain.matches("[0-9.]+") && !isBareYear(plain)) {
      return false;
    }
    Period period = headers.period(plain, IndicatorKind.STOCK).period();
    return period != null && period.end().getYear() >= FIRST_YEAR;
  }

  /** A number, or a sign that it is missing. */
  public boolean isNumber(String text) {
    return !text.isBlank() && !(NumberReader.read(text) instanceof ParsedNumber.Unreadable);
  }

  public boolean isUnit(String text) {
    UnitReader.PrintedUnit unit = text.length() > 12 ? null : headers.unit(text);
    return unit != null && unit.isKnown();
  }

  /** What the catalogue knows under a term, with or without a unit in brackets. */
  public Optional<Catalogue.Meaning> meaning(String text) {
    String term = text.strip();
    if (term.length() > MAX_TERM_LENGTH) {
      return Optional.empty();
    }
    return headers.meaning(term).or(() -> headers.meaning(withoutUnit(term)));
  }

  /** A term without the brackets at its end. */
  static String withoutUnit(String term) {
    int open = Math.max(term.lastIndexOf('('), term.lastIndexOf('（'));
    boolean closes = term.endsWith(")") || term.endsWith("）");
    return open > 0 && closes ? term.substring(0, open).strip() : term;
  }

  /** Whether a header is one of the words that say so. */
  public boolean matchesWords(String id, String header) {
    return Stream.of(header, withoutUnit(header.strip()), HeaderReader.chinesePart(header))
        .anyMatch(each -> headers.is(id, each));
  }

  /** The one period that a text names; null without one, or with several years. */
  public String periodIn(String text) {
    Matcher matcher = PERIOD_IN_TEXT.matcher(text);
    String found = null;
    while (matcher.find()) {
      String period = matcher.group(1) + (matcher.group(2).isEmpty() ? "年" : matcher.group(2));
      boolean volume =
          catalogue.words("class/yearbook").stream()
              .anyMatch(
                  word ->
                      text.startsWith(word, matcher.end())
                          || text.substring(0, matcher.start()).strip().endsWith(word));
      if (volume) {
        // A yearbook is about the time before it.
        continue;
      }
      if (found != null && !found.substring(0, 4).equals(period.substring(0, 4))) {
        return null;
      }
      found = found == null || period.length() > found.length() ? period : found;
    }
    return found == null || isPeriod(found) ? found : null;
  }

  /**
   * The city that a text names; null without one, with several, or with a province that it is not
   * in. The longest names first.
   */
  public Area cityIn(String text) {
    Area found =
        cities.stream()
            .flatMap(area -> names(area).stream().map(name -> Map.entry(name, area)))
            .filter(each -> names(text, each.getKey()))
            .reduce((one, other) -> other.getKey().length() > one.getKey().length() ? other : one)
            .map(Map.Entry::getValue)
            .orElse(null);
    String rest = text;
    for (String name : found == null ? List.<String>of() : names(found)) {
      rest = rest.replace(name, "□");
    }
    String others = rest;
    boolean several =
        catalogue.areas().stream()
            .filter(area -> area.isCity() || area.level() == AreaLevel.PROVINCE)
            .filter(area -> found == null || !area.code().equals(found.parent()))
            .anyMatch(area -> area.zh().length() > 2 && others.contains(area.zh()));
    return several ? null : found;
  }

  /** Whether a text names a province, or all of one: 浙江省, 全省. */
  public boolean namesProvince(String text) {
    return text.contains("全省") || provinces().anyMatch(area -> text.contains(area.zh()));
  }

  /** The only province that a text names, by its full or its short name. */
  public Optional<Area> provinceIn(String text) {
    List<Area> named =
        provinces().filter(area -> names(area).stream().anyMatch(text::contains)).toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  private Stream<Area> provinces() {
    return catalogue.areas().stream().filter(area -> area.level() == AreaLevel.PROVINCE);
  }

  /** Whether a text says a name, and not 中卫 in 其中卫生人员: a short one begins a text or has 市. */
  private static boolean names(String text, String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean opens = at == 0 || !Character.isIdeographic(text.charAt(at - 1));
      boolean ends = end == text.length() || !Character.isIdeographic(text.charAt(end));
      if (name.length() > 2 || opens || ends || text.charAt(end) == '市') {
        return true;
      }
    }
    return false;
  }

  /** Full names, and short ones of two characters or more in Chinese. */
  public static List<String> names(Area area) {
    return Stream.concat(
            Stream.of(area.zh()),
            area.aliases().stream()
                .filter(alias -> alias.length() > 1 && alias.charAt(0) >= '\u4E00'))
        .toList();
  }
}
