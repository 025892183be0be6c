package org.duibiao.prose;

import java.util.ArrayList;
import java.util.List;
import org.duibiao.catalogue.Lexicon.Role;
import org.duibiao.model.Area;

/** Tells whose a figure is: the last area or institution before it that something is said of. */
final class Place {

  private static final String SUBJECT_FOLLOWS = "有为达是的则已共约占市仅只也均现全每人居总略更拥";

  private final Vocabulary words;
  private final Area own;
  private final PlaceNames names;
  private final AreaBeside besides;

  /**
   * Tells whose figures are in one document.
   *
   * @param own the area that the document is about, or null
   */
  Place(Vocabulary words, Area own) {
    this.words = words;
    this.own = own;
    this.names = new PlaceNames(words);
    this.besides = new AreaBeside(words, own);
  }

  /**
   * Whose a figure is.
   *
   * @param at where the last thing was said by which it was placed; -1 if nothing was
   */
  record Found(Whose whose, int at) {}

  /** Whether a later sentence still speaks of an institution. */
  boolean goesOn(Whose whose, String sentence) {
    if (!whose.institution() || whose.phrase() == null) {
      return false;
    }
    for (int i = 0; i + 4 <= whose.phrase().length(); i++) {
      if (sentence.contains(whose.phrase().substring(i))) {
        return true;
      }
    }
    return words.list(Role.SAME_INSTITUTION).in(sentence);
  }

  /** Whose the figure is, starting from whose the one before was. */
  Found of(String text, int from, Token token, Whose before) {
    int saidAt = -1;
    Whose listed = listed(text, from, token);
    if (listed != null) {
      return new Found(listed, token.cellFrom);
    }
    Area beside = token.rank ? null : besides.of(text, from, token);
    if (beside != null) {
      return new Found(whose(beside), token.cellFrom);
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
          return new Found(new Whose(null, "urban_core", false, null), core);
        }
      }
    }
    return new Found(whose, saidAt);
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
    return whose(words.area(name));
  }

  private Whose whose(Area area) {
    boolean ownArea = own != null && area.code().equals(own.code());
    return ownArea ? Whose.CITY : new Whose(area, "city", false, null);
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
      Area nation = words.nation();
      return nation == null ? null : new Whose(nation, "city", false, null);
    }
    Area average = average(text, i, limit);
    if (average != null) {
      return new Whose(average, "city", false, null);
    }
    String name = words.areaNames().at(text, i);
    if (name != null && i + name.length() <= limit) {
      Area area = words.area(name);
      char follows = i + name.length() < text.length() ? text.charAt(i + name.length()) : 0;
      boolean subject =
          SUBJECT_FOLLOWS.indexOf(follows) >= 0
              || Characters.isBoundary(follows)
              || follows >= '0' && follows <= '9'
              || words.indicators().at(text, i + name.length()) != null;
      boolean compared = words.list(Role.COMPARATOR).before(text, i, from) != null;
      if (subject && !compared && area.isCity()) {
        return whose(area);
      }
    }
    String district = words.districtNames().at(text, i);
    if (district != null && i + district.length() <= limit && isSubject(text, i, district, from)) {
      return whose(district);
    }
    if (i == from || isStart(text.charAt(i - 1)) || isTime(text, i)) {
      return names.at(text, i, limit);
    }
    return null;
  }

  /** Whether the name of a district says whose the next figures are. */
  private boolean isSubject(String text, int at, String name, int from) {
    char before = at > from ? text.charAt(at - 1) : ',';
    boolean whole = words.district(name).equals(name);
    boolean opens = isStart(before) || Characters.isBoundary(before) || "和与及".indexOf(before) >= 0;
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
        || Characters.isNumeral(follows)
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
      return words.nation();
    }
    return words.provinceOf(own);
  }
}
