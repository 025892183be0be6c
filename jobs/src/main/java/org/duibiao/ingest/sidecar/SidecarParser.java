package org.duibiao.ingest.sidecar;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.duibiao.catalogue.Terms;
import org.duibiao.catalogue.YamlFile;
import org.duibiao.catalogue.YamlSchema;
import org.duibiao.ingest.table.Grid;

/** Reads a sidecar: the schema first, then what must hold beyond it, and only then the record. */
final class SidecarParser {

  /** Makes a record of a tree: its components are the keys, its enums their ids. */
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .addModule(new SimpleModule().addDeserializer(String.class, new PlainText()))
          .build();

  private static final ResourceBundle PROBLEMS =
      ResourceBundle.getBundle("org.duibiao.ingest.sidecar.problems", Locale.ROOT);

  private static final String LAYOUT = "layout";
  private static final String COLUMNS = "columns";
  private static final String ACROSS = "across";
  private static final String CONSTANTS = "constants";
  private static final String HEADER_ROWS = "header_rows";
  private static final String IGNORE = "ignore";

  private final YamlFile file;
  private final JsonNode root;

  SidecarParser(String path, byte[] bytes) {
    this.file = YamlFile.read(path, bytes, YamlSchema.of("sidecar"));
    this.root = file.root();
  }

