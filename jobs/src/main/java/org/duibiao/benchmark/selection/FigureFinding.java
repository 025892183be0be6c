package org.duibiao.benchmark.selection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.duibiao.model.DecimalText;
import org.duibiao.model.Digest;
import org.duibiao.model.code.FindingKind;
import org.duibiao.tables.FindingBuilder;

/** What findings about figures have in common. */
public final class FigureFinding {

  private FigureFinding() {}

  /**
   * A finding that is another one once a value changes.
   *
   * @param city the code of the area, or null where several are concerned
   * @param day what the finding is about
   * @param concerned the values that do not fit together, by observation
   */
  public static FindingBuilder about(
      FindingKind kind,
      String city,
      String indicator,
      LocalDate day,
      SortedMap<String, BigDecimal> concerned) {
    List<String> values =
        concerned.entrySet().stream()
            .map(each -> each.getKey() + "=" + DecimalText.plain(each.getValue()))
            .toList();
    return FindingBuilder.builder()
        .findingId(Digest.id(kind.id(), city, indicator, day, values))
        .kind(kind)
        .cityCode(city)
        .indicator(indicator)
        .periodEnd(day)
        .observationIds(List.copyOf(concerned.keySet()));
  }
}
