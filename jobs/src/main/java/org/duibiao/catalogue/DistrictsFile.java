package org.duibiao.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.duibiao.model.Area;
import org.duibiao.model.code.AreaLevel;

/**
 * Reads {@code districts.csv}: the districts and counties of the cities. They are told apart by
 * code alone: the same name stands in several cities.
 */
final class DistrictsFile extends CsvFile {
  private final Map<String, Area> byCode = new TreeMap<>();

  /**
   * Reads the file.
   *
   * @param areas the codes of {@code areas.csv}, or null if they are not known
   */
  DistrictsFile(String path, byte[] bytes, Set<String> areas) {
    super(path, bytes, "code,name_zh,parent");
    for (Row row : rows) {
      String code = row.code();
      String name = row.cell("name_zh");
      String parent = row.cell("parent");
      if (!code.matches("[0-9]{6}")) {
        row.report("code '" + code + "' is not a code of six digits, such as 370202");
      } else if (byCode.containsKey(code) || areas != null && areas.contains(code)) {
        row.report(
            "code '" + code + "' is taken; a code stands once in districts.csv and areas.csv");
      } else if (name.isEmpty()) {
        row.report("name_zh is blank");
      } else if (areas != null && !areas.contains(parent)) {
        row.report("parent '" + parent + "' is not in areas.csv; add it or correct it");
      } else {
        byCode.put(
            code,
            new Area(code, AreaLevel.COUNTY, name, name, List.of(), parent, null, null, null));
      }
    }
  }

  /** The districts by code; valid only if there are no problems. */
  List<Area> districts() {
    return List.copyOf(byCode.values());
  }
}
