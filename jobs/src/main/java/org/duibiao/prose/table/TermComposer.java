package org.duibiao.prose.table;

import java.util.List;
import java.util.stream.Stream;
import org.duibiao.catalogue.Catalogue.Meaning;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.Measure;

/** Composes the term of a figure of a table from its row, its column and the caption. */
record TermComposer(CellInterpreter words) {

  /**
   * What a row says of its figures.
   *
   * @param label the term of the row; empty if it is an area, a time or a total
   * @param part whether it is a part of the row before: 其中:医院
   * @param parent the term of the row that it is a part of; empty if none
   * @param group the line over the rows; empty if none
   */
  record RowTerms(String label, boolean part, String parent, String group) {}

  /**
   * What a figure is of.
   *
   * @param term the noun phrase
   * @param meaning what it means by the catalogue, or null
   * @param unit the unit as far as it is sure, or null
   */
  record ComposedTerm(String term, Meaning meaning, String unit) {}

  /**
   * What a figure is of.
   *
   * @param noun what the caption says that the figures are of; empty if nothing
   * @param unit the unit of the row, the column or the cell; null without one
   * @param common the unit of the whole table, or null
   */
  ComposedTerm compose(RowTerms row, TableColumn column, String noun, String unit, String common) {
    List<String> terms = column.term().isEmpty() ? ofRow(row, noun) : ofColumn(row, column, noun);
    Measure measure = column.measure();
    String printed = unit == null ? common : unit;
    for (String term : terms) {
      Meaning meaning = words.meaning(term);
      String full = per(term, printed);
      if (meaning != null && words.fits(full, meaning, measure)) {
        return new ComposedTerm(term, meaning, full);
      }
    }
    for (String term : terms) {
      // The unit of a whole table is not that of its rates; the noun says that of a density.
      Meaning meaning = words.meaning(term);
      boolean rate = meaning != null && meaning.indicator().kind() == IndicatorKind.RATE;
      if (rate && (unit == null || term.startsWith("每"))) {
        return new ComposedTerm(term, meaning, null);
      }
    }
    String term = terms.isEmpty() ? "" : terms.get(terms.size() - 1);
    return new ComposedTerm(term, null, per(term, printed));
  }

  /** The terms where the columns are of times or areas, and the row says what is counted. */
  private List<String> ofRow(RowTerms row, String noun) {
    String label = row.label();
    if (label.isEmpty()) {
      return named(row.group().isEmpty() ? noun : row.group(), Stream.of());
    }
    boolean isPart = row.part() && !row.parent().isEmpty();
    String whole = row.parent() + label;
    String name = isPart && words.meaning(label) == null ? whole : label;
    String counted = row.group().isEmpty() ? counted(noun) : row.group();
    if (words.meaning(counted) != null && !label.endsWith(counted)) {
      name = label + counted;
    }
    return named(name, isPart ? Stream.of(label, whole, label + row.parent()) : Stream.of(label));
  }

  /** What of a caption's noun is counted: 编制床位, of 医疗机构编制床位. */
  private String counted(String noun) {
    String rest = words.withoutPrefix("subject/all", noun);
    return rest != null && rest.length() > 1 ? rest : noun;
  }

  /** The terms where the columns say what is counted, and the row is of an area or a kind. */
  private List<String> ofColumn(RowTerms row, TableColumn column, String noun) {
    String thing = column.term();
    String kind = row.label();
    if (kind.isEmpty()
        && words.meaning(noun) != null
        && words.withoutPrefix("subject/all", noun) == null) {
      // 各类医院基本情况: the row of totals is of hospitals.
      kind = noun;
    }
    if (words.headers.is("column/count", thing) && !kind.isEmpty()) {
      return named(kind + thing, Stream.of(kind));
    }
    String part = column.whole();
    String outer = row.part() ? row.parent() : "";
    // 男, 城市: the column is a part of what the row counts.
    boolean turned = words.meaning(kind) != null && words.meaning(thing) == null;
    String reversed = turned ? thing + kind : "";
    Stream<String> others =
        Stream.of(kind + thing + part, kind + part + thing, outer + kind + thing, reversed);
    return named(kind + thing, others);
  }

  /** Terms to look up, in order; the last one is the name, whether it is known or not. */
  private static List<String> named(String name, Stream<String> terms) {
    return Stream.concat(terms.filter(term -> !term.equals(name)), Stream.of(name))
        .filter(term -> !term.isEmpty())
        .distinct()
        .toList();
  }

  /** 人, of 每千人口执业医师数, is for each thousand people. */
  private String per(String term, String unit) {
    if (unit == null || unit.chars().anyMatch(c -> "/%‰".indexOf(c) >= 0)) {
      return unit;
    }
    String per = words.vocabulary.denominators().unitAtStart(term);
    return per == null ? unit : per;
  }
}
