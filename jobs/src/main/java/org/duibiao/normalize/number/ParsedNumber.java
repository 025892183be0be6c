package org.duibiao.normalize.number;

import java.math.BigDecimal;
import org.duibiao.model.code.Bound;

/** What a printed cell says: a figure, that there is none, or something else. */
public sealed interface ParsedNumber {

  /**
   * A number, exactly as printed.
   *
   * <pre>
   * 1343.88万人 → value 13438800, bound eq, resolution 100, scaled, unit 人
   * 1.10       → value 1.10, bound eq, resolution 0.01, unit ""
   * 30余所      → value 30, bound gt, resolution 1, unit 所
   * 3至5万      → value 30000, high 50000, bound range, resolution 10000, scaled, unit ""
   * </pre>
   *
   * @param value the number, with as many decimals as its last printed digit has; its scale is
   *     never below 0
   * @param high the upper end of a range, else null
   * @param bound how the value bounds the true one; {@link Bound#RANGE} exactly if there is a high
   * @param resolution one unit of the last printed digit, after the multiplier; of the two ends of
   *     a range the coarser
   * @param scaled whether a multiplier such as 万 stood in the text
   * @param unit what is left as unit text, after NFKC; "" if nothing
   */
  record Amount(
      BigDecimal value,
      BigDecimal high,
      Bound bound,
      BigDecimal resolution,
      boolean scaled,
      String unit)
      implements ParsedNumber {
    public Amount {
      if ((high != null) != (bound == Bound.RANGE)) {
        throw new IllegalArgumentException("A range has an upper end, and nothing else has one");
      }
    }
  }

  /**
   * The cell says that there is no value: it is blank, or holds a dash, an ellipsis, {@code 缺},
   * {@code 暂无}, {@code N/A} …
   *
   * @param text the cell as it was
   */
  record Missing(String text) implements ParsedNumber {}

  /**
   * The cell holds something that is not one number.
   *
   * <table>
   * <caption>Reasons</caption>
   * <tr><td>no_number</td><td>{@code 三甲医院}, {@code 数十家}</td></tr>
   * <tr><td>too_long</td><td>more than 200 code points: prose, not a cell</td></tr>
   * <tr><td>several_numbers</td><td>{@code 12 34}, {@code 12、34}</td></tr>
   * <tr><td>malformed_separators</td><td>{@code 1,06,3}, {@code 1,0635}, {@code 1.2.3}</td></tr>
   * <tr><td>malformed_sign</td><td>{@code --5}, {@code —5}</td></tr>
   * <tr><td>malformed_numeral</td><td>{@code 三十百}, {@code 3万万}</td></tr>
   * <tr><td>ambiguous_numeral</td><td>{@code 七八家}, {@code 3万5}</td></tr>
   * <tr><td>leading_zeros</td><td>{@code 007}: a code</td></tr>
   * <tr><td>leading_text, trailing_text</td><td>{@code 深圳22所}, {@code 22所。}</td></tr>
   * <tr><td>digits_in_word</td><td>{@code H7N9}, {@code 5G}</td></tr>
   * <tr><td>bracketed</td><td>{@code (1.2)}: a negative, a share or a note</td></tr>
   * <tr><td>date</td><td>{@code 2019年}, {@code 6月}, {@code 2019-06-30}</td></tr>
   * <tr><td>ordinal</td><td>{@code 第3}, {@code 三级}</td></tr>
   * <tr><td>ratio, fraction</td><td>{@code 1:1.2}, {@code 3/4}, {@code 三分之一}</td></tr>
   * <tr><td>conflicting_bounds</td><td>{@code 超过30以内}</td></tr>
   * <tr><td>range_order, units_differ</td><td>{@code 5-3}, {@code 3人-5户}</td></tr>
   * <tr><td>out_of_range</td><td>{@code 1E99}</td></tr>
   * <tr><td>spreadsheet_error</td><td>{@code #DIV/0!}</td></tr>
   * </table>
   *
   * @param reason one of the above
   * @param detail the offending part, and what would be readable
   */
  record Unreadable(String reason, String detail) implements ParsedNumber {}
}
