package org.duibiao.normalize.describe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.ingest.Preview;
import org.duibiao.ingest.file.UnreadableException;
import org.duibiao.ingest.table.Layout.Role;
import org.duibiao.model.Area;
import org.duibiao.normalize.cell.Recognizer;

/**
 * Drafts the sidecar of a file from the file itself. Each line says that it is a guess, and why;
 * what cannot be guessed is left blank in a way that a run refuses.
 */
public final class Drafter {

  private static final int LINES_LOOKED_AT = 300;
  private static final int LAST_LINES = 30;

  private final Recognizer recognizer;

  /** A drafter that knows what the catalogue knows. */
  public Drafter(Catalogue catalogue) {
    this.recognizer = new Recognizer(catalogue);
  }

  /**
   * The text of a sidecar.
   *
   * @param path the file's path in the landing area, which may tell where it comes from
   * @throws UnreadableException if nothing that the sidecar could say makes the file readable
   */
  public String draft(String path, byte[] bytes) throws IOException, UnreadableException {
    Preview preview = Preview.of(bytes);
    List<Candidate> candidates = new ArrayList<>();
    for (Preview.Table table : preview.tables()) {
      List<TableFinder.Found> found = new TableFinder(recognizer, table).find();
      for (TableFinder.Found each : found) {
        candidates.add(new Candidate(table, each, found.size() == 1));
      }
    }
    YamlDraft draft = new YamlDraft();
    draft.remark("Drafted from the file itself: every line is a guess. Correct it, then run.");
    List<Listed> lists = lists(path, preview);
    if (!lists.isEmpty()) {
      list(draft, path, preview, lists.get(0));
    } else if (!candidates.isEmpty()) {
      tables(draft, path, preview, candidates);
    } else {
      prose(draft, path, preview);
    }
    return draft.toString();
  }

  private record Candidate(Preview.Table table, TableFinder.Found found, boolean alone) {}

  private static List<String> lines(String text) {
    List<String> lines =
        Arrays.stream(text.split("\\R")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    if (lines.size() <= LINES_LOOKED_AT + LAST_LINES) {
      return lines;
    }
    List<String> some = new ArrayList<>(lines.subList(0, LINES_LOOKED_AT));
    some.addAll(lines.subList(lines.size() - LAST_LINES, lines.size()));
    return some;
  }

  private void tables(YamlDraft draft, String path, Preview preview, List<Candidate> candidates) {
    List<String> outside = new ArrayList<>();
    for (Candidate candidate : candidates) {
      outside.addAll(candidate.found().titles());
    }
    outside.addAll(lines(preview.heading()));
    for (Candidate candidate : candidates) {
      outside.addAll(candidate.found().footnotes());
    }
    SourceDraft source = new SourceDraft(recognizer, path, outside);
    Area named = source.city();
    List<LayoutDraft> layouts = new ArrayList<>();
    List<Candidate> kept = new ArrayList<>();
    for (Candidate candidate : candidates) {
      LayoutDraft layout =
          new LayoutDraft(recognizer, candidate.table(), candidate.found()).guess(source, named);
      if (layout.size() > 0) {
        layouts.add(layout);
        kept.add(candidate);
      }
    }
    if (layouts.stream().anyMatch(layout -> !layout.roles().isEmpty())) {
      // Figures without any label beside tables that have them are sums and notes.
      for (int i = layouts.size() - 1; i >= 0; i--) {
        if (layouts.get(i).roles().isEmpty()) {
          layouts.remove(i);
          kept.remove(i);
        }
      }
    }
    if (layouts.isEmpty()) {
      prose(draft, path, preview);
      return;
    }
    boolean text = kept.get(0).table().kind().equals("text");
    if (text && layouts.size() > 1) {
      // Delimited text has one table; the others are remarks that look like one.
      int largest = 0;
      for (int i = 1; i < layouts.size(); i++) {
        largest = layouts.get(i).size() > layouts.get(largest).size() ? i : largest;
      }
      layouts = List.of(layouts.get(largest));
      kept = List.of(kept.get(largest));
    }
    boolean perRow =
        layouts.stream()
            .allMatch(layout -> layout.has(Role.PUBLISHER) && layout.has(Role.PUBLISHED));
    source.write(draft, perRow);
    boolean needsCity = layouts.stream().anyMatch(layout -> !layout.has(Role.CITY));
    if (needsCity && named != null) {
      draft.line("", "city", named.code(), named.zh() + " in the title or the name");
    } else if (needsCity) {
      draft.raw("# city: \"......\"", "TO FILL IN: no area is named; figures wait until then");
    }
    for (Role role : List.of(Role.INDICATOR, Role.PERIOD)) {
      if (layouts.stream().anyMatch(layout -> !layout.has(role))) {
        draft.raw(
            "# constants: {" + role.id() + ": ...}",
            "TO FILL IN: the file does not say which " + role.id() + "; figures wait until then");
      }
    }
    if (layouts.size() == 1) {
      draft.raw("layout:", null);
      layouts.get(0).write(draft, "  ", kept.get(0).alone() || text, preview.tables().size());
      return;
    }
    draft.raw("layout:", null);
    for (int i = 0; i < layouts.size(); i++) {
      draft.raw("  -", "table " + (i + 1) + " of " + layouts.size());
      layouts.get(i).write(draft, "    ", kept.get(i).alone(), preview.tables().size());
    }
  }

  private record Listed(LayoutDraft layout, Preview.Table table, TableFinder.Found found) {}

  /** Tables without figures whose rows have a name and an address or city. */
  private List<Listed> lists(String path, Preview preview) {
    List<Listed> lists = new ArrayList<>();
    for (Preview.Table table : preview.tables()) {
      new ListFinder(recognizer, table)
          .find(path)
          .ifPresent(list -> lists.add(new Listed(list.layout(), table, list.found())));
    }
    return lists;
  }

  private void list(YamlDraft draft, String path, Preview preview, Listed list) {
    SourceDraft source = new SourceDraft(recognizer, path, list.found().titles());
    source.write(draft, false);
    if (!list.layout().has(Role.INDICATOR)) {
      draft.raw(
          "# constants: {indicator: ...}",
          "TO FILL IN: the file does not say what is listed; counts wait until then");
    }
    draft.raw("layout:", null);
    list.layout().write(draft, "  ", true, preview.tables().size());
  }

  private void prose(YamlDraft draft, String path, Preview preview) {
    String text = preview.text();
    if (text == null) {
      StringBuilder all = new StringBuilder(preview.heading()).append('\n');
      for (Preview.Table table : preview.tables()) {
        table.rows().values().forEach(row -> all.append(String.join(" ", row)).append('\n'));
      }
      text = all.toString();
    }
    SourceDraft source = new SourceDraft(recognizer, path, lines(text));
    source.write(draft, false);
    Area city = source.city();
    if (city != null) {
      draft.line("", "city", city.code(), city.zh() + " in the title, the first lines or the name");
    } else {
      draft.raw("# city: \"......\"", "TO FILL IN: no area is named; figures wait until then");
    }
    draft.remark("running text: without `layout`");
  }
}
