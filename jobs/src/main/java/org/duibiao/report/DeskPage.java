package org.duibiao.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.duibiao.benchmark.BenchmarkRow;
import org.duibiao.benchmark.Figure;
import org.duibiao.ingest.Source;
import org.duibiao.model.Benchmark;

/**
 * One page for the desk: what officials circulate and edit of a city. Findings, a chart, a table,
 * footnotes with sources, which release it is, and who drafted and signed it; in Chinese, as a
 * .docx. What there is no room for on one page is left out from the end of the table, then of the
 * chart, and said.
 */
final class DeskPage {

  /** How much is shown of names and words that may be anything, in characters. */
  private static final int CITY = 14;

  private static final int NAME = 22;
  private static final int SENTENCE = 190;
  private static final int PUBLICATION = 40;
  private static final int REASONS = 120;

  /** How many publications a footnote names. */
  private static final int PUBLICATIONS = 3;

  private static final int MOST_ROWS = 8;
  private static final int FEWEST_ROWS = 3;

  private final Model model;
  private final CityRows rows;
  private final CityFindings findings;
  private final String city;
  private final String reference;
  private final boolean isReference;
  private final List<Line> lines = new ArrayList<>();

  /** A benchmark of the table. */
  private record Line(Benchmark benchmark, BenchmarkRow row) {}

  private DeskPage(Model model, String code) {
    this.model = model;
    this.rows = model.city(code);
    this.findings = CityFindings.of(model, code);
    this.city = model.area(code, CITY, CITY).zh().words();
    this.reference = model.area(model.reference().code(), CITY, CITY).zh().words();
    this.isReference = code.equals(model.reference().code());
    for (Benchmark benchmark : model.benchmarks()) {
      row(benchmark).ifPresent(row -> lines.add(new Line(benchmark, row)));
    }
  }

