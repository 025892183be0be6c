package org.duibiao.ingest.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.duibiao.ingest.file.UnreadableFileException;

/**
 * The tables in JSON: lists of objects, whose keys are headers; objects of objects, whose keys are
 * the labels of rows; lists of lists, whose first is the header. Keys within keys become headers
 * below headers. What stands outside is a title.
 */
public final class JsonTables {

  private static final String MEDIA_TYPE = "application/json";
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final List<Grid> grids = new ArrayList<>();
  private final List<String> titles = new ArrayList<>();

  private JsonTables() {}

  /**
   * Finds tables.
   *
   * @param text the file
   * @param charset how it is encoded
   * @throws UnreadableFileException if it is no JSON, or wider than a table
   */
  public static Workbook read(String text, String charset) throws UnreadableFileException {
    JsonTables tables = new JsonTables();
    try {
      tables.find(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      throw new UnreadableFileException("malformed_json", e.getOriginalMessage());
    }
    return new Workbook(MEDIA_TYPE, charset, String.join("\n", tables.titles), tables.grids);
  }

  private void find(JsonNode node) throws UnreadableFileException {
    if (node.isValueNode()) {
      titles.add(text(node));
    } else if (node.isArray() && !node.isEmpty() && all(node, JsonNode::isArray)) {
      addGrid(
          node.valueStream()
              .map(list -> list.valueStream().map(JsonTables::text).toList())
              .toList());
    } else if (node.isArray() && !node.isEmpty() && all(node, JsonNode::isObject)) {
      add(node.valueStream().map(each -> fields(new LinkedHashMap<>(), "", each)).toList());
    } else if (node.size() > 1
        && all(node, JsonNode::isObject)
        && all(node, each -> all(each, part -> !part.isArray()))) {
      add(
          node.propertyStream()
              .map(
                  each ->
                      fields(new LinkedHashMap<>(Map.of("", each.getKey())), "", each.getValue()))
              .toList());
    } else {
      for (JsonNode each : node) {
        find(each);
      }
    }
  }

  private static boolean all(JsonNode node, Predicate<JsonNode> test) {
    return node.isContainerNode() && node.valueStream().allMatch(test);
  }

  /** The values of an object by their keys; those of objects in it by the path to them. */
  private static Map<String, String> fields(
      Map<String, String> fields, String prefix, JsonNode object) {
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      String key = prefix + each.getKey().strip();
      if (each.getValue().isObject()) {
        fields(fields, key + ColumnMapping.HEADER_SEPARATOR, each.getValue());
      } else if (!each.getValue().isArray()) {
        fields.put(key, text(each.getValue()));
      }
    }
    return fields;
  }

  private void add(List<Map<String, String>> rows) throws UnreadableFileException {
    Set<String> keys = new LinkedHashSet<>();
    rows.forEach(row -> keys.addAll(row.keySet()));
    List<List<String>> cells = new ArrayList<>();
    cells.add(List.copyOf(keys));
    rows.forEach(row -> cells.add(keys.stream().map(key -> row.getOrDefault(key, "")).toList()));
    addGrid(cells);
  }

  private void addGrid(List<List<String>> cells) throws UnreadableFileException {
    String place = "table:" + (grids.size() + 1);
    if (cells.stream().anyMatch(row -> row.size() > Grid.MAX_COLUMNS)) {
      throw new UnreadableFileException("too_large", place + " has more columns than a table has");
    }
    Grid.Content content =
        sink -> {
          for (int i = 0; i < cells.size(); i++) {
            sink.row(i + 1, cells.get(i));
          }
        };
    grids.add(new Grid(place, content));
  }

  private static String text(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
  }
}
