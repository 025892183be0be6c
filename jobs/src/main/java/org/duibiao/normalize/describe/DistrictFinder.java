package org.duibiao.normalize.describe;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.model.Area;
import org.duibiao.normalize.cell.CellClassifier;
import org.duibiao.normalize.cell.HeaderReader;

/** Tells districts and counties by their names, and the city that they are in. */
final class DistrictFinder {

  private final Catalogue catalogue;
  private final HeaderReader headers;
  private final Area fileCity;

  /**
   * A finder.
   *
   * @param fileCity the city that the whole file is about, or null
   */
  DistrictFinder(CellClassifier classifier, Area fileCity) {
    this.catalogue = classifier.catalogue();
    this.headers = classifier.headers();
    this.fileCity = fileCity;
  }

  /** Whether a cell names a district. */
  boolean isDistrict(String cell) {
    return !headers.citiesOf(cell).isEmpty();
  }

  /** Whether a cell names a district, the whole city or its core. */
  boolean isScope(String cell) {
    return isDistrict(cell)
        || catalogue.isTotal(cell)
        || headers.is("scope/level", HeaderReader.chinesePart(cell.strip()))
        || catalogue.area(cell).filter(area -> area.equals(fileCity)).isPresent();
  }

  /** The city that all districts among some cells are in; null if there is none, or several. */
  Area city(List<String> cells) {
    Set<String> common =
        cells.stream()
            .map(headers::citiesOf)
            .filter(each -> !each.isEmpty())
            .reduce(
                (one, other) -> one.stream().filter(other::contains).collect(Collectors.toSet()))
            .orElse(Set.of());
    if (fileCity != null) {
      return common.contains(fileCity.code()) ? fileCity : null;
    }
    return common.size() == 1 ? catalogue.areaByCode(common.iterator().next()).orElse(null) : null;
  }
}
