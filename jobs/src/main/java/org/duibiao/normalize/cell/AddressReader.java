package org.duibiao.normalize.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.Terms;
import org.duibiao.model.Area;

/**
 * The city that an address is in.
 *
 * <pre>
 * 山东省淄博市张店区…  → 淄博市
 * 北京市朝阳区…        → 北京市, not 朝阳市
 * 江苏南京鼓楼区…      → 南京市
 * 朝阳区光华路2号      → none: a district says no city
 * </pre>
 */
public final class AddressReader {

  /** A short name before one of these is the name of something smaller. */
  private static final String SUBDIVISION_SUFFIXES = "区县旗镇乡街路村";

  private final Map<Character, List<AreaName>> names = new HashMap<>();

  private record AreaName(String key, Area area, boolean full) {}

  public AddressReader(Catalogue catalogue) {
    for (Area area : catalogue.areas()) {
      if (area.code().equals("000000") || area.validTo() != null) {
        continue;
      }
      for (String name : CellClassifier.names(area)) {
        String key = Terms.key(name);
        names
            .computeIfAbsent(key.charAt(0), first -> new ArrayList<>())
            .add(new AreaName(key, area, name.equals(area.zh())));
      }
    }
    Comparator<AreaName> byLength = Comparator.comparingInt(name -> name.key.length());
    names.values().forEach(list -> list.sort(byLength.reversed()));
  }

  /** The city; empty if the address does not begin with one, or with one of its province. */
  public Optional<Area> city(String address) {
    String rest = Terms.key(address);
    Area province = null;
    for (int depth = 0; depth < 3 && !rest.isEmpty(); depth++) {
      AreaName name = leadingName(rest, province);
      if (name == null) {
        break;
      }
      if (name.area.isCity()) {
        return Optional.of(name.area);
      }
      province = name.area;
      rest = rest.substring(name.key.length());
    }
    return Optional.empty();
  }

  private AreaName leadingName(String text, Area within) {
    return names.getOrDefault(text.charAt(0), List.of()).stream()
        .filter(name -> text.startsWith(name.key))
        .filter(
            name ->
                name.full
                    || text.length() == name.key.length()
                    || SUBDIVISION_SUFFIXES.indexOf(text.charAt(name.key.length())) < 0)
        .filter(name -> within == null || within.code().equals(name.area.parent()))
        .findFirst()
        .orElse(null);
  }
}
