package org.duibiao.ingest.sidecar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.catalogue.InvalidFileException;
import org.duibiao.catalogue.YamlFile;
import org.duibiao.catalogue.YamlSchema;
import org.duibiao.model.code.Flag;

/**
 * What is not taken as a file publishes it.
 *
 * @param at the place of the value, such as {@code row:17} or {@code sheet:表1!B7}
 * @param column the header, where a row is one place and has several values; or null
 * @param expect what is published there: a correction of anything else is out of date
 * @param reason why, and who says so
 * @param drop whether the value is not taken at all
 * @param override what is taken instead, or null
 * @param flag a flag that the figure gets besides, or null
 */
public record Correction(
    String at,
    String column,
    String expect,
    String reason,
    boolean drop,
    String override,
    Flag flag) {

  private static final String LIST = "corrections";

  /**
   * Reads the corrections beside a file.
   *
   * @throws InvalidFileException with everything that is wrong, if anything is
   */
  static List<Correction> parse(String path, byte[] bytes) {
    YamlFile file = YamlFile.read(path, bytes, YamlSchema.of(LIST));
    List<Correction> corrections = new ArrayList<>();
    Map<List<String>, Integer> places = new HashMap<>();
    JsonNode list = file.root().path(LIST);
    for (int i = 0; list.isArray() && i < list.size(); i++) {
      String pointer = "/" + LIST + "/" + i;
      if (!file.isValid(pointer) || !list.get(i).isObject()) {
        continue;
      }
      Correction correction = SidecarParser.MAPPER.convertValue(list.get(i), Correction.class);
      int ways = (correction.drop ? 1 : 0) + (correction.override == null ? 0 : 1);
      if (ways > 1 || ways == 0 && correction.flag == null) {
        file.report(
            pointer, "a correction says one of drop: true, override and flag (or the last two)");
      }
      Integer earlier = places.putIfAbsent(Arrays.asList(correction.at, correction.column), i);
      if (earlier != null) {
        file.report(pointer, correction.at + " is corrected already, by entry " + (earlier + 1));
      }
      corrections.add(correction);
    }
    file.requireValid();
    return List.copyOf(corrections);
  }
}
