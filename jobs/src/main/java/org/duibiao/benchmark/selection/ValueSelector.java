package org.duibiao.benchmark.selection;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.duibiao.benchmark.selection.FiguresOfKey.Group;
import org.duibiao.benchmark.selection.SelectedValues.VintageKey;
import org.duibiao.columns.ColumnStream;
import org.duibiao.columns.Schema;
import org.duibiao.model.Scope;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Status;
import org.duibiao.model.code.Vintage;
import org.duibiao.tables.Figure;

/**
 * Chooses, for each city, indicator and year, the one of many published figures that is used.
 *
 * <p>Actual levels of a whole city enter, for years and days; a year stands for its last day. Of
 * two figures the first of these that tells them apart decides, and is the {@code rule}:
 *
 * <ol>
 *   <li>{@code nearest_year_end}: the later in the year
 *   <li>{@code bound}: an exact figure before an approximate one before a limit or a range
 *   <li>{@code official}: census, yearbook and bulletin before report before news
 *   <li>{@code own_publication}: a publication of its own before a quotation
 *   <li>{@code latest_published}: the later published; unknown is earlier than any day
 *   <li>{@code class}: census before yearbook before bulletin
 *   <li>{@code source_id}, {@code locator} (digits as numbers), {@code observation_id}: the smaller
 * </ol>
 *
 * <p>The {@code rule} is that on which the winner beats the runner-up; {@code only_one} without
 * one.
 *
 * <p>What else is said about the same day (and not about other residents, where both name them)
 * shows how sure the value is:
 *
 * <ul>
 *   <li>{@code sources}: the publishers, less those who only quote. An unverified figure is never
 *       chosen, but somebody published it: it counts.
 *   <li>{@code spread}: (greatest − least) / chosen over all of them, quotations and unverified
 *       figures too; limits and ranges name no figure and are left out.
 *   <li>{@code conflict}: |v − w| &gt; (r + s) / 2 for figures v and w of two publishers and their
 *       resolutions r and s (0 where unknown). Quotations and unverified figures do not make a
 *       conflict; if one contradicts the chosen figure by the same formula, that is a finding whose
 *       detail calls it a secondary source.
 * </ul>
 *
 * <p>Years that a series break revised have further selections: among the figures published before
 * the revision was announced, and among those published since.
 *
 * <p>An accumulator: figures are added in any order to any number of selectors, which are then
 * merged. It keeps a few figures a key, and who published the others.
 */
