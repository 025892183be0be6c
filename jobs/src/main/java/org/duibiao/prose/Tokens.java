package org.duibiao.prose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.catalogue.Lexicon.Role;
import org.duibiao.ingest.NumberSpans;
import org.duibiao.model.Bound;
import org.duibiao.normalize.NumberReader;
import org.duibiao.normalize.NumberReading;

/** Tells the figures of a sentence from numbers that are no statistic, and reads them. */
final class Tokens {

  /** 4.51张/千常住人口. */
  private static final Pattern PER = Pattern.compile("/每?(千|万|十万|百万)(?:名|位)?(?:常住|户籍)?(?:人口|人)");

  private static final int LONGEST_SLOGAN = 14;

  /** More than that nobody takes at a time: it is a count. */
  private static final BigDecimal LARGEST_DOSE = BigDecimal.valueOf(1000);

  private static final String NUMERALS = "〇零○一二三四五六七八九十百千万亿两廿";

  private final Vocabulary words;
  private final String text;
  private final int from;
  private final int to;
  private final boolean paragraphStart;
  private final List<Times.Time> times;

  Tokens(
      Vocabulary words,
      String text,
      int from,
      int to,
      boolean paragraphStart,
      List<Times.Time> times) {
    this.words = words;
    this.text = text;
    this.from = from;
    this.to = to;
    this.paragraphStart = paragraphStart;
    this.times = times;
  }

  List<Token> of(List<NumberSpans.Span> spans) {
    List<Token> tokens = new ArrayList<>();
    for (NumberSpans.Span span : spans) {
      Token token = new Token(span.from(), span.to());
      classify(token, tokens.isEmpty() ? null : tokens.get(tokens.size() - 1));
      tokens.add(token);
    }
    return tokens;
  }

  private boolean is(Role role, int at) {
    return words.list(role).at(text, at) != null;
  }

  private char at(int i) {
    return i >= from && i < to ? text.charAt(i) : 0;
  }

  private void classify(Token token, Token before) {
    String no = notAStatistic(token);
    if (no != null) {
      token.no(no, Reasons.of(no));
      return;
    }
    read(token);
    if (token.isFigure()) {
      no = notAFigure(token);
      if ("bare_number".equals(no) && repeats(token, before)) {
        token.unit = before.unit;
        token.measure = true;
        no = null;
      }
      if (no != null) {
        token.no(no, Reasons.of(no));
      }
    }
  }

  /** 全国为74.8岁,本省为77.57: the unit is said once. */
  private boolean repeats(Token token, Token before) {
    return before != null
        && before.isFigure()
        && before.measure
        && token.figure.value().stripTrailingZeros().scale() > 0
        && isEnd(at(token.cellTo))
        && words.list(Role.LINK).before(text, token.cellFrom, from) != null;
  }

  // What can be told before the number is read.

  private String notAStatistic(Token token) {
    for (Times.Time time : times) {
      if (token.from < time.to() && token.to > time.from()) {
        return "date";
      }
    }
    if (words.list(Role.CHROME).first(text, from, to) >= 0) {
      return "page";
    }
    if (isListNumber(token)) {
      return "list_number";
    }
    char before = at(token.from - 1);
    char after = at(token.to);
    if (before == '第') {
      return rank(token) ? null : "ordinal";
    }
    boolean counted = words.list(Role.CONCRETE_COUNTER).at(text, token.to) != null;
    if (isLatin(before) && !(counted && isDevice(token.from))
        || before == '-' && isLatin(at(token.from - 2))
        || before == '×') {
      return "name";
    }
    if (before == '每') {
      return "base";
    }
    if (isAttachment(token.from) || before == '[' || after == ']' || after == '号' || after == '#') {
      return "document";
    }
    String quoted = quotation(token);
    if (quoted != null) {
      return quoted;
    }
    if (isIdiom(token)) {
      return "idiom";
    }
    if (isPhone(token)) {
      return "phone";
    }
    String number = text.substring(token.from, token.to);
    int colon = number.indexOf(':');
    if (colon > 0 && !isRatioToOne(token, number, colon)) {
      return "ratio";
    }
    return null;
  }

