package org.duibiao.markup;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.duibiao.model.Digest;

/**
 * The content security policy of a page that loads nothing: only the styles and the script that it
 * holds are allowed, each by its hash.
 */
public final class ContentPolicy {

  private ContentPolicy() {}

  /** Of a page with that style sheet and no script. */
  public static String of(String style) {
    return "default-src 'none'; style-src 'sha256-"
        + sha256(style)
        + "'; base-uri 'none'; form-action 'none'";
  }

  /** Of a page with that style sheet and that script. */
  public static String of(String style, String script) {
    return of(style)
        .replace("; base-uri", "; script-src 'sha256-" + sha256(script) + "'; base-uri");
  }

  private static String sha256(String text) {
    byte[] hash = HexFormat.of().parseHex(Digest.of(text.getBytes(StandardCharsets.UTF_8)));
    return Base64.getEncoder().encodeToString(hash);
  }
}
