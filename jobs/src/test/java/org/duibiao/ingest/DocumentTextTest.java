package org.duibiao.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.text.DocumentText;
import org.junit.jupiter.api.Test;

class DocumentTextTest {

  private static DocumentText textOf(byte[] bytes) throws IOException, UnreadableFileException {
    return FileFormat.of(() -> new ByteArrayInputStream(bytes)).text(bytes, null);
  }

  private static DocumentText read(byte[] bytes) {
    try {
      return textOf(bytes);
    } catch (UnreadableFileException e) {
      throw new AssertionError(e.reason() + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String said(byte[] bytes) throws IOException {
    try {
      textOf(bytes);
    } catch (UnreadableFileException e) {
      return e.reason() + ": " + e.getMessage();
    }
    return "read";
  }

  @Test
  void plainTextAsItIs() {
    assertThat(read("\uFEFF全市有医院12家。\r\n其中三级3家。".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new DocumentText("全市有医院12家。\r\n其中三级3家。", "text/plain", "UTF-8-BOM"));
    assertThat(read("全市有医院12家。".getBytes(Charset.forName("GB18030"))).charset())
        .isEqualTo("GB18030");
  }

  @Test
  void pages() {
    String page =
        """
        <!doctype html><html><head><title>略</title></head><body><script>var a=12;</script>
        <p>全市有<b>医院</b>
        12家。</p><p>其中<br>三级3家。<table><tr><td>城市<td>医院</tr><tr><td>泰安<td>1</table></body>\
        """;
    assertThat(read(page.getBytes(StandardCharsets.UTF_8)).text())
        .isEqualTo("全市有医院 12家。\n其中\n三级3家。\n城市\t医院\n泰安\t1\n");
  }

  /** Old pages stand in one cell of a table that lays them out: its paragraphs are paragraphs. */
  @Test
  void aCellThatHoldsTheWholePageIsNoCell() {
    String words = "全市各级医疗卫生机构认真落实各项任务,服务能力稳步提升。".repeat(20);
    String page =
        "<body><table><tr><td><p>甲市2025年公报</p><p>2026-05-28 出处:统计局</p><p>"
            + words
            + "</p><table><tr><td><p>医院</p><td>12</table></table></body>";
    assertThat(read(page.getBytes(StandardCharsets.UTF_8)).text())
        .isEqualTo("甲市2025年公报\n2026-05-28 出处:统计局\n" + words + "\n医院\t12\n");
  }

  private static byte[] docx(String body) {
    return TestBook.archive(
        Map.of(
            "word/document.xml",
            "<w:document xmlns:w='w' xmlns:mc='mc'><w:body>" + body + "</w:body></w:document>"));
  }

  @Test
  void docx() throws IOException {
    byte[] bytes =
        docx(
            "<w:p><w:r><w:t>全市有医院</w:t></w:r><w:r><w:t>12</w:t></w:r><w:r><w:delText>3</w:delText>"
                + "<w:t>家。</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>城市</w:t></w:r></w:p>"
                + "</w:tc><w:tc><w:p><w:r><w:t>医院</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p>"
                + "<mc:AlternateContent><mc:Choice><w:t>甲</w:t></mc:Choice><mc:Fallback><w:t>甲</w:t>"
                + "</mc:Fallback></mc:AlternateContent></w:p>");
    assertThat(read(bytes).text()).isEqualTo("全市有医院12家。\n城市\t医院\n甲\n");
    assertThat(said(docx(""))).startsWith("no_text: ");
    assertThat(said(Arrays.copyOf(bytes, bytes.length - 40))).startsWith("damaged: ");
    assertThat(said(docx("<w:t>" + "0".repeat(20_000_000) + "</w:t>"))).startsWith("too_large: ");
  }

  private static byte[] pdf(String password, String... lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.setLeading(14);
        content.newLineAtOffset(50, 700);
        for (String line : lines) {
          content.showText(line);
          content.newLine();
        }
        content.endText();
      }
      if (password != null) {
        document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
      }
      document.save(bytes);
    }
    return bytes.toByteArray();
  }

  @Test
  void pdf() throws IOException {
    byte[] bytes = pdf(null, "The city has 12", "hospitals.");
    assertThat(read(bytes).text().strip()).isEqualTo("The city has 12 hospitals.");
    assertThat(said(pdf("secret", "12")))
        .isEqualTo("encrypted: the document is under a password: save it without one");
    assertThat(said(pdf(null))).startsWith("no_text: ");
    assertThat(said("%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8))).startsWith("damaged: ");
  }
}
