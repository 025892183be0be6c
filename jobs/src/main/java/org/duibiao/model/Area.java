package org.duibiao.model;

import java.time.LocalDate;
import java.util.List;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;
import org.duibiao.model.code.AreaLevel;

/** An area that figures are about. */
@Table(name = "silver.cities", key = "city_code")
public record Area(
    @Column(name = "city_code", required = true) String code,
    @Column(required = true) AreaLevel level,
    @Column(name = "name_zh", required = true) String zh,
    @Column(name = "name_en", required = true) String en,
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
