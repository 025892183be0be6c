package org.duibiao.benchmark.selection;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duibiao.columns.ColumnStream;
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
 * merged. It keeps a few figures of each publisher a key.
 */
public final class ValueSelector implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final List<Vintage> OF_REVISED =
      List.of(Vintage.BEFORE, Vintage.AFTER, Vintage.UNKNOWN);

  private final ArrayList<SeriesBreak> breaks;

  /** In years that were revised a selection for each vintage, else one. */
  private final LinkedHashMap<ValueKey, ArrayList<ValueSelection>> selections =
      new LinkedHashMap<>();

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
    ValueKey key =
        new ValueKey(figure.cityCode(), figure.indicator(), figure.periodEnd().getYear());
    List<Vintage> vintages =
        revising(key).map(each -> each.vintageOfRevised(figure.published())).toList();
    selection(key, vintages).add(figure);
  }

  private Stream<SeriesBreak> revising(ValueKey key) {
    return breaks.stream()
        .filter(each -> each.revises(key.year()) && each.concerns(key.indicator(), key.cityCode()));
  }

  private ValueSelection selection(ValueKey key, List<Vintage> vintages) {
    List<ValueSelection> ofKey = selections.computeIfAbsent(key, none -> new ArrayList<>(1));
    for (ValueSelection each : ofKey) {
      if (each.vintages().equals(vintages)) {
        return each;
      }
    }
    ValueSelection added = new ValueSelection(interner.shared(vintages));
    ofKey.add(added);
    return added;
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
    other.selections.forEach(
        (key, theirs) -> theirs.forEach(each -> selection(key, each.vintages()).merge(each)));
    return this;
  }

  private List<String> revisions() {
    return breaks.stream().filter(each -> each.revisedFrom() != null).map(SeriesBreak::id).toList();
  }

  /**
   * The values to use, given what was added so far.
   *
   * @param runId the run that the findings name
   */
  public SelectedValues select(String runId) {
    return select(runId, Set.of());
  }

  /**
   * The same without some observations: they are among the figures, flagged {@code doubted}, but
   * take no part.
   *
   * @param doubts the ids of those observations
   */
  public SelectedValues select(String runId, Set<String> doubts) {
    all().forEach(ValueSelection::prune);
    SelectedValuesBuilder builder = new SelectedValuesBuilder(breaks, runId);
    all()
        .flatMap(each -> each.figures().stream())
        .filter(each -> doubts.contains(each.observationId()))
        .forEach(builder::addDoubted);
    new TreeMap<>(selections).forEach((key, ofKey) -> select(key, ofKey, doubts, builder));
    return builder.build();
  }

  private void select(
      ValueKey key, List<ValueSelection> ofKey, Set<String> doubts, SelectedValuesBuilder builder) {
    ValueSelection.result(key.year(), ofKey, doubts).ifPresent(builder::add);
    List<String> revising = revising(key).map(SeriesBreak::id).toList();
    for (int i = 0; i < revising.size(); i++) {
      for (Vintage vintage : OF_REVISED) {
        int place = i;
        VintageKey ofVintage =
            new VintageKey(key.cityCode(), key.indicator(), key.year(), revising.get(i), vintage);
        List<ValueSelection> parts =
            ofKey.stream().filter(each -> each.vintages().get(place) == vintage).toList();
        ValueSelection.result(key.year(), parts, doubts)
            .ifPresent(result -> builder.addVintage(ofVintage, result));
      }
    }
  }

  private Stream<ValueSelection> all() {
    return selections.values().stream().flatMap(List::stream);
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    all().forEach(ValueSelection::prune);
    out.defaultWriteObject();
    ColumnStream.write(out, Figure.class, all().flatMap(each -> each.figures().stream()).toList());
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    interner = new Interner();
    Iterator<Figure> figures = ColumnStream.read(in, Figure.class).iterator();
    all().forEach(each -> each.restore(figures));
  }
}
