package org.duibiao.prose.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.model.Area;
import org.duibiao.model.Nature;
import org.duibiao.model.Period;
import org.duibiao.model.code.AreaLevel;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Status;
import org.duibiao.prose.document.DocumentContext;
import org.duibiao.prose.table.TableColumn.ColumnRole;
import org.duibiao.prose.table.TableColumn.TableArea;
import org.duibiao.prose.words.Characters;
import org.duibiao.prose.words.TimeExpressions;
import org.duibiao.prose.words.TimeExpressions.TimeExpression;

/** Reads the header cells of tables. */
final class TableHeaderReader {

  private static final int LONGEST = 60;
  private static final Pattern BARE_YEAR = Pattern.compile("((?:19[4-9]|20)\\d)(\\d)(?:年度?|\\.0)?");
  private static final Pattern BRACKETED = Pattern.compile("(.*)\\(([^()]*)\\)");
  private static final Pattern SLASHED = Pattern.compile("(..+)/([^/]*)");
  private static final Pattern EMPTY = Pattern.compile("[()\\[\\]:,、/\"“”'.·—-]+");

  private final CellInterpreter words;
  private final TimeExpressions times;
  private final DocumentContext document;
  private final Area province;

  TableHeaderReader(CellInterpreter words, TimeExpressions times, DocumentContext document) {
    this.words = words;
    this.times = times;
    this.document = document;
    Area area = document.area();
    AreaLevel level = area == null ? AreaLevel.COUNTY : area.level();
    this.province =
        level == AreaLevel.PREFECTURE
            ? words.vocabulary.catalogue().areaByCode(area.parent()).orElse(null)
            : level == AreaLevel.COUNTY ? null : area;
  }

  /** Whose figures a row or column of that name has; null if it names no area. */
  TableArea area(String text) {
    return words.area(text, document.area(), province);
  }

  /** A bare year such as 2020 or 2020年; 0 if a text is not one. */
  static int year(String text) {
    Matcher year = BARE_YEAR.matcher(text);
    return year.matches() ? Integer.parseInt(year.group(1) + year.group(2)) : 0;
  }

  /** The first time that a text names, or null. */
  Period period(String text) {
    int year = year(text);
    if (year > 0) {
      return Period.year(year);
    }
    return times(text).stream()
        .filter(TimeExpression::isStated)
        .map(TimeExpression::period)
        .findFirst()
        .orElse(null);
  }

  /** The times that a text names. */
  List<TimeExpression> times(String text) {
    Period now = document.reportPeriod();
    LocalDate published = document.published();
    int year =
        now != null
            ? now.end().getYear()
            : published == null ? TimeExpressions.UNKNOWN_YEAR : published.getYear();
    Period context = now == null ? Period.year(year) : now;
    int today = now == null ? year : document.writtenYear();
    return times.find(text, 0, text.length(), year, context, today, null);
  }

  /** A text without the times that it names. */
  String withoutTimes(String text) {
    if (year(text) > 0) {
      return "";
    }
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (TimeExpression time : times(text)) {
      if (time.from() >= from) {
        rest.append(text, from, time.from());
        from = time.to();
      }
    }
    return rest.append(text.substring(from)).toString();
  }

  /** A term and the unit in brackets, or after a slash, at its end. */
  record TermWithUnit(String term, String unit) {}

  /** Parts 床位(张), 床位/张 and 占比% into term and unit. */
  TermWithUnit splitUnit(String text) {
    for (Pattern form : List.of(BRACKETED, SLASHED)) {
      Matcher parts = form.matcher(text);
      if (parts.matches() && words.isUnit(parts.group(2))) {
        return new TermWithUnit(parts.group(1), parts.group(2));
      }
    }
    int last = text.length() - 1;
    return last > 0 && "%‰".indexOf(text.charAt(last)) >= 0
        ? new TermWithUnit(text.substring(0, last), text.substring(last))
        : new TermWithUnit(text, null);
  }

  /** A label without the mark of a part, unless nothing else stands there. */
  String withoutPartMark(String label) {
    String rest = words.headers.withoutPartMark(label);
    return rest.isEmpty() ? label : rest;
  }

