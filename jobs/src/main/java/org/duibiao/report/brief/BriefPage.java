package org.duibiao.report.brief;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Sanitizer;
import org.duibiao.model.Benchmark;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.Side;
import org.duibiao.model.code.Standing;
import org.duibiao.report.export.OoxmlFile;
import org.duibiao.report.export.SpreadsheetNotes;
import org.duibiao.report.findings.Caveats;
import org.duibiao.report.findings.CityFinding;
import org.duibiao.report.findings.CityFindings;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.Figure;
import org.duibiao.tables.Source;

/**
 * The one-page brief of a city, which officials circulate and edit: Findings, a chart, a table,
 * footnotes with sources, which release it is, and who drafted and signed it; in Chinese, as a
 * .docx. What does not fit on one page is left out from the end of the table and the chart, and the
 * page says so.
 */
public final class BriefPage {

  /** The most characters that are shown of a name or a word from a source. */
  private static final int CITY = 14;

  private static final int NAME = 22;
  private static final int UNIT = 8;
  private static final int SENTENCE = 190;
  private static final int PUBLISHER = 20;
  private static final int PUBLICATION = 40;
  private static final int REASONS = 120;

  /** How many publications a footnote names. */
  private static final int PUBLICATIONS = 3;

  private static final int MOST_LINES = 10;
  private static final int FEWEST_LINES = 3;

  /** The widths of the table's columns, in millimetres. */
  static final List<Integer> WIDTHS = List.of(64, 16, 20, 20, 15, 21);

  private final ReportIndex model;
  private final CityFindings findings;
  private final String city;
  private final String other;
  private final boolean isReference;
  private final List<BriefRow> all;

  private BriefPage(ReportIndex model, String code) {
    this.model = model;
    this.findings = CityFindings.of(model, code);
    this.isReference = model.isReference(code);
    this.city = model.areaName(code, CITY, CITY).zh().plainText();
    this.other =
        isReference
            ? "其他城市中位数"
            : model.areaName(model.reference().code(), CITY, CITY).zh().plainText();
    this.all = BriefRow.of(model, code);
  }

  /** The page of a city. */
  public static byte[] write(ReportIndex model, String code) {
    try {
      BriefPage page = new BriefPage(model, code);
      return OoxmlFile.withFixedMetadata(
          page.document(), page.title(), model.newestPublicationDate());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String title() {
    return isReference ? city + "卫生资源与服务主要指标" : city + "卫生资源与服务对标" + other + "情况";
  }

  private byte[] document() throws IOException {
    DocxWriter document = new DocxWriter();
    PageBudget room = new PageBudget();
    document.paragraph("Title", title());
    room.title(title());
    document.paragraph("Subtitle", "（" + SpreadsheetNotes.release(model).zh().plainText() + "）");
    room.line(PageBudget.SUBTITLE);
    findings(document, room);
    room.line(PageBudget.SIGNATURE);
    List<BriefRow> lines = fitting(room);
    if (!lines.isEmpty()) {
      chart(document, room, lines);
      table(document, lines);
    }
    document.paragraph("Signature", "拟稿：　　　　　　核稿：　　　　　　签发：　　　　　　　　　年　　月　　日");
    return document.write();
  }

  private void findings(DocxWriter document, PageBudget room) {
    document.paragraph("Heading1", "一、主要发现");
    room.line(PageBudget.HEADING);
    int number = 0;
    for (CityFinding finding : findings.findings()) {
      String sentence = Sanitizer.shorten(finding.sentence().zh().plainText(), SENTENCE);
      sentence = ++number + "．" + sentence;
      room.finding(sentence);
      String sources = sources(finding.observationIds());
      document.paragraph("Finding", sentence, sources);
      if (!sources.isEmpty()) {
        room.footnote(sources);
      }
    }
    if (!findings.shortfall().isEmpty()) {
      String shortfall = Sanitizer.shorten(findings.shortfall().zh().plainText(), SENTENCE);
      document.paragraph("Finding", shortfall);
      room.finding(shortfall);
    }
  }

  /**
   * As many lines as the page has room for: those that the findings are about, then in the order of
   * the report; they stand in that order too.
   */
  private List<BriefRow> fitting(PageBudget room) {
    Set<String> subjects = new HashSet<>();
    findings.findings().forEach(finding -> subjects.add(finding.subject()));
    List<BriefRow> first = new ArrayList<>();
    all.stream().filter(line -> isAbout(line, subjects)).forEach(first::add);
    all.stream().filter(line -> !isAbout(line, subjects)).forEach(first::add);
    for (int count = Math.min(MOST_LINES, all.size()); ; count--) {
      Set<BriefRow> chosen = new HashSet<>(first.subList(0, count));
      List<BriefRow> lines = all.stream().filter(chosen::contains).toList();
      if (count <= FEWEST_LINES
          || room.fits(rows(lines), bars(lines).size(), note(lines), sourcesOf(lines))) {
        return lines;
      }
    }
  }

  private static boolean isAbout(BriefRow line, Set<String> subjects) {
    return subjects.contains(line.benchmark().id());
  }

  private static List<BriefRow> bars(List<BriefRow> lines) {
    return lines.stream().filter(line -> line.percent() != null).toList();
  }

  private void chart(DocxWriter document, PageBudget room, List<BriefRow> lines)
      throws IOException {
    List<BriefRow> bars = bars(lines);
    if (bars.isEmpty()) {
      return;
    }
    document.paragraph("Heading1", "二、" + headline(bars));
    document.chart(
        room.chart(bars.size()),
        headline(bars) + "。" + alternative(bars),
        bars.stream().map(line -> name(line.benchmark())).toList(),
        bars.stream().map(BriefRow::percent).toList(),
        city + "相当于" + other + "的百分比",
        other + " = 100%");
  }

  /** What the chart shows, in words. */
  private String headline(List<BriefRow> bars) {
    List<BriefRow> resources =
        bars.stream().filter(line -> line.benchmark().polarity() == Polarity.NONE).toList();
    List<BriefRow> judged = bars.stream().filter(line -> !resources.contains(line)).toList();
    List<String> parts = new ArrayList<>();
    if (!resources.isEmpty()) {
      List<String> sides = new ArrayList<>();
      count(resources, line -> line.side() == Side.ABOVE, "项高", sides);
      count(resources, line -> line.side() == Side.BELOW, "项低", sides);
      count(resources, line -> line.side() == Side.LEVEL, "项相近", sides);
      parts.add("资源" + resources.size() + "项：" + String.join("、", sides));
    }
    if (!judged.isEmpty()) {
      List<String> standings = new ArrayList<>();
      count(judged, line -> line.standing() == Standing.BETTER, "项较好", standings);
      count(judged, line -> line.standing() == Standing.WORSE, "项较差", standings);
      count(judged, line -> line.standing() == Standing.SIMILAR, "项无可证实的差异", standings);
      count(judged, line -> line.standing() == Standing.NOT_JUDGED, "项未下结论", standings);
      parts.add("评优劣" + judged.size() + "项：" + String.join("、", standings));
    }
    return String.join("；", parts);
  }

  private static void count(
      List<BriefRow> bars, Predicate<BriefRow> which, String what, List<String> parts) {
    long count = bars.stream().filter(which).count();
    if (count > 0) {
      parts.add(count + what);
    }
  }

  private static String alternative(List<BriefRow> bars) {
    return String.join(
        "；",
        bars.stream()
            .map(line -> name(line.benchmark()) + Numbers.fixed(line.percent(), 0) + "%")
            .toList());
  }

  private void table(DocxWriter document, List<BriefRow> lines) {
    document.paragraph("TableTitle", city + "与" + other + "主要指标对照", sourcesOf(lines));
    document.table(WIDTHS, rows(lines));
    document.paragraph("TableNote", note(lines));
  }

  private List<List<String>> rows(List<BriefRow> lines) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("指标", "年份", city, other, "相当于", isReference ? "其他城市" : "持平还需"));
    for (BriefRow line : lines) {
      String unit =
          Sanitizer.shorten(ReportIndex.rateUnit(line.benchmark()).zh().plainText(), UNIT);
      table.add(
          List.of(
              name(line.benchmark()) + "（" + unit + "）",
              line.years(),
              line.rate() + (line.reasons().isEmpty() ? "" : "*"),
              line.other(),
              line.percent() == null ? "—" : Numbers.fixed(line.percent(), 0) + "%",
              line.last()));
    }
    return table;
  }

