package org.duibiao.ingest.sidecar;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.catalogue.Terms;
import org.duibiao.catalogue.YamlFile;
import org.duibiao.catalogue.YamlSchema;
import org.duibiao.ingest.table.Grid;
import org.duibiao.ingest.table.TableLayout;
import org.duibiao.model.code.Code;
import org.duibiao.model.code.SourceClass;

/** Reads a sidecar: the schema first, then what must hold beyond it, and only then the record. */
final class SidecarParser {

  private static final String LAYOUT = "/layout";
  private static final String ACROSS = "/across";
  private static final String INDICATOR = "indicator";
  private static final String BLANK = "?";

  private final YamlFile file;
  private final JsonNode root;

  /** The place of the layout that is being checked. */
  private String at = LAYOUT;

  SidecarParser(String path, byte[] bytes) {
    this.file = YamlFile.read(path, bytes, YamlSchema.of("sidecar"));
    this.root = file.root();
  }

  Sidecar parse() {
    checkFilledIn();
    checkPublished();
    checkCharset();
    JsonNode layout = root.path("layout");
    if (layout.isObject()) {
      check(layout, LAYOUT);
    }
    for (int i = 0; layout.isArray() && i < layout.size(); i++) {
      if (layout.get(i).isObject()) {
        check(layout.get(i), LAYOUT + "/" + i);
      }
    }
    if (root.path("text").asBoolean() && !root.has("layout")) {
      file.report(
          "/text", "text is for pages whose tables are laid out; without `layout` leave it out");
    }
    if (!file.isValid("")) {
      throw new SidecarException(file.problems());
    }
    return sidecar();
  }

  /** Checks the layout at a place. */
  private void check(JsonNode layout, String pointer) {
    at = pointer;
    checkKind(layout);
    checkRange(layout);
    checkAcross(layout);
    checkRoles(layout);
    checkIgnored(layout);
  }

  private void checkRange(JsonNode layout) {
    String range = YamlFile.textOrNull(layout, "range");
    if (range != null && file.isValid(at + "/range")) {
      try {
        Grid.CellRange.parse(range);
      } catch (IllegalArgumentException e) {
        file.report(at + "/range", e.getMessage());
      }
    }
  }

  /** Drafts leave open what a file does not say of itself. */
  private void checkFilledIn() {
    for (String key : List.of("publisher", "title")) {
      if (BLANK.equals(YamlFile.textOrNull(root, key))) {
        file.report(
            "/" + key,
            key + " is still '?', as the draft left it: the file does not say it, so write it in");
      }
    }
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
    if (charset != null && file.isValid("/charset") && !isCharset(charset)) {
      file.report(
          "/charset",
          "charset '%s' is not known; name one such as UTF-8 or GB18030, or leave it out",
          charset);
    }
  }

  private static boolean isCharset(String label) {
    try {
      return Charset.isSupported(label);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  private void checkKind(JsonNode layout) {
    if (!file.isValid(at + "/kind")) {
      return;
    }
    boolean across = layout.has("across");
    boolean value = layout.path("columns").has("value");
    String kind = YamlFile.textOrNull(layout, "kind");
    if (kind == null) {
      return;
    }
    boolean wide = kind.equals("wide");
    if (kind.equals("long") && !value) {
      file.report(at, "a long layout needs columns.value: the header of the column of values");
    }
    if (wide && !across) {
      file.report(
          at, "a wide layout needs across: what its headers say (city, indicator, period, unit)");
    }
    if (wide && value) {
      file.report(
          at + "/columns/value",
          "a wide layout has no columns.value; remove it, or make the layout long");
    }
    if (across && !wide) {
      file.report(at + ACROSS, "across is for wide layouts; remove it, or make the layout wide");
    }
    if (!kind.equals("list")
        && YamlFile.textOrNull(layout, "header_rows") != null
        && headerRows(layout) == 0) {
      file.report(at + "/header_rows", "a " + kind + " layout needs a header row; 0 is for lists");
    }
  }

  private void checkAcross(JsonNode layout) {
    int across = layout.path("across").size();
    int headerRows = headerRows(layout);
    if (across > 1
        && across != headerRows
        && file.isValid(at + ACROSS)
        && file.isValid(at + "/header_rows")) {
      file.report(
          at + ACROSS,
          "across names %s header rows, header_rows says %s; name one for each header row, or a"
              + " single one",
          across,
          headerRows);
    }
  }

  private void checkRoles(JsonNode layout) {
    Map<String, String> places = new LinkedHashMap<>();
    layout.path("columns").fieldNames().forEachRemaining(role -> places.put(role, "columns"));
    for (String role : texts(layout.path("across"))) {
      claim(places, role, "across", at + ACROSS);
    }
    layout
        .path("constants")
        .fieldNames()
        .forEachRemaining(
            role -> claim(places, role, "constants", YamlFile.child(at + "/constants", role)));
  }

  private void claim(Map<String, String> places, String role, String key, String pointer) {
    String taken = places.putIfAbsent(role, key);
    // What is counted may be said by a caption, a row and a header together.
    if (taken != null && !taken.equals(key) && !role.equals(INDICATOR)) {
      file.report(pointer, role + " is both in " + taken + " and in " + key + "; remove one");
    }
  }

  private void checkIgnored(JsonNode layout) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> column : layout.path("columns").properties()) {
      columns.put(Terms.key(YamlFile.text(column.getValue())), column.getKey());
    }
    List<String> ignored = texts(layout.path("ignore"));
    for (int i = 0; i < ignored.size(); i++) {
      String role = columns.get(Terms.key(ignored.get(i)));
      if (role != null) {
        file.report(
            at + "/ignore/" + i,
            "column '%s' is ignored, but it is columns.%s; remove one",
            ignored.get(i),
            role);
      }
    }
  }