  /** 见附件1, 表2. */
  private boolean isAttachment(int number) {
    for (String attached : List.of("附件", "附表", "附录", "附图", "见表", "见图", "如表", "如图")) {
      if (number - attached.length() >= from
          && text.startsWith(attached, number - attached.length())) {
        return true;
      }
    }
    return at(number - 1) == '表' && number - 1 == from;
  }

  /** 医护比1:1.09: the second part is the figure. */
  private boolean isRatioToOne(Token token, String number, int colon) {
    int ratio = text.lastIndexOf('比', token.from);
    return number.startsWith("1:")
        && number.indexOf(':', colon + 1) < 0
        && ratio >= clauseStart(token.from);
  }

  /** CT1台 and DR3台 count, B1家 does not. */
  private boolean isDevice(int number) {
    return isLatin(at(number - 1)) && isLatin(at(number - 2)) && at(number - 1) < 'a';
  }

  private boolean isListNumber(Token token) {
    int start = token.from;
    boolean opened = at(start - 1) == '(' || at(start - 1) == '（';
    if (opened) {
      start--;
    }
    char after = at(token.to);
    boolean atStart = start == from && paragraphStart;
    boolean atClause = start == from || isBoundary(at(start - 1));
    if (token.to - token.from > 3) {
      return false;
    }
    if (opened) {
      boolean closed = after == ')';
      return closed && (atClause || isBoundary(at(start - 1)));
    }
    if (atStart && (after == '.' || after == '、' || after == ')') && !isDigit(at(token.to + 1))) {
      return true;
    }
    return atClause
        && isNumeral(at(token.from))
        && (after == '是' || after == '要' || after == '、')
        && token.to - token.from <= 2
        && (after != '、' || atStart);
  }

  private boolean rank(Token token) {
    int floor = Math.max(from, token.from - 12);
    boolean placed = false;
    for (int i = floor; i < token.from - 1; i++) {
      String word = words.list(Role.RANK).at(text, i);
      placed |= word != null && !word.equals("第");
    }
    if (!placed) {
      String close = text.substring(Math.max(from, token.from - 3), token.from - 1);
      placed =
          close.endsWith("全省")
              || close.endsWith("全国")
              || close.endsWith("全市")
              || close.endsWith("省内");
    }
    boolean counted = at(token.to) == '位' || at(token.to) == '名';
    placed |= at(token.to) == '名';
    boolean moves = is(Role.RISE, token.to) || is(Role.FALL, token.to);
    boolean ends = counted || moves || isBoundary(at(token.to)) || at(token.to) == 0;
    token.rank = placed && ends;
    return token.rank;
  }

  /** In quotation marks stand slogans and names; 《》 hold titles. */
  private String quotation(Token token) {
    int depthBook = 0;
    int open = -1;
    for (int i = token.from - 1; i >= from && i > token.from - 80; i--) {
      char c = text.charAt(i);
      if (c == '》') {
        depthBook++;
      } else if (c == '《') {
        if (depthBook == 0) {
          return "document";
        }
        depthBook--;
      } else if (c == '”') {
        break;
      } else if (c == '“') {
        open = i;
        break;
      } else if (c == '"') {
        break;
      }
    }
    if (open < 0) {
      return null;
    }
    int close = text.indexOf('”', token.to);
    return close >= 0 && close < to && close - open - 1 <= LONGEST_SLOGAN ? "slogan" : null;
  }

  private boolean isIdiom(Token token) {
    WordList idioms = words.list(Role.IDIOM);
    for (int i = Math.max(from, token.from - 6); i <= token.from; i++) {
      String idiom = idioms.at(text, i);
      if (idiom != null && i + idiom.length() >= token.to) {
        return true;
      }
    }
    return false;
  }

  private boolean isPhone(Token token) {
    String number = text.substring(token.from, token.to);
    long digits = number.chars().filter(c -> c >= '0' && c <= '9').count();
    if (digits < 3 || number.indexOf('.') >= 0 || number.chars().anyMatch(c -> c > 0x2000)) {
      return false;
    }
    boolean called =
        is(Role.PHONE, token.to)
            || words.list(Role.PHONE).before(text, token.from, from) != null
            || at(token.from - 1) == ':'
                && words.list(Role.PHONE).before(text, token.from - 1, from) != null;
    boolean longNumber = digits >= 7 && words.units().at(text, token.to) == null;
    return called
        || longNumber && (number.indexOf('-') > 0 || digits == 11 || number.startsWith("0"));
  }