  /** What a reader must know of the table. */
  private String note(List<BriefRow> lines) {
    List<Flag> reasons =
        lines.stream()
            .flatMap(line -> line.reasons().stream())
            .filter(reason -> !reason.isHarmless())
            .distinct()
            .sorted()
            .toList();
    String years =
        lines.stream().anyMatch(line -> line.years().contains("/"))
            ? "年份不同的列为“本市/" + other + "”；"
            : "";
    String how = isReference ? "中位数取同年有数字的其他城市；" : "“持平还需”按本市人口计，进位取整；";
    String care =
        reasons.isEmpty()
            ? ""
            : "*须慎用：" + Sanitizer.shorten(Phrases.flags(reasons).zh().plainText(), REASONS) + "。";
    Bilingual sources =
        Caveats.of(
            model,
            List.of(),
            lines.stream().flatMap(line -> line.observationIds().stream()).toList());
    String left =
        lines.size() < all.size() ? "另有" + (all.size() - lines.size()) + "项见 benchmarks.csv。" : "";
    return "注：“相当于”为本市占"
        + other
        + "的百分比，差距不到界限（多为 5%）的算相近；"
        + how
        + years
        + "机构、床位、人员等资源不评优劣，多不等于好，少不等于差。"
        + care
        + (sources.isEmpty() ? "" : sources.zh().plainText() + "。")
        + left;
  }

  private static String name(Benchmark benchmark) {
    return Sanitizer.shorten(benchmark.zh(), NAME);
  }

  private String sourcesOf(List<BriefRow> lines) {
    return sources(
        lines.stream().flatMap(line -> line.observationIds().stream()).distinct().toList());
  }

  /** The publications of these observations, each once. */
  private String sources(List<String> observationIds) {
    List<String> publications =
        observationIds.stream()
            .map(model.figures()::get)
            .filter(Objects::nonNull)
            .map(this::publication)
            .distinct()
            .toList();
    if (publications.isEmpty()) {
      return "";
    }
    return "数据来源："
        + String.join("；", publications.subList(0, Math.min(PUBLICATIONS, publications.size())))
        + (publications.size() > PUBLICATIONS
            ? "；等" + publications.size() + "种，全部见 figures.csv。"
            : "。");
  }

  private String publication(Figure figure) {
    String title = model.source(figure).map(Source::title).orElse(null);
    return Sanitizer.shorten(Sanitizer.clean(figure.publisher()), PUBLISHER)
        + (title == null ? "" : "《" + Sanitizer.shorten(Sanitizer.clean(title), PUBLICATION) + "》")
        + (figure.published() == null ? "（发布日期不详）" : "（" + figure.published() + "）")
        + (figure.flags().contains(Flag.TRANSCRIBED) ? "，由人转录" : "");
  }
}
