package org.duibiao.report.export;

import java.math.BigDecimal;
import java.util.List;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Sanitizer;
import org.duibiao.report.model.ReportIndex;

/** What the workbook says about itself. */
public final class SpreadsheetNotes {

  private SpreadsheetNotes() {}

  static String title(ReportIndex model) {
    Bilingual reference = model.referenceName();
    return Sanitizer.clean(
        "对标"
            + reference.zh().plainText()
            + "：城市卫生统计比较 Cities against "
            + reference.en().plainText()
            + ": health statistics");
  }

  /** Which release it is, and of which day its figures are. */
  public static Bilingual release(ReportIndex model) {
    String id = model.input().releaseId();
    Bilingual asOf =
        model.input().asOf() == null
            ? Bilingual.EMPTY
            : Bilingual.of(
                "；只用 {0} 以前公布的数字", "; only what was published by {0}", model.input().asOf());
    return model
        .newestPublicationDate()
        .map(
            date ->
                Bilingual.of(
                    "发布版本 {0}，数据截至 {1}{2}", "Release {0}, figures as of {1}{2}", id, date, asOf))
        .orElseGet(() -> Bilingual.of("发布版本 {0}{1}", "Release {0}{1}", id, asOf));
  }

  /** How many rows a table has, and whether the sheet has room for them. */
  static String table(int rows, int shown) {
    String all = Numbers.decimal(BigDecimal.valueOf(rows), 0);
    return rows == shown
        ? all + " 行 rows。空白：没有公布，或不适用 Blank: not published, or not applicable."
        : all
            + " 行，此处只放得下 "
            + Numbers.decimal(BigDecimal.valueOf(shown), 0)
            + " 行，其余见 CSV 文件 rows; the rest is in the CSV.";
  }

  static List<Bilingual> of(ReportIndex model) {
    return List.of(
        release(model),
        Bilingual.plain(
            "空白表示没有公布，或对这一行不适用；从不表示零。零就写作 0。",
            "A blank cell means: not published, or not applicable to that row; never zero. A zero"
                + " is written as 0."),
        Bilingual.plain(
            "“可比性”为“慎用”的，引用时须连同原因一起说明；“不可比”的不应拿来比较。",
            "Where comparability says with_care, quote the reasons with the figure; what is"
                + " not_comparable should not be compared."),
        Bilingual.plain(
            "资源类指标（机构、床位、人员）不评优劣：多不等于好，少不等于坏。",
            "Resources (institutions, beds, staff) are not judged: more is not better, fewer is not"
                + " worse."),
        Bilingual.plain(
            "“还差多少与参照持平”是按本市人口、达到参照的比率还需的分子个数，未取整；负数表示已经多出。",
            "“Needed to match” is how many more of the numerator would give the reference’s rate"
                + " with the city’s own residents, not rounded; a negative number means that it is"
                + " already there."),
        Bilingual.plain(
            "区间的做法写在 benchmarks.csv 的 interval_method：死亡和抽样数字用统计区间；全数统计的数字，区间只表示取整、"
                + "界限和来源之间分歧留下的余地。",
            "How an interval was made is in interval_method of benchmarks.csv: statistical for"
                + " deaths and samples; for complete counts it is only what rounding, bounds and"
                + " competing sources leave open."),
        Bilingual.plain(
            "数字按原样存放，显示时取整；复制或引用时以单元格里的值为准。",
            "Numbers are stored as they are and rounded only for display."),
        Bilingual.plain(
            "每个数字都能追到出处：用“数字编号”在“数字出处 figures”表中查文件、位置、原文和发布者。",
            "Every figure leads to its source: look its id up in the sheet figures, which has file,"
                + " place, words and publisher."),
        Bilingual.plain(
            "“由人转录”表示数字是照原件录入的，不是原文件本身。",
            "“Typed over” means that the figure was copied from the publication by a person, not"
                + " read from its own file."),
        Bilingual.plain(
            "用语后面的英文是数据中的代码；全部用语和代码见“用语 Words”，各列的意思见“字段 Columns”。",
            "The English after a Chinese word is its code in the data; all of them, and the flags,"
                + " are in the sheet Words, and every column in the sheet Columns."),
        Bilingual.plain(
            "工作簿中没有公式、宏、合并单元格和隐藏的行列；以等号开头的文字也只是文字。",
            "There are no formulas, macros, merged cells or hidden rows; a text that begins with an"
                + " equals sign is only a text."),
        Bilingual.plain(
            "供程序使用的同样的表在旁边的 CSV 文件中，列的类型和意思见 datapackage.json。",
            "The same tables for programs are in the CSV files beside this one; datapackage.json"
                + " has the types and meanings of their columns."));
  }
}