  // Reading.

  private void read(Token token) {
    int end = token.to;
    if (token.rank) {
      readRank(token);
      return;
    }
    if (at(end) == '番' && (at(token.from - 1) == '翻' || text.startsWith("翻了", token.from - 2))) {
      readDoubling(token);
      return;
    }
    if ((at(end) == '余' || at(end) == '多' || at(end) == '几')
        && (isDigit(at(end - 1)) || NUMERALS.indexOf(at(end - 1)) >= 0)) {
      end++;
    }
    boolean pointsMore = text.startsWith("个多百分点", end);
    // 85.6分 is a score; minutes are 分钟.
    boolean score = at(end) == '分' && at(end + 1) != '钟' && at(end + 1) != '之';
    String unit =
        score || words.list(Role.NO_UNIT).at(text, end) != null
            ? null
            : words.units().at(text, end);
    if (pointsMore) {
      unit = "个多百分点";
    }
    if (unit != null && end + unit.length() > to) {
      unit = null;
    }
    if (unit != null) {
      end += unit.length();
      Matcher per = PER.matcher(text).region(end, to);
      if (per.lookingAt()) {
        unit = "/" + per.group(1) + "人";
        end = per.end();
      }
    } else if (isLatin(at(end)) && end == token.to) {
      token.no("name", Reasons.of("name"));
      return;
    }
    int bound = NumberReader.boundAfter(text, end);
    boolean more = bound > 0 && "多余餘".contains(text.substring(end, end + 1));
    if (bound > 0
        && end + bound <= to
        && (!more || "倍".equals(unit) || "%".equals(unit) || text.startsWith("成", end - 1))) {
      end += bound;
    }
    int start = Math.max(from, token.from - boundBefore(token.from));
    token.average = isAverage(end);
    if (start < token.from && token.average) {
      start = token.from;
    }
    if (start == token.from && isMinus(token.from - 1)) {
      start--;
    }
    token.cellFrom = start;
    token.cellTo = end;
    token.unit = unit;
    token.measure = unit != null && words.isMeasure(unit);
    String cell = text.substring(start, end).replace("个多百分点", "多个百分点");
    if (pointsMore) {
      // 3个多百分点
      token.unit = "个百分点";
      token.measure = true;
    }
    int colon = text.substring(token.from, token.to).indexOf(':');
    if (colon > 0) {
      cell = text.substring(token.from + colon + 1, token.to) + "倍";
      token.unit = "倍";
      token.measure = true;
    }
    NumberReading reading = fraction(token, start, end);
    if (reading == null) {
      reading = NumberReader.read(cell);
    }
    if (reading instanceof NumberReading.Figure figure) {
      token.figure = figure;
      if (!figure.unit().isEmpty() && unit == null && colon < 0) {
        token.unit = figure.unit();
        token.measure = true;
      }
    } else if (reading instanceof NumberReading.Unreadable unreadable) {
      switch (unreadable.reason()) {
        case "date", "ordinal" -> token.no(unreadable.reason(), Reasons.of(unreadable.reason()));
        case "leading_zeros", "digits_in_word" -> token.no("name", Reasons.of("name"));
        case "no_number", "ambiguous_numeral" -> token.no("idiom", Reasons.of("idiom"));
        default -> {
          token.no(unreadable.reason(), unreadable.detail());
          token.unreadable = true;
        }
      }
    } else {
      token.no("idiom", Reasons.of("idiom"));
    }
  }

  /** 低于4.51张的全省平均水平: what it is lower than is told exactly. */
  private boolean isAverage(int end) {
    int at = at(end) == '的' ? end + 1 : end;
    for (Role role : List.of(Role.NATION, Role.PROVINCE, Role.SELF)) {
      String area = words.list(role).at(text, at);
      if (area != null) {
        at += area.length();
        return words.list(Role.AVERAGE).at(text, at) != null || text.startsWith("水平", at);
      }
    }
    return at(end) == '的' && words.list(Role.AVERAGE).at(text, at) != null;
  }

  /** A minus, and no dash of a name or a range. */
  private boolean isMinus(int at) {
    char before = at(at - 1);
    return at(at) == '-'
        && before != 0
        && ("=:(".indexOf(before) >= 0 || "为是达长率度值额".indexOf(before) >= 0);
  }

