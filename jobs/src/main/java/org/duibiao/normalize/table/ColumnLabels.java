package org.duibiao.normalize.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.ingest.table.ColumnMapping;
import org.duibiao.ingest.table.ColumnMapping.ValueColumn;
import org.duibiao.ingest.table.TableLayout.ColumnRole;
import org.duibiao.normalize.cell.Header;
import org.duibiao.normalize.cell.HeaderBuilder;
import org.duibiao.normalize.cell.HeaderReader;

/**
 * What the headers over the columns of values say. A header that is marked as a part (#医院, 其中:医院)
 * is a part of the nearest column to its left that is not.
 */
final class ColumnLabels {

  private final HeaderReader headers;
  private final Map<ValueColumn, Header> labels = new HashMap<>();

  ColumnLabels(HeaderReader headers, ColumnMapping mapping) {
    this.headers = headers;
    Header whole = Header.NONE;
    String group = "";
    for (ValueColumn column : mapping.values()) {
      Header own = Header.NONE;
      if (column.meaning().isEmpty()) {
        // The header of the only column of values may say more than that it holds them: 数值(万人).
        own = but(read(column.name())).terms(List.of()).part(false).build();
      }
      for (Map.Entry<ColumnRole, String> each : column.meaning().entrySet()) {
        own = add(own, each.getKey(), each.getValue());
      }
      String above = above(column.name());
      if (!own.part()) {
        whole = own;
        group = above;
      } else if (isBeside(above, group)) {
        int size = own.terms().size();
        List<String> narrowest = own.terms().subList(Math.max(0, size - 1), size);
        own = but(own).terms(narrowest).build().within(whole);
      }
      labels.put(column, own);
    }
  }

  /** What the headers over a column say. */
  Header of(ValueColumn column) {
    return labels.get(column);
  }

  private Header read(String name) {
    return Arrays.stream(name.split(ColumnMapping.HEADER_SEPARATOR, -1))
        .filter(part -> !part.isBlank())
        .map(headers::read)
        .reduce(Header.NONE, (wider, narrower) -> narrower.within(wider));
  }

  private static HeaderBuilder but(Header header) {
    return HeaderBuilder.builder(header);
  }

  /** The headers above the last of a column. */
  private static String above(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf(ColumnMapping.HEADER_SEPARATOR)));
  }

  /** Whether two columns have the same headers above their last; 其中 alone is no header. */
  private boolean isBeside(String above, String group) {
    Header last =
        headers.read(
            above.substring(above.lastIndexOf(ColumnMapping.HEADER_SEPARATOR.strip()) + 1));
    return (last.part() && last.terms().isEmpty() ? above(above) : above).equals(group);
  }

  /** With what a header says in a role; it is taken in that role though it is not known. */
  private Header add(Header labels, ColumnRole role, String text) {
    Header said = read(text).within(labels);
    return switch (role) {
      case CITY -> said.area() != null ? said : but(labels).area(text).build();
      case PERIOD -> said.period() != null ? said : but(labels).period(text).build();
      case SCOPE -> said.scope() != null ? said : but(labels).scope(text).build();
      default -> said;
    };
  }
}