  private Sidecar sidecar() {
    String published = YamlFile.textOrNull(root, "published");
    String sourceClass = YamlFile.textOrNull(root, "class");
    return SidecarBuilder.builder()
        .publisher(YamlFile.textOrNull(root, "publisher"))
        .title(YamlFile.textOrNull(root, "title"))
        .published(published == null ? null : Sidecar.dayOfPublication(published))
        .url(YamlFile.textOrNull(root, "url"))
        .licence(YamlFile.textOrNull(root, "licence"))
        .sourceClass(
            sourceClass == null ? SourceClass.REPORT : Code.of(SourceClass.class, sourceClass))
        .id(YamlFile.textOrNull(root, "id"))
        .replaces(YamlFile.textOrNull(root, "replaces"))
        .transcribed(root.path("transcribed").asBoolean())
        .city(YamlFile.textOrNull(root, "city"))
        .charset(YamlFile.textOrNull(root, "charset"))
        .text(root.path("text").asBoolean())
        .layouts(layouts(root.path("layout")))
        .corrections(List.of())
        .build();
  }

  private List<TableLayout> layouts(JsonNode layout) {
    List<TableLayout> layouts = new ArrayList<>();
    if (layout.isArray()) {
      layout.forEach(each -> layouts.add(layout(each)));
    } else if (layout.isObject()) {
      layouts.add(layout(layout));
    }
    return layouts;
  }

  private TableLayout layout(JsonNode layout) {
    return new TableLayout(
        Code.of(TableLayout.TableShape.class, YamlFile.textOrNull(layout, "kind")),
        YamlFile.textOrNull(layout, "sheet"),
        layout.has("table") ? layout.get("table").asInt() : null,
        YamlFile.textOrNull(layout, "range"),
        YamlFile.textOrNull(layout, "total"),
        layout.path("skip_rows").asInt(),
        headerRows(layout),
        byRole(layout.path("columns")),
        texts(layout.path("across")).stream()
            .map(id -> Code.of(TableLayout.ColumnRole.class, id))
            .toList(),
        constants(layout),
        texts(layout.path("ignore")));
  }

  /** A table's own constants, and those of the whole file where the table does not say it. */
  private Map<TableLayout.ColumnRole, String> constants(JsonNode layout) {
    Map<TableLayout.ColumnRole, String> own = byRole(layout.path("constants"));
    Map<TableLayout.ColumnRole, String> mapped = byRole(layout.path("columns"));
    List<String> across = texts(layout.path("across"));
    byRole(root.path("constants"))
        .forEach(
            (role, value) -> {
              if (!mapped.containsKey(role) && !across.contains(role.id())) {
                own.putIfAbsent(role, value);
              }
            });
    return own;
  }

  private static int headerRows(JsonNode layout) {
    return layout.path("header_rows").asInt(1);
  }

  private static Map<TableLayout.ColumnRole, String> byRole(JsonNode map) {
    Map<TableLayout.ColumnRole, String> byRole = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      byRole.put(
          Code.of(TableLayout.ColumnRole.class, entry.getKey()), YamlFile.text(entry.getValue()));
    }
    return byRole;
  }

  /** The texts of a list, or a single one. */
  private static List<String> texts(JsonNode value) {
    List<String> texts = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(entry -> texts.add(YamlFile.text(entry)));
    } else if (value.isValueNode()) {
      texts.add(YamlFile.text(value));
    }
    return texts;
  }
}
