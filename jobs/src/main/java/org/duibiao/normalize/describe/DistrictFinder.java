package org.duibiao.normalize.describe;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.Terms;
import org.duibiao.model.Area;
import org.duibiao.normalize.cell.HeaderReader;

/** Tells districts and counties by their names, and the city that they are in. */
final class DistrictFinder {

  private final Catalogue catalogue;
  private final Area fileCity;
  private final Map<String, Set<String>> cities;

  /**
   * A finder.
   *
   * @param fileCity the city that the whole file is about, or null
   */
  DistrictFinder(Catalogue catalogue, Area fileCity) {
    this.catalogue = catalogue;
    this.fileCity = fileCity;
    this.cities =
        catalogue.districts().stream()
            .collect(
                Collectors.groupingBy(
                    district -> Terms.key(district.zh()),
                    Collectors.mapping(Area::parent, Collectors.toSet())));
  }

  /** Whether a cell names a district. */
  boolean isDistrict(String cell) {
    return cities.containsKey(key(cell));
  }

  /** Whether a cell names a district, the whole city or its core. */
  boolean isScope(String cell) {
    return isDistrict(cell)
        || catalogue.isTotal(cell)
        || catalogue.words("scope/level").contains(key(cell))
        || catalogue.area(cell).filter(area -> area.equals(fileCity)).isPresent();
  }

  /** The city that all districts among some cells are in; null if there is none, or several. */
  Area city(List<String> cells) {
    Set<String> common =
        cells.stream()
            .map(cell -> cities.get(key(cell)))
            .filter(Objects::nonNull)
            .reduce(
                (one, other) -> one.stream().filter(other::contains).collect(Collectors.toSet()))
            .orElse(Set.of());
    if (fileCity != null) {
      return common.contains(fileCity.code()) ? fileCity : null;
    }
    return common.size() == 1 ? catalogue.areaByCode(common.iterator().next()).orElse(null) : null;
  }

  private static String key(String cell) {
    return Terms.key(HeaderReader.chinesePart(cell.strip()));
  }
}
