package org.duibiao.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.duibiao.ingest.TestTable;
import org.duibiao.ingest.table.FileRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetDetectorTest {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String TEXT = "城市,指标,数值\n深圳市,医院,145\n青岛市,三级医院,22\n";

  private static String detect(byte[] bytes, String label)
      throws IOException, UnreadableFileException {
    return CharsetDetector.detect(() -> new ByteArrayInputStream(bytes), label).label();
  }

  private static void isRefused(byte[] bytes, String label, String reason, String message) {
    assertThatThrownBy(() -> detect(bytes, label))
        .isInstanceOfSatisfying(
            UnreadableFileException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessage(message);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] gb(String text) {
    return text.getBytes(GB18030);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void utf8WithAndWithoutMark() throws Exception {
    assertThat(detect(utf8(TEXT), null)).isEqualTo("UTF-8");
    assertThat(detect(utf8("a,b\n1,2\n"), null)).isEqualTo("UTF-8");
    assertThat(detect(utf8(""), null)).isEqualTo("UTF-8");
    assertThat(detect(utf8("\uFEFF" + TEXT), null)).isEqualTo("UTF-8-BOM");
    assertThat(detect(utf8("\uFEFF"), null)).isEqualTo("UTF-8-BOM");
    assertThat(detect(utf8("𠀀,💉\n"), null)).isEqualTo("UTF-8");
  }

  @Test
  void utf16WithMark() throws Exception {
    byte[] little = concat(bytes(0xFF, 0xFE), TEXT.getBytes(StandardCharsets.UTF_16LE));
    byte[] big = concat(bytes(0xFE, 0xFF), TEXT.getBytes(StandardCharsets.UTF_16BE));
    assertThat(detect(little, null)).isEqualTo("UTF-16LE");
    assertThat(detect(big, null)).isEqualTo("UTF-16BE");
    assertThat(detect(little, "UTF-16")).isEqualTo("UTF-16LE");
    assertThat(detect(big, "utf-16be")).isEqualTo("UTF-16BE");
    assertThat(detect(Arrays.copyOfRange(big, 2, big.length), "UTF-16BE")).isEqualTo("UTF-16BE");
    assertThat(
            TestTable.read(little, TestTable.SOURCE + "layout: {kind: long, columns: {value: 数值}}")
                .rows())
        .extracting(FileRecord::cells)
        .first()
        .asString()
        .isEqualTo("[深圳市, 医院, 145]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gb2312", "GB2312", "GBK", "gbk", "cp936", "EUC-CN", "GB18030", "ms936"})
  void gb18030HoweverItIsLabelled(String label) throws Exception {
    // 𠀀 takes four bytes and 镕 is in GBK only: neither is in GB2312.
    byte[] bytes = gb(TEXT + "朱镕基,𠀀\n");
    assertThat(detect(bytes, null)).isEqualTo("GB18030");
    assertThat(detect(bytes, label)).isEqualTo("GB18030");
    TestTable table =
        TestTable.read(
            bytes,
            TestTable.SOURCE
                + "charset: "
                + label
                + "\nlayout: {kind: long, columns: {value: 数值}}");
    assertThat(table.rows().get(2).cells()).containsExactly("朱镕基", "𠀀");
  }

  @Test
  void everyCharacterOfGb18030IsReadBack() throws Exception {
    StringBuilder text = new StringBuilder();
    Random random = new Random(18030);
    for (int i = 0; i < 20_000; i++) {
      int c = 0x80 + random.nextInt(0x2FFFF - 0x80);
      boolean special = Character.getType(c) == Character.SURROGATE || !Character.isLetter(c);
      text.appendCodePoint(special ? '中' : c);
    }
    byte[] bytes = gb("数值\n" + text + "\n");
    TestTable table =
        TestTable.read(bytes, TestTable.SOURCE + "layout: {kind: long, columns: {value: 数值}}");
    assertThat(table.charset()).isEqualTo("GB18030");
    assertThat(table.rows().get(0).cells()).containsExactly(text.toString());
  }

  @Test
  void aWrongLabelIsRefused() {
    isRefused(
        gb(TEXT),
        "UTF-8",
        "charset_differs",
        "byte 0 is not UTF-8, as the sidecar says: remove `charset` from the sidecar, or name the"
            + " right one");
    isRefused(
        utf8(TEXT),
        "GBK",
        "charset_differs",
        "the file is UTF-8, as the bytes say, not GBK, as the sidecar says: remove `charset` from"
            + " the sidecar, it is detected");
    isRefused(
        utf8("\uFEFF" + TEXT),
        "gb2312",
        "charset_differs",
        "the file is UTF-8-BOM, as the byte order mark says, not gb2312, as the sidecar says:"
            + " remove `charset` from the sidecar, it is detected");
    isRefused(
        utf8("城市,指标\n"),
        "UTF-16LE",
        "charset_differs",
        "the file is UTF-8, as the bytes say, not UTF-16LE, as the sidecar says: remove `charset`"
            + " from the sidecar, it is detected");
    isRefused(
        utf8(TEXT),
        "ISO-8859-1",
        "charset_differs",
        "the file is UTF-8, as the bytes say, not ISO-8859-1, as the sidecar says: remove `charset`"
            + " from the sidecar, it is detected");
    isRefused(
        utf8(TEXT),
        "UTF-9",
        "unknown_charset",
        "no charset is called 'UTF-9': remove `charset` from the sidecar, it is detected");
  }

  @Test
  void anyLabelHoldsForAsciiAndTheRightOneForOthers() throws Exception {
    assertThat(detect(utf8("a,b\n"), "GBK")).isEqualTo("GB18030");
    assertThat(detect(utf8(TEXT), "utf8")).isEqualTo("UTF-8");
    assertThat(detect(utf8("\uFEFF" + TEXT), "UTF-8")).isEqualTo("UTF-8-BOM");
    assertThat(detect(TEXT.getBytes("Big5"), "Big5")).isEqualTo("Big5");
  }

  @Test
  void bytesThatAreNoTextAreRefusedAtTheirPlace() {
    isRefused(
        bytes(0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13),
        null,
        "not_text",
        "the bytes are not text: byte 0 is not UTF-8 and byte 8 is not GB18030. Save the file as"
            + " UTF-8, or remove it from the landing area");
    isRefused(
        utf8("a,b\n1,\0\n"),
        null,
        "not_text",
        "the bytes are not text: byte 6 is not UTF-8 and byte 6 is not GB18030. Save the file as"
            + " UTF-8, or remove it from the landing area");
    isRefused(
        concat(bytes(0xFF, 0xFE), "数,\0".getBytes(StandardCharsets.UTF_16LE)),
        null,
        "not_text",
        "byte 6 is not UTF-16LE, as the byte order mark says. Save the file as UTF-8");
    isRefused(
        concat(utf8("\uFEFFa,b\n"), bytes(0xC0, 0x80)),
        null,
        "not_text",
        "byte 7 is not UTF-8-BOM, as the byte order mark says. Save the file as UTF-8");
  }

  @Test
  void utf16WithoutMarkIsNotTakenForAnything() {
    isRefused(
        "a,b\n".getBytes(StandardCharsets.UTF_16LE),
        null,
        "not_text",
        "the bytes are not text: byte 1 is not UTF-8 and byte 1 is not GB18030. Save the file as"
            + " UTF-8, or remove it from the landing area");
  }

  @ParameterizedTest
  @CsvSource({"中,1", "中,2", "𠀀,1", "𠀀,2", "𠀀,3"})
  void aTruncatedCharacterAtTheEndIsSeen(String last, int missing) {
    byte[] whole = utf8(TEXT + last);
    int start = utf8(TEXT).length;
    isRefused(
        Arrays.copyOf(whole, whole.length - missing),
        null,
        "not_text",
        "byte "
            + start
            + " is not UTF-8, as the file is up to there: it is damaged or cut short, publish it"
            + " again");
    isRefused(
        Arrays.copyOf(whole, whole.length - missing),
        "UTF-8",
        "charset_differs",
        "byte "
            + start
            + " is not UTF-8, as the sidecar says: remove `charset` from the sidecar, or name the"
            + " right one");
  }

  @ParameterizedTest
  @CsvSource({"中,1", "𠀀,1", "𠀀,2", "𠀀,3"})
  void aTruncatedCharacterOfGb18030IsSeen(String last, int missing) {
    byte[] whole = gb(TEXT + last);
    isRefused(
        Arrays.copyOf(whole, whole.length - missing),
        null,
        "not_text",
        "the bytes are not text: byte 0 is not UTF-8 and byte "
            + gb(TEXT).length
            + " is not GB18030. Save the file as UTF-8, or remove it from the landing area");
  }

  /** A character of several bytes on every boundary of a buffer, and a bad byte far behind. */
  @Test
  void largeFilesAreDetectedWhateverLiesOnTheBoundaries() throws Exception {
    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, GB18030}) {
      byte[] unit = "中𠀀镕a\n".getBytes(charset);
      for (int shift = 0; shift < unit.length; shift++) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(3 << 20);
        out.writeBytes("x".repeat(shift).getBytes(StandardCharsets.US_ASCII));
        while (out.size() < 2_500_000) {
          out.writeBytes(unit);
        }
        byte[] bytes = out.toByteArray();
        assertThat(detect(bytes, null)).isEqualTo(charset.name());
        if (charset == GB18030) {
          int bad = bytes.length;
          byte[] damaged = concat(bytes, bytes(0xFF));
          assertThatThrownBy(() -> detect(damaged, null))
              .hasMessageContaining("byte " + bad + " is not GB18030");
        } else {
          byte[] damaged = bytes.clone();
          int bad = 2_000_000;
          damaged[bad] = 0;
          assertThatThrownBy(() -> detect(damaged, "UTF-8"))
              .isInstanceOf(UnreadableFileException.class)
              .satisfies(
                  e -> {
                    String place = e.getMessage().replaceAll("byte ([0-9]+) .*", "$1");
                    assertThat(Integer.parseInt(place)).isBetween(bad - 3, bad);
                  });
        }
      }
    }
  }

  @Test
  void streamsThatReturnFewBytesAtATimeAreReadToTheirEnd() throws Exception {
    byte[] bytes = utf8(TEXT.repeat(50));
    CharsetDetector.DetectedCharset detected =
        CharsetDetector.detect(
            () ->
                new InputStream() {
                  private int at;

                  @Override
                  public int read() {
                    return at < bytes.length ? bytes[at++] & 0xFF : -1;
                  }

                  @Override
                  public int read(byte[] into, int from, int length) {
                    int c = length == 0 ? 0 : read();
                    if (length > 0 && c >= 0) {
                      into[from] = (byte) c;
                    }
                    return c < 0 ? -1 : Math.min(1, length);
                  }
                },
            null);
    assertThat(detected).isEqualTo(new CharsetDetector.DetectedCharset(StandardCharsets.UTF_8, 0));
  }

  @Test
  void randomBytesNeverBreakIt() throws Exception {
    Random random = new Random(3);
    for (int round = 0; round < 5_000; round++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      String label = random.nextInt(3) > 0 ? null : random.nextBoolean() ? "GBK" : "UTF-16";
      try {
        CharsetDetector.DetectedCharset detected =
            CharsetDetector.detect(() -> new ByteArrayInputStream(bytes), label);
        String text =
            new String(
                bytes,
                detected.bomLength(),
                bytes.length - detected.bomLength(),
                detected.charset());
        assertThat(text).doesNotContain("\0");
      } catch (UnreadableFileException e) {
        assertThat(e.reason()).isIn("not_text", "charset_differs");
      }
    }
  }
}
