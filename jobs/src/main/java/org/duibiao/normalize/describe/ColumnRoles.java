package org.duibiao.normalize.describe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.duibiao.ingest.table.TableLayout.ColumnRole;
import org.duibiao.model.Area;
import org.duibiao.normalize.cell.CellClassifier;

/** Which columns of a table say what its values are about, and which hold values. */
final class ColumnRoles {

  private static final double MOST_SHARE = 0.8;
  private static final double MANY_SHARE = 0.5;
  private static final double FEW_SHARE = 0.1;
  private static final List<ColumnRole> BY_HEADER =
      List.of(
          ColumnRole.UNIT,
          ColumnRole.NATURE,
          ColumnRole.BASIS,
          ColumnRole.SCOPE,
          ColumnRole.PUBLISHER,
          ColumnRole.TITLE,
          ColumnRole.PUBLISHED,
          ColumnRole.URL,
          ColumnRole.NOTE);

  private final CellClassifier classifier;
  private final TableColumns columns;
  private final Map<ColumnRole, Integer> roles = new LinkedHashMap<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();
  private final Set<Integer> ignored = new LinkedHashSet<>();
  private final List<Integer> values = new ArrayList<>();
  private Area city;
  private Area fileCity;

  ColumnRoles(CellClassifier classifier, TableColumns columns) {
    this.classifier = classifier;
    this.columns = columns;
  }

  Map<ColumnRole, Integer> roles() {
    return roles;
  }

  /** Why, by the role's id. */
  Map<String, String> reasons() {
    return reasons;
  }

  /** Columns without figures that say nothing of those of others. */
  Set<Integer> ignored() {
    return ignored;
  }

  List<Integer> values() {
    return values;
  }

  /** The city whose districts the rows are about, or null. */
  Area city() {
    return city;
  }

  void assign(ColumnRole role, int column, String reason) {
    roles.put(role, column);
    reasons.put(role.id(), reason);
  }

  /**
   * Finds them.
   *
   * @param ofFile the city that the whole file is about, or null
   */
  void find(Area ofFile) {
    fileCity = ofFile;
    List<Integer> all = columns.used();
    findCity(all);
    findDistricts(all);
    findPeriod(all);
    findNamedRoles(all);
    findIndicator(all);
    for (int column : all) {
      if (roles.containsValue(column)) {
        continue;
      }
      boolean numeric = columns.shareMatching(column, classifier::isNumber) >= MANY_SHARE;
      if (columns.matchesWords("role/none", column)
          || !numeric && columns.isFilled(column)
          || isCode(column)) {
        ignored.add(column);
      } else {
        values.add(column);
      }
    }
    findLabels();
  }

  private boolean isCode(int column) {
    return !columns.matchesWords("role/value", column)
        && columns.shareMatching(column, cell -> cell.strip().matches("[0-9]{6}")) >= MOST_SHARE
        && columns.shareMatching(column, classifier::isArea) >= MOST_SHARE;
  }

  private void findCity(List<Integer> all) {
    int best =
        best(
            all,
            column -> {
              double areas = columns.shareMatching(column, classifier::isArea);
              boolean named = columns.matchesWords("role/city", column);
              if (areas < (named ? 0.2 : 0.6) || columns.matchesWords("role/indicator", column)) {
                return 0;
              }
              boolean codes =
                  columns.shareMatching(column, cell -> cell.strip().matches("[0-9]+"))
                      >= MANY_SHARE;
              return areas
                  + columns.shareMatching(column, classifier::isCity)
                  + (named ? 0.3 : 0)
                  - (codes ? 0.9 : 0);
            });
    if (best >= 0) {
      assign(
          ColumnRole.CITY,
          best,
          percent(columns.shareMatching(best, classifier::isArea)) + " name areas");
    }
  }

  /** The first of the columns with the highest score above 0; -1 without one. */
  static int best(List<Integer> columns, ToDoubleFunction<Integer> score) {
    int best = -1;
    double bestScore = 0;
    for (int column : columns) {
      double each = score.applyAsDouble(column);
      if (each > bestScore) {
        best = column;
        bestScore = each;
      }
    }
    return best;
  }

  /** Rows of districts and counties: what they say is a scope of their city. */
  private void findDistricts(List<Integer> all) {
    DistrictFinder districts = new DistrictFinder(classifier.catalogue(), fileCity);
    int best =
        best(
            all,
            column -> {
              boolean free =
                  !roles.containsValue(column) && !columns.matchesWords("role/none", column);
              double share = free ? columns.shareMatching(column, districts::isScope) : 0;
              return share >= 0.6 && columns.count(column, districts::isDistrict) > 1 ? share : 0;
            });
    if (best < 0) {
      return;
    }
    Area only = districts.city(columns.cells(best));
    if (roles.containsKey(ColumnRole.CITY) || only != null) {
      city = roles.containsKey(ColumnRole.CITY) ? null : only;
      assign(
          ColumnRole.SCOPE,
          best,
          percent(columns.shareMatching(best, districts::isScope)) + " name districts");
    }
  }

