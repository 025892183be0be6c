package org.duibiao.normalize.table;

import java.math.BigDecimal;
import java.util.Set;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.model.Period;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.model.code.ReadingMethod;
import org.duibiao.normalize.cell.CellReader;
import org.duibiao.normalize.cell.PeriodReader;
import org.duibiao.normalize.reading.ReadingDraft;
import org.duibiao.tables.Source;

/** Interprets the count of a list's rows: what is counted, where and when. */
final class ListCountInterpreter {

  private ListCountInterpreter() {}

  /**
   * What a count of listed things is: it is calculated from rows that are not values themselves, so
   * its method is count and its flag derived.
   *
   * @param period what the sidecar says of the time, or null
   * @param usedAliases collects the alias that the things are listed under
   */
  static ReadingDraft interpret(
      ListCounter.ListCount count,
      Source source,
      Sidecar sidecar,
      String period,
      CellReader cells,
      Set<String> usedAliases) {
    ReadingDraft draft = new ReadingDraft(ReadingKind.OBSERVATION);
    draft.method = ReadingMethod.COUNT;
    draft.flags.add(Flag.DERIVED);
    draft.source = source;
    source.addFlags(draft.flags);
    draft.term = count.term();
    draft.value = BigDecimal.valueOf(count.count());
    draft.resolution = BigDecimal.ONE;
    draft.bound = Bound.EQ;
    if (count.meaning() == null) {
      draft.addMissing("indicator");
      draft.addDetail(
          count.term() == null
              ? "what is listed is not said: set `indicator` under `constants`, such as 三级甲等医院"
              : "the catalogue does not know '" + count.term() + "': add it to indicators.yaml");
    } else {
      ValueInterpreter.apply(count.meaning(), draft, usedAliases);
      draft.unit = draft.indicator.unit().id();
    }
    if (count.area() == null) {
      draft.addMissing("city");
      draft.addDetail(
          "the city is not clear from these rows: write it into their column of cities");
    } else {
      draft.area = count.area();
    }
    PeriodReader.ParsedPeriod time = cells.period(period, IndicatorKind.STOCK);
    if (time.period() != null) {
      ValueInterpreter.apply(time, draft);
    } else if (sidecar.published() != null) {
      // A list is as of the day on which it is published.
      draft.period = Period.instant(sidecar.published());
      draft.flags.add(Flag.DATE_INFERRED);
    } else {
      draft.addMissing("period");
      draft.addDetail("no period is given: set it under `constants`, or `published`");
    }
    return draft;
  }
}
