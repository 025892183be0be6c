package org.duibiao.prose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.Lexicon.Role;
import org.duibiao.ingest.NumberSpans;
import org.duibiao.model.Area;
import org.duibiao.model.Indicator;
import org.duibiao.model.Kind;
import org.duibiao.model.Measure;
import org.duibiao.model.Period;
import org.duibiao.model.Status;
import org.duibiao.model.Unit;
import org.duibiao.normalize.Scale;
import org.duibiao.normalize.UnitReader;

/** Reads paragraphs, sentence by sentence. */
final class Sentences {

  private static final int LONGEST_SENTENCE = 1_000;
  private static final int LONGEST_QUOTE = 160;
  private static final int CONTEXT = 120;

  /** A printed unit that stands for more says nothing of what is counted. */
  private static final int MOST_UNITS = 3;

  /** No one is paid or charged so many yuan by a rule: it is a sum. */
  private static final java.math.BigDecimal HIGHEST_STANDARD =
      java.math.BigDecimal.valueOf(200_000);

  private static final List<String> GOALS =
      List.of("目标", "任务", "计划数", "标准要求", "指标值", "时序进度", "时间进度", "序时进度");

  private static final String ENDS = "。！!？?\n";

  private static final Pattern PER =
      Pattern.compile(
          "每(百万|十万|10万|千|万|百|1000|10000|100000)(?:名|位|个)?(?:常住|户籍|服务|城乡)?"
              + "(?:人口|居民|人|活产|活产儿|孕产妇|产妇|老年人|儿童|学生)?");
  private static final Pattern YEARS =
      Pattern.compile("(?<!\\d)(?:19|20)\\d{2}年?(?:[、,和及与](?:19|20)\\d{2}年?)+(?!\\d)");
  private static final Pattern MADE_INTO =
      Pattern.compile("^[^,，。;；0-9]{0,12}?(?:建设成为|建成|建设成|打造成|提升为|升级为|创建为)([^,，。;；]{2,20})");

  private final Vocabulary words;
  private final Times times;
  private final ProseReader.Document document;
  private final Sections sections;
  private final Consumer<Mention> mentions;
  private final UnitReader units;

  // The paragraph that is being read.
  private ReadText paragraph;
  private String text;
  private String published;
  private int publishedStart;
  private Period context;
  private Place.Whose whose = Place.Whose.CITY;

  /** The time that the paragraph before a list sets for its items. */
  private Period introduced;

  /** The time that was said last, in whatever paragraph. */
  private Period carried;

  /** The denominator that was said last. */
  private String divisor;

  /** The times of the sentence that is being read. */
  private List<Times.Time> said = List.of();

  Sentences(
      Vocabulary words,
      Times times,
      ProseReader.Document document,
      Sections sections,
      Consumer<Mention> mentions) {
    this.words = words;
    this.times = times;
    this.document = document;
    this.sections = sections;
    this.mentions = mentions;
    this.units = new UnitReader(words.catalogue());
  }

  void read(ReadText readable, String original, int originalStart) {
    paragraph = readable;
    text = readable.chars();
    published = original;
    publishedStart = originalStart;
    boolean item = text.startsWith("—") || Sections.isItem(text);
    if (!item) {
      introduced = null;
    }
    if (!text.startsWith("—")) {
      context = introduced;
    }
    whose = document.whose();
    divisor = null;
    sections.paragraph(text);
    int from = 0;
    int next = 0;
    List<NumberSpans.Span> numbers = readable.numbers();
    while (from < text.length()) {
      int to = sentenceEnd(from);
      List<NumberSpans.Span> here = new ArrayList<>();
      while (next < numbers.size() && numbers.get(next).from() < to) {
        NumberSpans.Span span = numbers.get(next++);
        here.add(span);
        to = Math.max(to, span.to());
      }
      sentence(from, to, here);
      from = to;
    }
    if (!item) {
      introduced = introduction();
    }
    for (NumberSpans.Span second : readable.continued()) {
      Token token = new Token(second.from(), second.to());
      mentions.accept(none(token.no("continued", Reasons.of("continued")), 0, text.length()));
    }
  }

