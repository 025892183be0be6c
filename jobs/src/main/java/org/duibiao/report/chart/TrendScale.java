package org.duibiao.report.chart;

import java.time.LocalDate;
import org.duibiao.markup.Axis;
import org.duibiao.markup.Drawing;

/**
 * The positions of years and values in a chart.
 *
 * @param axis the values
 * @param left where the first year is
 * @param right where the last year is
 * @param bottom where the scale of the values begins
 * @param height how long it is
 * @param first the first year
 * @param last the last year
 */
record TrendScale(
    Axis axis, double left, double right, double bottom, double height, double first, double last) {

  double x(double year) {
    return left + (right - left) * (year - first) / (last - first);
  }

  double y(double value) {
    return bottom - height * axis.share(value);
  }

  /** A point of a path at that year and value. */
  String to(String command, double year, double value) {
    return command + Drawing.at(x(year)) + " " + Drawing.at(y(value));
  }

  /** A date as a number of years, which stand for their ends: the last day of 2030 is 2030. */
  static double year(LocalDate day) {
    return day.getYear() - 1 + (double) day.getDayOfYear() / day.lengthOfYear();
  }
}
