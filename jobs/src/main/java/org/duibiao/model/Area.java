package org.duibiao.model;

import java.time.LocalDate;
import java.util.List;
import org.duibiao.model.code.AreaLevel;

/**
 * An area that figures are about.
 *
 * @param code the GB/T 2260 code, such as {@code 440300}
 * @param level nation, province, municipality, prefecture or county
 * @param zh the official name in Chinese
 * @param en the name in English
 * @param aliases other names, without {@code zh}
 * @param parent the code of the area that contains it, or null for the nation
 * @param validFrom the first day of its existence, or null if that is before the warehouse's time
 * @param validTo the last day, or null while it exists
 * @param successor the code of the area that it became part of, or null
 */
public record Area(
    String code,
    AreaLevel level,
    String zh,
    String en,
    List<String> aliases,
    String parent,
    LocalDate validFrom,
    LocalDate validTo,
    String successor) {

  /** Whether it is ranked with other cities: a prefecture or a municipality. */
  public boolean isCity() {
    return level == AreaLevel.PREFECTURE || level == AreaLevel.MUNICIPALITY;
  }
}