  /** 到2025年,实现以下目标: the time that a paragraph sets for the list after it; else null. */
  private Period introduction() {
    String end = text.strip();
    boolean opens = !end.isEmpty() && ENDS.indexOf(end.charAt(end.length() - 1)) < 0;
    Period last = null;
    for (Times.Time time : said) {
      if (time.period() != null && !time.compared() && time.reach() == Times.Reach.ON) {
        last = time.period();
      }
    }
    return opens ? last : null;
  }

  private int sentenceEnd(int from) {
    int i = from;
    while (i < text.length() && i - from < LONGEST_SENTENCE) {
      if (ENDS.indexOf(text.charAt(i++)) >= 0) {
        return i;
      }
    }
    return i;
  }

  private void sentence(int from, int to, List<NumberSpans.Span> spans) {
    int year = document.now() == null ? 0 : year();
    said =
        document.now() == null
            ? times.in(text, from, to, fallbackYear(), Period.year(fallbackYear()), fallbackYear())
            : times.in(text, from, to, year, document.now(), document.today());
    if (!spans.isEmpty()) {
      List<Token> tokens = new Tokens(words, text, from, to, from == 0, said).of(spans);
      new Nouns(words, text, from, to, tokens, said).find();
      Place place = new Place(words, document.area());
      boolean goesOn = whose.equals(document.whose()) || whose.goesOn(text.substring(from, to));
      Place.Whose before = goesOn ? whose : document.whose();
      Place.Whose last = before;
      for (Token token : tokens) {
        if (token.isFigure()) {
          Place.Whose own = place.of(text, from, token, before);
          last = token.elided && place.saidAt() < lastEnd ? last : own;
          figure(token, from, to, last);
        } else {
          mentions.accept(none(token, from, to));
        }
      }
    }
    keep(from, to);
  }

  /** What the sentence sets for those after it in the paragraph. */
  private void keep(int from, int to) {
    Period told = null;
    for (Times.Time time : said) {
      boolean opens =
          time.from() - from <= 8
              || ",，".indexOf(charAfter(time)) >= 0
              || ";；,，:".indexOf(text.charAt(time.from() - 1)) >= 0;
      if (time.period() != null && !time.compared() && opens && time.reach() == Times.Reach.ON) {
        if (told == null || !isAhead(time.period())) {
          told = time.period();
        }
      }
    }
    if (told != null) {
      context = told;
    }
    Token end = new Token(to, to);
    Place.Whose last = new Place(words, document.area()).of(text, from, end, whose);
    whose = last.institution() ? last : document.whose();
  }

  /** Whether a time lies after what the document reports on. */
  private boolean isAhead(Period period) {
    return document.now() != null && period.end().isAfter(document.now().end());
  }

  /** Whether a report of that day may tell of a time without saying it again. */
  private boolean isRecent(Period period) {
    LocalDate day = document.published();
    return day != null
        && !isYears(period)
        && !period.end().isAfter(day)
        && period.end().getYear() >= day.getYear() - 1;
  }

  private char charAfter(Times.Time time) {
    return time.to() < text.length() ? text.charAt(time.to()) : ',';
  }

  private int fallbackYear() {
    return document.published() == null ? 2000 : document.published().getYear();
  }

  /** The year of months and days that are said without one. */
  private int year() {
    if (context != null) {
      return context.end().getYear();
    }
    Integer titled = sections.year();
    return titled != null ? titled : document.now().end().getYear();
  }

  private Mention none(Token token, int from, int to) {
    return new Mention(
        paragraph.start(token.from),
        paragraph.end(token.to - 1),
        published(token.from, token.to),
        quote(token, from, to),
        token.no,
        token.detail,
        token.unreadable,
        false,
        null,
        null,
        null,
        null,
        null,
        false,
        null,
        null,
        false,
        null,
        null,
        false,
        List.of());
  }