  private void findPeriod(List<Integer> all) {
    for (int column : all) {
      double periods = columns.shareMatching(column, classifier::isPeriod);
      double years = columns.shareMatching(column, classifier::isBareYear);
      boolean named =
          columns.matchesWords("role/period", column)
              || columns.lastHeader(column).matches("(?i).*(年份|年度|year)");
      boolean unnamed = columns.header(column).isEmpty();
      // Below the years there may be rows computed from theirs: MIN, MAX, 平均.
      boolean most =
          periods >= MOST_SHARE
              || years >= MANY_SHARE
                  && columns.shareMatching(column, classifier::isNumber) <= years;
      if (most
          && (named || unnamed || years < MOST_SHARE)
          && !roles.containsValue(column)
          && !columns.matchesWords("role/published", column)) {
        assign(ColumnRole.PERIOD, column, percent(periods) + " are years or days");
        return;
      }
    }
  }

  private void findNamedRoles(List<Integer> all) {
    for (ColumnRole role : BY_HEADER) {
      for (int column : all) {
        if (roles.containsValue(column) || roles.containsKey(role)) {
          continue;
        }
        boolean fits =
            switch (role) {
              case UNIT -> columns.shareMatching(column, classifier::isUnit) >= MANY_SHARE;
              case NATURE ->
                  columns.shareMatching(
                          column, cell -> classifier.catalogue().nature(cell).isPresent())
                      >= MANY_SHARE;
              case PUBLISHED -> columns.shareMatching(column, cell -> isDay(cell)) >= MOST_SHARE;
              default ->
                  columns.shareMatching(column, classifier::isNumber) < MANY_SHARE
                      && (role != ColumnRole.SCOPE || columns.isFilled(column));
            };
        boolean unitByContent =
            role == ColumnRole.UNIT
                && columns.header(column).isEmpty()
                && columns.shareMatching(column, classifier::isUnit) >= MOST_SHARE;
        if (columns.matchesWords("role/" + role.id(), column) && fits || unitByContent) {
          assign(role, column, "the header '" + columns.lastHeader(column) + "'");
        }
      }
    }
  }

  private static boolean isDay(String cell) {
    return cell.strip().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}|unknown");
  }

  private void findIndicator(List<Integer> all) {
    int best =
        best(
            all,
            column -> {
              boolean named = columns.matchesWords("role/indicator", column);
              double known = shareKnown(column);
              boolean open =
                  !roles.containsValue(column)
                      && columns.shareMatching(column, classifier::isNumber) < MANY_SHARE;
              return open && (named || known >= 0.3) ? known + (named ? 1 : 0) : 0;
            });
    if (best >= 0) {
      assign(
          ColumnRole.INDICATOR,
          best,
          percent(shareKnown(best)) + " name indicators of the catalogue");
    }
  }

  private double shareKnown(int column) {
    return columns.shareMatching(column, cell -> classifier.meaning(cell).isPresent());
  }

  /**
   * A column of words without which two rows would say the same: kinds of institutions, of staff,
   * of people. What such a label says belongs to what is counted.
   */
  private void findLabels() {
    boolean counted = roles.containsKey(ColumnRole.INDICATOR);
    List<Integer> keys = new ArrayList<>();
    for (ColumnRole role :
        List.of(
            ColumnRole.CITY,
            ColumnRole.SCOPE,
            ColumnRole.PERIOD,
            ColumnRole.INDICATOR,
            ColumnRole.NATURE)) {
      if (roles.containsKey(role)) {
        keys.add(roles.get(role));
      }
    }
    double repeated = shareRepeated(keys);
    for (int column : List.copyOf(ignored)) {
      boolean words =
          columns.isFilled(column)
              && columns.shareMatching(column, classifier::isNumber) < FEW_SHARE
              && !columns.matchesWords("role/none", column);
      List<Integer> with = new ArrayList<>(keys);
      with.add(column);
      if (words && (keys.isEmpty() || repeated > FEW_SHARE && shareRepeated(with) < repeated)) {
        ignored.remove(column);
        assign(
            counted ? ColumnRole.NAME : ColumnRole.INDICATOR,
            column,
            "its words tell the rows apart");
        return;
      }
    }
  }

  /** How many of the rows with values say in some columns what a row above them says. */
  private double shareRepeated(List<Integer> keys) {
    Set<List<String>> seen = new HashSet<>();
    int rows = 0;
    for (List<String> cells : columns.body().values()) {
      boolean figures =
          values.stream().anyMatch(each -> each < cells.size() && !cells.get(each).isBlank());
      if (figures) {
        rows++;
        seen.add(keys.stream().map(each -> each < cells.size() ? cells.get(each) : "").toList());
      }
    }
    return rows == 0 ? 0 : 1 - (double) seen.size() / rows;
  }

  /** Whether each row is about a single institution, whose figures are not those of the city. */
  boolean areSingleInstitutions() {
    Integer label = roles.get(ColumnRole.INDICATOR);
    return label != null && columns.matchesWords("role/name", label);
  }

  /** Whether headers name districts of one city, which is then that of the table. */
  boolean areDistricts(List<String> headers) {
    DistrictFinder districts = new DistrictFinder(classifier.catalogue(), fileCity);
    boolean all =
        headers.stream().filter(districts::isScope).count() >= MOST_SHARE * headers.size()
            && headers.stream().filter(districts::isDistrict).count() > 1;
    Area only = all ? districts.city(headers) : null;
    city = only == null ? city : only;
    return only != null;
  }

  private static String percent(double share) {
    return Math.round(share * 100) + "% of the cells";
  }
}
