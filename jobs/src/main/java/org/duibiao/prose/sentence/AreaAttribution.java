package org.duibiao.prose.sentence;

import java.util.ArrayList;
import java.util.List;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.model.Area;
import org.duibiao.prose.document.FigureSubject;
import org.duibiao.prose.document.NamedEntityFinder;
import org.duibiao.prose.document.SectionTracker;
import org.duibiao.prose.words.Characters;
import org.duibiao.prose.words.DocumentVocabulary;
import org.duibiao.prose.words.Segmentation;

/** Tells whose a figure is: the last area or institution before it that something is said of. */
final class AreaAttribution {

  private static final String SUBJECT_FOLLOWS = "有为达是的则已共约占市仅只也均现全每人居总略更拥";

  private static final int LONGEST_HEADING = 24;

  private final DocumentVocabulary words;
  private final Area documentArea;
  private final NamedEntityFinder names;
  private final AdjacentAreaFinder adjacentAreas;

  /** Whether the heading is a line without a number, which holds until something else is named. */
  private boolean underLineHeading;

  /** The district that the heading over the paragraph names, or null. */
  private FigureSubject headingSubject;

  /** The district that the paragraph named last at the start of a sentence, or null. */
  private FigureSubject lastMentionedDistrict;

  /** Whose figures are once nothing else holds. */
  private FigureSubject defaultSubject = FigureSubject.CITY;

  /**
   * Tells whose figures are in one document.
   *
   * @param own the area that the document is about, or null
   */
  AreaAttribution(DocumentVocabulary words, Area own) {
    this.words = words;
    this.documentArea = own;
    this.names = new NamedEntityFinder(words);
    this.adjacentAreas = new AdjacentAreaFinder(words, own);
  }

  /**
   * Whose a figure is.
   *
   * @param at where the last thing was said by which it was placed; -1 if nothing was
   */
  record SubjectMatch(FigureSubject subject, int at) {}

  /**
   * Begins a paragraph.
   *
   * @param document whose the figures of the document are, where nothing else is said
   * @return whose those of the paragraph are: a heading such as （一）中山区。 says it for all that stand
   *     under it
   */
  FigureSubject beginParagraph(String text, FigureSubject document) {
    String heading = SectionTracker.headingText(text);
    if (heading != null) {
      FigureSubject named = names.at(heading, 0, heading.length());
      boolean only = named != null && !named.institution() && heading.equals(named.phrase());
      headingSubject =
          words.fullDistrictName(heading) != null ? subjectOf(heading) : only ? named : null;
    }
    if (heading == null) {
      int colon = text.indexOf(':');
      String district = colon > 0 ? words.fullDistrictName(text.substring(0, colon)) : null;
      boolean line = text.length() <= LONGEST_HEADING && text.indexOf('。') < 0;
      if (district != null && line) {
        // 泰和:设备“跑”下去
        headingSubject = subjectOf(text.substring(0, colon));
        underLineHeading = true;
      } else if (underLineHeading && headingSubject != null && saysAnother(text)) {
        headingSubject = null;
      }
    } else {
      underLineHeading = false;
    }
    lastMentionedDistrict = headingSubject;
    defaultSubject = headingSubject == null ? FigureSubject.CITY : headingSubject;
    return headingSubject == null ? document : headingSubject;
  }

