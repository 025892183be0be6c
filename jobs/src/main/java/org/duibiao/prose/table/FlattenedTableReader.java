package org.duibiao.prose.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.duibiao.ingest.text.FoldedText;
import org.duibiao.ingest.text.NumberSpans;
import org.duibiao.ingest.text.NumberSpans.Span;
import org.duibiao.model.Area;
import org.duibiao.model.Period;
import org.duibiao.model.code.Disposition;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Status;
import org.duibiao.normalize.number.NumberReader;
import org.duibiao.normalize.number.ParsedNumber;
import org.duibiao.normalize.number.ParsedNumber.Amount;
import org.duibiao.prose.document.DocumentContext;
import org.duibiao.prose.document.Mention;
import org.duibiao.prose.document.MentionBuilder;
import org.duibiao.prose.document.RejectReasons;
import org.duibiao.prose.document.SectionTracker;
import org.duibiao.prose.document.SectionTracker.Modality;
import org.duibiao.prose.table.ColumnAligner.AlignedRow;
import org.duibiao.prose.table.TableColumn.TableArea;
import org.duibiao.prose.table.TableHeaderReader.TermWithUnit;
import org.duibiao.prose.table.TermComposer.ComposedTerm;
import org.duibiao.prose.table.TermComposer.RowTerms;

/** Says of every number in a table's lines what it is. */
final class FlattenedTableReader {

  private static final int LONGEST_QUOTE = 160;

  private final CellInterpreter words;
  private final TableHeaderReader headers;
  private final TermComposer terms;
  private final DocumentContext document;
  private final SectionTracker sections;
  private final Consumer<Mention> mentions;

  /** A cell and what stands in it. */
  private record PlacedCell(TableCell cell, InterpretedRow row, TableColumn column, int at) {}

  /** A row as it is read. */
  private record InterpretedRow(
      RowTerms terms, String label, String unit, TableArea area, Period period, AlignedRow row) {}

  // The table that is being read.
  private List<TableLine> lines;
  private FlattenedTable table;
  private TableCaption caption;

  FlattenedTableReader(
      CellInterpreter words,
      TableHeaderReader headers,
      DocumentContext document,
      SectionTracker sections,
      Consumer<Mention> mentions) {
    this.words = words;
    this.headers = headers;
    this.terms = new TermComposer(words);
    this.document = document;
    this.sections = sections;
    this.mentions = mentions;
  }

  /** Reads a table: one mention of each number in its lines, in order. */
  void read(FlattenedTable found, List<TableLine> all, TableCaption said) {
    table = found;
    lines = all.subList(found.firstLine, found.endLine);
    caption = said;
    List<PlacedCell> placed = placed();
    placed.sort(Comparator.comparingInt(each -> each.cell().start()));
    int next = 0;
    TableCell last = null;
    for (TableLine line : lines) {
      FoldedText text = FoldedText.of(line.text(), line.start());
      for (Span span : NumberSpans.of(text)) {
        int from = text.sourceOffset(span.from());
        int to = text.sourceOffsetAfter(span.to() - 1);
        while (next < placed.size() && placed.get(next).cell().end() <= from) {
          next++;
        }
        PlacedCell at = next < placed.size() ? placed.get(next) : null;
        boolean inside = at != null && at.cell().start() <= from;
        boolean second = inside && at.cell() == last;
        mentions.accept(
            inside
                ? mention(at, from, to, second)
                : none(
                    from,
                    to,
                    line.text().strip(),
                    "page",
                    RejectReasons.describe("page"),
                    Disposition.IGNORED));
        last = inside ? at.cell() : null;
      }
    }
  }

  private List<PlacedCell> placed() {
    List<PlacedCell> placed = new ArrayList<>();
    for (TableCell cell : table.header) {
      placed.add(new PlacedCell(cell, null, null, -1));
    }
    String group = "";
    String groupUnit = null;
    String parent = "";
    String parentUnit = null;
    String above = "";
    for (FlattenedTable.RowOrSection entry : table.entries) {
      if (entry.row() == null) {
        TermWithUnit section = headers.splitUnit(unnumbered(entry.section().text()));
        groupUnit = section.unit();
        boolean counted = groupUnit != null || words.meaning(section.term()) != null;
        group = counted ? section.term() : "";
        above = entry.section().text();
        placed.add(new PlacedCell(entry.section(), null, null, -1));
        continue;
      }
      InterpretedRow row = row(entry.row(), above, group, groupUnit, parent, parentUnit);
      above = "";
      if (!row.terms().part()) {
        parent = row.terms().label();
        parentUnit = row.unit();
      }
      for (int i = 0; i < entry.row().columnIndexes().length; i++) {
        int at = entry.row().columnIndexes()[i];
        placed.add(
            new PlacedCell(entry.row().cells().get(i), row, table.aligner.columns().get(at), at));
      }
    }
    return placed;
  }

