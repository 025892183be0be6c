package org.duibiao.prose.table;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.duibiao.catalogue.EvidenceKind;
import org.duibiao.ingest.text.FoldedText;
import org.duibiao.ingest.text.NumberSpans;
import org.duibiao.ingest.text.NumberSpans.Span;
import org.duibiao.model.Area;
import org.duibiao.model.Period;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Disposition;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Status;
import org.duibiao.normalize.cell.HeaderReader;
import org.duibiao.normalize.number.NumberReader;
import org.duibiao.normalize.number.ParsedNumber;
import org.duibiao.normalize.number.ParsedNumber.Amount;
import org.duibiao.prose.document.DocumentContext;
import org.duibiao.prose.document.Evidence;
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
import org.duibiao.prose.words.TimeExpressions;

/** Gives a mention of every number in the lines of a table. */
final class FlattenedTableReader {

  private static final int LONGEST_QUOTE = 160;

  private final CellInterpreter words;
  private final TableHeaderReader headers;
  private final TermComposer terms;
  private final DocumentContext document;
  private final SectionTracker sections;
  private final Consumer<Mention> mentions;

  /** A cell and what stands in it. */
  private record PlacedCell(TableCell cell, InterpretedRow row, TableColumn column) {}

  /** A row as it is read. */
  private record InterpretedRow(
      RowTerms terms, String label, String unit, TableArea area, Period period, AlignedRow row) {}

