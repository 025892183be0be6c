package org.duibiao.jobs.ingestion;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duibiao.catalogue.TypoHint;
import org.duibiao.ingest.sidecar.LandingArea;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.tables.SourceFile;

/**
 * A person's word that a file is gone for good. It is written to the file's row in
 * bronze.source_files, in one commit; whatever run comes next closes the figures.
 *
 * @param path the file's path in the landing area
 * @param because why
 */
public record Retirement(String path, String because) {

  /**
   * The rows with that word.
   *
   * @throws UsageException if the file is there, or has no current figures
   */
  List<SourceFile> of(List<SourceFile> rows, LandingArea area, RunContext run) {
    if (area.files().stream().anyMatch(file -> file.path().equals(path))) {
      throw new UsageException(
          path
              + " is in the landing area: take it out first; a file that is issued again stays and"
              + " takes its own place");
    }
    List<SourceFile> ofPath = rows.stream().filter(row -> row.path().equals(path)).toList();
    if (ofPath.isEmpty()) {
      Set<String> paths = rows.stream().map(SourceFile::path).collect(Collectors.toSet());
      throw new UsageException(path + " was never read" + TypoHint.hint(path, paths));
    }
    if (ofPath.stream().noneMatch(SourceFile::current)) {
      SourceFile retired =
          ofPath.stream()
              .filter(row -> SourceFileRows.RETIRED.equals(row.reason()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new UsageException(
                          path + " has no current figures: another file has taken its place"));
      run.console().info(path + " is retired already (" + retired.detail() + ")");
      return rows;
    }
    String detail = LocalDate.ofInstant(run.now(), ZoneOffset.UTC) + ": " + because;
    return rows.stream()
        .map(
            row ->
                ofPath.contains(row) && row.current()
                    ? row.with(
                        gone -> gone.current(false).reason(SourceFileRows.RETIRED).detail(detail))
                    : row)
        .toList();
  }
}
