package org.duibiao.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The one list of a file; empty if the file is missing or cannot be read. */
final class Entries {
  private final YamlFile file;
  final String noun;
  final List<Entry> list;
  final Map<String, Entry> byId = new LinkedHashMap<>();

  /** Whether all ids are known, so that an unknown one is an error. */
  final boolean complete;

  Entries(YamlFile file, String key) {
    this.file = file;
    this.noun = (key.startsWith("i") ? "an " : "a ") + key.substring(0, key.length() - 1);
    this.list = file == null ? List.of() : new Entry(file, "", file.root()).list(key);
    for (Entry entry : list) {
      Entry taken = entry.id() == null ? null : byId.putIfAbsent(entry.id(), entry);
      if (taken != null) {
        entry.report("id", "id '" + entry.id() + "' is taken by line " + taken.line());
      }
    }
    this.complete =
        file != null
            && file.root().path(key).isArray()
            && list.stream().allMatch(entry -> entry.id() != null);
  }

  Stream<Problem> problems() {
    return file == null ? Stream.empty() : file.sorted().stream();
  }

  /** Reports every circle of references once, at the entry that closes it. */
  void reportCircles(String key) {
    Map<String, Boolean> done = new HashMap<>();
    for (Entry entry : byId.values()) {
      walk(entry, key, new ArrayList<>(), done);
    }
  }

  private void walk(Entry entry, String key, List<String> way, Map<String, Boolean> done) {
    String id = entry.id();
    int met = way.indexOf(id);
    if (met >= 0) {
      List<String> circle = new ArrayList<>(way.subList(met, way.size()));
      circle.add(id);
      byId.get(way.get(way.size() - 1))
          .report(key, key + " goes in a circle: " + String.join(" → ", circle));
    } else if (done.putIfAbsent(id, true) == null) {
      way.add(id);
      for (Entry next : entry.list(key)) {
        if (byId.containsKey(next.text())) {
          walk(byId.get(next.text()), key, way, done);
        }
      }
      way.remove(way.size() - 1);
    }
  }
}