  // The table that is being read.
  private final NavigableMap<Integer, TableLine> lines = new TreeMap<>();
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
    lines.clear();
    all.subList(found.firstLine, found.endLine).forEach(line -> lines.put(line.start(), line));
    caption = said;
    List<PlacedCell> placed = placed();
    placed.sort(Comparator.comparingInt(each -> each.cell().start()));
    int next = 0;
    TableCell last = null;
    for (TableLine line : lines.values()) {
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
                : ignored(from, to, line.text().strip(), "page"));
        last = inside ? at.cell() : null;
      }
    }
  }

  private List<PlacedCell> placed() {
    List<PlacedCell> placed = new ArrayList<>();
    table.header.forEach(cell -> placed.add(new PlacedCell(cell, null, null)));
    TermWithUnit group = new TermWithUnit("", null);
    TermWithUnit parent = group;
    String above = "";
    for (FlattenedTable.RowOrSection entry : table.entries) {
      if (entry.row() == null) {
        above = entry.section().text();
        TermWithUnit section = headers.splitUnit(unnumbered(above));
        boolean counted = section.unit() != null || words.meaning(section.term()) != null;
        group = counted ? section : new TermWithUnit("", null);
        placed.add(new PlacedCell(entry.section(), null, null));
        continue;
      }
      InterpretedRow row = row(entry.row(), above, group, parent);
      above = "";
      if (!row.terms().part()) {
        parent = new TermWithUnit(row.terms().label(), row.unit());
      }
      for (int i = 0; i < entry.row().columnIndexes().length; i++) {
        int at = entry.row().columnIndexes()[i];
        placed.add(new PlacedCell(entry.row().cells().get(i), row, table.aligner.columns.get(at)));
      }
    }
    return placed;
  }

  private InterpretedRow row(
      AlignedRow row, String above, TermWithUnit group, TermWithUnit parent) {
    String unit = null;
    TableArea area = null;
    String printed = "";
    List<TableColumn> columns = table.aligner.columns;
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
        case LABEL -> printed = cell.text();
        default -> {}
      }
    }
    // A line end may break a label.
    boolean broken = words.meaning(headers.splitUnit(unnumbered(above + printed)).term()) != null;
    String label = unnumbered(broken ? above + printed : printed);
    String unmarked = headers.withoutPartMark(label);
    TermWithUnit labelled = headers.splitUnit(unmarked);
    TableArea named = headers.area(labelled.term());
    boolean timed = named == null && headers.withoutTimes(labelled.term()).isEmpty();
    boolean isPart = !unmarked.equals(label) && named == null;
    String term = named != null || timed ? "" : labelled.term();
    String outer = isPart && parent.unit() != null ? parent.unit() : group.unit();
    RowTerms terms = new RowTerms(term, isPart, parent.term(), group.term());
    String inner = unit != null ? unit : labelled.unit();
    TableArea owner = named != null ? named : area;
    Period period = timed ? headers.period(labelled.term()) : null;
    return new InterpretedRow(terms, printed, inner != null ? inner : outer, owner, period, row);
  }

  /** A label without the number before it: 一、医院, 1.医院. */
  private static String unnumbered(String label) {
    String rest = HeaderReader.withoutNumbering(label);
    return rest.replaceFirst("^\\d{1,2}(?=[\\u4E00-\\u9FFF]{4})(?!\\d*[岁年月日个级周])", "");
  }

  private Mention mention(PlacedCell at, int from, int to, boolean second) {
    TableCell cell = at.cell();
    String quote = quote(at);
    if (at.row() == null) {
      boolean dated =
          !headers.times(cell.text()).isEmpty() || TableHeaderReader.year(cell.text()) > 0;
      return ignored(from, to, quote, dated ? "date" : "name");
    }
    if (to > cell.end()) {
      String detail =
          "spaces may part the figures of two columns here, or group the digits of one: correct it";
      return rejected(from, to, quote, "several_numbers", detail, Disposition.REJECTED);
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
      return ignored(from, to, quote, reason);
    }
    Amount figure = words.number(cell.text());
    if (figure == null) {
      ParsedNumber reading = NumberReader.read(cell.text());
      if (reading instanceof ParsedNumber.Unreadable unreadable && cell.hasDigit()) {
        return rejected(
            from, to, quote, unreadable.reason(), unreadable.detail(), Disposition.REJECTED);
      }
      return ignored(from, to, quote, "idiom");
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
      unit = column.unit() == null ? unit : column.unit();
    }
    String common = column.measure() == Measure.LEVEL ? caption.unit() : null;
    ComposedTerm term = terms.compose(row.terms(), column, caption.noun(), unit, common);
    TableArea owner = column.area() == null ? row.area() : column.area();
    Area area = owner == null ? document.area() : owner.area();
    Status status = status(column, row);
    CellTime when = when(column, row, status, CellInterpreter.isBracketed(at.cell().text()));
    Measure measure = column.measure();
    if (term.meaning() != null && measure == Measure.LEVEL) {
      measure = term.meaning().measure();
    }
    Period period = TimeExpressions.isOfUnknownYear(when.period()) ? null : when.period();
    if (period != null && term.meaning() != null && measure == Measure.LEVEL) {
      period = period.forKind(term.meaning().indicator().datedAs());
    }
    boolean inferred = when.inferred() || period != null && !period.equals(when.period());
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
        .scope(owner == null ? "city" : owner.scope())
        .period(period)
        .inferred(inferred)
        .status(status)
        .measure(measure)
        .explanation(
            List.of(
                "table: row " + row.label() + ", column " + column.text(),
                "noun: " + term.term(),
                "time: " + when.explanation()))
        .evidence(evidence(column, when, owner, figure))
        .build();
  }

  private Evidence evidence(TableColumn column, CellTime when, TableArea owner, Amount figure) {
    return document
        .evidence()
        .with(
            List.of(
                EvidenceKind.IN_TABLE,
                EvidenceKind.NOUN_COMPOSED,
                EvidenceKind.UNIT_PRINTED,
                figure.bound() == Bound.EQ ? EvidenceKind.BOUND_NONE : EvidenceKind.BOUND_WORD,
                when.evidence(),
                owner == null ? EvidenceKind.AREA_DEFAULT : EvidenceKind.AREA_CELL,
                column.status() == null ? EvidenceKind.STATUS_DEFAULT : EvidenceKind.STATUS_COLUMN,
                column.measure() == Measure.LEVEL
                    ? EvidenceKind.MEASURE_PLAIN
                    : EvidenceKind.MEASURE_CHANGE));
  }

  // Time and status.

  private record CellTime(
      Period period, boolean inferred, String explanation, EvidenceKind evidence) {}

  private CellTime when(TableColumn column, InterpretedRow row, Status status, boolean cumulated) {
    Period plan = document.planPeriod();
    if (cumulated && plan != null) {
      return new CellTime(plan, false, "of the years of the plan together", EvidenceKind.TIME_PLAN);
    }
    if (column.period() != null) {
      return new CellTime(column.period(), false, "of the column", EvidenceKind.TIME_COLUMN);
    }
    if (row.period() != null) {
      return new CellTime(row.period(), false, "of the row", EvidenceKind.TIME_ROW);
    }
    if (status == Status.TARGET && plan != null) {
      return new CellTime(
          Period.year(plan.end().getYear()), true, "the end of the plan", EvidenceKind.TIME_PLAN);
    }
    if (caption.period() != null) {
      return new CellTime(caption.period(), false, "of the caption", EvidenceKind.TIME_CAPTION);
    }
    return document.reportPeriod() == null
        ? new CellTime(null, false, "nothing says when", EvidenceKind.TIME_UNKNOWN)
        : new CellTime(document.reportPeriod(), true, "of the document", document.timeEvidence());
  }

  private Status status(TableColumn column, InterpretedRow row) {
    if (column.status() != null) {
      return column.status();
    }
    Period own = column.period() != null ? column.period() : row.period();
    Period said = own != null ? own : caption.period();
    LocalDate known = document.published();
    if (known == null && document.reportPeriod() != null) {
      known = document.reportPeriod().end();
    }
    boolean target = sections.modality() == Modality.PLANNED;
    if (own != null && known != null) {
      target =
          own.start().getYear() > known.getYear()
              || own.end().isAfter(known) && document.planPeriod() != null;
    } else if (said != null && known != null && said.end().isBefore(known)) {
      target = false;
    }
    return target ? Status.TARGET : Status.ACTUAL;
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
    return lines.subMap(lines.floorKey(start), end).values().stream()
        .map(line -> line.between(start, end))
        .collect(joining(" "))
        .strip();
  }

  private Mention ignored(int from, int to, String quote, String reason) {
    return rejected(from, to, quote, reason, RejectReasons.describe(reason), Disposition.IGNORED);
  }

  private Mention rejected(
      int from, int to, String quote, String reason, String detail, Disposition disposition) {
    return Mention.rejected(from, to, published(from, to), quote, reason, detail, disposition);
  }
}
