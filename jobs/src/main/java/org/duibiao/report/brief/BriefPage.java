package org.duibiao.report.brief;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** How the chart's headline counts sides and standings, in their order. */
  private static final List<String> SIDES = List.of("项高", "项低", "项相近");

  private static final List<String> STANDINGS = List.of("项较好", "项较差", "项无可证实的差异", "项未下结论");

  /** What a reader must know of the table. */
  private static final String NOTE =
      "注：“相当于”为本市占%s的百分比，差距不到界限（多为 5%%）的算相近；%s%s机构、床位、人员等资源不评优劣，多不等于好，少不等于差。%s%s%s";

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
            : model.areaName(model.input().reference().code(), CITY, CITY).zh().plainText();
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
      String sentence = ++number + "．" + shortened(finding.sentence(), SENTENCE);
      String sources = sources(finding.observationIds());
      document.paragraph("Finding", sentence, sources);
      room.finding(sentence);
      if (!sources.isEmpty()) {
        room.footnote(sources);
      }
    }
    if (!findings.shortfall().isEmpty()) {
      String shortfall = shortened(findings.shortfall(), SENTENCE);
      document.paragraph("Finding", shortfall);
      room.finding(shortfall);
    }
  }

  private static String shortened(Bilingual text, int length) {
    return Sanitizer.shorten(text.zh().plainText(), length);
  }

  /**
   * As many lines as the page has room for: those that the findings are about, then in the order of
   * the report; they stand in that order too.
   */
  private List<BriefRow> fitting(PageBudget room) {
    Set<String> subjects =
        findings.findings().stream().map(CityFinding::subject).collect(Collectors.toSet());
    List<BriefRow> first =
        all.stream()
            .sorted(Comparator.comparing(line -> !subjects.contains(line.benchmark().id())))
            .toList();
    for (int count = Math.min(MOST_LINES, all.size()); ; count--) {
      Set<BriefRow> chosen = new HashSet<>(first.subList(0, count));
      List<BriefRow> lines = all.stream().filter(chosen::contains).toList();
      if (count <= FEWEST_LINES
          || room.fits(
              rows(lines), bars(lines).size(), note(lines), sources(observationIds(lines)))) {
        return lines;
      }
    }
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
    String sides = counts(resources, BriefRow::side, Side.values(), SIDES);
    String standings = counts(judged, BriefRow::standing, Standing.values(), STANDINGS);
    return Stream.of(
            resources.isEmpty() ? "" : "资源" + resources.size() + "项：" + sides,
            judged.isEmpty() ? "" : "评优劣" + judged.size() + "项：" + standings)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("；"));
  }

  /** How many bars there are of each kind, with its words: {@code 3项高、1项相近}. */
  private static <K> String counts(
      List<BriefRow> bars, Function<BriefRow, K> kind, K[] kinds, List<String> words) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < kinds.length; i++) {
      K one = kinds[i];
      long count = bars.stream().filter(bar -> kind.apply(bar) == one).count();
      if (count > 0) {
        parts.add(count + words.get(i));
      }
    }
    return String.join("、", parts);
  }

  private static String alternative(List<BriefRow> bars) {
    return bars.stream()
        .map(line -> name(line.benchmark()) + percent(line))
        .collect(Collectors.joining("；"));
  }

  private static String percent(BriefRow line) {
    return line.percent() == null ? "—" : Numbers.fixed(line.percent(), 0) + "%";
  }

  private void table(DocxWriter document, List<BriefRow> lines) {
    document.paragraph("TableTitle", city + "与" + other + "主要指标对照", sources(observationIds(lines)));
    document.table(WIDTHS, rows(lines));
    document.paragraph("TableNote", note(lines));
  }

  private List<List<String>> rows(List<BriefRow> lines) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("指标", "年份", city, other, "相当于", isReference ? "其他城市" : "持平还需"));
    for (BriefRow line : lines) {
      String unit = shortened(ReportIndex.rateUnit(line.benchmark()), UNIT);
      table.add(
          List.of(
              name(line.benchmark()) + "（" + unit + "）",
              line.years(),
              line.rate() + (line.reasons().isEmpty() ? "" : "*"),
              line.other(),
              percent(line),
              line.last()));
    }
    return table;
  }

  private String note(List<BriefRow> lines) {
    List<Flag> reasons =
        lines.stream()
            .flatMap(line -> line.reasons().stream())
            .filter(reason -> !reason.isHarmless())
            .distinct()
            .sorted()
            .toList();
    boolean years = lines.stream().anyMatch(line -> line.years().contains("/"));
    Bilingual caveat = Caveats.of(model, List.of(), observationIds(lines));
    int left = all.size() - lines.size();
    return String.format(
        Locale.ROOT,
        NOTE,
        other,
        isReference ? "中位数取同年有数字的其他城市；" : "“持平还需”按本市人口计，进位取整；",
        years ? "年份不同的列为“本市/" + other + "”；" : "",
        reasons.isEmpty() ? "" : "*须慎用：" + shortened(Phrases.flags(reasons), REASONS) + "。",
        caveat.isEmpty() ? "" : caveat.zh().plainText() + "。",
        left > 0 ? "另有" + left + "项见 benchmarks.csv。" : "");
  }

  private static List<String> observationIds(List<BriefRow> lines) {
    return lines.stream().flatMap(line -> line.observationIds().stream()).distinct().toList();
  }

  private static String name(Benchmark benchmark) {
    return Sanitizer.shorten(benchmark.zh(), NAME);
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
    int count = publications.size();
    String some = String.join("；", publications.subList(0, Math.min(PUBLICATIONS, count)));
    String more = count > PUBLICATIONS ? "；等" + count + "种，全部见 figures.csv。" : "。";
    return publications.isEmpty() ? "" : "数据来源：" + some + more;
  }

  private String publication(Figure figure) {
    String title = model.source(figure).map(Source::title).orElse(null);
    return Sanitizer.shorten(Sanitizer.clean(figure.publisher()), PUBLISHER)
        + (title == null ? "" : "《" + Sanitizer.shorten(Sanitizer.clean(title), PUBLICATION) + "》")
        + (figure.published() == null ? "（发布日期不详）" : "（" + figure.published() + "）")
        + (figure.flags().contains(Flag.TRANSCRIBED) ? "，由人转录" : "");
  }
}