public final class ValueSelector implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final List<Vintage> OF_REVISED =
      List.of(Vintage.BEFORE, Vintage.AFTER, Vintage.UNKNOWN);

  /** What there is one value to use for. */
  record ValueKey(String cityCode, String indicator, int year)
      implements Comparable<ValueKey>, Serializable {

    private static final Comparator<ValueKey> ORDER =
        Comparator.comparing(ValueKey::cityCode)
            .thenComparing(ValueKey::indicator)
            .thenComparingInt(ValueKey::year);

    @Override
    public int compareTo(ValueKey other) {
      return ORDER.compare(this, other);
    }
  }

  private final ArrayList<SeriesBreak> breaks;
  private transient Map<ValueKey, FiguresOfKey> figures = new HashMap<>();
  private transient Interner interner = new Interner();

  /** Starts without any figure. */
  public ValueSelector(List<SeriesBreak> breaks) {
    this.breaks = new ArrayList<>(breaks);
  }

  /**
   * Adds a current observation; what cannot be the value of a year is ignored.
   *
   * @param scope the part of the area, or null for the whole
   */
  public void add(Figure figure, Status status, Measure measure, String scope) {
    if (status != Status.ACTUAL || measure != Measure.LEVEL || !Scope.isWhole(scope)) {
      return;
    }
    switch (figure.periodType()) {
      case YEAR, INSTANT -> add(interner.intern(figure));
      case HALF, QUARTER, MONTH, SPAN -> {}
    }
  }

  private void add(Figure figure) {
    ofKey(key(figure)).add(figure);
  }

  private void forget(Map<ValueKey, Map<Group, String[]>> publishers) {
    publishers.forEach((key, those) -> ofKey(key).forget(those));
  }

  private FiguresOfKey ofKey(ValueKey key) {
    return figures.computeIfAbsent(key, none -> new FiguresOfKey(revising(key)));
  }

  /** The publishers whose figures are not here any more. */
  private HashMap<ValueKey, Map<Group, String[]>> forgotten() {
    HashMap<ValueKey, Map<Group, String[]>> forgotten = new HashMap<>();
    figures.forEach(
        (key, ofKey) -> {
          if (!ofKey.forgotten().isEmpty()) {
            forgotten.put(key, ofKey.forgotten());
          }
        });
    return forgotten;
  }

  private static ValueKey key(Figure figure) {
    return new ValueKey(figure.cityCode(), figure.indicator(), figure.periodEnd().getYear());
  }

  private List<SeriesBreak> revising(ValueKey key) {
    return breaks.stream()
        .filter(each -> each.revises(key.year()) && each.concerns(key.indicator(), key.cityCode()))
        .toList();
  }

  /**
   * Takes in what another selector has seen, which stays as it is.
   *
   * @return this
   * @throws IllegalArgumentException if the other was made with other series breaks
   */
  public ValueSelector merge(ValueSelector other) {
    if (!breaks.equals(other.breaks)) {
      throw new IllegalArgumentException(
          "Selectors with different series breaks cannot be merged: "
              + revisions()
              + " and "
              + other.revisions());
    }
    other.all().forEach(this::add);
    forget(other.forgotten());
    return this;
  }

  private List<String> revisions() {
    return breaks.stream().filter(each -> each.revisedFrom() != null).map(SeriesBreak::id).toList();
  }

  /**
   * The values to use, given what was added so far.
   *
   * @param runId the run that the findings name
   * @param doubts the ids of observations that take no part, but are among the figures, flagged
   *     {@code doubted}
   */
  public SelectedValues select(String runId, Set<String> doubts) {
    figures.values().forEach(FiguresOfKey::prune);
    SelectedValuesBuilder builder = new SelectedValuesBuilder(breaks, runId);
    all().filter(each -> doubts.contains(each.observationId())).forEach(builder::addDoubted);
    new TreeMap<>(figures).forEach((key, ofKey) -> select(key, ofKey, doubts, builder));
    return builder.build();
  }

  private void select(
      ValueKey key, FiguresOfKey ofKey, Set<String> doubts, SelectedValuesBuilder builder) {
    ValueSelection.of(ofKey.figures(), doubts, ofKey.forgotten()).ifPresent(builder::add);
    List<SeriesBreak> revising = ofKey.revising();
    for (int i = 0; i < revising.size(); i++) {
      SeriesBreak each = revising.get(i);
      int place = i;
      for (Vintage vintage : OF_REVISED) {
        List<Figure> ofVintage =
            ofKey.figures().stream()
                .filter(figure -> each.vintageOfRevised(figure.published()) == vintage)
                .toList();
        Map<Group, String[]> forgotten = new HashMap<>(ofKey.forgotten());
        forgotten.keySet().removeIf(group -> group.vintages().get(place) != vintage);
        VintageKey vintageKey =
            new VintageKey(key.cityCode(), key.indicator(), key.year(), each.id(), vintage);
        ValueSelection.of(ofVintage, doubts, forgotten)
            .ifPresent(selection -> builder.addVintage(vintageKey, selection));
      }
    }
  }

  /**
   * Some observations and those that give the same value of the same city, indicator and year: a
   * doubted value is none the better for another publisher's copy of it.
   *
   * @param ids the ids of those observations
   */
  public Set<String> withCopies(Set<String> ids) {
    Set<String> all = new HashSet<>();
    for (List<Figure> ofKey : figures.values().stream().map(FiguresOfKey::figures).toList()) {
      Set<BigDecimal> values = new TreeSet<>();
      ofKey.stream()
          .filter(each -> ids.contains(each.observationId()))
          .forEach(each -> values.add(each.value()));
      ofKey.stream()
          .filter(each -> values.contains(each.value()))
          .forEach(each -> all.add(each.observationId()));
    }
    return all;
  }

  private Stream<Figure> all() {
    return figures.values().stream().flatMap(each -> each.figures().stream());
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    figures.values().forEach(FiguresOfKey::prune);
    out.defaultWriteObject();
    ColumnStream.write(out, Figure.class, all().toList());
    out.writeObject(forgotten());
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    interner = new Interner();
    figures = new HashMap<>();
    ColumnStream.read(in, Figure.class).forEach(this::add);
    @SuppressWarnings("unchecked") // Written above.
    Map<ValueKey, Map<Group, String[]>> forgotten =
        (Map<ValueKey, Map<Group, String[]>>) in.readObject();
    forget(forgotten);
  }

  /**
   * Keeps one copy of what many figures have in common: publishers, sources, paths, dates, flags.
   */
  private static final class Interner {

    /** So that a landing area in which every row is a source of its own cannot fill the heap. */
    private static final int LIMIT = 1 << 17;

    private static final Schema<Figure> FIGURE = Schema.of(Figure.class);

    /** The columns in which hardly anything repeats. */
    private static final Set<String> DISTINCT =
        Set.of("observation_id", "value", "value_high", "locator", "quote");

    private final Map<Object, Object> parts = new HashMap<>();

    /** The figure with its parts replaced by the ones that are shared. */
    Figure intern(Figure figure) {
      List<Schema.Field> fields = FIGURE.fields();
      Object[] values = new Object[fields.size()];
      for (int i = 0; i < values.length; i++) {
        Object value = FIGURE.value(figure, i);
        values[i] = DISTINCT.contains(fields.get(i).name()) ? value : shared(value);
      }
      return FIGURE.row(values);
    }

    /** The part, or the equal one that was seen before. */
    private Object shared(Object part) {
      if (part != null && parts.size() < LIMIT) {
        parts.putIfAbsent(part, part);
      }
      return parts.getOrDefault(part, part);
    }
  }
}