  private InterpretedRow row(
      AlignedRow row,
      String above,
      String group,
      String groupUnit,
      String parent,
      String parentUnit) {
    String unit = null;
    TableArea area = null;
    Period period = null;
    String label = "";
    String full = "";
    List<TableColumn> columns = table.aligner.columns();
    for (int i = 0; i < columns.size(); i++) {
      TableCell cell = row.in(i);
      if (cell == null || cell.isBlank()) {
        continue;
      }
      switch (columns.get(i).role()) {
        case UNIT -> unit = words.isMissing(cell.text()) ? null : cell.text();
        case CATEGORY -> {
          TableArea named = headers.area(cell.text());
          area = named == null ? area : named;
        }
        case LABEL -> {
          label = cell.text();
          full = label;
        }
        default -> {}
      }
    }
    if (words.meaning(headers.splitUnit(unnumbered(above + label)).term()) != null) {
      // A line end broke the label.
      label = above + label;
    }
    TermWithUnit part = headers.splitPart(unnumbered(label));
    TermWithUnit labelled = headers.splitUnit(part.term());
    String term = labelled.term();
    if (unit == null) {
      unit = labelled.unit();
    }
    TableArea named = headers.area(term);
    boolean sums = named != null;
    if (sums) {
      area = named;
      term = "";
    } else if (headers.withoutTimes(term).isEmpty()) {
      period = headers.period(term);
      term = "";
    }
    boolean isPart = part.unit() != null && !sums;
    if (unit == null && isPart) {
      unit = parentUnit;
    }
    if (unit == null) {
      unit = groupUnit;
    }
    return new InterpretedRow(
        new RowTerms(term, isPart, parent, group), full, unit, area, period, row);
  }

  /** A label without the number before it: 一、医院, 1.医院. */
  private static String unnumbered(String label) {
    String rest =
        label.replaceFirst(
            "^([一二三四五六七八九十]{1,3}[、.]|[(][一二三四五六七八九十\\d]{1,3}[)]|\\d{1,2}[、.)](?!\\d))", "");
    rest = rest.replaceFirst("^\\d{1,2}(?=[\\u4E00-\\u9FFF]{4})(?!\\d*[岁年月日个级周])", "");
    return rest.isEmpty() ? label : rest;
  }

  private Mention mention(PlacedCell at, int from, int to, boolean second) {
    TableCell cell = at.cell();
    String quote = quote(at);
    if (at.row() == null) {
      String kind =
          headers.times(cell.text()).isEmpty() && TableHeaderReader.year(cell.text()) == 0
              ? "name"
              : "date";
      return none(from, to, quote, kind, RejectReasons.describe(kind), Disposition.IGNORED);
    }
    if (to > cell.end()) {
      return none(
          from,
          to,
          quote,
          "several_numbers",
          "spaces may part the figures of two columns here, or group the digits of one: correct it",
          Disposition.REJECTED);
    }
    String reason =
        switch (at.column().role()) {
          case ORDINAL -> "list_number";
          case PHONE -> "phone";
          case LABEL -> at.row().period() != null ? "date" : labelNumber(cell, from);
          case VALUE -> second ? "continued" : null;
          default -> "name";
        };
    if (reason != null) {
      return none(from, to, quote, reason, RejectReasons.describe(reason), Disposition.IGNORED);
    }
    Amount figure = words.number(cell.text());
    if (figure == null) {
      ParsedNumber reading = NumberReader.read(cell.text());
      if (reading instanceof ParsedNumber.Unreadable unreadable && cell.hasDigit()) {
        return none(
            from, to, quote, unreadable.reason(), unreadable.detail(), Disposition.REJECTED);
      }
      return none(from, to, quote, "idiom", RejectReasons.describe("idiom"), Disposition.IGNORED);
    }
    return figure(at, figure, quote);
  }

  private static String labelNumber(TableCell cell, int from) {
    return from == cell.start() && !unnumbered(cell.text()).equals(cell.text())
        ? "list_number"
        : "name";
  }