  /** The bound right before a number, or before what links it: 至少有1家. */
  private int boundBefore(int number) {
    int length = NumberReader.boundBefore(text, number);
    char link = at(number - 1);
    if (length == 0 && (link == '有' || link == '为' || link == '达')) {
      int before = NumberReader.boundBefore(text, number - 1);
      return before == 0 ? 0 : before + 1;
    }
    return length;
  }

  /** 翻一番 grows by 100 %, 翻两番 by 300 %. */
  private void readDoubling(Token token) {
    NumberReading reading = NumberReader.read(text.substring(token.from, token.to) + "个");
    boolean few =
        reading instanceof NumberReading.Figure figure
            && figure.value().signum() > 0
            && figure.value().compareTo(BigDecimal.TEN) < 0
            && figure.value().stripTrailingZeros().scale() <= 0;
    if (!few) {
      token.no("idiom", Reasons.of("idiom"));
      return;
    }
    int times = ((NumberReading.Figure) reading).value().intValueExact();
    boolean more = at(token.to + 1) == '多';
    token.cellTo = token.to + (more ? 2 : 1);
    token.figure =
        new NumberReading.Figure(
            BigDecimal.valueOf(100L * ((1L << times) - 1)),
            null,
            more ? Bound.GT : Bound.EQ,
            BigDecimal.valueOf(100),
            false,
            "%");
    token.unit = "%";
    token.measure = true;
    token.doubling = true;
  }

  private void readRank(Token token) {
    int end = token.to;
    if (at(end) == '位' || at(end) == '名') {
      end++;
    }
    token.cellFrom = token.from - 1;
    token.cellTo = end;
    NumberReading reading = NumberReader.read(text.substring(token.from, token.to) + "位");
    if (reading instanceof NumberReading.Figure figure) {
      token.figure = figure;
      token.unit = "位";
      token.measure = true;
    } else {
      token.no("ordinal", Reasons.of("ordinal"));
    }
  }

  /** 三分之一 as a percentage; a fraction of a power of ten is read as a rate elsewhere. */
  private NumberReading fraction(Token token, int start, int end) {
    String number = text.substring(token.from, token.to);
    int mark = number.indexOf("分之");
    if (mark <= 0) {
      return null;
    }
    String below = number.substring(0, mark);
    if (below.chars().anyMatch(c -> "百千万亿".indexOf(c) >= 0)) {
      return null;
    }
    NumberReading denominator = NumberReader.read(below + "个");
    NumberReading numerator = NumberReader.read(number.substring(mark + 2) + "个");
    if (!(denominator instanceof NumberReading.Figure d)
        || !(numerator instanceof NumberReading.Figure n)
        || d.value().signum() <= 0) {
      return null;
    }
    BigDecimal percent =
        n.value().multiply(BigDecimal.valueOf(100)).divide(d.value(), 4, RoundingMode.HALF_UP);
    Bound bound = Bound.APPROX;
    if (text.substring(start, end).matches(".*(超过|以上|多|强)$|^(超过|逾|超).*")) {
      bound = Bound.GT;
    }
    return new NumberReading.Figure(percent, null, bound, BigDecimal.ONE, false, "%");
  }

  // What can be told once the unit is known.

