package org.duibiao.normalize.cell;

import static java.util.stream.Collectors.toSet;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.Catalogue.Meaning;
import org.duibiao.catalogue.Terms;
import org.duibiao.model.Area;
import org.duibiao.model.Nature;
import org.duibiao.model.Scope;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Status;

/**
 * Reads what one header, one row label or one caption says, wherever it stands: what is counted,
 * its unit, a time, a scope, a status, an area.
 *
 * <pre>
 * 床位数(张)          床位数 in 张
 * #医院               医院, a part of what stands before or above
 * 2022年床位数(万张)   床位数 in 万张, of 2022
 * 全市                the whole city
 * 合计(人)            all of what stands above, in 人
 * 床位数_张           床位数 in 张
 * </pre>
 *
 * <p>Not safe for use by several threads.
 */
public final class HeaderReader {

  private static final int MAX_LENGTH = 80;
  private static final Pattern NUMBERING =
      Pattern.compile(
          "^(?:[一二三四五六七八九十]{1,3}[、.]|\\([一二三四五六七八九十0-9]{1,3}\\)|[0-9]{1,2}[.、)](?![0-9]))");
  private static final Pattern LEADING_PERIOD =
      Pattern.compile(
          "^((?:19|20)[0-9]{2}年?(?:[末底]|上半年|[0-9]{1,2}月[末底]?)?)[-_:\\s]*(?=\\p{IsHan})");
  private static final Pattern TRAILING_PERIOD =
      Pattern.compile("[-_:\\s]*((?<![0-9])(?:19|20)[0-9]{2}年?[末底]?)$");
  private static final Pattern ENGLISH_COUNT = Pattern.compile("^(?:the)?(?:number|no\\.?)of");
  private static final Pattern PARTS = Pattern.compile("\\s*:\\s*");
  private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)$");
  private static final Pattern COUNTING = Pattern.compile("(?<=.)(?:总数|个数|数量)$");
  private static final Pattern PART_MARK_END = Pattern.compile("^[:,、—\\s-]+");
  private static final Pattern LATIN_WORD =
      Pattern.compile("(?<=[\\p{IsHan})）\\s])[A-Z][a-z]+.*$", Pattern.DOTALL);
  private static final Pattern NOTE_MARK =
      Pattern.compile("(?<=[\\p{IsHan})])\\s*(?:\\[[0-9]{1,2}]|(?<=\\))[a-z])$");
  private static final Pattern STROKE = Pattern.compile("(.+?)\\s*[_/]\\s*(.+)");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  /** What the word lists of the catalogue say of a figure; the first that has a text holds. */
  private static final List<Map.Entry<String, Nature>> NATURES =
      List.of(
          nature("status/target", Status.TARGET, Measure.LEVEL),
          nature("status/actual", Status.ACTUAL, Measure.LEVEL),
          nature("status/standard", Status.STANDARD, Measure.LEVEL),
          nature("measure/change_rate", Status.ACTUAL, Measure.CHANGE_RATE),
          nature("measure/change", Status.ACTUAL, Measure.CHANGE));

  private final Catalogue catalogue;
  private final UnitReader units;
  private final Map<String, UnitReader.PrintedUnit> printedUnits = new HashMap<>();
  private final Map<List<Object>, PeriodReader.ParsedPeriod> periods = new HashMap<>();
  private final Map<String, Header> headers = new HashMap<>();
  private final Map<String, Optional<Area>> areas = new HashMap<>();
  private final Map<String, Set<String>> sets = new HashMap<>();
  private final Map<String, String> english = new HashMap<>();

  /** A reader by the words of a catalogue. */
  public HeaderReader(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.units = new UnitReader(catalogue);
    catalogue.indicators().forEach(each -> english.put(englishKey(each.en()), each.id()));
  }

  /** Reads a header. */
  public Header read(String text) {
    return headers.computeIfAbsent(text, this::parse);
  }

  private static Map.Entry<String, Nature> nature(String words, Status status, Measure measure) {
    return Map.entry(words, new Nature(List.of(), status, measure, List.of()));
  }

  private Header parse(String text) {
    HeaderBuilder draft = HeaderBuilder.builder(Header.NONE);
    String rest = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    if (rest.length() > MAX_LENGTH) {
      return draft.terms(List.of(rest)).build();
    }
    Header ofArea = ofArea(rest);
    if (ofArea != null) {
      return ofArea;
    }
    rest = withoutBrackets(withoutStroke(withoutNoteMark(rest), draft), draft);
    String chinese = chinesePart(rest);
    if (!chinese.equals(rest) && HAN.matcher(chinese).find()) {
      rest = withoutBrackets(chinese, draft);
    }
    rest = withoutNumbering(rest);
    String unmarked = withoutPartMark(rest);
    if (!unmarked.equals(rest)) {
      draft.part(true);
      rest = withoutBrackets(unmarked, draft);
    }
    rest = withoutPeriod(rest, draft);
    rest = meaning(rest).isPresent() ? rest : withoutTotal(rest);
    if (meaning(rest).isEmpty()) {
      boolean all = is("total/row", rest);
      if (takes(rest, draft)) {
        rest = "";
      } else if (all && "全各".indexOf(rest.charAt(0)) < 0) {
        draft.total(true);
        rest = "";
      } else if (all || area(rest).isPresent()) {
        // 全省 beside 全市 is another area, and not the sum of what stands around it.
        draft.area(rest);
        rest = "";
      }
    }
    Nature nature = draft.nature();
    if (nature != null && nature.measure() == Measure.CHANGE && isPercent(draft.unit())) {
      draft.nature(new Nature(List.of(), Status.ACTUAL, Measure.CHANGE_RATE, List.of()));
    }
    return draft.terms(rest.isEmpty() ? List.of() : List.of(rest)).build();
  }

  /** 床位数 of 济南, of 床位数:山东:济南; null if no part of the text is an area. */
  private Header ofArea(String text) {
    Header said = Header.NONE;
    String narrowest = null;
    for (String part : PARTS.split(text)) {
      if (area(part).isPresent()) {
        narrowest = narrower(narrowest, part);
      } else if (!part.equals(text)) {
        said = parse(part).within(said);
      }
    }
    return narrowest == null || said.equals(Header.NONE)
        ? null
        : HeaderBuilder.builder(said).area(narrowest).build();
  }

  /** The narrower of two areas, or both, which is none, if neither is in the other. */
  public String narrower(String one, String other) {
    Optional<Area> first = one == null ? Optional.empty() : area(one);
    Optional<Area> second = area(other);
    if (first.isEmpty()
        || second.isEmpty()
        || first.equals(second)
        || isIn(second.get(), first.get())) {
      return other;
    }
    return isIn(first.get(), second.get()) ? one : one + ", " + other;
  }

  private boolean isIn(Area area, Area wider) {
    return wider.code().equals(area.parent())
        || area.parent() != null
            && catalogue.areaByCode(area.parent()).filter(each -> isIn(each, wider)).isPresent();
  }

  /** Takes what stands in brackets at the end, if it is no part of a term that is known. */
  private String withoutBrackets(String text, HeaderBuilder draft) {
    String rest = text.strip();
    for (Matcher end = BRACKETS.matcher(rest); end.find() && end.start() > 0; ) {
      String inside = end.group(1).strip();
      UnitReader.PrintedUnit unit = unit(inside);
      boolean isUnit = unit != null && (unit.isKnown() || unit.isMultiplied());
      if (isUnit) {
        draft.unit(draft.unit() == null ? unit : draft.unit());
      } else if (meaning(rest).isPresent()
          || HAN.matcher(inside).find() && !takes(inside, draft)
          || !HAN.matcher(rest).find()) {
        return rest;
      }
      rest = rest.substring(0, end.start()).strip();
      end = BRACKETS.matcher(rest);
    }
    return rest;
  }

  /** A text without the mark of a footnote behind it: 全国[5], 床位数(张)a. */
  private static String withoutNoteMark(String text) {
    return NOTE_MARK.matcher(text.strip()).replaceFirst("");
  }

  /** 床位数, of 床位数_张: what stands behind a known term is its unit. */
  private String withoutStroke(String text, HeaderBuilder draft) {
    Matcher said = STROKE.matcher(text);
    boolean known = said.matches() && meaning(said.group(1)).isPresent();
    UnitReader.PrintedUnit unit = known ? unit(said.group(2)) : null;
    if (unit == null || !unit.isKnown() || meaning(text).isPresent()) {
      return text;
    }
    draft.unit(unit);
    return said.group(1);
  }

  /** 床位数, of 2022年床位数 and 床位数(张)_2022. */
  private String withoutPeriod(String text, HeaderBuilder draft) {
    if (draft.period() != null || isPeriod(text)) {
      return text;
    }
    for (Pattern place : List.of(LEADING_PERIOD, TRAILING_PERIOD)) {
      Matcher said = place.matcher(text);
      if (said.find() && said.group().length() < text.length() && meaning(text).isEmpty()) {
        draft.period(said.group(1));
        return withoutBrackets(said.replaceFirst(""), draft);
      }
    }
    return text;
  }

  /** A label without the number before it: 一、医院, 1.医院. */
  public static String withoutNumbering(String label) {
    String rest = NUMBERING.matcher(label).replaceFirst("").strip();
    return rest.isEmpty() ? label : rest;
  }

  /** A label without the mark of a part, 其中: or #, before it. */
  public String withoutPartMark(String label) {
    String rest = withoutWord("row/part", label);
    return rest == null ? label : PART_MARK_END.matcher(rest).replaceFirst("");
  }

  /** What follows the longest of these words that a text starts with; null if none leads it. */
  public String withoutWord(String id, String text) {
    return catalogue.words(id).stream()
        .filter(text::startsWith)
        .max(Comparator.comparingInt(String::length))
        .map(word -> text.substring(word.length()))
        .orElse(null);
  }

  private static boolean isPercent(UnitReader.PrintedUnit unit) {
    return unit != null && unit.units().stream().anyMatch(each -> each.id().equals("percent"));
  }

  /** 医院, of 医院合计. */
  private String withoutTotal(String text) {
    for (String word : catalogue.words("total/row")) {
      String rest = text.endsWith(word) ? text.substring(0, text.length() - word.length()) : "";
      if (meaning(rest).isPresent() || is("subject/all", rest)) {
        return rest;
      }
    }
    return text;
  }

  /** Takes a text that is as a whole a unit, a time, a scope or a status. */
  private boolean takes(String text, HeaderBuilder draft) {
    if (text.isEmpty() || is("term/aside", text)) {
      return true;
    }
    if (isPeriod(text) || is("period/this", text) || is("period/last", text)) {
      draft.period(text);
      return true;
    }
    UnitReader.PrintedUnit unit = unit(text);
    if (unit != null && unit.isKnown() && !text.startsWith("每")) {
      draft.unit(draft.unit() == null ? unit : draft.unit());
      return true;
    }
    if (is("scope/level", text) || !citiesOf(text).isEmpty()) {
      draft.scope(text);
      return true;
    }
    Nature nature = nature(text);
    nature = nature == null ? catalogue.nature(text).orElse(null) : nature;
    if (nature != null) {
      draft.nature(nature);
      return true;
    }
    return false;
  }

  private boolean isPeriod(String text) {
    return text.matches("(19|20)[0-9]{2}(?![0-9.]).*")
        && period(text, IndicatorKind.STOCK).period() != null;
  }

  /** What a header by itself says of status and measure, such as 目标值 or 比上年增长; null if nothing. */
  public Nature nature(String text) {
    return NATURES.stream()
        .filter(each -> is(each.getKey(), text))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(null);
  }

  /** A printed unit; null for a blank text. */
  public UnitReader.PrintedUnit unit(String text) {
    return text == null || text.isEmpty() ? null : printedUnits.computeIfAbsent(text, units::read);
  }

  /** What a text, or null, says of time for figures of a kind, or of one that is not known. */
  public PeriodReader.ParsedPeriod period(String text, IndicatorKind kind) {
    return periods.computeIfAbsent(
        Arrays.asList(text, kind), key -> PeriodReader.read(text == null ? "" : text, kind));
  }

  /** Whether a text is one of the words of the catalogue that say something. */
  public boolean is(String id, String text) {
    return sets.computeIfAbsent(
            id, each -> catalogue.words(each).stream().map(Terms::key).collect(toSet()))
        .contains(Terms.key(text));
  }

  /**
   * What a term means by the catalogue, in either language, with or without 数; characters that
   * scanners confuse are put right.
   */
  public Optional<Meaning> meaning(String term) {
    String counted = COUNTING.matcher(term).replaceFirst("") + "数";
    return Stream.of(term, putRight(term), counted, english.getOrDefault(englishKey(term), ""))
        .flatMap(each -> catalogue.meaning(each).stream())
        .findFirst();
  }

  /** A term in English without what does not matter: Number of Beds, beds, hospital_bed. */
  private static String englishKey(String term) {
    return ENGLISH_COUNT
        .matcher(Terms.key(term).replace("_", ""))
        .replaceFirst("")
        .replaceFirst("s$", "");
  }

  /** The Chinese words of a bilingual text: what stands before the first Latin word. */
  public static String chinesePart(String text) {
    Matcher latin = LATIN_WORD.matcher(text);
    return latin.find() && latin.start() > 0 ? text.substring(0, latin.start()).strip() : text;
  }

  /** Whether a text marks the sum of the rows around it, in one language or in two. */
  public boolean isTotal(String text) {
    return catalogue.isTotal(text) || catalogue.isTotal(chinesePart(text.strip()));
  }

  /**
   * The area of a name, in one language or in two; characters that scanners confuse are put right.
   */
  public Optional<Area> area(String name) {
    return areas.computeIfAbsent(
        name,
        key ->
            Stream.of(key, chinesePart(key.strip()), putRight(key))
                .map(HeaderReader::withoutNoteMark)
                .flatMap(each -> catalogue.area(each).stream())
                .findFirst());
  }

  /** The scope that a text names within a city, or null without one: {@code district:甲区}. */
  public String scope(String text, Area city) {
    boolean whole = area(text).filter(area -> area.equals(city)).isPresent();
    if (whole || isTotal(text)) {
      return Scope.CITY;
    }
    String name = Terms.key(chinesePart(text.strip()));
    if (city != null && citiesOf(name).contains(city.code())) {
      return "district:" + name;
    }
    return switch (name) {
      case "全市", "市域", "city" -> Scope.CITY;
      case "市区", "城区", "主城区", "市辖区", "urban_core" -> "urban_core";
      default -> {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        yield plain.contains(":") ? plain : "district:" + plain;
      }
    };
  }

  /** Whether it is a county of another city; districts of one name are in many. */
  public boolean isElsewhere(String name, Area city) {
    Set<String> cities = citiesOf(name);
    return city != null
        && !name.endsWith("区")
        && !cities.isEmpty()
        && !cities.contains(city.code());
  }

  /** The codes of the cities that have a district or county of that name. */
  public Set<String> citiesOf(String district) {
    return catalogue.districtsNamed(chinesePart(district.strip())).stream()
        .map(Area::parent)
        .collect(toSet());
  }

  /** A name with the characters that look like those that scanners took for them. */
  private String putRight(String name) {
    String right = name;
    for (String pair : catalogue.words("scan/confused")) {
      right = right.replace(pair.charAt(0), pair.charAt(1));
    }
    return right;
  }
}
