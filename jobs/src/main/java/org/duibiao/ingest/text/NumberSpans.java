package org.duibiao.ingest.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The numbers of a text, as spans: by this the reader of running text counts what it found, and
 * what is made of each span must add up to that count. A span is a run of digits or Chinese
 * numerals with its points, separators and multipliers; the two ends of a range, a fraction in
 * words and the parts of a compact date are one span. Whether it is a statistic is not asked here.
 *
 * <pre>
 * 签约322.78万人, 2-3个, 十万分之六, 六成五, 4.26/10万 → 322.78万, 2-3, 十万分之六, 六成五, 4.26/10万
 * </pre>
 */
public final class NumberSpans {

  /**
   * A number.
   *
   * @param from its first character in the folded text
   * @param to after its last character
   */
  public record Span(int from, int to) {}

  private static final String MULTIPLIERS = "[十百千万亿]";
  private static final String NUMERAL = "[〇零○一二三四五六七八九十百千万亿两廿]";

  /** Digits with separators and a decimal point, and multipliers: 1,063.5, 3万5千. */
  private static final String ARABIC =
      "(?>D(?:M(?:D(?=M))?)*+)"
          .replace("D", "(?>(?:\\d{1,3}(?!\\d)(?:,\\d{3}(?!\\d))*+|\\d++)(?:\\.\\d++)?)")
          .replace("M", MULTIPLIERS);

  /** A Chinese numeral; 三成 and 六成五, but 三成立 is not a share. */
  private static final String CHINESE =
      "(?>N?[一二三四五六七八九两]成(?![为立功果员就长都效套品份])[一二三四五六七八九]?|N++(?:点N++)?)".replace("N", NUMERAL);

  /** 近半数, 半数以上; in other places it is no share. */
  private static final String HALF = "(?<=[近过超约逾达占到足])半数|半数(?=以上)";

  /** 30余万. */
  private static final String AND_MORE = "[余多]" + MULTIPLIERS + "++";

  /** 2-3, 10%-12%. */
  private static final String RANGE = "[%‰]*+[-—~至到]{1,2}";

  private static final String FRACTION = "分之(?:" + ARABIC + "|" + CHINESE + ")";

  /** What belongs to a number in digits: 4.26/10万, 1:1.09, 9:30, 2023.4.9. */
  private static final String AFTER_ARABIC =
      String.join("|", FRACTION, "[/:.]" + ARABIC, AND_MORE, RANGE + ARABIC);

  /** 25元至200元: both ends of a range have the unit. */
  private static final String OTHER_END =
      "(?!分之|[年月日号时点])(?<unit>[\u4E00-\uFFFF&&[^至到]]{1,3})[-—~至到]" + ARABIC + "(?=\\k<unit>)";

  /** 由8元至10元 is a change, 3月至9月 a time. */
  private static final Pattern SPAN =
      Pattern.compile(
          "(?<![由从自])"
              + ARABIC
              + ("(?:" + AFTER_ARABIC + "|" + OTHER_END + ")*+")
              + ("|" + ARABIC + "(?:" + AFTER_ARABIC + ")*+")
              + ("|" + HALF)
              + ("|" + CHINESE)
              + ("(?:" + String.join("|", FRACTION, AND_MORE, RANGE + CHINESE) + ")*+"));

  private NumberSpans() {}

  /** The spans of a text, in order. */
  public static List<Span> of(FoldedText text) {
    return SPAN.matcher(text.chars())
        .results()
        .map(found -> new Span(found.start(), found.end()))
        .toList();
  }
}
