package org.duibiao.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one list of a file; empty if the file is missing or cannot be read. */
final class YamlList {
  private final YamlFile file;
  final String noun;
  final List<YamlEntry> list;
  final Map<String, YamlEntry> byId = new LinkedHashMap<>();

  /** Whether all ids are known, so that an unknown one is an error. */
  final boolean allIdsKnown;

  YamlList(YamlFile file, String key) {
    this.file = file;
    this.noun = (key.startsWith("i") ? "an " : "a ") + key.substring(0, key.length() - 1);
    this.list = file == null ? List.of() : new YamlEntry(file, "", file.root()).list(key);
    for (YamlEntry entry : list) {
      YamlEntry taken = entry.id() == null ? null : byId.putIfAbsent(entry.id(), entry);
      if (taken != null) {
        entry.reportAt("id", "id '" + entry.id() + "' is taken by line " + taken.line());
      }
    }
    this.allIdsKnown =
        file != null
            && file.root().path(key).isArray()
            && list.stream().allMatch(entry -> entry.id() != null);
  }

  List<Problem> problems() {
    return file == null ? List.of() : file.sortedProblems();
  }

  /** Reports every circle of references once, at the entry that closes it. */
  void reportCycles(String key) {
    Map<String, Boolean> done = new HashMap<>();
    for (YamlEntry entry : byId.values()) {
      findCycles(entry, key, new ArrayList<>(), done);
    }
  }

  private void findCycles(
      YamlEntry entry, String key, List<String> way, Map<String, Boolean> done) {
    String id = entry.id();
    int met = way.indexOf(id);
    if (met >= 0) {
      List<String> circle = new ArrayList<>(way.subList(met, way.size()));
      circle.add(id);
      byId.get(way.get(way.size() - 1))
          .reportAt(key, key + " goes in a circle: " + String.join(" → ", circle));
    } else if (done.putIfAbsent(id, true) == null) {
      way.add(id);
      for (YamlEntry next : entry.list(key)) {
        if (byId.containsKey(next.text())) {
          findCycles(byId.get(next.text()), key, way, done);
        }
      }
      way.remove(way.size() - 1);
    }
  }
}
