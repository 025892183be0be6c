package org.duibiao.jobs.reviewing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.CatalogueException;
import org.duibiao.catalogue.IndicatorsFile;
import org.duibiao.catalogue.Terms;
import org.duibiao.catalogue.TypoHint;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.model.Indicator;
import org.duibiao.model.Unit;
import org.duibiao.model.code.IndicatorKind;

/** Writes an entry for a term that waits into the catalogue, if the catalogue stays sound by it. */
public final class CatalogueEditor {

  private final RunContext run;
  private final Catalogue catalogue;
  private final PrintStream out;

  public CatalogueEditor(RunContext run, PrintStream out) {
    this.run = run;
    this.catalogue = run.catalogue();
    this.out = out;
  }

  /**
   * Writes the entry.
   *
   * @param waiting what waits, by the keys of the terms
   * @throws UsageException if it cannot be written: the catalogue is as before
   */
  public void accept(AcceptOptions entry, Map<String, UnmatchedTerm> waiting) throws IOException {
    Catalogue.Meaning known = catalogue.meaning(entry.term).orElse(null);
    if (known != null) {
      throw new UsageException(
          "'"
              + entry.term
              + "' is in the catalogue already, as "
              + known.indicator().id()
              + "; nothing was written");
    }
    UnmatchedTerm figures = waiting.get(Terms.key(entry.term));
    if (figures == null) {
      throw new UsageException(
          "No figure waits under '"
              + entry.term
              + "'"
              + TypoHint.hint(Terms.key(entry.term), new TreeMap<>(waiting).keySet())
              + "; `duibiao review` shows the terms that wait");
    }
    byte[] before = run.catalogueFiles().get(IndicatorsFile.NAME);
    String path = run.locations().catalogue() + "/" + IndicatorsFile.NAME;
    IndicatorsFile file = new IndicatorsFile(path, before);
    byte[] after;
    String what;
    try {
      if (entry.id == null) {
        Indicator indicator = existingIndicator(entry, figures);
        after = file.withAlias(indicator.id(), figures.term());
        what = "an alias of " + indicator.zh() + " (" + indicator.id() + ")";
      } else {
        Indicator indicator = newIndicator(entry, figures);
        after = file.withIndicator(indicator);
        what =
            "the new indicator "
                + indicator.id()
                + ", unit "
                + indicator.unit().id()
                + ", kind "
                + indicator.kind().id();
      }
      check(after, figures.term(), path);
    } catch (CatalogueException e) {
      throw new UsageException(
          "Nothing was written, for the catalogue would have errors:\n  "
              + String.join("\n  ", e.problems()));
    }
    replace(path, before, after);
    out.println("'" + figures.term() + "' is now " + what + " in " + path);
    out.println(figures.figureCount() + " figures wait under it; the next run reads them anew");
  }

  private Indicator existingIndicator(AcceptOptions entry, UnmatchedTerm figures) {
    if (entry.alias == null) {
      return figures
          .suggestedIndicator()
          .orElseThrow(
              () ->
                  new UsageException(
                      "No known indicator is near '"
                          + figures.term()
                          + "': name one with --as, or make one with --id and --en"));
    }
    return catalogue
        .meaning(entry.alias)
        .orElseThrow(
            () ->
                new UsageException(
                    "There is no indicator '"
                        + entry.alias
                        + "'"
                        + TypoHint.hint(
                            entry.alias,
                            catalogue.indicators().stream().map(Indicator::id).toList())
                        + "; nothing was written"))
        .indicator();
  }

  private Indicator newIndicator(AcceptOptions entry, UnmatchedTerm figures) {
    Unit unit =
        entry.unit == null
            ? figures
                .unit()
                .orElseThrow(
                    () ->
                        new UsageException(
                            "The figures under '"
                                + figures.term()
                                + "' do not say which unit they are in: name it with --unit"))
            : catalogue
                .unit(entry.unit)
                .orElseThrow(
                    () ->
                        new UsageException(
                            "There is no unit '"
                                + entry.unit
                                + "'"
                                + TypoHint.hint(
                                    entry.unit, catalogue.units().stream().map(Unit::id).toList())
                                + "; see units.yaml"));
    IndicatorKind kind =
        entry.kind != null
            ? entry.kind
            : figures
                .kind(unit)
                .orElseThrow(
                    () ->
                        new UsageException(
                            "No indicator is in "
                                + unit.id()
                                + " yet: say --kind stock, flow or rate"));
    return figures.newIndicator(entry.id, entry.en, unit, kind);
  }

  /** Loads the catalogue as it will be: the term must mean something in it. */
  private void check(byte[] indicators, String term, String path) {
    Map<String, byte[]> files = new TreeMap<>(run.catalogueFiles());
    files.put(IndicatorsFile.NAME, indicators);
    if (Catalogue.load(run.locations().catalogue(), files).meaning(term).isEmpty()) {
      throw new UsageException(path + ": '" + term + "' cannot be written; write it by hand");
    }
  }

  /** Replaces the file at once: a reader finds it as it was or as it will be. */
  private void replace(String path, byte[] before, byte[] after) throws IOException {
    Path file = new Path(path);
    FileSystem system = file.getFileSystem(run.configuration());
    try (InputStream in = system.open(file)) {
      if (!Arrays.equals(in.readAllBytes(), before)) {
        throw new UsageException(path + " has just been changed by somebody else: try again");
      }
    }
    Path draft = new Path(file.getParent(), "." + IndicatorsFile.NAME + ".draft");
    if (system.getScheme().equals("file")) {
      java.nio.file.Path local =
          java.nio.file.Path.of(system.makeQualified(file).toUri().getPath()).toRealPath();
      java.nio.file.Path beside = local.resolveSibling(draft.getName());
      // Copied first, so that who may read it stays the same.
      Files.copy(
          local, beside, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
      Files.write(beside, after);
      Files.move(beside, local, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    try (OutputStream stream = system.create(draft, true)) {
      stream.write(after);
    }
    FileContext.getFileContext(file.toUri(), run.configuration())
        .rename(system.makeQualified(draft), system.makeQualified(file), Rename.OVERWRITE);
  }
}
