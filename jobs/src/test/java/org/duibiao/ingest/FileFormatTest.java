package org.duibiao.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class FileFormatTest {

  private static FileFormat of(byte[] bytes) throws IOException {
    return FileFormat.of(() -> new ByteArrayInputStream(bytes));
  }

  private static FileFormat of(String text, Charset charset) throws IOException {
    return of(text.getBytes(charset));
  }

  private static byte[] archive(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(new byte[1000]);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void text() throws IOException {
    assertThat(of("城市,医院\n深圳,1\n", StandardCharsets.UTF_8)).isEqualTo(FileFormat.TEXT);
    assertThat(of("城市,医院\n深圳,1\n", Charset.forName("GB18030"))).isEqualTo(FileFormat.TEXT);
    assertThat(of("<5岁儿童死亡率,1\n", StandardCharsets.UTF_8)).isEqualTo(FileFormat.TEXT);
    assertThat(of("P", StandardCharsets.UTF_8)).isEqualTo(FileFormat.TEXT);
  }

  @Test
  void pages() throws IOException {
    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GB18030")}) {
      assertThat(of("\n <!DOCTYPE html><html>表", charset)).isEqualTo(FileFormat.HTML);
      assertThat(of("<table><tr><td>表", charset)).isEqualTo(FileFormat.HTML);
    }
    assertThat(of("\uFEFF<html>表", StandardCharsets.UTF_16LE)).isEqualTo(FileFormat.HTML);
    assertThat(of("\uFEFF<html>表", StandardCharsets.UTF_8)).isEqualTo(FileFormat.HTML);
    assertThat(of("<?xml version=\"1.0\"?>\n<html>", StandardCharsets.UTF_8))
        .isEqualTo(FileFormat.HTML);
  }

  @Test
  void archives() throws IOException {
    assertThat(of(archive("[Content_Types].xml", "xl/workbook.xml"))).isEqualTo(FileFormat.XLSX);
    assertThat(of(archive("[Content_Types].xml", "word/document.xml"))).isEqualTo(FileFormat.DOCX);
    byte[] other = archive("a.txt");
    assertThat(of(other)).isEqualTo(FileFormat.OTHER);
    assertThat(of(Arrays.copyOf(other, 20))).isEqualTo(FileFormat.OTHER);
  }

  @Test
  void binaries() throws IOException {
    assertThat(of("%PDF-1.7", StandardCharsets.UTF_8)).isEqualTo(FileFormat.PDF);
    assertThat(
            of(
                new byte[] {
                  (byte) 0xD0,
                  (byte) 0xCF,
                  0x11,
                  (byte) 0xE0,
                  (byte) 0xA1,
                  (byte) 0xB1,
                  0x1A,
                  (byte) 0xE1,
                  0
                }))
        .isEqualTo(FileFormat.XLS);
  }
}
