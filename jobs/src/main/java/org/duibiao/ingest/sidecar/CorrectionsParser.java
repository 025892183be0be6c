package org.duibiao.ingest.sidecar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.catalogue.YamlFile;
import org.duibiao.catalogue.YamlSchema;
import org.duibiao.model.code.Code;
import org.duibiao.model.code.Flag;

/** Reads the corrections beside a file. */
final class CorrectionsParser {

  private static final String LIST = "corrections";

  private CorrectionsParser() {}

  /**
   * Reads corrections.
   *
   * @throws SidecarException with everything that is wrong, if anything is
   */
  static List<Correction> parse(String path, byte[] bytes) {
    YamlFile file = YamlFile.read(path, bytes, YamlSchema.of(LIST));
    List<Correction> corrections = new ArrayList<>();
    Map<List<String>, Integer> places = new HashMap<>();
    JsonNode list = file.root().path(LIST);
    for (int i = 0; list.isArray() && i < list.size(); i++) {
      JsonNode entry = list.get(i);
      String pointer = "/" + LIST + "/" + i;
      if (!file.isValid(pointer) || !entry.isObject()) {
        continue;
      }
      boolean drop = entry.path("drop").asBoolean();
      int ways = (drop ? 1 : 0) + (entry.has("override") ? 1 : 0);
      if (ways > 1 || ways == 0 && !entry.has("flag")) {
        file.report(
            pointer, "a correction says one of drop: true, override and flag (or the last two)");
      }
      String at = YamlFile.textOrNull(entry, "at");
      String column = YamlFile.textOrNull(entry, "column");
      Integer earlier = places.putIfAbsent(Arrays.asList(at, column), i);
      if (earlier != null) {
        file.report(pointer, at + " is corrected already, by entry " + (earlier + 1));
      }
      String flag = YamlFile.textOrNull(entry, "flag");
      corrections.add(
          new Correction(
              at,
              column,
              YamlFile.textOrNull(entry, "expect"),
              YamlFile.textOrNull(entry, "reason"),
              drop,
              YamlFile.textOrNull(entry, "override"),
              flag == null ? null : Code.of(Flag.class, flag)));
    }
    if (!file.problems().isEmpty()) {
      throw new SidecarException(file.problems());
    }
    return List.copyOf(corrections);
  }
}
