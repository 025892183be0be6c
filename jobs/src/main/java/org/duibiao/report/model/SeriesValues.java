package org.duibiao.report.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Numbers;
import org.duibiao.model.Benchmark;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.tables.TrendRow;

/** The values of a city's series: rates of a benchmark, or the values to use of an indicator. */
public final class SeriesValues {

  private SeriesValues() {}

  /**
   * A value of a series.
   *
   * @param year its year
   * @param value the rate, or the figure
   * @param ids the observations behind it
   */
  public record YearValue(int year, double value, List<String> ids) {}

  /** All values of a series, by year. */
  public static SortedMap<Integer, YearValue> points(
      ReportIndex model, CityRows city, String series, RateOrigin basis) {
    SortedMap<Integer, YearValue> points = new TreeMap<>();
    if (model.benchmarkOrNull(series) != null) {
      city.rows().getOrDefault(series, new TreeMap<>()).values().stream()
          .filter(row -> row.basis() == basis)
          .map(row -> new YearValue(row.year(), row.rate(), BenchmarkView.rateIds(row)))
          .forEach(point -> points.put(point.year(), point));
    }
    if (points.isEmpty()) {
      city.values().getOrDefault(series, new TreeMap<>()).values().stream()
          .map(
              each ->
                  new YearValue(
                      each.year(), each.value().doubleValue(), List.of(each.observationId())))
          .forEach(point -> points.put(point.year(), point));
    }
    return points;
  }

  /** A value of a series with its unit. */
  public static Bilingual amountText(ReportIndex model, TrendRow row, double value) {
    return amountText(model, row.series(), row.basis(), value);
  }

  /** How far apart two values of a series are, to the decimals of the two, with its unit. */
  public static Bilingual changeText(
      ReportIndex model, TrendRow row, YearValue from, YearValue to) {
    Benchmark benchmark = model.benchmarkOrNull(row.series());
    double change = to.value() - from.value();
    if (benchmark != null) {
      double greater = Math.max(from.value(), to.value());
      return ReportIndex.differenceText(benchmark, change, greater, row.basis());
    }
    List<String> ids = Stream.of(from, to).flatMap(each -> each.ids().stream()).toList();
    return model.derivedText(row.series(), new BigDecimal(change).abs(), ids);
  }

  /** A value of a series of that basis with its unit. */
  public static Bilingual amountText(
      ReportIndex model, String series, RateOrigin basis, double value) {
    Benchmark benchmark = model.benchmarkOrNull(series);
    return benchmark == null
        ? model.amountText(series, new BigDecimal(value).setScale(4, RoundingMode.HALF_UP))
        : ReportIndex.rateText(benchmark, value, basis);
  }

  /** A value of a series without its unit. */
  public static String printed(ReportIndex model, String series, RateOrigin basis, double value) {
    return model.benchmarkOrNull(series) == null
        ? Numbers.decimal(new BigDecimal(value), 4)
        : Numbers.rate(value, basis);
  }
}
