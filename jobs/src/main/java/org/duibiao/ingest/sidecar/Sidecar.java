package org.duibiao.ingest.sidecar;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.duibiao.catalogue.InvalidFileException;
import org.duibiao.ingest.table.TableLayout;
import org.duibiao.model.Digest;
import org.duibiao.model.code.SourceClass;
import org.duibiao.tables.Source;

/**
 * What is said of a file in the YAML beside it: where it comes from and how it is laid out.
 *
 * @param publisher who published it, or null if a column says so
 * @param title the publication's title, or null if a column says so
 * @param published the day of publication, or null if it is unknown or a column says so
 * @param url where it was published, or null
 * @param licence under which licence, or null
 * @param sourceClass the kind of publication; report unless it is given
 * @param id the source's id, or null: the landing path without its extension
 * @param replaces the id of the source that this file re-issues under another path, or null
 * @param transcribed typed over or rebuilt from the publication, not its own bytes
 * @param city the code of the area that the whole file is about, or null
 * @param charset how the text is said to be encoded, or null
 * @param text whether the running text beside the tables is read too
 * @param layouts how its tables are laid out; empty for prose
 * @param corrections what is not taken as the file publishes it
 */
@RecordBuilder
public record Sidecar(
    String publisher,
    String title,
    LocalDate published,
    String url,
    String licence,
    SourceClass sourceClass,
    String id,
    String replaces,
    boolean transcribed,
    String city,
    String charset,
    boolean text,
    List<TableLayout> layouts,
    List<Correction> corrections) {

  public Sidecar {
    layouts = List.copyOf(layouts);
    corrections = List.copyOf(corrections);
  }

  /**
   * Reads the sidecar and the corrections of a file that has a sidecar.
   *
   * @throws InvalidFileException with everything that is wrong, if anything is
   */
  public static Sidecar of(LandingFile file) {
    Sidecar sidecar = parse(file.sidecarPath(), file.sidecar());
    return file.corrections() == null
        ? sidecar
        : SidecarBuilder.builder(sidecar)
            .corrections(Correction.parse(file.correctionsPath(), file.corrections()))
            .build();
  }

  /**
   * The publication that the file is.
   *
   * @param sourceId its id
   * @param path the file's path in the landing area
   */
  public Source source(String sourceId, String path) {
    return new Source(
        sourceId, path, publisher, title, published, url, licence, sourceClass, transcribed);
  }

  /**
   * The day from which the world could know a publication: of a month or a year that is all that is
   * known, the last one.
   *
   * @param published such as 2024-04-28, 2024-04, 2024 or unknown
   * @return the day, or null if it is unknown
   * @throws DateTimeParseException if it is none of these
   */
  public static LocalDate dayOfPublication(String published) {
    return switch (published.length()) {
      case 4 -> Year.parse(published).atMonth(12).atEndOfMonth();
      case 7 -> published.equals("unknown") ? null : YearMonth.parse(published).atEndOfMonth();
      default -> LocalDate.parse(published);
    };
  }

  /** How its first table is laid out, or null for prose. */
  public TableLayout layout() {
    return layouts.isEmpty() ? null : layouts.get(0);
  }

  /**
   * Reads a sidecar.
   *
   * @param path the sidecar as users name it, such as {@code nbs/hospitals.csv.yaml}
   * @throws InvalidFileException with everything that is wrong, if anything is
   */
  public static Sidecar parse(String path, byte[] bytes) {
    return new SidecarParser(path, bytes).parse();
  }

  /**
   * SHA-256 over what decides how the file is read: the layout without its constants, and the
   * charset. As long as it is the same, another publisher or constant does not read the file again.
   */
  public String layoutSha256() {
    List<String> parts = new ArrayList<>();
    parts.add(charset == null ? null : charset.toLowerCase(Locale.ROOT));
    if (text) {
      parts.add("text");
    }
    for (TableLayout layout : layouts) {
      parts.add(layout.kind().id());
      parts.add(layout.sheet());
      parts.add(layout.table() == null ? null : layout.table().toString());
      parts.add(layout.range());
      parts.add(Integer.toString(layout.skipRows()));
      parts.add(Integer.toString(layout.headerRows()));
      for (TableLayout.ColumnRole role : TableLayout.ColumnRole.values()) {
        parts.add(layout.columns().get(role));
      }
      parts.add(Integer.toString(layout.across().size()));
      layout.across().forEach(role -> parts.add(role.id()));
      parts.add(Integer.toString(layout.ignore().size()));
      layout.ignore().stream().sorted().forEach(parts::add);
    }
    // The length first: no two lists of parts give one text.
    String text =
        parts.stream()
            .map(part -> (part == null ? "-" : part.length() + ":" + part) + "\n")
            .collect(Collectors.joining());
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