  private Mention figure(PlacedCell at, Amount figure, String quote) {
    TableColumn column = at.column();
    InterpretedRow row = at.row();
    String unit = figure.unit().isEmpty() ? row.unit() : figure.unit();
    if (unit == null || column.measure() == Measure.CHANGE_RATE) {
      unit = unitOf(at.at(), unit);
    }
    String common = column.measure() == Measure.LEVEL ? caption.unit() : null;
    ComposedTerm term =
        terms.compose(row.terms(), column, parentOf(at.at()), caption.noun(), unit, common);
    TableArea whose = column.area() == null ? row.area() : column.area();
    Area area = whose == null ? document.area() : whose.area();
    Status status = status(column, row);
    CellTime when = when(column, row, status, CellInterpreter.isBracketed(at.cell().text()));
    Measure measure = column.measure();
    if (term.meaning() != null && measure == Measure.LEVEL) {
      measure = term.meaning().measure();
    }
    Period period = when.period();
    if (period != null && term.meaning() != null && measure == Measure.LEVEL) {
      period = period.forKind(term.meaning().indicator().kind());
    }
    boolean inferred = when.inferred() || period != null && !period.equals(when.period());
    List<String> why = new ArrayList<>();
    why.add("table: row " + row.label() + ", column " + column.text());
    why.add("noun: " + term.term());
    why.add("time: " + when.explanation());
    return MentionBuilder.builder()
        .start(at.cell().start())
        .end(at.cell().end())
        .printed(published(at.cell().start(), at.cell().end()))
        .quote(quote)
        .number(figure)
        .unit(term.unit())
        .term(term.term().isEmpty() ? null : term.term())
        .meaning(term.meaning())
        .area(area)
        .quoted(
            area != null && document.area() != null && !area.code().equals(document.area().code()))
        .scope(whose == null ? "city" : whose.scope())
        .period(period)
        .inferred(inferred)
        .status(status)
        .measure(measure)
        .explanation(why)
        .build();
  }

  /** The unit of a column; of a part, that of the column that it is a part of. */
  private String unitOf(int at, String otherwise) {
    List<TableColumn> columns = table.aligner.columns();
    for (int i = at; i >= 0; i--) {
      if (columns.get(i).unit() != null) {
        return columns.get(i).unit();
      }
      if (!columns.get(i).part()) {
        break;
      }
    }
    return otherwise;
  }

  /** The term of the column that a column is a part of. */
  private String parentOf(int at) {
    List<TableColumn> columns = table.aligner.columns();
    int i = at;
    while (i > 0 && columns.get(i).part()) {
      i--;
    }
    return i == at ? "" : columns.get(i).term();
  }

  // When, and whether it is so.

  private record CellTime(Period period, boolean inferred, String explanation) {}

  private CellTime when(TableColumn column, InterpretedRow row, Status status, boolean cumulated) {
    if (cumulated && document.planPeriod() != null) {
      return new CellTime(document.planPeriod(), false, "of the years of the plan together");
    }
    if (column.period() != null) {
      return new CellTime(column.period(), false, "of the column");
    }
    if (row.period() != null) {
      return new CellTime(row.period(), false, "of the row");
    }
    if (status == Status.TARGET && document.planPeriod() != null) {
      return new CellTime(
          Period.year(document.planPeriod().end().getYear()), true, "the end of the plan");
    }
    if (caption.period() != null) {
      return new CellTime(caption.period(), false, "of the caption");
    }
    return document.reportPeriod() == null
        ? new CellTime(null, false, "nothing says when")
        : new CellTime(document.reportPeriod(), true, "of the document");
  }

  private Status status(TableColumn column, InterpretedRow row) {
    if (column.status() != null) {
      return column.status();
    }
    Period said =
        column.period() != null
            ? column.period()
            : row.period() != null ? row.period() : caption.period();
    LocalDate known = document.published();
    if (known == null && document.reportPeriod() != null) {
      known = document.reportPeriod().end();
    }
    if (said != null && known != null && (column.period() != null || row.period() != null)) {
      return said.start().getYear() > known.getYear()
              || said.end().isAfter(known) && document.planPeriod() != null
          ? Status.TARGET
          : Status.ACTUAL;
    }
    boolean plans = sections.modality() == Modality.PLANNED;
    boolean past = said != null && known != null && said.end().isBefore(known);
    return plans && !past ? Status.TARGET : Status.ACTUAL;
  }

  // Words around.

  private String quote(PlacedCell at) {
    if (at.row() == null) {
      return published(at.cell().start(), at.cell().end());
    }
    List<TableCell> cells = at.row().row().cells();
    int start = cells.get(0).start();
    int end = cells.get(cells.size() - 1).end();
    String row = published(start, end);
    if (row.length() <= LONGEST_QUOTE) {
      return row;
    }
    String label = at.row().label();
    return label + " … " + published(at.cell().start(), Math.min(end, at.cell().end() + 40));
  }

  /** A stretch of the table's lines as published; line ends as spaces. */
  private String published(int start, int end) {
    StringBuilder text = new StringBuilder();
    int low = 0;
    int high = lines.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (lines.get(middle).start() <= start) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    for (int i = low; i < lines.size() && lines.get(i).start() < end; i++) {
      String line = lines.get(i).text();
      int length = line.codePointCount(0, line.length());
      int from = Math.min(length, Math.max(0, start - lines.get(i).start()));
      int to = Math.min(length, end - lines.get(i).start());
      int first = line.offsetByCodePoints(0, from);
      text.append(text.isEmpty() ? "" : " ")
          .append(line, first, line.offsetByCodePoints(first, Math.max(0, to - from)));
    }
    return text.toString().strip();
  }

  private Mention none(
      int from, int to, String quote, String reason, String detail, Disposition disposition) {
    return Mention.rejected(from, to, published(from, to), quote, reason, detail, disposition);
  }
}
