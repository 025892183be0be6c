package org.duibiao.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.catalogue.Lexicon.Role;
import org.duibiao.model.Area;
import org.duibiao.model.Level;

/**
 * Whose figure it is: looks for the last area or institution before a figure that it is said of.
 */
final class Place {

  private static final String SUBJECT_FOLLOWS = "有为达是的则已共约占市仅只也均现全每人居总略更拥";
  private static final int LONGEST_NAME = 12;
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}年[末底]?");

  private final Vocabulary words;
  private final Area own;

  /** Where the last thing was said by which a figure was placed; -1 if nothing was. */
  private int saidAt = -1;

  Place(Vocabulary words, Area own) {
    this.words = words;
    this.own = own;
  }

  /**
   * Whose figures are.
   *
   * @param area another area than the document's, or null
   * @param scope the part of the area
   * @param institution whether it is one institution
   * @param phrase the words by which the institution was named, or null
   */
  record Whose(Area area, String scope, boolean institution, String phrase) {
    static final Whose CITY = new Whose(null, "city", false, null);

    /** Whether a later sentence still speaks of the institution. */
    boolean goesOn(String sentence) {
      if (!institution || phrase == null) {
        return false;
      }
      for (int i = 0; i + 4 <= phrase.length(); i++) {
        if (sentence.contains(phrase.substring(i))) {
          return true;
        }
      }
      return sentence.contains("该院")
          || sentence.contains("院区")
          || sentence.contains("该中心")
          || sentence.contains("医院现");
    }
  }

  /** The institution that a title names first, as in 某市人民医院将迁建; the city without one. */
  Whose titled(String title) {
    Whose whose = title == null ? null : named(title, 0, 0, title.length());
    return whose != null && whose.institution() ? whose : Whose.CITY;
  }

  /** Whose the figure is, starting from whose the one before was. */
  Whose of(String text, int from, Token token, Whose before) {
    saidAt = -1;
    Whose listed = listed(text, from, token);
    if (listed != null) {
      saidAt = token.cellFrom;
      return listed;
    }
    Area beside = token.rank ? null : beside(text, from, token);
    if (beside != null) {
      saidAt = token.cellFrom;
      return own != null && beside.code().equals(own.code())
          ? Whose.CITY
          : new Whose(beside, "city", false, null);
    }
    Whose whose = before;
    int depth = 0;
    Whose outside = before;
    for (int i = from; i < token.cellFrom; i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
        outside = whose;
      } else if (c == ')' && depth > 0) {
        depth--;
        whose = outside;
      } else if (depth == 0 && whose.area() == null && !whose.institution()) {
        boolean ends = c == ';' || c == '；' || (c == ',' || c == '，') && whose.phrase() == null;
        whose = ends ? Whose.CITY : whose;
      }
      Whose said = at(text, from, i, token.cellFrom);
      if (said != null) {
        whose = said;
        saidAt = i;
      }
    }
    int limit = Math.min(text.length(), token.cellTo + 16);
    for (int i = token.cellTo; i < limit && !isClauseEnd(text.charAt(i)); i++) {
      if (words.list(Role.LOCATED).at(text, i) != null || i == token.cellTo) {
        int core = words.list(Role.URBAN_CORE).first(text, i, limit);
        int end = i;
        while (end < limit && !isClauseEnd(text.charAt(end))) {
          end++;
        }
        if (core >= 0
            && core < end
            && words.list(Role.LOCATED).first(text, token.cellTo, core) >= 0) {
          saidAt = core;
          return new Whose(null, "urban_core", false, null);
        }
      }
    }
    return whose;
  }

  /** The one of several places before 分别 whose figure it is. */
  private Whose listed(String text, int from, Token token) {
    if (token.listSize < 2) {
      return null;
    }
    int mark = Marks.respectively(text, token.cellFrom);
    List<String> names = new ArrayList<>();
    int end = -1;
    for (int i = Math.max(from, mark - 60); i < mark; ) {
      String name = name(text, i);
      if (name == null) {
        i++;
        continue;
      }
      if (i != end) {
        names.clear();
      }
      names.add(name);
      end = i + name.length();
      i = end;
      if (i < mark && "、和与及".indexOf(text.charAt(i)) >= 0) {
        end = ++i;
      }
    }
    return names.size() == token.listSize ? whose(names.get(token.listed)) : null;
  }

  /** The name of a district of the city, or of a city, that starts there, or null. */
  private String name(String text, int at) {
    String name = words.districtNames().at(text, at);
    return name == null ? words.areaNames().at(text, at) : name;
  }

  private Whose whose(String name) {
    if (words.district(name) != null) {
      return new Whose(null, "district:" + words.district(name), false, name);
    }
    Area area = words.area(name);
    boolean ownName = own != null && area.code().equals(own.code());
    return ownName ? Whose.CITY : new Whose(area, "city", false, null);
  }

  /** The area whose figure it is right after its name: 比全省的5.66张. */
  private Area beside(String text, int from, Token token) {
    Area after = after(text, token);
    if (after != null) {
      return after;
    }
    int end = token.cellFrom;
    if (end > from && text.charAt(end - 1) == '(') {
      end--;
    }
    for (String link : List.of("的", "为", "平均水平", "水平", "平均", "约")) {
      if (text.startsWith(link, end - link.length()) && end - link.length() > from) {
        end -= link.length();
      }
    }
    end = beforeTime(text, end, from);
    String said = words.list(Role.NATION).before(text, end, from);
    if (said != null && text.startsWith("占", end - said.length() - 1)) {
      return null;
    }
    if (said != null) {
      return words.catalogue().areaOf("000000").orElse(null);
    }
    if (words.province().before(text, end, from) != null) {
      return province();
    }
    String name = words.areaNames().before(text, end, from);
    return name != null && words.area(name).isCity() ? words.area(name) : null;
  }

  /** 全国2017年5.72张: a year may stand between. */
  private static int beforeTime(String text, int end, int from) {
    Matcher year = YEAR.matcher(text).region(Math.max(from, end - 7), end);
    int start = end;
    while (year.find()) {
      start = year.end() == end ? year.start() : start;
    }
    return start;
  }

  /** 低于4.51张的全省平均水平. */
  private Area after(String text, Token token) {
    int at = token.cellTo;
    if (!text.startsWith("的", at)) {
      return null;
    }
    String nation = words.list(Role.NATION).at(text, at + 1);
    String said = nation == null ? words.province().at(text, at + 1) : nation;
    if (said == null || words.list(Role.AVERAGE).at(text, at + 1 + said.length()) == null) {
      return null;
    }
    return nation == null ? province() : words.catalogue().areaOf("000000").orElse(null);
  }

  private Area province() {
    Area area = own;
    while (area != null && area.level() != Level.PROVINCE && area.level() != Level.NATION) {
      area = area.parent() == null ? null : words.catalogue().areaOf(area.parent()).orElse(null);
    }
    return area;
  }

  int saidAt() {
    return saidAt;
  }

  private static boolean isClauseEnd(char c) {
    return "。;；!?,，、()0123456789".indexOf(c) >= 0;
  }

  /** What is said at a place of whose the next figures are; null if nothing. */
  private Whose at(String text, int from, int i, int limit) {
    String self = words.self().at(text, i);
    if (self != null && !isPart(text, i, self)) {
      return Whose.CITY;
    }
    if (words.list(Role.OWN_INSTITUTION).at(text, i) != null) {
      String said = words.list(Role.OWN_INSTITUTION).at(text, i);
      return new Whose(null, "institution:" + said, true, said);
    }
    String core = words.list(Role.URBAN_CORE).at(text, i);
    boolean opens = i == from || isStart(text.charAt(i - 1));
    if (core != null && (opens || words.list(Role.LOCATED).before(text, i, from) == null)) {
      return new Whose(null, "urban_core", false, opens ? core : null);
    }
    if (words.list(Role.NATION_SAYS).at(text, i) != null) {
      return words
          .catalogue()
          .areaOf("000000")
          .map(a -> new Whose(a, "city", false, null))
          .orElse(null);
    }
    Area average = average(text, i, limit);
    if (average != null) {
      return new Whose(average, "city", false, null);
    }
    String name = words.areaNames().at(text, i);
    if (name != null && i + name.length() <= limit) {
      Area area = words.area(name);
      boolean ownName = own != null && area.code().equals(own.code());
      char follows = i + name.length() < text.length() ? text.charAt(i + name.length()) : 0;
      boolean subject =
          SUBJECT_FOLLOWS.indexOf(follows) >= 0
              || Tokens.isBoundary(follows)
              || follows >= '0' && follows <= '9'
              || words.indicators().at(text, i + name.length()) != null;
      boolean compared = words.list(Role.COMPARATOR).before(text, i, from) != null;
      if (subject && !compared && area.isCity()) {
        return ownName ? Whose.CITY : new Whose(area, "city", false, null);
      }
    }
    String district = words.districtNames().at(text, i);
    if (district != null && i + district.length() <= limit && isSubject(text, i, district, from)) {
      return whose(district);
    }
    if (i == from || isStart(text.charAt(i - 1)) || isTime(text, i)) {
      return named(text, from, i, limit);
    }
    return null;
  }

  /** Whether the name of a district says whose the next figures are. */
  private boolean isSubject(String text, int at, String name, int from) {
    char before = at > from ? text.charAt(at - 1) : ',';
    boolean whole = words.district(name).equals(name);
    boolean opens = isStart(before) || Tokens.isBoundary(before) || "和与及".indexOf(before) >= 0;
    if (!opens && !(whole && before == '的')) {
      return false;
    }
    if (words.list(Role.COMPARATOR).before(text, at, from) != null && "和与及".indexOf(before) < 0) {
      return false;
    }
    int end = at + name.length();
    char follows = end < text.length() ? text.charAt(end) : 0;
    if (words.list(Role.INSTITUTION).first(text, end, Math.min(text.length(), end + 9)) >= 0) {
      return false;
    }
    return SUBJECT_FOLLOWS.indexOf(follows) >= 0
        || follows == '各'
        || follows >= '0' && follows <= '9'
        || Tokens.isNumeral(follows)
        || words.indicators().at(text, end) != null;
  }

  private static boolean isPart(String text, int at, String word) {
    return word.equals("市级") || at > 0 && text.charAt(at - 1) == '城' && word.startsWith("市");
  }

  /** Whether a time ends there, as before a subject: 2022年某某医院. */
  private static boolean isTime(String text, int at) {
    char c = text.charAt(at - 1);
    return (c == '年' || c == '月' || c == '底' || c == '末')
        && at > 4
        && Character.isDigit(text.charAt(at - 2));
  }

  private static boolean isStart(char c) {
    return "。;；!?,，:( 在".indexOf(c) >= 0 || c == '，';
  }

  /** The nation's or the province's average, where it is the subject. */
  private Area average(String text, int i, int limit) {
    String nation = words.list(Role.NATION).at(text, i);
    String province = nation != null ? null : words.province().at(text, i);
    String said = nation != null ? nation : province;
    if (said == null || words.list(Role.COMPARATOR).before(text, i, 0) != null) {
      return null;
    }
    int next = i + said.length();
    String average = words.list(Role.AVERAGE).at(text, next);
    boolean subject =
        average != null && next + average.length() <= limit
            || words.indicators().at(text, next) != null
            || next < text.length() && "有共为达分".indexOf(text.charAt(next)) >= 0;
    if (!subject) {
      return null;
    }
    if (nation != null) {
      return words.catalogue().areaOf("000000").orElse(null);
    }
    return province();
  }

  /** A district or one institution, named at the start of a clause. */
  private Whose named(String text, int from, int start, int limit) {
    int end = start;
    int most = Math.min(limit, start + LONGEST_NAME + 8);
    while (end < most && Vocabulary.isChinese(text.charAt(end))) {
      end++;
    }
    String phrase = text.substring(start, end);
    int suffix = -1;
    for (int i = 1; i < phrase.length() && i <= LONGEST_NAME; i++) {
      String institution = words.list(Role.INSTITUTION).at(phrase, i);
      if (institution != null) {
        suffix = i + institution.length();
        break;
      }
    }
    if (phrase.startsWith("市") && suffix < 0) {
      String institution = words.list(Role.INSTITUTION).at(phrase, 1);
      suffix = institution == null ? -1 : 1 + institution.length();
    }
    if (suffix > 0) {
      String name = phrase.substring(0, suffix);
      String rest = phrase.substring(suffix);
      boolean generic =
          words.list(Role.GENERIC).first(name, 0, Math.max(1, name.length() - 3)) >= 0
              || text.substring(end, Math.min(text.length(), end + 24))
                  .matches("[、\\u4E00-\\u9FFF]*等.*")
              || rest.contains("等")
              || rest.startsWith("和")
              || rest.startsWith("、")
              || rest.startsWith("数")
              || rest.startsWith("床")
              || end < text.length() && text.charAt(end) == '、' && rest.isEmpty();
      if (generic && text.substring(end, Math.min(text.length(), end + 24)).contains("等")) {
        return Whose.CITY;
      }
      return generic || !isName(name) ? null : new Whose(null, "institution:" + name, true, phrase);
    }
    for (int i = 1; i < phrase.length() && i <= 7; i++) {
      char c = phrase.charAt(i);
      if (c != '区' && c != '县' && c != '旗') {
        continue;
      }
      String name = phrase.substring(0, i + 1);
      char next = i + 1 < phrase.length() ? phrase.charAt(i + 1) : 0;
      boolean common =
          words.list(Role.COMMON_AREA).before(name, name.length(), 0) != null
              || words.list(Role.URBAN_CORE).before(name, name.length(), 0) != null
              || words.list(Role.GENERIC).first(name, 0, name.length() - 1) >= 0
              || words.list(Role.PREDICATE).first(name, 0, name.length() - 1) >= 0
              || words.lead(name) != null && words.lead(name).length() < name.length() - 1
              || name.chars().anyMatch(d -> Tokens.isNumeral((char) d))
              || name.length() > 5
              || "域级乡市内外划间两属".indexOf(next) >= 0;
      return common ? null : new Whose(null, "district:" + name, false, name);
    }
    return null;
  }

  /** Whether what stands before the kind of an institution is the name of one. */
  private boolean isName(String name) {
    String place = words.areaNames().at(name, 0);
    if (place != null || name.startsWith("市") || name.startsWith("第")) {
      return true;
    }
    for (int i = 1; i <= 3 && i < name.length(); i++) {
      if ("县区州旗镇乡".indexOf(name.charAt(i)) >= 0) {
        return true;
      }
    }
    return name.contains("大学") || name.contains("学院") || name.contains("街道");
  }

  /**
   * The area that texts are about, for a document whose own is not known: the first city that one
   * names, else the first province; the district, if the same text names one that has its name
   * alone.
   */
  static Area firstOf(Vocabulary words, List<String> texts) {
    Area province = null;
    for (String text : texts) {
      Area district = text == null ? null : words.soleDistrict(text);
      for (int i = 0; text != null && i < text.length(); i++) {
        String name = words.areaNames().at(text, i);
        int end = name == null ? i : i + name.length();
        // 中卫 in 其中卫生人员 is no city.
        boolean whole =
            name != null
                && (name.length() > 2
                    || i == 0
                    || !Vocabulary.isChinese(text.charAt(i - 1))
                    || end == text.length()
                    || !Vocabulary.isChinese(text.charAt(end)));
        if (whole && words.area(name).isCity()) {
          Area city = words.area(name);
          return district != null && district.parent().equals(city.code()) ? district : city;
        }
        if (whole && province == null && words.area(name).level() == Level.PROVINCE) {
          province = words.area(name);
        }
      }
      if (district != null) {
        return district;
      }
    }
    return province;
  }
}