  private void figure(Token token, int from, int to, Place.Whose whoseIsIt) {
    List<String> why = new ArrayList<>();
    int clause = clauseStart(token.cellFrom, from);
    String before = text.substring(Math.max(0, token.cellFrom - CONTEXT), token.cellFrom);
    Catalogue.Meaning meaning =
        token.term == null || token.term.isEmpty()
            ? null
            : words.meaning(
                withoutPlace(token.term, whoseIsIt), sections.heading() + "\n" + before);
    String unit = unit(token, clause);
    if (token.like != null && token.like.meaning != null && isChange(token, clause)) {
      meaning = token.like.meaning;
    }
    if (meaning == null && token.term != null && unit != null) {
      meaning = counted(token, unit);
    }
    if (unit != null && unit.startsWith("/") && !unit.equals(token.unit) && token.term != null) {
      Catalogue.Meaning divided = divided(token.term);
      meaning = divided == null ? meaning : divided;
    }
    if (meaning != null && token.headed != null && unit != null) {
      UnitReader.Printed printed = units.read(unit);
      Catalogue.Meaning headed = words.meaning(token.headed, "");
      if (headed != null && !fits(printed, meaning) && fits(printed, headed)) {
        meaning = headed;
      }
    }
    token.meaning = meaning;
    Change change = change(token, clause, from);
    Measure measure = change.measure();
    if (meaning != null && meaning.measure() != Measure.LEVEL && measure == Measure.LEVEL) {
      measure = meaning.measure();
    }
    When when = when(token);
    Status status = status(token, from, clause, when, change, why);
    if (when.said() && status == Status.ACTUAL && isRecent(when.period())) {
      carried = when.period();
    }
    Kind kind = meaning == null ? null : meaning.indicator().kind();
    Period period = when.period() == null ? null : fit(when.period(), kind, measure);
    boolean inferred = when.inferred() || period != null && !period.equals(when.period());
    // A comparison with another city is one's own.
    boolean own = whoseIsIt.area() == null || status == Status.COMPARISON;
    Area area = own ? document.area() : whoseIsIt.area();
    boolean quoted = !own;
    why.add((token.elided ? "noun from the figure before: " : "noun: ") + token.term);
    why.add("time: " + when.why());
    Mention mention =
        new Mention(
            paragraph.start(token.cellFrom),
            paragraph.end(token.cellTo - 1),
            published(token.cellFrom, token.cellTo),
            quote(token, from, to),
            null,
            null,
            false,
            false,
            token.figure,
            unit,
            token.term == null || token.term.isEmpty() ? null : token.term,
            meaning,
            area,
            quoted,
            whoseIsIt.scope(),
            period,
            inferred,
            status,
            measure,
            change.down(),
            why);
    mentions.accept(mention);
    derive(mention, token, from, to);
  }

  /** 把13家医院建设成为高水平医院 tells of 13 hospitals, and promises as many of another kind. */
  private void derive(Mention mention, Token token, int from, int to) {
    Matcher made = MADE_INTO.matcher(text.substring(token.cellTo, to));
    int lead =
        Math.max(text.lastIndexOf('将', token.cellFrom), text.lastIndexOf('把', token.cellFrom));
    if (lead < from || !token.termAfter || !made.find()) {
      return;
    }
    String term = made.group(1);
    mentions.accept(
        new Mention(
            mention.start(),
            mention.end(),
            mention.printed(),
            mention.quote(),
            null,
            null,
            false,
            true,
            mention.figure(),
            mention.unit(),
            term,
            words.meaning(term, ""),
            mention.area(),
            mention.quoted(),
            mention.scope(),
            mention.period(),
            mention.inferred(),
            Status.TARGET,
            mention.measure(),
            false,
            List.of("what they are to become: " + term)));
  }

  // The unit.

