package org.duibiao.report.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipExtraField;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.duibiao.markup.Html;
import org.duibiao.markup.Resource;

/**
 * Gives an office file the same bytes whenever it is written: libraries put the current time into
 * {@code docProps/core.xml}.
 */
public final class OoxmlFile {

  private static final String HEAD = "==== ";

  /** Stands on a line of its own. */
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  private static final String PROPERTIES = "docProps/core.xml";

  /** A document holds the numbers of a chart as a workbook. */
  private static final String WORKBOOK = ".xlsx";

  private OoxmlFile() {}

  /** Templates by name: each stands behind a line {@code ==== NAME} and is wrapped anywhere. */
  public static Map<String, String> templates(String text) {
    Map<String, String> templates = new LinkedHashMap<>();
    for (String part : text.substring(HEAD.length()).split("\n" + HEAD)) {
      String[] parts = part.split("\n", 2);
      String markup = parts.length < 2 ? "" : parts[1].replace("\n", "");
      templates.put(parts[0].strip(), markup.replace(DECLARATION, DECLARATION + "\n"));
    }
    return templates;
  }

  /**
   * A file made of templates.
   *
   * @param templates the parts of the file
   * @param workbook what a part that is a workbook holds
   * @param values the values for the placeholders of all parts
   */
  public static byte[] of(String templates, byte[] workbook, Object... values) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      for (Map.Entry<String, String> part : templates(templates).entrySet()) {
        put(
            zip,
            part.getKey(),
            part.getKey().endsWith(WORKBOOK) ? workbook : bytes(Html.of(part.getValue(), values)));
      }
    }
    return out.toByteArray();
  }

  private static byte[] bytes(Html markup) {
    return markup.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The file with these properties: the title, and the date of the newest figure as the time of
   * creation. Other entries are copied as they are.
   */
  public static byte[] withFixedMetadata(byte[] file, String title, Optional<LocalDate> date)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
    try (ZipFile in =
            ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get();
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
        if (entry.getName().equals(PROPERTIES)) {
          put(zip, PROPERTIES, bytes(properties(title, date)));
        } else if (entry.getName().endsWith(WORKBOOK)) {
          byte[] numbers = in.getInputStream(entry).readAllBytes();
          put(zip, entry.getName(), withFixedMetadata(numbers, title, date));
        } else {
          zip.addRawArchiveEntry(timeless(entry), in.getRawInputStream(entry));
        }
      }
    }
    return out.toByteArray();
  }

  private static void put(ZipArchiveOutputStream zip, String name, byte[] content)
      throws IOException {
    zip.putArchiveEntry(timeless(new ZipArchiveEntry(name)));
    zip.write(content);
    zip.closeArchiveEntry();
  }

  /** A time before 1980 is written as the first day of 1980, in whatever time zone. */
  private static ZipArchiveEntry timeless(ZipArchiveEntry entry) {
    entry.setTime(0);
    entry.setExtraFields(new ZipExtraField[0]);
    return entry;
  }

  private static Html properties(String title, Optional<LocalDate> date) {
    String time = "<dcterms:{0} xsi:type=\"dcterms:W3CDTF\">{1}T00:00:00Z</dcterms:{0}>";
    List<Html> times =
        date.stream()
            .flatMap(day -> Stream.of("created", "modified").map(when -> Html.of(time, when, day)))
            .toList();
    return Html.of(Resource.text(OoxmlFile.class, "core.xml"), title, times);
  }
}
