package org.duibiao.jobs.reviewing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.IndicatorsFile;
import org.duibiao.catalogue.InvalidFileException;
import org.duibiao.catalogue.Terms;
import org.duibiao.catalogue.TypoHint;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.model.Indicator;
import org.duibiao.model.Message;
import org.duibiao.model.Unit;
import org.duibiao.model.code.IndicatorKind;

/**
 * Writes the entry for a term that waits into the catalogue, if the catalogue then has no errors.
 */
public final class CatalogueEditor {

  private final RunContext run;
  private final Catalogue catalogue;

  public CatalogueEditor(RunContext run) {
    this.run = run;
    this.catalogue = run.catalogue();
  }

  /**
   * Writes the entry and returns what to say of it.
   *
   * @param waiting the terms that wait, by their keys
   * @throws UsageException if it cannot be written: the catalogue is as before
   */
  public String accept(AcceptOptions entry, Map<String, UnmatchedTerm> waiting) throws IOException {
    Catalogue.Meaning known = catalogue.meaning(entry.term).orElse(null);
    if (known != null) {
      throw new UsageException(
          "'%s' is in the catalogue already, as %s; nothing was written",
          entry.term, known.indicator().id());
    }
    String key = Terms.key(entry.term);
    UnmatchedTerm figures = waiting.get(key);
    if (figures == null) {
      throw new UsageException(
          "No figure waits under '%s'%s; `duibiao review` shows the terms that wait",
          entry.term, TypoHint.hint(key, new TreeMap<>(waiting).keySet()));
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
        what = Message.of("an alias of %s (%s)", indicator.zh(), indicator.id());
      } else {
        Indicator indicator = newIndicator(entry, figures);
        after = file.withIndicator(indicator);
        what =
            Message.of(
                "the new indicator %s, unit %s, kind %s",
                indicator.id(), indicator.unit().id(), indicator.kind().id());
      }
      check(after, figures.term(), path);
    } catch (InvalidFileException e) {
      throw new UsageException(
          "Nothing was written, because the catalogue would have errors:\n  %s",
          String.join("\n  ", e.problems()));
    }
    replace(path, before, after);
    return Message.of(
        "'%s' is now %s in %s%n%,d figures wait under it; the next run places them",
        figures.term(), what, path, figures.figureCount());
  }

  private Indicator existingIndicator(AcceptOptions entry, UnmatchedTerm figures) {
    if (entry.alias == null) {
      return orRefuse(
          figures.suggestedIndicator(),
          "No known indicator is near '%s': name one with --as, or make one with --id and --en",
          figures.term());
    }
    return orRefuse(
            catalogue.meaning(entry.alias),
            "There is no indicator '%s'%s; nothing was written",
            entry.alias,
            TypoHint.hint(entry.alias, catalogue.indicators().stream().map(Indicator::id).toList()))
        .indicator();
  }

  private Indicator newIndicator(AcceptOptions entry, UnmatchedTerm figures) {
    Unit unit =
        entry.unit == null
            ? orRefuse(
                figures.unit(),
                "The figures under '%s' do not say which unit they are in: name it with --unit",
                figures.term())
            : orRefuse(
                catalogue.unit(entry.unit),
                "There is no unit '%s'%s; see units.yaml",
                entry.unit,
                TypoHint.hint(entry.unit, catalogue.units().stream().map(Unit::id).toList()));
    IndicatorKind kind =
        entry.kind != null
            ? entry.kind
            : orRefuse(
                figures.kind(unit),
                "No indicator is in %s yet: say --kind stock, flow or rate",
                unit.id());
    return figures.newIndicator(entry.id, entry.en, unit, kind);
  }

  private static <T> T orRefuse(Optional<T> found, String template, Object... arguments) {
    return found.orElseThrow(() -> new UsageException(template, arguments));
  }

  /** Loads the catalogue as it will be: the term must mean something in it. */
  private void check(byte[] indicators, String term, String path) {
    Map<String, byte[]> files = new TreeMap<>(run.catalogueFiles());
    files.put(IndicatorsFile.NAME, indicators);
    if (Catalogue.load(run.locations().catalogue(), files).meaning(term).isEmpty()) {
      throw new UsageException("%s: '%s' cannot be written; write it by hand", path, term);
    }
  }

  /** Replaces the file in one step: a reader finds it as it was or as it will be. */
  private void replace(String path, byte[] before, byte[] after) throws IOException {
    Path file = new Path(path);
    FileSystem system = file.getFileSystem(run.configuration());
    if (!Arrays.equals(RunContext.bytes(system, file), before)) {
      throw new UsageException("%s has just been changed by somebody else: try again", path);
    }
    Path draft = new Path(file.getParent(), "." + IndicatorsFile.NAME + ".draft");
    if (system.getScheme().equals("file")) {
      java.nio.file.Path local =
          java.nio.file.Path.of(system.makeQualified(file).toUri().getPath()).toRealPath();
      java.nio.file.Path beside = local.resolveSibling(draft.getName());
      // A copy keeps the permissions of the file.
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