  /** The printed unit, with the denominator that stands before the noun: 每千人口…6.5张. */
  private String unit(Token token, int clause) {
    if (token.measure && token.unit != null && !token.unit.equals("人")) {
      return token.unit;
    }
    boolean divided =
        token.figure.value().stripTrailingZeros().scale() > 0 && !token.figure.scaled();
    int start = clause;
    for (int i = clause;
        divided && i > 0 && clause - i < 40 && ENDS.indexOf(text.charAt(i - 1)) < 0;
        i--) {
      start = i - 1;
    }
    Matcher per = PER.matcher(text).region(start, token.cellFrom);
    String denominator = null;
    // No rate has 万 in it.
    while (!token.figure.scaled() && per.find()) {
      denominator = per.group(1);
    }
    if (denominator == null) {
      // 每千人床位5.25张,比全省的5.66张少0.41张: things are counted in whole numbers.
      return divided && divisor != null && token.unit != null ? divisor : token.unit;
    }
    String plain =
        switch (denominator) {
          case "1000" -> "千";
          case "10000" -> "万";
          case "100000", "10万" -> "十万";
          default -> denominator;
        };
    divisor = plain.equals("百") ? "%" : "/" + plain + "人";
    return divisor;
  }

  /** Whether a figure is a change of one before it. */
  private boolean isChange(Token token, int clause) {
    return words.list(Role.RISE).last(text, clause, token.cellFrom) >= 0
        || words.list(Role.FALL).last(text, clause, token.cellFrom) >= 0
        || token.listSize > 0;
  }

  /** 每千常住人口5.3张: the unit says what is counted. */
  private Catalogue.Meaning counted(Token token, String unit) {
    if (token.unit == null || !PER.matcher(token.term).matches() || !unit.startsWith("/")) {
      return null;
    }
    List<Unit> units = words.catalogue().unitsOf(token.unit);
    // 个 counts anything.
    for (Unit of : units.size() <= MOST_UNITS ? units : List.<Unit>of()) {
      Indicator things = words.catalogue().indicator(of.id() + "s").orElse(null);
      Catalogue.Meaning meaning =
          things == null ? null : words.meaning(token.term + things.zh(), "");
      if (meaning != null) {
        return meaning;
      }
    }
    return null;
  }

  /** The noun without the district that it begins with. */
  private static String withoutPlace(String term, Place.Whose whose) {
    String name = whose.scope().substring(whose.scope().indexOf(':') + 1);
    return term.startsWith(name) && term.length() > name.length() + 1
        ? term.substring(name.length())
        : term;
  }

  private boolean fits(UnitReader.Printed printed, Catalogue.Meaning meaning) {
    return Scale.of(printed, meaning.indicator(), Measure.LEVEL, Status.ACTUAL, words.catalogue())
        != null;
  }

  /** What a noun means as a rate: 执业医师, after 每千人口床位. */
  private Catalogue.Meaning divided(String term) {
    String per = divisor.substring(1, divisor.length() - 1);
    String noun = PER.matcher(term).replaceAll("");
    for (String people : List.of("人口", "常住人口", "人")) {
      Catalogue.Meaning meaning = words.meaning("每" + per + people + noun, "");
      if (meaning != null) {
        return meaning;
      }
    }
    return null;
  }

  // Levels, changes, comparisons.

  private record Change(Measure measure, boolean down, boolean comparison) {
    static final Change NONE = new Change(Measure.LEVEL, false, false);
  }

  /** The change of the figure before, for lists: 分别增长9.6%、10.3%和14.8%. */
  private Change lastChange = Change.NONE;

  private int lastEnd = -1;

  private Change change(Token token, int clause, int from) {
    boolean listed =
        lastEnd >= 0
            && token.cellFrom > lastEnd
            && token.cellFrom - lastEnd <= 2
            && "、和及与,，".indexOf(text.charAt(lastEnd)) >= 0
            && text.charAt(lastEnd) != ',';
    Change change = listed ? lastChange : changeOf(token, clause, from);
    lastChange = change;
    lastEnd = token.cellTo;
    return change;
  }

