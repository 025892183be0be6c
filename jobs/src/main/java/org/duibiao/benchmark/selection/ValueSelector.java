package org.duibiao.benchmark.selection;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
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
 * merged. It keeps some five figures and the publishers' names a key, and serializes to a hundred
 * bytes a figure.
 */
public final class ValueSelector implements Serializable {

  private static final long serialVersionUID = 1L;

  private transient List<SeriesBreak> revisions;
  private transient Map<ValueKey, KeySelections> selections;
  private transient Interner interner;
  private transient UnaryOperator<Figure> internFigure;

  /** Starts without any figure; of the series breaks only those with revised years matter. */
  public ValueSelector(List<SeriesBreak> breaks) {
    start(breaks.stream().filter(each -> each.revisedFrom() != null).toList());
  }

  private void start(List<SeriesBreak> revising) {
    revisions = revising;
    selections = new HashMap<>();
    interner = new Interner();
    internFigure = interner::internFigure;
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
      case YEAR, INSTANT -> selectionsFor(figure).add(figure, interner, internFigure);
      case HALF, QUARTER, MONTH, SPAN -> {}
    }
  }

  private KeySelections selectionsFor(Figure figure) {
    ValueKey key =
        new ValueKey(figure.cityCode(), figure.indicator(), figure.periodEnd().getYear());
    KeySelections selectionsOfKey = selections.get(key);
    if (selectionsOfKey == null) {
      ValueKey compact =
          new ValueKey(
              interner.intern(key.cityCode()), interner.intern(key.indicator()), key.year());
      selectionsOfKey = new KeySelections(compact, revisions);
      selections.put(compact, selectionsOfKey);
    }
    return selectionsOfKey;
  }

  /**
   * Takes in what another selector has seen, which stays as it is.
   *
   * @return this
   * @throws IllegalArgumentException if the other was made with other series breaks
   */
  public ValueSelector merge(ValueSelector other) {
    if (!revisions.equals(other.revisions)) {
      throw new IllegalArgumentException(
          "Selectors with different series breaks cannot be merged: "
              + ids(revisions)
              + " and "
              + ids(other.revisions));
    }
    for (Map.Entry<ValueKey, KeySelections> entry : other.selections.entrySet()) {
      selections
          .computeIfAbsent(entry.getKey(), key -> new KeySelections(key, revisions))
          .merge(entry.getValue(), interner);
    }
    return this;
  }

  private static List<String> ids(List<SeriesBreak> breaks) {
    return breaks.stream().map(SeriesBreak::id).toList();
  }

  /**
   * The values to use, given what was added so far.
   *
   * @param runId the run that the findings name
   */
  public SelectedValues select(String runId) {
    SelectedValuesBuilder builder = new SelectedValuesBuilder(runId);
    new TreeMap<>(selections)
        .forEach((key, selectionsOfKey) -> selectionsOfKey.addTo(key, builder));
    return builder.build();
  }

  /** The selection for one key, and those by vintage if its year was revised. */
  private static final class KeySelections {

    private final ValueSelection all = new ValueSelection();
    private final List<Revision> revised;

    KeySelections(ValueKey key, List<SeriesBreak> revisions) {
      List<Revision> concerned = null;
      for (SeriesBreak revision : revisions) {
        if (revision.revises(key.year()) && revision.concerns(key.indicator(), key.cityCode())) {
          concerned = concerned == null ? new ArrayList<>(1) : concerned;
          concerned.add(Revision.of(revision));
        }
      }
      revised = concerned == null ? List.of() : concerned;
    }

    void add(Figure figure, Interner interner, UnaryOperator<Figure> intern) {
      all.add(figure, interner, intern);
      for (int i = 0; i < revised.size(); i++) {
        Revision revision = revised.get(i);
        Vintage vintage = revision.seriesBreak().vintageOfRevised(figure.published());
        revision.selections().get(vintage).add(figure, interner, intern);
      }
    }

    void merge(KeySelections other, Interner interner) {
      all.merge(other.all, interner);
      for (int i = 0; i < revised.size(); i++) {
        Revision others = other.revised.get(i);
        revised
            .get(i)
            .selections()
            .forEach((v, mine) -> mine.merge(others.selections().get(v), interner));
      }
    }

    void addTo(ValueKey key, SelectedValuesBuilder builder) {
      if (all.best() != null) {
        builder.add(all.result(key.year()));
      }
      for (Revision revision : revised) {
        revision
            .selections()
            .forEach((v, selection) -> addTo(key, revision.seriesBreak(), v, selection, builder));
      }
    }

    private static void addTo(
        ValueKey key,
        SeriesBreak seriesBreak,
        Vintage vintage,
        ValueSelection selection,
        SelectedValuesBuilder builder) {
      if (selection.best() != null) {
        builder.addVintage(
            new VintageKey(key.cityCode(), key.indicator(), key.year(), seriesBreak.id(), vintage),
            selection.result(key.year()));
      }
    }

    void write(FigureEncoder out) throws IOException {
      out.section();
      all.write(out);
      for (Revision revision : revised) {
        for (ValueSelection selection : revision.selections().values()) {
          selection.write(out);
        }
      }
    }

    static KeySelections read(
        ValueKey key, List<SeriesBreak> revisions, FigureDecoder in, Interner interner)
        throws IOException {
      in.section();
      KeySelections selectionsOfKey = new KeySelections(key, revisions);
      selectionsOfKey.all.read(in, interner);
      for (Revision revision : selectionsOfKey.revised) {
        for (ValueSelection selection : revision.selections().values()) {
          selection.read(in, interner);
        }
      }
      return selectionsOfKey;
    }
  }

  /** The selections for a revised year, by the vintage of the figures. */
  private record Revision(SeriesBreak seriesBreak, Map<Vintage, ValueSelection> selections) {

    static Revision of(SeriesBreak seriesBreak) {
      Map<Vintage, ValueSelection> selections = new EnumMap<>(Vintage.class);
      selections.put(Vintage.BEFORE, new ValueSelection());
      selections.put(Vintage.AFTER, new ValueSelection());
      selections.put(Vintage.UNKNOWN, new ValueSelection());
      return new Revision(seriesBreak, selections);
    }
  }

  private void writeObject(ObjectOutputStream stream) throws IOException {
    stream.writeObject(new ArrayList<>(revisions));
    FigureEncoder out = new FigureEncoder(stream);
    out.count(selections.size());
    for (Map.Entry<ValueKey, KeySelections> entry : selections.entrySet()) {
      out.word(entry.getKey().cityCode());
      out.word(entry.getKey().indicator());
      out.count(entry.getKey().year());
      entry.getValue().write(out);
    }
  }

  private void readObject(ObjectInputStream stream) throws IOException, ClassNotFoundException {
    @SuppressWarnings("unchecked") // As writeObject writes it.
    List<SeriesBreak> revising = (List<SeriesBreak>) stream.readObject();
    start(revising);
    FigureDecoder in = new FigureDecoder(stream, interner);
    for (int count = in.count(); count > 0; count--) {
      ValueKey key = new ValueKey(in.word(), in.word(), in.count());
      selections.put(key, KeySelections.read(key, revisions, in, interner));
    }
  }

  private void readObjectNoData() throws InvalidObjectException {
    throw new InvalidObjectException("A selector was written without its figures");
  }
}
