package org.duibiao.prose.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.model.code.Bound;
import org.duibiao.prose.words.Characters;

/**
 * Finds numbers that are not statistics: by what stands around them, before they are read (dates,
 * places in an order, phone numbers, numbers of documents, idioms), and by their unit and value
 * (ages that say who is meant, durations, doses, small numerals of slogans).
 */
final class NumberFilter {

  private static final int LONGEST_SLOGAN = 14;

  /** Nobody takes more than that at a time: it is a count. */
  private static final BigDecimal LARGEST_DOSE = BigDecimal.valueOf(1000);

  /**
   * What numbers are that stand so: № encloses the number, ¶ begins the paragraph, names in {@code
   * <>} stand for the words of a class.
   */
  private record Rule(String reason, String around) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule("list_number", "(?<=\\()(?<=(?:^|¶|<BOUNDARY>)\\()№.{1,3}№\\)"),
          new Rule("list_number", "(?<=¶)№.{1,3}№[.、)](?!\\d)"),
          new Rule("list_number", "(?<=¶)№<NUMERAL>.?№、"),
          new Rule("list_number", "(?=№.{1,2}№[是要])(?<!\\()(?<=^|¶|<BOUNDARY>)№<NUMERAL>"),
          // 第3名; 位居全省第3,
          new Rule("rank", "(?<=第)№[^№]*№名"),
          new Rule("rank_if_placed", "(?<=第)№[^№]*№(?:位|<RISE>|<FALL>|<BOUNDARY>|\\z)"),
          new Rule("ordinal", "(?<=第)№"),
          // CT1台 and DR3台 count, B1家 does not.
          new Rule(
              "name", "(?!(?<=[A-Za-z][A-Z])№[^№]*№<CONCRETE_COUNTER>)(?<=[A-Za-z×]|[A-Za-z]-)№"),
          // 孕产妇死亡率(1/10万): the unit of a table.
          new Rule("base", "(?<=\\()№1/[^№]*№\\)"),
          new Rule("base", "(?<=每|<HAN>/)№"),
          // 见附件1, 表2
          new Rule("document", "(?<=<ATTACHMENT>|(?:^|¶)表|\\[)№|№[^№]*№[\\]号#]"));

  /** Fits where one of them does: where none does, as beside most numbers, one search tells. */
  private static final String ANY_RULE =
      RULES.stream().map(Rule::around).collect(Collectors.joining("|"));

  /** .1万人, 8□1.5万人, 1,23人: digits are missing, or were parted in the wrong place. */
  private static final String LOST = "(?<=(?<![A-Za-z])\\.|[□\uFFFD])№\\d|№\\d[^№]*№[□\uFFFD]";

  private static final String PARTED = "(?<=\\d,)№\\d|№\\d(?:[^№]*\\d)?№,\\d";

  private static final String LABELLED_PHONE =
      "(?<=<PHONE>:?)№(?:[^.\\d№\u2001-\uFFFF]*\\d){3}[^.№\u2001-\uFFFF]*№"
          + "|№(?:[^.\\d№\u2001-\uFFFF]*\\d){3}[^.№\u2001-\uFFFF]*№<PHONE>";

  private static final String PHONE =
      "№(?=0|[^№]+-|(?:[^\\d№]*\\d){11}[^\\d№]*№)(?:[^.\\d№\u2001-\uFFFF]*\\d){7}[^.№\u2001-\uFFFF]*№";

  private final Sentence sentence;
  private final String text;

  /** Whether the sentence belongs to the page. */
  private final boolean chrome;

  /** The sentence with marks around the number that is looked at. */
  private String around;

  private int at;

  NumberFilter(Sentence sentence) {
    this.sentence = sentence;
    this.text = sentence.text();
    this.chrome = sentence.isBetween(WordClass.CHROME, sentence.from(), sentence.to());
  }

  /** Why a number is not a statistic, in one word; null if it may be one. */
  String rejectReason(NumberToken token) {
    if (sentence.times().stream().anyMatch(t -> token.from < t.to() && token.to > t.from())) {
      return "date";
    }
    if (chrome) {
      return "page";
    }
    String before = (sentence.from() == 0 ? "¶" : "") + text.substring(sentence.from(), token.from);
    String number = token.in(text);
    around = before + "№" + number + "№" + text.substring(token.to, sentence.to());
    at = before.length();
    for (Rule rule : fits(ANY_RULE) ? RULES : List.<Rule>of()) {
      if (fits(rule.around)) {
        token.rank =
            rule.reason.equals("rank") || rule.reason.equals("rank_if_placed") && isPlaced(token);
        return token.rank ? null : rule.reason.startsWith("rank") ? "ordinal" : rule.reason;
      }
    }
    String quoted = quotation(token);
    if (quoted != null) {
      return quoted;
    }
    if (isIdiom(token)) {
      return "idiom";
    }
    int mark = sentence.lastRespectively(token.from);
    boolean listed = mark >= 0 && mark >= sentence.statementStart(token.from) - 12;
    if (fits(LOST) || !listed && fits(PARTED)) {
      return "torn";
    }
    if (fits(LABELLED_PHONE) || fits(PHONE) && !sentence.words().units().isAt(text, token.to)) {
      return "phone";
    }
    return number.indexOf(':') > 0 && !isRatioToOne(token, number) ? "ratio" : null;
  }

  private boolean fits(String pattern) {
    return sentence.words().fits(pattern, around, at);
  }

  /** 医护比1:1.09, 收入比2.3:1: the part that is not one is the figure. */
  private boolean isRatioToOne(NumberToken token, String number) {
    return (number.startsWith("1:") || number.endsWith(":1"))
        && number.indexOf(':') == number.lastIndexOf(':')
        && text.lastIndexOf('比', token.from) >= sentence.statementStart(token.from);
  }

  /** Whether words before 第 say that it is the place of one among others. */
  private boolean isPlaced(NumberToken token) {
    int mark = token.from - 1;
    boolean placed = sentence.isBefore(WordClass.RANKED_AMONG, mark);
    for (int i = Math.max(sentence.from(), token.from - 12); i < mark; i++) {
      String word = sentence.wordAt(WordClass.RANK, i);
      placed |= word != null && !word.equals("第");
    }
    return placed;
  }

  /** In quotation marks stand slogans and names; 《》 hold titles. */
  private String quotation(NumberToken token) {
    int closedTitles = 0;
    for (int i = token.from - 1; i >= sentence.from() && i > token.from - 80; i--) {
      switch (text.charAt(i)) {
        case '》' -> closedTitles++;
        case '《' -> {
          if (closedTitles-- == 0) {
            return "document";
          }
        }
        case '”', '"' -> {
          return null;
        }
        case '“' -> {
          // “每千名儿童0.87名”: slogans have no decimals.
          int close = text.indexOf('”', token.to);
          boolean slogan = close >= 0 && close < sentence.to() && close - i - 1 <= LONGEST_SLOGAN;
          boolean level =
              sentence.isOneOf("%‰", token.to) && sentence.isBefore(WordClass.LINK, token.from);
          return slogan && !level && token.in(text).indexOf('.') <= 0 ? "slogan" : null;
        }
        default -> {}
      }
    }
    return null;
  }

  private boolean isIdiom(NumberToken token) {
    for (int i = Math.max(sentence.from(), token.from - 6); i <= token.from; i++) {
      String idiom = sentence.wordAt(WordClass.IDIOM, i);
      // 十一 is a holiday, in 十一家 it counts.
      boolean counts =
          i == token.from
              && token.in(text).equals(idiom)
              && sentence.isAt(WordClass.CONCRETE_COUNTER, token.to);
      if (idiom != null && !counts && i + idiom.length() >= token.to) {
        return true;
      }
    }
    return false;
  }

  /** Why what was read is not a statistic, in one word; null if it is one. */
  String rejectReasonOfQuantity(NumberToken token) {
    String unit = token.unit;
    boolean chinese = Characters.isNumeral(text.charAt(token.from)) && !token.rank;
    String ordinal = sentence.wordAt(WordClass.ORDINAL_UNIT, token.to);
    if (ordinal != null && (unit == null || unit.length() <= ordinal.length())) {
      // 12批次 counts, 12批 is a place in an order.
      return "ordinal";
    }
    if (("岁".equals(unit) || "周岁".equals(unit)) && !token.hasDecimals() && isAge(token)) {
      return "age";
    }
    // 在15个副省级城市中位居第三: how many there are is not a figure of the city.
    if (sentence.fits("[个座]<PEERS>(?:[中里内排位居之]|(?<=[个座].{2,9})(?:<BOUNDARY>|\\z))", token.to)) {
      return "peers";
    }
    if (unit != null
        && sentence.isAt(WordClass.DOSE, token.to)
        && !token.number.scaled()
        && token.number.value().compareTo(LARGEST_DOSE) < 0) {
      return "dose";
    }
    if (isDuration(token, chinese)) {
      return "duration";
    }
    if (chinese) {
      return isPartOfWord(token) ? "idiom" : null;
    }
    return unit == null && isBare(token) ? "bare_number" : null;
  }

  private boolean isDuration(NumberToken token, boolean chinese) {
    String duration = sentence.wordAt(WordClass.DURATION_UNIT, token.to);
    if (duration == null || duration.endsWith("龄")) {
      return duration != null;
    }
    if (token.unit == null || duration.length() < token.unit.length()) {
      return token.unit == null;
    }
    int start = sentence.statementStart(token.from);
    boolean lasting =
        sentence.isBetween(WordClass.LASTING, start, token.from)
            || sentence.isBetween(WordClass.AGE, start, token.from)
            || text.startsWith("圈", token.quantityTo);
    return !lasting || chinese;
  }

  private boolean isPartOfWord(NumberToken token) {
    String unit = token.unit;
    if (token.measurement && unit != null && (unit.equals("%") || unit.contains("分之"))) {
      return false;
    }
    if (unit == null || sentence.isAt(WordClass.IDIOM_NOUN, token.to)) {
      return true;
    }
    boolean times = unit.equals("倍") || unit.equals("番") || unit.contains("百分点");
    if (token.to - token.from > 1 || times) {
      return false;
    }
    boolean more = sentence.isOneOf("余多", token.to);
    boolean round = sentence.isOneOf("十百千万亿", token.from) && token.quantityFrom == token.from;
    return !more && (round || !sentence.isAt(WordClass.CONCRETE_COUNTER, token.to))
        || text.charAt(token.from) == '一';
  }

  /** Whether nothing says what a number without a unit counts. */
  private boolean isBare(NumberToken token) {
    int start = sentence.statementStart(token.from);
    boolean scaled = token.number.scaled();
    boolean bounded = token.quantityFrom < token.from || token.number.bound() != Bound.EQ || scaled;
    boolean ends = Characters.isBoundary(sentence.at(token.quantityTo));
    if (sentence.words().indicators().lastIndex(text, start, token.quantityFrom) >= 0) {
      return !bounded && !ends;
    }
    boolean nounBefore =
        sentence.isBefore(WordClass.SUFFIX, token.quantityFrom, start)
            || ends && token.quantityFrom > start + 1 && isNoun(token.quantityFrom - 1);
    return !(bounded && isNoun(token.quantityTo)) && !(scaled && nounBefore);
  }

  /** Whether years of age say who is meant, and are not a figure: 65岁以上老人, not 寿命79岁. */
  private boolean isAge(NumberToken token) {
    if (!sentence.isBetween(WordClass.AGE, sentence.from(), token.from)) {
      return !sentence.isChangeBefore(token.quantityFrom)
          || !sentence.isBetween(WordClass.AGE, sentence.from(), sentence.to());
    }
    int start = sentence.statementStart(token.from);
    return !sentence.isBetween(WordClass.AGE, start, token.from)
        && Characters.isChinese(sentence.at(token.quantityTo))
        && token.number.bound() != Bound.EQ;
  }

  private boolean isNoun(int place) {
    return Characters.isChinese(sentence.at(place)) && !Characters.isNumeral(sentence.at(place));
  }
}