  private Change changeOf(Token token, int clause, int from) {
    if (token.average) {
      return Change.NONE;
    }
    if (token.doubling) {
      return new Change(Measure.CHANGE_RATE, false, false);
    }
    int end = token.cellFrom;
    if (end > clause && text.charAt(end - 1) == '了') {
      end--;
    }
    if (text.startsWith("分别", Math.max(0, end - 2))) {
      end -= 2;
    }
    String rise = words.list(Role.RISE).before(text, end, clause);
    String fall = words.list(Role.FALL).before(text, end, clause);
    String word = fall != null && (rise == null || fall.length() > rise.length()) ? fall : rise;
    boolean down = word != null && word.equals(fall);
    boolean times = "倍".equals(token.unit) || "番".equals(token.unit);
    boolean points = token.unit != null && token.unit.contains("分点");
    if (token.rank || "位".equals(token.unit) && word == null && token.measure) {
      return new Change(Measure.LEVEL, false, true);
    }
    int start = comma(end, from);
    boolean another = comparesAreas(start, end) || comparesGoal(clause, end) || isShareOf(token);
    boolean overTime = overTime(Math.max(from, start - 30), end);
    boolean rate = times || "%".equals(token.unit) || "‰".equals(token.unit);
    if (word == null) {
      if (times) {
        return new Change(Measure.LEVEL, false, true);
      }
      String growth = rate ? growth(start, end) : null;
      if (growth != null) {
        boolean falls = "降跌减下".indexOf(growth.charAt(0)) >= 0;
        return new Change(Measure.CHANGE_RATE, falls, false);
      }
      return points
          ? new Change(another ? Measure.LEVEL : Measure.CHANGE, false, another)
          : new Change(added(token, clause) ? Measure.NEW : Measure.LEVEL, false, false);
    }
    boolean short1 = word.length() == 1;
    boolean compares = words.list(Role.COMPARATOR).first(text, start, end - word.length()) >= 0;
    if (another || short1 && compares && !overTime) {
      return new Change(Measure.LEVEL, false, true);
    }
    if (short1 && !compares && !points && !rate) {
      return Change.NONE;
    }
    if (word.equals("净增") && !points) {
      return new Change(Measure.NEW, false, false);
    }
    if (short1 && times) {
      return new Change(Measure.LEVEL, false, true);
    }
    return new Change(rate ? Measure.CHANGE_RATE : Measure.CHANGE, down, false);
  }

  /** The word before a figure that names a growth: 增幅, 增速; null if there is none. */
  private String growth(int from, int to) {
    for (String growth :
        List.of("增幅", "涨幅", "升幅", "增速", "增长率", "增长幅度", "降幅", "跌幅", "减幅", "下降率", "下降幅度")) {
      int at = text.indexOf(growth, from);
      // 平均降幅 is itself what is measured.
      boolean opens = at == from || overTime(from, to);
      if (at >= 0 && at < to && opens) {
        return growth;
      }
    }
    return null;
  }

  /** Whether the words before a figure compare with another time. */
  private boolean overTime(int from, int to) {
    int ratio = text.indexOf("同比", from);
    if (ratio >= 0 && ratio < to) {
      return true;
    }
    for (Times.Time time : said) {
      if (time.compared() && time.from() >= from && time.to() <= to) {
        return true;
      }
    }
    return false;
  }

  private int comma(int at, int from) {
    return Marks.start(text, at, from, "。;；,，(");
  }

  /** Whether the words before a change compare with another area: 高于全省平均水平. */
  private boolean comparesAreas(int from, int to) {
    for (int i = from; i < to; i++) {
      if (words.list(Role.AVERAGE).at(text, i) != null
          && (words.list(Role.NATION).first(text, from, i + 1) >= 0
              || words.province().first(text, from, i + 1) >= 0)) {
        return true;
      }
      boolean area =
          words.areaNames().at(text, i) != null
              || words.list(Role.NATION).at(text, i) != null
              || words.province().at(text, i) != null;
      if (area && words.list(Role.COMPARATOR).before(text, i, from) != null) {
        return true;
      }
    }
    return false;
  }

  /** 超出省定目标22个百分点. */
  private boolean comparesGoal(int from, int to) {
    String before = text.substring(from, to);
    boolean goal = GOALS.stream().anyMatch(before::contains);
    return goal && words.list(Role.COMPARATOR).first(text, from, to) >= 0;
  }

