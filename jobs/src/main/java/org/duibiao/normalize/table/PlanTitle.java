package org.duibiao.normalize.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.model.Period;

/** The years that a plan is for, by its title: its figures of these years are what it aims at. */
final class PlanTitle {

  private static final Pattern FIVE_YEARS = Pattern.compile("十[一二三四五]五|十五|九五");
  private static final Pattern YEARS =
      Pattern.compile("(20[0-9]{2})\\s*年?\\s*[-—–~至到]+\\s*(20[0-9]{2})\\s*年?");

  private PlanTitle() {}

  /** The years of a plan; null if the title is of none, or of a report on one. */
  static Period period(Catalogue catalogue, String title) {
    if (title == null || !says(catalogue, "plan/title", title)) {
      return null;
    }
    if (says(catalogue, "plan/review", title)) {
      return null;
    }
    Matcher named = FIVE_YEARS.matcher(title);
    if (named.find()) {
      return Period.plan(named.group());
    }
    Matcher years = YEARS.matcher(title);
    return years.find() && Integer.parseInt(years.group(1)) < Integer.parseInt(years.group(2))
        ? Period.years(Integer.parseInt(years.group(1)), Integer.parseInt(years.group(2)))
        : null;
  }

  private static boolean says(Catalogue catalogue, String id, String title) {
    return catalogue.words(id).stream().anyMatch(title::contains);
  }
}
