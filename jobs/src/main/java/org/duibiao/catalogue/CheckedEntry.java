package org.duibiao.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.duibiao.model.code.Code;

/** A place in a file. What departs from the schema there is not looked at any more. */
record CheckedEntry(CheckedFile file, String pointer, JsonNode node) {

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
    return node.has(key) && file.isValid(YamlFile.child(pointer, key));
  }

  boolean isList(String key) {
    return has(key) && node.get(key).isArray();
  }

  /** The text; of an alias that says more, its words. */
  String text() {
    return node.isObject() ? text("term") : YamlFile.text(node);
  }

  /** The text of a key; empty without it. */
  String text(String key) {
    return has(key) ? YamlFile.text(node.get(key)) : "";
  }

  String textOrNull(String key) {
    return has(key) ? text(key) : null;
  }

  boolean isTrue(String key) {
    return node.path(key).asBoolean();
  }

  /** The place of a key, even of one that is not there. */
  CheckedEntry at(String key) {
    return new CheckedEntry(file, YamlFile.child(pointer, key), node.path(key));
  }

  /** The id, even one that is not well-formed, so that references to it are not blamed; or null. */
  String id() {
    return node.path("id").textValue();
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

  LocalDate date(String key) {
    return has(key) ? LocalDate.parse(text(key)) : null;
  }

  /** The entries of a list, or a single value as a list of one; those that are wrong left out. */
  List<CheckedEntry> list(String key) {
    CheckedEntry value = at(key);
    if (!value.node.isArray()) {
      return has(key) ? List.of(value) : List.of();
    }
    return IntStream.range(0, value.node.size())
        .mapToObj(i -> new CheckedEntry(file, value.pointer + "/" + i, value.node.get(i)))
        .filter(entry -> entry.node.isObject() || file.isValid(entry.pointer))
        .toList();
  }

  List<String> texts(String key) {
    return list(key).stream().map(CheckedEntry::text).toList();
  }

  /** The keys of a map and their texts, in order. */
  Map<String, String> pairs() {
    Map<String, String> pairs = new LinkedHashMap<>();
    node.properties().forEach(pair -> pairs.put(pair.getKey(), YamlFile.text(pair.getValue())));
    return pairs;
  }

  void checkReferences(YamlList others, String... keys) {
    Set<String> ids = others.byId.keySet();
    for (String key : keys) {
      for (CheckedEntry reference : list(key)) {
        String id = reference.text();
        if (others.allIdsKnown && !ids.contains(id)) {
          String hint = TypoHint.hint(id, ids);
          reference.report(
              "%s '%s' is not %s of the catalogue%s",
              key, id, others.noun, hint.isEmpty() ? "; add it or correct it" : hint);
        }
      }
    }
  }

  void checkDates(String... keys) {
    for (String key : keys) {
      try {
        date(key);
      } catch (DateTimeParseException e) {
        reportAt(key, "%s '%s' is not a calendar date", key, text(key));
      }
    }
  }
}
