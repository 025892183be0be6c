package org.duibiao.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The one list of a file; empty if the file is missing or cannot be read. */
final class YamlList {
  final String noun;
  final List<CheckedEntry> list;
  final Map<String, CheckedEntry> byId = new LinkedHashMap<>();

  /** Whether all ids are known, so that an unknown one is an error. */
  final boolean allIdsKnown;

  YamlList(YamlFile file, String key) {
    this.noun = (key.startsWith("i") ? "an " : "a ") + key.substring(0, key.length() - 1);
    this.list = file == null ? List.of() : file.entry().list(key);
    for (CheckedEntry entry : list) {
      CheckedEntry taken = entry.id() == null ? null : byId.putIfAbsent(entry.id(), entry);
      if (taken != null) {
        entry.reportAt("id", "id '%s' is taken by line %s", entry.id(), taken.line());
      }
    }
    this.allIdsKnown =
        file != null
            && file.root().path(key).isArray()
            && list.stream().allMatch(entry -> entry.id() != null);
  }

  /** Reports every circle of references once, at the entry that closes it. */
  void reportCycles(String key) {
    Set<String> done = new HashSet<>();
    byId.values().forEach(entry -> findCycles(entry, key, new ArrayList<>(), done));
  }

  private void findCycles(CheckedEntry entry, String key, List<String> way, Set<String> done) {
    String id = entry.id();
    int met = way.indexOf(id);
    if (met >= 0) {
      String circle = String.join(" → ", way.subList(met, way.size()));
      byId.get(way.get(way.size() - 1))
          .reportAt(key, "%s goes in a circle: %s → %s", key, circle, id);
    } else if (done.add(id)) {
      way.add(id);
      for (CheckedEntry next : entry.list(key)) {
        if (byId.containsKey(next.text())) {
          findCycles(byId.get(next.text()), key, way, done);
        }
      }
      way.remove(way.size() - 1);
    }
  }
}
