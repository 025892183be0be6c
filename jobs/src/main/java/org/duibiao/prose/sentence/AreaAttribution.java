package org.duibiao.prose.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.model.Area;
import org.duibiao.prose.document.FigureSubject;
import org.duibiao.prose.document.NamedEntityFinder;
import org.duibiao.prose.document.SectionTracker;
import org.duibiao.prose.words.Characters;
import org.duibiao.prose.words.DocumentVocabulary;
import org.duibiao.prose.words.TimeExpressions.TimeExpression;

/** Finds who a figure belongs to: the last area or institution before it that is a subject. */
final class AreaAttribution {

  private static final String SUBJECT_FOLLOWS = "有为达是的则已共约占市仅只也均现全每人居总略更拥提拟同";

  /** 国家2025年标准, 国家规划要求: what the nation requires. */
  private static final Pattern NATIONAL =
      Pattern.compile("国家[\\d年末底“”〇一二三四五六七八九十中长期规划定的]{0,14}(?:要求|标准)(?=为|是|[,，])");

  private static final String CLAUSE_ENDS = "。;；!?,，、()0123456789";
  private static final String STARTS = "。;；!?,，:( 在";
  private static final int LONGEST_HEADING = 24;

  private final DocumentVocabulary words;
  private final Area documentArea;
  private final NamedEntityFinder names;
  private final AdjacentAreaFinder adjacentAreas;

  // The sentence that is being read.
  private Sentence sentence;
  private String text;
  private int from;

  /** Whether the heading is a line without a number, which holds until something else is named. */
  private boolean underLineHeading;

  /** The district that the heading over the paragraph names, or null. */
  private FigureSubject headingSubject;

  /** The district that the paragraph named last at the start of a sentence, or null. */
  private FigureSubject lastMentionedDistrict;

  /** The subject once no other holds. */
  private FigureSubject defaultSubject = FigureSubject.CITY;

  /**
   * Finds the subjects of figures in one document.
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
   * The subject of a figure.
   *
   * @param at where the words stand that name it; -1 if it was named before
   */
  record SubjectMatch(FigureSubject subject, int at) {}

  /**
   * Begins a paragraph.
   *
   * @param document the subject of the document
   * @return the subject of the paragraph: a heading such as （一）中山区。 holds for all under it
   */
  FigureSubject beginParagraph(String paragraph, FigureSubject document) {
    String heading = SectionTracker.headingText(paragraph);
    if (heading != null) {
      FigureSubject named = names.at(heading, 0, heading.length());
      boolean only = named != null && !named.institution() && heading.equals(named.phrase());
      headingSubject =
          words.fullDistrictName(heading) != null ? subjectOf(heading) : only ? named : null;
      underLineHeading = false;
    } else {
      String label = paragraph.substring(0, Math.max(0, paragraph.indexOf(':')));
      boolean line = paragraph.length() <= LONGEST_HEADING && paragraph.indexOf('。') < 0;
      if (line && words.fullDistrictName(label) != null) {
        // 泰和:设备“跑”下去
        headingSubject = subjectOf(label);
        underLineHeading = true;
      } else if (underLineHeading && headingSubject != null && namesAnother(paragraph)) {
        headingSubject = null;
      }
    }
    lastMentionedDistrict = headingSubject;
    defaultSubject = headingSubject == null ? FigureSubject.CITY : headingSubject;
    return headingSubject == null ? document : headingSubject;
  }

  /** Whether a text names the city, or another district than the one in the heading. */
  private boolean namesAnother(String paragraph) {
    for (int i = 0; i < paragraph.length(); i++) {
      String district = words.districtNames().at(paragraph, i);
      if (words.ownAreaWords().isAt(paragraph, i)
          || district != null && !subjectOf(district).scope().equals(headingSubject.scope())) {
        return true;
      }
    }
    return false;
  }

  void beginSentence(Sentence next) {
    sentence = next;
    text = next.text();
    from = next.from();
  }

  /** Whether the sentence still is about the institution before. */
  boolean continues(FigureSubject subject) {
    String phrase = subject.phrase();
    if (!subject.institution() || phrase == null) {
      return false;
    }
    String said = text.substring(from, sentence.to());
    for (int i = 0; i + 4 <= phrase.length(); i++) {
      if (said.contains(phrase.substring(i))) {
        return true;
      }
    }
    return words.list(WordClass.SAME_INSTITUTION).occursIn(said);
  }

