package org.duibiao.report.export;

import java.util.List;
import java.util.stream.Stream;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Resource;
import org.duibiao.markup.Sanitizer;
import org.duibiao.markup.Texts;
import org.duibiao.report.model.ReportIndex;

/** What the workbook says about itself. */
public final class SpreadsheetNotes {

  private SpreadsheetNotes() {}

  static String title(ReportIndex model) {
    String names = model.referenceName().plainText("：城市卫生统计比较 Cities against ");
    return Sanitizer.clean("对标" + names + ": health statistics");
  }

  /** Which release it is, and of which day its figures are. */
  public static Bilingual release(ReportIndex model) {
    String id = model.input().releaseId();
    Bilingual asOf =
        model.input().asOf() == null
            ? Bilingual.EMPTY
            : Texts.of("spreadsheet-notes.only-what-was-published", model.input().asOf());
    return model
        .newestPublicationDate()
        .map(date -> Texts.of("spreadsheet-notes.release-figures-as-of", id, date, asOf))
        .orElseGet(() -> Texts.of("spreadsheet-notes.release", id, asOf));
  }

  static List<Bilingual> of(ReportIndex model) {
    return Stream.concat(
            Stream.of(release(model)),
            Resource.csv(SpreadsheetNotes.class, "notes.csv").stream()
                .map(note -> Bilingual.of(note.get("zh"), note.get("en"))))
        .toList();
  }
}
