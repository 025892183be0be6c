package org.duibiao.benchmark.selection;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.UnaryOperator;
import org.duibiao.benchmark.selection.ExtremesByPublisher.Direction;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.SourceClass;
import org.duibiao.tables.Figure;

/**
 * What is remembered of all figures about one city, indicator, day and kind of residents: who
 * published them, and how far apart they are.
 *
 * <p>Limits and ranges ({@code 超过100}) name no figure; they count as a source and nowhere else.
 */
final class CompetingFigures {

  private static final String[] NOBODY = {};

  private final LocalDate day;
  private final PopulationBasis populationBasis;
  private final ExtremesByPublisher up = new ExtremesByPublisher(Direction.UP);
  private final ExtremesByPublisher down = new ExtremesByPublisher(Direction.DOWN);

  /** Quoted and unverified figures; null as long as there is none. */
  private ExtremesByPublisher secondaryUp;

  private ExtremesByPublisher secondaryDown;
  private BigDecimal least;
  private BigDecimal greatest;
  private String[] publishers = NOBODY;
  private int publisherCount;

  /** A bit a publisher: whether one of its figures is not unverified. */
  private final BitSet verified = new BitSet();

  CompetingFigures(LocalDate day, PopulationBasis basis) {
    this.day = day;
    this.populationBasis = basis;
  }

  LocalDate day() {
    return day;
  }

  PopulationBasis populationBasis() {
    return populationBasis;
  }

  void add(Figure figure, Interner interner, UnaryOperator<Figure> intern) {
    boolean quoted = Precedence.isQuoted(figure);
    if (!quoted) {
      boolean isVerified = figure.sourceClass() != SourceClass.UNVERIFIED;
      addPublisher(interner.publisher(figure.publisher()), isVerified);
    }
    if (!Precedence.isPointValue(figure.bound())) {
      return;
    }
    widen(figure.value());
    if (quoted || figure.sourceClass() == SourceClass.UNVERIFIED) {
      if (secondaryUp == null) {
        secondaryUp = new ExtremesByPublisher(Direction.UP);
        secondaryDown = new ExtremesByPublisher(Direction.DOWN);
      }
      secondaryUp.add(figure, intern);
      secondaryDown.add(figure, intern);
    } else {
      up.add(figure, intern);
      down.add(figure, intern);
    }
  }

  void merge(CompetingFigures other, Interner interner) {
    for (int i = 0; i < other.publisherCount; i++) {
      addPublisher(interner.publisher(other.publishers[i]), other.verified.get(i));
    }
    if (other.least != null) {
      widen(other.least);
      widen(other.greatest);
    }
    up.merge(other.up);
    down.merge(other.down);
    if (other.secondaryUp != null) {
      if (secondaryUp == null) {
        secondaryUp = new ExtremesByPublisher(Direction.UP);
        secondaryDown = new ExtremesByPublisher(Direction.DOWN);
      }
      secondaryUp.merge(other.secondaryUp);
      secondaryDown.merge(other.secondaryDown);
    }
  }

  /** How many publishers give the figure themselves. */
  int sources() {
    return publisherCount;
  }

  /** How many of them give it only unverified. */
  int unverified() {
    return publisherCount - verified.cardinality();
  }

  /** Greatest − least; 0 where there is at most one figure. */
  BigDecimal width() {
    return least == null ? BigDecimal.ZERO : greatest.subtract(least);
  }

  /**
   * The two figures of different publishers that are furthest apart beyond half the sum of their
   * resolutions, or null if no two contradict each other. Unverified figures and quotations do not
   * take part.
   */
  Conflict conflict() {
    Figure high = up.first();
    Figure low = down.first();
    if (high == null || low == null) {
      return null;
    }
    if (!high.publisher().equals(low.publisher())) {
      return Conflict.between(high, low);
    }
    Conflict one = down.second() == null ? null : Conflict.between(high, down.second());
    Conflict other = up.second() == null ? null : Conflict.between(up.second(), low);
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.gap().compareTo(one.gap()) > 0 ? other : one;
  }

  /**
   * The quoted or unverified figure that is furthest from the chosen one, or null if none differs
   * from it by more than half the sum of their resolutions.
   */
  Figure contradictingSecondary(Figure chosen) {
    if (secondaryUp == null || !Precedence.isPointValue(chosen.bound())) {
      return null;
    }
    BigDecimal above = ExtremesByPublisher.gap(secondaryUp.first(), chosen);
    BigDecimal below = ExtremesByPublisher.gap(chosen, secondaryDown.first());
    Figure extremes = above.compareTo(below) >= 0 ? secondaryUp.first() : secondaryDown.first();
    return above.max(below).signum() > 0 ? extremes : null;
  }

  /** Two figures that cannot both be right. */
  record Conflict(Figure high, Figure low, BigDecimal gap) {

    static Conflict between(Figure high, Figure low) {
      BigDecimal gap = ExtremesByPublisher.gap(high, low);
      return gap.signum() > 0 ? new Conflict(high, low, gap) : null;
    }
  }

  private void widen(BigDecimal value) {
    if (least == null) {
      least = value;
      greatest = value;
    } else if (value.compareTo(least) < 0) {
      least = value;
    } else if (value.compareTo(greatest) > 0) {
      greatest = value;
    }
  }

  /** Adds a name of the pool, which is compared by identity. */
  private void addPublisher(String name, boolean isVerified) {
    for (int i = 0; i < publisherCount; i++) {
      if (publishers[i] == name) {
        verified.set(i, verified.get(i) || isVerified);
        return;
      }
    }
    if (publisherCount == publishers.length) {
      publishers = Arrays.copyOf(publishers, publisherCount + Math.max(1, publisherCount / 2));
    }
    verified.set(publisherCount, isVerified);
    publishers[publisherCount++] = name;
  }

  void write(FigureEncoder out) throws IOException {
    out.date(day);
    out.constant(populationBasis);
    out.decimal(least);
    out.decimal(greatest);
    out.count(publisherCount);
    for (int i = 0; i < publisherCount; i++) {
      out.word(publishers[i]);
      out.count(verified.get(i) ? 1 : 0);
    }
    write(up, out);
    write(down, out);
    out.count(secondaryUp == null ? 0 : 1);
    if (secondaryUp != null) {
      write(secondaryUp, out);
      write(secondaryDown, out);
    }
  }

  static CompetingFigures read(FigureDecoder in, Interner interner) throws IOException {
    CompetingFigures competing =
        new CompetingFigures(in.date(), in.constant(PopulationBasis.class));
    competing.least = in.decimal();
    competing.greatest = in.decimal();
    int publisherCount = in.count();
    competing.publishers = new String[publisherCount];
    for (int i = 0; i < publisherCount; i++) {
      competing.addPublisher(interner.publisher(in.word()), in.count() > 0);
    }
    read(competing.up, in);
    read(competing.down, in);
    if (in.count() > 0) {
      competing.secondaryUp = new ExtremesByPublisher(Direction.UP);
      competing.secondaryDown = new ExtremesByPublisher(Direction.DOWN);
      read(competing.secondaryUp, in);
      read(competing.secondaryDown, in);
    }
    return competing;
  }

  private static void write(ExtremesByPublisher extremes, FigureEncoder out) throws IOException {
    out.figure(extremes.first());
    out.figure(extremes.second());
  }

  private static void read(ExtremesByPublisher extremes, FigureDecoder in) throws IOException {
    extremes.restore(in.figure(), in.figure());
  }
}
