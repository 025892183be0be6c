package org.duibiao.prose.sentence;

import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.prose.words.Characters;

/**
 * Finds numbers that are not statistics by what stands around them, before they are read: dates,
 * places in an order, phone numbers, numbers of documents, idioms.
 */
final class ContextFilter {

  private static final int LONGEST_SLOGAN = 14;

  private final Sentence sentence;
  private final String text;

  ContextFilter(Sentence sentence) {
    this.sentence = sentence;
    this.text = sentence.text();
  }

  /** Why a number is not a statistic, in one word; null if it may be one. */
  String rejectReason(NumberToken token) {
    int from = token.from;
    int to = token.to;
    char before = sentence.at(from - 1);
    char after = sentence.at(to);
    if (sentence.times().stream().anyMatch(time -> from < time.to() && to > time.from())) {
      return "date";
    }
    if (sentence.isBetween(WordClass.CHROME, sentence.from(), sentence.to())) {
      return "page";
    }
    if (isListNumber(token)) {
      return "list_number";
    }
    if (before == '第') {
      token.rank = isRank(token);
      return token.rank ? null : "ordinal";
    }
    boolean device = sentence.isAt(WordClass.CONCRETE_COUNTER, to) && isDevice(from);
    if (Characters.isLatin(before) && !device
        || before == '-' && Characters.isLatin(sentence.at(from - 2))
        || before == '×') {
      return "name";
    }
    // 孕产妇死亡率(1/10万): the unit of a table.
    if (before == '(' && after == ')' && text.startsWith("1/", from)
        || before == '每'
        || before == '/' && Characters.isChinese(sentence.at(from - 2))) {
      return "base";
    }
    // 见附件1, 表2
    if (sentence.isBefore(WordClass.ATTACHMENT, from)
        || before == '表' && from - 1 == sentence.from()
        || before == '['
        || sentence.isOneOf("]号#", to)) {
      return "document";
    }
    String quoted = quotation(token);
    if (quoted != null) {
      return quoted;
    }
    if (isIdiom(token)) {
      return "idiom";
    }
    if (isTorn(token)) {
      return "torn";
    }
    String number = token.in(text);
    if (isPhone(number, token)) {
      return "phone";
    }
    return number.indexOf(':') > 0 && !isRatioToOne(token, number) ? "ratio" : null;
  }

  /** .1万人, 8□1.5万人, 1,23人: digits are missing, or were parted in the wrong place. */
  private boolean isTorn(NumberToken token) {
    char before = sentence.at(token.from - 1);
    if (!Characters.isDigit(sentence.at(token.from))) {
      return false;
    }
    boolean lost =
        before == '.' && !Characters.isLatin(sentence.at(token.from - 2))
            || sentence.isOneOf("□\uFFFD", token.from - 1)
            || sentence.isOneOf("□\uFFFD", token.to);
    int mark = sentence.lastRespectively(token.from);
    boolean listed = mark >= 0 && mark >= sentence.statementStart(token.from) - 12;
    return lost || !listed && (isParted(token.from - 1) || isParted(token.to));
  }

  /** Whether a comma there parts two digits. */
  private boolean isParted(int comma) {
    return sentence.at(comma) == ','
        && Characters.isDigit(sentence.at(comma - 1))
        && Characters.isDigit(sentence.at(comma + 1));
  }

  /** 医护比1:1.09, 收入比2.3:1: the part that is not one is the figure. */
  private boolean isRatioToOne(NumberToken token, String number) {
    return (number.startsWith("1:") || number.endsWith(":1"))
        && number.indexOf(':') == number.lastIndexOf(':')
        && text.lastIndexOf('比', token.from) >= sentence.statementStart(token.from);
  }

  /** CT1台 and DR3台 count, B1家 does not. */
  private boolean isDevice(int number) {
    char last = sentence.at(number - 1);
    return Characters.isLatin(last) && Characters.isLatin(sentence.at(number - 2)) && last < 'a';
  }

  private boolean isListNumber(NumberToken token) {
    if (token.to - token.from > 3) {
      return false;
    }
    boolean opened = sentence.isOneOf("(（", token.from - 1);
    int start = opened ? token.from - 1 : token.from;
    boolean opensClause = start == sentence.from() || Characters.isBoundary(sentence.at(start - 1));
    if (opened) {
      return opensClause && sentence.at(token.to) == ')';
    }
    boolean opensParagraph = start == 0 && sentence.isFirst();
    if (opensParagraph
        && sentence.isOneOf(".、)", token.to)
        && !Characters.isDigit(sentence.at(token.to + 1))) {
      return true;
    }
    return opensClause
        && Characters.isNumeral(sentence.at(token.from))
        && sentence.isOneOf(opensParagraph ? "是要、" : "是要", token.to)
        && token.to - token.from <= 2;
  }

  private boolean isRank(NumberToken token) {
    int mark = token.from - 1;
    boolean named = sentence.at(token.to) == '名';
    boolean placed = named || sentence.isBefore(WordClass.RANKED_AMONG, mark);
    for (int i = Math.max(sentence.from(), token.from - 12); i < mark; i++) {
      String word = sentence.wordAt(WordClass.RANK, i);
      placed |= word != null && !word.equals("第");
    }
    return placed
        && (named
            || sentence.at(token.to) == '位'
            || sentence.isChangeAt(token.to)
            || Characters.isBoundary(sentence.at(token.to)));
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
              && idiom != null
              && idiom.equals(token.in(text))
              && sentence.isAt(WordClass.CONCRETE_COUNTER, token.to);
      if (idiom != null && !counts && i + idiom.length() >= token.to) {
        return true;
      }
    }
    return false;
  }

  private boolean isPhone(String number, NumberToken token) {
    long digits = number.chars().filter(c -> c >= '0' && c <= '9').count();
    if (digits < 3 || number.indexOf('.') >= 0 || number.chars().anyMatch(c -> c > 0x2000)) {
      return false;
    }
    int label = sentence.at(token.from - 1) == ':' ? token.from - 1 : token.from;
    boolean called =
        sentence.isAt(WordClass.PHONE, token.to)
            || sentence.isBefore(WordClass.PHONE, token.from)
            || sentence.isBefore(WordClass.PHONE, label);
    boolean longNumber = digits >= 7 && !sentence.words().units().isAt(text, token.to);
    return called
        || longNumber && (number.indexOf('-') > 0 || digits == 11 || number.startsWith("0"));
  }
}
