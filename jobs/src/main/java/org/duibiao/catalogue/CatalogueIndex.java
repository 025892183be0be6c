package org.duibiao.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.duibiao.catalogue.Catalogue.Meaning;
import org.duibiao.model.Area;
import org.duibiao.model.Indicator;
import org.duibiao.model.Nature;
import org.duibiao.model.Unit;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.PopulationBasis;

/** What a catalogue finds by a name, a code or an id. */
final class CatalogueIndex {
  final Map<String, Area> areasByCode = new HashMap<>();
  final Map<String, Area> areasByName = new HashMap<>();
  final Map<String, List<Area>> districtsByParent = new HashMap<>();
  final Map<String, List<Area>> districtsByName = new HashMap<>();
  final Map<String, Indicator> indicatorsById;
  final Map<String, Meaning> meanings = new HashMap<>();
  final Map<String, Unit> unitsById;
  final Map<String, List<Unit>> unitsByForm = new HashMap<>();
  final Map<String, Nature> naturesByTerm = new HashMap<>();
  final Set<String> terms = new TreeSet<>();
  final Set<String> totals = new HashSet<>();

  CatalogueIndex(Map<String, Indicator> indicatorsById, Map<String, Unit> unitsById) {
    this.indicatorsById = indicatorsById;
    this.unitsById = unitsById;
    indicatorsById.values().forEach(this::add);
    unitsById.values().forEach(this::add);
  }

  void addArea(Area area) {
    areasByCode.put(area.code(), area);
    areasByName.put(area.code(), area);
    areasByName.put(Terms.key(area.zh()), area);
    area.aliases().forEach(alias -> areasByName.put(Terms.key(alias), area));
  }

  void addDistrict(Area district) {
    areasByCode.put(district.code(), district);
    areasByName.put(district.code(), district);
    districtsByParent.computeIfAbsent(district.parent(), city -> new ArrayList<>()).add(district);
    districtsByName
        .computeIfAbsent(Terms.key(district.zh()), name -> new ArrayList<>())
        .add(district);
  }

  void addNature(Nature nature) {
    nature.terms().forEach(term -> naturesByTerm.put(Terms.key(term), nature));
  }

  private void add(Indicator indicator) {
    add(indicator, new Indicator.Term(indicator.zh(), null, Measure.LEVEL, List.of()));
    for (Indicator.Term term : indicator.aliases()) {
      add(indicator, term);
      terms.add(Terms.key(term.term()));
    }
    add(indicator, new Indicator.Term(indicator.id(), null, Measure.LEVEL, List.of()));
  }

  private void add(Indicator indicator, Indicator.Term term) {
    PopulationBasis basis =
        term.populationBasis() == null ? indicator.populationBasis() : term.populationBasis();
    meanings.putIfAbsent(
        Terms.key(term.term()),
        new Meaning(indicator, basis, term.measure(), term.flags(), term.term()));
  }

  private void add(Unit unit) {
    for (String form : unit.forms()) {
      List<Unit> same = unitsByForm.computeIfAbsent(Terms.key(form), key -> new ArrayList<>());
      if (!same.contains(unit)) {
        same.add(unit);
      }
    }
  }
}
