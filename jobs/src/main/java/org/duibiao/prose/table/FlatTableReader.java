package org.duibiao.prose.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.duibiao.ingest.text.FoldedText;
import org.duibiao.ingest.text.NumberSpans;
import org.duibiao.model.Area;
import org.duibiao.model.Period;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Status;
import org.duibiao.normalize.number.NumberReader;
import org.duibiao.normalize.number.NumberReading;
import org.duibiao.prose.document.Document;
import org.duibiao.prose.document.Mention;
import org.duibiao.prose.document.Reasons;
import org.duibiao.prose.document.Sections;

/** Says of every number in a table's lines what it is. */
final class FlatTableReader {

  private static final int LONGEST_QUOTE = 160;

  private final TableWords words;
  private final TableHeader headers;
  private final TableTerms terms;
  private final Document document;
  private final Sections sections;
  private final Consumer<Mention> mentions;

  /** A cell and what stands in it. */
  private record Placed(TableCell cell, RowRead row, TableColumn column, int at) {}

  /** A row as it is read. */
  private record RowRead(
      TableTerms.Row terms,
      String label,
      String unit,
      TableColumn.TableArea area,
      Period period,
      TableShape.Row row) {}

  // The table that is being read.
  private List<TableLine> lines;
  private FlatTable table;
  private TableCaption caption;

  FlatTableReader(
      TableWords words,
      TableHeader headers,
      Document document,
      Sections sections,
      Consumer<Mention> mentions) {
    this.words = words;
    this.headers = headers;
    this.terms = new TableTerms(words);
    this.document = document;
    this.sections = sections;
    this.mentions = mentions;
  }

  /** Reads a table: one mention of each number in its lines, in order. */
  void read(FlatTable found, List<TableLine> all, TableCaption said) {
    table = found;
    lines = all.subList(found.from, found.to);
    caption = said;
    List<Placed> placed = placed();
    placed.sort(Comparator.comparingInt(each -> each.cell().start()));
    int next = 0;
    TableCell last = null;
    for (TableLine line : lines) {
      FoldedText text = FoldedText.of(line.text(), line.start());
      for (NumberSpans.Span span : NumberSpans.of(text)) {
        int from = text.place(span.from());
        int to = text.placeAfter(span.to() - 1);
        while (next < placed.size() && placed.get(next).cell().end() <= from) {
          next++;
        }
        Placed at = next < placed.size() ? placed.get(next) : null;
        boolean inside = at != null && at.cell().start() <= from;
        boolean second = inside && at.cell() == last;
        mentions.accept(
            inside
                ? mention(at, from, to, second)
                : none(from, to, line.text().strip(), "page", Reasons.of("page"), false));
        last = inside ? at.cell() : null;
      }
    }
  }

  private List<Placed> placed() {
    List<Placed> placed = new ArrayList<>();
    for (TableCell cell : table.header) {
      placed.add(new Placed(cell, null, null, -1));
    }
    String group = "";
    String groupUnit = null;
    String parent = "";
    String parentUnit = null;
    String above = "";
    for (FlatTable.Entry entry : table.entries) {
      if (entry.row() == null) {
        TableHeader.Labelled section = headers.labelled(unnumbered(entry.section().text()));
        groupUnit = section.unit();
        boolean counted = groupUnit != null || words.meaning(section.term()) != null;
        group = counted ? section.term() : "";
        above = entry.section().text();
        placed.add(new Placed(entry.section(), null, null, -1));
        continue;
      }
      RowRead row = row(entry.row(), above, group, groupUnit, parent, parentUnit);
      above = "";
      if (!row.terms().part()) {
        parent = row.terms().label();
        parentUnit = row.unit();
      }
      for (int i = 0; i < entry.row().at().length; i++) {
        int at = entry.row().at()[i];
        placed.add(new Placed(entry.row().cells().get(i), row, table.shape.columns().get(at), at));
      }
    }
    return placed;
  }

  private RowRead row(
      TableShape.Row row,
      String above,
      String group,
      String groupUnit,
      String parent,
      String parentUnit) {
    String unit = null;
    TableColumn.TableArea area = null;
    Period period = null;
    String label = "";
    String full = "";
    List<TableColumn> columns = table.shape.columns();
    for (int i = 0; i < columns.size(); i++) {
      TableCell cell = row.in(i);
      if (cell == null || cell.isBlank()) {
        continue;
      }
      switch (columns.get(i).role()) {
        case UNIT -> unit = words.isMissing(cell.text()) ? null : cell.text();
        case CATEGORY -> {
          TableColumn.TableArea named = headers.area(cell.text());
          area = named == null ? area : named;
        }
        case LABEL -> {
          label = cell.text();
          full = label;
        }
        default -> {}
      }
    }
    if (words.meaning(headers.labelled(unnumbered(above + label)).term()) != null) {
      // A line end broke the label.
      label = above + label;
    }
    TableHeader.Labelled part = headers.part(unnumbered(label));
    TableHeader.Labelled labelled = headers.labelled(part.term());
    String term = labelled.term();
    if (unit == null) {
      unit = labelled.unit();
    }
    TableColumn.TableArea named = headers.area(term);
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
    return new RowRead(
        new TableTerms.Row(term, isPart, parent, group), full, unit, area, period, row);
  }

  /** A label without the number before it: 一、医院, 1.医院. */
  private static String unnumbered(String label) {
    String rest =
        label.replaceFirst(
            "^([一二三四五六七八九十]{1,3}[、.]|[(][一二三四五六七八九十\\d]{1,3}[)]|\\d{1,2}[、.)](?!\\d))", "");
    rest = rest.replaceFirst("^\\d{1,2}(?=[\\u4E00-\\u9FFF]{4})(?!\\d*[岁年月日个级周])", "");
    return rest.isEmpty() ? label : rest;
  }

