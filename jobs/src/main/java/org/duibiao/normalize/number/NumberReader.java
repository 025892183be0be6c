package org.duibiao.normalize.number;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.model.code.Bound;

/**
 * Reads one printed number, such as stands in a cell of a yearbook, exactly.
 *
 * <pre>
 * 1,063,540        → 1063540
 * １，０６３．５      → 1063.5
 * 1 063            → 1063, the space being U+0020, U+00A0, U+2009, U+202F or U+3000
 * −12.3            → -12.3
 * 1343.88万人       → 13438800 人, to 100
 * 3万5千            → 35000, to 1000
 * 二十二所           → 22 所
 * 三百二            → 320, to 10
 * 百分之三十五点二    → 35.2 %
 * 六成五            → 65 %
 * 约30所            → 30 所, approx
 * 30余所            → 30 所, gt
 * 10%-12%          → 10 to 12 %
 * 3至5万            → 30000 to 50000
 * 4.26/10万        → 4.26 /10万
 * 每千人口6.5张      → 6.5 张/千人口
 * 1.2E5            → 120000, to 10000
 * </pre>
 *
 * <p>Bounds are read before the number and after it. Where two meet, {@code eq} and {@code approx}
 * yield to the other one ({@code 约30余} is gt) and a strict bound wins over a weak one of the same
 * direction; others contradict each other, and the cell is unreadable.
 *
 * <p>A Chinese numeral is as fine as the ASCII digits in its place: 三百 is to 1 as 300 is, 二十万 to
 * 10000 as 20万 is; a multiplier after digits coarsens: 3百 is to 100. 三成 is to 10 %, and so is 一半.
 *
 * <p>Of footnote marks at the end these are recognised and left out: superscript digits (unless
 * they follow a letter, as in km²), circled and parenthesised numbers of one character (①, ⑴, ❶),
 * {@code *}, ※, †, ‡, a number in square brackets ({@code [1]}, 〔1〕, 【1】), and {@code 1)} after a
 * space. {@code 12(3)} stays unreadable: it may be a count with its share.
 *
 * <p>The work is bounded: longer texts than {@value #MAX_CODE_POINTS} code points are not looked
 * at. Nothing depends on the machine's locale, and no text makes this throw.
 */
public final class NumberReader {
  static final int MAX_CODE_POINTS = 200;

  private static final Pattern PLAIN =
      Pattern.compile(" *(-?(?:0|[1-9]\\d*+|[1-9]\\d{0,2}(?:,\\d{3})+)(?:\\.\\d+)?) *");

  private NumberReader() {}

  /**
   * Reads a cell.
   *
   * <pre>
   * read("22所")   → Figure 22, unit 所
   * read("—")      → Missing
   * read("2019年") → Unreadable date
   * read(null)     → Missing, as a blank cell
   * </pre>
   */
  public static ParsedNumber read(String text) {
    if (text == null) {
      return new ParsedNumber.Missing("");
    }
    if (text.codePointCount(0, text.length()) > MAX_CODE_POINTS) {
      return new ParsedNumber.Unreadable("too_long", NumberText.WORDS.getString("advice.too_long"));
    }
    ParsedNumber.Amount plain = plain(text);
    return plain != null ? plain : CellNumberParser.read(text);
  }

  /**
   * How many characters before a number say how it bounds the true one; 0 if none do.
   *
   * <pre>
   * boundBefore("医院不少于30所", 5) → 3
   * </pre>
   *
   * @param to where the number starts
   */
  public static int boundBefore(String text, int to) {
    return BoundWords.lengthBefore(text, to);
  }

  /**
   * How many characters after a number and its unit say how it bounds the true one; 0 if none do.
   *
   * <pre>
   * boundAfter("30所以上", 3) → 2
   * </pre>
   */
  public static int boundAfter(String text, int from) {
    BoundWords.BoundWord word = BoundWords.trailingAt(text, from);
    return word == null ? 0 : word.text().length();
  }

  /**
   * Nearly every cell: ASCII digits with an optional sign, groups of three and decimals. Null for
   * whatever is not simply that, right or wrong.
   */
  private static ParsedNumber.Amount plain(String text) {
    Matcher plain = PLAIN.matcher(text);
    if (!plain.matches()) {
      return null;
    }
    BigDecimal value = new BigDecimal(plain.group(1).replace(",", ""));
    return new ParsedNumber.Amount(
        value, null, Bound.EQ, BigDecimal.ONE.movePointLeft(value.scale()), false, "");
  }
}
