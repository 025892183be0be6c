package org.duibiao.benchmark.selection;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.duibiao.benchmark.selection.CompetingFigures.Conflict;
import org.duibiao.benchmark.stats.Rounding;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.SourceClass;
import org.duibiao.tables.Figure;
import org.duibiao.tables.IndicatorValue;
import org.duibiao.tables.IndicatorValueBuilder;

/** Finds the figure to use among those about one city, indicator and year. */
final class ValueSelection {

  private static final Precedence.Criterion[] CRITERIA = Precedence.Criterion.values();

  private Figure best;

  /**
   * The 1-based place of the criterion on which the best beats the runner-up; 0 if it is alone. The
   * runner-up itself need not be kept. Each criterion only looks at figures that are equal by all
   * the earlier ones, so the runner-up is among those that lose latest, and a new best that wins on
   * criterion k beats all that the old one beat on k at the latest.
   */
  private int decidedBy;

  /** About the best figure's day, and about later ones of which only unverified figures speak. */
  private final List<CompetingFigures> competing = new ArrayList<>(1);

  /** The winner, or null if nothing but unverified figures entered. */
  Figure best() {
    return best;
  }

  void add(Figure figure, Interner interner, UnaryOperator<Figure> intern) {
    if (figure.sourceClass() != SourceClass.UNVERIFIED) {
      consider(figure, intern);
    }
    LocalDate day = Precedence.day(figure);
    if (best == null || !day.isBefore(Precedence.day(best))) {
      competingOn(day, figure.populationBasis()).add(figure, interner, intern);
    }
  }

  void merge(ValueSelection other, Interner interner) {
    if (other.best != null) {
      if (best == null) {
        best = other.best;
        decidedBy = other.decidedBy;
        forgetEarlierDays();
      } else {
        int decision = Precedence.decide(other.best, best);
        if (decision > 0) {
          best = other.best;
          forgetEarlierDays();
        }
        decidedBy =
            switch (Integer.signum(decision)) {
              case 1 -> Math.max(decision, other.decidedBy);
              case -1 -> Math.max(-decision, decidedBy);
              default -> Math.max(decidedBy, other.decidedBy);
            };
      }
    }
    for (CompetingFigures theirs : other.competing) {
      if (best == null || !theirs.day().isBefore(Precedence.day(best))) {
        competingOn(theirs.day(), theirs.populationBasis()).merge(theirs, interner);
      }
    }
  }

  private void consider(Figure figure, UnaryOperator<Figure> intern) {
    if (best == null) {
      best = intern.apply(figure);
      forgetEarlierDays();
      return;
    }
    int decision = Precedence.decide(figure, best);
    if (decision > 0) {
      best = intern.apply(figure);
      decidedBy = decision;
      forgetEarlierDays();
    } else if (-decision > decidedBy) {
      decidedBy = -decision;
    }
  }

  /** Days before the best figure's are no longer of interest: no later figure can be about them. */
  private void forgetEarlierDays() {
    LocalDate day = Precedence.day(best);
    if (!competing.isEmpty()) {
      competing.removeIf(each -> each.day().isBefore(day));
    }
  }

  private CompetingFigures competingOn(LocalDate day, PopulationBasis basis) {
    for (CompetingFigures each : competing) {
      if (each.populationBasis() == basis && each.day().equals(day)) {
        return each;
      }
    }
    CompetingFigures added = new CompetingFigures(day, basis);
    competing.add(added);
    return added;
  }

  /**
   * The result of a selection that has a best figure. {@code spread}, {@code conflict} and {@code
   * sources} are over the figures about the same day as the chosen one, of which none names another
   * kind of residents than it does.
   */
  Result result(int year) {
    CompetingFigures around = competingOnSelectedDay();
    Conflict conflict = around.conflict();
    Double spread = null;
    if (best.value().signum() != 0) {
      spread = Rounding.quotient(around.width(), best.value());
    }
    IndicatorValue value =
        IndicatorValueBuilder.builder()
            .cityCode(best.cityCode())
            .indicator(best.indicator())
            .year(year)
            .periodEnd(Precedence.day(best))
            .value(best.value())
            .unit(best.unit())
            .bound(best.bound())
            .populationBasis(best.populationBasis())
            .observationId(best.observationId())
            .sources(around.sources())
            .spread(spread)
            .conflict(conflict != null)
            .rule(decidedBy == 0 ? "only_one" : CRITERIA[decidedBy - 1].id())
            .flags(flags(conflict))
            .unverifiedSources(around.unverified())
            .build();
    return new Result(value, best, conflict, around.contradictingSecondary(best));
  }

  private CompetingFigures competingOnSelectedDay() {
    LocalDate day = Precedence.day(best);
    PopulationBasis basis = best.populationBasis();
    CompetingFigures only = null;
    CompetingFigures merged = null;
    Interner names = null;
    for (CompetingFigures each : competing) {
      boolean sameResidents =
          basis == null || each.populationBasis() == null || each.populationBasis() == basis;
      if (sameResidents && each.day().equals(day)) {
        if (only == null) {
          only = each;
        } else {
          if (merged == null) {
            names = new Interner();
            merged = new CompetingFigures(day, basis);
            merged.merge(only, names);
          }
          merged.merge(each, names);
        }
      }
    }
    return merged == null ? only : merged;
  }

  private List<Flag> flags(Conflict conflict) {
    Set<Flag> flags = Flag.setOf(best.flags());
    if (!Precedence.isYearEnd(Precedence.day(best))) {
      flags.add(Flag.MID_YEAR);
    }
    if (best.bound() == Bound.APPROX) {
      flags.add(Flag.APPROXIMATE);
    } else if (!Precedence.isPointValue(best.bound())) {
      flags.add(Flag.BOUND);
    }
    if (conflict != null) {
      flags.add(Flag.CONFLICTING_SOURCES);
    }
    return List.copyOf(flags);
  }

  /**
   * The result of a selection.
   *
   * @param conflict the two figures that contradict each other most, or null
   * @param secondary the quoted or unverified figure that contradicts the chosen one most, or null
   */
  record Result(IndicatorValue value, Figure selected, Conflict conflict, Figure secondary) {}

  void write(FigureEncoder out) throws IOException {
    out.figure(best);
    out.count(decidedBy);
    out.count(competing.size());
    for (CompetingFigures each : competing) {
      each.write(out);
    }
  }

  /** Takes in what was written, into a selection without any figure. */
  void read(FigureDecoder in, Interner interner) throws IOException {
    best = in.figure();
    decidedBy = in.count();
    for (int count = in.count(); count > 0; count--) {
      competing.add(CompetingFigures.read(in, interner));
    }
  }
}