  /** The subject of a figure, starting from that of the one before. */
  SubjectMatch attribute(NumberToken token, FigureSubject before) {
    int number = token.quantityFrom;
    FigureSubject beside = listed(token);
    if (beside == null && !token.rank) {
      Area area = adjacentAreas.find(sentence, token);
      int named = number > from && text.charAt(number - 1) == '(' ? number - 1 : number;
      String district = words.districtNames().before(text, named, from);
      boolean whole = district != null && words.fullDistrictName(district).equals(district);
      beside = area != null ? subjectOf(area) : whole ? subjectOf(district) : null;
    }
    if (beside != null) {
      return new SubjectMatch(beside, number);
    }
    FigureSubject subject = before;
    FigureSubject outside = before;
    int saidAt = -1;
    int depth = 0;
    for (int i = from; i < number; i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
        outside = subject;
      } else if (c == ')' && depth > 0) {
        depth--;
        subject = outside;
      } else if (depth == 0 && subject.area() == null && !subject.institution()) {
        boolean ends = c == ';' || c == '；' || (c == ',' || c == '，') && subject.phrase() == null;
        subject = ends ? defaultSubject : subject;
      }
      FigureSubject said = at(i, number);
      if (said != null) {
        subject = said;
        saidAt = i;
      }
    }
    int core = coreAfter(token.quantityTo);
    return core < 0
        ? new SubjectMatch(subject, saidAt)
        : new SubjectMatch(FigureSubject.urbanCore(null), core);
  }

  /** Where the urban core is named in which what was counted lies: 12个坐落在市区; -1 if it is not. */
  private int coreAfter(int start) {
    int limit = start;
    while (limit < Math.min(text.length(), start + 16)
        && CLAUSE_ENDS.indexOf(text.charAt(limit)) < 0) {
      limit++;
    }
    int most = Math.min(text.length(), start + 16);
    for (int i = start; i < limit; i++) {
      if (i == start || sentence.isAt(WordClass.LOCATED, i)) {
        int core = sentence.first(WordClass.URBAN_CORE, i, most);
        if (core >= 0 && core < limit && sentence.isBetween(WordClass.LOCATED, start, core)) {
          return core;
        }
      }
    }
    return -1;
  }

  /** The one of several places before 分别 that the figure belongs to. */
  private FigureSubject listed(NumberToken token) {
    if (token.listSize < 2) {
      return null;
    }
    int mark = sentence.lastRespectively(token.quantityFrom);
    List<String> listed = new ArrayList<>();
    int end = -1;
    for (int i = Math.max(from, mark - 60); i < mark; ) {
      String name = words.placeAt(text, i);
      if (name == null) {
        i++;
        continue;
      }
      if (i != end) {
        listed.clear();
      }
      listed.add(name);
      end = i + name.length();
      i = end;
      if (i < mark && "、和与及".indexOf(text.charAt(i)) >= 0) {
        end = ++i;
      }
    }
    return listed.size() == token.listSize ? subjectOf(listed.get(token.listIndex)) : null;
  }

  private FigureSubject subjectOf(String name) {
    String district = words.fullDistrictName(name);
    return district != null ? FigureSubject.district(district, name) : subjectOf(words.area(name));
  }

  private FigureSubject subjectOf(Area area) {
    boolean own = documentArea != null && area.code().equals(documentArea.code());
    return own ? FigureSubject.CITY : FigureSubject.of(area);
  }

  /** The subject that the words at a place name for the figures after them; null if none. */
  private FigureSubject at(int i, int limit) {
    String self = words.ownAreaWords().at(text, i);
    if (self != null && !isMeasure(i, self) && !isPart(i, self)) {
      return FigureSubject.CITY;
    }
    Area surrounding = words.surroundingArea();
    if (surrounding != null && self == null && sentence.isAt(WordClass.SELF, i)) {
      return FigureSubject.of(surrounding);
    }
    if (text.startsWith("国家", i) && NATIONAL.matcher(text).region(i, limit).lookingAt()) {
      return words.nation() == null ? null : FigureSubject.of(words.nation());
    }
    String institution = sentence.wordAt(WordClass.OWN_INSTITUTION, i);
    if (institution != null) {
      return FigureSubject.institution(institution, institution);
    }
    String core = sentence.wordAt(WordClass.URBAN_CORE, i);
    boolean opens = i == from || STARTS.indexOf(text.charAt(i - 1)) >= 0;
    if (core != null && (opens || !sentence.isBefore(WordClass.LOCATED, i))) {
      return FigureSubject.urbanCore(opens ? core : null);
    }
    if (sentence.isAt(WordClass.NATION_SAYS, i)) {
      Area nation = words.nation();
      return nation == null ? null : FigureSubject.of(nation);
    }
    Area average = average(i, limit);
    if (average != null) {
      return FigureSubject.of(average);
    }
    Area area = areaAt(i, limit);
    if (area != null) {
      return subjectOf(area);
    }
    if (lastMentionedDistrict != null && sentence.isAt(WordClass.SAME_DISTRICT, i)) {
      return lastMentionedDistrict;
    }
    String district = words.districtNames().at(text, i);
    if (district != null && i == from) {
      lastMentionedDistrict = subjectOf(district);
    }
    if (district != null && i + district.length() <= limit && isSubject(i, district)) {
      return subjectOf(district);
    }
    return opens || isTime(i) ? names.at(text, i, limit) : null;
  }

  /** The city that is named at a place and is the subject there, or null. */
  private Area areaAt(int i, int limit) {
    String name = words.areaNames().at(text, i);
    if (name == null || i + name.length() > limit || isInside(i)) {
      return null;
    }
    int end = afterTime(i + name.length());
    boolean subject =
        isOneOf(SUBJECT_FOLLOWS, end)
            || Characters.isBoundary(charAt(end))
            || Characters.isDigit(charAt(end))
            || words.indicators().isAt(text, end);
    boolean compared = sentence.isBefore(WordClass.COMPARATOR, i);
    return subject && !compared && AdjacentAreaFinder.isCityOrProvince(words.area(name))
        ? words.area(name)
        : null;
  }

  /** The character at a place of the paragraph; 0 after its end. */
  private char charAt(int i) {
    return i < text.length() ? text.charAt(i) : 0;
  }

  private boolean isOneOf(String characters, int i) {
    return i < text.length() && characters.indexOf(text.charAt(i)) >= 0;
  }

  /** Whether the whole city is only what a part of it is measured by: 占全市的38%, 高出全市均值. */
  private boolean isMeasure(int at, String self) {
    return sentence.isOneOf("占居列排", at - 1)
        || sentence.isBefore(WordClass.COMPARATOR, at)
        || sentence.isChangeBefore(at)
        || sentence.isAt(WordClass.AVERAGE, at + self.length());
  }

  /** Whether the name of another area goes on there: 鞍山 in 马鞍山. */
  private boolean isInside(int at) {
    for (int i = at - 1; i >= from && i >= at - 3; i--) {
      String longer = words.areaNames().at(text, i);
      if (longer != null && i + longer.length() > at) {
        return true;
      }
    }
    return false;
  }

  /** Whether the name of a district is the subject of the next figures. */
  private boolean isSubject(int at, String name) {
    char before = at > from ? text.charAt(at - 1) : ',';
    if (before == '的' && words.fullDistrictName(name).equals(name)) {
      return true;
    }
    boolean joined = "和与及".indexOf(before) >= 0;
    if (!joined && STARTS.indexOf(before) < 0 && !Characters.isBoundary(before)) {
      return false;
    }
    int end = at + name.length();
    if (!joined && sentence.isBefore(WordClass.COMPARATOR, at)
        || sentence.isBetween(WordClass.INSTITUTION, end, Math.min(text.length(), end + 9))) {
      return false;
    }
    return isOneOf(SUBJECT_FOLLOWS + "各", end)
        || Characters.isDigit(charAt(end))
        || Characters.isNumeral(charAt(end))
        || words.indicators().isAt(text, end);
  }

  private boolean isPart(int at, String word) {
    return word.equals("市级") || at > 0 && text.charAt(at - 1) == '城' && word.startsWith("市");
  }

  /** Whether a time ends there, as before a subject: 2022年某某医院. */
  private boolean isTime(int at) {
    return at > 4
        && "年月底末".indexOf(text.charAt(at - 1)) >= 0
        && Character.isDigit(text.charAt(at - 2));
  }

  /** 全省2020年人均预期寿命: a time may stand between. */
  private int afterTime(int at) {
    return sentence.times().stream()
        .filter(time -> time.from() == at)
        .findFirst()
        .map(TimeExpression::to)
        .orElse(at);
  }

  /** The nation or the province, where it or its average is the subject. */
  private Area average(int i, int limit) {
    String nation = sentence.wordAt(WordClass.NATION, i);
    String said = nation != null ? nation : words.provinceWords().at(text, i);
    if (said == null || sentence.isBefore(WordClass.COMPARATOR, i, 0)) {
      return null;
    }
    int next = afterTime(i + said.length());
    String average = sentence.wordAt(WordClass.AVERAGE, next);
    boolean items =
        Characters.isNumeral(charAt(next)) && charAt(next + 1) == '项'
            || text.startsWith("对应", next)
            || text.startsWith("同期", next);
    String people = words.list(WordClass.PEOPLE).at(text, next);
    boolean subject =
        average != null && next + average.length() <= limit
            || people != null && people.length() > 1
            || words.indicators().isAt(text, next)
            || items
            || isOneOf("有共为达分", next);
    return !subject ? null : nation != null ? words.nation() : words.provinceOf(documentArea);
  }
}
