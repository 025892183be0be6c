package org.duibiao.prose;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.model.code.Status;
import org.duibiao.normalize.reading.ReadingDraft;
import org.duibiao.prose.document.Mention;

/**
 * Compares the figures of one document with each other. Two values of one figure contradict each
 * other unless the text says how they differ: then none of them is an observation, and each waits
 * with the place of the other. Values that are equal but for rounding do not contradict each other.
 *
 * <p>Numbers are held back until the document ends, or until {@value #MOST_HELD} others follow.
 */
final class FigureComparison {

  private static final int MOST_HELD = 20_000;
  private static final int MOST_FIGURES = 20_000;
  private static final int MOST_VALUES = 20;

  /** A number as it was understood, before it is passed on. */
  static final class Held {

    final Mention mention;
    final ReadingDraft draft;

    /** A figure that this one contradicts, or null. */
    Held contradicted;

    Held(Mention mention, ReadingDraft draft) {
      this.mention = mention;
      this.draft = draft;
    }

    String locator() {
      return "char:" + mention.start() + "-" + mention.end();
    }

    String says() {
      return locator() + " says '" + mention.printed() + "'";
    }

    /** Whether its noun is defined otherwise than the indicator. */
    boolean isLoose() {
      return draft.flags.contains(Flag.DEFINITION_DIFFERS);
    }
  }

  private final Consumer<Held> sink;
  private final Deque<Held> held = new ArrayDeque<>();

  /** The places of each value of a figure, by all that tells it from others. */
  private final Map<List<Object>, List<List<Held>>> figures = new HashMap<>();

  /**
   * A comparison of one document.
   *
   * @param sink takes each number, in order, once it is known whether another contradicts it
   */
  FigureComparison(Consumer<Held> sink) {
    this.sink = sink;
  }

  void add(Mention mention, ReadingDraft draft) {
    Held next = new Held(mention, draft);
    held.add(next);
    if (isComparable(next)) {
      compare(next);
    }
    if (held.size() > MOST_HELD) {
      sink.accept(held.poll());
    }
  }

  /** Passes on what is left. */
  void finish() {
    held.forEach(sink);
    held.clear();
    figures.clear();
  }

  private static boolean isComparable(Held each) {
    ReadingDraft draft = each.draft;
    return draft.row.kind() == ReadingKind.OBSERVATION
        && draft.row.measure() == Measure.LEVEL
        && (draft.row.status() == Status.ACTUAL || draft.row.status() == Status.TARGET)
        && (draft.row.bound() == Bound.EQ || draft.row.bound() == Bound.APPROX)
        && !each.mention.derived();
  }

  private void compare(Held next) {
    ReadingDraft draft = next.draft;
    List<Object> key =
        Arrays.asList(
            draft.area,
            draft.indicator.id(),
            draft.row.status(),
            draft.row.scope(),
            draft.row.populationBasis(),
            draft.period);
    if (figures.size() >= MOST_FIGURES && !figures.containsKey(key)) {
      return;
    }
    List<List<Held>> values = figures.computeIfAbsent(key, k -> new ArrayList<>(1));
    List<Held> equal = null;
    for (List<Held> value : values) {
      Held other = value.get(0);
      if (next.isLoose() == other.isLoose()
          && next.draft.row.value().compareTo(other.draft.row.value()) == 0
          && next.draft.row.resolution().compareTo(other.draft.row.resolution()) == 0) {
        equal = value;
        next.contradicted = other.contradicted;
      } else if (!agree(draft, other.draft)) {
        contradict(next, value);
      }
    }
    if (equal != null) {
      equal.add(next);
    } else if (values.size() < MOST_VALUES) {
      values.add(new ArrayList<>(List.of(next)));
    }
  }

  /** A value under a name that is defined otherwise does not put the exact one in doubt. */
  private static void contradict(Held next, List<Held> value) {
    boolean loose = value.get(0).isLoose();
    if (next.isLoose() || !loose) {
      next.contradicted = value.get(0);
    }
    if (loose || !next.isLoose()) {
      value.stream().filter(each -> each.contradicted == null).forEach(e -> e.contradicted = next);
    }
  }

  private static boolean agree(ReadingDraft one, ReadingDraft other) {
    BigDecimal most = one.row.resolution().max(other.row.resolution());
    return one.row.value().subtract(other.row.value()).abs().compareTo(most) <= 0;
  }
}
