package org.duibiao.normalize.describe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.ingest.FilePreview;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.table.TableLayout.ColumnRole;
import org.duibiao.model.Area;
import org.duibiao.normalize.cell.CellClassifier;

/**
 * Drafts the sidecar of a file from the file itself. Each line says that it is a guess, and why;
 * what cannot be guessed is left blank in a way that a run refuses.
 */
public final class SidecarDrafter {

  private static final int LINES_LOOKED_AT = 300;
  private static final int LAST_LINES = 30;

  private final CellClassifier classifier;

  /** A drafter that knows what the catalogue knows. */
  public SidecarDrafter(Catalogue catalogue) {
    this.classifier = new CellClassifier(catalogue);
  }

  /**
   * The text of a sidecar.
   *
   * @param path the file's path in the landing area, which may tell where it comes from
   * @throws UnreadableFileException if nothing that the sidecar could say makes the file readable
   */
  public String draft(String path, byte[] bytes) throws IOException, UnreadableFileException {
    FilePreview preview = FilePreview.of(bytes);
    PageCaptions captions = new PageCaptions(preview);
    List<LayoutDraft> candidates = new ArrayList<>();
    for (FilePreview.PreviewTable table : preview.tables()) {
      List<TableFinder.FoundTable> found = new TableFinder(classifier, table).find();
      for (TableFinder.FoundTable each : found) {
        candidates.add(
            new LayoutDraft(classifier, table, each, found.size() == 1, captions.above(table)));
      }
    }
    SidecarWriter draft = new SidecarWriter();
    draft.comment("Drafted from the file itself: every line is a guess. Correct it, then run.");
    // Tables without figures that have a name and an address or city in each row.
    Optional<LayoutDraft> list =
        preview.tables().stream()
            .flatMap(table -> new ListFinder(classifier, table).find(path).stream())
            .findFirst();
    if (list.isPresent()) {
      list(draft, path, preview, list.get());
    } else if (!candidates.isEmpty()) {
      tables(draft, path, preview, captions.hasText(), candidates);
    } else {
      prose(draft, path, preview);
    }
    return draft.toString();
  }

  private static List<String> lines(String text) {
    List<String> lines =
        Arrays.stream(text.split("\\R")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    int left = Math.max(LINES_LOOKED_AT, lines.size() - LAST_LINES);
    return Stream.concat(lines.stream().limit(LINES_LOOKED_AT), lines.stream().skip(left)).toList();
  }

  private void tables(
      SidecarWriter draft,
      String path,
      FilePreview preview,
      boolean text,
      List<LayoutDraft> candidates)
      throws UnreadableFileException {
    List<String> outside = new ArrayList<>();
    candidates.forEach(candidate -> outside.addAll(candidate.found.titles()));
    // The title of a page with text is not that of one of its tables.
    outside.addAll(text ? 0 : outside.size(), lines(preview.heading()));
    candidates.forEach(candidate -> outside.addAll(candidate.found.footnotes()));
    SourceDraft source = new SourceDraft(classifier, path, outside);
    Area named = source.city();
    candidates.forEach(candidate -> candidate.guess(source, named));
    List<LayoutDraft> filled = candidates.stream().filter(layout -> layout.size() > 0).toList();
    List<LayoutDraft> labelled = filled.stream().filter(layout -> !layout.roles.isEmpty()).toList();
    // Figures without any label beside tables that have them are sums and notes.
    List<LayoutDraft> layouts = labelled.isEmpty() ? filled : labelled;
    if (layouts.isEmpty()) {
      prose(draft, path, preview);
      return;
    }
    source.write(
        draft, allHave(layouts, ColumnRole.PUBLISHER) && allHave(layouts, ColumnRole.PUBLISHED));
    if (!allHave(layouts, ColumnRole.CITY)) {
      city(draft, named, "in the title or the name");
    }
    for (ColumnRole role : List.of(ColumnRole.INDICATOR, ColumnRole.PERIOD)) {
      if (!allHave(layouts, role)) {
        draft.raw(
            "# constants: {" + role.id() + ": ...}",
            "TO FILL IN: the file does not say which " + role.id() + "; figures wait until then");
      }
    }
    if (text) {
      draft.raw("text: true", "guess: the page has sentences with figures beside its tables");
    }
    draft.raw("layout:", null);
    if (layouts.size() == 1) {
      layouts.get(0).write(draft, "  ", preview.tables().size());
      return;
    }
    for (int i = 0; i < layouts.size(); i++) {
      draft.raw("  -", "table " + (i + 1) + " of " + layouts.size());
      layouts.get(i).write(draft, "    ", preview.tables().size());
    }
  }

  private static boolean allHave(List<LayoutDraft> layouts, ColumnRole role) {
    return layouts.stream().allMatch(layout -> layout.has(role));
  }

  private void list(SidecarWriter draft, String path, FilePreview preview, LayoutDraft list) {
    SourceDraft source = new SourceDraft(classifier, path, list.found.titles());
    source.write(draft, false);
    if (!list.has(ColumnRole.INDICATOR)) {
      draft.raw(
          "# constants: {indicator: ...}",
          "TO FILL IN: the file does not say what is listed; counts wait until then");
    }
    draft.raw("layout:", null);
    list.write(draft, "  ", preview.tables().size());
  }

  private static void city(SidecarWriter draft, Area city, String where) {
    if (city != null) {
      draft.line("", "city", city.code(), city.zh() + " " + where);
    } else {
      draft.raw("# city: \"......\"", "TO FILL IN: no area is named; figures wait until then");
    }
  }

  private void prose(SidecarWriter draft, String path, FilePreview preview)
      throws UnreadableFileException {
    String text = preview.text();
    if (text == null) {
      throw new UnreadableFileException("no_table.described");
    }
    SourceDraft source = new SourceDraft(classifier, path, lines(text));
    source.write(draft, false);
    city(draft, source.city(), "in the title, the first lines or the name");
    draft.comment("running text: without `layout`");
  }
}
