package org.duibiao.normalize.table;

import java.util.List;
import java.util.Objects;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.model.Area;
import org.duibiao.model.code.AreaLevel;
import org.duibiao.normalize.cell.HeaderReader;
import org.duibiao.normalize.reading.ReadingDraft;

/**
 * Whose the figures of a table are: the area that a row names, and the part of it.
 *
 * <pre>
 * 济南市      the city
 * 历下区      a district of it: of the city above it, or of the only one that has one of that name
 * 全省        what the layout says that totals are about
 * </pre>
 */
final class RowPlaces {

  private final Catalogue catalogue;
  private final HeaderReader headers;

  /** What rows of totals are about, or null. */
  private final Area whole;

  /** The city that a row named last, or null. */
  private Area above;

  RowPlaces(Catalogue catalogue, HeaderReader headers, String total) {
    this.catalogue = catalogue;
    this.headers = headers;
    this.whole = total == null ? null : catalogue.areaByCode(total).orElse(null);
  }

  /**
   * Fills in area and scope.
   *
   * @param section the area that rows above say it is in, or null
   * @param printedCity the area as it is printed, or null
   * @param printedScope the part of it as it is printed, or null
   */
  void place(String section, String printedCity, String printedScope, ReadingDraft draft) {
    String city = ValueInterpreter.isBlank(printedCity) ? null : printedCity;
    String scope = ValueInterpreter.isBlank(printedScope) ? null : printedScope;
    remember(area(section));
    boolean total = city != null && headers.isTotal(city);
    Area area = area(city);
    // A county in the column of the cities says its city, as one in a column of its own does.
    String part = scope == null && area == null && !total ? city : scope;
    area = area == null && total ? whole : area;
    if (part != null && (area == null || isWide(area))) {
      Area within = area == null ? whole : area;
      Area named = area(part);
      if (named != null && named.isCity() && isWithin(named, within)) {
        area = named;
        above = named;
      } else if (headers.scope(part, area).startsWith("district:")) {
        area = cityOf(part, within);
        // The counties of the city above have ended.
        above = Objects.equals(area, above) ? above : null;
      }
    } else if (part != null && headers.isElsewhere(part, area)) {
      area = null;
    } else {
      remember(area);
    }
    draft.area = area;
    if (scope != null || area != null && part != null) {
      draft.row.scope(headers.scope(part, area));
    }
    if (area == null) {
      draft.addMissing("city");
      draft.addDetail(problem(city, part, total));
    }
  }

  private static String problem(String city, String part, boolean total) {
    if (total) {
      return "the row is a total: say with `total` in the layout of which area, such as \"370000\"";
    } else if (city == null && part == null) {
      return "no city is given: map a column to `city`, or set `city` in the sidecar";
    }
    return part == null || part.equals(city)
        ? "the catalogue knows no area '" + city + "': correct it, or add it to areas.csv"
        : "'" + part + "' is no part of " + city + ": say of which city";
  }

  private Area area(String name) {
    return name == null ? null : headers.area(name).orElse(null);
  }

  private void remember(Area area) {
    above = area != null && area.isCity() ? area : above;
  }

  private static boolean isWide(Area area) {
    return area.level() == AreaLevel.PROVINCE || area.level() == AreaLevel.NATION;
  }

  private static boolean isWithin(Area city, Area wide) {
    return wide == null
        || wide.level() == AreaLevel.NATION
        || wide.code().equals(city.parent())
        || wide.equals(city);
  }

  /** The city that a county is in; null if several have one of its name. */
  private Area cityOf(String county, Area within) {
    List<Area> cities =
        headers.citiesOf(county).stream()
            .flatMap(code -> catalogue.areaByCode(code).stream())
            .filter(city -> isWithin(city, within))
            .toList();
    return cities.contains(above) ? above : cities.size() == 1 ? cities.get(0) : null;
  }
}
