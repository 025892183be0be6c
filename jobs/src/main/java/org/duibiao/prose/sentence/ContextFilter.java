package org.duibiao.prose.sentence;

import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.prose.words.Characters;
import org.duibiao.prose.words.DocumentVocabulary;
import org.duibiao.prose.words.TimeExpressions;
import org.duibiao.prose.words.WordList;

/**
 * Tells numbers that are no statistic by what stands around them, before they are read: dates,
 * places in an order, phone numbers, numbers of documents, idioms.
 */
final class ContextFilter {

  private static final int LONGEST_SLOGAN = 14;

  private final DocumentVocabulary words;
  private final Sentence sentence;
  private final String text;
  private final int from;
  private final int to;

  ContextFilter(DocumentVocabulary words, Sentence sentence) {
    this.words = words;
    this.sentence = sentence;
    this.text = sentence.text();
    this.from = sentence.from();
    this.to = sentence.to();
  }

  /** Why a number is no statistic, in one word; null if it may be one. */
  String rejectReason(NumberToken token) {
    for (TimeExpressions.TimeExpression time : sentence.times()) {
      if (token.from < time.to() && token.to > time.from()) {
        return "date";
      }
    }
    if (words.list(WordClass.CHROME).firstIndex(text, from, to) >= 0) {
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
    boolean counted = words.list(WordClass.CONCRETE_COUNTER).at(text, token.to) != null;
    if (Characters.isLatin(before) && !(counted && isDevice(token.from))
        || before == '-' && Characters.isLatin(at(token.from - 2))
        || before == '×') {
      return "name";
    }
    if (before == '(' && after == ')' && text.startsWith("1/", token.from)) {
      return "base"; // 孕产妇死亡率(1/10万): the unit of a table.
    }
    if (before == '每' || before == '/' && Characters.isChinese(at(token.from - 2))) {
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
    return words.list(WordClass.ATTACHMENT).before(text, number, from) != null
        || at(number - 1) == '表' && number - 1 == from;
  }

  /** 医护比1:1.09, 收入比2.3:1: the part that is not one is the figure. */
  private boolean isRatioToOne(NumberToken token, String number, int colon) {
    int ratio = text.lastIndexOf('比', token.from);
    return (number.startsWith("1:") || number.endsWith(":1"))
        && number.indexOf(':', colon + 1) < 0
        && ratio >= sentence.statementStart(token.from);
  }

  /** CT1台 and DR3台 count, B1家 does not. */
  private boolean isDevice(int number) {
    return Characters.isLatin(at(number - 1))
        && Characters.isLatin(at(number - 2))
        && at(number - 1) < 'a';
  }

  private boolean isListNumber(NumberToken token) {
    int start = token.from;
    boolean opened = at(start - 1) == '(' || at(start - 1) == '（';
    if (opened) {
      start--;
    }
    char after = at(token.to);
    boolean atStart = start == from && sentence.isFirst();
    boolean atClause = start == from || Characters.isBoundary(at(start - 1));
    if (token.to - token.from > 3) {
      return false;
    }
    if (opened) {
      boolean closed = after == ')';
      return closed && (atClause || Characters.isBoundary(at(start - 1)));
    }
    if (atStart
        && (after == '.' || after == '、' || after == ')')
        && !Characters.isDigit(at(token.to + 1))) {
      return true;
    }
    return atClause
        && Characters.isNumeral(at(token.from))
        && (after == '是' || after == '要' || after == '、')
        && token.to - token.from <= 2
        && (after != '、' || atStart);
  }

  private boolean rank(NumberToken token) {
    int floor = Math.max(from, token.from - 12);
    boolean placed = false;
    for (int i = floor; i < token.from - 1; i++) {
      String word = words.list(WordClass.RANK).at(text, i);
      placed |= word != null && !word.equals("第");
    }
    if (!placed) {
      placed = words.list(WordClass.RANKED_AMONG).before(text, token.from - 1, from) != null;
    }
    boolean counted = at(token.to) == '位' || at(token.to) == '名';
    placed |= at(token.to) == '名';
    boolean moves = is(WordClass.RISE, token.to) || is(WordClass.FALL, token.to);
    boolean ends = counted || moves || Characters.isBoundary(at(token.to)) || at(token.to) == 0;
    token.rank = placed && ends;
    return token.rank;
  }

  /** In quotation marks stand slogans and names; 《》 hold titles. */
  private String quotation(NumberToken token) {
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
    if (text.substring(token.from, token.to).indexOf('.') > 0) {
      // “每千名儿童0.87名”: no slogan has decimals.
      return null;
    }
    int close = text.indexOf('”', token.to);
    return close >= 0 && close < to && close - open - 1 <= LONGEST_SLOGAN ? "slogan" : null;
  }

  private boolean isIdiom(NumberToken token) {
    WordList idioms = words.list(WordClass.IDIOM);
    for (int i = Math.max(from, token.from - 6); i <= token.from; i++) {
      String idiom = idioms.at(text, i);
      if (idiom != null && i + idiom.length() >= token.to) {
        return true;
      }
    }
    return false;
  }

  private boolean isPhone(NumberToken token) {
    String number = text.substring(token.from, token.to);
    long digits = number.chars().filter(c -> c >= '0' && c <= '9').count();
    if (digits < 3 || number.indexOf('.') >= 0 || number.chars().anyMatch(c -> c > 0x2000)) {
      return false;
    }
    boolean called =
        is(WordClass.PHONE, token.to)
            || words.list(WordClass.PHONE).before(text, token.from, from) != null
            || at(token.from - 1) == ':'
                && words.list(WordClass.PHONE).before(text, token.from - 1, from) != null;
    boolean longNumber = digits >= 7 && words.units().at(text, token.to) == null;
    return called
        || longNumber && (number.indexOf('-') > 0 || digits == 11 || number.startsWith("0"));
  }

  private boolean is(WordClass role, int at) {
    return words.list(role).at(text, at) != null;
  }

  private char at(int i) {
    return sentence.at(i);
  }
}