  /** Whether a text speaks of the city, or of another district than the one in the heading. */
  private boolean saysAnother(String text) {
    for (int i = 0; i < text.length(); i++) {
      String district = words.districtNames().at(text, i);
      if (words.ownAreaWords().at(text, i) != null
          || district != null && !subjectOf(district).scope().equals(headingSubject.scope())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a later sentence still speaks of an institution. */
  boolean continues(FigureSubject whose, String sentence) {
    if (!whose.institution() || whose.phrase() == null) {
      return false;
    }
    for (int i = 0; i + 4 <= whose.phrase().length(); i++) {
      if (sentence.contains(whose.phrase().substring(i))) {
        return true;
      }
    }
    return words.list(WordClass.SAME_INSTITUTION).occursIn(sentence);
  }

  /** Whose the figure is, starting from whose the one before was. */
  SubjectMatch attribute(String text, int from, NumberToken token, FigureSubject before) {
    int saidAt = -1;
    FigureSubject listed = listed(text, from, token);
    if (listed != null) {
      return new SubjectMatch(listed, token.quantityFrom);
    }
    Area beside = token.rank ? null : adjacentAreas.find(text, from, token);
    if (beside != null) {
      return new SubjectMatch(subjectOf(beside), token.quantityFrom);
    }
    int named = token.quantityFrom;
    named -= named > from && text.charAt(named - 1) == '(' ? 1 : 0;
    String district = token.rank ? null : words.districtNames().before(text, named, from);
    if (district != null && words.fullDistrictName(district).equals(district)) {
      return new SubjectMatch(subjectOf(district), token.quantityFrom);
    }
    FigureSubject whose = before;
    int depth = 0;
    FigureSubject outside = before;
    for (int i = from; i < token.quantityFrom; i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
        outside = whose;
      } else if (c == ')' && depth > 0) {
        depth--;
        whose = outside;
      } else if (depth == 0 && whose.area() == null && !whose.institution()) {
        boolean ends = c == ';' || c == '；' || (c == ',' || c == '，') && whose.phrase() == null;
        whose = ends ? defaultSubject : whose;
      }
      FigureSubject said = at(text, from, i, token.quantityFrom);
      if (said != null) {
        whose = said;
        saidAt = i;
      }
    }
    int limit = Math.min(text.length(), token.quantityTo + 16);
    for (int i = token.quantityTo; i < limit && !isClauseEnd(text.charAt(i)); i++) {
      if (words.list(WordClass.LOCATED).at(text, i) != null || i == token.quantityTo) {
        int core = words.list(WordClass.URBAN_CORE).firstIndex(text, i, limit);
        int end = i;
        while (end < limit && !isClauseEnd(text.charAt(end))) {
          end++;
        }
        if (core >= 0
            && core < end
            && words.list(WordClass.LOCATED).firstIndex(text, token.quantityTo, core) >= 0) {
          return new SubjectMatch(new FigureSubject(null, "urban_core", false, null), core);
        }
      }
    }
    return new SubjectMatch(whose, saidAt);
  }

  /** The one of several places before 分别 whose figure it is. */
  private FigureSubject listed(String text, int from, NumberToken token) {
    if (token.listSize < 2) {
      return null;
    }
    int mark = Segmentation.lastRespectively(text, token.quantityFrom);
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
    return names.size() == token.listSize ? subjectOf(names.get(token.listIndex)) : null;
  }

  /** The name of a district of the city, or of a city, that starts there, or null. */
  private String name(String text, int at) {
    String name = words.districtNames().at(text, at);
    return name == null ? words.areaNames().at(text, at) : name;
  }

  private FigureSubject subjectOf(String name) {
    if (words.fullDistrictName(name) != null) {
      return new FigureSubject(null, "district:" + words.fullDistrictName(name), false, name);
    }
    return subjectOf(words.area(name));
  }

  private FigureSubject subjectOf(Area area) {
    boolean ownArea = documentArea != null && area.code().equals(documentArea.code());
    return ownArea ? FigureSubject.CITY : new FigureSubject(area, "city", false, null);
  }

  private static boolean isClauseEnd(char c) {
    return "。;；!?,，、()0123456789".indexOf(c) >= 0;
  }

  /** What is said at a place of whose the next figures are; null if nothing. */
  private FigureSubject at(String text, int from, int i, int limit) {
    String self = words.ownAreaWords().at(text, i);
    if (self != null && !isMeasure(text, from, i, self) && !isPart(text, i, self)) {
      return FigureSubject.CITY;
    }
    if (words.list(WordClass.OWN_INSTITUTION).at(text, i) != null) {
      String said = words.list(WordClass.OWN_INSTITUTION).at(text, i);
      return new FigureSubject(null, "institution:" + said, true, said);
    }
    String core = words.list(WordClass.URBAN_CORE).at(text, i);
    boolean opens = i == from || isStart(text.charAt(i - 1));
    if (core != null && (opens || words.list(WordClass.LOCATED).before(text, i, from) == null)) {
      return new FigureSubject(null, "urban_core", false, opens ? core : null);
    }
    if (words.list(WordClass.NATION_SAYS).at(text, i) != null) {
      Area nation = words.nation();
      return nation == null ? null : new FigureSubject(nation, "city", false, null);
    }
    Area average = average(text, i, limit);
    if (average != null) {
      return new FigureSubject(average, "city", false, null);
    }
    String name = words.areaNames().at(text, i);
    if (name != null && i + name.length() <= limit && !isInside(text, from, i)) {
      Area area = words.area(name);
      char follows = i + name.length() < text.length() ? text.charAt(i + name.length()) : 0;
      boolean subject =
          SUBJECT_FOLLOWS.indexOf(follows) >= 0
              || Characters.isBoundary(follows)
              || follows >= '0' && follows <= '9'
              || words.indicators().at(text, i + name.length()) != null;
      boolean compared = words.list(WordClass.COMPARATOR).before(text, i, from) != null;
      if (subject && !compared && area.isCity()) {
        return subjectOf(area);
      }
    }
    if (words.list(WordClass.SAME_DISTRICT).at(text, i) != null && lastMentionedDistrict != null) {
      return lastMentionedDistrict;
    }
    String district = words.districtNames().at(text, i);
    if (district != null && i == from) {
      lastMentionedDistrict = subjectOf(district);
    }
    if (district != null && i + district.length() <= limit && isSubject(text, i, district, from)) {
      return subjectOf(district);
    }
    if (i == from || isStart(text.charAt(i - 1)) || isTime(text, i)) {
      return names.at(text, i, limit);
    }
    return null;
  }

  /** Whether the whole city is only what a part of it is measured by: 占全市的38%, 高出全市均值. */
  private boolean isMeasure(String text, int from, int at, String self) {
    boolean measured =
        at > from
            && ("占居列排".indexOf(text.charAt(at - 1)) >= 0
                || words.list(WordClass.COMPARATOR).before(text, at, from) != null
                || words.list(WordClass.RISE).before(text, at, from) != null
                || words.list(WordClass.FALL).before(text, at, from) != null);
    return measured || words.list(WordClass.AVERAGE).at(text, at + self.length()) != null;
  }

  /** Whether the name of another area goes on there: 鞍山 in 马鞍山. */
  private boolean isInside(String text, int from, int at) {
    for (int i = at - 1; i >= from && i >= at - 3; i--) {
      String longer = words.areaNames().at(text, i);
      if (longer != null && i + longer.length() > at) {
        return true;
      }
    }
    return false;
  }

  /** Whether the name of a district says whose the next figures are. */
  private boolean isSubject(String text, int at, String name, int from) {
    char before = at > from ? text.charAt(at - 1) : ',';
    boolean whole = words.fullDistrictName(name).equals(name);
    boolean opens = isStart(before) || Characters.isBoundary(before) || "和与及".indexOf(before) >= 0;
    if (whole && before == '的') {
      return true;
    }
    if (!opens) {
      return false;
    }
    if (words.list(WordClass.COMPARATOR).before(text, at, from) != null
        && "和与及".indexOf(before) < 0) {
      return false;
    }
    int end = at + name.length();
    char follows = end < text.length() ? text.charAt(end) : 0;
    if (words.list(WordClass.INSTITUTION).firstIndex(text, end, Math.min(text.length(), end + 9))
        >= 0) {
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
    String nation = words.list(WordClass.NATION).at(text, i);
    String province = nation != null ? null : words.provinceWords().at(text, i);
    String said = nation != null ? nation : province;
    if (said == null || words.list(WordClass.COMPARATOR).before(text, i, 0) != null) {
      return null;
    }
    int next = i + said.length();
    boolean items =
        next + 1 < text.length()
            && Characters.isNumeral(text.charAt(next))
            && text.charAt(next + 1) == '项';
    String average = words.list(WordClass.AVERAGE).at(text, next);
    boolean subject =
        average != null && next + average.length() <= limit
            || words.indicators().at(text, next) != null
            || items
            || next < text.length() && "有共为达分".indexOf(text.charAt(next)) >= 0;
    if (!subject) {
      return null;
    }
    if (nation != null) {
      return words.nation();
    }
    return words.provinceOf(documentArea);
  }
}