  /** The page of a city. */
  static byte[] write(Model model, String code) {
    try {
      DeskPage page = new DeskPage(model, code);
      return OfficeFile.settled(page.document(), page.title(), model.date());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Against the reference; of the reference itself its newest figures. */
  private Optional<BenchmarkRow> row(Benchmark benchmark) {
    return isReference
        ? Optional.ofNullable(rows.rows().get(benchmark.id()))
            .map(years -> years.lastEntry().getValue())
        : rows.newestCompared(benchmark.id());
  }

  private String title() {
    return isReference ? city + "卫生资源与服务主要指标" : city + "卫生资源与服务对标" + reference + "情况";
  }

  private byte[] document() throws IOException {
    DeskDocument document = new DeskDocument();
    DeskRoom room = new DeskRoom();
    document.paragraph("Title", title());
    room.title(title());
    document.paragraph("Subtitle", release());
    room.line(DeskRoom.SUBTITLE);

    document.paragraph("Heading1", "一、主要发现");
    room.line(DeskRoom.HEADING);
    List<String> sentences = new ArrayList<>();
    for (CityFinding finding : findings.findings()) {
      String sentence =
          (sentences.size() + 1) + "．" + Clean.shortened(finding.sentence().zh().words(), SENTENCE);
      sentences.add(sentence);
      room.finding(sentence);
      XWPFParagraph paragraph = document.paragraph("Finding", sentence);
      String sources = sources(finding.observationIds());
      if (!sources.isEmpty()) {
        document.footnote(paragraph, "数据来源：" + sources);
        room.footnote(sources);
      }
    }
    if (!findings.shortfall().isEmpty()) {
      String shortfall = Clean.shortened(findings.shortfall().zh().words(), SENTENCE);
      document.paragraph("Finding", shortfall);
      room.finding(shortfall);
    }

    List<String> cited =
        lines.stream()
            .flatMap(
                line ->
                    Stream.of(
                        line.row().numeratorObservationId(),
                        line.row().referenceNumeratorObservationId()))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    String sources = sources(cited);
    room.footnote(sources);
    String note = note(lines);
    room.note(note);
    room.line(DeskRoom.SIGNATURE);
    room.line(DeskRoom.TABLE_TITLE);
    room.line(DeskRoom.HEADING);

    List<Line> compared = lines.stream().filter(line -> percent(line) != null).toList();
    boolean hasChart = !compared.isEmpty();
    int shown = Math.min(lines.size(), MOST_ROWS);
    while (shown > FEWEST_ROWS
        && !room.fits(
            table(lines.subList(0, shown)), hasChart ? Math.min(shown, compared.size()) : 0)) {
      shown--;
    }
    List<Line> table = lines.subList(0, shown);
    List<Line> bars = table.stream().filter(line -> percent(line) != null).toList();
    if (!bars.isEmpty()) {
      document.paragraph("Heading1", "二、" + headline(bars));
      DeskChart.draw(
          document.chart(room.chart(bars.size()), headline(bars) + "。" + alternative(bars)),
          bars.stream().map(line -> name(line.benchmark())).toList(),
          bars.stream().map(this::percent).toList(),
          city + "相当于" + reference + "的百分比",
          reference + " = 100%");
    }
    if (!table.isEmpty()) {
      XWPFParagraph caption =
          document.paragraph(
              "TableTitle", isReference ? city + "主要指标" : city + "与" + reference + "主要指标对照");
      if (!sources.isEmpty()) {
        document.footnote(caption, "数据来源：" + sources);
      }
      document.table(
          isReference ? List.of(74, 22, 34, 26) : List.of(52, 17, 21, 21, 19, 26), table(table));
      document.paragraph("TableNote", note(table));
    }
    document.paragraph("Signature", "拟稿：　　　　　　核稿：　　　　　　签发：　　　　　　　　　年　　月　　日");
    return document.write();
  }

  private String release() {
    return "（" + SpreadsheetNotes.release(model).zh().words() + "）";
  }

  /** What the chart shows, in words. */
  private String headline(List<Line> bars) {
    long above = bars.stream().filter(line -> View.side(line.row()) > 0).count();
    long below = bars.stream().filter(line -> View.side(line.row()) < 0).count();
    long same = bars.size() - above - below;
    List<String> parts = new ArrayList<>();
    if (above > 0) {
      parts.add(above + "项高于" + reference);
    }
    if (below > 0) {
      parts.add(below + "项低于" + reference);
    }
    if (same > 0) {
      parts.add(same + "项与" + reference + "相同");
    }
    return bars.size() + "项指标中" + String.join("、", parts);
  }

  private String alternative(List<Line> bars) {
    return String.join(
        "；",
        bars.stream()
            .map(line -> name(line.benchmark()) + Numbers.fixed(percent(line), 0) + "%")
            .toList());
  }

  private List<List<String>> table(List<Line> shown) {
    List<List<String>> table = new ArrayList<>();
    table.add(
        isReference
            ? List.of("指标", "年份", "数值", "可比性")
            : List.of("指标", "年份", city, reference, "相当于", "持平还需"));
    for (Line line : shown) {
      BenchmarkRow row = line.row();
      String name =
          name(line.benchmark())
              + "（"
              + Clean.shortened(Model.rateUnit(line.benchmark()).zh().words(), 8)
              + "）";
      String care = row.comparability().equals("with_care") ? "*" : "";
      String rate = Numbers.rate(row.rate(), row.basis()) + care;
      if (isReference) {
        table.add(
            List.of(
                name,
                String.valueOf(row.year()),
                rate,
                Phrases.of("comparability", row.comparability()).zh().words()));
        continue;
      }
      Double percent = percent(line);
      table.add(
          List.of(
              name,
              years(row),
              rate,
              Numbers.rate(row.referenceRate(), row.basis()),
              percent == null ? "—" : Numbers.fixed(percent, 0) + "%",
              needed(line)));
    }
    return table;
  }

  private static String years(BenchmarkRow row) {
    return row.referenceYear() == null || row.referenceYear() == row.year()
        ? String.valueOf(row.year())
        : row.year() + "/" + row.referenceYear();
  }

  private String needed(Line line) {
    Double needed = line.row().neededToMatch();
    if (needed == null || !line.benchmark().isComputed()) {
      return "—";
    }
    return Model.up(needed) > 0 ? model.needed(line.benchmark(), needed).zh().words() : "已达到";
  }

  /** What must be known of the table. */
  private String note(List<Line> shown) {
    List<String> reasons =
        shown.stream()
            .filter(line -> line.row().comparability().equals("with_care"))
            .flatMap(line -> View.reasons(line.row()).stream())
            .distinct()
            .sorted()
            .toList();
    String care =
        reasons.isEmpty()
            ? ""
            : "*须慎用：" + Clean.shortened(Phrases.flags(reasons).zh().words(), REASONS) + "。";
    String left =
        shown.size() < lines.size()
            ? "另有" + (lines.size() - shown.size()) + "项见 benchmarks.csv。"
            : "";
    String how =
        isReference
            ? ""
            : "“相当于”为本市比率占" + reference + "的百分比；“持平还需”按本市人口计，进位取整；年份不同的以“本市/" + reference + "”列出。";
    return "注：" + how + "资源类指标不评优劣，多不等于好，少不等于差。" + care + left;
  }

  private Double percent(Line line) {
    Double ratio = line.row().ratio();
    return isReference || ratio == null ? null : ratio * 100;
  }

  private static String name(Benchmark benchmark) {
    return Clean.shortened(benchmark.zh(), NAME);
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
    String named =
        String.join("；", publications.subList(0, Math.min(PUBLICATIONS, publications.size())));
    return publications.size() > PUBLICATIONS
        ? named + "；等" + publications.size() + "种，全部见 figures.csv。"
        : named.isEmpty() ? "" : named + "。";
  }

  private String publication(Figure figure) {
    String title = model.sources().of(figure).map(Source::title).orElse(null);
    return Clean.shortened(figure.publisher(), PUBLICATION / 2)
        + (title == null ? "" : "《" + Clean.shortened(Clean.text(title), PUBLICATION) + "》")
        + (figure.published() == null ? "（发布日期不详）" : "（" + figure.published() + "）")
        + (figure.flags() != null && figure.flags().contains("transcribed") ? "，由人转录" : "");
  }
}