  /** What a header cell says of its column; null if it cannot be one. */
  TableColumn column(TableCell cell) {
    String text = cell.text();
    if (text.isEmpty()) {
      return TableColumn.of(ColumnRole.VALUE, "");
    }
    if (text.length() > LONGEST) {
      return null;
    }
    ColumnRole role = role(text);
    if (role != null) {
      return TableColumn.of(role, text);
    }
    int year = year(text);
    if (year == 0 && !cell.hasWord() && !words.isUnit(bare(text))) {
      return null;
    }
    String unmarked = withoutPartMark(text);
    TermWithUnit labelled = splitUnit(unmarked);
    String rest = withoutTimes(labelled.term());
    Measure measure =
        Stream.of(labelled.term(), rest.replace("()", ""))
            .map(words.headers::nature)
            .filter(nature -> nature != null && nature.measure() != Measure.LEVEL)
            .map(Nature::measure)
            .findFirst()
            .orElse(Measure.LEVEL);
    boolean level = measure == Measure.LEVEL;
    boolean timed = !level || !rest.equals(labelled.term());
    TermWithUnit inner = splitUnit(!level || EMPTY.matcher(rest).matches() ? "" : rest);
    rest = inner.term();
    String unit = labelled.unit() == null ? inner.unit() : labelled.unit();
    rest = rest.replace("()", "").replace("“”", "");
    Nature nature = words.headers.nature(rest);
    Status status = nature == null ? null : nature.status();
    TableArea area = area(rest);
    boolean plain =
        status != null
            || area != null
            || words.headers.is("role/value", rest)
            || EMPTY.matcher(rest).replaceAll("").isEmpty();
    boolean counted = cell.hasDigit() && rest.matches(".*[0-9].*") && year == 0;
    if (plain) {
      rest = "";
    } else if (counted && rest.chars().filter(c -> Characters.isChinese((char) c)).count() < 3) {
      return null;
    }
    boolean known = timed || plain || unit != null || words.meaning(rest) != null;
    return new TableColumn(
        ColumnRole.VALUE,
        text,
        rest,
        unit,
        level ? period(labelled.term()) : null,
        status,
        measure,
        area,
        !unmarked.equals(text),
        "",
        known);
  }

  private static String bare(String text) {
    return text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text;
  }

  private ColumnRole role(String text) {
    boolean phone = words.vocabulary.list(WordClass.PHONE).occursIn(text);
    return Arrays.stream(ColumnRole.values())
        .filter(role -> role == ColumnRole.PHONE ? phone : role.isSaidBy(text, words.headers))
        .findFirst()
        .orElse(null);
  }

  /**
   * The columns under a line of a header, and perhaps the lines above it.
   *
   * @param above the columns by the lines above, or null
   * @return null if it is not a header, or does not agree with the lines above
   */
  List<TableColumn> columnsUnder(List<TableColumn> above, List<TableCell> cells) {
    List<TableColumn> columns = cells.stream().map(this::column).toList();
    return columns.contains(null) ? null : above == null ? columns : combineRows(above, columns);
  }

  /** The columns under two lines of headers, one over the other; null if they do not agree. */
  private static List<TableColumn> combineRows(List<TableColumn> above, List<TableColumn> below) {
    int values = (int) above.stream().filter(c -> c.isValue()).count();
    List<TableColumn> columns = new ArrayList<>();
    if (above.size() == below.size()) {
      TableColumn last = null;
      for (int i = 0; i < above.size(); i++) {
        TableColumn head = above.get(i);
        boolean spans = head.text().isEmpty() && last != null && !below.get(i).text().isEmpty();
        head = spans && i > 0 ? last : head;
        last = head.isValue() ? head : null;
        columns.add(head.combineWith(below.get(i)));
      }
      return columns;
    }
    // The words of the line below that name a column of their own stand before the spread ones.
    int own = 0;
    while (own < below.size() && !below.get(own).isValue()) {
      own++;
    }
    int spread = below.size() - own;
    boolean unnamed = values == above.size() && own == 0;
    int first = above.get(0).isValue() && !above.get(0).known() ? 1 : 0;
    int heads = unnamed && spread % values != 0 ? values - first : values;
    boolean label = heads < values;
    if (!label && first == 1 && spread % values != 0 && values > 1) {
      heads = values - 1;
      label = true;
    }
    if (heads == 0 || spread % heads != 0 || spread == 0) {
      return null;
    }
    int each = spread / heads;
    columns.addAll(below.subList(0, own));
    int next = own;
    for (int i = 0; i < above.size(); i++) {
      TableColumn head = above.get(i);
      if (!head.isValue()) {
        if (own == 0) {
          columns.add(head);
        }
      } else if (label && i == 0) {
        columns.add(head.withRole(ColumnRole.LABEL));
      } else {
        for (int k = 0; k < each; k++) {
          columns.add(head.combineWith(below.get(next++)));
        }
      }
    }
    return columns;
  }

  /** The columns with one that labels the rows; null if there are no figures then. */
  static List<TableColumn> withLabelColumn(List<TableColumn> header) {
    List<TableColumn> columns = new ArrayList<>(header);
    List<ColumnRole> roles = columns.stream().map(TableColumn::role).toList();
    int label =
        roles.lastIndexOf(
            roles.contains(ColumnRole.LABEL) ? ColumnRole.LABEL : ColumnRole.CATEGORY);
    columns.replaceAll(c -> c.role() == ColumnRole.LABEL ? c.withRole(ColumnRole.CATEGORY) : c);
    TableColumn first = columns.get(0);
    if (label < 0 && (first.period() != null || first.known() && first.isValue())) {
      columns.add(0, TableColumn.of(ColumnRole.LABEL, ""));
    } else {
      boolean numbered = first.role() == ColumnRole.ORDINAL && columns.size() > 2;
      label = label >= 0 ? label : numbered ? 1 : 0;
      columns.set(label, columns.get(label).withRole(ColumnRole.LABEL));
    }
    for (int i = 1; i < columns.size(); i++) {
      columns.set(i, columns.get(i).after(columns.get(i - 1)));
    }
    return columns.stream().anyMatch(TableColumn::isValue) ? columns : null;
  }
}