  /** 不到某市的七成. */
  private boolean isShareOf(Token token) {
    int end = token.cellFrom - 1;
    return "%".equals(token.unit)
        && end > 0
        && text.charAt(end) == '的'
        && words.areaNames().before(text, end, 0) != null;
  }

  private boolean added(Token token, int clause) {
    // 新(改、扩)建 is 新改扩建.
    String before = text.substring(clause, token.cellFrom).replaceAll("[()、]", "");
    return words.list(Role.ADDED).in(before);
  }

  // When.

  private record When(Period period, boolean inferred, boolean said, String why) {}

  private When when(Token token) {
    Period listed = listedYear(token);
    if (listed != null) {
      return new When(listed, false, true, "one of a list of years");
    }
    Times.Time last = null;
    for (Times.Time time : said) {
      if (time.period() != null
          && !time.compared()
          && time.to() <= token.cellFrom
          && reaches(time, token)) {
        last = time;
      }
    }
    for (Times.Time time : said) {
      boolean beside =
          time.from() == token.cellTo + 1
              && text.charAt(token.cellTo) == '('
              && text.startsWith(")", time.to());
      boolean right = time.compared() && isRightBefore(time, token);
      if (time.period() != null && (beside || right)) {
        last = time;
      }
    }
    if (isFrom(token)) {
      Period first = null;
      for (Times.Time time : said) {
        if (time.reach() == Times.Reach.ONE && time.to() <= token.cellFrom) {
          first = time.period();
        }
      }
      Period span = last == null ? context : last.period();
      if (first == null && span != null && isYears(span)) {
        first = Period.year(span.start().getYear());
      }
      if (first != null) {
        return new When(first, false, true, "where the change starts from");
      }
    }
    if (last != null) {
      return new When(last.period(), false, true, text.substring(last.from(), last.to()));
    }
    if (context != null) {
      return new When(context, false, true, "of the paragraph");
    }
    if (document.now() == null) {
      return new When(null, false, false, "nothing says when");
    }
    Period now = document.now();
    boolean ahead = sections.current() == Sections.Mood.PLAN;
    Integer titled = sections.year();
    if (titled != null && titled != now.end().getYear() || titled != null && ahead) {
      return new When(Period.year(titled), true, false, "of the heading");
    }
    if (ahead && document.plan() != null) {
      return new When(document.plan(), true, false, "of the plan");
    }
    if (ahead && document.mood() == Sections.Mood.DONE) {
      int end = now.end().getYear();
      boolean over = now.end().equals(LocalDate.of(end, 12, 31));
      return new When(Period.year(over ? end + 1 : end), true, false, "of the part to come");
    }
    if (carried != null && !ahead && !document.titled()) {
      return new When(carried, true, false, "said before");
    }
    return new When(now, true, false, "of the document");
  }

  private static boolean isYears(Period period) {
    return period.end().getYear() > period.start().getYear();
  }

  /** 2016、2017、2018年依次为9、8、7: each figure is of the year at its place. */
  private Period listedYear(Token token) {
    if (token.listSize < 2) {
      return null;
    }
    int mark = Marks.respectively(text, token.cellFrom);
    Matcher years = YEARS.matcher(text).region(Math.max(0, mark - 80), mark);
    String list = null;
    while (years.find()) {
      list = years.group();
    }
    if (list == null) {
      return null;
    }
    List<Integer> named = new ArrayList<>();
    Matcher year = Pattern.compile("\\d{4}").matcher(list);
    while (year.find()) {
      named.add(Integer.valueOf(year.group()));
    }
    return named.size() == token.listSize ? Period.year(named.get(token.listed)) : null;
  }

  /** 比2012年的7处增加17处: the 7 are of 2012. */
  private boolean isRightBefore(Times.Time time, Token token) {
    int length = token.cellFrom - time.to();
    return length >= 0
        && length <= 2
        && List.of("", "的", "为", "末的", "底的").contains(text.substring(time.to(), token.cellFrom));
  }

