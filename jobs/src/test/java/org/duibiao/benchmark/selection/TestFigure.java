package org.duibiao.benchmark.selection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.duibiao.model.Period;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.SourceClass;
import org.duibiao.tables.Figure;
import org.duibiao.tables.FigureBuilder;

/** A figure for tests: an exact one of a bulletin about the end of 2019, unless said otherwise. */
public final class TestFigure {

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
  private List<Flag> flags = List.of();

  private TestFigure(String id) {
    this.id = id;
  }

  public static TestFigure figure(String id) {
    return new TestFigure(id);
  }

  public TestFigure of(String cityCode, String ofIndicator) {
    city = cityCode;
    indicator = ofIndicator;
    return this;
  }

  public TestFigure value(String decimal) {
    value = new BigDecimal(decimal);
    return this;
  }

  /** Null for unknown. */
  public TestFigure resolution(String decimal) {
    resolution = decimal == null ? null : new BigDecimal(decimal);
    return this;
  }

  public TestFigure bound(Bound ofValue) {
    bound = ofValue;
    return this;
  }

  public TestFigure about(Period aboutPeriod) {
    period = aboutPeriod;
    return this;
  }

  public TestFigure on(String day) {
    return about(Period.instant(LocalDate.parse(day)));
  }

  public TestFigure basis(PopulationBasis ofResidents) {
    basis = ofResidents;
    return this;
  }

  public TestFigure source(String id) {
    source = id;
    return this;
  }

  public TestFigure by(String name) {
    publisher = name;
    return this;
  }

  public TestFigure in(SourceClass kind) {
    sourceClass = kind;
    return this;
  }

  /** Null for unknown. */
  public TestFigure published(String day) {
    published = day == null ? null : LocalDate.parse(day);
    return this;
  }

  TestFigure at(String place) {
    locator = place;
    return this;
  }

  public TestFigure flags(Flag... all) {
    flags = List.of(all);
    return this;
  }

  public Figure build() {
    return FigureBuilder.builder()
        .observationId(id)
        .cityCode(city)
        .indicator(indicator)
        .value(value)
        .valueHigh(bound == Bound.RANGE ? value.add(BigDecimal.ONE) : null)
        .unit("hospital")
        .resolution(resolution)
        .bound(bound)
        .periodStart(period.start())
        .periodEnd(period.end())
        .periodType(period.type())
        .populationBasis(basis)
        .sourceId(source)
        .publisher(publisher)
        .sourceClass(sourceClass)
        .published(published)
        .path("landing/" + source + ".csv")
        .locator(locator)
        .field("数值")
        .quote(value.toPlainString() + "家")
        .flags(flags)
        .build();
  }
}