  private Mention mention(Placed at, int from, int to, boolean second) {
    TableCell cell = at.cell();
    String quote = quote(at);
    if (at.row() == null) {
      String reason =
          headers.times(cell.text()).isEmpty() && TableHeader.year(cell.text()) == 0
              ? "name"
              : "date";
      return none(from, to, quote, reason, Reasons.of(reason), false);
    }
    if (to > cell.end()) {
      return none(
          from,
          to,
          quote,
          "several_numbers",
          "spaces may part the figures of two columns here, or group the digits of one: correct it",
          true);
    }
    String no =
        switch (at.column().role()) {
          case ORDINAL -> "list_number";
          case PHONE -> "phone";
          case LABEL -> at.row().period() != null ? "date" : labelNumber(cell, from);
          case VALUE -> second ? "continued" : null;
          default -> "name";
        };
    if (no != null) {
      return none(from, to, quote, no, Reasons.of(no), false);
    }
    NumberReading.Figure figure = words.figure(cell.text());
    if (figure == null) {
      NumberReading reading = NumberReader.read(cell.text());
      if (reading instanceof NumberReading.Unreadable unreadable && cell.hasDigit()) {
        return none(from, to, quote, unreadable.reason(), unreadable.detail(), true);
      }
      return none(from, to, quote, "idiom", Reasons.of("idiom"), false);
    }
    return figure(at, figure, quote);
  }

  private static String labelNumber(TableCell cell, int from) {
    return from == cell.start() && !unnumbered(cell.text()).equals(cell.text())
        ? "list_number"
        : "name";
  }

  private Mention figure(Placed at, NumberReading.Figure figure, String quote) {
    TableColumn column = at.column();
    RowRead row = at.row();
    String unit = figure.unit().isEmpty() ? row.unit() : figure.unit();
    if (unit == null || column.measure() == Measure.CHANGE_RATE) {
      unit = unitOf(at.at(), unit);
    }
    String common = column.measure() == Measure.LEVEL ? caption.unit() : null;
    TableTerms.Term term =
        terms.of(row.terms(), column, parentOf(at.at()), caption.noun(), unit, common);
    TableColumn.TableArea whose = column.area() == null ? row.area() : column.area();
    Area area = whose == null ? document.area() : whose.area();
    Status status = status(column, row);
    When when = when(column, row, status, TableWords.isBracketed(at.cell().text()));
    Measure measure = column.measure();
    if (term.meaning() != null && measure == Measure.LEVEL) {
      measure = term.meaning().measure();
    }
    Period period = when.period();
    if (period != null && term.meaning() != null && measure == Measure.LEVEL) {
      period = period.of(term.meaning().indicator().kind());
    }
    boolean inferred = when.inferred() || period != null && !period.equals(when.period());
    List<String> why = new ArrayList<>();
    why.add("table: row " + row.label() + ", column " + column.text());
    why.add("noun: " + term.term());
    why.add("time: " + when.why());
    return new Mention(
        at.cell().start(),
        at.cell().end(),
        published(at.cell().start(), at.cell().end()),
        quote,
        null,
        null,
        false,
        false,
        figure,
        term.unit(),
        term.term().isEmpty() ? null : term.term(),
        term.meaning(),
        area,
        area != null && document.area() != null && !area.code().equals(document.area().code()),
        whose == null ? "city" : whose.scope(),
        period,
        inferred,
        status,
        measure,
        false,
        why);
  }

  /** The unit of a column; of a part, that of the column that it is a part of. */
  private String unitOf(int at, String otherwise) {
    List<TableColumn> columns = table.shape.columns();
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
    List<TableColumn> columns = table.shape.columns();
    int i = at;
    while (i > 0 && columns.get(i).part()) {
      i--;
    }
    return i == at ? "" : columns.get(i).term();
  }

  // When, and whether it is so.

  private record When(Period period, boolean inferred, String why) {}

  private When when(TableColumn column, RowRead row, Status status, boolean cumulated) {
    if (cumulated && document.plan() != null) {
      return new When(document.plan(), false, "of the years of the plan together");
    }
    if (column.period() != null) {
      return new When(column.period(), false, "of the column");
    }
    if (row.period() != null) {
      return new When(row.period(), false, "of the row");
    }
    if (status == Status.TARGET && document.plan() != null) {
      return new When(Period.year(document.plan().end().getYear()), true, "the end of the plan");
    }
    if (caption.period() != null) {
      return new When(caption.period(), false, "of the caption");
    }
    return document.now() == null
        ? new When(null, false, "nothing says when")
        : new When(document.now(), true, "of the document");
  }

  private Status status(TableColumn column, RowRead row) {
    if (column.status() != null) {
      return column.status();
    }
    Period said =
        column.period() != null
            ? column.period()
            : row.period() != null ? row.period() : caption.period();
    LocalDate known = document.published();
    if (known == null && document.now() != null) {
      known = document.now().end();
    }
    if (said != null && known != null && (column.period() != null || row.period() != null)) {
      return said.start().getYear() > known.getYear()
              || said.end().isAfter(known) && document.plan() != null
          ? Status.TARGET
          : Status.ACTUAL;
    }
    boolean plans = sections.current() == Sections.Mood.PLAN;
    boolean past = said != null && known != null && said.end().isBefore(known);
    return plans && !past ? Status.TARGET : Status.ACTUAL;
  }

  // Words around.

  private String quote(Placed at) {
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
      int from, int to, String quote, String reason, String detail, boolean unreadable) {
    return Mention.none(from, to, published(from, to), quote, reason, detail, unreadable);
  }
}