  /** A text, or a number letter by letter. */
  private static final class PlainText extends StdScalarDeserializer<String> {
    PlainText() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
          ? parser.getDecimalValue().toPlainString()
          : parser.getValueAsString();
    }
  }

  Sidecar parse() {
    // Drafts leave open what a file does not say of itself.
    for (String key : List.of("publisher", "title")) {
      reportIf("?".equals(YamlFile.textOrNull(root, key)), "/" + key, "blank", key);
    }
    checkPublished();
    checkCharset();
    JsonNode layout = root.path(LAYOUT);
    if (layout.isObject()) {
      check(layout, "/" + LAYOUT);
    }
    for (int i = 0; layout.isArray() && i < layout.size(); i++) {
      if (layout.get(i).isObject()) {
        check(layout.get(i), "/" + LAYOUT + "/" + i);
      }
    }
    reportIf(root.path("text").asBoolean() && !root.has(LAYOUT), "/text", "text");
    file.requireValid();
    return sidecar();
  }

  private void reportIf(boolean wrong, String pointer, String key, Object... args) {
    if (wrong) {
      file.report(pointer, PROBLEMS.getString(key), args);
    }
  }

  /** Checks the layout at a place. */
  private void check(JsonNode layout, String at) {
    String kind = YamlFile.textOrNull(layout, "kind");
    if (kind != null && file.isValid(at + "/kind")) {
      checkKind(layout, at, kind);
    }
    String range = YamlFile.textOrNull(layout, "range");
    if (range != null && file.isValid(at + "/range")) {
      try {
        Grid.CellRange.parse(range);
      } catch (IllegalArgumentException e) {
        file.report(at + "/range", e.getMessage());
      }
    }
    int across = layout.path(ACROSS).size();
    boolean differ = across > 1 && across != headerRows(layout);
    boolean valid = file.isValid(at + "/" + ACROSS) && file.isValid(at + "/" + HEADER_ROWS);
    reportIf(differ && valid, at + "/" + ACROSS, "across.rows", across, headerRows(layout));
    List<String> roles = new ArrayList<>(texts(layout.path(ACROSS)));
    // Of several rows with areas the narrowest holds, of notes none.
    roles.removeAll(List.of("city", "note"));
    boolean twice = Set.copyOf(roles).size() < roles.size();
    reportIf(twice, at + "/" + ACROSS, "across.twice");
    checkRoles(layout, at);
    checkIgnored(layout, at);
  }

  private void checkPublished() {
    String published = YamlFile.textOrNull(root, "published");
    if (published != null && file.isValid("/published")) {
      try {
        Sidecar.dayOfPublication(published);
      } catch (DateTimeParseException e) {
        file.report("/published", "published '" + published + "' is not a calendar date");
      }
    }
  }

  private void checkCharset() {
    String charset = YamlFile.textOrNull(root, "charset");
    boolean known = charset == null || !file.isValid("/charset") || isCharset(charset);
    reportIf(!known, "/charset", "charset", charset);
  }

  private static boolean isCharset(String label) {
    try {
      return Charset.isSupported(label);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  private void checkKind(JsonNode layout, String at, String kind) {
    boolean across = layout.has(ACROSS);
    boolean value = layout.path(COLUMNS).has("value");
    boolean wide = kind.equals("wide");
    reportIf(kind.equals("long") && !value, at, "long");
    reportIf(wide && !across, at, "wide");
    reportIf(wide && value, at + "/columns/value", "wide.value");
    reportIf(across && !wide, at + "/" + ACROSS, "across");
    boolean headless = layout.has(HEADER_ROWS) && headerRows(layout) == 0;
    reportIf(headless && !kind.equals("list"), at + "/" + HEADER_ROWS, "header_rows", kind);
  }

  private void checkRoles(JsonNode layout, String at) {
    Map<String, String> places = new HashMap<>();
    layout.path(COLUMNS).fieldNames().forEachRemaining(role -> places.put(role, COLUMNS));
    for (String role : texts(layout.path(ACROSS))) {
      claim(places, role, ACROSS, at + "/" + ACROSS);
    }
    String constants = at + "/" + CONSTANTS;
    layout
        .path(CONSTANTS)
        .fieldNames()
        .forEachRemaining(role -> claim(places, role, CONSTANTS, YamlFile.child(constants, role)));
  }

  private void claim(Map<String, String> places, String role, String key, String pointer) {
    String taken = places.putIfAbsent(role, key);
    // What is counted may be said by a caption, a row and a header together.
    boolean twice = taken != null && !taken.equals(key) && !role.equals("indicator");
    reportIf(twice, pointer, "twice", role, taken, key);
  }

  private void checkIgnored(JsonNode layout, String at) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> column : layout.path(COLUMNS).properties()) {
      columns.put(Terms.key(YamlFile.text(column.getValue())), column.getKey());
    }
    List<String> ignored = texts(layout.path(IGNORE));
    for (int i = 0; i < ignored.size(); i++) {
      String role = columns.get(Terms.key(ignored.get(i)));
      reportIf(role != null, at + "/" + IGNORE + "/" + i, "ignored", ignored.get(i), role);
    }
  }

  private Sidecar sidecar() {
    ObjectNode tree = root.deepCopy();
    JsonNode layouts = tree.path(LAYOUT);
    layouts = layouts.isObject() ? tree.arrayNode().add(layouts) : layouts;
    for (JsonNode each : layouts) {
      ObjectNode layout = (ObjectNode) each;
      layout.put(HEADER_ROWS, headerRows(layout));
      List<String> across = texts(layout.path(ACROSS));
      // What the whole file says holds where the table does not say it.
      for (Map.Entry<String, JsonNode> constant : tree.path(CONSTANTS).properties()) {
        String role = constant.getKey();
        if (!layout.path(COLUMNS).has(role) && !across.contains(role)) {
          layout.withObject("/" + CONSTANTS).putIfAbsent(role, constant.getValue());
        }
      }
    }
    tree.set("layouts", layouts.isArray() ? layouts : tree.arrayNode());
    tree.put("source_class", tree.path("class").asText("report"));
    tree.putArray("corrections");
    tree.remove("published");
    String published = YamlFile.textOrNull(root, "published");
    return SidecarBuilder.builder(MAPPER.convertValue(tree, Sidecar.class))
        .published(published == null ? null : Sidecar.dayOfPublication(published))
        .build();
  }

  private static int headerRows(JsonNode layout) {
    return layout.path(HEADER_ROWS).asInt(1);
  }

  /** The texts of a list, or a single one. */
  private static List<String> texts(JsonNode value) {
    return value.isArray()
        ? value.valueStream().map(YamlFile::text).toList()
        : value.isValueNode() ? List.of(YamlFile.text(value)) : List.of();
  }
}