  /** Whether a figure is where a change starts from: 由8.2‰降至6.1‰. */
  private boolean isFrom(Token token) {
    int before = token.cellFrom - 1;
    boolean from = before >= 0 && (text.charAt(before) == '由' || text.charAt(before) == '从');
    if (!from && earlierFrom >= 0 && before == earlierFrom && text.charAt(before) == '、') {
      from = true;
    }
    earlierFrom = from ? token.cellTo : -1;
    return from;
  }

  /** Where the figure before ended, if it was where a change starts from. */
  private int earlierFrom = -1;

  /** Whether a time before a figure governs it. */
  private boolean reaches(Times.Time time, Token token) {
    int limit = time.to();
    return switch (time.reach()) {
      case ON -> true;
      case CLAUSE -> {
        while (limit < token.cellFrom && ",，;；。)".indexOf(text.charAt(limit)) < 0) {
          limit++;
        }
        yield limit == token.cellFrom;
      }
      case ONE -> {
        while (limit < token.cellFrom && !Character.isDigit(text.charAt(limit))) {
          limit++;
        }
        yield limit >= token.cellFrom || limit >= token.from;
      }
    };
  }

  /** A stock is of a day, a flow of a time. */
  private static Period fit(Period period, Kind kind, Measure measure) {
    if (kind == null || measure != Measure.LEVEL) {
      return period;
    }
    return period.of(kind);
  }

  // Whether it is so, or promised.

  private Status status(
      Token token, int from, int clause, When when, Change change, List<String> why) {
    if (change.comparison()) {
      return Status.COMPARISON;
    }
    boolean money =
        token.unit != null
            && token.unit.startsWith("元")
            && token.figure.value().compareTo(HIGHEST_STANDARD) < 0;
    boolean ruled =
        words.list(Role.STANDARD).last(text, clause, token.cellFrom) >= 0
            || words
                    .list(Role.STANDARD)
                    .first(text, token.cellTo, Math.min(token.cellTo + 12, clauseEnd(token.cellTo)))
                >= 0
            || isLabelled(token)
            || text.lastIndexOf('每', token.cellFrom) >= clause;
    if (money && ruled) {
      return Status.STANDARD;
    }
    if (text.startsWith("的目标", token.cellTo) || text.startsWith("目标", token.cellTo)) {
      return Status.TARGET;
    }
    if (text.startsWith("的要求", token.cellTo) || text.startsWith("的标准", token.cellTo)) {
      return Status.STANDARD;
    }
    int opened = text.lastIndexOf('(', token.cellFrom);
    if (opened >= Math.max(from, 2)
        && text.indexOf(')', opened) > token.cellFrom
        && text.startsWith("目标", opened - 2)) {
      return Status.TARGET;
    }
    boolean ofTask = opened >= Math.max(from, 2) && text.indexOf(')', opened) > token.cellFrom;
    if (ofTask && (text.startsWith("任务", opened - 2) || text.startsWith("计划", opened - 2))) {
      return Status.PLAN;
    }
    if (text.startsWith("任务", token.cellTo) || text.startsWith("计划任务", token.cellTo)) {
      return Status.PLAN;
    }
    if (earlierFrom == token.cellTo) {
      return Status.ACTUAL;
    }
    if (isGoal(token, from)) {
      return token.measure ? Status.TARGET : Status.PLAN;
    }
    boolean plans = sections.current() == Sections.Mood.PLAN;
    Cue cue = cue(from, token.cellFrom);
    if (cue != null) {
      why.add("cue: " + cue.word());
      switch (cue.role()) {
        case DONE -> {
          return Status.ACTUAL;
        }
        case TARGET -> {
          return Status.TARGET;
        }
        default -> {
          if (cue.at() >= comma(token.cellFrom, from)) {
            char link = text.charAt(Math.max(0, token.cellFrom - 1));
            boolean level = token.measure || link == '到' || link == '至';
            return level ? Status.TARGET : Status.PLAN;
          }
        }
      }
    }
    if (when.said() && document.now() != null) {
      LocalDate end = when.period().end();
      LocalDate known =
          document.published() == null
              ? LocalDate.of(document.today(), 12, 31)
              : document.published();
      if (end.getYear() > known.getYear()) {
        return Status.TARGET;
      }
      boolean past =
          document.plan() == null
              ? end.getYear() < document.now().end().getYear()
              : end.getYear() <= document.now().end().getYear();
      if (plans && past && end.isBefore(known)) {
        return Status.ACTUAL;
      }
    }
    if (!plans) {
      return Status.ACTUAL;
    }
    why.add("part to come: " + sections.heading());
    boolean forPeople =
        text.lastIndexOf('为', token.cellFrom) >= Math.max(clause, token.cellFrom - 6)
            && words
                    .list(Role.WORK_FOR)
                    .first(text, token.cellTo, Math.min(text.length(), token.cellTo + 40))
                >= 0;
    return forPeople && !token.measure ? Status.PLAN : Status.TARGET;
  }

