package org.duibiao.report.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.duibiao.markup.Html;
import org.duibiao.report.model.ReportIndex;

/**
 * The cities that are not shown at first, compressed so that hundreds of them fit into the page;
 * {@code report.js} unpacks them.
 *
 * <p>One city's part differs from another's only in its numbers, and deflate finds only what stands
 * at most 32 KiB before. So parts are cut into pieces, and the same piece of several cities stands
 * together: the first piece of each city, then the second of each. Cities are packed in groups, so
 * that one can be shown without unpacking a whole country.
 */
final class CompressedCities {

  /** How many cities are packed together: a larger group is smaller but takes longer to unpack. */
  private static final int GROUP = 40;

  /** The length of a piece in characters, of which three or four are within reach of deflate. */
  private static final int PIECE = 8_000;

  /** Ends a piece; markup never holds it. */
  static final char SEPARATOR = '\u001E';

  private CompressedCities() {}

  /** The codes of some cities with a space between, and their parts of the page. */
  public record Pack(String cities, String packed) {}

  /**
   * The cities in groups, which all processors work on.
   *
   * @param codes the cities
   * @param parts the markup of a city in parts, which correspond to each other between cities
   */
  static List<Pack> of(List<String> codes, Function<String, List<Html>> parts) {
    return IntStream.iterate(0, from -> from < codes.size(), from -> from + GROUP)
        .mapToObj(from -> codes.subList(from, Math.min(from + GROUP, codes.size())))
        .toList()
        .parallelStream()
        .map(
            group ->
                new Pack(
                    String.join(" ", group.stream().map(ReportIndex::htmlId).toList()),
                    pack(group.stream().map(parts).toList())))
        .toList();
  }

  private static String pack(List<List<Html>> cities) {
    StringBuilder all = new StringBuilder();
    int parts = cities.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < parts; i++) {
      List<List<String>> pieces = new ArrayList<>();
      for (List<Html> city : cities) {
        pieces.add(i < city.size() ? cut(city.get(i).toString()) : List.of());
      }
      int most = pieces.stream().mapToInt(List::size).max().orElse(0);
      for (int j = 0; j < most; j++) {
        for (List<String> city : pieces) {
          all.append(j < city.size() ? city.get(j) : "").append(SEPARATOR);
        }
      }
    }
    return Base64.getEncoder().encodeToString(deflate(all.toString()));
  }

  /** Cuts a text into pieces, at ends of lines where there are any. */
  private static List<String> cut(String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (text.length() - from > PIECE) {
      int end = text.lastIndexOf('\n', from + PIECE) + 1;
      if (end <= from) {
        end = text.offsetByCodePoints(from, text.codePointCount(from, from + PIECE));
      }
      pieces.add(text.substring(from, end));
      from = end;
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  private static byte[] deflate(String text) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }
}
