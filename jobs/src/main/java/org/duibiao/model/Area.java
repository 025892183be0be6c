package org.duibiao.model;

import java.time.LocalDate;
import java.util.List;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;
import org.duibiao.model.code.AreaLevel;

/** An area that figures are about. */
@Table(
    name = "silver.cities",
    comment = "The areas that figures are about: cities, provinces, the nation",
    key = {"city_code"})
public record Area(
    @Column(value = "GB/T 2260 code", name = "city_code", required = true) String code,
    @Column(value = "its level", required = true) AreaLevel level,
    @Column(value = "name in Chinese", name = "name_zh", required = true) String zh,
    @Column(value = "name in English", name = "name_en", required = true) String en,
    @Column("other names") List<String> aliases,
    @Column("code of the area that contains it") String parent,
    @Column("first day of its existence, if since 2000") LocalDate validFrom,
    @Column("last day, if it has ceased to exist") LocalDate validTo,
    @Column("code of the area that it became part of") String successor) {

  /** Whether it is ranked with other cities: a prefecture or a municipality. */
  public boolean isCity() {
    return level == AreaLevel.PREFECTURE || level == AreaLevel.MUNICIPALITY;
  }
}
