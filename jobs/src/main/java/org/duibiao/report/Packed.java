package org.duibiao.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;

/**
 * Parts of the page that are shown on demand, so small that hundreds of them fit: markup made here
 * like all other, deflated, and put into the page as text that does nothing by itself.
 */
final class Packed {

  private Packed() {}

  /** An element that holds the markup of these parts, one after the other, each ended by a NUL. */
  static Html element(String id, List<Html> parts) {
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> text.append(part).append('\0'));
    return Html.of(
        "<script type=\"text/plain\" id=\"{}\">{}</script>\n",
        id,
        Base64.getEncoder()
            .encodeToString(deflated(text.toString().getBytes(StandardCharsets.UTF_8))));
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 8);
      byte[] buffer = new byte[1 << 16];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
