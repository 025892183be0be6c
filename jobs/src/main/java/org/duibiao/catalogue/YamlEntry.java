package org.duibiao.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.duibiao.model.code.Code;

/** A place in a file. What departs from the schema there is not looked at any more. */
final class YamlEntry {
  private final YamlFile file;
  private final String pointer;
  final JsonNode node;

  YamlEntry(YamlFile file, String pointer, JsonNode node) {
    this.file = file;
    this.pointer = pointer;
    this.node = node;
  }

  int line() {
    return file.line(pointer);
  }

  /** Reports a problem of the entry; the template has {@code %s} for each argument. */
  void report(String template, Object... args) {
    file.report(pointer, template, args);
  }

  /** Reports a problem of one key. */
  void reportAt(String key, String template, Object... args) {
    file.report(YamlFile.child(pointer, key), template, args);
  }

  boolean has(String key) {
    return !node.path(key).isMissingNode() && file.isValid(YamlFile.child(pointer, key));
  }

  boolean isList(String key) {
    return has(key) && node.get(key).isArray();
  }

  String text() {
    return YamlFile.text(node);
  }

  /** The text of a key; empty without it. */
  String text(String key) {
    return has(key) ? YamlFile.text(node.get(key)) : "";
  }

  /** The id, even one that is not well-formed, so that references to it are not blamed; or null. */
  String id() {
    return node.path("id").textValue();
  }

  /** Of an alias: the words. */
  String term() {
    return node.isObject() ? text("term") : text();
  }

  /** Of an alias: what it says besides the indicator. */
  List<String> qualifiers() {
    return List.of(text("basis"), text("measure"), texts("flags").toString());
  }

  String textOrNull(String key) {
    return has(key) ? text(key) : null;
  }

  /** The constant that a key names; another without it. */
  <E extends Enum<E> & Code> E code(String key, Class<E> type, E otherwise) {
    return has(key) ? Code.of(type, text(key)) : otherwise;
  }

  int number(String key) {
    return node.get(key).intValue();
  }

  BigDecimal decimal(String key, String inner) {
    return has(key) && node.get(key).has(inner) ? node.get(key).get(inner).decimalValue() : null;
  }

  /** The entries of a list, or a single value as a list of one; those that are wrong left out. */
  List<YamlEntry> list(String key) {
    String place = YamlFile.child(pointer, key);
    JsonNode value = node.path(key);
    if (!value.isArray()) {
      return has(key) ? List.of(new YamlEntry(file, place, value)) : List.of();
    }
    List<YamlEntry> list = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      YamlEntry entry = new YamlEntry(file, place + "/" + i, value.get(i));
      if (value.get(i).isObject() || file.isValid(entry.pointer)) {
        list.add(entry);
      }
    }
    return list;
  }

  List<String> texts(String key) {
    return list(key).stream().map(YamlEntry::text).toList();
  }

  void checkReferences(YamlList others, String... keys) {
    Collection<String> ids = others.byId.keySet();
    for (String key : keys) {
      for (YamlEntry reference : list(key)) {
        if (others.allIdsKnown && !ids.contains(reference.text())) {
          String hint = TypoHint.hint(reference.text(), ids);
          reference.report(
              "%s '%s' is not %s of the catalogue%s",
              key, reference.text(), others.noun, hint.isEmpty() ? "; add it or correct it" : hint);
        }
      }
    }
  }

  void checkDate(String key) {
    if (has(key)) {
      try {
        LocalDate.parse(text(key));
      } catch (DateTimeParseException e) {
        reportAt(key, key + " '" + text(key) + "' is not a calendar date");
      }
    }
  }
}
