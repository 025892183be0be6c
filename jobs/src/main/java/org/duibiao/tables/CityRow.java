package org.duibiao.tables;

import java.time.LocalDate;
import java.util.List;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;
import org.duibiao.model.Area;
import org.duibiao.model.code.AreaLevel;

/** An area of the catalogue. */
@Table(
    name = "silver.cities",
    comment = "The areas that figures are about: cities, provinces, the nation",
    key = {"city_code"})
public record CityRow(
    @Column(value = "GB/T 2260 code", required = true) String cityCode,
    @Column(value = "its level", required = true) AreaLevel level,
    @Column(value = "name in Chinese", required = true) String nameZh,
    @Column(value = "name in English", required = true) String nameEn,
    @Column("other names") List<String> aliases,
    @Column("code of the area that contains it") String parent,
    @Column("first day of its existence, if since 2000") LocalDate validFrom,
    @Column("last day, if it has ceased to exist") LocalDate validTo,
    @Column("code of the area that it became part of") String successor) {

  /** The row of an area. */
  public static CityRow of(Area area) {
    return new CityRow(
        area.code(),
        area.level(),
        area.zh(),
        area.en(),
        area.aliases(),
        area.parent(),
        area.validFrom(),
        area.validTo(),
        area.successor());
  }
}