  /** Whether a label such as 年度目标: opens the sentence. */
  private boolean isGoal(Token token, int from) {
    int colon = text.lastIndexOf(':', token.cellFrom);
    return colon > from + 1
        && colon - from <= 12
        && (text.startsWith("目标", colon - 2) || text.startsWith("任务", colon - 2));
  }

  /** Whether a label such as 补助标准: stands over the figure. */
  private boolean isLabelled(Token token) {
    for (int i = token.cellFrom; i > 0; i--) {
      if (text.charAt(i) == ':') {
        return words.list(Role.STANDARD).before(text, i, 0) != null;
      }
    }
    return false;
  }

  private int clauseEnd(int at) {
    int i = at;
    while (i < text.length() && "。;；,，".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private record Cue(Role role, int at, String word) {}

  /** The last word before a figure that says whether it is done or intended; quotations aside. */
  private Cue cue(int from, int to) {
    Cue last = null;
    int start = from;
    for (int i = to - 1; i >= from; i--) {
      if (text.charAt(i) == ';' || text.charAt(i) == '；') {
        start = i + 1;
        break;
      }
    }
    for (int i = start; i < to; i++) {
      char c = text.charAt(i);
      if (c == '“' || c == '《') {
        int close = text.indexOf(c == '“' ? '”' : '》', i);
        if (close > 0 && close < to) {
          i = close;
          continue;
        }
      }
      String none = words.list(Role.NOT_PLAN).at(text, i);
      if (none != null) {
        i += none.length() - 1;
        continue;
      }
      for (Role role : List.of(Role.DONE, Role.TARGET, Role.PLAN)) {
        String word = words.list(role).at(text, i);
        if (word != null && i + word.length() <= to && !isNoun(word, i)) {
          last = new Cue(role, i, word);
          i += word.length() - 1;
          break;
        }
      }
    }
    return last;
  }

  /** 计划 is a noun after another word, such as 行动计划. */
  private boolean isNoun(String word, int at) {
    return word.equals("计划")
        && at > 0
        && Vocabulary.isChinese(text.charAt(at - 1))
        && "年并还市委区院们均共也".indexOf(text.charAt(at - 1)) < 0;
  }

  // Words around.

  private int clauseStart(int at, int from) {
    return Marks.start(text, at, from, "。;；,，:");
  }

  /** The clause as published. */
  private String quote(Token token, int from, int to) {
    int start = from;
    int end = to;
    if (end - start > LONGEST_QUOTE) {
      start = Math.max(from, clauseStart(Math.max(from, token.cellFrom - LONGEST_QUOTE / 3), from));
      end = Math.min(to, Math.max(token.cellTo, start + LONGEST_QUOTE));
    }
    return published(start, end).strip();
  }

  /** A stretch of the text as published. */
  private String published(int start, int end) {
    int most = published.codePointCount(0, published.length());
    int first = Math.min(most, paragraph.start(start) - publishedStart);
    int last = Math.min(most, paragraph.end(Math.max(start, end - 1)) - publishedStart);
    int from = published.offsetByCodePoints(0, first);
    return published.substring(from, published.offsetByCodePoints(from, Math.max(0, last - first)));
  }
}
