package org.duibiao.normalize.table;

import java.math.BigDecimal;
import java.util.Set;
import org.duibiao.catalogue.Terms;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.model.Period;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Kind;
import org.duibiao.normalize.cell.CellReader;
import org.duibiao.normalize.cell.PeriodReader;
import org.duibiao.normalize.reading.Draft;
import org.duibiao.tables.Method;
import org.duibiao.tables.ReadingKind;
import org.duibiao.tables.Source;

/** Tells what a count of the rows of a list is of. */
final class ListDescriber {

  private ListDescriber() {}

  /**
   * What a count of listed things is: it is calculated from rows that are no values themselves, so
   * its method is count and its flag derived.
   *
   * @param period what the sidecar says of the time, or null
   * @param usedAliases takes the alias by which the things are known
   */
  static Draft describe(
      ListCounter.Count count,
      Source source,
      Sidecar sidecar,
      String period,
      CellReader cells,
      Set<String> usedAliases) {
    Draft draft = new Draft(ReadingKind.OBSERVATION);
    draft.method = Method.COUNT;
    draft.flags.add("derived");
    if (sidecar.transcribed()) {
      draft.flags.add("transcribed");
    }
    draft.source = source;
    draft.term = count.term();
    draft.value = BigDecimal.valueOf(count.count());
    draft.resolution = BigDecimal.ONE;
    draft.bound = Bound.EQ;
    if (count.meaning() == null) {
      draft.lacks("indicator");
      draft.note(
          count.term() == null
              ? "what is listed is not said: set `indicator` under `constants`, such as 三级甲等医院"
              : "the catalogue does not know '" + count.term() + "': add it to indicators.yaml");
    } else {
      usedAliases.add(Terms.key(count.meaning().alias()));
      draft.indicator = count.meaning().indicator();
      draft.unit = draft.indicator.unit().id();
      draft.basis = draft.indicator.basis();
      draft.measure = count.meaning().measure();
      draft.flags.addAll(count.meaning().flags());
    }
    if (count.area() == null) {
      draft.lacks("city");
      draft.note("the city is not clear from these rows: write it into their column of cities");
    } else {
      draft.area = count.area();
    }
    PeriodReader.Result time = cells.period(period, Kind.STOCK);
    if (time.period() != null) {
      draft.period = time.period();
      if (time.inferred()) {
        draft.flags.add("date_inferred");
      }
    } else if (sidecar.published() != null) {
      // A list is as of the day on which it is published.
      draft.period = Period.instant(sidecar.published());
      draft.flags.add("date_inferred");
    } else {
      draft.lacks("period");
      draft.note("no period is given: set it under `constants`, or `published`");
    }
    return draft;
  }
}
