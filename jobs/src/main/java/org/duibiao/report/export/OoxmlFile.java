package org.duibiao.report.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
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

  private static final String PROPERTIES = "docProps/core.xml";

  /** A document holds the numbers of a chart as a workbook. */
  private static final String WORKBOOK = ".xlsx";

  private OoxmlFile() {}

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
          put(zip, PROPERTIES, properties(title, date).getBytes(StandardCharsets.UTF_8));
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

  private static String properties(String title, Optional<LocalDate> date) {
    String time = "<dcterms:{0} xsi:type=\"dcterms:W3CDTF\">{1}T00:00:00Z</dcterms:{0}>";
    List<Html> times =
        date.stream()
            .flatMap(day -> Stream.of("created", "modified").map(when -> Html.of(time, when, day)))
            .toList();
    return Html.of(Resource.text(OoxmlFile.class, "core.xml"), title, times).toString();
  }
}
