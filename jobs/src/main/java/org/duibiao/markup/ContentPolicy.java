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
    return policy("style-src 'sha256-" + sha256(style) + "'");
  }

  /** Of a page with that style sheet and that script. */
  public static String of(String style, String script) {
    return policy(
        "style-src 'sha256-" + sha256(style) + "'; script-src 'sha256-" + sha256(script) + "'");
  }

  private static String policy(String sources) {
    return "default-src 'none'; " + sources + "; base-uri 'none'; form-action 'none'";
  }

  private static String sha256(String text) {
    byte[] hash = HexFormat.of().parseHex(Digest.of(text.getBytes(StandardCharsets.UTF_8)));
    return Base64.getEncoder().encodeToString(hash);
  }
}
