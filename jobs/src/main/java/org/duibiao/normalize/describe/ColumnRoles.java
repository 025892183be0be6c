package org.duibiao.normalize.describe;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.duibiao.ingest.table.TableLayout.ColumnRole;
import org.duibiao.model.Area;
import org.duibiao.normalize.cell.CellClassifier;
import org.duibiao.normalize.cell.HeaderReader;

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

  /** What tells the rows of a table apart. */
  private static final List<ColumnRole> KEYS =
      List.of(
          ColumnRole.CITY,
          ColumnRole.SCOPE,
          ColumnRole.PERIOD,
          ColumnRole.INDICATOR,
          ColumnRole.NATURE);

  private final CellClassifier classifier;
  private final TableColumns columns;
  final Map<ColumnRole, Integer> roles = new LinkedHashMap<>();
  final Map<ColumnRole, String> reasons = new EnumMap<>(ColumnRole.class);

  /** Columns without figures that say nothing of those of others. */
  final Set<Integer> ignored = new LinkedHashSet<>();

  final List<Integer> values = new ArrayList<>();

  /** The city whose districts the rows are about, or null. */
  Area city;

  /** Whether the rows are about the districts of several cities, each of which says its own. */
  boolean ofSeveralCities;

  /** The city that the whole file is about, or null. */
  private Area fileCity;

  ColumnRoles(CellClassifier classifier, TableColumns columns) {
    this.classifier = classifier;
    this.columns = columns;
  }

  void assign(ColumnRole role, int column, String reason) {
    roles.put(role, column);
    reasons.put(role, reason);
  }

  /**
   * Finds them.
   *
   * @param ofFile the city that the whole file is about, or null
   */
  void find(Area ofFile) {
    fileCity = ofFile;
    choose(
        ColumnRole.CITY,
        this::cityScore,
        column -> percent(column, classifier::isArea) + " name areas");
    findDistricts();
    choose(
        ColumnRole.PERIOD,
        column -> isPeriod(column) ? 1 : 0,
        column -> percent(column, classifier::isPeriod) + " are years or days");
    for (ColumnRole role : BY_HEADER) {
      choose(role, column -> isNamed(role, column) ? 1 : 0, this::byHeader);
    }
    choose(
        ColumnRole.INDICATOR,
        this::indicatorScore,
        column -> percent(column, this::isKnown) + " name indicators of the catalogue");
    for (int column : columns.used()) {
      if (roles.containsValue(column)) {
        continue;
      }
      boolean numeric = share(column, classifier::isNumber) >= MANY_SHARE;
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

  /** Gives a role to the first of the free columns with the highest score above 0. */
  private void choose(
      ColumnRole role, ToDoubleFunction<Integer> score, IntFunction<String> reason) {
    int best = roles.containsKey(role) ? -1 : best(free(), score);
    if (best >= 0) {
      assign(role, best, reason.apply(best));
    }
  }

  private List<Integer> free() {
    return columns.used().stream().filter(column -> !roles.containsValue(column)).toList();
  }

  String byHeader(int column) {
    return "the header '" + columns.lastHeader(column) + "'";
  }

  private double share(int column, Predicate<String> test) {
    return columns.shareMatching(column, test);
  }

  private boolean isCode(int column) {
    return !columns.matchesWords("role/value", column)
        && share(column, cell -> cell.strip().matches("[0-9]{6}")) >= MOST_SHARE
        && share(column, classifier::isArea) >= MOST_SHARE;
  }

  private double cityScore(int column) {
    double areas = share(column, classifier::isArea);
    boolean named = columns.matchesWords("role/city", column);
    if (areas < (named ? 0.2 : 0.6) || columns.matchesWords("role/indicator", column)) {
      return 0;
    }
    boolean codes = share(column, cell -> cell.strip().matches("[0-9]+")) >= MANY_SHARE;
    return areas + share(column, classifier::isCity) + (named ? 0.3 : 0) - (codes ? 0.9 : 0);
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
  private void findDistricts() {
    int best =
        best(
            free(),
            column -> {
              boolean none = columns.matchesWords("role/none", column);
              double share = none ? 0 : share(column, this::isScope);
              return share >= 0.6 && columns.count(column, this::isDistrict) > 1 ? share : 0;
            });
    if (best < 0) {
      return;
    }
    Area only = cityOf(columns.cells(best));
    boolean cities = roles.containsKey(ColumnRole.CITY);
    if (cities || only != null || fileCity == null) {
      city = cities ? null : only;
      ofSeveralCities = !cities && only == null;
      assign(ColumnRole.SCOPE, best, percent(best, this::isScope) + " name districts");
    }
  }

  private boolean isPeriod(int column) {
    double years = share(column, classifier::isBareYear);
    boolean named =
        columns.matchesWords("role/period", column)
            || columns.lastHeader(column).matches("(?i).*(年份|年度|year)");
    // Below the years there may be rows computed from theirs: MIN, MAX, 平均.
    boolean most =
        share(column, classifier::isPeriod) >= MOST_SHARE
            || years >= MANY_SHARE && share(column, classifier::isNumber) <= years;
    return most
        && (named || columns.header(column).isEmpty() || years < MOST_SHARE)
        && !columns.matchesWords("role/published", column);
  }

  private boolean isNamed(ColumnRole role, int column) {
    boolean fits =
        switch (role) {
          case UNIT -> share(column, classifier::isUnit) >= MANY_SHARE;
          case NATURE ->
              share(column, cell -> classifier.catalogue().nature(cell).isPresent()) >= MANY_SHARE;
          case PUBLISHED ->
              share(column, cell -> cell.strip().matches("[0-9]{4}(-[0-9]{2}){2}|unknown"))
                  >= MOST_SHARE;
          default ->
              share(column, classifier::isNumber) < MANY_SHARE
                  && (role != ColumnRole.SCOPE || columns.isFilled(column));
        };
    boolean unitByContent =
        role == ColumnRole.UNIT
            && columns.header(column).isEmpty()
            && share(column, classifier::isUnit) >= MOST_SHARE;
    return columns.matchesWords("role/" + role.id(), column) && fits || unitByContent;
  }

  private boolean isKnown(String cell) {
    return classifier.meaning(cell).isPresent();
  }

  private double indicatorScore(int column) {
    boolean named = columns.matchesWords("role/indicator", column);
    double known = share(column, this::isKnown);
    boolean words = share(column, classifier::isNumber) < MANY_SHARE;
    return words && (named || known >= 0.3) ? known + (named ? 1 : 0) : 0;
  }

  /**
   * A column of words without which two rows would say the same: kinds of institutions, of staff,
   * of people. What such a label says belongs to what is counted.
   */
  private void findLabels() {
    ColumnRole role =
        roles.containsKey(ColumnRole.INDICATOR) ? ColumnRole.NAME : ColumnRole.INDICATOR;
    List<Integer> keys = KEYS.stream().map(roles::get).filter(Objects::nonNull).toList();
    double repeated = shareRepeated(keys);
    for (int column : ignored) {
      boolean words =
          columns.isFilled(column)
              && share(column, classifier::isNumber) < FEW_SHARE
              && !columns.matchesWords("role/none", column);
      List<Integer> with = new ArrayList<>(keys);
      with.add(column);
      if (words && (keys.isEmpty() || repeated > FEW_SHARE && shareRepeated(with) < repeated)) {
        ignored.remove(column);
        assign(role, column, "its words tell the rows apart");
        return;
      }
    }
  }

  /** How many of the rows with values say in some columns what a row above them says. */
  private double shareRepeated(List<Integer> keys) {
    List<List<String>> labels =
        columns.body.values().stream()
            .filter(row -> values.stream().anyMatch(each -> !TableFinder.cell(row, each).isBlank()))
            .map(row -> keys.stream().map(each -> TableFinder.cell(row, each)).toList())
            .toList();
    return labels.isEmpty() ? 0 : 1 - (double) Set.copyOf(labels).size() / labels.size();
  }

  /** Whether each row is about a single institution, whose figures are not those of the city. */
  boolean areSingleInstitutions() {
    Integer label = roles.get(ColumnRole.INDICATOR);
    return label != null && columns.matchesWords("role/name", label);
  }

  /** Whether headers name districts of one city, which is then that of the table. */
  boolean areDistricts(List<String> headers) {
    boolean all =
        headers.stream().filter(this::isScope).count() >= MOST_SHARE * headers.size()
            && headers.stream().filter(this::isDistrict).count() > 1;
    Area only = all ? cityOf(headers) : null;
    city = only == null ? city : only;
    return only != null;
  }

  /** Whether a cell names a district. */
  private boolean isDistrict(String cell) {
    return !classifier.headers().citiesOf(cell).isEmpty();
  }

  /** Whether a cell names a district, the whole city or its core. */
  private boolean isScope(String cell) {
    return isDistrict(cell)
        || fileCity == null && classifier.isCity(cell)
        || classifier.catalogue().isTotal(cell)
        || classifier.headers().is("scope/level", HeaderReader.chinesePart(cell.strip()))
        || classifier.catalogue().area(cell).filter(area -> area.equals(fileCity)).isPresent();
  }

  /** The city that all districts among some cells are in; null if there is none, or several. */
  private Area cityOf(List<String> cells) {
    Set<String> common =
        cells.stream()
            .map(classifier.headers()::citiesOf)
            .filter(each -> !each.isEmpty())
            .reduce(
                (one, other) -> one.stream().filter(other::contains).collect(Collectors.toSet()))
            .orElse(Set.of());
    if (fileCity != null) {
      return common.contains(fileCity.code()) ? fileCity : null;
    }
    return common.size() == 1
        ? classifier.catalogue().areaByCode(common.iterator().next()).orElse(null)
        : null;
  }

  private String percent(int column, Predicate<String> test) {
    return Math.round(share(column, test) * 100) + "% of the cells";
  }
}
