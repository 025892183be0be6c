package org.duibiao.prose.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.model.Area;
import org.duibiao.model.code.AreaLevel;
import org.duibiao.prose.document.FigureSubject;
import org.duibiao.prose.document.NamedEntityFinder;
import org.duibiao.prose.document.SectionTracker;
import org.duibiao.prose.words.Characters;
import org.duibiao.prose.words.DocumentVocabulary;

/** Finds who a figure belongs to: the last area or institution before it that is a subject. */
final class AreaAttribution {

  private static final String SUBJECT_FOLLOWS = "[有为达是的则已共约占市仅只也均现全每人居总略更拥提拟同]|\\d";

  /** 国家2025年标准, 国家规划要求: what the nation requires. */
  private static final String NATIONAL =
      "国家[\\d年末底“”〇一二三四五六七八九十中长期规划定的]{0,14}(?:要求|标准)(?=为|是|[,，])";

  /** What stands between an area and its figure: 比全省平均水平的. */
  private static final List<String> LINKS = List.of("的", "为", "平均水平", "水平", "平均", "约");

  private static final String CLAUSE_ENDS = "。;；!?,，、()0123456789";
  private static final String STARTS = "。;；!?,，:( 在";
  private static final int LONGEST_HEADING = 24;

  private final DocumentVocabulary words;
  private final Area documentArea;
  private final NamedEntityFinder names;

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
    return IntStream.rangeClosed(0, phrase.length() - 4)
            .anyMatch(i -> said.contains(phrase.substring(i)))
        || words.list(WordClass.SAME_INSTITUTION).occursIn(said);
  }

  /** The subject of a figure, starting from that of the one before. */
  SubjectMatch attribute(NumberToken token, FigureSubject before) {
    int number = token.quantityFrom;
    FigureSubject beside = listed(token);
    beside = beside == null && !token.rank ? adjacent(token) : beside;
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
    int limit = Math.min(text.length(), start + 16);
    int located = sentence.first(WordClass.LOCATED, start, limit);
    int core = located < 0 ? -1 : sentence.first(WordClass.URBAN_CORE, located, limit);
    return core >= 0 && sentence.start(core, CLAUSE_ENDS) <= start ? core : -1;
  }

  /** The area that the words right beside a figure name: 比全省的5.66张; null if they name none. */
  private FigureSubject adjacent(NumberToken token) {
    int number = token.quantityFrom;
    int end = sentence.isOneOf("(", number - 1) ? number - 1 : number;
    String district = words.districtNames().before(text, end, from);
    Area area = areaAfter(token.quantityTo);
    area = area == null ? areaBefore(end, number) : area;
    boolean whole = district != null && words.fullDistrictName(district).equals(district);
    return area != null ? subjectOf(area) : whole ? subjectOf(district) : null;
  }

  private Area areaBefore(int place, int number) {
    int end = place;
    for (String link : LINKS) {
      boolean links = text.startsWith(link, end - link.length()) && end - link.length() > from;
      end -= links ? link.length() : 0;
    }
    end = sentence.beforeTime(end);
    end = sentence.isOneOf("的", end - 1) && end - 1 > from ? sentence.beforeTime(end - 1) : end;
    int each = text.lastIndexOf('每', end);
    if (each > from && words.denominators().isDenominator(text.substring(each, end))) {
      // 与深圳的每10万人200台
      end = text.charAt(each - 1) == '的' ? each - 1 : each;
    }
    String whole = words.wholes().before(text, end, from);
    if (whole != null) {
      return text.startsWith("占", end - whole.length() - 1) ? null : words.areaOfWhole(whole);
    }
    String self = words.ownAreaWords().before(text, end, from);
    boolean compared =
        self != null && sentence.isBefore(WordClass.COMPARATOR, end - self.length(), from);
    boolean average = end < number && sentence.isBetween(WordClass.AVERAGE, end, number);
    if (self != null && documentArea != null && (compared || average)) {
      return documentArea;
    }
    String name = words.areaNames().before(text, end, from);
    return name == null ? null : cityOrProvince(name);
  }

  private Area cityOrProvince(String name) {
    Area area = words.area(name);
    return area.isCity() || area.level() == AreaLevel.PROVINCE ? area : null;
  }

  /** 低于4.51张的全省平均水平. */
  private Area areaAfter(int at) {
    if (sentence.fits("的国家(?:要求|标准)", at)) {
      return words.nation();
    }
    String said = text.startsWith("的", at) ? words.wholes().at(text, at + 1) : null;
    boolean average = said != null && sentence.isAt(WordClass.AVERAGE, at + 1 + said.length());
    return average ? words.areaOfWhole(said) : null;
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
    if (sentence.isAt(WordClass.NATION_SAYS, i)
        || text.startsWith("国家", i) && sentence.fits(NATIONAL, i)) {
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
    // 2022年某某医院
    boolean timed =
        i > 4 && "年月底末".indexOf(text.charAt(i - 1)) >= 0 && Characters.isDigit(text.charAt(i - 2));
    return opens || timed ? names.at(text, i, limit) : null;
  }

  /** The city that is named at a place and is the subject there, or null. */
  private Area areaAt(int i, int limit) {
    String name = words.areaNames().at(text, i);
    if (name == null || i + name.length() > limit || isInside(i)) {
      return null;
    }
    int end = sentence.afterTime(i + name.length());
    boolean subject =
        sentence.fits(SUBJECT_FOLLOWS + "|<BOUNDARY>|\\z", end)
            || words.indicators().isAt(text, end);
    boolean compared = sentence.isBefore(WordClass.COMPARATOR, i);
    return subject && !compared ? cityOrProvince(name) : null;
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
    return sentence.fits(SUBJECT_FOLLOWS + "|各|<NUMERAL>", end)
        || words.indicators().isAt(text, end);
  }

  private boolean isPart(int at, String word) {
    return word.equals("市级") || at > 0 && text.charAt(at - 1) == '城' && word.startsWith("市");
  }

  /** The nation or the province, where it or its average is the subject. */
  private Area average(int i, int limit) {
    String said = words.wholes().at(text, i);
    if (said == null || sentence.isBefore(WordClass.COMPARATOR, i, 0)) {
      return null;
    }
    int next = sentence.afterTime(i + said.length());
    String average = sentence.wordAt(WordClass.AVERAGE, next);
    String people = words.list(WordClass.PEOPLE).at(text, next);
    boolean subject =
        average != null && next + average.length() <= limit
            || people != null && people.length() > 1
            || words.indicators().isAt(text, next)
            || sentence.fits("[有共为达分]|<NUMERAL>项|对应|同期", next);
    return subject ? words.areaOfWhole(said) : null;
  }
}