  private String notAFigure(Token token) {
    String unit = token.unit;
    boolean chinese = isNumeral(text.charAt(token.from)) && !token.rank;
    boolean share = token.measure && unit != null && (unit.equals("%") || unit.contains("分之"));
    if (unit != null && is(Role.ORDINAL_UNIT, token.to) && !isCountedNoun(token)) {
      return "ordinal";
    }
    if (unit == null && is(Role.ORDINAL_UNIT, token.to)) {
      return "ordinal";
    }
    boolean whole = token.figure.value().stripTrailingZeros().scale() <= 0;
    if (unit != null && whole && (unit.equals("岁") || unit.equals("周岁")) && isAge(token)) {
      return "age";
    }
    if (isPeers(token)) {
      return "peers";
    }
    if (unit != null
        && is(Role.DOSE, token.to)
        && !token.figure.scaled()
        && token.figure.value().compareTo(LARGEST_DOSE) < 0) {
      return "dose";
    }
    String duration = words.list(Role.DURATION_UNIT).at(text, token.to);
    if (duration != null && duration.endsWith("龄")) {
      return "duration";
    }
    if (duration != null && (unit == null || duration.length() >= unit.length())) {
      int start = clauseStart(token.from);
      boolean lasting =
          words.list(Role.LASTING).first(text, start, token.from) >= 0
              || words.list(Role.AGE).first(text, start, token.from) >= 0
              || text.startsWith("圈", token.cellTo);
      if (unit == null || !lasting || chinese) {
        return "duration";
      }
    }
    if (chinese && !share) {
      boolean small = token.to - token.from == 1;
      if (words.list(Role.IDIOM_NOUN).at(text, token.to) != null) {
        return "idiom";
      }
      if (unit == null) {
        return "idiom";
      }
      boolean more = at(token.to) == '余' || at(token.to) == '多';
      boolean concrete = words.list(Role.CONCRETE_COUNTER).at(text, token.to) != null || more;
      boolean times = unit.equals("倍") || unit.equals("番") || unit.contains("百分点");
      if (small && !times) {
        char digit = text.charAt(token.from);
        if (!concrete
            || digit == '一'
            || "十百千万亿".indexOf(digit) >= 0
                && token.cellFrom == token.from
                && "余多".indexOf(at(token.to)) < 0) {
          return "idiom";
        }
      }
    }
    if (unit == null && !chinese) {
      boolean bounded =
          token.cellFrom < token.from || token.figure.bound() != Bound.EQ || token.figure.scaled();
      int start = clauseStart(token.from);
      boolean named = words.indicators().last(text, start, token.cellFrom) >= 0;
      boolean many = words.list(Role.SUFFIX).before(text, token.cellFrom, start) != null;
      boolean ends = isEnd(at(token.cellTo)) && token.cellFrom > start + 1;
      boolean counted =
          bounded && isNoun(at(token.cellTo))
              || token.figure.scaled() && (many || ends && isNoun(at(token.cellFrom - 1)));
      if (!named && !counted || named && !bounded && !isEnd(at(token.cellTo))) {
        return "bare_number";
      }
    }
    return null;
  }

  /** 在15个副省级城市中位居第三: how many there are is no figure of the city. */
  private boolean isPeers(Token token) {
    if (at(token.to) != '个' && at(token.to) != '座') {
      return false;
    }
    String peers = words.list(Role.PEERS).at(text, token.to + 1);
    int end = peers == null ? 0 : token.to + 1 + peers.length();
    return peers != null
        && ("中里内排位居之".indexOf(at(end)) >= 0 || isBoundary(at(end)) && peers.length() > 1);
  }

  /** 12批次 counts, 12批 is a place in an order. */
  private boolean isCountedNoun(Token token) {
    String ordinal = words.list(Role.ORDINAL_UNIT).at(text, token.to);
    return token.unit.length() > ordinal.length();
  }

  /** Whether years of age say who is meant, and are no figure: 65岁以上老人, not 寿命79岁. */
  private boolean isAge(Token token) {
    if (words.list(Role.AGE).first(text, from, token.from) < 0) {
      return !isChange(token) || words.list(Role.AGE).first(text, from, to) < 0;
    }
    String after = text.substring(token.cellTo, Math.min(to, token.cellTo + 1));
    boolean says = words.list(Role.AGE).first(text, clauseStart(token.from), token.from) >= 0;
    boolean qualifies = !after.isEmpty() && Vocabulary.isChinese(after.charAt(0));
    return !says && qualifies && token.figure.bound() != Bound.EQ;
  }

  private boolean isChange(Token token) {
    String word = words.list(Role.RISE).before(text, token.cellFrom, from);
    return word != null || words.list(Role.FALL).before(text, token.cellFrom, from) != null;
  }

  private int clauseStart(int at) {
    return Marks.start(text, at, from, "。;；!?,，");
  }

  private static boolean isNoun(char c) {
    return Vocabulary.isChinese(c) && NUMERALS.indexOf(c) < 0;
  }

  private static boolean isEnd(char c) {
    return c == 0 || isBoundary(c);
  }

  static boolean isBoundary(char c) {
    return "。;；!！?？,，、:()[]“”《》\"<>〈〉|·…■□◆◇●★☆▲△▶※→√".indexOf(c) >= 0 || c == 0 || c == '\n';
  }

  static boolean isNumeral(char c) {
    return NUMERALS.indexOf(c) >= 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
