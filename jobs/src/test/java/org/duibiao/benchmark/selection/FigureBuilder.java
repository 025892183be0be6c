package org.duibiao.benchmark.selection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.duibiao.model.Period;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.SourceClass;
import org.duibiao.tables.Figure;

/** A figure for tests: an exact one of a bulletin about the end of 2019, unless said otherwise. */
public final class FigureBuilder {

  public static final String SHENZHEN = "440300";
  public static final String QINGDAO = "370200";

  private final String id;
  private String city = QINGDAO;
  private String indicator = "tertiary_hospitals";
  private BigDecimal value = new BigDecimal("22");
  private BigDecimal resolution = BigDecimal.ONE;
  private Bound bound = Bound.EQ;
  private Period period = Period.yearEnd(2019);
  private PopulationBasis basis;
  private String source = "source";
  private String publisher = "publisher";
  private SourceClass sourceClass = SourceClass.BULLETIN;
  private LocalDate published = LocalDate.of(2020, 4, 1);
  private String locator = "row:2";
  private List<String> flags = List.of();

  private FigureBuilder(String id) {
    this.id = id;
  }

  public static FigureBuilder figure(String id) {
    return new FigureBuilder(id);
  }

  public FigureBuilder of(String cityCode, String ofIndicator) {
    city = cityCode;
    indicator = ofIndicator;
    return this;
  }

  public FigureBuilder value(String decimal) {
    value = new BigDecimal(decimal);
    return this;
  }

  /** Null for unknown. */
  public FigureBuilder resolution(String decimal) {
    resolution = decimal == null ? null : new BigDecimal(decimal);
    return this;
  }

  public FigureBuilder bound(Bound ofValue) {
    bound = ofValue;
    return this;
  }

  public FigureBuilder about(Period aboutPeriod) {
    period = aboutPeriod;
    return this;
  }

  public FigureBuilder on(String day) {
    return about(Period.instant(LocalDate.parse(day)));
  }

  public FigureBuilder basis(PopulationBasis ofResidents) {
    basis = ofResidents;
    return this;
  }

  public FigureBuilder source(String id) {
    source = id;
    return this;
  }

  public FigureBuilder by(String name) {
    publisher = name;
    return this;
  }

  public FigureBuilder in(SourceClass kind) {
    sourceClass = kind;
    return this;
  }

  /** Null for unknown. */
  public FigureBuilder published(String day) {
    published = day == null ? null : LocalDate.parse(day);
    return this;
  }

  FigureBuilder at(String place) {
    locator = place;
    return this;
  }

  public FigureBuilder flags(String... all) {
    flags = List.of(all);
    return this;
  }

  public Figure build() {
    return new Figure(
        id,
        city,
        indicator,
        value,
        bound == Bound.RANGE ? value.add(BigDecimal.ONE) : null,
        "hospital",
        resolution,
        bound,
        period.start(),
        period.end(),
        period.type(),
        basis,
        source,
        publisher,
        sourceClass,
        published,
        "landing/" + source + ".csv",
        locator,
        "数值",
        value.toPlainString() + "家",
        flags);
  }
}
