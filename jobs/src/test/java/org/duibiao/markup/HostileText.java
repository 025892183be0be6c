package org.duibiao.markup;

import java.util.List;

/** Texts that somebody might put into a source file. */
public final class HostileText {

  public static final List<String> TEXTS =
      List.of(
          "<script>alert(1)</script>",
          "=HYPERLINK(\"http://evil.example\",\"x\")",
          "+cmd|' /C calc'!A0",
          "\u202Egnp.exe\u200F",
          "\u0000\u0007\u000B\uFFFE]]>\uD800end",
          "\"><w:p/>&amp;",
          "x".repeat(10_000));

  private HostileText() {}
}
