package org.duibiao.benchmark.selection;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.UnaryOperator;
import org.duibiao.benchmark.selection.Furthest.Direction;
import org.duibiao.model.code.Basis;
import org.duibiao.model.code.SourceClass;
import org.duibiao.tables.Figure;

/**
 * What is remembered of all figures about one city, indicator, day and kind of residents: who
 * published them, and how far apart they are.
 *
 * <p>Limits and ranges ({@code 超过100}) name no figure; they count as a source and nowhere else.
 */
final class Peers {

  private static final String[] NOBODY = {};

  private final LocalDate day;
  private final Basis basis;
  private final Furthest up = new Furthest(Direction.UP);
  private final Furthest down = new Furthest(Direction.DOWN);

  /** Quoted and unverified figures; null as long as there is none. */
  private Furthest witnessUp;

  private Furthest witnessDown;
  private BigDecimal least;
  private BigDecimal greatest;
  private String[] publishers = NOBODY;
  private int publisherCount;

  /** A bit a publisher: whether one of its figures is not unverified. */
  private final BitSet verified = new BitSet();

  Peers(LocalDate day, Basis basis) {
    this.day = day;
    this.basis = basis;
  }

  LocalDate day() {
    return day;
  }

  Basis basis() {
    return basis;
  }

  void add(Figure figure, Pool pool, UnaryOperator<Figure> keep) {
    boolean quoted = Precedence.isQuoted(figure);
    if (!quoted) {
      boolean isVerified = figure.sourceClass() != SourceClass.UNVERIFIED;
      addPublisher(pool.publisher(figure.publisher()), isVerified);
    }
    if (!Precedence.isPlain(figure.bound())) {
      return;
    }
    widen(figure.value());
    if (quoted || figure.sourceClass() == SourceClass.UNVERIFIED) {
      if (witnessUp == null) {
        witnessUp = new Furthest(Direction.UP);
        witnessDown = new Furthest(Direction.DOWN);
      }
      witnessUp.add(figure, keep);
      witnessDown.add(figure, keep);
    } else {
      up.add(figure, keep);
      down.add(figure, keep);
    }
  }

  void merge(Peers other, Pool pool) {
    for (int i = 0; i < other.publisherCount; i++) {
      addPublisher(pool.publisher(other.publishers[i]), other.verified.get(i));
    }
    if (other.least != null) {
      widen(other.least);
      widen(other.greatest);
    }
    up.merge(other.up);
    down.merge(other.down);
    if (other.witnessUp != null) {
      if (witnessUp == null) {
        witnessUp = new Furthest(Direction.UP);
        witnessDown = new Furthest(Direction.DOWN);
      }
      witnessUp.merge(other.witnessUp);
      witnessDown.merge(other.witnessDown);
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
  Figure contradictingWitness(Figure chosen) {
    if (witnessUp == null || !Precedence.isPlain(chosen.bound())) {
      return null;
    }
    BigDecimal above = Furthest.gap(witnessUp.first(), chosen);
    BigDecimal below = Furthest.gap(chosen, witnessDown.first());
    Figure furthest = above.compareTo(below) >= 0 ? witnessUp.first() : witnessDown.first();
    return above.max(below).signum() > 0 ? furthest : null;
  }

  /** Two figures that cannot both be right. */
  record Conflict(Figure high, Figure low, BigDecimal gap) {

    static Conflict between(Figure high, Figure low) {
      BigDecimal gap = Furthest.gap(high, low);
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

  void write(FigureWriter out) throws IOException {
    out.date(day);
    out.constant(basis);
    out.decimal(least);
    out.decimal(greatest);
    out.count(publisherCount);
    for (int i = 0; i < publisherCount; i++) {
      out.word(publishers[i]);
      out.count(verified.get(i) ? 1 : 0);
    }
    write(up, out);
    write(down, out);
    out.count(witnessUp == null ? 0 : 1);
    if (witnessUp != null) {
      write(witnessUp, out);
      write(witnessDown, out);
    }
  }

  static Peers read(FigureReader in, Pool pool) throws IOException {
    Peers peers = new Peers(in.date(), in.constant(Basis.class));
    peers.least = in.decimal();
    peers.greatest = in.decimal();
    int publisherCount = in.count();
    peers.publishers = new String[publisherCount];
    for (int i = 0; i < publisherCount; i++) {
      peers.addPublisher(pool.publisher(in.word()), in.count() > 0);
    }
    read(peers.up, in);
    read(peers.down, in);
    if (in.count() > 0) {
      peers.witnessUp = new Furthest(Direction.UP);
      peers.witnessDown = new Furthest(Direction.DOWN);
      read(peers.witnessUp, in);
      read(peers.witnessDown, in);
    }
    return peers;
  }

  private static void write(Furthest furthest, FigureWriter out) throws IOException {
    out.figure(furthest.first());
    out.figure(furthest.second());
  }

  private static void read(Furthest furthest, FigureReader in) throws IOException {
    furthest.restore(in.figure(), in.figure());
  }
}
