package org.duibiao.report.page;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import org.duibiao.markup.Html;

/**
 * Parts of the page that are shown on demand, so small that hundreds of cities fit: markup made
 * here like all other, deflated, and put into the page as text that does nothing by itself.
 *
 * <p>One city's part differs from another's only in its numbers. So each piece is deflated after
 * the same piece of one city, as if it went on from there: what is alike is only pointed to. The
 * pieces of that one city stand in the page once; {@code report.js} puts them before what it
 * inflates. Deflate looks back 32 KiB, which is why parts are cut into pieces.
 */
public final class CompressedSections {

  /** In characters; most of them are one byte. */
  private static final int PIECE = 10_000;

  private static final int WINDOW = 32 << 10;

  /** What ASCII can print, but for the space, which parts pieces, and what is special in markup. */
  public static final String ALPHABET =
      IntStream.rangeClosed('!', '~')
          .filter(c -> c != '<' && c != '>' && c != '&')
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();

  private final List<List<Integer>> pieces = new ArrayList<>();
  private final List<byte[]> starts = new ArrayList<>();
  private final List<Integer> lengths = new ArrayList<>();
  private final List<byte[]> dictionaries = new ArrayList<>();

  /**
   * @param example the parts of one city; those of others are like them, one by one
   */
  CompressedSections(List<Html> example) {
    for (Html part : example) {
      List<Integer> indices = new ArrayList<>();
      for (String piece : cut(part.toString())) {
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        indices.add(starts.size());
        starts.add(deflated(bytes, new byte[0], Deflater.SYNC_FLUSH));
        lengths.add(piece.length());
        dictionaries.add(bytes);
      }
      pieces.add(indices);
    }
  }

  /** An element with what comes before each piece. */
  Html sharedPieces() {
    List<Html> all = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      all.add(Html.trusted(lengths.get(i) + ":" + encode(starts.get(i))));
    }
    return script("common-pieces", all);
  }

  /** An element that holds the markup of these parts, one after the other. */
  Html element(String id, List<Html> parts) {
    List<Html> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      List<Integer> alike = i < pieces.size() ? pieces.get(i) : List.of();
      List<String> cut = cut(parts.get(i).toString());
      for (int j = 0; j < cut.size(); j++) {
        byte[] bytes = cut.get(j).getBytes(StandardCharsets.UTF_8);
        if (alike.isEmpty()) {
          all.add(Html.trusted(":" + encode(deflated(bytes, new byte[0], Deflater.NO_FLUSH))));
        } else {
          int index = alike.get(Math.min(j, alike.size() - 1));
          byte[] dictionary = dictionaries.get(index);
          all.add(
              Html.trusted(index + ":" + encode(deflated(bytes, dictionary, Deflater.NO_FLUSH))));
        }
      }
    }
    return script(id, all);
  }

  private static Html script(String id, List<Html> texts) {
    return Html.of(
        "<script type=\"text/plain\" id=\"{}\">{}</script>\n", id, Html.join(" ", texts));
  }

  /** At ends of lines where there are any, into pieces that a window holds twice. */
  private static List<String> cut(String text) {
    List<String> cut = new ArrayList<>();
    int from = 0;
    while (text.length() - from > PIECE) {
      int end = text.lastIndexOf('\n', from + PIECE) + 1;
      if (end <= from) {
        end = text.offsetByCodePoints(from, text.codePointCount(from, from + PIECE));
      }
      cut.add(text.substring(from, end));
      from = end;
    }
    if (from < text.length()) {
      cut.add(text.substring(from));
    }
    return cut;
  }

  /**
   * Bytes as text by the method of basE91, which takes a twelfth less room than base 64: 13 bits,
   * or 14 where their value is small, in two of 91 characters. None of them is special in markup.
   */
  public static String encode(byte[] bytes) {
    StringBuilder out = new StringBuilder(bytes.length * 5 / 4);
    int bits = 0;
    int count = 0;
    for (byte each : bytes) {
      bits |= (each & 0xFF) << count;
      count += 8;
      if (count > 13) {
        int size = (bits & 0x1FFF) > 88 ? 13 : 14;
        int value = bits & (1 << size) - 1;
        out.append(ALPHABET.charAt(value % 91)).append(ALPHABET.charAt(value / 91));
        bits >>>= size;
        count -= size;
      }
    }
    if (count > 0) {
      out.append(ALPHABET.charAt(bits % 91));
      if (count > 7 || bits > 90) {
        out.append(ALPHABET.charAt(bits / 91));
      }
    }
    return out.toString();
  }

  /** Raw deflate, as if the dictionary had gone before. */
  private static byte[] deflated(byte[] bytes, byte[] dictionary, int flush) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      if (dictionary.length > 0) {
        int start = Math.max(0, dictionary.length - WINDOW);
        deflater.setDictionary(dictionary, start, dictionary.length - start);
      }
      deflater.setInput(bytes);
      ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4);
      byte[] buffer = new byte[1 << 16];
      if (flush == Deflater.NO_FLUSH) {
        deflater.finish();
        while (!deflater.finished()) {
          out.write(buffer, 0, deflater.deflate(buffer));
        }
      } else {
        int size;
        do {
          size = deflater.deflate(buffer, 0, buffer.length, flush);
          out.write(buffer, 0, size);
        } while (size == buffer.length);
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
