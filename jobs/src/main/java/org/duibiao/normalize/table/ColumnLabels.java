package org.duibiao.normalize.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.ingest.table.ColumnMapping;
import org.duibiao.ingest.table.ColumnMapping.ValueColumn;
import org.duibiao.ingest.table.TableLayout.ColumnRole;
import org.duibiao.normalize.cell.HeaderReader;
import org.duibiao.normalize.cell.HeaderReader.Header;

/**
 * What the headers over the columns of values say. A header that is marked as a part (#医院, 其中:医院)
 * is a part of the nearest column to its left that is not.
 */
final class ColumnLabels {

  private final HeaderReader headers;
  private final Map<ValueColumn, Labels> labels = new HashMap<>();

  ColumnLabels(HeaderReader headers, ColumnMapping mapping) {
    this.headers = headers;
    Labels whole = Labels.NONE;
    String group = "";
    for (ValueColumn column : mapping.values()) {
      Labels own = Labels.NONE;
      if (column.meaning().isEmpty()) {
        own = ofValues(column.name());
      }
      for (Map.Entry<ColumnRole, String> each : column.meaning().entrySet()) {
        own = add(own, each.getKey(), each.getValue());
      }
      int last = column.name().lastIndexOf(ColumnMapping.HEADER_SEPARATOR);
      String above = last < 0 ? "" : column.name().substring(0, last);
      if (!own.part()) {
        whole = own;
        group = above;
      } else if (isBeside(above, group)) {
        own = narrowest(own).within(whole);
      }
      labels.put(column, own);
    }
  }

  /** What the headers over a column say. */
  Labels of(ValueColumn column) {
    return labels.get(column);
  }

  /** What the header of the only column of values says besides that it holds them: 数值(万人). */
  private Labels ofValues(String name) {
    Labels said = Labels.NONE;
    for (String part : name.split(ColumnMapping.HEADER_SEPARATOR, -1)) {
      said = part.isBlank() ? said : said.with(headers.read(part));
    }
    return new Labels(
        List.of(), false, said.unit(), said.period(), said.scope(), said.area(), said.nature());
  }

  /** Whether two columns have the same headers above their last; 其中 alone is no header. */
  private boolean isBeside(String above, String group) {
    String upper = above;
    int last = above.lastIndexOf(ColumnMapping.HEADER_SEPARATOR);
    Header header = headers.read(last < 0 ? above : above.substring(last + 3));
    if (header.part() && header.term().isEmpty()) {
      upper = last < 0 ? "" : above.substring(0, last);
    }
    return upper.equals(group);
  }

  private static Labels narrowest(Labels own) {
    int size = own.terms().size();
    return new Labels(
        own.terms().subList(Math.max(0, size - 1), size),
        true,
        own.unit(),
        own.period(),
        own.scope(),
        own.area(),
        own.nature());
  }

  private Labels add(Labels labels, ColumnRole role, String text) {
    Labels read = labels;
    for (String part : text.split(ColumnMapping.HEADER_SEPARATOR, -1)) {
      read = part.isBlank() ? read : read.with(headers.read(part));
    }
    return switch (role) {
      case CITY -> read.area() != null ? read : with(labels, null, null, text);
      case PERIOD -> read.period() != null ? read : with(labels, text, null, null);
      case SCOPE -> read.scope() != null ? read : with(labels, null, text, null);
      default -> read;
    };
  }

  /** Takes a text in its role, though it is not known. */
  private static Labels with(Labels labels, String period, String scope, String area) {
    return new Labels(List.of(), false, null, period, scope, area, null).within(labels);
  }
}
